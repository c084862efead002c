"""One step up: the smallest changes that lift a criterion to the next level, as a to-do list in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator

from mcred_lint.findings import Item
from mcred_lint.judging.ladder import Measurements, condition_holds, holds
from mcred_lint.measures.conditions import Condition, Truth
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Criterion, Rung
from mcred_lint.sources.places import Place
from mcred_lint.wording import MINUTES, SHARE, count, minutes_in_words, number

LISTED = 12
"""How many missing things are steps of their own; more are put together."""


def steps(criterion: Criterion, level: str, measurements: Measurements) -> tuple[str, ...]:
    """What to do so that the rung of `level` holds."""
    rung = criterion.ladder.get(level)
    if rung is None:
        return ()
    found = tuple(dict.fromkeys(_steps(rung, criterion, measurements)))
    return found or ((criterion.advice,) if criterion.advice else ())


def _steps(rung: Rung, criterion: Criterion, measurements: Measurements) -> Iterator[str]:
    for name, condition in rung.conditions.items():
        if condition_holds(condition, measurements[name]) is not Truth.YES:
            yield from _for_condition(condition, measurements[name], criterion)
    if rung.any and not any(holds(other, measurements) is Truth.YES for other in rung.any) and criterion.advice:
        yield criterion.advice


def _for_condition(condition: Condition, measurement: Measurement, criterion: Criterion) -> Iterator[str]:
    (least, least_in), (most, _) = condition.resolved(measurement.whole)
    if measurement.low > most:
        yield f"Take out {_amount(measurement.low - most, measurement.unit)}: at most {_amount(most, measurement.unit)} allowed."
        return
    if measurement.missing and (measurement.unit == SHARE or measurement.whole is not None):
        yield from _missing(condition, measurement, criterion)
        return
    if measurement.unit == SHARE or math.isinf(least):
        if criterion.advice:
            yield criterion.advice
        return
    if measurement.unit == MINUTES and measurement.missing and measurement.unclear:
        yield from (f"Write down how long it takes: {_with_place(item)}." for item in measurement.missing[:LISTED])
        return
    short = least - measurement.low + (0 if least_in else 1)
    if measurement.said and not measurement.items and criterion.advice:
        yield criterion.advice
        return
    needed = minutes_in_words(least) if measurement.unit == MINUTES else number(least)
    found = minutes_in_words(measurement.low) if measurement.unit == MINUTES else number(measurement.low)
    yield f"Add {_more(short, measurement)} ({found} found, {needed} needed)."
    yield from (
        f"Does not count: {_with_place(item)}."
        for item in measurement.left_out
        if item.note and measurement.unit != MINUTES
    )


def _missing(condition: Condition, measurement: Measurement, criterion: Criterion) -> Iterator[str]:
    """One step for each missing thing that is needed; no more of them than the level asks for."""
    (least, _), _ = condition.resolved(measurement.whole)
    total = len(measurement.items) + len(measurement.missing)
    wanted = math.ceil(least * total - 1e-9) if measurement.unit == SHARE else math.ceil(least)
    needed = max(1, wanted - len(measurement.items))
    lacking = measurement.missing
    if criterion.advice and measurement.unit != SHARE and measurement.whole == 1:
        yield criterion.advice  # of a single thing it says more than the thing's name
        return
    if needed < len(lacking):
        names = "; ".join(item.text for item in lacking[:LISTED])
        yield f"{measurement.remedy.some} {needed} more of these {len(lacking)}: {names}."
        return
    for item in lacking[:LISTED]:
        yield f"{measurement.remedy.one}: {_with_place(item)}."
    if len(lacking) > LISTED:
        yield f"And {len(lacking) - LISTED} more like these."


def _with_place(item: Item) -> str:
    note = f" ({item.note})" if item.note else ""
    return f"{item.text}{note}{_where(item.place)}"


def _where(place: Place | None) -> str:
    return (
        f" - {place.file}:{place.line}"
        if place is not None and place.line
        else f" - {place.file}"
        if place is not None
        else ""
    )


def _amount(value: float, unit: str) -> str:
    return minutes_in_words(value) if unit == MINUTES else count(value, unit)


def _more(value: float, measurement: Measurement) -> str:
    if measurement.unit == MINUTES:
        return minutes_in_words(value)
    words = count(math.ceil(value), measurement.unit)
    first, _, rest = words.partition(" ")
    return f"{first} more {rest}"
