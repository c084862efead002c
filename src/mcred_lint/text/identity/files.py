"""Names that stand without sentences around them: in file names, document properties and short answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from mcred_lint.text.folding import bare_words
from mcred_lint.text.identity.hints import Hint, Kind, Reading
from mcred_lint.text.identity.names import PIECE, is_initial_and_surname, is_plain_given, is_plain_surname
from mcred_lint.text.identity.words import IdentityWords, name_key

_SEGMENT = re.compile(r"[^/\\]+")
_EXTENSION = re.compile(r"\.[A-Za-z]{1,5}\d?$")
_LONGEST_NAME = 5

_FILE_WHY = "The name of a file tells who somebody is."
_POSSIBLE_WHY = "The name of a file may hold somebody's name."
_PROPERTY_WHY = "The file itself says who wrote or saved it."
_ANSWER_WHY = "The answer is somebody's name."
_POSSIBLE_ANSWER_WHY = "The answer may be somebody's name."


class _Piece(NamedTuple):
    start: int
    end: int
    key: str


def file_name_hints(reading: Reading) -> Iterator[Hint]:
    """Names in each part of a path."""
    segments = [
        list(_pieces(_EXTENSION.sub("", segment[0]), segment.start())) for segment in _SEGMENT.finditer(reading.plain)
    ]
    submission_words = reading.words.submission_words
    handed_in = any(piece.key in submission_words for pieces in segments for piece in pieces)
    for pieces in segments:
        yield from _in_segment(reading, pieces, handed_in)


def _pieces(text: str, offset: int) -> Iterator[_Piece]:
    for found in PIECE.finditer(text):
        yield _Piece(offset + found.start(), offset + found.end(), name_key(found[0]))


def _in_segment(reading: Reading, pieces: list[_Piece], handed_in: bool) -> Iterator[Hint]:
    """handed_in: the path speaks of a survey, a response, a student: a name in it is somebody's of the submission."""
    words = reading.words
    paired: set[_Piece] = set()
    for left, right in pairwise(pieces):
        if not {f"{left.key} {right.key}", f"{right.key} {left.key}"}.isdisjoint(words.public_persons):
            paired |= {left, right}
        elif left not in paired and _is_pair(words, left, right):
            paired |= {left, right}
            sure = handed_in or _is_known_pair(words, left.key, right.key)
            kind, why = _told(sure)
            yield reading.hint(left.start, right.end, kind, why, certain=sure)
    for piece in pieces:
        if piece not in paired:
            yield from _single(reading, piece, handed_in)


def _told(sure: bool) -> tuple[Kind, str]:
    return (Kind.PARTICIPANT_NAME, _FILE_WHY) if sure else (Kind.POSSIBLE_NAME, _POSSIBLE_WHY)


def _is_pair(words: IdentityWords, left: _Piece, right: _Piece) -> bool:
    """Neighbours that are a given name and a surname, in either order, or an initial and a surname."""
    initial = len(left.key) == 1 and right.start == left.end and is_plain_surname(words, right.key)
    known = _is_known_pair(words, left.key, right.key)
    return (
        initial
        or known
        or any(
            is_plain_given(words, given) and _may_be_surname(words, surname)
            for given, surname in ((left.key, right.key), (right.key, left.key))
        )
    )


def _is_known_pair(words: IdentityWords, left: str, right: str) -> bool:
    """Both are on the lists, and at least one of them is no everyday word."""
    pairs = ((left, right), (right, left))
    plain = not (left in words.ordinary_words and right in words.ordinary_words)
    return plain and any(given in words.given_names and surname in words.surnames for given, surname in pairs)


def _may_be_surname(words: IdentityWords, key: str) -> bool:
    everyday = key in words.ordinary_words or key in words.submission_words or key in words.given_names
    return len(key) > 3 and not everyday


def _single(reading: Reading, piece: _Piece, handed_in: bool) -> Iterator[Hint]:
    words = reading.words
    if piece.key in words.calendar_words or len(piece.key) < 3:
        return
    name = is_plain_given(words, piece.key) or is_plain_surname(words, piece.key)
    if name or is_initial_and_surname(words, piece.key):
        kind, why = _told(handed_in)
        yield reading.hint(piece.start, piece.end, kind, why, certain=handed_in)


def property_hints(reading: Reading) -> Iterator[Hint]:
    """A person's name as the whole value, "Maria Lopez", "Lopez, Maria" or "mlopez"; a program or an office is none."""
    words, value = reading.words, reading.plain.strip()
    start = reading.plain.find(value)
    if not value or bare_words(value) in map(bare_words, words.desk_names):
        return
    if re.fullmatch(r"[a-z]+\d*", value) and is_initial_and_surname(words, value):
        yield reading.hint(start, start + len(value), Kind.ACCOUNT, _PROPERTY_WHY)
    elif _is_person(words, value):
        yield reading.hint(start, start + len(value), Kind.AUTHOR_NAME, _PROPERTY_WHY)


def _is_person(words: IdentityWords, value: str) -> bool:
    """One word when it is a given name; more when none is an everyday word and all are capitalised, or two known."""
    pieces = {name_key(piece): piece for piece in re.split(r"[\s,.;_]+", value) if piece}
    if len(pieces) == 1:
        return is_plain_given(words, *pieces)
    names = [key for key in pieces if key in words.given_names or key in words.surnames]
    capitalised = all(piece[0].isupper() for key, piece in pieces.items() if key not in words.particles)
    fitting = len(pieces) <= _LONGEST_NAME and all(_fits_a_person(words, key) for key in pieces)
    return fitting and any(len(key) > 1 for key in pieces) and (capitalised or len(names) >= 2)


def _fits_a_person(words: IdentityWords, key: str) -> bool:
    if key in words.given_names or key in words.surnames or key in words.particles or key in words.suffixes:
        return True
    if key in words.courtesy_titles or key in words.scholar_titles:
        return True
    return key not in words.ordinary_words and key not in words.thing_words and key.replace("-", "").isalpha()


def answer_hints(reading: Reading) -> Iterator[Hint]:
    """An answer that is nothing but a name, in any case: "maria lopez"."""
    words, value = reading.words, reading.plain.strip(" .")
    keys = [name_key(piece) for piece in value.split()]
    if not 1 <= len(keys) <= _LONGEST_NAME:
        return
    known = all(key in words.given_names or key in words.surnames for key in keys)
    plain = any(is_plain_given(words, key) or is_plain_surname(words, key) for key in keys)
    start = reading.plain.find(value)
    if len(keys) > 1 and known and plain:
        yield reading.hint(start, start + len(value), Kind.PARTICIPANT_NAME, _ANSWER_WHY)
    elif is_plain_given(words, keys[0]) and (len(keys) == 1 or value.istitle()):
        yield reading.hint(start, start + len(value), Kind.POSSIBLE_NAME, _POSSIBLE_ANSWER_WHY, certain=False)
