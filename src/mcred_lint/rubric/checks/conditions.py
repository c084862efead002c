"""Checks of single conditions: whether what they ask can be measured, can be met, and can be missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from mcred_lint.measures.conditions import Condition
from mcred_lint.measures.specs import Each
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.ladders import rungs_of
from mcred_lint.rubric.checks.quantities import Quantity, quantity_of
from mcred_lint.rubric.checks.references import sites_of
from mcred_lint.rubric.checks.samples import condition_sample
from mcred_lint.rubric.checks.units import unit_problem
from mcred_lint.rubric.model import THE_MEASURE, OnlyIf, Rung
from mcred_lint.rubric.places import Path

End = tuple[float, bool]
"""Where a range ends, and whether the end belongs to it."""

_NUMBERS = ("at_least", "more_than", "at_most", "less_than", "exactly", "about")


@dataclass(frozen=True, slots=True)
class Placed:
    """A condition, its path in the file, and what it is a condition on."""

    condition: Condition
    path: Path
    quantity: Quantity


def conditions_of(draft: Draft, row: Row) -> Iterator[Told]:
    """What is wrong with the criterion's conditions, each by itself."""
    for placed in _placed(draft, row):
        yield from _wrong(draft, placed)


def _wrong(draft: Draft, placed: Placed) -> Iterator[Told]:
    told = [*_numbers(draft, placed), *_whole(draft, placed)]
    yield from told or _ends(draft, placed)


def _placed(draft: Draft, row: Row) -> Iterator[Placed]:
    """Every condition of the criterion whose measure is known."""
    quantities = {name: quantity_of(each, row.component, draft) for name, each in row.criterion.all_measures.items()}
    for path, rung in rungs_of(row):
        yield from (Placed(each, at, quantities[name]) for name, each, at in _in_rung(rung, path) if name in quantities)
    for key, part in (("guide", row.criterion.guide), ("advise", row.criterion.advise)):
        name = THE_MEASURE if part is None or part.of is None else part.of
        if part is not None and name in quantities:
            condition = part if isinstance(part, Condition) else part.condition
            yield Placed(condition, (*row.path, key), quantities[name])
    yield from _of_items(row)
    if row.criterion.only_if is not None:
        yield _only_if(draft, row.criterion.only_if, row.component, row.path)
    if row.criterion.help is not None and row.criterion.help_warns is not None:
        quantity = quantity_of(row.criterion.help, row.component, draft)
        yield Placed(row.criterion.help_warns, (*row.path, "help_warns"), quantity)


def _only_if(draft: Draft, only_if: OnlyIf, component: str | None, path: Path) -> Placed:
    return Placed(only_if, (*path, "only_if"), quantity_of(only_if.measure, component, draft))


def conditions_of_components(draft: Draft) -> Iterator[Told]:
    """The same for what says whether a component is asked for."""
    for key, component in draft.rubric.components.items():
        if component.only_if is not None:
            yield from _wrong(draft, _only_if(draft, component.only_if, key, ("components", key)))


def _of_items(row: Row) -> Iterator[Placed]:
    """What an item must be: its words, its age."""
    for site in sites_of(row):
        for key, condition in site.measure.must if isinstance(site.measure, Each) else ():
            if isinstance(condition, Condition):
                yield Placed(condition, (*site.path, "must", key), Quantity("a number"))


def _in_rung(rung: Rung, path: Path) -> Iterator[tuple[str, Condition, Path]]:
    for name, condition in rung.conditions.items():
        yield name, condition, path if name == THE_MEASURE else (*path, name)
    for number, other in enumerate(rung.any):
        yield from _in_rung(other, (*path, "any", number))


def _numbers(draft: Draft, placed: Placed) -> Iterator[Told]:
    """Numbers as they are written: 4 where hours are meant, 50 % of a count."""
    paths: list[Path] = [(*placed.path, key) for key in _NUMBERS if getattr(placed.condition, key) is not None]
    if placed.condition.between is not None:
        paths += [(*placed.path, "between", number) for number in (0, 1)]
    for path in paths:
        problem = unit_problem(draft.written(path), placed.quantity)
        if problem is not None:
            yield draft.at(path, *problem)


def _whole(draft: Draft, placed: Placed) -> Iterator[Told]:
    if placed.condition.all and placed.quantity.whole is None:
        message = f"There is no whole of which this could be all: {placed.quantity.named} is measured."
        path = (*placed.path, "all")
        yield draft.at(path, message, "Write how much is needed.", condition_sample(placed.quantity))


def _ends(draft: Draft, placed: Placed) -> Iterator[Told]:
    """Conditions that ask for nothing, that nothing meets, or that everything meets."""
    quantity, example = placed.quantity, condition_sample(placed.quantity)
    low, high = placed.condition.resolved(quantity.whole)
    most = quantity.whole if quantity.whole is not None else inf
    if low[0] == -inf and high[0] == inf:
        yield draft.at_key(
            placed.path, "There is no condition here.", "Write what it must be.", example, (*_NUMBERS, "between")
        )
    elif placed.condition.between and placed.condition.between[0] > placed.condition.between[1]:
        path = (*placed.path, "between")
        yield draft.at(path, "The larger number stands first.", "Turn the two numbers round.", "between: [3, 5]")
    elif low[0] > most:
        message = f"No number meets this condition: {quantity.named} is measured, {most:g} at most."
        yield draft.at(placed.path, message, "Ask for less.", example)
    elif is_empty(low, high) or is_empty((0.0, True), high) or is_empty(low, (most, True)):
        hint = "Change one of the numbers, or take one of the conditions out."
        yield draft.at(placed.path, "No number meets this condition.", hint, example)
    elif _everything(low, high, most):
        message = "Every number meets this condition, even nothing at all."
        yield draft.at(placed.path, message, "Ask for something.", example)


def is_empty(low: End, high: End) -> bool:
    """No number lies between the ends."""
    return low[0] > high[0] or (low[0] == high[0] and not (low[1] and high[1]))


def _everything(low: End, high: End, most: float) -> bool:
    from_nothing = low[0] < 0 or (low[0] == 0 and low[1])
    return from_nothing and (high[0] > most or (high[0] == most and high[1]))
