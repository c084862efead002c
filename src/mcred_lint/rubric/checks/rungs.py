"""Checks of a ladder's meaning: each level can be given, more is never worth less, and nothing at all meets no rung.

A level counts when its rung and all rungs below it hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from mcred_lint.findings import Basis
from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric.checks.cases import Ladder, candidates, holds, rung_holds
from mcred_lint.rubric.checks.conditions import End, conditions_of, conditions_of_components, is_empty
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.ladders import rungs_of, scale_of
from mcred_lint.rubric.checks.quantities import Quantity, quantity_of
from mcred_lint.rubric.checks.samples import condition_sample, ladder_sample
from mcred_lint.rubric.model import THE_MEASURE, Rung, Scale
from mcred_lint.wording import number as said_number


def rungs(draft: Draft) -> Iterator[Told]:
    """Conditions by themselves; where they are right, what they mean together."""
    yield from conditions_of_components(draft)
    for row in draft.rows():
        found = list(conditions_of(draft, row))
        yield from found
        if not found and row.criterion.basis is not Basis.PERSON:
            yield from _together(draft, row)


@dataclass(frozen=True, slots=True)
class _Ladder(Ladder):
    """A ladder whose levels and measures are known."""

    row: Row
    scale: Scale

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
        ladder = _Ladder(tuple(ordered), quantities, row, scale)
        yield from list(_backwards(draft, ladder)) or _undecided(draft, ladder)
        yield from _capped(draft, ladder)
        yield from _against_guide(draft, ladder)


def _met_by_nothing(draft: Draft, row: Row, quantities: Mapping[str, Quantity]) -> Iterator[Told]:
    """The lowest rung decides: without it, none of the others counts."""
    lowest = next(reversed(list(rungs_of(row))), None)
    if lowest is None or all(quantity.faults for quantity in quantities.values()):
        return
    path, rung = lowest
    if rung_holds(rung, dict.fromkeys(quantities, 0.0), quantities):
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
    values = candidates([condition, below], quantity)
    met = [value for value in values if holds(condition, value, quantity) or holds(below, value, quantity)]
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
    cases = ladder.cases()
    if cases is None:
        return
    reached = {ladder.reached(case) for case in cases}
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
