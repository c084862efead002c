"""Who is cited: a name that a text argues with belongs to a work, and to nobody of the submission."""

from __future__ import annotations

import re
from functools import lru_cache

from mcred_lint.text.identity.hints import Reading
from mcred_lint.text.identity.words import IdentityWords, any_of

_AND_OTHERS = r"(?:,? [a-z]{2,3} [a-z]{2,10}\.?)?"
_YEAR_AFTER = re.compile(rf"^(?:'s?)?{_AND_OTHERS},? ?\(?(?:19|20)\d\d(?!\d)")
_YEAR_IN_BRACKETS = re.compile(r"^[^()]{0,120}(?:19|20)\d\d[a-z]?[^()]{0,30}\)")


_MENTIONS = 20
"""So many places are looked at for a citation of one name."""
_TITLE_AFTER = re.compile(r"^'s? [\"*_\[]{0,2}[A-Z][\w-]+,? (?:[a-z]{1,5} )?[A-Z]")


def is_dated(reading: Reading, start: int, end: int) -> bool:
    """The name from `start` to `end` stands beside the year of a work: "Ellis (2020)", "(Ellis & Lopez, 2020)"."""
    before, after = reading.before(start, 160), reading.after(end, 160)
    opened = before.rfind("(") > before.rfind(")")
    return _YEAR_AFTER.search(after) is not None or (opened and _YEAR_IN_BRACKETS.search(after) is not None)


def is_cited_elsewhere(reading: Reading, start: int, end: int) -> bool:
    """The same word stands in the text once more, there beside a year."""
    surname, place = reading.folded[start:end], -1
    for _ in range(_MENTIONS):
        place = reading.folded.find(surname, place + 1)
        if place < 0:
            return False
        if _YEAR_AFTER.search(reading.after(place + len(surname), 40)):
            return True
    return False


def is_author(reading: Reading, start: int, end: int) -> bool:
    """The name is cited, quoted, or named as the maker of a work."""
    patterns = _Patterns.of(reading.words)
    lead, tail = reading.plain[max(0, start - 90) : start], reading.plain[end : end + 90]
    return (
        is_dated(reading, start, end)
        or patterns.follows.search(reading.after(end)) is not None
        or _TITLE_AFTER.search(tail) is not None
        or patterns.leads.search(lead) is not None
        or patterns.after_a_title.search(lead) is not None
    )


class _Patterns:
    def __init__(self, words: IdentityWords) -> None:
        verb = rf"(?:{any_of(words.author_adverbs)} )?{any_of(words.author_verbs)}"
        work = any_of(words.author_works)
        self.follows = re.compile(rf"^,? {verb}|^'s? (?:[\w'-]{{1,20}} ){{0,4}}?{work}")
        others = r"(?:[A-Z&][\w'.-]{0,20},? (?:[a-z]{2,3} )?){0,6}"
        title = rf"(?:{any_of(words.scholar_titles)}\.? )?"
        self.leads = re.compile(rf"(?i:{any_of(words.author_leads)}):? {others}(?i:{title})$")
        by = any_of(words.authorship_words)
        self.after_a_title = re.compile(rf"(?:[\"*_)]|(?<!\w)[A-Z]\w*),? {by} (?i:{title})$")

    @staticmethod
    @lru_cache(maxsize=8)
    def of(words: IdentityWords) -> _Patterns:
        return _Patterns(words)
