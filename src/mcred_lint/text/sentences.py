"""Counting sentences.

A sentence ends at a full stop, question mark or exclamation mark with a space or the end behind it, unless the mark belongs to
an abbreviation, an initial or a number, or what follows goes on in small letters. A line without such a mark is one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from mcred_lint.text.folding import fold

_END = re.compile(r"(?P<word>[^\s.!?]*(?:\.[^\W\d_])*)(?P<mark>[.!?\u2026]+)[\"'\u201d\u2019)\]]*(?=\s|\Z)")
_GOES_ON = re.compile(r"\s+[a-z,;]")


def count_sentences(text: str, abbreviations: Collection[str]) -> int:
    """How many sentences a text has, lines apart; text without a letter or digit has none."""
    return sum(_in_line(line, abbreviations) for line in text.split("\n"))


def _in_line(line: str, abbreviations: Collection[str]) -> int:
    ends = [0, *_ends(line, abbreviations), len(line)]
    pieces = (line[start:end] for start, end in pairwise(ends))
    return sum(any(map(str.isalnum, piece)) for piece in pieces)


def _ends(line: str, abbreviations: Collection[str]) -> Iterator[int]:
    for match in _END.finditer(line):
        full_stop = match["mark"] == "."
        if _GOES_ON.match(line, match.end()) or (full_stop and _is_short(match["word"], abbreviations)):
            continue
        yield match.end()


def _is_short(word: str, abbreviations: Collection[str]) -> bool:
    """An abbreviation, an initial ("J."), or the number of an item ("2.")."""
    bare = fold(word).strip("('\"[\u201c\u2018")
    return (
        bare in abbreviations
        or (len(bare) == 1 and bare.isalpha() and bare != "i")
        or (bare.isdigit() and len(bare) < 3)
    )
