"""Names of schools and districts: the author's own, or somebody's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mcred_lint.text.folding import fold
from mcred_lint.text.identity.hints import Context, Hint, Kind, Reading
from mcred_lint.text.identity.words import IdentityWords, any_of

_NUMBERED = re.compile(r"[A-Za-z.][ #]{1,3}\d")
"""Without this the search for numbered schools need not begin."""

_OWN_WHY = "A school or district is named as the author's own."
_POSSIBLE_WHY = "A school or district is named; if it is the author's own, it tells who they are."


def school_hints(reading: Reading) -> Iterator[Hint]:
    """Schools by the ending of their name ("Lincoln Elementary") or by their number ("P.S. 142")."""
    patterns = _Patterns.of(reading.words)
    for first, last in reading.chains:
        for found in patterns.named.finditer(reading.plain, first, last):
            start = _without_adjectives(reading.words, found)
            if start is not None and not _is_no_school(reading, start, found.end()):
                yield from _judge(reading, start, found)
    if _NUMBERED.search(reading.text):
        yield from _numbered(reading)


def _numbered(reading: Reading) -> Iterator[Hint]:
    for found in _Patterns.of(reading.words).numbered.finditer(reading.plain):
        own = _is_own(reading, found.start(), found.end())
        if own or "." in found[0] or len(found["number"]) > 1:
            yield _hint(reading, found.start(), found.end(), own)


def _without_adjectives(words: IdentityWords, found: re.Match[str]) -> int | None:
    """Where the name proper begins, or None when there is none ("Our High School")."""
    start = found.start()
    for word in found["name"].split():
        if fold(word).strip(".'") not in words.school_adjectives:
            return start
        start += len(word) + 1
    return None


def _judge(reading: Reading, start: int, found: re.Match[str]) -> Iterator[Hint]:
    words = reading.words
    names = fold(reading.plain[start : found.start("ending")]).replace("'s", "").replace(".", "").split()
    everyday = words.ordinary_words.issuperset(names)
    weak = fold(found["ending"]) in words.weak_school_endings
    own = _is_own(reading, start, found.end()) or _is_own(reading, found.start(), found.end())
    if own or not (everyday or weak):
        yield _hint(reading, start, found.end(), own and not (everyday and weak))


def _hint(reading: Reading, start: int, end: int, own: bool) -> Hint:
    kind, why = (Kind.OWN_SCHOOL, _OWN_WHY) if own else (Kind.POSSIBLE_SCHOOL, _POSSIBLE_WHY)
    return reading.hint(start, end, kind, why, certain=own)


def _is_no_school(reading: Reading, start: int, end: int) -> bool:
    """A place of history, or the beginning of a longer name ("Elementary and Secondary Education Act")."""
    words = reading.words
    if " ".join(reading.folded[start:end].split()) in words.known_schools:
        return True
    following = re.match(r"(?: [a-z]{2,3})? ([A-Z][\w-]*)", reading.plain[end : end + 40])
    key = fold(following[1]) if following else ""
    return key in words.thing_words or key in words.no_school_follows


def _is_own(reading: Reading, start: int, end: int) -> bool:
    before, patterns = reading.before(start, 140), _Patterns.of(reading.words)
    if patterns.lead.search(before) or patterns.follow.search(reading.after(end, 60)):
        return True
    if patterns.label.search(reading.line_before(start)):
        return True
    verb = patterns.verb.search(before)
    if verb is not None and not patterns.other.search(verb["gap"]):
        return True
    alone = reading.text[:start].strip() == reading.text[end:].strip(" .\n") == ""
    return reading.context is Context.ANSWER and alone


class _Patterns:
    """The patterns made from one set of words; those of what stands before a school end where its name begins."""

    def __init__(self, words: IdentityWords) -> None:
        ending = f"(?=[A-Z])(?i:{any_of(words.school_endings)})"
        self.named = re.compile(rf"(?P<name>(?:[A-Z](?<![\w'.-].)[\w'-]{{1,30}}\.? ){{1,5}}?)(?P<ending>{ending})")
        numbered = "|".join(re.escape(phrase) for phrase in words.numbered_schools) or "(?!)"
        self.numbered = re.compile(rf"(?<![\w.-])(?=[A-Z])(?i:{numbered}) ?#? ?(?P<number>\d{{1,3}})(?![\w.-]\d|\w)")
        naming = any_of(words.school_naming)
        self.lead = re.compile(rf"{any_of(words.own_school_leads)}(?:,|:| -| \()?(?: {naming})? ?$")
        preposition = any_of(words.own_school_prepositions)
        self.verb = re.compile(
            rf"{any_of(words.own_school_verbs)}(?P<gap>[^.!?]{{0,80}}?) {preposition} (?:{naming} )?$"
        )
        self.other = re.compile(any_of(words.other_school_signs))
        self.follow = re.compile(rf"^[,;]? ?(?:\(|[a-z]{{4,5}} )?{any_of(words.own_school_follows)}")
        self.label = re.compile(rf"^[\W\d_]*{any_of(words.school_labels)} ?[:-][\W_]*$")

    @staticmethod
    @lru_cache(maxsize=8)
    def of(words: IdentityWords) -> _Patterns:
        return _Patterns(words)
