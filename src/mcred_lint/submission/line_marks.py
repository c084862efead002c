"""Marks that people type at the beginning of a line: bullets, numbers, letters, boxes, heading signs.

Word, PDF and form services turn lists into plain text; what is left of them is a sign at the beginning of a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Marks that belong to one list."""

    BULLET = "bullet"
    DASH = "dash"
    NUMBER = "number"
    BARE = "bare number"
    """A number with nothing behind it: "1 The power map"."""
    BRACKET = "bracket"
    """A number in square brackets, as in lists of sources."""
    LETTER = "letter"
    CAPITAL = "capital"
    ROMAN = "roman"
    CAPITAL_ROMAN = "capital roman"

    @property
    def certain(self) -> bool:
        """Nobody writes such a sign at the beginning of a line and means something else."""
        return self is Family.BULLET

    @property
    def counted(self) -> bool:
        return self not in (Family.BULLET, Family.DASH)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: what is shown for it, where the text behind it begins, and its rank in its list (0 of a bullet)."""

    family: Family
    marker: str
    end: int
    rank: int = 0


_BULLETS = "\u2022\u25cf\u25aa\u25e6\u2023\u2043\u2219\u25cb\u25a0\u27a2\u27a4\uf0b7\uf0a7\u00b7"
_BULLET = re.compile(rf"[{_BULLETS}][ \t\u00a0]*|o\t[ \t]*")
_DASH = re.compile(r"[-\u2013\u2014*+][ \t\u00a0]+")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)](?:[ \t\u00a0]+|(?=[^\W\d])|$)")
_BARE = re.compile(r"(\d{1,2})[ \t\u00a0]+(?=[^\W\d]{2})")
_BRACKET = re.compile(r"\[(\d{1,3})\]:?[ \t\u00a0]+")
_LETTERS = re.compile(r"\(?([A-Za-z]{1,5})[.)](?:[ \t\u00a0]+|$)")
_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_MEANT_HEADING = re.compile(r"(#{1,6})(?=[^\W\d])")
_BOX = re.compile(
    r"(?:\[([ xX\u2713\u2714]?)\](?![(:\[])|\(([ xX])\)|([\u2610\u2611\u2612\u2713\u2714\u2705]))[ \t\u00a0]*"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_MOST_TITLE_WORDS = 8
_MOST_LABEL_WORDS = 5
_SHORTEST_UNDERLINE = 3
_LONGEST_LABEL = 60


def marks(text: str) -> tuple[Mark, ...]:
    """Every mark that the beginning of `text` may be: `i.` is a letter and a Roman number."""
    first = text[:1]
    if first.isalnum() and first != "o":
        return _number(text) if first.isdigit() else _letters(text)
    for family, pattern in ((Family.BULLET, _BULLET), (Family.DASH, _DASH)):
        match = pattern.match(text)
        if match:
            return (Mark(family, "-", match.end()),)
    bracket = _BRACKET.match(text)
    if bracket:
        return (Mark(Family.BRACKET, bracket[1], bracket.end(), int(bracket[1])),)
    return (*_number(text), *_letters(text)) if first in ("(", "o") else ()


def _number(text: str) -> tuple[Mark, ...]:
    for family, pattern in ((Family.NUMBER, _NUMBER), (Family.BARE, _BARE)):
        match = pattern.match(text)
        if match:
            return (Mark(family, match[1], match.end(), int(match[1])),)
    return ()


def _letters(text: str) -> tuple[Mark, ...]:
    match = _LETTERS.match(text)
    if match is None:
        return ()
    letters, small = match[1], match[1].islower()
    found: list[Mark] = []
    if len(letters) == 1:
        family = Family.LETTER if small else Family.CAPITAL
        found.append(Mark(family, letters, match.end(), ord(letters.lower()) - ord("a") + 1))
    if letters.lower() in _ROMAN and letters in (letters.lower(), letters.upper()):
        family = Family.ROMAN if small else Family.CAPITAL_ROMAN
        found.append(Mark(family, letters, match.end(), _ROMAN.index(letters.lower()) + 1))
    return tuple(found)


def heading(text: str, alone: bool) -> tuple[int, int] | None:
    """The level of a heading typed with # signs and where its text begins. `alone`: the line is its whole paragraph."""
    if not text.startswith("#"):
        return None
    match = _HEADING.match(text) or _MEANT_HEADING.match(text)
    if match is None:
        return None
    meant = match.end() == match.end(1)
    if meant and match.end() == 1 and not (alone and _title_like(text[1:])):
        return None
    return len(match[1]), match.end()


def _title_like(text: str) -> bool:
    """Behind one # and no space: a title, not a tag such as #RedForEd."""
    words = text.split()
    tag = words[0][1:] != words[0][1:].lower()
    return len(words) <= _MOST_TITLE_WORDS and words[0][:1].isupper() and not tag and not text.endswith((".", "!", "?"))


def underline(text: str) -> int:
    """The level of the heading that a line of signs makes of the line above it; 0 of any other text."""
    if len(text) < _SHORTEST_UNDERLINE or len(set(text)) > 1:
        return 0
    return {"=": 1, "*": 1, "-": 2, "~": 2, "\u2014": 2}.get(text[0], 0)


def is_label(text: str) -> bool:
    """The line begins with a few words and a colon, as in "Topics covered: ..."."""
    label, colon, rest = text[:_LONGEST_LABEL].partition(":")
    shaped = bool(colon) and label[:1].isupper() and (not rest or rest[0].isspace())
    return shaped and len(label.split()) <= _MOST_LABEL_WORDS


def box(text: str) -> tuple[bool, int] | None:
    """Whether a box at the beginning of `text` is ticked and where the text behind it begins.

    None when there is no box, or another one follows: then the line is a row of options.
    """
    match = _BOX.match(text)
    if match is None or _box_inside(text, match.end()):
        return None
    sign = match[1] or match[2] or match[3] or ""
    return sign not in ("", " ", "\u2610"), match.end()


def _box_inside(text: str, start: int) -> bool:
    """Another box further on; "(x)" only counts at the beginning of a line."""
    return any(sign in text[start:] for sign in ("[ ]", "[x]", "[X]", "[]", "\u2610", "\u2611", "\u2612"))
