"""The text of a YAML scalar, line by line as it is shown, each character with its place.

Quotation marks, escapes and folded lines make the value differ from what stands in the file; the way back to line and
column is kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.document.text import Run, Text
from mcred_lint.sources.text import SourceText
from mcred_lint.sources.yaml import Scalar, Style

_SINGLE = re.compile(r"''|\n")
_DOUBLE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.|\n)|\n", re.DOTALL)
_PLAIN = re.compile(r"\n")
_PROPERTIES = re.compile(r"(?:[&!]\S*+[ \t\n]++)*+")
_ESCAPES = {"t": "\t", "_": "\u00a0", "N": "\n", "L": "\n", "P": "\n", "n": "\n", "r": "\n", " ": " ", "\t": "\t"}
_WORDS = re.compile(r"[_-]++|(?<=[a-z0-9])(?=[A-Z])")


def paragraphs(source: SourceText, scalar: Scalar) -> list[list[Text]]:
    """The lines of a plain or quoted scalar, by paragraphs; none of a scalar without visible text."""
    found: list[list[Text]] = [[]]
    for runs in _lines(source, scalar):
        text = Text(source.path, tuple(runs)).strip()
        if text:
            found[-1].append(text)
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def key_text(source: SourceText, key: Scalar) -> Text:
    """A key as a person reads it: `learning_outcomes`, `learning-outcomes` and `learningOutcomes` as two words."""
    runs = [run for line in _lines(source, key) for run in line]
    text = Text(source.path, tuple(runs)).strip()
    if " " in text.string:
        return text
    return Text(source.path, tuple(piece for run in text.runs for piece in _words(run)))


def _words(run: Run) -> Iterator[Run]:
    start, column = 0, run.column or 1
    for match in _WORDS.finditer(run.text):
        if start < match.start():
            yield Run(run.text[start : match.start()], run.line, column + start)
        yield Run(" ", run.line, column + match.start())
        start = match.end()
    if start < len(run.text):
        yield Run(run.text[start:], run.line, column + start)


def _lines(source: SourceText, scalar: Scalar) -> Iterator[list[Run]]:
    """One list of runs for every line of the value, empty ones for blank lines."""
    start, end = _inside(source, scalar)
    pattern = {Style.SINGLE: _SINGLE, Style.DOUBLE: _DOUBLE}.get(scalar.style, _PLAIN)
    runs: list[Run] = []
    offset = start
    for match in pattern.finditer(source.text, start, end):
        _add(runs, source, offset, source.text[offset : match.start()])
        offset = match.end()
        shown = _shown(match[0])
        if shown == "\n":
            yield runs
            runs = []
        else:
            _add(runs, source, match.start(), shown)
        if match[0].endswith("\n"):
            offset = _behind_blanks(source.text, offset, end)
    _add(runs, source, offset, source.text[offset:end])
    yield runs


def _add(runs: list[Run], source: SourceText, offset: int, text: str) -> None:
    if text:
        runs.append(Run(text, *source.position(offset)))


def _shown(written: str) -> str:
    """What an escape or a line end stands for."""
    if written in ("\n", "''"):
        return "\n" if written == "\n" else "'"
    letter = written[1]
    if letter in "xuU":
        code = int(written[2:], 16) if len(written) > 2 else 0xFFFD
        return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
    return "" if letter == "\n" else _ESCAPES.get(letter, letter if letter in "\"\\/'" else "")


def _behind_blanks(text: str, offset: int, end: int) -> int:
    while offset < end and text[offset] in " \t":
        offset += 1
    return offset


def _inside(source: SourceText, scalar: Scalar) -> tuple[int, int]:
    """From the first character of the text to behind its last, without quotation marks."""
    place = scalar.place
    start = source.offset(place.line or 1, place.column or 1)
    end = source.offset(place.end_line or 1, place.end_column or 1)
    if scalar.raw or scalar.style.quoted:
        match = _PROPERTIES.match(source.text, start, end)
        start = match.end() if match else start
    return (start + 1, max(end - 1, start + 1)) if scalar.style.quoted else (start, end)


@dataclass(frozen=True, slots=True)
class Indented:
    """The text of a `|` or `>` block without its indentation, and where it begins."""

    text: str
    line: int
    column: int


def block_text(source: SourceText, scalar: Scalar) -> Indented:
    """A text block as it is written: what was folded keeps its lines."""
    first, last = (scalar.place.line or 1) + 1, scalar.place.end_line or 1
    if scalar.place.end_column == 1:
        last -= 1
    lines = [source.line(number) for number in range(first, last + 1)]
    indent = _indent(next((line for line in lines if line.strip()), ""))
    indent -= _indent(next((line for line in scalar.raw.split("\n") if line.strip()), ""))
    return Indented("\n".join(line[indent:] for line in lines), first, indent + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
