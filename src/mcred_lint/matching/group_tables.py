"""Parts in tables: a row for each, a column for each, or a small table of labels and values for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Cell, Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.agenda import TIME_CELL_WORDS, table_rows, time_columns
from mcred_lint.matching.content import Group, Length
from mcred_lint.matching.group_drafts import (
    Draft,
    Setting,
    add_value,
    fill_from_blocks,
    is_break,
    is_total,
    numbered_start,
    title_in,
)
from mcred_lint.matching.labels import PLAIN_RANK, Label
from mcred_lint.matching.lengths import field_length, title_length
from mcred_lint.matching.lexicon import FIELD, LENGTH, TIMES
from mcred_lint.matching.segments import cell_lines, columns_named, is_key_value

LEAST_COLUMNS = 2
"""A table whose header names this many fields has a part in each row."""


def table_families(tables: Sequence[Table], setting: Setting) -> Iterator[tuple[list[Draft], list[Group]]]:
    """For each way of reading a table as parts: the drafts, and the rows left out with their reason."""
    small: list[Draft] = []
    for order, table in enumerate(tables):
        by_row = _rows_as_parts(table, setting)
        by_column = _columns_as_parts(table, setting)
        best = max((by_row, by_column), key=lambda family: sum(draft.filled for draft in family[0]))
        if best[0]:
            for draft in best[0]:
                draft.table = table
            yield best
        elif is_key_value(table, setting.names.in_part):
            small.append(_small_table(table, order, setting))
    if small:
        yield small, []


def describes_parts(table: Table, setting: Setting) -> bool:
    """Whether a table has a column, or a row, for each of several fields of a part, filled or not."""
    if _header_at(table, setting) is not None:
        return True
    fields = [row for row in table.all_rows if any(key.startswith(FIELD) for key in _first_cell_keys(row, setting))]
    return len(fields) > LEAST_COLUMNS and max(len(row.cells) for row in table.all_rows) > LEAST_COLUMNS


def _header_at(table: Table, setting: Setting) -> int | None:
    return next(
        (
            n
            for n, row in enumerate(table.all_rows[:3])
            if len(columns_named(row, setting.names.in_part)) >= LEAST_COLUMNS
        ),
        None,
    )


def _rows_as_parts(table: Table, setting: Setting) -> tuple[list[Draft], list[Group]]:
    header_at = _header_at(table, setting)
    if header_at is None:
        return [], []
    header = table.all_rows[header_at]
    columns = columns_named(header, setting.names.in_part)
    if not any(key.startswith(FIELD) for keys in columns.values() for key in keys):
        return [], []
    lengths = {id(timed.title): timed for timed in table_rows(table, setting)}
    drafts: list[Draft] = []
    left_out: list[Group] = []
    for order, row in enumerate(table.all_rows[header_at + 1 :]):
        draft = _row_draft(row, header, columns, setting, order)
        if draft is None:
            continue
        if draft.length is None:
            timed = next(
                (
                    timed
                    for timed in lengths.values()
                    if any(timed.title.place == cell.text.place for cell in row.cells)
                ),
                None,
            )
            draft.length = timed.length if timed else None
        if is_total(draft.heading.string, setting.spec):
            continue
        if is_break(draft.heading.string, setting.spec):
            left_out.append(Group(draft.title, draft.heading.flat, draft.place, {}, draft.length, "a break"))
        elif drafts and _same_row(drafts[-1], draft):
            _merge(drafts[-1], draft)
        else:
            drafts.append(draft)
    return drafts, left_out


def _row_draft(
    row: Row, header: Row, columns: dict[int, tuple[str, ...]], setting: Setting, order: int
) -> Draft | None:
    """A part from a row; None for a row that only groups others (a day's name) or has nothing in it."""
    filled = [cell for cell in row.cells if any(map(str.isalnum, cell.text.string))]
    if len(filled) < 2:
        return None
    named = [
        n
        for n, keys in columns.items()
        if any(_heads(key, setting) for key in keys) and n < len(row.cells) and row.cells[n].text
    ]
    times = time_columns(Table((row,), row.place, header), setting)
    first = next(
        (cell.text for n, cell in enumerate(row.cells) if n not in times and any(map(str.isalpha, cell.text.string))),
        filled[0].text,
    )
    heading = row.cells[named[0]].text if named else first
    draft = Draft(heading.strip(), order=order)
    titles = [row.cells[n].text for n in named] or ([first] if 0 not in columns and first is row.cells[0].text else [])
    for text in titles:
        found = numbered_start(text.string, setting)
        draft.number = draft.number or (found[1] if found else None)
        draft.title = draft.title or title_in(text, found[2] if found else 0, setting)
        draft.length = draft.length or None
    draft.number = draft.number or _bare_number(row)
    for column, keys in columns.items():
        if column < len(row.cells):
            _fill_cell(draft, keys, row.cells[column], header.cells[column].text, setting)
    if draft.title is not None:
        fill_from_blocks(draft, setting)
    return draft


def _heads(key: str, setting: Setting) -> bool:
    return key.startswith(FIELD) and setting.spec.fields[key.removeprefix(FIELD)].from_heading


def _bare_number(row: Row) -> str | None:
    first = row.cells[0].text.flat.strip("#. ()") if row.cells else ""
    return first if first.isdigit() and len(first) <= 2 else None


def _fill_cell(draft: Draft, keys: tuple[str, ...], cell: Cell, label: Text, setting: Setting) -> None:
    for key in keys:
        if key == LENGTH:
            found = _cell_length(keys, cell, label, setting)
            draft.length = _better(draft.length, found)
        elif key.startswith(FIELD) and not _heads(key, setting):
            add_value(
                draft, key.removeprefix(FIELD), list(cell_lines(cell)), cell.text if cell.text else label, setting
            )


def _cell_length(keys: tuple[str, ...], cell: Cell, label: Text, setting: Setting) -> Length | None:
    """A column for the time alone holds nothing else; one for title and time holds the time set apart."""
    if not cell.text:
        return None
    if any(key not in TIMES for key in keys):
        return title_length(cell.text, setting.language.durations)
    return field_length(cell.text, setting.language.durations, label.flat, setting.spec.day_lengths)


def _better(known: Length | None, found: Length | None) -> Length | None:
    """A stated duration before clock times."""
    if known is None or (found is not None and known.rule == "clock times"):
        return found or known
    return known


def _same_row(earlier: Draft, later: Draft) -> bool:
    """A merged cell comes as repeated text: the same part over several rows."""
    return later.number is not None and later.number == earlier.number and later.title is None


def _merge(earlier: Draft, later: Draft) -> None:
    for key, value in later.values.items():
        if (value.filled and not (known := earlier.values.get(key))) or (known and not known.filled):
            earlier.values[key] = value
    earlier.length = earlier.length or later.length


def _columns_as_parts(table: Table, setting: Setting) -> tuple[list[Draft], list[Group]]:
    """The first column names the fields, each further column is a part."""
    rows = table.all_rows
    width = max((len(row.cells) for row in rows), default=0)
    keys = [_first_cell_keys(row, setting) for row in rows]
    if width < 3 or sum(any(key.startswith(FIELD) for key in found) for found in keys) < LEAST_COLUMNS:
        return [], []
    drafts, left_out = [], []
    for column in range(1, width):
        draft = _column_draft(rows, keys, column, setting)
        if draft is None:
            continue
        if is_break(draft.heading.string, setting.spec):
            left_out.append(Group(draft.title, draft.heading.flat, draft.place, {}, draft.length, "a break"))
        else:
            drafts.append(draft)
    return drafts, left_out


def _first_cell_keys(row: Row, setting: Setting) -> tuple[str, ...]:
    text = row.cells[0].text.strip(" :\n") if row.cells else None
    return setting.names.in_part(Label(text, None, PLAIN_RANK)) if text is not None and text else ()


def _column_draft(rows: Sequence[Row], keys: Sequence[tuple[str, ...]], column: int, setting: Setting) -> Draft | None:
    cells = [row.cells[column] if column < len(row.cells) else None for row in rows]
    head = next((cell.text.strip() for cell in cells if cell is not None and cell.text), None)
    if head is None:
        return None
    draft = Draft(head, order=column)
    for row, found, cell in zip(rows, keys, cells, strict=True):
        if cell is None:
            continue
        if not found or any(_heads(key, setting) for key in found):
            _take_heading(draft, cell.text, setting)
        _fill_cell(draft, found, cell, row.cells[0].text, setting)
    if draft.title is not None:
        fill_from_blocks(draft, setting)
    return draft


def _take_heading(draft: Draft, text: Text, setting: Setting) -> None:
    found = numbered_start(text.string, setting)
    draft.number = draft.number or (found[1] if found else None)
    draft.title = draft.title or title_in(text.strip(), found[2] if found else 0, setting)


def _small_table(table: Table, order: int, setting: Setting) -> Draft:
    """A table of labels and values for one part."""
    top = next((cell.text for row in table.all_rows for cell in row.cells if cell.text), Text(table.place.file))
    draft = Draft(top.strip(), blocks=[table], order=order)
    for row in table.all_rows[:2]:
        for cell in row.cells:
            if numbered_start(cell.text.string, setting):
                _take_heading(draft, cell.text, setting)
    fill_from_blocks(draft, setting)
    if draft.length is None:
        beside = (
            cell.text for cell in table.all_rows[0].cells[1:] if 0 < len(cell.text.string.split()) <= TIME_CELL_WORDS
        )
        draft.length = next(
            (found for text in beside if (found := field_length(text, setting.language.durations))), None
        )
    return draft
