"""Whether a sheet that nothing announces is somebody's answers: a filled copy of another sheet, or filled by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.matching.surveys.form_answers import read_answers
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.prompts import repeats
from mcred_lint.matching.surveys.sheet import Sheet
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import SurveyWords
from mcred_lint.text.folding import bare_words


def is_filled(sheet: Sheet, sheets: Sequence[Sheet], given: Sequence[str], words: SurveyWords) -> bool:
    """An answered copy of another sheet of the component, or the only one and answered. `given`: the survey's
    questions, where they were known before."""
    if sheet.completed or not sheet.items or _tells_of_survey(sheet, words):
        return False
    if given:
        return 2 * _answered(sheet, given, words) >= len(given)
    position = next(number for number, other in enumerate(sheets) if other is sheet)
    before = [other for other in sheets[:position] if other.items and not other.completed]
    original = next((other for other in before if _copies(sheet, other) or _keyed_by_number(sheet, other)), None)
    if original is not None:
        return 2 * _answered(sheet, [item.head.flat for item in original.items], words) >= len(original.items)
    alone = not any(other is not sheet and other.items and other.completed for other in sheets)
    return alone and len(sheet.items) > 1 and 3 * _answered_alone(sheet, words) >= 2 * len(sheet.items)


def _tells_of_survey(sheet: Sheet, words: SurveyWords) -> bool:
    """Whether a sheet sums up, or says several things of most questions: why each is asked, what came of it."""
    several = sum(len(_listed(item)) > 1 for item in sheet.items)
    return words.is_summary(sheet.label) or 2 * several > len(sheet.items)


def _listed(item: FormItem) -> list[Line]:
    """The bullets or cells beside a question that say something."""
    apart = item.style is Style.DECLARED
    lines = [line for line in item.below if line.ticked is None and (apart or line.kind is Kind.ITEM)]
    return [line for line in lines if len(line.text.string.split()) > 1]


def _copies(sheet: Sheet, other: Sheet) -> bool:
    """Whether a sheet repeats the other one's questions and asks hardly anything besides."""
    known = [item.head.flat for item in other.items]
    repeated = [item for item in sheet.items if repeats(item.head.flat, known) is not None]
    new = sum(item.asks for item in sheet.items) - sum(item.asks for item in repeated)
    return 2 * len(repeated) >= len(other.items) > 0 and 3 * new <= len(sheet.items)


def _keyed_by_number(sheet: Sheet, other: Sheet) -> bool:
    """Whether a sheet is nothing but the numbers of the other one's questions, with something beside each: "2: human bar chart"."""
    asked = {item.number for item in other.items if item.asks}
    return bool(asked) and all(item.number in asked and item.head.flat == item.number for item in sheet.items)


def _answered(sheet: Sheet, questions: Sequence[str], words: SurveyWords) -> int:
    """How many questions a sheet answers, by the questions of the blank form."""
    answers = read_answers(sheet.items, questions, [], words)
    return sum(answer.filled and answer.question is not None for answer in answers)


def _answered_alone(sheet: Sheet, words: SurveyWords) -> int:
    """The same without a blank form at hand: only what was chosen or stands as text below a question. A word that
    comes back below several questions says what kind of question each is."""
    items = [
        replace(item, below=tuple(line for line in item.below if line.kind is not Kind.ITEM or line.ticked))
        for item in sheet.items
        if item.asks
    ]
    answers = read_answers(
        [item for item in items if item.below or item.options], [item.head.flat for item in items], [], words
    )
    said = Counter(bare_words(text.string) for answer in answers for text in answer.free)
    return 0 if said and max(said.values()) > 1 else sum(answer.filled for answer in answers)
