"""Entries typed as list items and as table rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Cell, Kind, Line, Row, Table
from mcred_lint.document.text import Text, join
from mcred_lint.matching.references.lines import paragraph_drafts
from mcred_lint.matching.references.looks import Draft, Looks
from mcred_lint.matching.references.numbers import split_item
from mcred_lint.text.folding import bare_words

DEEPEST = 6
"""Levels of lists in lists that are looked into."""
LONGEST_HEADER = 3
"""Words of a column's name."""
SHORTEST_TITLE = 4
"""Characters; a shorter cell is a number or a code."""


def item_drafts(blocks: Sequence[Line], looks: Looks, depth: int = 0) -> list[Draft]:
    """One draft for each item of the highest level; deeper ones stand below it, unless it only groups them."""
    drafts: list[Draft] = []
    for own in _by_item(blocks):
        item, *rest = own
        nested = [line for line in rest if line.level > item.level or (line.kind is Kind.ITEM)]
        lines = [item.text, *(line.text for line in rest if line.kind is Kind.TEXT and line.block == item.block)]
        if depth < DEEPEST and _groups_items(join(lines), nested, looks):
            drafts += item_drafts(nested, looks, depth + 1)
            continue
        below = [line.text for line in rest if line.block != item.block or line.kind is not Kind.TEXT]
        pieces = split_item(join(lines), item.marker)
        drafts += [Draft([piece]) for piece in pieces[:-1] if not looks.blank(piece)]
        last = Draft(pieces[-1:] if len(pieces) > 1 else lines, below)
        drafts += [] if looks.blank(last.text) else [_with_addresses(last, looks)]
    return drafts


def _by_item(blocks: Sequence[Line]) -> Iterator[list[Line]]:
    top = min((line.level for line in blocks if line.kind is Kind.ITEM), default=0)
    own: list[Line] = []
    for line in blocks:
        if line.kind is Kind.ITEM and line.level <= top:
            if own:
                yield own
            own = [line]
        elif own:
            own.append(line)
    if own:
        yield own


def _groups_items(text: Text, nested: Sequence[Line], looks: Looks) -> bool:
    items = [line.text for line in nested if line.kind is Kind.ITEM]
    if not items:
        return looks.grouping(text)
    if looks.grouping(text) or (text.flat.endswith(":") and not looks.reference(text)):
        return True
    return not looks.reference(text) and sum(map(looks.reference, items)) > len(items) / 2


def _with_addresses(draft: Draft, looks: Looks) -> Draft:
    """Lines below that are nothing but an address belong to the entry itself."""
    own = [text for text in draft.below if looks.address_only(text)]
    return Draft([*draft.lines, *own], [text for text in draft.below if text not in own], draft.title)


def table_drafts(table: Table, looks: Looks) -> list[Draft]:
    """One draft for each row that says something; a header that holds data is a row like the others."""
    rows = list(table.all_rows)
    if rows and not _is_data(rows[0], looks) and (table.header is not None or _names_columns(rows, looks)):
        rows = rows[1:]
    if max((len(row.cells) for row in table.all_rows), default=0) == 1:
        cells = [cell for row in rows for cell in row.cells]
        return [draft for cell in cells for draft in _cell_drafts(cell, looks)]
    return [draft for row in rows if (draft := _row_draft(row, looks)) is not None]


def _is_data(row: Row, looks: Looks) -> bool:
    """Whether a first row is about a source: something in it has an address, a year or an author."""
    return any(looks.dated_or_linked(cell.text) for cell in row.cells)


def _names_columns(rows: Sequence[Row], looks: Looks) -> bool:
    """Whether an unmarked first row is a header: short words over rows of data."""
    short = all(len(cell.text.flat.split()) <= LONGEST_HEADER for cell in rows[0].cells)
    return short and any(_is_data(row, looks) for row in rows[1:])


def _cell_drafts(cell: Cell, looks: Looks) -> list[Draft]:
    lines = [Line(Kind.TEXT, text.strip(), block=1) for text in cell.text.lines()]
    return paragraph_drafts(lines, looks)


def _row_draft(row: Row, looks: Looks) -> Draft | None:
    """The cells of a row, each said once; its title is what its first two cells with words say: author and title."""
    cells = list({cell.text.flat: cell.text for cell in row.cells if cell.text and not looks.blank(cell.text)}.values())
    said = [text for text in cells if any(map(str.isalpha, text.string))]
    if not said or (len(said) == 1 and looks.grouping(said[0])):
        return None
    titles = [text.flat for text in said if len(text.flat) >= SHORTEST_TITLE and not looks.address_only(text)]
    return Draft(cells, title=bare_words(" ".join(titles[:2])))
