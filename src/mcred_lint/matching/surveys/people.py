"""The respondents of a table: a column for each, a row for each, or a cell for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from mcred_lint.document.blocks import Row
from mcred_lint.document.text import Text
from mcred_lint.matching.surveys.grid import Grid, cell_text, code_only, counted_prompts
from mcred_lint.matching.surveys.inline import Numbered, numbered
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.options import is_rating
from mcred_lint.matching.surveys.prompts import PROMPT_WORDS, asks, named_question
from mcred_lint.sources.places import Place

ID_WORDS = 5
"""What stands for a person in a table has at most so many words."""


@dataclass(frozen=True)
class Person:
    """One respondent, with the items of the form. note: how the answers were told apart, where that is worth saying."""

    label: Text
    items: tuple[FormItem, ...]
    place: Place
    note: str | None = None


def people_of(grid: Grid) -> tuple[Person, ...]:
    """Everybody whose answers the table holds; empty for any other table."""
    return (
        _in_cells(grid)
        or _in_columns(grid)
        or _along(grid)
        or _down(grid)
        or _unnamed_along(grid)
        or _unnamed_down(grid)
    )


# -- a cell for each


def _in_cells(grid: Grid) -> tuple[Person, ...]:
    """All of a respondent's answers in one cell, with their numbers."""
    rows = [row for row in (grid.header, *grid.body) if any(_answers(cell.text) for cell in row.cells)]
    return tuple(_in_cell(grid, row) for row in rows) if rows and 2 * len(rows) >= len(grid.body) else ()


def _answers(text: Text) -> Numbered | None:
    """The numbered pieces of a cell that do not ask."""
    found = numbered(text)
    return found if found and 2 * sum(asks(piece.string) for _, piece in found.pieces) <= len(found.pieces) else None


def _in_cell(grid: Grid, row: Row) -> Person:
    found = next(found for cell in row.cells if (found := _answers(cell.text)))
    label = next((cell.text for cell in row.cells if cell.text and numbered(cell.text) is None), found.lead)
    items = tuple(replace(grid.item(Text(row.place.file), [text]), number=number) for number, text in found.pieces)
    return Person(label.strip(" :"), items, row.place)


# -- a column for each


def _in_columns(grid: Grid) -> tuple[Person, ...]:
    """Numbered answers below each respondent's name, the questions nowhere."""
    titles = [cell.text for cell in grid.header.cells]
    columns = [counted_prompts([text for text in grid.column(number) if text]) for number in range(grid.width)]
    if len(titles) < 2 or not all(grid.words.names_one(title.flat) for title in titles) or not all(columns):
        return ()
    return tuple(
        Person(title, tuple(replace(grid.item(title, [text]), number=number) for number, text in column), title.place)
        for title, column in zip(titles, columns, strict=True)
        if column
    )


def _along(grid: Grid) -> tuple[Person, ...]:
    """Questions down the side, respondents' names along the top."""
    column = grid.prompt_column
    if column is None or asks(cell_text(grid.header, column).flat) or grid.is_known(cell_text(grid.header, column)):
        return ()
    people = [number for number in range(column + 1, grid.width) if _is_person(grid, number)]
    letters = "".join(title for n in people if (title := grid.header.cells[n].text.flat).isalpha() and len(title) == 1)
    if letters.upper() not in ascii_uppercase:
        return ()  # a scale: "SA, A, D, SD"
    right = [number for number in range(column + 1, grid.width) if grid.header.cells[number].text]
    if not people or 2 * len(people) < len(right):
        return ()
    return tuple(_person_along(grid, number, column) for number in people)


def _is_person(grid: Grid, number: int) -> bool:
    """A column headed by a respondent, or by one letter or number with words below it."""
    title = grid.header.cells[number].text.flat
    written = any(len(text.string.split()) > 1 for text in grid.column(number))
    short = len(title) == 1 and title.isalnum() and written
    lettered = len(title) == 1 and title.isalpha() and title.isupper() and title not in "XYN"
    return grid.words.names_one(title) or short or lettered


def _unnamed_along(grid: Grid) -> tuple[Person, ...]:
    """The same whatever the columns are called: numbered or known questions down the side, answers in the cells."""
    right = [number for number in range(1, grid.width) if grid.header.cells[number].text]
    known = len(grid.known.questions)
    counted = counted_prompts(grid.column(0)) is not None
    matched = _matched(grid, grid.column(0))
    if not (counted or (known > 1 and (2 * matched >= known or len(grid.body) == known))):
        return ()
    if not grid.handed_in and not _shortened(grid.column(0)):
        return ()
    if len(right) < 2 or grid.scale or _matched(grid, [cell.text for cell in grid.header.cells[1:]]) > matched:
        return ()
    if not (known or all(_writes(grid, number) for number in right)) or not _alike(grid, right):
        return ()
    return tuple(_person_along(grid, number, 0) for number in right)


def _shortened(texts: Sequence[Text]) -> bool:
    """Whether questions are called by a word or two: in full, they may be the form with what it says of each."""
    return not any(asks(text.flat) or len(text.string.split()) > ID_WORDS for text in texts)


def _writes(grid: Grid, number: int) -> bool:
    """Whether a column holds an answer in words: one that says what kind of question each is holds none."""
    return any(len(text.string.split()) >= PROMPT_WORDS for text in grid.column(number))


def _alike(grid: Grid, columns: Sequence[int]) -> bool:
    """Whether the columns hold the same kind of thing: half of their cells are filled, and it is not one that only
    rates beside one that never does."""
    texts = [[text for text in grid.column(number) if text] for number in columns]
    rated = [sum(is_rating(text.flat, grid.words.is_scale) for text in column) for column in texts]
    only = any(count == len(column) > 1 for count, column in zip(rated, texts, strict=True))
    return not (only and 0 in rated) and 2 * sum(map(len, texts)) >= len(columns) * len(grid.body)


def _person_along(grid: Grid, number: int, column: int) -> Person:
    prompts = counted_prompts(grid.column(column))
    items = (
        _item(grid, cell_text(row, column), cell_text(row, number), prompts[place] if prompts else None)
        for place, row in enumerate(grid.body)
        if cell_text(row, column)
    )
    label = grid.header.cells[number].text
    return Person(label, tuple(items), label.place)


def _item(grid: Grid, prompt: Text, answer: Text, counted: tuple[str, Text] | None) -> FormItem:
    item = grid.item(prompt, [answer])
    return replace(item, number=counted[0], head=counted[1].strip() or item.head) if counted else item


# -- a row for each


def _down(grid: Grid) -> tuple[Person, ...]:
    """A row for each respondent, questions along the top."""
    columns = [number for number, cell in enumerate(grid.header.cells) if grid.is_prompt(cell.text)]
    filled = [row for row in grid.body if cell_text(row, 0)]
    listed = grid.width > 2 and (
        sum(grid.words.names_one(cell_text(row, 0).flat) for row in filled) == len(filled) > 1
        or (grid.width == len(grid.known.questions) + 1 and all(code_only(cell_text(row, 0)) for row in filled))
    )
    if len(columns) < 2 and not listed:
        return ()
    if 0 in columns and not _all_answer_down(grid, columns):
        return ()
    if 0 not in columns and not (filled and all(_is_id(cell_text(row, 0)) for row in filled)):
        return ()
    shown = [number for number in range((0 in columns and -1) or 0, grid.width) if number >= 0]
    columns = [number for number in shown if (number or 0 in columns) and grid.header.cells[number].text]
    return tuple(_person_down(grid, row, columns) for row in filled or grid.body)


def _all_answer_down(grid: Grid, columns: Sequence[int]) -> bool:
    """No id column: every header asks and no first cell does."""
    return len(columns) == grid.width and not any(grid.is_prompt(text) for text in grid.column(0))


def _unnamed_down(grid: Grid) -> tuple[Person, ...]:
    """The same of shortened questions along the top, whatever the rows are called."""
    heads = [cell.text for cell in grid.header.cells[1:]]
    known = len(grid.known.questions)
    asked = counted_prompts(heads) is not None or (known > 1 and 2 * _matched(grid, heads) >= known)
    rows = [row for row in grid.body if cell_text(row, 0)]
    if len(heads) < 2 or not asked or len(grid.scale) > 1 or not all(_is_id(cell_text(row, 0)) for row in rows):
        return ()
    cells = [cell for row in rows for cell in row.cells[1:]]
    if not rows or 2 * sum(bool(cell.text) for cell in cells) < len(rows) * len(heads):
        return ()
    return tuple(_person_down(grid, row, range(1, grid.width)) for row in rows)


def _matched(grid: Grid, texts: Sequence[Text]) -> int:
    """How many of the known questions these texts repeat or shorten, each once."""
    found = {named_question(text.flat, grid.known.questions) for text in texts if text}
    return len(found - {None})


def _person_down(grid: Grid, row: Row, columns: Sequence[int]) -> Person:
    prompts = counted_prompts([cell_text(grid.header, number) for number in columns])
    items = tuple(
        _item(grid, cell_text(grid.header, number), cell_text(row, number), prompts[place] if prompts else None)
        for place, number in enumerate(columns)
    )
    label = Text(row.place.file) if 0 in columns else cell_text(row, 0)
    return Person(label, items, label.place if label else row.place)


def _is_id(text: Text) -> bool:
    return len(text.string.split()) <= ID_WORDS and not asks(text.flat)
