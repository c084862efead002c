"""Timetables that are lists or lines: "9:00 - 10:30 Reading the budget", "Opening circle (10 min)"."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.labels import BOLD_RANK, PLAIN_RANK
from mcred_lint.matching.parts.clocks import begins_and_ends
from mcred_lint.matching.parts.drafts import Setting
from mcred_lint.matching.parts.lengths import TO_THE_NEXT, as_length, clock_length, exactly
from mcred_lint.matching.parts.timed_rows import TimedRow
from mcred_lint.matching.parts.titles import is_total
from mcred_lint.text.clock import find_clock_range, read_clock_range, read_start_time
from mcred_lint.text.durations import Duration, find_durations
from mcred_lint.text.phrases import index

LONGEST_LINE = 400
"""Characters. A longer line is prose that mentions a time."""
TITLE_WORDS = 14
"""A length in brackets in the middle of a line stands behind a title of at most so many words."""

_AROUND = " \t:.-\u2013\u2014|,;()"
_BEFORE = ("(", "[", "-", "\u2013", "\u2014", ":", ",", "|")
_AFTER = (":", "-", "\u2013", "\u2014", ")", "]", "|")


def line_rows(lines: Sequence[Line], setting: Setting) -> list[TimedRow]:
    """Lines that begin with a time or carry a length beside their title; deeper lines under such a row belong to it."""
    taken: list[tuple[Line, TimedRow | int]] = []
    inside: int | None = None
    for line in lines:
        rank = _rank(line)
        if inside is not None and rank > inside:
            continue
        row = _line_row(line, setting)
        inside = None if row is None else rank
        if row is not None:
            taken.append((line, row))
    return _with_ends(taken)


def _rank(line: Line) -> int:
    if line.kind is Kind.HEADING:
        return line.level
    return (BOLD_RANK if line.text.bold_lead and line.kind is not Kind.ITEM else PLAIN_RANK) + line.level


def _with_ends(taken: Sequence[tuple[Line, TimedRow | int]]) -> list[TimedRow]:
    """Rows that state only their beginning get the time up to the next row."""
    moments = [row if isinstance(row, int) else row.clock[0] if row.clock else None for _, row in taken]
    clocks = begins_and_ends(moments)
    return [
        row if isinstance(row, TimedRow) else _to_the_next(line, clock)
        for (line, row), clock in zip(taken, clocks, strict=True)
    ]


def _to_the_next(line: Line, clock: tuple[int, int] | None) -> TimedRow:
    length = None if clock is None else exactly(clock[1] - clock[0], line.place, TO_THE_NEXT, line.text.flat[:20])
    return TimedRow(line.text, length, clock)


# ---- one line ---------------------------------------------------------------------------------------------------------


def _line_row(line: Line, setting: Setting) -> TimedRow | int | None:
    """A row with its length, or the starting time alone; None for a line that states no time of its own."""
    words, string = setting.language.durations, line.text.string
    if line.kind not in (Kind.HEADING, Kind.TEXT, Kind.ITEM) or len(string) > LONGEST_LINE:
        return None
    clock = read_clock_range(string, words)
    if clock is not None:
        rest = line.text.slice(clock.end).strip(_AROUND)
        title = rest if any(map(str.isalpha, rest.string)) else line.text.slice(0, clock.start)
        return TimedRow(title, clock_length(clock, line.text), (clock.begins, clock.ends))
    start = read_start_time(string, words)
    return start if start is not None else _beside_title(line, setting)


def _beside_title(line: Line, setting: Setting) -> TimedRow | None:
    """A title with its length at the end or the beginning: "Opening circle (10 min)", "20 minutes: gallery walk"."""
    for found in find_durations(line.text.string, setting.language.durations):
        if found.high > 0 and _stands_beside(found, line):
            title = _title(found, line.text)
            clock = find_clock_range(line.text.string[found.start : found.end], setting.language.durations)
            times = (clock.begins, clock.ends) if clock is not None else None
            total = is_total(title.string, setting.spec)
            return TimedRow(title, as_length(found, line.text), times, total) if title.string else None
    return None


def _stands_beside(found: Duration, line: Line) -> bool:
    before, after = line.text.string[: found.start].rstrip(), line.text.string[found.end :].lstrip()
    at_end = not any(map(str.isalnum, after)) and (before.endswith(_BEFORE) or line.kind is Kind.HEADING)
    at_start = not any(map(str.isalnum, before)) and after.startswith(_AFTER)
    bracketed = before.endswith(("(", "[")) and after.startswith((")", "]"))
    return at_end or at_start or (bracketed and len(index(before).words) <= TITLE_WORDS)


def _title(found: Duration, text: Text) -> Text:
    before = text.slice(0, found.start)
    title = before if any(map(str.isalpha, before.string)) else text.slice(found.end)
    return title.strip(_AROUND + "[]")
