"""The items of a sheet that ask something, as questions with their options."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Question
from mcred_lint.matching.surveys.items import FormItem, read_form
from mcred_lint.matching.surveys.options import boxes, scale_line
from mcred_lint.matching.surveys.prompts import PROMPT_WORDS, asks
from mcred_lint.matching.surveys.sheet import Sheet
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import SurveyWords

FEW_KEYS = 3
"""Statements under keys of the author's own are questions where there are so many; one alone is an introduction."""

_PICTURES = ("So", "Sk", "Mn")
"""The kinds of characters that stars and other pictures are."""


def asked_items(sheet: Sheet) -> Iterator[FormItem]:
    """The items of a form. Of a list of mappings (question, kind, options) each mapping is one; of a key with a text,
    such as `q1: What ...`, the text is the question."""
    entries = [
        number for number, block in enumerate(sheet.blocks) if isinstance(block, Line) and block.kind is Kind.ENTRY
    ]
    if entries and any(item.style is Style.DECLARED for item in sheet.items):
        yield from (
            item for item in sheet.items if item.start < entries[0] and (item.asks or item.style is Style.BULLET)
        )
        for start, end in zip(entries, [*entries[1:], len(sheet.blocks)], strict=True):
            item = _of_mapping(read_form(sheet.blocks[start:end]).items)
            if item is not None:
                yield item
        return
    yield from _of_keys(sheet)


def _of_keys(sheet: Sheet) -> Iterator[FormItem]:
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


def is_question(item: FormItem) -> bool:
    """Whether an item asks, or states something to be rated, ticked or answered below."""
    head = item.head.string.strip()
    words = len(head.split())
    if not item.asks and any(link.shown.strip() == head for link in item.head.links):
        return False  # a table of contents: "The form", "Three completed surveys"
    if item.asks or item.blank or item.options or head.endswith(":") or any(boxes(line.text) for line in item.below):
        return any(map(str.isalpha, head))
    if item.style in (Style.BOLD, Style.HEADING):
        return bool(item.below)
    return words >= PROMPT_WORDS or (
        words >= 1 and any(line.ticked is not None or boxes(line.text) for line in item.below)
    )


def question_of(item: FormItem, words: SurveyWords) -> Question:
    """An item as a question, without the stars and signs around it."""
    signs = "".join({sign for sign in item.head.string if unicodedata.category(sign) in _PICTURES})
    head = item.head.strip(" \t\n*" + signs) or item.head
    return Question(head, head.place, tuple(options_of(item, words)))


def options_of(item: FormItem, words: SurveyWords) -> Iterator[Text]:
    """What a form offers as answers below or behind a question."""
    if item.style is Style.BOX:
        return
    yield from (option.text for option in item.options)
    lined = [line.text for line in item.below if line.kind is Kind.TEXT and words.is_scale(line.text.string)]
    yield from lined if len(lined) > 1 else ()
    for line in item.below:
        inline = boxes(line.text) or scale_line(line.text, words.is_scale)
        if inline and line.ticked is None:
            yield from (option.text for option in inline)
        elif line.ticked is not None or line.kind is Kind.ITEM:
            yield line.text
