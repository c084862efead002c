"""What a ladder comes to: the numbers that its conditions tell apart, and how many rungs hold of them.

Conditions name few numbers. So that a ladder can be looked through completely, each measure's numbers are put into classes that
no condition tells apart; some numbers of each class stand for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, product
from math import inf, prod

from mcred_lint.measures.conditions import Condition, Truth
from mcred_lint.rubric.checks.quantities import Quantity
from mcred_lint.rubric.model import Rung

_MOST_CASES = 20_000

Case = Mapping[str, float]
"""What each measure of a criterion might give."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Rungs by the names of their levels, the lowest first, and what kind of number each measure gives."""

    rungs: tuple[tuple[str, Rung], ...]
    quantities: Mapping[str, Quantity]

    def reached(self, case: Case) -> int:
        """How many rungs hold, from the lowest up."""
        for number, (_, rung) in enumerate(self.rungs):
            if not rung_holds(rung, case, self.quantities):
                return number
        return len(self.rungs)

    def cases(self) -> list[Case] | None:
        """Measurements of which each stands for all that the ladder cannot tell from it; None when they are too many."""
        classes = {name: [values[0] for values in self.classes(name)] for name in self.names}
        if prod(map(len, classes.values())) > _MOST_CASES:
            return None
        return [dict(zip(classes, values, strict=True)) for values in product(*classes.values())]

    @property
    def names(self) -> list[str]:
        """The measures that any rung looks at."""
        named = frozenset().union(*(rung.names for _, rung in self.rungs))
        return [name for name in self.quantities if name in named]

    def classes(self, name: str, values: Iterable[float] | None = None) -> list[list[float]]:
        """Numbers of one measure, those together that no condition tells apart. values: which numbers there can be."""
        found, quantity = [each for _, rung in self.rungs for each in _on(rung, name)], self.quantities[name]
        by_truth: dict[tuple[bool, ...], list[float]] = {}
        for value in sorted(values) if values is not None else candidates(found, quantity):
            by_truth.setdefault(tuple(holds(each, value, quantity) for each in found), []).append(value)
        return list(by_truth.values())


def _on(rung: Rung, name: str) -> Iterator[Condition]:
    if name in rung.conditions:
        yield rung.conditions[name]
    for other in rung.any:
        yield from _on(other, name)


def candidates(found: list[Condition], quantity: Quantity) -> list[float]:
    """Nothing, every number that a condition names, and what lies around and between them."""
    most = inf if quantity.whole is None else quantity.whole
    ends = {end for each in found for end, _ in each.resolved(quantity.whole)}
    marks = sorted({0.0, *(end for end in (*ends, most) if 0 <= end <= most and end < inf)})
    if quantity.steps:
        near = {float(int(mark) + step) for mark in marks for step in (-1, 0, 1)}
        return sorted(value for value in near if 0 <= value <= most)
    between = [(one + other) / 2 for one, other in pairwise(marks)]
    return sorted([*marks, *between, *([marks[-1] + 1] if most == inf else [])])


def holds(condition: Condition, value: float, quantity: Quantity) -> bool:
    return condition.holds(value, value, quantity.whole) is Truth.YES


def rung_holds(rung: Rung, case: Case, quantities: Mapping[str, Quantity]) -> bool:
    """Whether a rung holds of what was measured."""
    each = all(holds(condition, case[name], quantities[name]) for name, condition in rung.conditions.items())
    return each and (not rung.any or any(rung_holds(other, case, quantities) for other in rung.any))
