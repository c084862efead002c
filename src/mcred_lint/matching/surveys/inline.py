"""Several answers in one paragraph or cell, each behind its number: "Teacher 1: 1) cards 2) time"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.surveys.words import SurveyWords
from mcred_lint.text.folding import fold

LABEL_WORDS = 6
"""What stands before the first number, and tells who answers, has at most so many words."""

MOST_MARKS = 50
"""Marks looked at in one run: no survey asks more."""

_BARE = re.compile(r"(?<![^\s/|;,])\(?(?P<number>\d{1,2})[.):](?=\s|$)")
_WORDED = re.compile(r"(?<![^\s/|;,])\(?(?P<word>[^\W\d_]{1,9})\s?(?P<number>\d{1,2})(?:[.):]|(?=\s))")
_LABEL_ENDS = (":", "-", "\u2013", "\u2014")
_AROUND = " \t\n/|;,"


@dataclass(frozen=True)
class Numbered:
    """A text cut at its numbers: what stands before the first one, and each piece with its number."""

    lead: Text
    pieces: tuple[tuple[str, Text], ...]


def numbered(text: Text, after: int = 0) -> Numbered | None:
    """The text cut at the numbers that run on from `after`; None where no two of them stand in one line."""
    kinds: dict[str, list[re.Match[str]]] = {"": list(_BARE.finditer(text.string))}
    for mark in _WORDED.finditer(text.string):
        kinds.setdefault(fold(mark["word"]), []).append(mark)
    best = max((_run(marks, after) for marks in kinds.values()), key=len)
    if len(best) < (1 if after else 2) or not any(_inside_line(text, mark) for mark in best[0 if after else 1 :]):
        return None
    ends = [*(mark.start() for mark in best[1:]), len(text.string)]
    pieces = (
        (mark["number"], text.slice(mark.end(), end).strip(_AROUND)) for mark, end in zip(best, ends, strict=True)
    )
    return Numbered(text.slice(0, best[0].start()).strip(), tuple(pieces))


def _run(marks: Sequence[re.Match[str]], after: int) -> list[re.Match[str]]:
    """The longest run of marks that count on; of two as long the later, for a respondent has a number as well."""
    best: list[re.Match[str]] = []
    for start in (number for number, mark in enumerate(marks) if int(mark["number"]) == after + 1):
        run: list[re.Match[str]] = []
        for mark in marks[start : start + MOST_MARKS]:
            if int(mark["number"]) == after + len(run) + 1:
                run.append(mark)
        best = max(run, best, key=len)
    return best


def _inside_line(text: Text, mark: re.Match[str]) -> bool:
    before = text.string[: mark.start()].rstrip(" \t")
    return bool(before) and before[-1] != "\n"


def spread(blocks: Sequence[Block], words: SurveyWords) -> tuple[Block, ...]:
    """The blocks with every paragraph that holds numbered pieces spread out: a line for who answers, an item for each
    piece."""
    groups = [list(group) for _, group in groupby(blocks, key=_paragraph)]
    cut = [_cut(group, words) for group in groups]
    led = [found.lead for found in cut if found is not None and found.lead]
    # One "Please: 1) ... 2) ..." instructs; several such lines are several people's answers.
    several = len(led) > 1
    return tuple(
        line
        for group, found in zip(groups, cut, strict=True)
        for line in (_lines(group, found) if found and (several or _names_one(found.lead, words)) else group)
    )


def _paragraph(block: Block) -> tuple[int, int]:
    """One paragraph's lines have their number in common; every other block stands alone."""
    together = isinstance(block, Line) and block.block and block.kind in (Kind.TEXT, Kind.ITEM) and block.ticked is None
    return (block.block, 0) if together and isinstance(block, Line) else (0, id(block))


def _cut(group: Sequence[Block], words: SurveyWords) -> Numbered | None:
    """The numbered pieces of a paragraph, the number of a list item among them; None of any other block."""
    lines = [block for block in group if isinstance(block, Line) and block.kind in (Kind.TEXT, Kind.ITEM)]
    if len(lines) < len(group) or not any(map(str.isdigit, "".join(line.text.string for line in lines))):
        return None
    marker = lines[0].marker or ""
    after = int(marker) if marker.isdecimal() and len(marker) < 3 else 0
    found = numbered(join(line.text for line in lines), after)
    if found is None or all(words.is_scale(text.flat) for _, text in found.pieces):
        return None
    if after:
        return Numbered(Text(found.lead.file), ((marker, found.lead), *found.pieces))
    lead = found.lead.string
    return found if not lead or (lead.endswith(_LABEL_ENDS) and len(lead.split()) <= LABEL_WORDS) else None


def _names_one(lead: Text, words: SurveyWords) -> bool:
    title = lead.string.strip(" :-\u2013\u2014")
    return len(title) < 2 or words.names_one(title)


def _lines(group: Sequence[Block], found: Numbered) -> Iterator[Block]:
    first = group[0]
    assert isinstance(first, Line)
    if found.lead:
        yield replace(first, text=found.lead)
    level = first.level + 1 if found.lead else max(first.level, 1)
    for number, text in found.pieces:
        yield replace(first, kind=Kind.ITEM, text=text, marker=number, level=level, value=False)
