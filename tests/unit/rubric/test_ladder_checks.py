"""A ladder is accepted exactly when each of its levels can be given, in order, and none to an empty page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mcred_lint.errors import RubricErrors
from mcred_lint.rubric.loader import load_rubric

RUBRIC: str = yaml.safe_load((Path(__file__).parents[2] / "cases" / "broken_rubrics.yaml").read_text(encoding="utf-8"))[
    "rubric"
]
OLD = "          There: {at_least: 5}\n          Under way: {at_least: 3}\n"

Rung = tuple[str, Callable[[int], bool]]
NUMBERS = range(40)


def at_least(number: int) -> Rung:
    return f"{{at_least: {number}}}", lambda value: value >= number


def at_most(number: int) -> Rung:
    return f"{{at_most: {number}}}", lambda value: value <= number


def exactly(number: int) -> Rung:
    return f"{{exactly: {number}}}", lambda value: value == number


def between(ends: tuple[int, int]) -> Rung:
    low, high = sorted(ends)
    return f"{{between: [{low}, {high}]}}", lambda value: low <= value <= high


SMALL = st.integers(0, 12)
RUNGS = st.one_of(SMALL.map(at_least), SMALL.map(at_most), SMALL.map(exactly), st.tuples(SMALL, SMALL).map(between))


def makes_sense(top: Rung, lower: Rung) -> bool:
    """Counted out: every level is given to some number, the higher rung lies in the lower, nothing is the lowest."""
    reached = {2 if top[1](n) and lower[1](n) else 1 if lower[1](n) else 0 for n in NUMBERS}
    inside = all(lower[1](n) for n in NUMBERS if top[1](n))
    return reached == {0, 1, 2} and inside and not lower[1](0) and not all(top[1](n) for n in NUMBERS)


@settings(max_examples=300, deadline=None)
@given(RUNGS, RUNGS)
def test_a_ladder_is_accepted_exactly_when_it_makes_sense(top: Rung, lower: Rung) -> None:
    assert OLD in RUBRIC
    text = RUBRIC.replace(OLD, f"          There: {top[0]}\n          Under way: {lower[0]}\n")
    try:
        load_rubric("r.yaml", text.encode())
        accepted = True
    except RubricErrors:
        accepted = False
    assert accepted == makes_sense(top, lower)
