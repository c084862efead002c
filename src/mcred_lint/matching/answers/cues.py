"""Lines that may begin an answer, and what each says about which prompt it answers.

A cue is a restated question, a heading, a label, a numbered item or paragraph. Its evidence is what it restates, what it is named, which
number it carries, and which prompts its words come from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.answers.prompts import LONG_QUESTION_WORDS, Prompts
from mcred_lint.matching.answers.questions import ends_at, question_in, same_paragraph
from mcred_lint.matching.labels import Label, label_of
from mcred_lint.text.folding import fold
from mcred_lint.text.phrases import index

LONG_NUMBER = 16
"""Characters. What leads a line and is longer is more than a number: "Two of my 3 ..."."""

_LETTERS = "abcdefgh"
_LETTER = re.compile(rf"\W*([{_LETTERS}])[.)]\s")

Shape = tuple[str, int]
"""How a cue looks: headings of one level, bold labels, items of one depth."""


@dataclass
class Cue:
    """A line that may begin an answer. `rest`: what of the answer stands on the same line; `lines`: how many lines it takes up
    beyond the first."""

    at: int
    shape: Shape
    label: Text | None
    rest: Text | None
    number: int | None = None
    restated: int | None = None
    named: int | None = None
    lines: int = 0


def cues_in(lines: Sequence[Line], prompts: Prompts) -> list[Cue]:
    """Every line that may begin an answer, in reading order."""
    found: list[Cue] = []
    behind = 0
    for at, line in enumerate(lines):
        if at < behind or line.kind in (Kind.RULE, Kind.NOTE):
            continue
        cue = _restating(lines, at, prompts) or _plain_cue(line, at, prompts)
        if cue is not None:
            found.append(cue)
            behind = at + cue.lines + 1
    return found


def shape_of(line: Line) -> Shape:
    """How a line looks beside others."""
    if line.kind is Kind.HEADING:
        return "heading", line.level
    if line.kind is Kind.ITEM:
        return "item" if _of_marker(line.marker or "") is None else "number", line.level
    style = "bold" if line.text.bold_lead else "italic" if line.text.italic_lead else "text"
    return style, int(line.quoted)


# ---- one line ---------------------------------------------------------------------------------------------------------


def _restating(lines: Sequence[Line], at: int, prompts: Prompts) -> Cue | None:
    """A question pasted in full or in part, perhaps over several lines, perhaps with the answer behind it."""
    first = lines[at]
    paragraph = same_paragraph(lines, at)
    whole = "\n".join(line.text.string for line in paragraph)
    found = question_in(whole, first, prompts) if first.kind is not Kind.ENTRY else None
    if found is None:
        return None
    hit, prompt = found
    last, rest = ends_at(paragraph, fold(whole), hit.end)
    number = _leading_number(first, prompts)[0]
    return Cue(at, shape_of(first), first.text, rest, number, restated=prompt, lines=last)


def _plain_cue(line: Line, at: int, prompts: Prompts) -> Cue | None:
    """A heading, a label, a numbered line, or an entry of a YAML list."""
    if line.kind is Kind.ENTRY:
        return Cue(at, ("entry", line.level), None, None)
    number, behind = _leading_number(line, prompts)
    label = label_of(line)
    if label is not None:
        return _labelled(line, at, label, prompts.named(label.text.flat), number, behind)
    if number is not None:
        return Cue(at, shape_of(line), None, behind, number)
    return Cue(at, ("question", 0), line.text, None) if line.value and _asks(line) else None


def _labelled(
    line: Line, at: int, label: Label, named: int | None, number: int | None, behind: Text | None
) -> Cue | None:
    """A line that begins with a label. behind: what stands behind its number."""
    if number is not None and named is None and line.kind is not Kind.HEADING and not line.text.bold_lead:
        return Cue(at, shape_of(line), None, behind, number)
    asks = line.text.string.rstrip().endswith("?") and line.kind is not Kind.ITEM
    if label.alone and named is None and number is None and not asks:
        return None
    return Cue(at, shape_of(line), label.text, label.rest, number, named=named)


def _asks(line: Line) -> bool:
    asks = line.kind is Kind.TEXT and line.text.string.rstrip().endswith("?")
    return asks and len(index(line.text.string).words) <= LONG_QUESTION_WORDS


# ---- numbers ----------------------------------------------------------------------------------------------------------


def _leading_number(line: Line, prompts: Prompts) -> tuple[int | None, Text | None]:
    """(the number that leads a heading, an item or a paragraph, what stands behind it): "3.", "Question 3:", "Q3, history"."""
    if line.kind is Kind.ITEM:
        number = _of_marker(line.marker or "") if line.level == 1 else None
        return (None, None) if number is None else (number, line.text)
    folded = fold(line.text.string)
    letter = _LETTER.match(folded)
    if letter is not None:
        return _LETTERS.index(letter[1]) + 1, line.text.slice(letter.end()).strip() or None
    match = _number_pattern(prompts.language.general.number_marks).match(folded)
    if match is None or (line.kind is not Kind.HEADING and match.end() > LONG_NUMBER):
        return None, None
    return int(match[1]), line.text.slice(match.end()).strip() or None


def _of_marker(marker: str) -> int | None:
    """The number of a list item: 3 of "3" and of "c"; None for a bullet."""
    if marker.isdigit():
        return int(marker)
    return _LETTERS.index(marker.lower()) + 1 if marker and marker.lower() in _LETTERS else None


@lru_cache(maxsize=8)
def _number_pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    mark = "|".join(map(re.escape, marks))
    return re.compile(
        rf"[^\w]*(?:[a-z]+\s*(?:(?:#|(?:{mark})\.?)\s*)?)?(\d{{1,2}})(?:\s*[.):\-\u2013\u2014/,]|\s*$)\s*"
    )
