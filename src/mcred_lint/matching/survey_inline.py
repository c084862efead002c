"""Several answers in one paragraph or cell, each behind its number: "Teacher 1: 1) the cards 2) time", "Q1 ... / Q2 ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.survey_words import SurveyWords
from mcred_lint.text.folding import fold

LABEL_WORDS = 6
"""What stands before the first number, and tells who answers, has at most so many words."""

_MARK = re.compile(
    r"(?<![^\s/|;,])\(?(?:(?P<word>[^\W\d_]{1,9})\s?)?(?P<number>\d{1,2})(?:(?P<end>[.):])(?=\s|$)|(?=\s))[.):]?"
)
_LABEL_ENDS = (":", "-", "\u2013", "\u2014")
_AROUND = " \t\n/|;,"


@dataclass(frozen=True)
class Numbered:
    """A text cut at its numbers: what stands before the first one, and each piece with its number."""

    lead: Text
    pieces: tuple[tuple[str, Text], ...]


def numbered(text: Text, after: int = 0) -> Numbered | None:
    """The text cut at the numbers that run on from `after`; None where no two of them stand in one line."""
    marks = list(_MARK.finditer(text.string))
    runs = (_run(marks, word, after) for word in dict.fromkeys(_word(mark) for mark in marks))
    best = max(runs, key=len, default=[])
    if len(best) < (1 if after else 2) or not any(_inside_line(text, mark) for mark in best[0 if after else 1 :]):
        return None
    ends = [*(mark.start() for mark in best[1:]), len(text.string)]
    pieces = (
        (mark["number"], text.slice(mark.end(), end).strip(_AROUND)) for mark, end in zip(best, ends, strict=True)
    )
    return Numbered(text.slice(0, best[0].start()).strip(), tuple(pieces))


def _word(mark: re.Match[str]) -> str:
    return fold(mark["word"] or "")


def _run(marks: Iterable[re.Match[str]], word: str, after: int) -> list[re.Match[str]]:
    """The marks of one kind that count on; a bare number needs a sign behind it, "Q1" needs none."""
    found: list[re.Match[str]] = []
    for mark in marks:
        if _word(mark) == word and (word or mark["end"]) and int(mark["number"]) == after + len(found) + 1:
            found.append(mark)
    return found


def _inside_line(text: Text, mark: re.Match[str]) -> bool:
    before = text.string[: mark.start()].rstrip(" \t")
    return bool(before) and before[-1] != "\n"


def spread(blocks: Sequence[Block], words: SurveyWords) -> tuple[Block, ...]:
    """The blocks with every paragraph that holds numbered pieces spread out: a line for who answers, an item for each
    piece."""
    return tuple(line for _, group in groupby(blocks, key=_paragraph) for line in _spread(list(group), words))


def _paragraph(block: Block) -> tuple[int, int]:
    """One paragraph's lines have their number in common; every other block stands alone."""
    together = isinstance(block, Line) and block.block and block.kind in (Kind.TEXT, Kind.ITEM) and block.ticked is None
    return (block.block, 0) if together and isinstance(block, Line) else (0, id(block))


def _spread(group: list[Block], words: SurveyWords) -> Iterator[Block]:
    lines = [block for block in group if isinstance(block, Line) and block.kind in (Kind.TEXT, Kind.ITEM)]
    if len(lines) < len(group) or (not any(map(str.isdigit, lines[0].text.string)) and len(lines) == 1):
        yield from group
        return
    first = lines[0]
    after = int(first.marker) if (first.marker or "").isdecimal() else 0
    found = numbered(join(line.text for line in lines), after) if after < 100 else None
    if found is None or not _is_lead(found.lead, after) or all(words.is_scale(text.flat) for _, text in found.pieces):
        yield from group
        return
    pieces = ((str(after), found.lead), *found.pieces) if after else found.pieces
    if not after and found.lead:
        yield replace(first, text=found.lead)
    level = first.level + 1 if found.lead and not after else max(first.level, 1)
    for number, text in pieces:
        yield replace(first, kind=Kind.ITEM, text=text, marker=number, level=level, value=False)


def _is_lead(lead: Text, after: int) -> bool:
    """What stands before the numbers is the first piece, or names somebody, or nothing stands there."""
    return bool(after) or not lead or (lead.string.endswith(_LABEL_ENDS) and len(lead.string.split()) <= LABEL_WORDS)
