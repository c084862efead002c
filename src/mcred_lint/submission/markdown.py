"""Markdown files as blocks: headings, items, lines and tables with the place of every character."""

from __future__ import annotations

import re

from mcred_lint.document.blocks import Block, Document, Problem, Severity
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import decode
from mcred_lint.submission.front_matter import front_matter
from mcred_lint.submission.markdown_events import blocks_of
from mcred_lint.submission.markdown_source import MAX_LINE, cut_line, prepared
from mcred_lint.submission.reading import problems_of
from mcred_lint.submission.typed_lines import recognise

_ESCAPED_HEADING = re.compile(r"^ {0,3}\\#", re.MULTILINE)


def read(path: str, data: bytes) -> Document:
    """A Markdown file as blocks. Never raises: what could not be read is among the problems."""
    decoded = decode(path, data)
    front = front_matter(path, decoded.text)
    body = prepared(front.body)
    blocks = recognise(blocks_of(path, body, first_line=1, first_column=1))
    problems = (*problems_of(path, decoded), *front.problems, *_escaped(path, body), *_cut(path, body))
    return Document(path, "Markdown", tuple(blocks), front.properties, problems, len(data), decoded.text)


def read_text(path: str, text: str, first_line: int = 1, first_column: int = 1) -> list[Block]:
    """The blocks of Markdown that begins at a line of a file, every line of it indented to the same column."""
    return recognise(blocks_of(path, prepared(text), first_line, first_column))


def _cut(path: str, text: str) -> tuple[Problem, ...]:
    line = cut_line(text)
    if line is None:
        return ()
    message = f"Line {line} is so long that only its first {MAX_LINE:,} characters were read."
    hint = "Look for something that is no writing on this line, or break it into paragraphs."
    return (Problem(message, hint, Place(path, line, 1), Severity.PARTLY),)


def _escaped(path: str, text: str) -> tuple[Problem, ...]:
    match = _ESCAPED_HEADING.search(text)
    if match is None:
        return ()
    line = text.count("\n", 0, match.start()) + 1
    message = f"This file contains escaped Markdown: line {line} begins with \\#. It was read as a heading."
    hint = "In the document that it was exported from, use its heading styles instead of typing # signs."
    return (Problem(message, hint, Place(path, line, 1), Severity.NOTE),)
