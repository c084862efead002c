"""Writes lines and tables in the order in which a reader comes upon their parts.

Markdown and HTML tell of beginnings and ends (an item, bold, a cell); the blocks of a document are whole lines. The pen
stands between: it keeps what is open, gathers the runs of a line, and puts the line down when it ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place
from mcred_lint.submission.grid import Grid


@dataclass(slots=True)
class _Item:
    """An open list item: its lines share one block number, the first carries the marker."""

    marker: str
    block: int
    start: Run
    begun: bool = False


class Pen:
    """Where the parts of one file are written down; `finish` gives the blocks."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.bold = 0
        """Above 0, what is written is bold."""
        self.italic = 0
        """Above 0, what is written is in italics."""
        self.hidden = 0
        """Above 0, nothing that is written shows: inside pictures, crossed-out text, scripts."""
        self.quotes = 0
        self.links: list[str | None] = []
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._items: list[_Item] = []
        self._heading = 0
        """The level of the open heading, 0 outside."""
        self._note: str | None = None
        self._block = 0
        self._last_block = 0
        self._grid: Grid | None = None
        self._nested = 0
        """How many tables are open inside a cell: their cells are lines of it."""

    def finish(self) -> list[Block]:
        """Everything written, whatever was left open."""
        while self._grid is not None:
            self.end_table()
        self.end_block()
        return self._blocks

    def next_block(self) -> int:
        """A block number that no line has yet."""
        self._last_block += 1
        return self._last_block

    # Lines

    def write(self, text: str, line: int, column: int) -> None:
        """Characters that stand one after the other from a place on."""
        if text and not self.hidden:
            link = self.links[-1] if self.links else None
            self._runs.append(Run(text, line, column, self.bold > 0, link, self.italic > 0))

    def end_line(self, line: int, column: int) -> None:
        """The line ends; the paragraph, item or cell goes on. A heading stays one line."""
        if self.hidden:
            return
        if self.in_cell:
            self._break_cell(line, column)
        elif self._heading:
            self._runs.append(Run(" ", line, column))
        else:
            self._put_line()

    def end_block(self) -> None:
        """The paragraph ends, whatever comes next."""
        if self.in_cell:
            last = self._runs[-1] if self._runs else Run("")
            self._break_cell(last.line, last.column)
            return
        if self._runs:
            self._put_line()
        if self._items:
            self._block = self._items[-1].block
        elif self._note is None:
            self._block = self.next_block()

    def begin_heading(self, level: int) -> None:
        self.end_block()
        self._heading = 0 if self.in_cell else level

    def end_heading(self) -> None:
        self.end_block()
        self._heading = 0

    def begin_note(self, label: str) -> None:
        self.end_block()
        self._note, self._block = label, self.next_block()

    def end_note(self) -> None:
        self._put_line()
        self._note = None
        self.end_block()

    def rule(self, line: int, column: int) -> None:
        self.end_block()
        if not self.in_cell:
            self._blocks.append(Line(Kind.RULE, Text(self.file, (Run("", line, column),)), block=self.next_block()))
            self.end_block()

    def code(self, lines: list[Run]) -> None:
        """The lines of a listing."""
        self.end_block()
        block, quoted = self.next_block(), self.quotes > 0
        for run in lines:
            self._blocks.append(Line(Kind.CODE, Text(self.file, (run,)), self.depth, block, quoted=quoted))

    def _break_cell(self, line: int | None, column: int | None) -> None:
        if self._runs and self._runs[-1].text != "\n":
            self._runs.append(Run("\n", line, column))

    def _put_line(self) -> None:
        runs, self._runs = _trimmed(self._runs), []
        if not runs:
            return
        item = self._items[-1] if self._items else None
        marker = item.marker if item is not None and not item.begun else None
        if item is not None:
            item.begun = True
        text, quoted = Text(self.file, runs), self.quotes > 0
        if self._heading:
            line = Line(Kind.HEADING, text, self._heading, self.next_block(), marker, quoted=quoted)
        elif self._note is not None:
            line = Line(Kind.NOTE, text, self.depth, self._block, self._note, quoted=quoted)
        elif item is not None:
            kind = Kind.TEXT if marker is None else Kind.ITEM
            line = Line(kind, text, self.depth, item.block, marker, quoted=quoted)
        else:
            line = Line(Kind.TEXT, text, 0, self._block, quoted=quoted)
        self._blocks.append(line)

    # Lists

    @property
    def depth(self) -> int:
        """How many list items are open."""
        return len(self._items)

    def begin_item(self, marker: str, line: int, column: int) -> None:
        self.end_block()
        if not self.in_cell:
            self._items.append(_Item(marker, self.next_block(), Run("", line, column)))

    def end_item(self) -> None:
        """The item ends. One that held nothing is put down empty: a bare number may belong to a later text."""
        self.end_block()
        if self.in_cell or not self._items:
            return
        item = self._items[-1]
        if not item.begun and self._note is None:
            text = Text(self.file, (item.start,))
            self._blocks.append(Line(Kind.ITEM, text, self.depth, item.block, item.marker, quoted=self.quotes > 0))
        self._items.pop()
        self.end_block()

    # Tables

    @property
    def in_table(self) -> bool:
        return self._grid is not None

    @property
    def in_cell(self) -> bool:
        return self._grid is not None and self._grid.in_cell

    def begin_table(self, place: Place) -> None:
        self.end_block()
        if self.in_cell:
            self._nested += 1
        elif self._grid is None:
            self._grid = Grid(self.file, self.depth, place)

    def begin_row(self, place: Place) -> None:
        if self._grid is not None and not self._nested:
            self.end_row()
            self._grid.begin_row(place)

    def begin_cell(self, header: bool = False) -> None:
        if self._grid is not None and not self._nested:
            self._grid.begin_cell(header)
            self._runs = []

    def end_cell(self, columns: int = 1, rows: int = 1) -> None:
        """The cell ends; it covers so many columns and rows."""
        if self._nested:
            self.end_block()
        elif self._grid is not None and self._grid.in_cell:
            runs, self._runs = _trimmed(self._runs), []
            self._grid.end_cell(runs, columns, rows)

    def end_row(self, header: bool = False) -> None:
        if self._grid is not None and not self._nested:
            self.end_cell()
            self._grid.end_row(header)

    def end_table(self) -> None:
        if self._nested:
            self._nested -= 1
        elif self._grid is not None:
            self.end_row()
            table, self._grid = self._grid.table(), None
            if table is not None:
                self._blocks.append(table)
            self.end_block()


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Without white space at both ends; nothing of what shows nothing."""
    if not runs:
        return ()
    first, last = runs[0].text, runs[-1].text
    if not first[0].isspace() and not last[-1].isspace():
        return tuple(runs)
    return Text("", tuple(runs)).strip().runs if any(run.text.strip() for run in runs) else ()
