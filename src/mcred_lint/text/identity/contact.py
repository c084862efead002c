"""Contact data: e-mail addresses, telephone numbers, postal addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mcred_lint.text.identity.hints import Context, Hint, Kind, Reading
from mcred_lint.text.identity.words import IdentityWords, any_of

_EMAIL = re.compile(
    r"(?<![\w.%+-])(?P<box>[\w%+-](?:[\w.%+-]|\\[_.+-]){0,200})"
    r"(?:@|%40)(?P<domain>(?:[\w-]{1,63}\\?\.){1,8}[^\W\d_]{2,24})(?![\w@])"
)
_BOX = r"(?<![\w.+-])[\w.+-]{1,64}"
_LABEL = r"[\w-]{1,63}"
_TOP = r"(?:com|org|net|edu|gov|us|info|ca|uk)\b"
_AT = r"\\?[(\[{] ?at ?\\?[)\]}]"
_DOT = r"(?:\\?\.| ?\\?[(\[{] ?dot ?\\?[)\]}] ?| dot )"
_BRACKETED = re.compile(rf"{_BOX} ?{_AT} ?{_LABEL}(?:{_DOT}{_LABEL}){{1,4}}")
_IN_WORDS = re.compile(rf"{_BOX}(?: dot {_LABEL}){{0,3}} at {_LABEL}(?: dot {_LABEL}){{0,3}} dot {_TOP}")
_SPACED = re.compile(rf"(?<![\w.+-])\w[\w+-]{{0,60}}[._\d][\w.+-]{{0,60}} @ ?{_LABEL}(?:\.{_LABEL}){{0,4}}\.{_TOP}")
_SPELLED_EMAILS = (
    ("(at", _BRACKETED),
    ("( at", _BRACKETED),
    ("[at", _BRACKETED),
    ("{at", _BRACKETED),
    (" dot ", _IN_WORDS),
    (" @", _SPACED),
)
"""Each behind the sign without which it need not be tried."""

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d\d\d(?:\D{1,4}\d\d|\d{4})")
_HOUSE_NUMBER = re.compile(r"\d[A-Za-z]?\s[A-Z]")
_ZIP_CODE = re.compile(r"\d{5}")
"""Without these the search for telephone numbers, streets and towns need not begin."""
_GAP = r"(?: {0,2}\\?[-.] {0,2}| )"
_NUMBER_END = r"(?![\w/-]|\.\d)"
_AMERICAN = re.compile(
    rf"(?<![\w.#/=+-])(?:\+?1{_GAP}|\+)?(?P<area>\([2-9]\d\d\) ?|[2-9]\d\d(?=\D))"
    rf"{_GAP}?[2-9]\d\d{_GAP}\d{{4}}{_NUMBER_END}"
)
_INTERNATIONAL = re.compile(r"(?<![\w.+])\+[1-9][\d ().-]{6,22}\d(?![ ().-]{0,2}\d|\w)")
_AFTER_CUE = re.compile(rf"(?<![\w.+/-])(?:\(?0\d[\d ().-]{{6,16}}\d|[2-9]\d{{9}}|[2-9]\d\d[-. ]\d{{4}}){_NUMBER_END}")

_TOWN = re.compile(r"[A-Z](?<!\w.)[a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}, [A-Z]{2} \d{5}(?:-\d{4})?(?!\w)")

_EMAIL_WHY = "An e-mail address tells who somebody is."
_PHONE_WHY = "A telephone number leads to a person."
_ADDRESS_WHY = "A postal address leads to a person or a school."


def contact_hints(reading: Reading) -> Iterator[Hint]:
    """E-mail addresses and telephone numbers everywhere, postal addresses where the text is the author's own."""
    yield from _emails(reading)
    if not _DIGIT.search(reading.text):
        return
    if "+" in reading.text or _NUMBER.search(reading.text):
        yield from _phones(reading)
    if reading.context not in (Context.SOURCE, Context.LINK, Context.FILE_NAME):
        yield from _addresses(reading)


def _emails(reading: Reading) -> Iterator[Hint]:
    words = reading.words
    if "@" in reading.text or "%40" in reading.text:
        for found in _EMAIL.finditer(reading.plain):
            box = found["box"].lower().replace("\\", "")
            if box not in words.sample_mailboxes:
                certain = box not in words.shared_mailboxes
                yield reading.hint(found.start(), found.end(), Kind.EMAIL, _EMAIL_WHY, certain=certain)
    for sign, pattern in _SPELLED_EMAILS:
        if sign in reading.folded:
            for found in pattern.finditer(reading.folded):
                yield reading.hint(found.start(), found.end(), Kind.EMAIL, _EMAIL_WHY)


def _phones(reading: Reading) -> Iterator[Hint]:
    patterns = _Patterns.of(reading.words)
    for found in _AMERICAN.finditer(reading.plain):
        if not patterns.number_cue.search(reading.before(found.start(), 24)):
            yield _american(reading, found)
    for found in _INTERNATIONAL.finditer(reading.plain):
        if 9 <= len(_DIGIT.findall(found[0])) <= 15:
            yield reading.hint(found.start(), found.end(), Kind.PHONE, _PHONE_WHY)
    for found in _AFTER_CUE.finditer(reading.plain):
        if patterns.phone_cue.search(reading.before(found.start(), 40)):
            yield reading.hint(found.start(), found.end(), Kind.PHONE, _PHONE_WHY)


def _american(reading: Reading, found: re.Match[str]) -> Hint:
    """Three groups of digits with nothing but spaces between may be statistics; a free number belongs to an office."""
    loose = found[0].replace(" ", "").isdigit()
    cued = _Patterns.of(reading.words).phone_cue.search(reading.before(found.start(), 40)) is not None
    free = found["area"].strip("() ") in reading.words.toll_free
    return reading.hint(found.start(), found.end(), Kind.PHONE, _PHONE_WHY, certain=not free and (cued or not loose))


def _addresses(reading: Reading) -> Iterator[Hint]:
    patterns = _Patterns.of(reading.words)
    if _HOUSE_NUMBER.search(reading.text):
        for found in patterns.street.finditer(reading.plain):
            if _is_street(reading.words, found):
                yield reading.hint(found.start(), found.end(), Kind.ADDRESS, _ADDRESS_WHY)
    if any(name in reading.folded for name in reading.words.box_words):
        for found in patterns.box.finditer(reading.folded):
            yield reading.hint(found.start(), found.end(), Kind.ADDRESS, _ADDRESS_WHY)
    if _ZIP_CODE.search(reading.text):
        for found in _TOWN.finditer(reading.plain):
            yield reading.hint(found.start(), found.end(), Kind.ADDRESS, _ADDRESS_WHY, certain=False)


def _is_street(words: IdentityWords, found: re.Match[str]) -> bool:
    """Everyday words may name a street ("School Street"), but hardly a drive or a circle ("Google Drive")."""
    names, kind = found["name"].lower().replace(".", "").split(), found["kind"].lower()
    if f"{names[-1]} {kind}" in words.known_streets:
        return False
    return kind in words.street_words or not words.ordinary_words.issuperset(names)


class _Patterns:
    """The patterns made from one set of words."""

    def __init__(self, words: IdentityWords) -> None:
        name = r"(?:[A-Z][\w'.-]{0,30}|\d{1,3}(?:st|nd|rd|th))"
        kind = f"(?=[A-Z])(?i:{any_of(words.street_words | words.weak_street_words)})"
        self.street = re.compile(
            rf"(?<![\w.$/-])\d{{1,6}}[A-Za-z]? (?:[NSEW]{{1,2}}\.? )?(?P<name>(?:{name} ){{1,4}}?)(?P<kind>{kind})\.?"
        )
        self.box = re.compile(rf"{any_of(words.box_words)} #? ?\d{{1,7}}(?!\w)")
        self.phone_cue = re.compile(rf"{any_of(words.phone_cues)}[^\d.!?]{{0,14}}$")
        self.number_cue = re.compile(rf"{any_of(words.number_cues)}[ .:#(-]{{0,4}}$")

    @staticmethod
    @lru_cache(maxsize=8)
    def of(words: IdentityWords) -> _Patterns:
        return _Patterns(words)
