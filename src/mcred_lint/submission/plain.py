"""Plain text files: lines, with the lists and headings that people type into them."""

from __future__ import annotations

from dataclasses import replace

from mcred_lint.document.blocks import Block, Document, Kind, Line
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.text import decode
from mcred_lint.submission.line_marks import underline
from mcred_lint.submission.reading import problems_of
from mcred_lint.submission.typed_lines import recognise


def read(path: str, data: bytes) -> Document:
    """A text file as blocks: a blank line ends a paragraph, a line of signs below a title makes it a heading.

    Never raises: what could not be read is among the problems.
    """
    decoded = decode(path, data)
    blocks = recognise(_blocks(path, decoded.text))
    return Document(path, "text", tuple(blocks), (), problems_of(path, decoded), len(data), decoded.text)


def _blocks(path: str, text: str) -> list[Block]:
    blocks: list[Block] = []
    # Of the paragraph under way: its number, and how many lines it has so far.
    paragraph, length = 1, 0
    for number, line in enumerate(text.split("\n"), 1):
        shown = line.strip()
        level = underline(shown)
        above = blocks[-1] if blocks and length == 1 else None
        if level and isinstance(above, Line):
            blocks[-1] = replace(above, kind=Kind.HEADING, level=level)
        elif shown:
            run = Run("" if level else shown, number, len(line) - len(line.lstrip()) + 1)
            blocks.append(Line(Kind.RULE if level else Kind.TEXT, Text(path, (run,)), block=paragraph))
        length = length + 1 if shown and not level else 0
        paragraph += not length
    return blocks
