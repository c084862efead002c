"""What one completed survey answers: which item belongs to which question, and what in it is an answer.

An answer may stand below its question, behind it on the same line, in place of it, or be a mark at an option.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.prose import is_blank
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.matches import matched
from mcred_lint.matching.surveys.options import boxes, is_rating, scale_line, stars, without_arrow
from mcred_lint.matching.surveys.prompts import LABEL, PROMPT_WORDS, asks, repeats, shared_start
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import SurveyWords
from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.phrases import index

_BEHIND = re.compile(r"\?[*_)\"'\u201d\u2019]{0,3}(?:\s*\([^()]{0,120}\))?\s*")
_LABEL = re.compile(r"\W{0,2}[^\W\d_]{1,9}:\s*")
_ENDS = " \t\n:\u2013\u2014-*"


@dataclass(frozen=True)
class Answered:
    """One item with its question's number (from 0; None when it belongs to none) and what was answered."""

    item: FormItem
    question: int | None
    prompt: Text | None
    free: tuple[Text, ...] = ()
    chosen: tuple[Text, ...] = ()
    passed_over: bool = False
    """A statement without a tick among others that have one: that is an answer too."""

    @property
    def filled(self) -> bool:
        return bool(self.free or self.chosen) or self.passed_over


def read_answers(
    items: Sequence[FormItem], questions: Sequence[str], options: Sequence[Sequence[str]], words: SurveyWords
) -> list[Answered]:
    """The items of one completed survey, form fields about the person left out. `options`: of each question, as shown
    in the form."""
    about = {True: words.is_field, False: words.is_about_person}
    kept = [item for item in items if not about[item.number is not None](item.head.flat)]
    places = matched(kept, questions)
    labels = _answer_labels(kept)
    answers = [
        _answered(item, place, questions, options, words, labels) for item, place in zip(kept, places, strict=True)
    ]
    if not any(answer.item.style is Style.BOX and answer.chosen for answer in answers):
        return answers
    return [replace(answer, passed_over=answer.item.style is Style.BOX and not answer.chosen) for answer in answers]


def _answer_labels(items: Sequence[FormItem]) -> frozenset[str]:
    """Words such as "Answer:" that stand before the answers of most items."""
    found = [
        fold(match.group()).strip(" *:\t")
        for item in items
        for line in item.below[:1]
        if (match := _LABEL.match(line.text.string))
    ]
    return frozenset(word for word in found if found.count(word) > 1 or len(word) == 1)


# -- what is an answer


def _answered(
    item: FormItem,
    place: int | None,
    questions: Sequence[str],
    options: Sequence[Sequence[str]],
    words: SurveyWords,
    labels: frozenset[str],
) -> Answered:
    question = questions[place] if place is not None and place < len(questions) else None
    known = tuple(options[place]) if place is not None and place < len(options) else ()
    scale = bool(scale_line(item.head, words.is_scale))
    prompt, rest = (None, item.head) if scale else split_head(item, question)
    free: list[Text] = []
    chosen = [option.text for option in item.options if option.chosen]
    lines = [Line(Kind.TEXT, rest), *item.below] if rest else list(item.below)
    lines = _without_printed(lines, known, words)
    listed = any(line.ticked is not None for line in lines)
    for line in lines if not _letters_options(lines) else lines[:1] if rest else ():
        for text, is_choice in _read_line(line, listed, known, question, words, labels):
            (chosen if is_choice else free).append(text)
    return Answered(item, place, prompt, tuple(free), tuple(chosen))


def _without_printed(lines: list[Line], known: Sequence[str], words: SurveyWords) -> list[Line]:
    """The lines without the form's own options, which stand there one by one; one in bold is chosen."""
    options = {bare_words(option) for option in known}
    printed = [
        line
        for line in lines
        if line.ticked is None and (bare_words(line.text.string) in options or words.is_scale(line.text.string))
    ]
    if len(printed) < 2:
        return lines
    bold = [line for line in printed if line.text.bold]
    dropped = {id(line) for line in printed} - {id(line) for line in (bold if len(bold) < len(printed) else ())}
    return [line for line in lines if id(line) not in dropped]


def _letters_options(lines: Sequence[Line]) -> bool:
    """Options a) to d) below a question of a list."""
    letters = [line.marker for line in lines if line.kind is Kind.ITEM and line.marker]
    return len(letters) > 1 and all(letter.isalpha() for letter in letters) and letters[0].lower() == "a"


def split_head(item: FormItem, question: str | None) -> tuple[Text | None, Text | None]:
    """The prompt and the answer that an item's first line holds; one of the two may be missing."""
    head = item.head
    if item.style is Style.BOX:
        return head, None
    if item.style is Style.DECLARED:
        return head, _behind_gap(head)
    if item.style is Style.LABELLED and (label := LABEL.match(head.string)):
        return head.slice(0, label.end("label")), head.slice(label.end()).strip() or None
    cut = shared_start(head.string, question) if question else 0
    if cut:
        return head.slice(0, cut), _rest(head, cut, question or "")
    if head.bold_lead > 1 and not head.bold:
        return head.slice(0, head.bold_lead), head.slice(head.bold_lead).strip(_ENDS) or None
    if question and repeats(head.string, (question,)) is not None:
        return head, None
    behind = _BEHIND.search(head.string)
    if (
        item.style is not Style.BULLET
        and behind
        and _is_prompt_of_copy(item, question)
        and (asks(head.string) or question is None or item.style is not Style.NUMBERED)
    ):
        return head.slice(0, behind.end()), head.slice(behind.end()).strip() or None
    if _is_prompt(item, question):
        return head, None
    return None, head


def _is_prompt_of_copy(item: FormItem, question: str | None) -> bool:
    return question is None or bool(item.below)


def _rest(head: Text, cut: int, question: str) -> Text | None:
    """What stands behind the question's words: the scale in brackets is still the question's."""
    rest = head.slice(cut)
    bracket = re.match(r"[\s?.:*]*(\([^()]{0,200}\))", rest.string)
    if bracket and "(" in question:
        rest = rest.slice(bracket.end())
    asked = re.match(r"[^?]{0,80}\?", rest.string)
    if asked and asked.group().strip() and set(index(asked.group()).words) <= set(index(question).words):
        rest = rest.slice(asked.end())
    return without_arrow(rest.strip(" \t\n?.:_*")).strip(" \t\n?.:_*\u2026\u2013\u2014-") or None


def _behind_gap(head: Text) -> Text | None:
    """An answer in the question's own cell, two spaces behind it."""
    found = _BEHIND.search(head.string)
    if found is None:
        return None
    rest = head.slice(found.end()).strip()
    return rest if rest else None


def _is_prompt(item: FormItem, question: str | None) -> bool:
    """Whether a head that repeats no known question asks all the same: it ends as a question, or heads options."""
    head = item.head.string.rstrip()
    if asks(head):
        return bool(item.below) or item.blank or question is None
    return head.endswith(":") or item.head.bold or item.style in (Style.HEADING, Style.PAIRED) or bool(item.options)


def _read_line(
    line: Line, listed: bool, known: Sequence[str], question: str | None, words: SurveyWords, labels: frozenset[str]
) -> Iterator[tuple[Text, bool]]:
    """The answers in one line, each with whether it was chosen rather than written."""
    if line.kind in (Kind.HEADING, Kind.RULE, Kind.ENTRY):
        return
    inline = boxes(line.text)
    if inline and line.ticked is None:
        yield from ((option.text, True) for option in inline if option.chosen)
        return
    if line.ticked is not None:
        if line.ticked:
            yield line.text, True
        return
    text = _without_label(line.text.strip(), labels)
    scale = scale_line(text, words.is_scale)
    if scale:
        yield from ((option.text, True) for option in scale if option.chosen)
        return
    text = without_arrow(text).strip()
    if stars(text.string):
        yield text, True
        return
    if (
        not text
        or is_blank(text.string, words.placeholders)
        or (listed and _is_instruction(text))
        or _repeats_form(text, known, question)
    ):
        return
    yield (
        text,
        is_rating(text.string, words.is_scale)
        or fold(text.flat).strip(" .") in {fold(option).strip(" .") for option in known},
    )


def _without_label(text: Text, labels: frozenset[str]) -> Text:
    found = _LABEL.match(text.string)
    if found and fold(found.group()).strip(" *:\t") in labels:
        return text.slice(found.end()).strip()
    return text


def _is_instruction(text: Text) -> bool:
    return text.string.startswith("(") and text.string.rstrip().endswith(")")


def _repeats_form(text: Text, known: Sequence[str], question: str | None) -> bool:
    """The question's own scale or instruction, copied with it."""
    string = text.flat
    if (
        question
        and len(index(string).words) >= PROMPT_WORDS
        and " ".join(index(string).words) in " ".join(index(question).words)
    ):
        return True
    return len(known) > 1 and all(fold(option) in fold(string) for option in known)
