"""Years that a text speaks of, and the year in which a reference was published.

Many numbers look like years: pages, phone numbers, sums of money, counts, and the day on which a page was opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from mcred_lint.text.addresses import find_addresses
from mcred_lint.text.folding import fold
from mcred_lint.text.general import GeneralWords
from mcred_lint.text.phrases import WordIndex, find_phrases

_YEAR = r"(?:1[89]|20)\d\d"
_MENTION = re.compile(
    rf"(?<![\w$\u20ac\u00a3#])(?<!\d[.,:/-])(?P<first>{_YEAR})(?:\s?[-/]\s?(?P<second>{_YEAR}|\d\d)(?![\w%])|'?s\b|(?P<alone>)(?![\w%])(?![.,:]\d))"
    rf"|(?<![\d.,:/-])\d{{1,2}}[./,-](?:\d{{1,2}}[./-])?(?P<dated>{_YEAR})(?![.,:/-]?\w)"
    r"|(?<!\w)'(?P<decade>[2-9]0)'?s\b"
)
_PAGES_BEFORE = re.compile(r"(?:\bpp?\.?\s?|\bpages?\s|\d\)\s?[,:]\s?|(?<!\d)\d{1,3}\s?[,:]\s?)\Z")
_NUMBER_BEFORE = re.compile(
    r"(?:\bpp?\.\s?|\bpages?\s|\bisbn(?:-1[03])?:?\s?[\d-]{0,17}|\bnos?\.\s?|\bvol\.\s?|(?<!\d)\(?\d{3}\)?[\s.-]|\b[hsa]\.?[brf]\.?\s)\Z"
)
_DAY = r"(?:[^\W\d_]{2,9}[.,]?\s{1,2}|\d{1,2}(?:st|nd|rd|th)?[\s.,/-]{1,3})"
_UP_TO_YEAR = re.compile(rf"[\s:,]{{0,4}}{_DAY}{{0,4}}{_YEAR}(?:-\d\d?-\d\d?)?")
_CLAUSE_STARTS = ("", "(", "[", ".", ",", ";", "|", "-")
_PLURAL = re.compile(r"\s([a-z]{3,}s)\b")
_WORD_BEFORE = re.compile(r"([a-z'&]{1,20})[\s(]{1,2}\Z")
_BRACKET_REACH = 40


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year with its offsets in the text; "the 1990s" and "2011-12" are their first year."""

    year: int
    start: int
    end: int


@dataclass(frozen=True)
class SpanWords:
    """The lists of the part `spans` of `english.yaml`, which says what each is for."""

    units: Mapping[str, float]
    numbers: Mapping[str, float]
    leads: tuple[str, ...]
    tails: tuple[str, ...]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Self:
        """From the language file, every scalar as written."""
        numbers = {name: {word: float(value) for word, value in data[name].items()} for name in ("units", "numbers")}
        return cls(**numbers, leads=tuple(data["leads"]), tails=tuple(data["tails"]))


@dataclass(frozen=True, slots=True)
class SpanBack:
    """A stretch of time back from now, in years, with its offsets in the text."""

    years: float
    start: int
    end: int


def years_in(text: str, words: GeneralWords) -> tuple[YearMention, ...]:
    """The years from 1800 to 2099 that a text speaks of, in order; both ends of "2014-2024", the first of "2011-12".

    Left out: years inside addresses, of the day a page was opened, and numbers that are pages, counts, money or phones.
    """
    folded = fold(text)
    silent = tuple(_silent(text, folded, words))
    found: list[YearMention] = []
    for match in _MENTION.finditer(folded):
        inside = any(start <= match.start() < end for start, end in silent)
        if not inside and not _is_other_number(match, folded, words):
            found.extend(_mentions(match))
    return tuple(found)


def _mentions(match: re.Match[str]) -> Iterator[YearMention]:
    for name in ("first", "second", "dated"):
        if len(match[name] or "") == 4:
            yield YearMention(int(match[name]), *match.span(name))
    if match["decade"]:
        yield YearMention(1900 + int(match["decade"]), *match.span())


def _silent(text: str, folded: str, words: GeneralWords) -> Iterator[tuple[int, int]]:
    """Stretches whose years say nothing about the matter: addresses, and when somebody opened them."""
    for address in find_addresses(text):
        yield address.start, address.end
    for hit in find_phrases(text, words.accessed):
        before = folded[: hit.start].rstrip(" ")[-1:]
        until = _UP_TO_YEAR.match(folded, hit.end)
        if until and (before in _CLAUSE_STARTS or text[hit.start].isupper()):
            yield hit.start, until.end()


def _is_other_number(match: re.Match[str], folded: str, words: GeneralWords) -> bool:
    before = folded[max(0, match.start() - 24) : match.start()]
    if len(match["second"] or "") == 4:
        return _PAGES_BEFORE.search(before) is not None
    if match["alone"] is None:
        return False
    return _NUMBER_BEFORE.search(before) is not None or _is_count(match, folded, before, words)


def _is_count(match: re.Match[str], folded: str, before: str, words: GeneralWords) -> bool:
    """ "2019 students" may be so many of them, "in 2019 students" is a year: a small word before it tells."""
    plural = _PLURAL.match(folded, match.end())
    if plural is None or plural[1].endswith(("us", "ss", "is")) or plural[1] in words.common_words:
        return False
    lead = _WORD_BEFORE.search(before)
    return lead is None or lead[1] not in words.common_words


def publication_year(entry_text: str, words: GeneralWords, reference_year: int | None = None) -> int | None:
    """The year in which a reference says it was published: the first in brackets, else the first outside a quotation.

    None when none is given or the reference says that it has none. Years after `reference_year` are plans, not dates.
    """
    last = 2099 if reference_year is None else reference_year
    mentions = [found for found in years_in(entry_text, words) if found.year <= last]
    folded = fold(entry_text)
    bracketed = next((found for found in mentions if _in_brackets(folded, found)), None)
    undated = min((hit.start for hit in find_phrases(entry_text, words.no_date)), default=None)
    if undated is not None and (bracketed is None or undated < bracketed.start):
        return None
    unquoted = (found for found in mentions if folded.count('"', 0, found.start) % 2 == 0)
    best = bracketed or next(unquoted, None) or next(iter(mentions), None)
    return best.year if best else None


def _in_brackets(folded: str, mention: YearMention) -> bool:
    before = folded[max(0, mention.start - _BRACKET_REACH) : mention.start]
    after = folded[mention.end : mention.end + _BRACKET_REACH]
    opened = max(before.rfind("("), before.rfind("["))
    closes = min((at for at in (after.find(")"), after.find("]")) if at >= 0), default=-1)
    return opened > max(before.rfind(")"), before.rfind("]")) and closes >= 0


def spans_back(text: str, words: SpanWords) -> tuple[SpanBack, ...]:
    """Stretches of time up to now, which need a reference year: "a decade ago", "for twenty years"."""
    found: dict[int, SpanBack] = {}
    for hit in find_phrases(text, words.units):
        number = _number_before(text[max(0, hit.start - 40) : hit.start], words)
        if number is None:
            continue
        value, start, led = number
        start += max(0, hit.start - 40)
        if led or _follows(text[hit.end : hit.end + 20], words.tails):
            found.setdefault(hit.end, SpanBack(value * words.units[hit.phrase], start, hit.end))
    return tuple(sorted(found.values(), key=lambda span: span.start))


def _number_before(before: str, words: SpanWords) -> tuple[float, int, bool] | None:
    """The number that ends a text, its offset, and whether a word before it makes it a stretch up to now.

    "the past decade" has no number: it is one.
    """
    index = WordIndex(before)
    for size in (3, 2, 1):
        spoken = " ".join(index.words[-size:])
        value = words.numbers.get(spoken) if len(index.words) >= size else None
        if value is None and size == 1 and spoken.isdecimal() and len(spoken) <= 3:
            value = float(spoken)
        if value is not None:
            return value, index.start(-size), _ends_with(index.words[:-size], words.leads)
    return (1.0, index.start(-1), True) if _ends_with(index.words, words.leads) else None


def _ends_with(spoken: list[str], phrases: tuple[str, ...]) -> bool:
    return any(spoken[-len(phrase.split()) :] == phrase.split() for phrase in phrases)


def _follows(after: str, phrases: tuple[str, ...]) -> bool:
    index = WordIndex(after)
    return bool(index.words) and index.words[0] in phrases
