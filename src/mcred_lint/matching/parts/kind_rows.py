"""Tables of several kinds of parts: one for all, whose column or rows say to which kind a row belongs, or several for one kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mcred_lint.document.blocks import Block, Row, Table
from mcred_lint.matching.content import Passage
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.parts.rows import LEAST_COLUMNS
from mcred_lint.matching.segments import columns_named
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.text.folding import fold

LEAST_KINDS = 2
"""A table that names fewer kinds tells no rows apart."""

Found = list[tuple[str | None, Row]]
"""The rows of a table, each with its kind."""

RowKinds = Mapping[str | None, Table]


def rows_by_kind(table: Table, kinds: Mapping[str, GroupsPlace], names: Names) -> RowKinds:
    """The table's rows by the kind that is named in a column, or in a row over them; empty for a table that names none."""
    width = max((len(row.cells) for row in table.all_rows), default=0)
    columns = [_of_column(table, column, kinds, names) for column in range(width)]
    best = max((_over_rows(table, kinds, names), *columns), key=lambda found: len({key for key, _ in found} - {None}))
    rows: dict[str | None, list[Row]] = {}
    for key, row in best:
        rows.setdefault(key, []).append(row)
    if len(rows.keys() - {None}) < LEAST_KINDS:
        return {}
    return {key: replace(table, rows=tuple(own)) for key, own in rows.items()}


def _over_rows(table: Table, kinds: Mapping[str, GroupsPlace], names: Names) -> Found:
    """By rows that hold nothing but a kind's name; a merged cell may come as repeated text."""
    found: Found = []
    kind = None
    for row in table.rows:
        said = {cell.text.flat.strip() for cell in row.cells} - {""}
        named = _kind(said.pop(), "", kinds, names) if len(said) == 1 else None
        if named is None:
            found.append((kind, row))
        kind = named or kind
    return found


def _of_column(table: Table, column: int, kinds: Mapping[str, GroupsPlace], names: Names) -> Found:
    """By the cells of one column; an empty cell goes on with the kind above it."""
    found: Found = []
    for row in table.rows:
        said = _said(row, column)
        above = found[-1][0] if found else None
        found.append((_kind(said, _said(table.header, column), kinds, names) if said else above, row))
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


# ---- several tables of one kind ---------------------------------------------------------------------------------------


def joined_tables(passages: Sequence[Passage], names: Names) -> list[Passage]:
    """The passages with tables that have the same header as one table: the parts go on in the second one. names: of the parts."""
    rows: dict[tuple[str, ...], list[Row]] = {}
    for block in (block for passage in passages for block in passage.blocks):
        if isinstance(block, Table) and _lists_parts(block, names):
            rows.setdefault(_header(block), []).extend(block.rows)
    return [replace(passage, blocks=tuple(_with_all_rows(passage, rows))) for passage in passages]


def _with_all_rows(passage: Passage, rows: dict[tuple[str, ...], list[Row]]) -> Iterator[Block]:
    """The blocks of a passage; the first table with a header takes all its rows out of `rows`, the others have none left."""
    for block in passage.blocks:
        if not isinstance(block, Table) or _header(block) not in rows:
            yield block
        elif own := rows[_header(block)]:
            yield replace(block, rows=tuple(own))
            own.clear()


def _lists_parts(table: Table, names: Names) -> bool:
    return len(columns_named(table.header, names.in_part)) >= LEAST_COLUMNS


def _header(table: Table) -> tuple[str, ...]:
    return tuple(fold(cell.text.flat) for cell in table.header.cells) if table.header else ()
