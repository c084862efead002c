"""Timetables: rows with times, in tables or lists, with breaks and inner activities told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mcred_lint.document.blocks import Block, Kind, Line, Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Group, Length
from mcred_lint.matching.group_drafts import Setting, is_break, is_total, numbered_start
from mcred_lint.matching.labels import BOLD_RANK, PLAIN_RANK
from mcred_lint.matching.lengths import as_length, field_length
from mcred_lint.matching.lexicon import LENGTH, TIMES
from mcred_lint.matching.segments import columns_named
from mcred_lint.text.clock import ClockRange, day_parts, find_clock_range, read_clock_range, read_start_time
from mcred_lint.text.durations import find_durations
from mcred_lint.text.phrases import index

TIME_CELL_WORDS = 6
"""A cell with more words is no mere time."""
TIMED_SHARE = 0.5
"""A column in which this share of the cells is a time is a time column, whatever its header."""


@dataclass(frozen=True)
class TimedRow:
    """One row of a timetable; `clock` where it has times of day, in minutes since midnight."""

    title: Text
    length: Length | None
    clock: tuple[int, int] | None = None
    total: bool = False

    def is_break(self, setting: Setting) -> bool:
        return is_break(self.title.string, setting.spec)


def timetable(blocks: Iterable[Block], setting: Setting) -> list[TimedRow]:
    """The timed rows of a passage, each stretch of time once: what lies inside a row that has a length is left out."""
    rows: list[TimedRow] = []
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            rows += line_rows(lines, setting)
            lines = []
            rows += table_rows(block, setting)
        else:
            lines.append(block)
    return rows + line_rows(lines, setting)


# ---- tables -----------------------------------------------------------------------------------------------------------


def table_rows(table: Table, setting: Setting) -> list[TimedRow]:
    """The rows of a table that has a column of times; none when it has not."""
    columns = time_columns(table, setting)
    if not columns:
        return []
    header = table.all_rows[0]
    body = table.all_rows[1:] if not _has_time(table.all_rows[0], columns, setting) else table.all_rows
    lengths = [_row_length(row, columns, header, setting) for row in body]
    clocks = _clocks(body, columns, setting)
    rows = []
    for row, length, clock in zip(body, lengths, clocks, strict=True):
        title = row_title(row, columns)
        if title is None:
            continue
        known = length or _from_clock(clock, row, columns)
        rows.append(TimedRow(title, known, clock, is_total(title.string, setting.spec)))
    return rows


def time_columns(table: Table, setting: Setting) -> list[int]:
    """The columns about time, by their header, else by what stands in them."""
    named = [
        column
        for column, keys in columns_named(table.all_rows[0] if table.all_rows else None, setting.names.in_part).items()
        if LENGTH in keys and all(key in TIMES for key in keys)
    ]
    if named:
        return named
    width = max((len(row.cells) for row in table.all_rows), default=0)
    return [column for column in range(min(width, 6)) if _mostly_times(table.all_rows, column, setting)][:1]


def _mostly_times(rows: Sequence[Row], column: int, setting: Setting) -> bool:
    cells = [row.cells[column].text.flat for row in rows if column < len(row.cells) and row.cells[column].text]
    timed = [cell for cell in cells if len(cell.split()) <= TIME_CELL_WORDS and _reads_as_time(cell, setting)]
    return len(timed) >= 2 and len(timed) >= TIMED_SHARE * len(cells)


def _reads_as_time(cell: str, setting: Setting) -> bool:
    words = setting.language.durations
    return (
        read_clock_range(cell, words) is not None
        or read_start_time(cell, words) is not None
        or bool(find_durations(cell, words))
    )


def _has_time(row: Row, columns: Sequence[int], setting: Setting) -> bool:
    return any(column < len(row.cells) and _reads_as_time(row.cells[column].text.flat, setting) for column in columns)


def _row_length(row: Row, columns: Sequence[int], header: Row, setting: Setting) -> Length | None:
    """From the column that states a duration; a column of clock times only where no other does."""
    found = []
    for column in columns:
        if column < len(row.cells) and row.cells[column].text:
            title = header.cells[column].text.flat if column < len(header.cells) else ""
            length = field_length(row.cells[column].text, setting.language.durations, title, setting.spec.day_lengths)
            if length is not None:
                found.append(length)
    plain = [length for length in found if length.rule != "clock times"]
    return next(iter(plain or found), None)


def _clocks(rows: Sequence[Row], columns: Sequence[int], setting: Setting) -> list[tuple[int, int] | None]:
    """When each row begins and ends; a row that states its beginning only ends when the next one begins."""
    words = setting.language.durations
    moments: list[ClockRange | int | None] = []
    for row in rows:
        cells = [row.cells[column].text.flat for column in columns if column < len(row.cells)]
        ranges = [found for cell in cells if (found := read_clock_range(cell, words, clock=True))]
        starts = [found for cell in cells if (found := read_start_time(cell, words)) is not None]
        either: list[ClockRange | int] = [*ranges, *starts]
        moments.append(next(iter(either), None))
    return _ends(moments)


def _ends(moments: Sequence[ClockRange | int | None]) -> list[tuple[int, int] | None]:
    known: list[ClockRange | int] = [moment for moment in moments if moment is not None]
    placed = iter(day_parts(known))  # type: ignore[type-var]
    shifted = [None if moment is None else next(placed) for moment in moments]
    clocks: list[tuple[int, int] | None] = []
    for number, moment in enumerate(shifted):
        if isinstance(moment, ClockRange):
            clocks.append((moment.begins, moment.ends))
        elif moment is None:
            clocks.append(None)
        else:
            later = next((_begin(other) for other in shifted[number + 1 :] if other is not None), None)
            clocks.append((moment, later) if later is not None and moment < later <= moment + 6 * 60 else None)
    return clocks


def _begin(moment: ClockRange | int) -> int:
    return moment.begins if isinstance(moment, ClockRange) else moment


def _from_clock(clock: tuple[int, int] | None, row: Row, columns: Sequence[int]) -> Length | None:
    if clock is None:
        return None
    text = next(
        (row.cells[column].text for column in columns if column < len(row.cells) and row.cells[column].text), None
    )
    minutes = float(clock[1] - clock[0])
    return Length(
        minutes,
        minutes,
        text.place if text else row.place,
        "from one starting time to the next",
        text.flat if text else "",
    )


def row_title(row: Row, columns: Sequence[int]) -> Text | None:
    """The first cell of a row that is not about time and not only a number."""
    cells = [cell.text for number, cell in enumerate(row.cells) if number not in columns and cell.text]
    named = [text for text in cells if sum(map(str.isalpha, text.string)) >= 2]
    return named[0] if named else None


# ---- lists and lines --------------------------------------------------------------------------------------------------


def line_rows(lines: Sequence[Line], setting: Setting) -> list[TimedRow]:
    """Lines that begin with a time or carry a length beside their title; deeper lines under such a row belong to it."""
    taken: list[tuple[Line, TimedRow | int]] = []
    inside: int | None = None
    for line in lines:
        rank = _rank(line)
        if inside is not None and rank > inside:
            continue
        row = _line_row(line, setting)
        inside = rank if row is not None else None if inside is None or rank <= inside else inside
        if row is not None:
            taken.append((line, row))
    return _complete(taken, setting)


def _rank(line: Line) -> int:
    if line.kind is Kind.HEADING:
        return line.level
    return (BOLD_RANK if line.text.bold_lead and line.kind is not Kind.ITEM else PLAIN_RANK) + line.level


def _line_row(line: Line, setting: Setting) -> TimedRow | int | None:
    """A row with its length, or the starting time alone; None for a line that states no time of its own."""
    words, string = setting.language.durations, line.text.string
    if line.kind not in (Kind.HEADING, Kind.TEXT, Kind.ITEM) or len(string) > 400:
        return None
    clock = read_clock_range(string, words)
    if clock is not None:
        rest = line.text.slice(clock.end).strip(" \t:.-\u2013\u2014|,;()")
        title = rest if any(map(str.isalpha, rest.string)) else line.text.slice(0, clock.start)
        minutes = float(clock.minutes)
        written = line.text.slice(clock.start, clock.end)
        return TimedRow(
            title, Length(minutes, minutes, written.place, "clock times", written.flat), (clock.begins, clock.ends)
        )
    start = read_start_time(string, words)
    if start is not None:
        return start
    return _bracketed(line, setting)


def _bracketed(line: Line, setting: Setting) -> TimedRow | None:
    """A title with its length at the end or the beginning: "Opening circle (10 min)", "20 minutes: gallery walk"."""
    string = line.text.string
    found = [item for item in find_durations(string, setting.language.durations) if item.high > 0]
    for item in found:
        before, after = string[: item.start], string[item.end :]
        at_end = not any(map(str.isalnum, after)) and (
            before.rstrip()[-1:] in tuple("([-\u2013\u2014:,|") or line.kind is Kind.HEADING
        )
        bracketed = before.rstrip().endswith(("(", "[")) and after.lstrip().startswith((")", "]"))
        at_start = not any(map(str.isalnum, before)) and after.lstrip()[:1] in tuple(":-\u2013\u2014)]|")
        if at_end or at_start or (bracketed and len(index(before).words) <= 14):
            title = line.text.slice(0, item.start) if any(map(str.isalpha, before)) else line.text.slice(item.end)
            title = title.strip(" \t:.-\u2013\u2014|,;()[]")
            clock = find_clock_range(string[item.start : item.end], setting.language.durations)
            times = (clock.begins, clock.ends) if clock is not None else None
            return (
                TimedRow(title, as_length(item, line.text), times, is_total(title.string, setting.spec))
                if title.string
                else None
            )
    return None


def _complete(taken: Sequence[tuple[Line, TimedRow | int]], setting: Setting) -> list[TimedRow]:
    """Give rows that state only their beginning the time up to the next row."""
    moments = [row if isinstance(row, int) else row.clock[0] if row.clock else None for _, row in taken]
    clocks = _ends(moments)
    rows = []
    for (line, row), clock in zip(taken, clocks, strict=True):
        if isinstance(row, TimedRow):
            rows.append(row)
            continue
        minutes = float(clock[1] - clock[0]) if clock else None
        length = (
            None
            if minutes is None
            else Length(minutes, minutes, line.place, "from one starting time to the next", line.text.flat[:20])
        )
        rows.append(TimedRow(line.text, length, clock))
    return rows


# ---- what counts ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class LeftOut:
    """A timed row that is no learning time of its own, and why."""

    row: TimedRow
    because: str


def learning(rows: Iterable[TimedRow], setting: Setting) -> tuple[list[TimedRow], list[LeftOut]]:
    """(rows of learning time, rows left out): breaks, and rows inside another. Totals are neither."""
    counted: list[TimedRow] = []
    left_out: list[LeftOut] = []
    for row in rows:
        if row.length is None or row.total:
            continue
        reason = "a break" if row.is_break(setting) else _inside(row, counted, setting)
        if reason:
            left_out.append(LeftOut(row, reason))
        else:
            counted.append(row)
    return counted, left_out


def _inside(row: TimedRow, counted: Sequence[TimedRow], setting: Setting) -> str | None:
    """Why a row takes no time of its own: it lies inside an earlier one. A row that names a part of its own, such as the second
    evening at the same hour, does not."""
    if row.clock is None or numbered_start(row.title.string, setting):
        return None
    for other in counted:
        if other.clock and other.clock[0] <= row.clock[0] and row.clock[1] <= other.clock[1]:
            return f'inside "{other.title.flat}"'
    return None


def as_group(row: TimedRow, because: str | None = None) -> Group:
    return Group(row.title, row.title.flat, row.title.place, {}, row.length, because)
