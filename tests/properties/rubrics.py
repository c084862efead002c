"""Made-up criteria and measurements for the properties of judging.

Each measure has a direction that says what "better" means: more, less, or nearer to a target. All conditions on it go in that direction,
so that every ladder made here is one that a rubric could have; and there is a rung for each level above the lowest that can be given, as the
loader asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import strategies as st

from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Criterion, Scale

LEVELS = ("Absent", "Emerging", "Sound", "Strong", "Exemplary")
TARGET = 10
"""Where a measure that should be neither small nor large is best."""
NAMES = ("one", "two", "three")
VALUES = st.integers(0, 20)
DIRECTIONS = st.sampled_from(["more", "less", "near"])


@dataclass(frozen=True)
class Case:
    """A criterion on a scale, the direction of each of its measures, and what was measured."""

    criterion: Criterion
    scale: Scale
    directions: Mapping[str, str]
    measurements: Mapping[str, Measurement]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Criteria with up to three measures on scales of two to five levels; measurements that are exact, between ends or open."""
    levels = LEVELS[: draw(st.integers(2, len(LEVELS)))]
    directions = {name: draw(DIRECTIONS) for name in NAMES[: draw(st.integers(1, len(NAMES)))]}
    floor = draw(st.none() | st.sampled_from(levels[:-1]))
    bottom = levels.index(floor or levels[0])
    cap = draw(st.none() | st.sampled_from(levels[bottom + 1 :]))
    top = levels.index(cap or levels[-1])
    criterion = Criterion.model_validate({
        "title": "Made up",
        "basis": draw(st.sampled_from(["counted", "inferred"])),
        "set_by": "ours",
        "measures": {name: {"kind": "count", "of": "things", "unit": "thing"} for name in directions},
        "ladder": {level: draw(_rungs(directions)) for level in reversed(levels[bottom + 1 : top + 1])},
        "not_below": floor,
        "person_above": cap,
        "when_unclear": draw(st.none() | st.sampled_from(levels)),
        "advice": "Do better.",
    })  # fmt: skip
    return Case(
        criterion,
        Scale(levels=levels, passing=levels[-1]),
        directions,
        {name: draw(measurements()) for name in directions},
    )


@st.composite
def _rungs(draw: st.DrawFn, directions: Mapping[str, str]) -> dict[str, Any]:
    rung = draw(_conditions(directions))
    if draw(st.integers(0, 3)) == 0:
        rung["any"] = draw(st.lists(_conditions(directions), min_size=1, max_size=3))
    return rung


@st.composite
def _conditions(draw: st.DrawFn, directions: Mapping[str, str]) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(sorted(directions)), min_size=1, unique=True))
    return {name: draw(_condition(directions[name])) for name in names}


def _condition(direction: str) -> st.SearchStrategy[dict[str, Any]]:
    if direction == "more":
        return st.one_of(_with_value("at_least"), _with_value("more_than"), st.just({"all": True}))
    if direction == "less":
        return st.one_of(_with_value("at_most"), _with_value("less_than"), st.just({"none": True}))
    widths = st.integers(0, TARGET).map(lambda width: {"between": [TARGET - width, TARGET + width]})
    return st.one_of(widths, st.just({"exactly": TARGET}), st.just({"about": TARGET}))


def _with_value(key: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({key: VALUES})


@st.composite
def measurements(draw: st.DrawFn) -> Measurement:
    low = draw(VALUES)
    high = draw(st.one_of(st.just(low), st.integers(low, 25), st.none()))
    return Measurement(
        low, high, "thing", whole=15, unreadable=draw(st.sampled_from([None, None, None, "it could not be read"]))
    )


# ---- better and wider --------------------------------------------------------------------------------------------------


@st.composite
def bettered(draw: st.DrawFn, case: Case) -> Mapping[str, Measurement]:
    """The same measurements, each as good as before or better."""
    return {name: draw(_bettered(found, case.directions[name])) for name, found in case.measurements.items()}


@st.composite
def _bettered(draw: st.DrawFn, found: Measurement, direction: str) -> Measurement:
    step, further = draw(st.integers(0, 8)), draw(st.integers(0, 8))
    if direction == "more":
        low = found.low + step
        return replace(found, low=low, high=None if found.high is None else max(low, found.high + further))
    if direction == "less":
        high = None if found.high is None else max(0, found.high - step)
        return replace(found, low=max(0, (found.low if high is None else min(found.low, high)) - further), high=high)
    # Of an interval no end can be moved alone without leaving what it may be; it moves as one, when it is one value.
    if found.high != found.low:
        return found
    nearer = min(TARGET, found.low + step) if found.low < TARGET else max(TARGET, found.low - step)
    return replace(found, low=nearer, high=nearer)


@st.composite
def widened(draw: st.DrawFn, case: Case) -> Mapping[str, Measurement]:
    """The same measurements, each known as well as before or worse."""
    return {name: draw(_widened(found)) for name, found in case.measurements.items()}


@st.composite
def _widened(draw: st.DrawFn, found: Measurement) -> Measurement:
    low = max(0, found.low - draw(st.integers(0, 8)))
    high = None if found.high is None else draw(st.none() | st.integers(0, 8).map(lambda more: found.high + more))  # type: ignore[operator]
    return replace(
        found,
        low=low,
        high=high,
        unreadable=found.unreadable or draw(st.sampled_from([None, None, "it could not be read"])),
    )
