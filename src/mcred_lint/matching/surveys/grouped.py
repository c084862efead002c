"""Answers that are handed in question by question: below each question one line for each respondent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.labels import Label, label_of
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.known import Known, any_repeated
from mcred_lint.matching.surveys.people import Person
from mcred_lint.matching.surveys.prompts import repeats
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import SurveyWords

BY_QUESTION = (
    "The answers stand below the questions. As many stand below each, so the first ones were read as one person's, "
    "the second ones as another's, and so on."
)
_COUNTED = re.compile(r"[^\n]{0,200}(?:[:=(\u2013\u2014-]\s?\d{1,4}\s?%?|\s\d{1,3}\s?%)\)?\W{0,3}")


@dataclass(frozen=True)
class Grouped:
    """What was read question by question: the respondents, or, where the counts differ, the questions summed up."""

    people: tuple[Person, ...] = ()
    sums: tuple[Text, ...] = ()


def by_question(items: Sequence[FormItem], known: Known, words: SurveyWords, handed_in: bool) -> Grouped | None:
    """The answers below each question handed out to respondents; None where the items are anything else. Unless
    they are `handed_in` as completed surveys, every line must name its respondent."""
    asking = [item for item in items if _asks(item, known)]
    said = [_said(item, words) for item in asking]
    several = [lines for lines in said if len(lines) > 1]
    if len(asking) < 2 or 2 * len(asking) < len(known.questions) or 2 * len(several) <= len(asking):
        return None
    if not handed_in and not all(_respondent(line, words) for lines in said for line in lines):
        return None
    texts = [line.text.string for lines in said for line in lines]
    if any_repeated(item.key for item in asking) or any(map(known.prints, texts)) or _is_printed(said, words):
        return None
    if len({len(lines) for lines in said}) > 1 or all(_COUNTED.fullmatch(text) for text in texts):
        return Grouped(sums=tuple(item.head for item in asking))
    return Grouped(tuple(_person(asking, said, number, words) for number in range(len(said[0]))))


def counts_up(lines: Sequence[Line]) -> bool:
    """Whether lines say how often each option was chosen: "Ready: 14", "Not yet (3)"."""
    counted = [line for line in lines if _COUNTED.fullmatch(line.text.string.strip())]
    return len(counted) > 1 and 2 * len(counted) > len(lines)


def _asks(item: FormItem, known: Known) -> bool:
    if item.style is Style.DECLARED or item.options:
        return False
    return repeats(item.head.string, known.questions) is not None if known.questions else item.asks


def _said(item: FormItem, words: SurveyWords) -> list[Line]:
    """The outer bullets below a question, else its lines that begin with a respondent's name or letter."""
    bullets = [line for line in item.below if line.kind is Kind.ITEM and line.ticked is None]
    level = min((line.level for line in bullets), default=0)
    outer = [line for line in bullets if line.level == level]
    return outer or [line for line in item.below if _respondent(line, words) is not None]


def _is_printed(said: Sequence[Sequence[Line]], words: SurveyWords) -> bool:
    """The options of a form instead: the same under several questions, or nothing but a scale."""
    lines = [line.text.flat for under in said for line in under]
    return any_repeated(" ".join(line.text.flat for line in under) for under in said if under) or all(
        words.is_scale(line) for line in lines
    )


def _respondent(line: Line, words: SurveyWords) -> Label | None:
    """The name or capital letter of a respondent that a line begins with, and what follows it."""
    label = label_of(line)
    if label is None or label.rest is None:
        return None
    title = label.text.flat
    return label if words.names_one(title) or (len(title) == 1 and title.isupper()) else None


def _person(asking: Sequence[FormItem], said: Sequence[Sequence[Line]], number: int, words: SurveyWords) -> Person:
    lines = [under[number] for under in said]
    name = _respondent(lines[0], words)
    answers = [_without_name(line, words) for line in lines]
    items = (
        replace(item, style=Style.DECLARED, below=(answer,), blank=False)
        for item, answer in zip(asking, answers, strict=True)
    )
    return Person(name.text if name else Text(""), tuple(items), place=lines[0].place, note=BY_QUESTION)


def _without_name(line: Line, words: SurveyWords) -> Line:
    name = _respondent(line, words)
    return replace(line, kind=Kind.TEXT, text=(name.rest if name and name.rest else line.text), marker=None)
