"""Prompts of a form: whether a line asks, which number it bears, and whether it repeats a question that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mcred_lint.document.text import Text
from mcred_lint.text.phrases import index

CODE = re.compile(
    r"\W{0,3}(?:(?P<word>[^\W\d_]{1,9})[ .]{0,2}#?\s?)?"
    r"(?P<number>\d{1,2})\s?(?:[.:)\u2013\u2014-](?=\s|$|[^\W\d])\s*|$)"
)
LEAD = re.compile(r"\W{0,3}(?P<word>[^\W\d_]{1,10}):\s*")
LABEL = re.compile(r"\W{0,3}(?P<label>[^\W\d_][^\n:.?!]{0,40}):(?=\s|$)\s*")
ASKED = re.compile(r"\W{0,3}[^\W\d_][^\n?]{4,200}\?\s+(?=\S)")
"""A question with its answer behind it on the same line."""

_ASKING = re.compile(
    r"\?[\s*_)\"'\u201d\u2019\u2b50\ufe0f:]{0,6}(?:\([^()]{0,120}\)|\[[^\[\]]{0,60}\]|[*_.\s:\u2026\u2b50\ufe0f]){0,8}$"
)
_CLOSING_QUOTE = re.compile(r"[\"\u201d]\W{0,3}$")
_QUOTED_END = re.compile(r"[^\W\d_]{2}[^\"\u201c\u201d\n]*\s[\"\u201c][^\"\u201c\u201d\n]{1,200}\?[\"\u201d]\W{0,3}$")
"""A title that a question stands in: 'Feedback on "Who decides?"'."""

_OPEN_END = re.compile(r"(?:_{3,}|\.{3,}|\u2026)\s*[.?*]?\s*$")
FINISHED = (".", "?", "!", ":", ")", "_", "\u2026", "*")
_LED_CODE = re.compile(r"\W{0,3}(?:[^\W\d_]{1,9}[ .]{0,2})?\d{1,2}(?!\w)[.:)\s\u2013\u2014-]{0,4}")
PROMPT_WORDS = 3
"""A statement to rate has at least so many words."""

SHORT_WORDS = 4
"""A label that stands for a question has at most so many words."""

STEM = 5
"""Words with so many letters in common at their beginning are of one family."""


def asks(string: str) -> bool:
    """Whether a line ends as a question: with "?", whatever scale or mark stands behind, or with a blank to fill in."""
    tail = string[-300:]
    if not any(map(str.isalnum, tail)):
        return False
    if _ASKING.search(tail):
        return _CLOSING_QUOTE.search(tail[-5:]) is None or _QUOTED_END.search(tail) is None
    return bool(_OPEN_END.search(tail))


def code_of(text: Text) -> tuple[str, Text] | None:
    """The number of "Q3. What ...", and the text behind it; None where no number stands before."""
    found = CODE.match(text.string)
    return (found["number"], text.slice(found.end())) if found else None


def repeats(string: str, known: Sequence[str]) -> int | None:
    """Which of the known questions a line begins with, else which it shortens: the one it shares most words with."""
    for number, question in enumerate(known):
        if shared_start(string, question):
            return number
    words = index(string).words
    shared = [_shortens(words, string, question) for question in known]
    best = max(shared, default=0)
    return shared.index(best) if best else None


def named_question(label: str, known: Sequence[str]) -> int | None:
    """Which of the known questions a line repeats, or a label of a few words stands for: the only one that has most
    of its words."""
    code = _LED_CODE.match(label)
    short = label[code.end() :] if code else label
    repeated = repeats(short, known)
    words = index(short).words
    if repeated is not None or not 0 < len(words) <= SHORT_WORDS:
        return repeated
    shared = [sum(any(_akin(word, other) for other in index(question).words) for word in words) for question in known]
    best = max(shared, default=0)
    return shared.index(best) if 2 * best >= len(words) and shared.count(best) == 1 else None


def _akin(word: str, other: str) -> bool:
    """The same word or one of its family: "confidence" and "confident"."""
    return word == other or (len(word) >= STEM and len(other) >= STEM and word[:STEM] == other[:STEM])


def shared_start(string: str, question: str) -> int:
    """The offset behind a question that a line begins with, 0 where it does not. Brackets and what follows the
    question mark may be missing, and what completes a sentence may stand in the place of its dots."""
    line = index(string)
    for version in _versions(question):
        words = index(version).words
        if len(words) >= 2 and line.words[: len(words)] == words:
            return line.spans[len(words) - 1][1]
    return 0


def _versions(question: str) -> list[str]:
    """A question as written, up to its question mark, and without its brackets."""
    cut = question.find("?")
    bare = re.sub(r"\([^()]{0,200}\)", " ", question)
    found = [question, bare] + ([question[: cut + 1]] if cut > 0 else [])
    stem = _OPEN_END.split(bare.replace("__", "___", 1))[0] if _OPEN_END.search(bare) else re.split(r"_{3,}", bare)[0]
    return [*found, stem] if len(index(stem).words) >= 2 else found


def _shortens(words: list[str], string: str, question: str) -> int:
    """How many words a question restated in part shares with it: its beginning, or most of its words in their order,
    and a question mark; 0 where it is another."""
    asked = index(question).words
    if len(words) >= PROMPT_WORDS and asked[: len(words)] == words:
        return len(words)
    shared = sum(word in asked for word in words)
    restated = len(words) >= PROMPT_WORDS and 5 * shared >= 4 * len(words) and 2 * len(words) >= len(asked)
    return shared if restated and asks(string) else 0
