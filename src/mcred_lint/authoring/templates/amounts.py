"""Which amounts to try for a criterion: those that give each of its levels, and those with which it is asked for, or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from mcred_lint.authoring.pages.words import RubricWords
from mcred_lint.authoring.templates.recipes.recipe import SHARED_ENTRIES, SHARED_PARTS
from mcred_lint.authoring.templates.recipes.table import RECIPES
from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.authoring.trials.cases import MET, NOT_MET
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Each, Measure
from mcred_lint.measures.table import measure
from mcred_lint.rubric.checks.cases import Case, Ladder, candidates, holds
from mcred_lint.rubric.checks.quantities import Quantity
from mcred_lint.rubric.model import Criterion, OnlyIf, Rung
from mcred_lint.wording import MINUTES, SHARE, join_words

Setting = Sequence[tuple[Measure, float]]
"""Amounts of the measures that decide whether a criterion is asked for."""
_MOST_CASES = 20_000


@dataclass(frozen=True)
class CriterionAmounts:
    """The amounts for one criterion, of a component or (None) of the whole submission."""

    words: RubricWords
    component: str | None
    criterion: Criterion

    # ---- levels ------------------------------------------------------------------------------------------------------

    @cached_property
    def levels(self) -> list[str]:
        """The levels that the criterion can give, the lowest first; those above it that only a person gives left out."""
        criterion = self.criterion
        if criterion.must is not None or self.component is None:
            return [NOT_MET, MET]
        scale = self.words.rubric.scale_of(self.component)
        floor = criterion.not_below or scale.levels[0]
        return [floor, *(level for level in scale.levels if level in criterion.ladder and level != floor)]

    @cached_property
    def ladder(self) -> Ladder:
        quantities = {name: self._quantity(spec) for name, spec in self.criterion.all_measures.items()}
        return Ladder(tuple(self._rungs()), quantities)

    def _rungs(self) -> Iterator[tuple[str, Rung]]:
        if self.criterion.must is not None:
            yield MET, self.criterion.must
            return
        yield from ((level, self.criterion.ladder[level]) for level in self.levels[1:])

    def empty(self, spec: Measure) -> Measurement:
        """What a measure gives of nothing at all."""
        return measure(spec, self.words.empty_view(self.component))

    def _quantity(self, spec: Measure) -> Quantity:
        """What kind of number a measure gives: it says so itself, even of nothing."""
        found, steps = self.empty(spec), spec.kind not in RECIPES or RECIPES[spec.kind].steps(spec)
        return Quantity("", found.whole, found.unit == SHARE, found.unit == MINUTES, steps)

    # ---- cases -------------------------------------------------------------------------------------------------------

    def cases(self, writing: Writing) -> list[list[Case]]:
        """For each level the amounts that give it. Raises CannotMake where a measure cannot be made at all.

        Of amounts which no condition tells apart these are the largest and the two smallest, as nothing at all is not always possible.
        """
        specs = {name: self.criterion.all_measures[name] for name in self.ladder.names}
        _refuse_unmade(specs.values())
        edges: dict[str, list[float]] = {}
        for name, spec in specs.items():
            classes = self.ladder.classes(name, RECIPES[spec.kind].amounts(spec, writing))
            edges[name] = sorted({edge for values in classes for edge in (*values[:2], values[-1])})
        found: list[list[Case]] = [[] for _ in self.levels]
        for values in islice(product(*edges.values()), _MOST_CASES):
            case = dict(zip(edges, values, strict=True))
            found[self.ladder.reached(case)].append(case)
        return found

    # ---- whether it is asked for -------------------------------------------------------------------------------------

    @cached_property
    def conditions(self) -> list[OnlyIf]:
        """When the criterion is asked for: its component's condition and its own."""
        part = self.words.rubric.components[self.component] if self.component is not None else None
        return [one.only_if for one in (part, self.criterion) if one is not None and one.only_if is not None]

    @property
    def specs(self) -> list[Measure]:
        """Its measures, and those that decide whether it is asked for."""
        return [*self.criterion.all_measures.values(), *(one.measure for one in self.conditions)]

    @property
    def looks_at_age(self) -> bool:
        return any(
            isinstance(spec, Each) and (spec.must.years_old or spec.must.years_ahead) is not None for spec in self.specs
        )

    def settings(self, asked_for: bool, writing: Writing) -> list[Setting]:
        """Amounts with which all its conditions hold, or none does. Raises CannotMake where a measure cannot be made at all."""
        _refuse_unmade(one.measure for one in self.conditions)
        each = ([(one.measure, at) for at in self._deciding(one, asked_for, writing)] for one in self.conditions)
        return list(product(*each))

    def _deciding(self, only_if: OnlyIf, asked_for: bool, writing: Writing) -> Iterator[float]:
        """Amounts with which a condition holds, or does not. Also as many as other measures make of the same thing."""
        quantity = self._quantity(only_if.measure)
        amounts = RECIPES[only_if.measure.kind].amounts(only_if.measure, writing)
        if amounts is None:
            amounts = [*candidates([only_if], quantity), SHARED_PARTS, SHARED_ENTRIES]
        yield from (one for one in sorted(set(amounts)) if holds(only_if, one, quantity) is asked_for)


def _refuse_unmade(specs: Iterable[Measure]) -> None:
    missing = sorted({spec.kind for spec in specs if spec.kind not in RECIPES})
    if missing:
        raise CannotMake(f'what "{join_words(missing)}" measures cannot be made to order')
