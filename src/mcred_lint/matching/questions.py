"""Finding a survey's questions: what participants are asked, without the options, the fields about them and the
thanks."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mcred_lint.document.blocks import Kind, Line, Table
from mcred_lint.document.text import Link, Text
from mcred_lint.matching.content import Passage, Question, Questions
from mcred_lint.matching.form_answers import split_head
from mcred_lint.matching.specs import QuestionsPlace, ResponsesPlace
from mcred_lint.matching.survey_items import FormItem, read_form
from mcred_lint.matching.survey_options import boxes, scale_line
from mcred_lint.matching.survey_prompts import PROMPT_WORDS, asks
from mcred_lint.matching.survey_sheets import Sheet, divide
from mcred_lint.matching.survey_styles import Style
from mcred_lint.matching.survey_words import SurveyWords
from mcred_lint.text.folding import bare_words
from mcred_lint.text.placeholders import PlaceholderWords

ABOUT_PERSON = "asks who fills in the form, when or where, and is left out of the count"
OPTION = "is an answer option"
UNUSED = "was left empty by everybody and does not read as a question"
AROUND = "stands in the text around the questions"
TOO_SHORT = "is too short to be a question"
FROM_COPIES = "No blank survey was found; these are the questions that the completed surveys show."

FEW_KEYS = 3
"""Statements under keys of the author's own are questions where there are so many; one alone is an introduction."""

_PICTURES = ("So", "Sk", "Mn")
"""The kinds of characters that stars and other pictures are."""

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]{3,500}")


def find_questions(
    passages: Sequence[Passage], spec: QuestionsPlace, words: PlaceholderWords, completed: ResponsesPlace | None = None
) -> Questions | None:
    """The questions of the survey that these passages hold, each with its options; None when nothing looks like one.

    `completed` describes the completed surveys, where the passages may hold them too.
    """
    survey = SurveyWords(words, spec, completed) if completed else SurveyWords(words, spec)
    return questions_of(divide(passages, survey), survey)


def questions_of(sheets: Sequence[Sheet], words: SurveyWords) -> Questions | None:
    """The same of a survey that is divided already."""
    blank = [sheet for sheet in sheets if not sheet.completed]
    found = _asked_in(_best(blank, words), words)
    if found.questions:
        return found
    shown = _shown_by_copies(
        [sheet for sheet in sheets if sheet.completed] or [sheet for sheet in blank if len(sheet.items) > 1], words
    )
    if shown is not None:
        return shown
    link = next(_links(blank), None)
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
    items = [item for item in _items(sheet) if not _is_metadata(item, words)]
    if not sheet.named and not any(item.asks or item.options for item in items):
        return []
    return [_question(item, words) for item in items if _is_question(item)]


def _items(sheet: Sheet) -> Iterator[FormItem]:
    """The items of a form. Of a list of mappings (question, kind, options) each mapping is one; of a key with a text,
    such as `q1: What ...`, the text is the question."""
    entries = [
        number for number, block in enumerate(sheet.blocks) if isinstance(block, Line) and block.kind is Kind.ENTRY
    ]
    if entries and any(item.style is Style.DECLARED for item in sheet.items):
        for start, end in zip(entries, [*entries[1:], len(sheet.blocks)], strict=True):
            item = _of_mapping(read_form(sheet.blocks[start:end]).items)
            if item is not None:
                yield item
        return
    keys = not any(isinstance(block, Table) for block in sheet.blocks)
    read = [_of_key(item) if keys and item.style is Style.DECLARED else item for item in sheet.items]
    stated = sum(item.style is Style.DECLARED for item in read)
    for item in read:
        if not (keys and item.style is Style.DECLARED) or item.asks or item.number or stated >= FEW_KEYS:
            yield item


def _of_mapping(items: Sequence[FormItem]) -> FormItem | None:
    """The item whose text asks, else the longest; lists beside it are its options."""
    texts = [
        item
        for item in items
        if item.style is Style.DECLARED and len(item.below) >= 1 and item.below[0].kind is Kind.TEXT
    ]
    if not texts:
        return next((item for item in items if item.asks), None)
    best = max(texts, key=lambda item: (asks(item.below[0].text.string), len(item.below[0].text.string)))
    options = tuple(line for item in items if item is not best for line in (item.below or ()) if line.kind is Kind.ITEM)
    listed = tuple(Line(Kind.ITEM, item.head, 2) for item in items if item.style is Style.BULLET)
    first = best.below[0].text
    return FormItem(first, Style.DECLARED, best.start, below=(*best.below[1:], *options, *listed))


def _of_key(item: FormItem) -> FormItem:
    text = next((line.text for line in item.below if line.kind is Kind.TEXT), None)
    if text is None or item.asks or len(item.head.string.split()) > PROMPT_WORDS:
        return item
    if not asks(text.string) and len(text.string.split()) < PROMPT_WORDS:
        return item
    number = item.number or next(iter(re.findall(r"\d{1,2}", item.head.string)), None)
    return FormItem(
        text, Style.DECLARED, item.start, number, tuple(line for line in item.below if line.text is not text)
    )


def _is_metadata(item: FormItem, words: SurveyWords) -> bool:
    label = item.head.flat.partition(":")[0]
    return words.is_metadata(item.head.flat) or words.is_metadata(label.rstrip(" _?"))


def _is_question(item: FormItem) -> bool:
    head = item.head.string.strip()
    words = len(head.split())
    if item.asks or item.blank or item.options or head.endswith(":") or any(boxes(line.text) for line in item.below):
        return any(map(str.isalpha, head))
    if item.style in (Style.BOLD, Style.HEADING):
        return bool(item.below)
    return words >= PROMPT_WORDS or (
        words >= 1 and any(line.ticked is not None or boxes(line.text) for line in item.below)
    )


def _question(item: FormItem, words: SurveyWords) -> Question:
    signs = "".join({sign for sign in item.head.string if unicodedata.category(sign) in _PICTURES})
    head = item.head.strip(" \t\n*" + signs) or item.head
    return Question(head, head.place, tuple(_options(item, words)))


def _options(item: FormItem, words: SurveyWords) -> Iterator[Text]:
    yield from (option.text for option in item.options)
    for line in item.below:
        inline = boxes(line.text) or scale_line(line.text, words.is_scale)
        if inline and line.ticked is None:
            yield from (option.text for option in inline)
        elif line.ticked is not None or line.kind is Kind.ITEM:
            yield line.text


def _left_out(sheet: Sheet, words: SurveyWords) -> Iterator[tuple[Text, str]]:
    for item in _items(sheet):
        if _is_metadata(item, words):
            yield item.head, ABOUT_PERSON
        elif not _is_question(item) and item.style is not Style.DECLARED:
            yield item.head, TOO_SHORT
        for line in item.below:
            if line.text and (words.is_metadata(line.text.flat.partition(":")[0]) and line.kind is Kind.TEXT):
                yield line.text, ABOUT_PERSON
            elif asks(line.text.string) and "?" in line.text.string:
                yield line.text, OPTION if line.ticked is not None or line.kind is Kind.ITEM else AROUND
    for line in sheet.loose:
        if line.text and words.is_metadata(line.text.flat.partition(":")[0]):
            yield line.text, ABOUT_PERSON
        elif "?" in line.text.string:
            yield line.text, AROUND


# -- without a blank form


def _shown_by_copies(sheets: Sequence[Sheet], words: SurveyWords) -> Questions | None:
    """The distinct prompts of the completed surveys."""
    found: dict[str, Question] = {}
    left_out: dict[str, tuple[Text, str]] = {}
    often = _heads_of_many(sheets)
    used = {item.key for sheet in sheets for item in sheet.items if item.below or item.options}
    for sheet in sheets:
        for item in sheet.items:
            prompt = _shown_prompt(item, often)
            if prompt is None:
                continue
            if _is_metadata(item, words):
                left_out.setdefault(bare_words(prompt.string), (prompt, ABOUT_PERSON))
            elif item.style is Style.DECLARED and not item.asks and item.key not in used:
                left_out.setdefault(bare_words(prompt.string), (prompt, UNUSED))
            else:
                found.setdefault(
                    bare_words(prompt.string), Question(prompt, prompt.place, tuple(_options(item, words)))
                )
    if not found:
        return None
    questions = tuple(found.values())
    return Questions(questions, tuple(left_out.values()), place=questions[0].place, note=FROM_COPIES)


def _heads_of_many(sheets: Sequence[Sheet]) -> frozenset[str]:
    keys = [key for sheet in sheets for key in {item.key for item in sheet.items}]
    return frozenset(key for key, count in Counter(keys).items() if count > 1 and len(key.split()) > 1)


def _shown_prompt(item: FormItem, often: frozenset[str]) -> Text | None:
    prompt, _ = split_head(item, None)
    if prompt is not None and (
        item.style is Style.DECLARED or "?" in prompt.string or item.head.bold_lead > 1 or item.below or item.blank
    ):
        return prompt.strip(" \t\n:*")
    return item.head if item.key in often else None


# -- behind a link


def _links(sheets: Iterable[Sheet]) -> Iterator[Link]:
    for sheet in sheets:
        for text in _texts(sheet):
            yield from text.links
            bare = _ADDRESS.search(text.string)
            if bare and not text.links:
                shown = text.slice(*bare.span())
                yield Link(shown.string.rstrip(".,;"), shown.string, shown.place)


def _texts(sheet: Sheet) -> Iterator[Text]:
    for block in sheet.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.all_rows for cell in row.cells)
        else:
            yield block.text


def first_link(sheets: Iterable[Sheet]) -> Link | None:
    """The first link that stands in these sheets."""
    return next(_links(sheets), None)
