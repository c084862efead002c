"""Finding a survey's questions: what participants are asked, without the options, the fields about them and the
thanks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Passage, Question, Questions
from mcred_lint.matching.specs import QuestionsPlace
from mcred_lint.matching.surveys.asked import asked_items, is_question, question_of
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.links import first_link
from mcred_lint.matching.surveys.prompts import asks
from mcred_lint.matching.surveys.sheet import Sheet
from mcred_lint.matching.surveys.sheets import divide
from mcred_lint.matching.surveys.shown import ABOUT_PERSON, shown_by_copies
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import SurveyWords
from mcred_lint.text.folding import bare_words
from mcred_lint.text.placeholders import PlaceholderWords

OPTION = "is an answer option"
AROUND = "stands in the text around the questions"
TOO_SHORT = "is too short to be a question"
PART_OF = "is part of a numbered question"


def find_questions(passages: Sequence[Passage], spec: QuestionsPlace, words: PlaceholderWords) -> Questions | None:
    """The questions of the survey that these passages hold, each with its options; None when nothing looks like one."""
    survey = SurveyWords(words, spec)
    return questions_of(divide(passages, survey), survey)


def questions_of(sheets: Sequence[Sheet], words: SurveyWords) -> Questions | None:
    """The same of a survey that is divided already."""
    blank = [sheet for sheet in sheets if not sheet.completed]
    found = _asked_in(_best(blank, words), words)
    if found.questions:
        return found
    completed = [sheet for sheet in sheets if sheet.completed]
    shown = shown_by_copies(completed or [sheet for sheet in blank if len(sheet.items) > 1], words)
    if shown is not None:
        return shown
    link = first_link(blank)
    if link is not None:
        return Questions((), found.left_out, behind_link=link, place=link.place)
    named = next((sheet for sheet in blank if sheet.named), None)
    return Questions((), found.left_out, place=named.place) if named else None


def _best(blank: Sequence[Sheet], words: SurveyWords) -> list[Sheet]:
    """The sheets that a name announces, the innermost ones, before others."""
    asking = [sheet for sheet in blank if _questions(sheet, words)]
    inner = [sheet for sheet in asking if sheet.named and sheet.inner]
    named = [sheet for sheet in asking if sheet.named]
    return inner or named or asking or list(blank)


def _asked_in(sheets: Sequence[Sheet], words: SurveyWords) -> Questions:
    questions: list[Question] = []
    left_out: list[tuple[Text, str]] = []
    for sheet in sheets:
        known = {bare_words(question.text.string) for question in questions}
        questions += [
            question for question in _questions(sheet, words) if bare_words(question.text.string) not in known
        ]
        left_out += _left_out(sheet, words)
    place = questions[0].place if questions else None
    return Questions(tuple(questions), tuple(left_out), place=place)


def _questions(sheet: Sheet, words: SurveyWords) -> list[Question]:
    items = [item for item in asked_items(sheet) if not words.is_about_person(item.head.flat)]
    if not sheet.named and not any(item.asks or item.options for item in items):
        return []
    return [question_of(item, words) for item in items if is_question(item)]


def _left_out(sheet: Sheet, words: SurveyWords) -> Iterator[tuple[Text, str]]:
    for item in asked_items(sheet):
        if words.is_about_person(item.head.flat):
            yield item.head, ABOUT_PERSON
        elif not is_question(item) and item.style is not Style.DECLARED:
            yield item.head, TOO_SHORT
        yield from _left_out_below(item, words)
    for line in sheet.loose:
        if line.text and words.is_about_person(line.text.flat):
            yield line.text, ABOUT_PERSON
        elif "?" in line.text.string:
            yield line.text, AROUND


def _left_out_below(item: FormItem, words: SurveyWords) -> Iterator[tuple[Text, str]]:
    for line in item.below:
        if line.text and line.kind is Kind.TEXT and words.is_about_person(line.text.flat):
            yield line.text, ABOUT_PERSON
        elif asks(line.text.string) and "?" in line.text.string:
            yield line.text, _why_left_out(line)


def _why_left_out(line: Line) -> str:
    if line.ticked is None and line.kind is Kind.ITEM and line.marker not in (None, "-"):
        return PART_OF
    return OPTION if line.ticked is not None or line.kind is Kind.ITEM else AROUND
