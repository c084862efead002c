"""Ladders: which level measurements reach.

A criterion's level is the highest rung that holds together with all rungs below it. A quantity known only between two ends may hold
a rung for sure, perhaps, or not, so the walk gives the surely reached level and the highest possible one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mcred_lint.findings import Basis, Certainty, Status
from mcred_lint.measures.conditions import Condition, Truth
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Criterion, Rung, Scale

Measurements = Mapping[str, Measurement]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one criterion. `at_most` is the best level it could have where the level could not be told;
    `lowest` and `highest` are indices into the scale."""

    status: Status
    level: str | None = None
    at_most: str | None = None
    certainty: Certainty = Certainty.SURE
    failed: bool = False


def judge(criterion: Criterion, measurements: Measurements, scale: Scale | None) -> Judgement:
    """The judgement of one criterion on measurements named as in the rubric."""
    if criterion.basis is Basis.PERSON:
        return Judgement(Status.PERSON)
    if criterion.must is not None:
        return _must(criterion, measurements)
    if not criterion.ladder or scale is None:
        return Judgement(Status.ADVICE, certainty=_certainty(measurements))
    low, high = reach(criterion, measurements, scale)
    if low == high:
        return Judgement(Status.JUDGED, scale.levels[low], certainty=_certainty(measurements))
    if _unreadable(criterion, measurements):
        return Judgement(Status.UNCHECKED, at_most=scale.levels[high], certainty=Certainty.UNCLEAR)
    if criterion.when_unclear is not None:
        level = max(low, min(high, scale.levels.index(criterion.when_unclear)))
        return Judgement(Status.JUDGED, scale.levels[level], certainty=Certainty.UNCLEAR)
    if criterion.basis is Basis.INFERRED:
        return Judgement(Status.PERSON, certainty=Certainty.UNCLEAR)
    return Judgement(Status.UNCHECKED, at_most=scale.levels[high], certainty=Certainty.UNCLEAR)


def reach(criterion: Criterion, measurements: Measurements, scale: Scale) -> tuple[int, int]:
    """(surely reached, highest possible) as indices into the scale."""
    sure = possible = 0
    surely = True
    for number, level in enumerate(scale.levels[1:], start=1):
        rung = criterion.ladder.get(level)
        truth = (
            Truth.YES
            if rung is None and number < _top(criterion, scale)
            else Truth.NO
            if rung is None
            else holds(rung, measurements)
        )
        if truth is Truth.NO:
            break
        surely = surely and truth is Truth.YES
        possible = number
        sure = number if surely else sure
    floor = scale.levels.index(criterion.not_below) if criterion.not_below else 0
    return max(sure, floor), max(possible, floor)


def _top(criterion: Criterion, scale: Scale) -> int:
    """The highest level with a rung; levels below it without one are passed on the way."""
    return max((scale.levels.index(level) for level in criterion.ladder), default=0)


def holds(rung: Rung, measurements: Measurements) -> Truth:
    """Whether a rung holds: all its conditions, and one of its alternatives."""
    truths = [condition_holds(condition, measurements[name]) for name, condition in rung.conditions.items()]
    if rung.any:
        truths.append(Truth(max(holds(other, measurements).value for other in rung.any)))
    return Truth(min((truth.value for truth in truths), default=Truth.YES.value))


def condition_holds(condition: Condition, measurement: Measurement) -> Truth:
    if measurement.unreadable is not None:
        return Truth.UNCLEAR
    return condition.holds(measurement.low, measurement.high, measurement.whole)


def _must(criterion: Criterion, measurements: Measurements) -> Judgement:
    truth = holds(criterion.must, measurements) if criterion.must else Truth.YES
    if truth is Truth.UNCLEAR:
        return Judgement(Status.UNCHECKED, certainty=Certainty.UNCLEAR)
    return Judgement(Status.JUDGED, failed=truth is Truth.NO)


def _unreadable(criterion: Criterion, measurements: Measurements) -> bool:
    return any(measurement.unreadable is not None for measurement in measurements.values())


def _certainty(measurements: Measurements) -> Certainty:
    unclear = any(
        measurement.unclear is not None or measurement.unreadable is not None for measurement in measurements.values()
    )
    return Certainty.UNCLEAR if unclear else Certainty.SURE


def lowest(levels: Sequence[str], scale: Scale) -> str | None:
    """The lowest of some levels; None of none."""
    return min(levels, key=scale.levels.index, default=None)
