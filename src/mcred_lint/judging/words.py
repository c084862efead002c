"""Conditions and ladders in words and numbers."""

from __future__ import annotations

from mcred_lint.findings import Requirement
from mcred_lint.judging.ladder import Measurements, condition_holds
from mcred_lint.measures.conditions import Condition, Truth, condition_words, thresholds
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import THE_MEASURE, Criterion, Rung
from mcred_lint.wording import MINUTES, SHARE, count, join_words, minutes_in_words, number, share

GIVEN = "that it is there"
"""What a condition asks of a single thing."""


def amount(value: float, unit: str) -> str:
    """A threshold with its unit."""
    if unit == MINUTES:
        return minutes_in_words(value)
    return share(value) if unit == SHARE else count(value, unit)


def unmet_in_words(rung: Rung, measurements: Measurements) -> str:
    """What of a rung does not hold yet."""
    parts = [
        condition_in_words(condition, measurements[name])
        for name, condition in rung.conditions.items()
        if condition_holds(condition, measurements[name]) is not Truth.YES
    ]  # alternatives take too many words; the advice says what to do
    return join_words([part for part in dict.fromkeys(parts) if part and part != GIVEN])


def needs_in_words(level: str, needed: str) -> str:
    """What a level needs, as a sentence: "Proficient needs at least 5 sources"."""
    return f"{level} needs it to be there" if needed == GIVEN else f"{level} needs {needed}"


def condition_in_words(condition: Condition, measurement: Measurement) -> str:
    """What a condition asks: "at least 5 sources", "all notes, each with at least 60 words"."""
    asked = _asked(condition, measurement)
    return f"{asked}, each with {measurement.each}" if measurement.each and asked != GIVEN else asked


def _asked(condition: Condition, measurement: Measurement) -> str:
    if condition.none:
        return "none"
    if measurement.unit != SHARE and measurement.whole == 1 and condition.bounds[0] == (1, True):
        return GIVEN
    if condition.more_than == 0 and condition.model_fields_set == {"more_than"}:
        return f"at least one of the {measurement.noun}" if measurement.noun else "at least one"
    if condition.all:
        if measurement.unit == SHARE or measurement.whole is None:
            return (
                f"all {measurement.noun or 'of it'}"
                if len(measurement.missing) + len(measurement.items) != 1
                else GIVEN
            )
        if measurement.whole == 1:
            return GIVEN
        return f"all {number(measurement.whole)} {measurement.noun or 'of them'}"
    of_what = f" of the {measurement.noun}" if measurement.unit == SHARE and measurement.noun else ""
    return condition_words(condition, lambda value: amount(value, measurement.unit) + of_what)


def rung_in_words(rung: Rung, criterion: Criterion, measurements: Measurements) -> str:
    """What a level needs, in the rubric's words or all its conditions in one phrase."""
    if rung.in_words is not None:
        return rung.in_words
    parts = [_named(name, condition, measurements) for name, condition in rung.conditions.items()]
    if rung.any:
        parts.append(join_words([rung_in_words(other, criterion, measurements) for other in rung.any], last="or"))
    return join_words([part for part in parts if part])


def _named(name: str, condition: Condition, measurements: Measurements) -> str:
    words = condition_in_words(condition, measurements[name])
    if words == GIVEN and name != THE_MEASURE:
        return name.replace("_", " ")
    if name == THE_MEASURE or measurements[name].unit not in (SHARE, "theme"):
        return words
    return f"{name.replace('_', ' ')}: {words}"


def requirements(criterion: Criterion, measurements: Measurements) -> tuple[Requirement, ...]:
    """The ladder for the report, the highest level first."""
    return tuple(
        Requirement(level, rung_in_words(rung, criterion, measurements), tuple(_thresholds(rung, measurements)))
        for level, rung in criterion.ladder.items()
    )


def _thresholds(rung: Rung, measurements: Measurements) -> list[tuple[str, float]]:
    found = []
    for name, condition in rung.conditions.items():
        prefix = "" if name == THE_MEASURE else f"{name}."
        found += [(prefix + key, value) for key, value in thresholds(condition)]
        if condition.all:
            found.append((prefix + "at_least", float(measurements[name].whole or 1)))
        if condition.none:
            found.append((prefix + "at_most", 0.0))
    for other in rung.any:
        found += [(f"any.{name}", value) for name, value in _thresholds(other, measurements)]
    return found
