"""Rows of a timetable, and which of them are learning time: breaks, totals and rows inside another are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Group, Length
from mcred_lint.matching.parts.drafts import A_BREAK, Setting
from mcred_lint.matching.parts.titles import is_break, numbered_start


@dataclass(frozen=True)
class TimedRow:
    """One row of a timetable; `clock` where it has times of day, in minutes since midnight."""

    title: Text
    length: Length | None
    clock: tuple[int, int] | None = None
    total: bool = False

    def as_group(self, because: str | None = None) -> Group:
        """The row as a report shows it, with the reason why it is left out."""
        return Group(self.title, self.title.flat, self.title.place, {}, self.length, because)


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
        reason = A_BREAK if is_break(row.title.string, setting.spec) else _inside(row, counted, setting)
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
