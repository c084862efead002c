"""Checks of a ladder's meaning: each level can be given, more is never worth less, and nothing at all meets no rung.

A level counts when its rung and all rungs below it hold. So that this can be looked through completely, each measure's
numbers are put into classes that no condition of the ladder tells apart; one number of each class stands for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import inf, prod

from mcred_lint.findings import Basis
from mcred_lint.measures.conditions import Condition, Truth
from mcred_lint.rubric.checks.conditions import End, conditions_of, conditions_of_components, is_empty
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.ladders import rungs_of, scale_of
from mcred_lint.rubric.checks.quantities import Quantity, quantity_of
from mcred_lint.rubric.checks.samples import condition_sample, ladder_sample
from mcred_lint.rubric.model import THE_MEASURE, Rung, Scale
from mcred_lint.wording import number as said_number

_MOST_CASES = 20_000

Case = Mapping[str, float]
"""What each measure of a criterion might give."""


def rungs(draft: Draft) -> Iterator[Told]:
    """Conditions by themselves; where they are right, what they mean together."""
    yield from conditions_of_components(draft)
    for row in draft.rows():
        found = list(conditions_of(draft, row))
        yield from found
        if not found and row.criterion.basis is not Basis.PERSON:
            yield from _together(draft, row)


@dataclass(frozen=True, slots=True)
class _Ladder:
    """A ladder whose levels and measures are known; `rungs` the lowest first."""

    row: Row
    scale: Scale
    rungs: tuple[tuple[str, Rung], ...]
    quantities: Mapping[str, Quantity]

    @property
    def sample(self) -> str:
        """A valid ladder on the measure that the top rung names first."""
        name = next(iter(self.rungs[-1][1].conditions), None)
        return ladder_sample(self.scale, self.quantities[name]) if name else ladder_sample(self.scale)


def _together(draft: Draft, row: Row) -> Iterator[Told]:
    quantities = {name: quantity_of(each, row.component, draft) for name, each in row.criterion.all_measures.items()}
    if any(not rung.names or not rung.names <= set(quantities) for _, rung in rungs_of(row)):
        return
    yield from _met_by_nothing(draft, row, quantities)
    scale = scale_of(row, draft)
    levels = row.criterion.ladder
    if scale is not None and levels and set(levels) <= set(scale.levels[1:]):
        ordered = sorted(levels.items(), key=lambda pair: scale.levels.index(pair[0]))
        ladder = _Ladder(row, scale, tuple(ordered), quantities)
        yield from list(_backwards(draft, ladder)) or _undecided(draft, ladder)
        yield from _capped(draft, ladder)
        yield from _against_guide(draft, ladder)


def _met_by_nothing(draft: Draft, row: Row, quantities: Mapping[str, Quantity]) -> Iterator[Told]:
    """The lowest rung decides: without it, none of the others counts."""
    lowest = next(reversed(list(rungs_of(row))), None)
    if lowest is None or all(quantity.faults for quantity in quantities.values()):
        return
    path, rung = lowest
    if _rung_holds(rung, dict.fromkeys(quantities, 0.0), quantities):
        what = f'would be "{path[-1]}"' if path[-1] != "must" else "would do"
        example = condition_sample(next(iter(quantities.values())))
        hint = "Ask for a least number too, of this measure or of another one."
        yield draft.at_key(path, f"Nothing at all meets this: an empty list or page {what}.", hint, example)


def _backwards(draft: Draft, ladder: _Ladder) -> Iterator[Told]:
    """Rungs that allow on one measure what a rung below them forbids."""
    for (lower_level, lower), (level, rung) in pairwise(ladder.rungs):
        shared = rung.conditions.keys() & lower.conditions.keys()
        if any(_reaches_out(rung.conditions[name], lower.conditions[name], ladder.quantities[name]) for name in shared):
            message = (
                f'"{level}" allows what "{lower_level}" forbids, and a level counts only when those below it hold too.'
            )
            gap = _gap(rung, lower, ladder.quantities)
            hint = f'Let "{lower_level}" ask for less; it need not end where "{level}" begins.'
            yield draft.at_key((*ladder.row.path, "ladder", level), f"{message}{gap}", hint, ladder.sample)


def _gap(rung: Rung, lower: Rung, quantities: Mapping[str, Quantity]) -> str:
    """What meets neither of two rungs on one measure and lies between what meets them, as a sentence."""
    if rung.any or lower.any or len(rung.conditions) != 1 or rung.conditions.keys() != lower.conditions.keys():
        return ""
    [(name, condition)] = rung.conditions.items()
    quantity, below = quantities[name], lower.conditions[name]
    values = _candidates([condition, below], quantity)
    met = [value for value in values if _holds(condition, value, quantity) or _holds(below, value, quantity)]
    missed = [value for value in values if value not in met and met and met[0] < value < met[-1]]
    return f" {said_number(missed[0])} meets neither of them." if missed and quantity.steps else ""


def _capped(draft: Draft, ladder: _Ladder) -> Iterator[Told]:
    """A lowest rung with an upper end: too much falls as deep as nothing. A reading says that it is meant so."""
    level, rung = ladder.rungs[0]
    criterion = ladder.row.criterion
    if criterion.reading is not None or criterion.not_below is not None or rung.any:
        return
    for name, condition in rung.conditions.items():
        quantity = ladder.quantities[name]
        high, included = condition.resolved(quantity.whole)[1]
        if high < (inf if quantity.whole is None else quantity.whole):
            much = f"{'More than' if included else 'As much as'} {said_number(high)}"
            message = f'{much} misses "{level}", so it would be "{ladder.scale.levels[0]}", just like nothing at all.'
            hint = "Take the upper end out, or say in a reading why too much is as bad as nothing."
            path = (*ladder.row.path, "ladder", level)
            yield draft.at_key(path, message, hint, ladder.sample, mild=True)


def _reaches_out(condition: Condition, lower: Condition, quantity: Quantity) -> bool:
    """Whether `condition` holds of numbers of which `lower` does not."""
    low, high = condition.resolved(quantity.whole)
    low_below, high_below = lower.resolved(quantity.whole)
    starts_before = low_below[0] > 0 and (max(low[0], 0.0), not low[1]) < (low_below[0], not low_below[1])
    most: End = (inf if quantity.whole is None else quantity.whole, True)
    return starts_before or min(high, most) > min(high_below, most)


def _undecided(draft: Draft, ladder: _Ladder) -> Iterator[Told]:
    """Levels that no measurement leads to."""
    cases = _cases(ladder)
    if cases is None:
        return
    reached = {_reached(ladder, case) for case in cases}
    for number, (level, _) in enumerate(ladder.rungs, start=1):
        if number not in reached:
            above = next((name for name, _ in ladder.rungs[number:]), None)
            why = (
                f'whoever reaches it reaches "{above}" as well'
                if above and max(reached) > number
                else "nothing reaches it"
            )
            hint = "Let its condition ask for something that the other rungs do not."
            path = (*ladder.row.path, "ladder", level)
            yield draft.at_key(path, f'"{level}" can never be given: {why}.', hint, ladder.sample)


def _cases(ladder: _Ladder) -> list[Case] | None:
    """Measurements of which each stands for all that the ladder cannot tell from it; None when they are too many."""
    named = frozenset().union(*(rung.names for _, rung in ladder.rungs))
    classes = {name: _classes(ladder, name) for name in ladder.quantities if name in named}
    if prod(map(len, classes.values())) > _MOST_CASES:
        return None
    return [dict(zip(classes, values, strict=True)) for values in product(*classes.values())]


def _classes(ladder: _Ladder, name: str) -> list[float]:
    quantity = ladder.quantities[name]
    found = [each for _, rung in ladder.rungs for each in _on(rung, name)]
    by_truth: dict[tuple[bool, ...], float] = {}
    for value in _candidates(found, quantity):
        by_truth.setdefault(tuple(_holds(each, value, quantity) for each in found), value)
    return list(by_truth.values())


def _on(rung: Rung, name: str) -> Iterator[Condition]:
    if name in rung.conditions:
        yield rung.conditions[name]
    for other in rung.any:
        yield from _on(other, name)


def _candidates(found: list[Condition], quantity: Quantity) -> list[float]:
    """Nothing, every number that a condition names, and what lies around and between them."""
    most = inf if quantity.whole is None else quantity.whole
    ends = {end for each in found for end, _ in each.resolved(quantity.whole)}
    marks = sorted({0.0, *(end for end in (*ends, most) if 0 <= end <= most and end < inf)})
    if quantity.steps:
        near = {float(int(mark) + step) for mark in marks for step in (-1, 0, 1)}
        return sorted(value for value in near if 0 <= value <= most)
    between = [(one + other) / 2 for one, other in pairwise(marks)]
    return sorted([*marks, *between, *([marks[-1] + 1] if most == inf else [])])


def _holds(condition: Condition, value: float, quantity: Quantity) -> bool:
    return condition.holds(value, value, quantity.whole) is Truth.YES


def _rung_holds(rung: Rung, case: Case, quantities: Mapping[str, Quantity]) -> bool:
    each = all(_holds(condition, case[name], quantities[name]) for name, condition in rung.conditions.items())
    return each and (not rung.any or any(_rung_holds(other, case, quantities) for other in rung.any))


def _reached(ladder: _Ladder, case: Case) -> int:
    """How many rungs hold, from the lowest up."""
    for number, (_, rung) in enumerate(ladder.rungs):
        if not _rung_holds(rung, case, ladder.quantities):
            return number
    return len(ladder.rungs)


def _against_guide(draft: Draft, ladder: _Ladder) -> Iterator[Told]:
    """A guide that nobody can follow who wants the highest level."""
    guide = ladder.row.criterion.guide
    name = (guide.of or THE_MEASURE) if guide is not None else ""
    wanted = ladder.rungs[-1][1].conditions.get(name)
    if guide is None or wanted is None:
        return
    whole = ladder.quantities[name].whole
    (low, high), (low_guide, high_guide) = wanted.resolved(whole), guide.condition.resolved(whole)
    if is_empty(low, high_guide) or is_empty(low_guide, high):
        message = f'Whoever follows this guide misses "{ladder.rungs[-1][0]}".'
        hint = "Let the guide and the highest rung have numbers in common."
        yield draft.at_key(
            (*ladder.row.path, "guide"), message, hint, f"guide: {{{condition_sample(ladder.quantities[name])}}}"
        )
