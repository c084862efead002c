"""What a name looks like: capitalised words, and which of them may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from mcred_lint.text.identity.hints import CAPITALISED, Reading
from mcred_lint.text.identity.words import IdentityWords, name_key

_CAPITALISED = re.compile(CAPITALISED)
PIECE = re.compile(r"[A-Z]?[a-z\u00df-\u00ff']+|[A-Z]+(?![a-z])|[^\W\d_]+")
"""The words inside a file name or an account name: "JennySmith_2" has two."""


class Word(NamedTuple):
    """A capitalised word without its possessive ending; `key` is its spelling in the word lists."""

    start: int
    end: int
    key: str
    initial: bool
    capitals: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """With the parts of a double name."""
        return (self.key, *self.key.split("-")) if "-" in self.key else (self.key,)


Run = tuple[Word, ...]
"""Capitalised words with nothing between them but spaces, the dots of initials and titles, and "de la"."""


class Strength(IntEnum):
    """How sure it is that two or more words are somebody's name."""

    NONE = 0
    SHAPE = 1
    """Words that are on no list."""
    WEAK = 2
    """One of them is a known name, or all of them are words as well."""
    SURE = 3


def capitalised_runs(reading: Reading) -> Iterator[Run]:
    """The runs of a text, without most of those that hold nothing but everyday words."""
    for start, end in reading.chains:
        if reading.words.everyday_words.issuperset(reading.plain[start:end].lower().split()):
            continue
        run: list[Word] = []
        for word in _capitalised_words(reading.plain, start, end):
            if run and not _joined(reading, run[-1], word):
                yield tuple(run)
                run = []
            run.append(word)
        if run:
            yield tuple(run)


def _capitalised_words(plain: str, start: int, end: int) -> Iterator[Word]:
    for found in _CAPITALISED.finditer(plain, start, end):
        text = found[0]
        if not text[0].isupper():
            continue
        if text[-2:] in ("'s", "'S"):
            text = text[:-2]
        initial = len(text) == 1
        capitals = not initial and text.isupper()
        yield Word(found.start(), found.start() + len(text), name_key(text), initial, capitals)


def _joined(reading: Reading, left: Word, right: Word) -> bool:
    between, words = reading.plain[left.end : right.start], reading.words
    if len(between) > 12:
        return False
    if between in (" ", "  "):
        return True
    if between.strip(" \\") == ".":
        titles = words.courtesy_titles | words.scholar_titles
        return left.initial or left.key in titles | words.suffixes | words.abbreviations
    particles = between.split()
    spaced = between.startswith(" ") and between.endswith(" ")
    return spaced and len(particles) <= 2 and words.particles.issuperset(particles)


def is_given(words: IdentityWords, word: Word) -> bool:
    return not words.given_names.isdisjoint(word.keys)


def is_surname(words: IdentityWords, word: Word) -> bool:
    return not words.surnames.isdisjoint(word.keys)


def is_ordinary(words: IdentityWords, word: Word) -> bool:
    return not words.ordinary_words.isdisjoint(word.keys) or any(map(str.isdigit, word.key))


def may_be_name(words: IdentityWords, word: Word) -> bool:
    """Known as a name, an initial, or no everyday word; words in capitals only when known."""
    if word.initial:
        return word.key not in words.oath_words
    if is_given(words, word) or is_surname(words, word) or word.key in words.suffixes:
        return True
    return not (word.capitals or is_ordinary(words, word))


def strength(words: IdentityWords, parts: Run) -> Strength:
    """Of a full name; NONE for a single word beside initials and suffixes."""
    full = [part for part in parts if not part.initial and part.key not in words.suffixes]
    if len(full) < 2:
        return Strength.NONE
    first, last = full[0], full[-1]
    given, surname = is_given(words, first), is_surname(words, last)
    plain_given, plain_last = given and not is_ordinary(words, first), not is_ordinary(words, last)
    if (plain_given and (surname or plain_last)) or (given and surname and plain_last):
        return Strength.SURE
    return Strength.WEAK if given or surname else Strength.SHAPE


def name_pieces(text: str) -> list[str]:
    """The words inside "JennySmith_2" or "maria.lopez", folded."""
    return [name_key(piece) for piece in PIECE.findall(text)]


def is_plain_given(words: IdentityWords, key: str) -> bool:
    """A given name that is no everyday word."""
    return key in words.given_names and key not in words.ordinary_words


def is_plain_surname(words: IdentityWords, key: str) -> bool:
    return key in words.surnames and key not in words.ordinary_words


def is_initial_and_surname(words: IdentityWords, text: str) -> bool:
    """An initial before a surname of at least four letters, and no word or name itself: "jsmith"."""
    key = text.rstrip("0123456789")
    known = key in words.ordinary_words or key in words.given_names or key in words.surnames
    return len(key) > 4 and not known and is_plain_surname(words, key[1:])
