"""What a heading says of a part: its number, its title, and whether it names a break or a total instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mcred_lint.document.text import Text
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.lengths import title_length
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.phrases import find_phrases, index

AROUND_TITLE = " \t\n:.-\u2013\u2014|,;()[]*_\u2022"
"""Marks between a number, a title and a length."""
LEAST_LETTERS = 3
"""A title has so many letters."""
SAME_TITLE_SHARE = 0.6
"""Two titles that share this part of their words are one part's."""
BREAK_WORDS = 5
"""A title with a break's name and at most this many words is a break; a longer one is work that mentions it."""
SHORT_BREAK_WORDS = 3
"""In a title of so few words the break's name may stand anywhere, in a longer one only at its beginning."""
TOTAL_WORDS = 5

_NUMBERED_TITLE = re.compile(r"[^\w]*[^\W\d]+\s+#?\d{1,2}\s*[.:)\u2013\u2014-]\s*[^\W\d]{3}")


# ---- number and title -------------------------------------------------------------------------------------------------


class _StartWords(NamedTuple):
    """The words of which the beginning of a numbered part is made."""

    called: tuple[str, ...]
    counts: tuple[str, ...]
    ordinals: tuple[str, ...]
    marks: tuple[str, ...]
    articles: tuple[str, ...]
    joints: tuple[str, ...]
    belonging: tuple[str, ...]


def numbered_start(string: str, setting: Setting) -> tuple[str, str, int] | None:
    """(word, number, end offset) where a text begins with what the rubric calls a part and its number: "Session 2: ...".

    Of "Day 1 - Session 2" the inner one counts.
    """
    pattern = _start_pattern(_start_words(setting))
    general = setting.language.general
    folded, found, begin = fold(string), None, 0
    while (match := pattern.match(folded, begin)) is not None:
        word, number = match["word"] or match["after"], match["number"] or match["ordinal"]
        value = general.counts.get(number, general.ordinals.get(number))
        found, begin = (word, number if value is None else str(value), match.end()), match.end()
    return found


def _start_words(setting: Setting) -> _StartWords:
    general = setting.language.general
    counting = tuple(general.counts), tuple(general.ordinals)
    return _StartWords(
        setting.spec.called, *counting, general.number_marks, general.articles, general.joints, general.belonging
    )


@lru_cache(maxsize=64)
def _start_pattern(words: _StartWords) -> re.Pattern[str]:
    """ "Session 2", "Session no. 2", "session two", "Session B", "Module iv", "the second session", but not "Sessions 1-3"."""
    called, count, ordinal, mark, article, joint, belonging = map(_either, words)
    number = rf"\d{{1,2}}|{count}|[a-h]|i{{1,3}}|iv|vi{{0,3}}"
    marked = rf"(?:#\s*|(?:{mark})(?:\.\s*|\s+))?"
    not_several = rf"(?!\s*(?:-|&|{joint})\s*(?:\d|{count}\b))"
    not_running_on = rf"(?!\s+(?!(?:{belonging})\b)[a-z])"
    counted = rf"(?P<word>{called})\s*{marked}(?P<number>{number})(?![\w']){not_several}"
    ordered = rf"(?P<ordinal>{ordinal})\s+(?P<after>{called})(?![\w']){not_running_on}"
    return re.compile(rf"[^\w]*(?:(?:{article})\s+)?(?:{counted}|{ordered})")


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted((re.escape(fold(word)) for word in words), key=len, reverse=True))


def title_in(heading: Text, start: int, setting: Setting) -> Text | None:
    """The title that a heading carries beside its number and its length."""
    rest = heading.slice(start)
    length = title_length(rest, setting.language.durations)
    at = rest.string.find(length.text) if length is not None else -1
    if length is not None and at >= 0:
        rest = max(rest.slice(0, at), rest.slice(at + len(length.text)), key=_letters)
    rest = rest.strip(AROUND_TITLE)
    return rest if _letters(rest) >= LEAST_LETTERS else None


def _letters(text: Text) -> int:
    return sum(map(str.isalpha, text.string))


def take_heading(draft: Draft, text: Text, setting: Setting) -> None:
    """Give a draft the number and the title that a text carries, where it has none yet."""
    heading = text.strip()
    found = numbered_start(heading.string, setting)
    draft.number = draft.number or (found[1] if found else None)
    draft.title = draft.title or title_in(heading, found[2] if found else 0, setting)


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same part."""
    first, second = set(bare_words(one).split()), set(bare_words(other).split())
    shared, fewer = len(first & second), min(len(first), len(second))
    return shared > 0 and shared >= SAME_TITLE_SHARE * fewer and shared >= min(2, fewer)


# ---- what is no part --------------------------------------------------------------------------------------------------


def is_break(title: str, spec: GroupsPlace) -> bool:
    """Whether a row or heading names a break rather than learning. "Lunch 5. Our two minutes" is a part that goes by that name."""
    words = len(index(title).words)
    if words > BREAK_WORDS or _NUMBERED_TITLE.match(title):
        return False
    return any(hit.start <= 3 or words <= SHORT_BREAK_WORDS for hit in find_phrases(title, spec.breaks))


def is_total(title: str, spec: GroupsPlace) -> bool:
    """Whether a row states what all parts amount to."""
    bare = bare_words(title)
    names = (bare_words(name) for name in spec.totals)
    return len(bare.split()) <= TOTAL_WORDS and any(bare == name or bare.startswith(f"{name} ") for name in names)
