"""Tables with a part in each row, under a header that names its fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mcred_lint.document.blocks import Cell, Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Group, Length
from mcred_lint.matching.lexicon import FIELD
from mcred_lint.matching.parts.cells import Keys, fill_cell
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.fields import fill_from_blocks
from mcred_lint.matching.parts.lengths import TO_THE_NEXT
from mcred_lint.matching.parts.timed_tables import cell_text, table_rows, time_columns
from mcred_lint.matching.parts.titles import is_break, is_total, take_heading
from mcred_lint.matching.segments import columns_named
from mcred_lint.text.folding import fold

LEAST_COLUMNS = 2
"""A table whose header names this many fields, or one and what a part is called, has a part in each row."""
NAME_WORDS = 6
"""More words alone in a row say something to the reader and name no part."""
HEADER_ROWS = 3
"""The header is one of the first rows: a title or a line about the day may stand above it."""


def header_at(table: Table, setting: Setting) -> int | None:
    """The number of the row that names the fields of a part, column by column."""
    named = (_named_columns(row, setting) for row in table.all_rows[:HEADER_ROWS])
    return next((number for number, columns in enumerate(named) if columns >= LEAST_COLUMNS), None)


def _named_columns(row: Row, setting: Setting) -> int:
    """How many columns a header names, that of the parts' own names or numbers ("Session") included."""
    columns = columns_named(row, setting.names.in_part)
    others = (cell for number, cell in enumerate(row.cells) if number not in columns)
    return len(columns) + any(fold(cell.text.flat).strip(" :#.") in setting.spec.called for cell in others)


def rows_as_parts(table: Table, setting: Setting) -> tuple[list[Draft], list[Group]]:
    """(a draft for each row, the breaks among them); nothing for a table without such a header."""
    at = header_at(table, setting)
    if at is None:
        return [], []
    rows = _Rows(table, table.all_rows[at], setting)
    if not any(key.startswith(FIELD) for keys in rows.columns.values() for key in keys):
        return [], []
    drafts: list[Draft] = []
    left_out: list[Group] = []
    for order, row in enumerate(table.all_rows[at + 1 :]):
        draft = rows.draft(row, order)
        if draft is None or is_total(draft.heading.string, setting.spec) or rows.ends_with(row, draft):
            continue
        if is_break(draft.heading.string, setting.spec):
            left_out.append(draft.left_out(draft.heading.flat, draft.length))
        elif drafts and _goes_on(drafts[-1], draft):
            _merge(drafts[-1], draft)
        else:
            drafts.append(draft)
    return drafts, left_out


def _goes_on(earlier: Draft, later: Draft) -> bool:
    """A merged cell comes as repeated text: the same part over several rows."""
    return later.number is not None and later.number == earlier.number and later.title is None


def _merge(earlier: Draft, later: Draft) -> None:
    for key, value in later.values.items():
        if earlier.lacks(key) and (value.filled or key in earlier.values):
            earlier.values[key] = value
    earlier.length = earlier.length or later.length


def _filled(row: Row) -> list[Cell]:
    """The cells with words or figures in them."""
    return [cell for cell in row.cells if any(map(str.isalnum, cell.text.string))]


@dataclass(frozen=True)
class _Rows:
    """One table with its header."""

    table: Table
    header: Row
    setting: Setting

    @cached_property
    def columns(self) -> Mapping[int, Keys]:
        return columns_named(self.header, self.setting.names.in_part)

    @cached_property
    def _titled(self) -> list[int]:
        """The columns that hold the titles."""
        return [column for column, keys in self.columns.items() if any(map(self.setting.heads, keys))]

    @cached_property
    def _timed(self) -> Mapping[object, Length | None]:
        """The lengths that the table gives as a timetable, by the place of a row's title."""
        return {timed.title.place: timed.length for timed in reversed(table_rows(self.table, self.setting))}

    def draft(self, row: Row, order: int) -> Draft | None:
        """A part from a row; None for a row that only groups others (a day's name) or has nothing in it."""
        filled = _filled(row)
        if not filled or (len(filled) < 2 and not self._names_part(row)):
            return None
        titles = [text for column in self._titled if (text := cell_text(row, column))]
        first = self._first_words(row) or filled[0].text
        draft = Draft((titles[0] if titles else first).strip(), order=order)
        self._take_titles(draft, row, titles, first)
        for column, keys in self.columns.items():
            if column < len(row.cells):
                fill_cell(draft, keys, row.cells[column], self.header.cells[column].text, self.setting, draft.heading)
        if draft.title is not None:
            fill_from_blocks(draft, self.setting)
        elif len(filled) < 2:
            return None  # a row of the template, "Session 4", that nobody used
        draft.length = draft.length or self._length(row)
        return draft

    def _names_part(self, row: Row) -> bool:
        """Whether a row with a single filled cell is a part of which nothing but its name was written: the cell stands where the
        names are, and the table does not group its rows under such lines."""
        at = next(number for number, cell in enumerate(row.cells) if cell.text)
        named = at in self._titled or (at == 0 and 0 not in self.columns)
        said = row.cells[at].text.flat
        title = said[:1].isalnum() and said[-1:] not in ".:" and len(said.split()) <= NAME_WORDS
        return named and title and not row.cells[at].text.bold and not self._groups_rows

    @cached_property
    def _groups_rows(self) -> bool:
        """Whether the first row below the header is a line over others, such as a day's name."""
        rows = self.table.all_rows
        below = rows[rows.index(self.header) + 1 :]
        return len(_filled(next((row for row in below if _filled(row)), self.header))) < 2

    def ends_with(self, row: Row, draft: Draft) -> bool:
        """Whether a row only says when everything is over: the last of a table of starting times."""
        last = row is self.table.all_rows[-1] and draft.length is None and not self.setting.filled(draft)
        return last and any(length is not None and length.rule == TO_THE_NEXT for length in self._timed.values())

    def _first_words(self, row: Row) -> Text | None:
        """The first cell with words that is not about time."""
        times = time_columns(Table((row,), row.place, self.header), self.setting)
        cells = (cell.text for column, cell in enumerate(row.cells) if column not in times)
        return next((text for text in cells if any(map(str.isalpha, text.string))), None)

    def _take_titles(self, draft: Draft, row: Row, titles: Sequence[Text], first: Text) -> None:
        unnamed = [first] if 0 not in self.columns and first is row.cells[0].text else []
        for text in titles or unnamed:
            take_heading(draft, text, self.setting)
        draft.number = draft.number or _bare_number(row)

    def _length(self, row: Row) -> Length | None:
        places = (cell.text.place for cell in row.cells)
        return next((self._timed[place] for place in places if place in self._timed), None)


def _bare_number(row: Row) -> str | None:
    first = row.cells[0].text.flat.strip("#. ()") if row.cells else ""
    return first if first.isdigit() and len(first) <= 2 else None
