"""A table of a survey component as its readers ask for it: its cells by number, its questions, what is a scale."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mcred_lint.document.blocks import Cell, Kind, Line, Row
from mcred_lint.document.text import Text
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.known import Known
from mcred_lint.matching.surveys.options import MARKS, Option
from mcred_lint.matching.surveys.prompts import PROMPT_WORDS, asks, code_of, repeats
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import SurveyWords

_LED = re.compile(r"\W{0,3}(?:[^\W\d_]{1,9}[ .]{0,2})?(?P<number>\d{1,2})(?!\w)[.:)\s\u2013\u2014-]{0,4}")


def cell_text(row: Row, number: int) -> Text:
    """The text of a row's cell, empty where the row is too short."""
    return row.cells[number].text if number < len(row.cells) else Text("")


def code_only(text: Text) -> str | None:
    """The number of a cell that holds nothing else: "3", "Q3"."""
    string = text.flat.rstrip(".):")
    if string.isdigit() and len(string) <= 2:
        return string
    code = code_of(text)
    return code[0] if code is not None and not code[1] else None


@dataclass(frozen=True)
class Grid:
    """The header (or first row) and the other rows. start: the table's number among the blocks of its form."""

    header: Row
    body: Sequence[Row]
    words: SurveyWords
    known: Known
    start: int
    handed_in: bool = False
    """It stands among completed surveys."""

    @property
    def width(self) -> int:
        return len(self.header.cells)

    def column(self, number: int) -> list[Text]:
        return [cell_text(row, number) for row in self.body]

    def is_prompt(self, text: Text) -> bool:
        string = text.flat
        if not string or self.words.is_scale(string) or self.words.names_one(string):
            return False
        known = bool(self.known.questions and code_only(text))
        return asks(string) or len(string.split()) >= PROMPT_WORDS or self.is_known(text) or known

    def is_known(self, text: Text) -> bool:
        return repeats(text.flat, self.known.questions) is not None

    def is_scale_head(self, cell: Cell) -> bool:
        string = cell.text.flat
        return bool(string) and (string.isdigit() or self.words.is_scale(string.strip("0123456789 =-:.()/")))

    @property
    def scale(self) -> list[int]:
        """The columns that a scale heads."""
        return [number for number, cell in enumerate(self.header.cells) if self.is_scale_head(cell)]

    def marked(self, column: int) -> list[int]:
        """The columns besides that of the questions that hold nothing but marks: a scale, whatever it is called."""
        others = [number for number in range(self.width) if number != column]
        cells = {number: [text.flat for text in self.column(number) if text] for number in others}
        found = [number for number in others if all(string in MARKS for string in cells[number])]
        return found if any(cells[number] for number in found) else []

    @property
    def prompt_column(self) -> int | None:
        """The column that holds the questions: the first in which most cells do, or that counts them."""
        if counted_prompts([text for text in self.column(0) if text]):
            return 0
        for number in range(self.width):
            cells = [text for text in self.column(number) if text]
            prompts = sum(self.is_prompt(text) or bool(self.known.questions and code_only(text)) for text in cells)
            if cells and 2 * prompts >= len(cells) and prompts:
                return number
        return None

    def item(self, prompt: Text, answers: Sequence[Text], options: tuple[Option, ...] = ()) -> FormItem:
        """One question of the form with what stands in its cells."""
        code = code_of(prompt)
        number, text = (code[0], code[1] or prompt) if code else (None, prompt)
        return FormItem(text.strip(), Style.DECLARED, self.start, number, tuple(_lines(answers)), options)


def _lines(texts: Sequence[Text]) -> Iterator[Line]:
    for text in texts:
        yield from (Line(Kind.TEXT, line.strip()) for line in text.lines())


def counted_prompts(texts: Sequence[Text]) -> list[tuple[str, Text]] | None:
    """The numbers, and what stands behind them, of cells that count their questions from 1: "1 useful", "2 hard"."""
    found = [_LED.match(text.string) for text in texts]
    numbers = [match["number"] if match else "" for match in found]
    if len(texts) < 2 or numbers != [str(number) for number in range(1, len(texts) + 1)]:
        return None
    behind = [text.slice(match.end()) for match, text in zip(found, texts, strict=True) if match]
    return list(zip(numbers, behind, strict=True)) if 2 * sum(map(bool, behind)) > len(texts) else None
