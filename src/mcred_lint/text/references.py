"""What a reference looks like: its addresses, its years, its title. Knows only strings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcred_lint.text.addresses import Address, find_addresses, is_web, same_address
from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.general import GeneralWords
from mcred_lint.text.phrases import find_phrases, index
from mcred_lint.text.years import SpanBack, SpanWords, YearMention, publication_year, spans_back, years_in

__all__ = [
    "Address",
    "SpanBack",
    "SpanWords",
    "YearMention",
    "find_addresses",
    "is_web",
    "looks_like_reference",
    "names_an_author",
    "publication_year",
    "reads_as_prose",
    "reads_as_sentence",
    "reference_score",
    "same_address",
    "spans_back",
    "stated_title",
    "title_of",
    "without_addresses",
    "years_in",
]

REFERENCE = 2
"""The score from which a text looks like a reference."""

_CAPITAL = "[^\\W\\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
_NAME = rf"{_CAPITAL}[\w'\u2019-]{{1,30}}"
_SURNAME_FIRST = re.compile(
    rf"(?:[a-z]{{2,3}} ){{0,2}}{_NAME}(?: {_NAME})?, (?:{_CAPITAL}\.|{_NAME}(?: {_CAPITAL}\.?)?(?:[.,(]| \(| and | & ))"
)
_INITIALS_FIRST = re.compile(rf"(?:{_CAPITAL}\. ?){{1,3}}{_NAME}(?:,|\. | \(| and | & )")
_DATE_IN_BRACKETS = re.compile(
    r"\(\s{0,2}(?:[^()]{0,25}\b(?:1[89]|20)\d\d[a-z]?\b[^()]{0,25}|n\.\s?d\.[^()]{0,4})\)[.,:;]?\s*"
)
_QUOTED = re.compile(r'"([^"]{4,250})"')
_SENTENCE_END = re.compile(r"(?<![.\s(]\w)(?<!^\w)[.?!](?=[\s\"']|$)|\s?\[|\s(?=https?://)")
_MARKER = re.compile(r"^\s*(?:\[\d{1,3}\]|\(?\d{1,3}[.)]|[-*\u2022\u25cf])\s+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")

_TITLE_WORDS = 25
_PROSE_WORDS = 12
_PROSE_SHARE = 0.45
_SENTENCE_WORDS = 5
_SENTENCE_SHARE = 0.25


def title_of(entry_text: str) -> str:
    """The title in a reference, as folded bare words, for comparing; everything but addresses where none is marked."""
    return stated_title(entry_text) or bare_words(_flat(entry_text))


def stated_title(entry_text: str) -> str:
    """The title where quotation marks, a date or an author before it show which it is; else empty."""
    flat = _flat(entry_text)
    quoted = [found[1] for found in _QUOTED.finditer(fold(flat)) if " " in found[1]]
    return bare_words(max(quoted, key=len) if quoted else _behind_author(flat))


def _flat(entry_text: str) -> str:
    return " ".join(without_addresses(_MARKER.sub("", entry_text)).split())


def without_addresses(text: str) -> str:
    """The text with a space for each web address."""
    for address in reversed(find_addresses(text)):
        text = f"{text[: address.start]} {text[address.end :]}"
    return text


def _behind_author(flat: str) -> str:
    """The sentence behind "Abara, N. (2016)." or behind "Abara, Nia."; empty where the text has no such form."""
    dated = _DATE_IN_BRACKETS.search(flat, 3, 220)
    if dated:
        return _sentence(flat[dated.end() :])
    author = _SURNAME_FIRST.match(flat)
    if author is None:
        return ""
    stop = _SENTENCE_END.search(flat, max(author.end() - 1, 0))
    return _sentence(flat[stop.end() :]) if stop else ""


def _sentence(text: str) -> str:
    text = text.strip()
    stop = _SENTENCE_END.search(text)
    return text[: stop.start()] if stop else text


def looks_like_reference(text: str, words: GeneralWords, has_link: bool) -> bool:
    """Whether a text looks like a reference to a source; `has_link`: a link is marked up in it."""
    return reference_score(text, words, has_link) >= REFERENCE


def reference_score(text: str, words: GeneralWords, has_link: bool) -> int:
    """How much a text looks like a reference, from 0; see REFERENCE. Long texts are judged by their beginning."""
    text = text[:1500]
    if not any(map(str.isalnum, text)):
        return 0
    return max(0, sum(_signs(text, words, has_link)))


def _signs(text: str, words: GeneralWords, has_link: bool) -> Iterator[int]:
    yield 2 if has_link or find_addresses(text) else 0
    yield 2 if names_an_author(text) else 0
    yield 2 if _DATE_IN_BRACKETS.search(text, 0, 250) else 1 if publication_year(text, words) else 0
    yield min(2, len({hit.phrase for hit in find_phrases(text, words.reference_marks)}))
    yield 1 if _QUOTED.search(fold(text)) else 0
    yield 1 if _is_title_case(text) else 0
    yield -2 if reads_as_prose(text, words) else 0


def names_an_author(text: str) -> bool:
    """Whether a text begins as references do: "Abara, N.", "Abara, Nia.", "N. Abara,"."""
    text = _MARKER.sub("", text).lstrip()
    return bool(_SURNAME_FIRST.match(text) or _INITIALS_FIRST.match(text))


def _is_title_case(text: str) -> bool:
    found = _LONG_WORD.findall(without_addresses(text))
    return 2 <= len(found) <= _TITLE_WORDS and sum(word[0].isupper() for word in found) >= 0.6 * len(found)


def reads_as_prose(text: str, words: GeneralWords) -> bool:
    """Whether a text reads as sentences, not as a reference or a title: long enough, closed, full of small words."""
    return _reads_as_talk(text, words, _PROSE_WORDS, _PROSE_SHARE)


def reads_as_sentence(text: str, words: GeneralWords) -> bool:
    """Whether a text may be a sentence: closed, with some small words, and without any of the marks of a reference.

    "Hale (2013) says" stands in a sentence, "Hale (2013). A long ride" in a reference.
    """
    dated = _DATE_IN_BRACKETS.search(text, 0, 250)
    cited = dated is not None and not text[dated.end() : dated.end() + 1].islower()
    marked = cited or _QUOTED.search(fold(text)) or _is_title_case(text)
    return not marked and _reads_as_talk(text, words, _SENTENCE_WORDS, _SENTENCE_SHARE)


def _reads_as_talk(text: str, words: GeneralWords, least: int, share: float) -> bool:
    spoken = index(without_addresses(text)).words
    closed = text.rstrip(" )\"'\u201d\u2019").endswith((".", "!", "?", ":"))
    if not closed or len(spoken) < least or names_an_author(text):
        return False
    return sum(word in words.common_words for word in spoken) >= share * len(spoken)
