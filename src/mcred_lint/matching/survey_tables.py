"""Survey forms and answers in tables: questions down the side or along the top, people along the other edge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mcred_lint.document.blocks import Cell, Kind, Line, Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.survey_items import FormItem
from mcred_lint.matching.survey_options import MARKS, Option
from mcred_lint.matching.survey_prompts import PROMPT_WORDS, asks, code_of, repeats
from mcred_lint.matching.survey_styles import Style
from mcred_lint.matching.survey_words import SurveyWords

_AVERAGE = re.compile(r"\d{1,2}[.,]\d{1,2}")

ID_WORDS = 4
"""What stands for a person in a table has at most so many words."""


@dataclass(frozen=True)
class Person:
    """One respondent of a table, with the items of the form."""

    label: Text
    items: tuple[FormItem, ...]


@dataclass(frozen=True)
class TableForm:
    """What a table holds: the items of one form, or those of several people, or only sums."""

    items: tuple[FormItem, ...] = ()
    people: tuple[Person, ...] = ()
    sums_up: bool = False


def read_table(table: Table, words: SurveyWords, known: Sequence[str] = (), start: int = 0) -> TableForm:
    """The form, or the answers of several people, that a table holds; empty for any other table."""
    rows = [row for row in table.all_rows if any(cell.text for cell in row.cells)]
    if len(rows) < 2:
        return TableForm()
    header, body = rows[0], rows[1:]
    if _sums_up(header, body, words):
        return TableForm(sums_up=True)
    grid = _Grid(header, body, words, known, start)
    return grid.people_along() or grid.people_down() or grid.form()


def _sums_up(header: Row, body: Sequence[Row], words: SurveyWords) -> bool:
    """Averages, shares, or how often each option was chosen."""
    if any(words.sums_up(cell.text.flat) for cell in header.cells):
        return True
    cells = [cell.text.flat for row in body for cell in row.cells[1:] if cell.text]
    if cells and 2 * sum("%" in cell or _AVERAGE.fullmatch(cell) is not None for cell in cells) >= len(cells):
        return True
    scaled = [number for number, cell in enumerate(header.cells) if number and _is_scale_head(cell, words)]
    counts = [sum(_cell(row, number).flat.isdigit() for number in scaled) for row in body]
    return len(scaled) > 1 and sum(count > 1 for count in counts) * 2 > len(body)


def _cell(row: Row, number: int) -> Text:
    return row.cells[number].text if number < len(row.cells) else Text("")


def _is_scale_head(cell: Cell, words: SurveyWords) -> bool:
    string = cell.text.flat
    return bool(string) and (string.isdigit() or words.is_scale(string.strip("0123456789 =-:.()/")))


@dataclass(frozen=True)
class _Grid:
    header: Row
    body: Sequence[Row]
    words: SurveyWords
    known: Sequence[str]
    start: int

    # -- one row or one column for each person

    def people_down(self) -> TableForm | None:
        """A row for each person: questions along the top."""
        columns = [number for number, cell in enumerate(self.header.cells) if self._is_prompt(cell.text)]
        others = [
            number
            for number in range(len(self.header.cells))
            if number not in columns and self.header.cells[number].text
        ]
        filled = [row for row in self.body if row.cells and _cell(row, 0)]
        named = [row for row in filled if self.words.names_one(_cell(row, 0).flat)]
        ids = filled and all(self._is_id(_cell(row, 0)) for row in filled) and 0 not in columns
        listed = len(named) == len(filled) > 1 or (
            len(self.header.cells) == len(self.known) + 1 > 2 and all(code_only(_cell(row, 0)) for row in filled)
        )
        if len(columns) < 2 and not (listed and len(self.header.cells) > 2):
            return None
        if 0 in columns and not self._all_answered_along(columns):
            return None
        if 0 not in columns and not ids:
            return None
        if len(columns) < 2:
            columns = [number for number in range(1, len(self.header.cells)) if number not in columns]
        shown = sorted({*columns, *(number for number in others if number)})
        rows = filled or list(self.body)
        return TableForm(people=tuple(self._person_down(row, shown, 0 in columns) for row in rows))

    def _all_answered_along(self, columns: Sequence[int]) -> bool:
        """No id column: every header asks and no first cell does."""
        return len(columns) == len(self.header.cells) and not any(self._is_prompt(_cell(row, 0)) for row in self.body)

    def _person_down(self, row: Row, columns: Sequence[int], nameless: bool) -> Person:
        items = tuple(self._item(_cell(self.header, number), [_cell(row, number)]) for number in columns)
        label = Text(row.place.file) if nameless else _cell(row, 0)
        return Person(label, items)

    def people_along(self) -> TableForm | None:
        """A column for each person: questions down the side."""
        column = self._prompt_column()
        if column is None or asks(_cell(self.header, column).flat) or self._known(_cell(self.header, column)):
            return None
        people = [number for number in range(column + 1, len(self.header.cells)) if self._is_person(number)]
        right = [number for number in range(column + 1, len(self.header.cells)) if self.header.cells[number].text]
        if len(people) < 1 or 2 * len(people) < len(right):
            return None
        return TableForm(people=tuple(self._person_along(number, column) for number in people))

    def _is_person(self, number: int) -> bool:
        """A column headed by a respondent, or by one letter or number with words below it."""
        title = self.header.cells[number].text.flat
        short = (
            len(title) == 1 and title.isalnum() and any(len(_cell(row, number).string.split()) > 1 for row in self.body)
        )
        lettered = len(title) == 1 and title.isalpha() and title.isupper() and title not in "XYN"
        return self.words.names_one(title) or short or lettered

    def _person_along(self, number: int, column: int) -> Person:
        rows = (row for row in self.body if _cell(row, column))
        return Person(
            self.header.cells[number].text, tuple(self._item(_cell(row, column), [_cell(row, number)]) for row in rows)
        )

    def _is_id(self, text: Text) -> bool:
        string = text.flat
        return len(string.split()) <= ID_WORDS and not asks(string)

    # -- one form

    def form(self) -> TableForm:
        """A form, blank or filled in: a row for each question."""
        column = self._prompt_column()
        if column is None:
            return TableForm()
        first = (
            [self.header] if asks(_cell(self.header, column).flat) or self._known(_cell(self.header, column)) else []
        )
        scale = [
            number
            for number, cell in enumerate(self.header.cells)
            if number != column and _is_scale_head(cell, self.words)
        ]
        rows = [
            row
            for row in (*first, *self.body)
            if self._is_prompt(_cell(row, column)) or (self.known and code_only(_cell(row, column)))
        ]
        if len(scale) > 1:
            return TableForm(tuple(self._rated(row, column, scale) for row in rows))
        return TableForm(tuple(self._row_item(row, column) for row in rows))

    def _rated(self, row: Row, column: int, scale: Sequence[int]) -> FormItem:
        options = tuple(Option(self.header.cells[number].text, _is_marked(_cell(row, number))) for number in scale)
        return self._item(_cell(row, column), [], options)

    def _row_item(self, row: Row, column: int) -> FormItem:
        item = self._item(_cell(row, column), [cell.text for cell in row.cells[column + 1 :]])
        number = code_only(_cell(row, column - 1)) if column else None
        return item if number is None else FormItem(item.head, item.style, item.start, number, item.below)

    def _item(self, prompt: Text, answers: Sequence[Text], options: tuple[Option, ...] = ()) -> FormItem:
        code = code_of(prompt)
        number, text = (code[0], code[1] or prompt) if code else (None, prompt)
        return FormItem(text.strip(), Style.DECLARED, self.start, number, tuple(_lines(answers)), options)

    def _prompt_column(self) -> int | None:
        """The column that holds the questions: the first in which most cells do."""
        for number in range(len(self.header.cells)):
            cells = [text for row in self.body if (text := _cell(row, number))]
            prompts = sum(self._is_prompt(text) or bool(self.known and code_only(text)) for text in cells)
            if cells and 2 * prompts >= len(cells) and prompts:
                return number
        return None

    def _is_prompt(self, text: Text) -> bool:
        string = text.flat
        if not string or self.words.is_scale(string) or self.words.names_one(string):
            return False
        return (
            asks(string)
            or len(string.split()) >= PROMPT_WORDS
            or self._known(text)
            or bool(self.known and code_only(text))
        )

    def _known(self, text: Text) -> bool:
        return bool(self.known) and repeats(text.flat, self.known) is not None


def code_only(text: Text) -> str | None:
    """The number of a cell that holds nothing else: "3", "Q3"."""
    string = text.flat.rstrip(".):")
    if string.isdigit() and len(string) <= 2:
        return string
    code = code_of(text)
    return code[0] if code is not None and not code[1] else None


def _is_marked(text: Text) -> bool:
    string = text.flat
    return (bool(string) and any(character in MARKS for character in string)) or string.isdigit()


def _lines(texts: Sequence[Text]) -> Iterator[Line]:
    for text in texts:
        yield from (Line(Kind.TEXT, line.strip()) for line in text.lines())
