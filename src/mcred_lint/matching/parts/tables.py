"""Parts in tables: a row for each, a column for each, or a small table of labels and values for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Cell, Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Group, Length
from mcred_lint.matching.labels import PLAIN_RANK, Label
from mcred_lint.matching.lexicon import FIELD
from mcred_lint.matching.parts.cells import Keys, fill_cell, first_cell_keys
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.fields import fill_from_blocks
from mcred_lint.matching.parts.lengths import field_length
from mcred_lint.matching.parts.rows import LEAST_COLUMNS, header_at, rows_as_parts
from mcred_lint.matching.parts.timed_tables import TIME_CELL_WORDS
from mcred_lint.matching.parts.titles import is_break, numbered_start, take_heading
from mcred_lint.matching.segments import is_key_value
from mcred_lint.text.folding import bare_words, fold

TITLE_WORDS = 15
"""A longer cell beside a number is no title."""

TITLE_ROWS = 2
"""The number of the part that a small table is about stands in one of its first rows."""


def table_families(tables: Sequence[Table], setting: Setting) -> Iterator[tuple[list[Draft], list[Group]]]:
    """For each way of reading tables as parts: the drafts, and the rows left out with their reason.

    Tables with the same header are one table that goes on, such as one for each day.
    """
    small: list[Draft] = []
    found: dict[tuple[str, ...], tuple[list[Draft], list[Group]]] = {}
    for order, table in enumerate(tables):
        readings = rows_as_parts(table, setting), columns_as_parts(table, setting)
        drafts, left_out = max(readings, key=lambda reading: sum(map(setting.filled, reading[0])))
        if drafts:
            for draft in drafts:
                draft.table = table
            _go_on(found.setdefault(_header(table, order), ([], [])), drafts, left_out)
        elif is_key_value(table, setting.names.in_part) and not _is_about_all(table, setting):
            small.append(_small_table(table, order, setting))
    yield from found.values()
    if small:
        yield small, []


def _header(table: Table, order: int) -> tuple[str, ...]:
    """What tells tables apart: their header; a table without one stands for itself."""
    said = tuple(fold(cell.text.flat) for cell in table.header.cells) if table.header else ()
    return said if any(said) else (f"table {order}",)


def _go_on(found: tuple[list[Draft], list[Group]], drafts: Sequence[Draft], left_out: Sequence[Group]) -> None:
    """Add the parts of a further table; one that an earlier table has already is none."""
    known, pauses = found
    for draft in drafts:
        if not any(_same_part(draft, other) for other in known):
            draft.order = len(known)
            known.append(draft)
    pauses += left_out


def _same_part(draft: Draft, other: Draft) -> bool:
    """A part of an earlier table once more: with its number and its title."""
    if draft.table is other.table or draft.number != other.number or draft.title is None or other.title is None:
        return False
    return bare_words(draft.title.string) == bare_words(other.title.string)


def describes_parts(table: Table, setting: Setting) -> bool:
    """Whether a table has a column, or a row, for each of several fields of a part, filled or not."""
    if header_at(table, setting) is not None:
        return True
    fields = [row for row in table.all_rows if _names_field(first_cell_keys(row, setting))]
    return len(fields) > LEAST_COLUMNS and _width(table) > LEAST_COLUMNS


def _names_field(keys: Keys) -> bool:
    return any(key.startswith(FIELD) for key in keys)


def _width(table: Table) -> int:
    return max((len(row.cells) for row in table.all_rows), default=0)


# ---- a column for each part -------------------------------------------------------------------------------------------


def columns_as_parts(table: Table, setting: Setting) -> tuple[list[Draft], list[Group]]:
    """(a draft for each column but the first, which names the fields; the breaks among them)."""
    labelled = [(row, first_cell_keys(row, setting)) for row in table.all_rows]
    if _width(table) <= LEAST_COLUMNS or sum(_names_field(keys) for _, keys in labelled) < LEAST_COLUMNS:
        return [], []
    found = [_column_draft(labelled, column, setting) for column in range(1, _width(table))]
    drafts = [draft for draft in found if draft is not None]
    breaks = [draft for draft in drafts if is_break(draft.heading.string, setting.spec)]
    left_out = [draft.left_out(draft.heading.flat, draft.length) for draft in breaks]
    return [draft for draft in drafts if draft not in breaks], left_out


def _column_draft(labelled: Sequence[tuple[Row, Keys]], column: int, setting: Setting) -> Draft | None:
    cells = [(row.cells[0], keys, row.cells[column]) for row, keys in labelled if column < len(row.cells)]
    head = next((cell.text.strip() for _, _, cell in cells if cell.text), None)
    if head is None:
        return None
    draft = Draft(head, order=column)
    for first, keys, cell in cells:
        if not keys or any(map(setting.heads, keys)):
            take_heading(draft, cell.text, setting)
        fill_cell(draft, keys, cell, first.text, setting)
    if draft.title is not None:
        fill_from_blocks(draft, setting)
    return draft


# ---- a table for each part --------------------------------------------------------------------------------------------


def _is_about_all(table: Table, setting: Setting) -> bool:
    """Whether a table of labels and values is about the whole event: more of its labels name the component's own fields."""
    first = [first_cell_keys(row, setting) for row in table.all_rows]
    texts = (row.cells[0].text.strip(" :\n") for row in table.all_rows if row.cells)
    whole = [setting.names.in_component(Label(text, None, PLAIN_RANK)) for text in texts if text]
    return sum(map(bool, whole)) > sum(map(_names_field, first))


def _small_table(table: Table, order: int, setting: Setting) -> Draft:
    """A table of labels and values for one part."""
    cells = [cell for row in table.all_rows for cell in row.cells]
    top = next((cell.text for cell in cells if cell.text), Text(table.place.file))
    draft = Draft(top.strip(), blocks=[table], order=order)
    for row in table.all_rows[:TITLE_ROWS]:
        for cell in row.cells:
            _take_numbered(draft, cell, setting)
    fill_from_blocks(draft, setting)
    draft.length = draft.length or _length_beside(table.all_rows[0], setting)
    draft.title = draft.title or _title_beside(table.all_rows[0], draft, setting)
    return draft


def _length_beside(top: Row, setting: Setting) -> Length | None:
    """The length that stands beside the title, in a cell of its own."""
    beside = (cell.text for cell in top.cells[1:] if 0 < len(cell.text.string.split()) <= TIME_CELL_WORDS)
    lengths = (field_length(text, setting.language.durations) for text in beside)
    return next((length for length in lengths if length is not None), None)


def _title_beside(top: Row, draft: Draft, setting: Setting) -> Text | None:
    """The title that stands beside the number, in a cell of its own: "Session 1 | Who is missing?"."""
    beside = [cell.text.strip() for cell in top.cells[1:] if cell.text]
    if draft.number is None or len(beside) != 1 or first_cell_keys(top, setting):
        return None
    lengthy = len(beside[0].flat.split()) > TITLE_WORDS
    return None if lengthy or field_length(beside[0], setting.language.durations) else beside[0]


def _take_numbered(draft: Draft, cell: Cell, setting: Setting) -> None:
    if numbered_start(cell.text.string, setting):
        take_heading(draft, cell.text, setting)
