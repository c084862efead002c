"""Conditions on a quantity, and when they hold of one that is only known between two ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mcred_lint.matching.specs import Spec
from mcred_lint.wording import join_words, number

_AMOUNT = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)(?:\s*/\s*(?P<under>\d+))?\s*(?P<unit>h|hrs?|hours?|min|mins|minutes?|%)?"
    r"|(?P<hours>\d+)\s*(?:h|hrs?|hours?)\s*(?P<minutes>[0-5]?\d)(?:\s*min(?:s|utes?)?)?"
)
_FACTORS = {**dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60.0), "%": 0.01}


def amount(value: Any) -> float:
    """A number as a rubric writes it: 5, 1/2, 50 %, 4 h, 90 min, 2 h 30 (times come out in minutes).

    Raises ValueError for anything else.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    match = _AMOUNT.fullmatch(str(value).strip())
    if match is None or (match["under"] and not int(match["under"])):
        raise ValueError("a number such as 5, 1/2, 50 % or 4 h is needed here")
    if match["hours"]:
        return 60.0 * int(match["hours"]) + int(match["minutes"])
    return float(match["number"]) / float(match["under"] or 1) * _FACTORS.get(match["unit"] or "", 1.0)


AMOUNT_PATTERN = f"^({re.sub('[?]P<[a-z]+>', '', _AMOUNT.pattern)})$"
"""What `amount` reads, for programs that know no named groups."""

Amount = Annotated[float, BeforeValidator(amount)]


class Truth(Enum):
    """Whether a condition holds; UNCLEAR when it depends on where between its ends the quantity lies."""

    NO = 0
    UNCLEAR = 1
    YES = 2


class Condition(Spec):
    """What a quantity must be. Several keys must all hold."""

    at_least: Amount | None = Field(None, description="This much or more.", examples=[5, "1/2", "4 h"])
    more_than: Amount | None = Field(None, description="More than this.", examples=[0])
    at_most: Amount | None = Field(None, description="This much or less.", examples=[5])
    less_than: Amount | None = Field(None, description="Less than this.", examples=[6])
    exactly: Amount | None = Field(None, description="This much, no more and no less.", examples=[2])
    between: tuple[Amount, Amount] | None = Field(None, description="A closed range.", examples=[[3, 5]])
    about: Amount | None = Field(None, description="This much, give or take a tenth.", examples=[250])
    all: bool | None = Field(
        None,
        description="true: everything that there is (the whole share, every prompt, every theme).",
        examples=[True],
    )
    none: bool | None = Field(None, description="true: nothing at all.", examples=[True])

    @property
    def bounds(self) -> tuple[tuple[float, bool], tuple[float, bool]]:
        """((lower end, whether it belongs), (upper end, whether it belongs)) of all keys but `all`."""
        lows: list[tuple[float, bool]] = [(float("-inf"), True)]
        highs: list[tuple[float, bool]] = [(float("inf"), True)]
        for value, included, ends in (
            (self.at_least, True, lows),
            (self.more_than, False, lows),
            (self.at_most, True, highs),
            (self.less_than, False, highs),
        ):
            if value is not None:
                ends.append((value, included))
        for low, high in self._ranges():
            lows.append((low, True))
            highs.append((high, True))
        return max(lows, key=lambda end: (end[0], not end[1])), min(highs, key=lambda end: (end[0], end[1]))

    def _ranges(self) -> list[tuple[float, float]]:
        ranges = [self.between] if self.between else []
        ranges += [(self.exactly, self.exactly)] if self.exactly is not None else []
        ranges += [(0.9 * self.about, 1.1 * self.about)] if self.about is not None else []
        ranges += [(0.0, 0.0)] if self.none else []
        return ranges

    def resolved(self, whole: float | None) -> tuple[tuple[float, bool], tuple[float, bool]]:
        """The bounds with `all` put in: `whole` is what all of it amounts to (1 for a share)."""
        low, high = self.bounds
        if self.all:
            low = max(low, (1.0 if whole is None else whole, True), key=lambda end: (end[0], not end[1]))
        return low, high

    def holds(self, low: float, high: float | None, whole: float | None = None) -> Truth:
        """Of a quantity between `low` and `high` (None: no upper end known)."""
        (least, least_in), (most, most_in) = self.resolved(whole)
        top = float("inf") if high is None else high

        def within(value: float) -> bool:
            return (value >= least if least_in else value > least) and (value <= most if most_in else value < most)

        if within(low) and (within(top) or (top == float("inf") and most == float("inf"))):
            return Truth.YES
        overlaps = (top >= least if least_in else top > least) and (low <= most if most_in else low < most)
        return Truth.UNCLEAR if overlaps and low != top else Truth.NO


_IN_WORDS = {
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
    "exactly": "exactly",
    "about": "about",
}


def condition_words(condition: Condition, say: Callable[[float], str] = number) -> str:
    """What a condition asks of a number: "at least 5", "150 to 300". `say` puts a threshold into words."""
    parts = [
        f"{words} {say(value)}" for key, words in _IN_WORDS.items() if (value := getattr(condition, key)) is not None
    ]
    if condition.between is not None:
        parts.append(f"{number(condition.between[0])} to {say(condition.between[1])}")
    return join_words(parts)


def thresholds(condition: Condition) -> Iterator[tuple[str, float]]:
    """The numbers of a condition by their keys, `all` and `none` left out; a range as its two ends."""
    yield from ((key, float(value)) for key in _IN_WORDS if (value := getattr(condition, key)) is not None)
    if condition.between is not None:
        yield from (("at_least", condition.between[0]), ("at_most", condition.between[1]))
