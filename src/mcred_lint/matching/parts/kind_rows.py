"""One table for several kinds of parts: a column says of each row to which kind it belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mcred_lint.document.blocks import Row, Table
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.specs import GroupsPlace

LEAST_KINDS = 2
"""A column that names fewer kinds tells no rows apart."""

RowKinds = Mapping[str | None, Table]


def rows_by_kind(table: Table, kinds: Mapping[str, GroupsPlace], names: Names) -> RowKinds:
    """The table's rows by the kind that one of its columns names; empty for a table without such a column."""
    width = max((len(row.cells) for row in table.all_rows), default=0)
    columns = (_of_column(table, column, kinds, names) for column in range(width))
    best = max(columns, key=lambda keys: len(set(keys) - {None}), default=[])
    if len(set(best) - {None}) < LEAST_KINDS:
        return {}
    rows: dict[str | None, list[Row]] = {}
    for key, row in zip(best, table.rows, strict=True):
        rows.setdefault(key, []).append(row)
    return {key: replace(table, rows=tuple(own)) for key, own in rows.items()}


def _of_column(table: Table, column: int, kinds: Mapping[str, GroupsPlace], names: Names) -> list[str | None]:
    """The kind that each row belongs to; an empty cell goes on with the kind above it."""
    found: list[str | None] = []
    for row in table.rows:
        said = _said(row, column)
        above = found[-1] if found else None
        found.append(_kind(said, _said(table.header, column), kinds, names) if said else above)
    return found


def _said(row: Row | None, column: int) -> str:
    return row.cells[column].text.flat.strip() if row is not None and column < len(row.cells) else ""


def _kind(said: str, header: str, kinds: Mapping[str, GroupsPlace], names: Names) -> str | None:
    """The kind that a cell names by itself, or with its header before it: "Outcome" over "2"."""
    for title in (said, f"{header} {said}"):
        named = [key for key in names.places.keys(title) if key in kinds]
        if len(named) == 1:
            return named[0]
    return None
