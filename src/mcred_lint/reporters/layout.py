"""Laying out plain text for a terminal: wrapping, hanging indents, two columns, a little colour.

Everything written on a page is made harmless here, so no reporter of text can forget it. Colour is added after wrapping
and changes nothing else: without its codes a coloured page is the plain page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from mcred_lint.reporters.escape import terminal

_ONE_COLUMN_EACH = re.compile(r"[\x20-\u02ff\u2010-\u2027]*")
"""Latin letters, dashes, quotation marks, the ellipsis."""

_NARROWEST = 20
_NARROWEST_COLUMN = 28
_WIDEST = 120
_WIDEST_PROSE = 100
_BETWEEN = 2
_STEP = 2
_DEEPEST = 6
_RESET = "\x1b[0m"


class Style(Enum):
    """What a stretch of text is, with the code that shows it where colour is wanted."""

    HEADING = "\x1b[1m"
    GOOD = "\x1b[1;32m"
    BAD = "\x1b[1;31m"
    OPEN = "\x1b[1;35m"


class Row(NamedTuple):
    """A text and the place it stands at; `depth` indents the text."""

    text: str
    place: str = ""
    depth: int = 0

    @property
    def lead(self) -> str:
        return " " * (_STEP * max(0, min(self.depth, _DEEPEST)))


def cells(text: str) -> int:
    """How many columns a text takes on a terminal."""
    if _ONE_COLUMN_EACH.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # only texts with emoji or wide letters need its tables

    return cell_len(text)


def wrap(text: str, width: int, hang: int = 0) -> list[str]:
    """Lines of at most `width` columns, all but the first indented by `hang`; at least one line.

    A word longer than a line is broken, because it is an address or worse; names of files never come here.
    """
    lines: list[str] = []
    line = ""
    for word in _fitting(text.split(), width - hang):
        joined = f"{line} {word}" if line.strip() else line + word
        if line.strip() and cells(joined) > width:
            lines.append(line)
            joined = " " * hang + word
        line = joined
    return [*lines, line]


def _fitting(words: Iterable[str], width: int) -> Iterator[str]:
    for word in words:
        rest = word
        while cells(rest) > width:
            cut = _fit(rest, width)
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest


def _fit(text: str, width: int) -> int:
    """How many characters at the beginning fit into `width` columns; at least one."""
    taken = 0
    for index, character in enumerate(text):
        taken += cells(character)
        if taken > width:
            return max(1, index)
    return len(text)


class Page:
    """Lines of plain text, written from top to bottom."""

    def __init__(self, width: int, colour: bool = False) -> None:
        self.width = min(max(width, _NARROWEST), _WIDEST)
        self._colour = colour
        self._lines: list[str] = []

    def __str__(self) -> str:
        return "\n".join(self._lines).strip("\n") + "\n"

    def gap(self) -> None:
        """One empty line, never two."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def rule(self) -> None:
        """A line across the page."""
        self.gap()
        self._lines.append("-" * self.width)
        self.gap()

    def section(self, title: str) -> None:
        """A heading with space around it."""
        self.gap()
        self.heading(title)
        self.gap()

    def heading(self, text: str) -> None:
        self._write(wrap(_prose(text), self.width), 0, Style.HEADING)

    def paragraph(self, text: str, indent: int = 0, mark: str = "", lead: str = "", style: Style | None = None) -> None:
        """Text behind `mark` (a bullet, a box) with a hanging indent. A `lead` the text begins with gets the style."""
        start = f"{mark} " if mark else ""
        first, *rest = wrap(_prose(text), min(self.width, _WIDEST_PROSE) - indent - len(start))
        bold = len(_prose(lead)) if first.startswith(_prose(lead)) else 0
        self._lines.append(" " * indent + start + self._styled(first, style, bold))
        self._write(rest, indent + len(start))

    def path(self, name: str, indent: int = 0) -> None:
        """The name of a file on a line of its own, never broken."""
        self._write([terminal(name)], indent)

    def places(self, rows: Sequence[Row], indent: int = 0) -> None:
        """Texts on the left, their places in a column on the right, or below where that would leave little room."""
        room = self.width - indent - max((cells(terminal(row.place)) for row in rows), default=0) - _BETWEEN
        if room < (self.width - indent) // 2:
            for row in rows:
                self._above(row, indent)
        else:
            self._beside(rows, indent, room)

    def _beside(self, rows: Sequence[Row], indent: int, room: int) -> None:
        wrapped = [self._cut(row, room) for row in rows]
        column = max((cells(line) for lines in wrapped for line in lines), default=0) + _BETWEEN
        for row, (first, *rest) in zip(rows, wrapped, strict=True):
            self._write([_padded(first, column) + terminal(row.place), *rest], indent)

    def _above(self, row: Row, indent: int) -> None:
        room = self.width - indent
        first, *rest = self._cut(row, room)
        path = terminal(row.place)
        fits = not rest and cells(first) + _BETWEEN + cells(path) <= room
        self._write([_padded(first, cells(first) + _BETWEEN) + path] if fits else [first, *rest], indent)
        if path and not fits:
            self._write([path], indent + len(row.lead) + _BETWEEN)

    def _cut(self, row: Row, room: int) -> list[str]:
        return [row.lead + line for line in wrap(_prose(row.text), room - len(row.lead), _BETWEEN)]

    def files(self, rows: Sequence[tuple[str, str]], indent: int = 0) -> None:
        """Names of files on the left, what is said about them on the right, or below where that would be narrow."""
        names = [terminal(name) for name, _ in rows]
        column = max(map(cells, names), default=0) + _BETWEEN
        for name, (_, text) in zip(names, rows, strict=True):
            if self.width - indent - column < _NARROWEST_COLUMN:
                self._write([name], indent)
                self._write(wrap(_prose(text), self.width - indent - _BETWEEN), indent + _BETWEEN)
            else:
                first, *rest = wrap(_prose(text), self.width - indent - column)
                self._write([_padded(name, column) + first], indent)
                self._write(rest, indent + column)

    def _write(self, lines: Iterable[str], indent: int, style: Style | None = None) -> None:
        self._lines.extend((" " * indent + self._styled(line, style, len(line))).rstrip() for line in lines)

    def _styled(self, line: str, style: Style | None, length: int) -> str:
        if not (self._colour and style and length):
            return line
        return f"{style.value}{line[:length]}{_RESET}{line[length:]}"


def _prose(text: str) -> str:
    return terminal(" ".join(text.split()))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
