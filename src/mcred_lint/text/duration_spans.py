"""Where a text speaks of lengths of time: durations and clock ranges with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mcred_lint.text.amounts import Amounts
from mcred_lint.text.clock import clock_range_at
from mcred_lint.text.duration_words import DurationWords
from mcred_lint.text.folding import fold
from mcred_lint.text.lengths import Amount
from mcred_lint.text.tokens import Tokens, tokens_of

LONGEST_TEXT = 20_000
"""Characters of a text that are looked at."""
CLOCK_TIMES = "clock times"
_LONGEST_LEAD = 16
"""Tokens before the unit in the longest way of telling a length."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Between `low` and `high` minutes, said at [start, end) of the text. rule: how it was read, in plain words."""

    low: float
    high: float
    start: int
    end: int
    rule: str
    approximate: bool = False


class Said(NamedTuple):
    """A duration with its first token and the token after it."""

    duration: Duration
    first: int
    next: int


def find_durations(text: str, words: DurationWords) -> tuple[Duration, ...]:
    """Every duration and clock range in a text, left to right, not overlapping. A lone 8:30 is a time of day."""
    return tuple(said.duration for said in durations_in(tokens_of(fold(text[:LONGEST_TEXT])), words))


def durations_in(tokens: Tokens, words: DurationWords) -> Iterator[Said]:
    amounts, free = Amounts.of(tokens, words), 0
    near_unit = _near_unit(tokens, words)
    for index, text in enumerate(tokens.texts):
        if index < free or not (index in near_unit or text in words.clock_openers or text.isdecimal()):
            continue
        said = _clock_at(tokens, index, words) or (_amount_at(index, amounts) if index in near_unit else None)
        if said:
            yield said
            free = said.next


def as_duration(amount: Amount, tokens: Tokens, first: int) -> Duration:
    start, end = tokens.start(first), tokens.end(amount.next - 1)
    return Duration(amount.low, amount.high, start, end, amount.rule, amount.approximate)


def _near_unit(tokens: Tokens, words: DurationWords) -> frozenset[int]:
    """The tokens so close before a unit that a length may begin there; in running text they are few."""
    units = [index for index, text in enumerate(tokens.texts) if text in words.unit_openers]
    return frozenset(index for unit in units for index in range(max(0, unit - _LONGEST_LEAD), unit + 1))


def _may_begin(tokens: Tokens, index: int, words: DurationWords) -> bool:
    if tokens.is_figure(index) or not tokens.text(index).isascii():
        return not tokens.inside_number(index) and tokens.text(index - 1) not in words.currency
    # The "up to" of "adds up to 245 minutes" tells a total, not a most.
    covering = words.totals_before.at(tokens, index - 1)
    return tokens.text(index) in words.openers and (covering is None or covering.next <= index)


def _clock_at(tokens: Tokens, index: int, words: DurationWords) -> Said | None:
    """A clock range; the 12-1 of "lunch 12-1" can be nothing else."""
    before = index - 1 if tokens.text(index - 1) in ("(", ":") else index
    found = clock_range_at(tokens, index, words, clock=words.breaks.before(tokens, before))
    if found is None:
        return None
    span, after = found
    minutes = float(span.minutes)
    return Said(Duration(minutes, minutes, span.start, span.end, CLOCK_TIMES), index, after)


def _amount_at(index: int, amounts: Amounts) -> Said | None:
    if not _may_begin(amounts.tokens, index, amounts.words):
        return None
    amount = amounts.at(index)
    return Said(as_duration(amount, amounts.tokens, index), index, amount.next) if amount else None
