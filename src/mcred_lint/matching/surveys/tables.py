"""Survey forms and answers in tables: one form, the answers of several people, or only sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mcred_lint.document.blocks import Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.surveys.grid import Grid, cell_text, code_only
from mcred_lint.matching.surveys.inline import numbered
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.known import Known
from mcred_lint.matching.surveys.options import MARKS, Option
from mcred_lint.matching.surveys.people import Person, people_of
from mcred_lint.matching.surveys.prompts import asks
from mcred_lint.matching.surveys.words import SurveyWords

_AVERAGE = re.compile(r"\d{1,2}[.,]\d{1,2}")


@dataclass(frozen=True)
class TableForm:
    """What a table holds: the items of one form, or those of several people, or only sums."""

    items: tuple[FormItem, ...] = ()
    people: tuple[Person, ...] = ()
    sums_up: bool = False


def read_table(table: Table, words: SurveyWords, known: Known, start: int = 0, handed_in: bool = False) -> TableForm:
    """The form, or the answers of several people, that a table holds; empty for any other table. `handed_in`: it
    stands among completed surveys."""
    rows = [row for row in table.all_rows if any(cell.text for cell in row.cells)]
    if not rows:
        return TableForm()
    grid = Grid(rows[0], rows[1:], words, known, start, handed_in)
    if len(rows) > 1 and _sums_up(grid):
        return TableForm(sums_up=True)
    people = people_of(grid)
    if people:
        return TableForm(people=people)
    return TableForm(_listed(grid) or _form(grid))


def _sums_up(grid: Grid) -> bool:
    """Averages, shares, or how often each option was chosen."""
    if any(grid.words.sums_up(cell.text.flat) for cell in grid.header.cells):
        return True
    cells = [cell.text.flat for row in grid.body for cell in row.cells[1:] if cell.text]
    if cells and 2 * sum("%" in cell or _AVERAGE.fullmatch(cell) is not None for cell in cells) >= len(cells):
        return True
    scaled = [number for number in grid.scale if number]
    counts = [sum(cell_text(row, number).flat.isdigit() for number in scaled) for row in grid.body]
    return len(scaled) > 1 and sum(count > 1 for count in counts) * 2 > len(grid.body)


def _listed(grid: Grid) -> tuple[FormItem, ...]:
    """All the questions of a form in one cell, with their numbers."""
    found = [read for row in (grid.header, *grid.body) for cell in row.cells if (read := numbered(cell.text))]
    pieces = [piece for read in found for piece in read.pieces]
    if 2 * sum(asks(text.string) for _, text in pieces) < len(pieces) + 1:
        return ()
    return tuple(replace(grid.item(text, []), number=number) for number, text in pieces)


def _form(grid: Grid) -> tuple[FormItem, ...]:
    """A form, blank or filled in: a row for each question."""
    column = grid.prompt_column
    if column is None or not grid.body:
        return ()
    title = cell_text(grid.header, column)
    first = [grid.header] if asks(title.flat) or grid.is_known(title) else []
    rows = [row for row in (*first, *grid.body) if _holds_question(grid, cell_text(row, column))]
    scale = [number for number in grid.scale if number != column] or grid.marked(column)
    if len(scale) > 1:
        return tuple(_rated(grid, row, column, scale) for row in rows)
    return tuple(_row_item(grid, row, column) for row in rows)


def _holds_question(grid: Grid, text: Text) -> bool:
    return grid.is_prompt(text) or bool(grid.known.questions and code_only(text))


def _rated(grid: Grid, row: Row, column: int, scale: Sequence[int]) -> FormItem:
    options = tuple(Option(grid.header.cells[number].text, _is_marked(cell_text(row, number))) for number in scale)
    return grid.item(cell_text(row, column), [], options)


def _row_item(grid: Grid, row: Row, column: int) -> FormItem:
    item = grid.item(cell_text(row, column), [cell.text for cell in row.cells[column + 1 :]])
    number = code_only(cell_text(row, column - 1)) if column else None
    return item if number is None else replace(item, number=number)


def _is_marked(text: Text) -> bool:
    string = text.flat
    return (bool(string) and any(character in MARKS for character in string)) or string.isdigit()
