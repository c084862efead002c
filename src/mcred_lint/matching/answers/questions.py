"""Restated questions: whether a paragraph begins with one of the issuer's, and where it ends and the answer begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.answers.prompts import LONG_QUESTION_WORDS, Prompts
from mcred_lint.text.phrases import Hit, index

MOST_LINES = 6
"""A pasted question runs over no more lines."""
LEAD_WORDS = 20
"""Before the words of a question at most so many stand in a plain line; with more it is an answer that uses them."""
TAIL_WORDS = 25
"""From the words of a question to its mark there are at most so many."""
NEXT_QUESTION_WORDS = 12
"""A second question mark so close behind the first belongs to the same question ("Why? Why not?")."""
STATEMENT_WORDS = 25
"""A sentence with the words of a question, no question mark and at most so many words is the question all the same."""

_SENTENCE_BEFORE = re.compile(r"[.!]\s+\S")
_SENTENCE_ENDS = re.compile(r"[.!]\s")
_STOP = re.compile(r"[.:](?:\s|$)|\n|\s{2,}")
_AROUND = " \t\n*:?\u2013\u2014-"
_CLOSING = " *_\"'\u201d)"


def same_paragraph(lines: Sequence[Line], at: int) -> list[Line]:
    """A line with those of its paragraph that follow it."""
    first = lines[at]
    group = [first]
    for line in lines[at + 1 : at + MOST_LINES]:
        same = line.block == first.block and line.block != 0 and line.kind in (Kind.TEXT, Kind.CODE)
        if not same or first.kind is Kind.HEADING:
            break
        group.append(line)
    return group


def question_in(whole: str, first: Line, prompts: Prompts) -> tuple[Hit, int] | None:
    """(where the words of a question stand, which prompt's they are) in a paragraph that begins with it."""
    found = min(prompts.restated_in(whole), key=lambda pair: pair[0].start, default=None)
    return found if found is not None and _asks(whole[: found[0].start], first) else None


def _asks(before: str, first: Line) -> bool:
    """Whether the words stand in a question or a heading, and not in the middle of an answer that uses them."""
    words = len(index(before).words)
    if words > LONG_QUESTION_WORDS or _SENTENCE_BEFORE.search(before.strip()[3:]):
        return False
    return first.kind in (Kind.HEADING, Kind.ITEM) or first.quoted or first.text.bold_lead > 0 or words <= LEAD_WORDS


def ends_at(paragraph: Sequence[Line], whole: str, phrase_end: int) -> tuple[int, Text | None]:
    """(the line on which a restated question ends, what of the answer stands behind it there)."""
    end = _question_end(whole, phrase_end)
    offset = 0
    for number, line in enumerate(paragraph):
        length = len(line.text.string)
        if end <= offset + length:
            rest = line.text.slice(max(0, end - offset)).strip(_AROUND)
            label = line.kind is Kind.HEADING or line.text.bold
            return number, rest if any(map(str.isalnum, rest.string)) and not label else None
        offset += length + 1
    return len(paragraph) - 1, None


def _question_end(whole: str, phrase_end: int) -> int:
    """At its last question mark close behind the phrase, else where its sentence or line ends."""
    end, within = phrase_end, TAIL_WORDS
    while (mark := whole.find("?", end)) >= 0:
        between = whole[end:mark]
        if len(between.split()) > within or statement_ends(between):
            break
        end, within = mark + 1, NEXT_QUESTION_WORDS
    if end > phrase_end:
        return end
    stop = _STOP.search(whole, phrase_end)
    close = stop is not None and len(whole[phrase_end : stop.start()].split()) <= TAIL_WORDS
    return stop.end() if stop is not None and close else len(whole)


def statement_ends(between: str) -> bool:
    """Whether a full stop ends a sentence before the next question mark: then the answer has begun."""
    return bool(_SENTENCE_ENDS.search(between.strip()))


def is_only_question(text: Text, prompts: Prompts) -> bool:
    """Whether a line restates a question and says nothing more."""
    stripped = text.string.rstrip(_CLOSING)
    words = len(index(text.string).words)
    if words > LONG_QUESTION_WORDS or not stripped.endswith(("?", ".", ":")):
        return False
    hit = next((hit for hit, _ in prompts.restated_in(text.string)), None)
    asks = stripped.endswith("?") or words <= STATEMENT_WORDS
    return hit is not None and asks and not statement_ends(text.string[hit.end :])
