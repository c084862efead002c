"""What a cell of a table gives to a part: a field, a length, or its number and title."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.document.blocks import Cell, Row
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length
from mcred_lint.matching.labels import PLAIN_RANK, Label
from mcred_lint.matching.lexicon import FIELD, LENGTH, TIMES
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.fields import add_value
from mcred_lint.matching.parts.lengths import CLOCK_TIMES, field_length, title_length
from mcred_lint.matching.segments import cell_lines

Keys = Sequence[str]
"""What the header of a column, or the first cell of a row, names."""


def fill_cell(draft: Draft, keys: Keys, cell: Cell, label: Text, setting: Setting, beside: Text | None = None) -> None:
    """Put a cell into the fields that its label names. label: the header above it or the cell before it. beside: where to point
    when the cell is empty, instead of the label."""
    for key in keys:
        if key == LENGTH:
            draft.length = _better(draft.length, _length(keys, cell, label, setting))
        elif key.startswith(FIELD) and not setting.heads(key):
            add_value(draft, key.removeprefix(FIELD), cell_lines(cell), cell.text or beside or label, setting)


def _length(keys: Keys, cell: Cell, label: Text, setting: Setting) -> Length | None:
    """A column for the time alone holds nothing else; one for title and time holds the time set apart."""
    if not cell.text:
        return None
    if any(key not in TIMES for key in keys):
        return title_length(cell.text, setting.language.durations)
    return field_length(cell.text, setting.language.durations, label.flat, setting.spec.day_lengths)


def _better(known: Length | None, found: Length | None) -> Length | None:
    """A stated duration before clock times."""
    if known is None or (found is not None and known.rule == CLOCK_TIMES):
        return found or known
    return known


def first_cell_keys(row: Row, setting: Setting) -> tuple[str, ...]:
    """The fields of a part that the first cell of a row names."""
    text = row.cells[0].text.strip(" :\n") if row.cells else None
    return setting.names.in_part(Label(text, None, PLAIN_RANK)) if text is not None and text else ()
