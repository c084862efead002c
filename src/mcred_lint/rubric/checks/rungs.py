"""Checks of a ladder's meaning: each level can be given, more is never worth less, and nothing at all meets no rung.

A level counts when its rung and all rungs below it hold. So that this can be looked through completely, each measure's
numbers are put into classes that no condition of the ladder tells apart; one number of each class stands for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from mcred_lint.measures.conditions import Condition, Truth
from mcred_lint.rubric.checks.conditions import End
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.ladders import scale_of
from mcred_lint.rubric.checks.quantities import Quantity, quantity_of
from mcred_lint.rubric.model import Rung, Scale

_MOST_CASES = 20_000


@dataclass(frozen=True, slots=True)
class _Ladder:
    """A ladder whose levels and measures are known; `rungs` the lowest first."""

    row: Row
    scale: Scale
    rungs: tuple[tuple[str, Rung], ...]
    quantities: Mapping[str, Quantity]


def rungs(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        ladder = _ladder(draft, row)
        if ladder is None:
            continue
        backwards = list(_backwards(draft, ladder))
        yield from backwards or _undecided(draft, ladder)
        yield from _met_by_nothing(draft, ladder)


def _ladder(draft: Draft, row: Row) -> _Ladder | None:
    scale = scale_of(row, draft)
    levels = row.criterion.ladder
    if scale is None or not levels or not set(levels) <= set(scale.levels[1:]):
        return None
    quantities = {name: quantity_of(each, row.component, draft) for name, each in row.criterion.all_measures.items()}
    if any(not rung.names or not rung.names <= set(quantities) for rung in levels.values()):
        return None
    ordered = sorted(levels.items(), key=lambda pair: scale.levels.index(pair[0]))
    return _Ladder(row, scale, tuple(ordered), quantities)


def _backwards(draft: Draft, ladder: _Ladder) -> Iterator[Told]:
    """Rungs that allow on one measure what a rung below them forbids."""
    for (lower_level, lower), (level, rung) in zip(ladder.rungs, ladder.rungs[1:], strict=False):
        for name in rung.conditions.keys() & lower.conditions.keys():
            whole = ladder.quantities[name].whole
            low, high = rung.conditions[name].resolved(whole)
            low_below, high_below = lower.conditions[name].resolved(whole)
            if _starts_before(low, low_below) or _ends_after(high, high_below):
                message = f'"{level}" allows here what "{lower_level}" forbids, and a level counts only when those below it hold too.'
                hint = f'Let "{lower_level}" ask for less: it need not end where "{level}" begins.'
                path = (*ladder.row.path, "ladder", level)
                yield draft.at_key(path, message, hint, (), "ladder: {Proficient: {at_least: 5}, Basic: {at_least: 3}}")
                break


def _starts_before(low: End, other: End) -> bool:
    return other[0] > 0 and (max(low[0], 0.0), not low[1]) < (other[0], not other[1])


def _ends_after(high: End, other: End) -> bool:
    return (high[0], high[1]) > (other[0], other[1])


def _undecided(draft: Draft, ladder: _Ladder) -> Iterator[Told]:
    """Levels that no measurement leads to."""
    cases = _cases(ladder)
    if cases is None:
        return
    reached = {_reached(ladder, case) for case in cases}
    for number, (level, _) in enumerate(ladder.rungs, start=1):
        if number not in reached:
            higher = f'whoever reaches it reaches "{ladder.rungs[number][0]}" as well' if number < len(ladder.rungs) else "nothing can reach it"
            message = f'"{level}" can never be given: {higher}.'
            hint = "Let its condition ask for something that the other rungs do not."
            yield draft.at_key((*ladder.row.path, "ladder", level), message, hint, (), "ladder: {Proficient: {at_least: 5}, Basic: {at_least: 3}}")


Case = Mapping[str, float]


def _cases(ladder: _Ladder) -> list[Case] | None:
    """Measurements of which each stands for all that the ladder cannot tell from it; None when they are too many."""
    classes = {name: _classes(ladder, name) for name in ladder.quantities if any(name in rung.names for _, rung in ladder.rungs)}
    if prod(map(len, classes.values())) > _MOST_CASES:
        return None
    return [dict(zip(classes, values, strict=True)) for values in product(*classes.values())]


def _classes(ladder: _Ladder, name: str) -> list[float]:
    quantity = ladder.quantities[name]
    found = [each for _, rung in ladder.rungs for each in _on(rung, name)]
    by_truth: dict[tuple[bool, ...], float] = {}
    for value in _candidates(found, quantity):
        by_truth.setdefault(tuple(holds(each, value, quantity) for each in found), value)
    return list(by_truth.values())


def _on(rung: Rung, name: str) -> Iterator[Condition]:
    if name in rung.conditions:
        yield rung.conditions[name]
    for other in rung.any:
        yield from _on(other, name)


def _candidates(found: list[Condition], quantity: Quantity) -> list[float]:
    """Nothing, every number that a condition names, and one between each two neighbours."""
    top = quantity.whole
    ends = {end for each in found for end, _ in each.resolved(top) if 0 <= end < float("inf")}
    marks = sorted({0.0, *ends} if top is None else {0.0, *(end for end in ends if end <= top), top})
    if quantity.steps:
        near = {float(int(mark) + step) for mark in marks for step in (-1, 0, 1)}
        return sorted(value for value in near if value >= 0 and (top is None or value <= top))
    between = [(one + other) / 2 for one, other in zip(marks, marks[1:], strict=False)]
    return sorted([*marks, *between, *([marks[-1] + 1] if top is None else [])])


def holds(condition: Condition, value: float, quantity: Quantity) -> bool:
    return condition.holds(value, value, quantity.whole) is Truth.YES


def _rung_holds(ladder: _Ladder, rung: Rung, case: Case) -> bool:
    each = all(holds(condition, case[name], ladder.quantities[name]) for name, condition in rung.conditions.items())
    return each and (not rung.any or any(_rung_holds(ladder, other, case) for other in rung.any))


def _reached(ladder: _Ladder, case: Case) -> int:
    """How many rungs hold, from the lowest up."""
    for number, (_, rung) in enumerate(ladder.rungs):
        if not _rung_holds(ladder, rung, case):
            return number
    return len(ladder.rungs)


def _met_by_nothing(draft: Draft, ladder: _Ladder) -> Iterator[Told]:
    if all(quantity.faults for quantity in ladder.quantities.values()):
        return
    level, rung = ladder.rungs[0]
    if _rung_holds(ladder, rung, dict.fromkeys(ladder.quantities, 0.0)):
        message = f'Nothing at all meets this rung: an empty list or page would be "{level}".'
        hint = "Ask for a least number too, of this measure or of another one."
        example = f"{level}: {{between: [1, 5]}}"
        yield draft.at_key((*ladder.row.path, "ladder", level), message, hint, (), example)
