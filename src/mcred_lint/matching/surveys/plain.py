"""Questions that nothing marks: a paragraph for each, without number, bullet, bold or question mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.prompts import PROMPT_WORDS
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.text.folding import bare_words

MOST_WORDS = 30
"""A longer paragraph tells of the survey."""

OPENING = 2
"""Words that such paragraphs have in common: one alone ("I ...") many a report has."""

_SENTENCE_ENDS = (".", "!", "?")


def plain_prompts(lines: Sequence[Line]) -> tuple[FormItem, ...]:
    """The paragraphs of a survey that are alike: most begin with the same words, or most end without a full stop."""
    paragraphs = [list(group) for _, group in groupby(lines, key=lambda line: line.block)]
    short = [group[0] for group in paragraphs if len(group) == 1 and _may_ask(group[0])]
    alike = max(_same_opening(short), _unfinished(short), key=len)
    if len(alike) < 2 or 2 * len(alike) < sum(group[0].kind is Kind.TEXT for group in paragraphs):
        return ()
    numbers = {id(line): number for number, line in enumerate(lines)}
    return tuple(FormItem(line.text.strip(), Style.MARK, numbers[id(line)]) for line in alike)


def _may_ask(line: Line) -> bool:
    """One sentence of its own, and no link."""
    string = line.text.string.strip()
    words = len(string.split())
    inner = any(f"{sign} " in string for sign in _SENTENCE_ENDS)
    named = ":" in string or line.text.links or line.text.bold
    return line.kind is Kind.TEXT and PROMPT_WORDS <= words <= MOST_WORDS and not inner and not named


def _same_opening(lines: Sequence[Line]) -> list[Line]:
    openings = [" ".join(bare_words(line.text.string).split()[:OPENING]) for line in lines]
    most = Counter(openings).most_common(1)
    return [line for line, opening in zip(lines, openings, strict=True) if opening == most[0][0] and most[0][1] > 1]


def _unfinished(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if not line.text.string.rstrip().endswith(_SENTENCE_ENDS)]
