"""When the rows of a timetable begin and end; a row that states its beginning only ends when the next one begins."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.text.clock import ClockRange, day_parts

LONGEST_ROW = 6 * 60
"""Minutes. From one starting time to a later one than this there is no row, but a night or a gap."""

Moment = ClockRange | int | None
"""What a row says of its time: a range, its beginning alone, or nothing."""


def begins_and_ends(moments: Sequence[Moment]) -> list[tuple[int, int] | None]:
    """(beginning, end) of each row of one day, in minutes since midnight; None where the end cannot be told."""
    known = [moment for moment in moments if moment is not None]
    placed = iter(day_parts(known))  # type: ignore[type-var]  # ranges and beginnings may stand in one timetable
    in_day: list[Moment] = [None if moment is None else next(placed) for moment in moments]
    return [_row(moment, in_day[number + 1 :]) for number, moment in enumerate(in_day)]


def _row(moment: Moment, later: Sequence[Moment]) -> tuple[int, int] | None:
    if moment is None:
        return None
    if isinstance(moment, ClockRange):
        return moment.begins, moment.ends
    end = next((_beginning(other) for other in later if other is not None), moment)
    return (moment, end) if moment < end <= moment + LONGEST_ROW else None


def _beginning(moment: ClockRange | int) -> int:
    return moment.begins if isinstance(moment, ClockRange) else moment
