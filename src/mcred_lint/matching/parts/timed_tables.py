"""Timetables that are tables: a column of times, and the title in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mcred_lint.document.blocks import Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length
from mcred_lint.matching.lexicon import LENGTH, TIMES
from mcred_lint.matching.parts.clocks import Moment, begins_and_ends
from mcred_lint.matching.parts.drafts import Setting
from mcred_lint.matching.parts.lengths import CLOCK_TIMES, TO_THE_NEXT, exactly, field_length
from mcred_lint.matching.parts.timed_rows import TimedRow
from mcred_lint.matching.parts.titles import is_total
from mcred_lint.matching.segments import columns_named
from mcred_lint.text.clock import read_clock_range, read_start_time
from mcred_lint.text.durations import find_durations

TIME_CELL_WORDS = 6
"""A cell with more words is no mere time."""
TIMED_SHARE = 0.5
"""A column in which this share of the cells is a time is a time column, whatever its header."""
LEAST_TIMED = 2
MOST_COLUMNS = 6
"""Times stand in one of the first columns."""


def table_rows(table: Table, setting: Setting) -> list[TimedRow]:
    """The rows of a table that has a column of times; none when it has not."""
    columns = time_columns(table, setting)
    if not columns:
        return []
    header = table.all_rows[0]
    times = _Times(columns, header, setting)
    body = table.all_rows if times.stand_in(header) else table.all_rows[1:]
    clocks = begins_and_ends([times.moment(row) for row in body])
    return [found for row, clock in zip(body, clocks, strict=True) if (found := times.row(row, clock))]


def time_columns(table: Table, setting: Setting) -> list[int]:
    """The columns about time, by their header, else by what stands in them."""
    top = table.all_rows[0] if table.all_rows else None
    by_header = columns_named(top, setting.names.in_part).items()
    named = [column for column, keys in by_header if LENGTH in keys and all(key in TIMES for key in keys)]
    width = max((len(row.cells) for row in table.all_rows), default=0)
    return named or [column for column in range(min(width, MOST_COLUMNS)) if _mostly_times(table, column, setting)][:1]


def _mostly_times(table: Table, column: int, setting: Setting) -> bool:
    cells = [text.flat for row in table.all_rows if (text := cell_text(row, column))]
    timed = [cell for cell in cells if len(cell.split()) <= TIME_CELL_WORDS and _reads_as_time(cell, setting)]
    return len(timed) >= LEAST_TIMED and len(timed) >= TIMED_SHARE * len(cells)


def _reads_as_time(cell: str, setting: Setting) -> bool:
    words = setting.language.durations
    if read_clock_range(cell, words) is not None or read_start_time(cell, words) is not None:
        return True
    return bool(find_durations(cell, words))


def cell_text(row: Row, column: int) -> Text | None:
    """What stands in a column of a row; None in a row that is too short and for a blank cell."""
    return row.cells[column].text if column < len(row.cells) and row.cells[column].text else None


@dataclass(frozen=True)
class _Times:
    """The columns of one table that are about time."""

    columns: Sequence[int]
    header: Row
    setting: Setting

    def stand_in(self, row: Row) -> bool:
        """Whether a row has a time in one of the columns: a header has none."""
        return any(_reads_as_time(text.flat, self.setting) for _, text in self._texts(row))

    def row(self, row: Row, clock: tuple[int, int] | None) -> TimedRow | None:
        """A row with its length; None for one without a title."""
        title = self._title(row)
        if title is None:
            return None
        length = self._stated(row) or self._to_the_next(row, clock)
        return TimedRow(title, length, clock, is_total(title.string, self.setting.spec))

    def moment(self, row: Row) -> Moment:
        """The range or, where no cell has one, the starting time that a row states."""
        words = self.setting.language.durations
        cells = [text.flat for _, text in self._texts(row)]
        ranges = (read_clock_range(cell, words, clock=True) for cell in cells)
        starts = (read_start_time(cell, words) for cell in cells)
        return next((found for found in (*ranges, *starts) if found is not None), None)

    def _texts(self, row: Row) -> list[tuple[int, Text]]:
        return [(column, text) for column in self.columns if (text := cell_text(row, column))]

    def _title(self, row: Row) -> Text | None:
        """The first cell of a row that is not about time and not only a number."""
        cells = (cell.text for column, cell in enumerate(row.cells) if column not in self.columns and cell.text)
        return next((text for text in cells if sum(map(str.isalpha, text.string)) >= 2), None)

    def _stated(self, row: Row) -> Length | None:
        """From the column that states a duration; a column of clock times only where no other does."""
        found = [length for column, text in self._texts(row) if (length := self._length(column, text))]
        plain = [length for length in found if length.rule != CLOCK_TIMES]
        return next(iter(plain or found), None)

    def _length(self, column: int, text: Text) -> Length | None:
        unit = cell_text(self.header, column)
        return field_length(
            text, self.setting.language.durations, unit.flat if unit else "", self.setting.spec.day_lengths
        )

    def _to_the_next(self, row: Row, clock: tuple[int, int] | None) -> Length | None:
        if clock is None:
            return None
        text = next((text for _, text in self._texts(row)), None)
        place, said = (text.place, text.flat) if text else (row.place, "")
        return exactly(clock[1] - clock[0], place, TO_THE_NEXT, said)
