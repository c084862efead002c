"""A table under way: cells put into rows, with what reaches over several columns or rows spread out."""

from __future__ import annotations

from mcred_lint.document.blocks import Cell, Row, Table
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place

_MOST_COLUMNS = 200
_MOST_ROWS_SPANNED = 1_000


class Grid:
    """An open table. `level` is the list nesting it stands in."""

    def __init__(self, file: str, level: int, place: Place) -> None:
        self.in_cell = False
        self._file, self._level, self._place = file, level, place
        self._header: Row | None = None
        self._rows: list[Row] = []
        self._cells: list[Cell] = []
        self._row_place: Place | None = None
        self._only_headers = True
        self._spans: dict[int, int] = {}
        """How many more rows the cell above reaches down, by column."""

    def begin_row(self, place: Place) -> None:
        self._row_place, self._cells, self._only_headers = place, [], True

    def begin_cell(self, header: bool) -> None:
        self._row_place = self._row_place or self._place
        self._only_headers &= header
        self.in_cell = True

    def end_cell(self, runs: tuple[Run, ...], columns: int, rows: int) -> None:
        """The cell with its text; empty ones stand for the further columns and rows that it covers."""
        self._fill_spans()
        first = len(self._cells)
        self._cells.append(Cell(Text(self._file, runs)))
        self._cells.extend(self._empty() for _ in range(min(columns, _MOST_COLUMNS - first) - 1))
        if rows > 1:
            covered = range(first, len(self._cells))
            self._spans.update(dict.fromkeys(covered, min(rows, _MOST_ROWS_SPANNED) - 1))
        self.in_cell = False

    def end_row(self, header: bool) -> None:
        """`header`: the format marks the row; otherwise a first row of header cells only is taken for one."""
        if self._row_place is not None and self._cells:
            self._fill_spans()
            row = Row(tuple(self._cells), self._row_place)
            if self._header is None and not self._rows and (header or self._only_headers):
                self._header = row
            elif not _only_dashes(row):
                self._rows.append(row)
        self._cells, self._row_place = [], None

    def table(self) -> Table | None:
        """The finished table; None without any row."""
        if self._header is None and not self._rows:
            return None
        return Table(tuple(self._rows), self._place, self._header, self._level)

    def _fill_spans(self) -> None:
        while len(self._cells) < _MOST_COLUMNS and self._spans.get(len(self._cells)):
            self._spans[len(self._cells)] -= 1
            self._cells.append(self._empty())

    def _empty(self) -> Cell:
        return Cell(Text(self._file))


def _only_dashes(row: Row) -> bool:
    """A line of dashes inside a table, which divides it and says nothing."""
    texts = [cell.text.string for cell in row.cells]
    return any(texts) and not any(text.strip(":-\u2013\u2014= ") for text in texts)
