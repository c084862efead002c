"""What a stretch of a survey component holds: the items of a form, respondents of tables and lists, sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mcred_lint.document.blocks import Block, Line, Table
from mcred_lint.document.text import Text, join
from mcred_lint.matching.surveys.grouped import by_question, counts_up
from mcred_lint.matching.surveys.items import Form, FormItem, read_form
from mcred_lint.matching.surveys.known import MOST_QUESTIONS, Known
from mcred_lint.matching.surveys.parts import people_in_paragraphs
from mcred_lint.matching.surveys.people import Person
from mcred_lint.matching.surveys.plain import plain_prompts
from mcred_lint.matching.surveys.stretches import Stretch
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.tables import read_table
from mcred_lint.matching.surveys.words import COMPLETED, FORM, ONE, SurveyWords

_SHARE = re.compile(r"\d\s?%")


@dataclass(frozen=True)
class Content:
    """loose: lines that belong to no item. sums: passages that only sum up."""

    items: tuple[FormItem, ...] = ()
    loose: tuple[Line, ...] = ()
    people: tuple[Person, ...] = ()
    sums: tuple[Text, ...] = ()


def read_content(stretch: Stretch, words: SurveyWords, known: Known) -> Content:
    """The stretch as read. `known`: the survey's questions, none where the stretch holds them itself."""
    copies = stretch.role in (COMPLETED, ONE)
    found = _with_tables(stretch.blocks, words, known, copies)
    people = people_in_paragraphs(found.items, known) if copies and known.questions else ()
    if people:
        return replace(found, items=(), people=(*found.people, *people))
    grouped = by_question(found.items, known, words, stretch.role == COMPLETED) if stretch.role != ONE else None
    if grouped is not None:
        return Content((), found.loose, (*found.people, *grouped.people), (*found.sums, *grouped.sums))
    if stretch.role == FORM and not (found.items or found.people or found.sums):
        return replace(found, items=(prompts := plain_prompts(found.loose)), loose=() if prompts else found.loose)
    if stretch.role == COMPLETED and _only_shares(found.items):
        return replace(found, items=(), sums=(*found.sums, *(item.head for item in found.items)))
    return _without_closing_sum(_without_counts(found), words)


def _with_tables(blocks: Sequence[Block], words: SurveyWords, known: Known, copies: bool) -> Content:
    """The items of lines and tables in reading order, the people of tables, and what sums up."""
    repeated = known.questions if copies else ()
    form = _with_copies(read_form(blocks, repeated), blocks)
    tables = [(number, block) for number, block in enumerate(blocks) if isinstance(block, Table)]
    read = [(block, read_table(block, words, known, number, copies)) for number, block in tables]
    items = [*form.items, *(item for _, found in read for item in found.items)]
    return Content(
        tuple(sorted(items, key=lambda item: item.start)),
        form.loose,
        tuple(person for _, found in read for person in found.people),
        tuple(join(cell.text for cell in block.all_rows[0].cells) for block, found in read if found.sums_up),
    )


def _with_copies(form: Form, blocks: Sequence[Block]) -> Form:
    """The form, or with it the copies in the same stretch, where answers stand behind its questions."""
    asked = [item.head.flat for item in form.items if item.asks]
    again = read_form(blocks, list(dict.fromkeys(asked))) if 1 < len(asked) <= MOST_QUESTIONS else form
    return again if len(again.items) > len(form.items) + 1 else form


def _only_shares(items: Sequence[FormItem]) -> bool:
    """Whether shares stand in the place of answers: "The day was useful: 85 % agreed"."""
    texts = [" ".join((item.head.string, *(line.text.string for line in item.below))) for item in items]
    shares = sum(_SHARE.search(text) is not None for text in texts)
    return shares > 1 and 2 * shares >= len(items)


def _without_counts(content: Content) -> Content:
    """The same, how often each option was chosen apart from the answers."""
    counted = [item for item in content.items if counts_up(item.below)]
    left = [replace(item, below=()) if counts_up(item.below) else item for item in content.items]
    answered = any(item.below or item.options for item in left)
    sums = (*content.sums, *(item.head for item in counted))
    return replace(content, items=tuple(left) if answered or not counted else (), sums=sums)


def _without_closing_sum(content: Content, words: SurveyWords) -> Content:
    """The same, a paragraph that sums up behind the last question apart from its answer."""
    last = content.items[-1] if content.items else None
    if last is None or not last.below or last.style is Style.DECLARED or not words.sums_up(last.below[-1].text.string):
        return content
    closing = last.below[-1]
    answered = any(line.ticked is None for item in content.items[:-1] for line in item.below)
    if len(last.below) == 1 and answered and not words.is_summary(closing.text.string):
        return content
    items = (*content.items[:-1], replace(last, below=last.below[:-1]))
    return replace(content, items=items, sums=(*content.sums, closing.text))
