"""Timetables: rows with times, in tables or lists, with breaks and inner activities told apart."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.document.blocks import Block, Line, Table
from mcred_lint.matching.parts.drafts import Setting
from mcred_lint.matching.parts.timed_lines import line_rows
from mcred_lint.matching.parts.timed_rows import TimedRow
from mcred_lint.matching.parts.timed_tables import table_rows


def timetable(blocks: Iterable[Block], setting: Setting) -> list[TimedRow]:
    """The timed rows of a passage in reading order; lines between two tables are a list of their own."""
    rows: list[TimedRow] = []
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            rows += [*line_rows(lines, setting), *table_rows(block, setting)]
            lines = []
        else:
            lines.append(block)
    return rows + line_rows(lines, setting)
