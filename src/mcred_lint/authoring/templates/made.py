"""Small submissions made from a rubric, each of which must land on exactly one level of one criterion.

For every level the smallest and the largest amounts that give it are written: one source less would be the level below, one more the
level above. What cannot be made is named with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from mcred_lint.authoring.pages.words import RubricWords
from mcred_lint.authoring.templates.filler import Filler, neutral_words
from mcred_lint.authoring.templates.layout import Layout
from mcred_lint.authoring.templates.planning import layout_of
from mcred_lint.authoring.templates.recipes.recipe import REFERENCE_YEAR, SHARED_ENTRIES, SHARED_PARTS
from mcred_lint.authoring.templates.recipes.table import RECIPES
from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.findings import Basis, Status
from mcred_lint.measures.conditions import Truth
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Each, Measure, Mentions, Theme
from mcred_lint.measures.table import measure
from mcred_lint.measures.view import EVERYTHING
from mcred_lint.rubric.checks.cases import Case, Ladder, candidates, holds
from mcred_lint.rubric.checks.quantities import Quantity
from mcred_lint.rubric.model import Criterion, OnlyIf, Rubric, Rung
from mcred_lint.service import SENTENCE_WORDS
from mcred_lint.text.language import Language
from mcred_lint.text.words import count_words
from mcred_lint.wording import MINUTES, SHARE, count, join_words, minutes_in_words, share

MET, NOT_MET = "met", "not met"
"""What becomes of a criterion without levels that says what must hold."""
NOT_REQUIRED = str(Status.NOT_REQUIRED)
"""What becomes of a criterion that is not asked for."""
Setting = Sequence[tuple[Measure, float]]
"""Amounts of the measures that decide whether a criterion is asked for."""
_MOST_TRIED = 400
"""Cases of one criterion that are tried before a level is given up."""


@dataclass(frozen=True, slots=True)
class MadeSubmission:
    """A submission that must get a level in a criterion. files: its texts by path. why: "4 sources".

    level: also what stands in place of one: "met", "not required". reference_year: where the age of something matters.
    """

    criterion: str
    level: str
    files: Mapping[str, str]
    why: str
    reference_year: int | None = None


@dataclass(frozen=True, slots=True)
class NotMade:
    """A level of a criterion for which no submission was made."""

    criterion: str
    level: str
    because: str


def made_submissions(rubric: Rubric, language: Language) -> Iterator[MadeSubmission | NotMade]:
    """One or two submissions for each level that a counted or inferred criterion can give, in the order of the rubric."""
    maker = _Maker(rubric, language)
    for key, component in rubric.components.items():
        for name, criterion in component.criteria.items():
            yield from maker.made(key, f"{key}.{name}", criterion)
    for name, criterion in rubric.submission.criteria.items():
        yield from maker.made(None, name, criterion)


@dataclass(frozen=True)
class _Maker:
    rubric: Rubric
    language: Language

    @cached_property
    def words(self) -> RubricWords:
        return RubricWords(self.rubric, self.language)

    @cached_property
    def layout(self) -> Layout:
        return layout_of(self.rubric, self.language)

    @cached_property
    def neutral(self) -> tuple[str, ...]:
        return neutral_words(self.rubric)

    def made(self, component: str | None, id_: str, criterion: Criterion) -> Iterator[MadeSubmission | NotMade]:
        if criterion.basis is Basis.PERSON or not (criterion.ladder or criterion.must):
            return
        levels = self._levels(component, criterion)
        asked = self._conditions(component, criterion)
        try:
            ladder, cases = self._all_cases(component, criterion)
            settings = self._settings(component, asked, Truth.YES)
        except CannotMake as problem:
            yield from (NotMade(id_, level, str(problem)) for level in (*([NOT_REQUIRED] if asked else []), *levels))
            return
        if asked:
            excused = self._settings(component, asked, Truth.NO)
            yield from self._of_level(component, id_, criterion, NOT_REQUIRED, [{}], excused)
        for number, level in enumerate(levels):
            fitting = [case for case in cases if ladder.reached(case) == number]
            yield from self._of_level(component, id_, criterion, level, fitting, settings)

    def _all_cases(self, component: str | None, criterion: Criterion) -> tuple[Ladder, list[Case]]:
        """The ladder and the amounts to try on it. Raises CannotMake where a measure cannot be made at all."""
        ladder = Ladder(tuple(self._rungs(component, criterion)), self._quantities(component, criterion))
        _refuse_unmade(criterion.all_measures[name] for name in ladder.names)
        return ladder, self._cases(component, criterion, ladder)

    # ---- what is asked for on a condition only -----------------------------------------------------------------------

    def _conditions(self, component: str | None, criterion: Criterion) -> list[OnlyIf]:
        """When the criterion is asked for: its component's condition and its own."""
        part = self.rubric.components[component] if component is not None else None
        return [one.only_if for one in (part, criterion) if one is not None and one.only_if is not None]

    def _looked_with(self, component: str | None, criterion: Criterion) -> list[Measure]:
        """Its measures, and those that decide whether it is asked for."""
        deciding = (one.measure for one in self._conditions(component, criterion))
        return [*criterion.all_measures.values(), *deciding]

    def _settings(self, component: str | None, asked: Sequence[OnlyIf], truth: Truth) -> list[Setting]:
        """Amounts of the measures that decide whether it is asked for: with which all conditions hold, or none does."""
        _refuse_unmade(only_if.measure for only_if in asked)
        each = ([(one.measure, amount) for amount in self._deciding(component, one, truth)] for one in asked)
        return list(product(*each))

    def _deciding(self, component: str | None, only_if: OnlyIf, truth: Truth) -> Iterator[float]:
        """Amounts with which a condition holds, or does not. Also as many as other measures make of the same thing."""
        quantity = self._quantity(component, only_if.measure)
        writing = Writing(self.words.empty_view(component), self.layout, Filler(self.neutral))
        amounts = RECIPES[only_if.measure.kind].amounts(only_if.measure, writing)
        if amounts is None:
            amounts = [*candidates([only_if], quantity), SHARED_PARTS, SHARED_ENTRIES]
        yield from (one for one in sorted(set(amounts)) if holds(only_if, one, quantity) is (truth is Truth.YES))

    # ---- levels ------------------------------------------------------------------------------------------------------

    def _levels(self, component: str | None, criterion: Criterion) -> list[str]:
        """The levels that a criterion can give, the lowest first."""
        if criterion.must is not None or component is None:
            return [NOT_MET, MET]
        scale = self.rubric.scale_of(component)
        floor = criterion.not_below or scale.levels[0]
        return [floor, *(level for level in scale.levels if level in criterion.ladder and level != floor)]

    def _rungs(self, component: str | None, criterion: Criterion) -> Iterator[tuple[str, Rung]]:
        if criterion.must is not None:
            yield MET, criterion.must
            return
        yield from ((level, criterion.ladder[level]) for level in self._levels(component, criterion)[1:])

    def _empty(self, component: str | None, spec: Measure) -> Measurement:
        return measure(spec, self.words.empty_view(component))

    def _quantities(self, component: str | None, criterion: Criterion) -> dict[str, Quantity]:
        return {name: self._quantity(component, spec) for name, spec in criterion.all_measures.items()}

    def _quantity(self, component: str | None, spec: Measure) -> Quantity:
        """What kind of number a measure gives: it says so itself, even of nothing."""
        found, steps = self._empty(component, spec), spec.kind not in RECIPES or RECIPES[spec.kind].steps(spec)
        return Quantity("", found.whole, found.unit == SHARE, found.unit == MINUTES, steps)

    # ---- cases -------------------------------------------------------------------------------------------------------

    def _cases(self, component: str | None, criterion: Criterion, ladder: Ladder) -> list[Case]:
        """Amounts that can be made: of those which no condition tells apart the two smallest (nothing at all is not always possible) and
        the largest."""
        writing = self._writing(component, criterion)
        edges: dict[str, list[float]] = {}
        for name in ladder.names:
            spec = criterion.all_measures[name]
            classes = ladder.classes(name, RECIPES[spec.kind].amounts(spec, writing))
            edges[name] = sorted({edge for values in classes for edge in (*values[:2], values[-1])})
        return [dict(zip(edges, values, strict=True)) for values in islice(product(*edges.values()), 20_000)]

    def _of_level(
        self,
        component: str | None,
        id_: str,
        criterion: Criterion,
        level: str,
        cases: Sequence[Case],
        settings: Sequence[Setting],
    ) -> Iterator[MadeSubmission | NotMade]:
        """The submission with the smallest amounts and the one with the largest."""
        because = "no amounts were found that give it and no other level"
        found: dict[str, MadeSubmission] = {}
        year = REFERENCE_YEAR if any(map(_looks_at_age, self._looked_with(component, criterion))) else None
        for ordered in (cases, cases[::-1]):
            for case, setting in islice(product(ordered, settings), _MOST_TRIED):
                try:
                    files = self._write(component, criterion, case, setting)
                except CannotMake as problem:
                    because = str(problem)
                    continue
                why = self._why(component, criterion, case) or "not asked for"
                found.setdefault(why, MadeSubmission(id_, level, files, why, year))
                break
        yield from found.values()
        if not found:
            yield NotMade(id_, level, because)

    def _why(self, component: str | None, criterion: Criterion, case: Case) -> str:
        said = []
        for name, amount in case.items():
            unit = self._empty(component, criterion.all_measures[name]).unit
            told = {SHARE: share, MINUTES: minutes_in_words}.get(unit)
            said.append((told(amount) if told else count(amount, unit)) + (f" ({name})" if len(case) > 1 else ""))
        return join_words(said)

    # ---- writing -----------------------------------------------------------------------------------------------------

    def _write(self, component: str | None, criterion: Criterion, case: Case, setting: Setting) -> dict[str, str]:
        writing = self._writing(component, criterion, setting, case)
        measures = [*setting, *((criterion.all_measures[name], amount) for name, amount in case.items())]
        for spec, amount in measures:
            RECIPES[spec.kind].prepare(spec, amount, writing)
        for spec, amount in sorted(measures, key=lambda pair: RECIPES[pair[0].kind].stage):
            RECIPES[spec.kind].write(spec, amount, writing)
        if case or component is None or self.rubric.components[component].only_if is None:
            _see_that_it_is_handed_in(writing)
        return writing.files()

    def _writing(
        self, component: str | None, criterion: Criterion, setting: Setting = (), case: Case | None = None
    ) -> Writing:
        view = self.words.empty_view(component)
        addresses = [of for spec in self._looked_with(component, criterion) for of in _addresses(spec)]
        looked_at = frozenset(address for of in addresses if (address := view.address(of))[1] != EVERYTHING)
        return Writing(
            view, self.layout, Filler(self.neutral), looked_at, tuple(_unwanted(criterion, setting, case or {}))
        )


def _see_that_it_is_handed_in(writing: Writing) -> None:
    """Something stands in the component. In one without places a few words are not enough."""
    component = writing.view.component
    if not writing.has_something(component):
        _keep_company(writing)
    words = max(map(count_words, writing.texts_at(EVERYTHING)), default=0)
    if not writing.view.components[component].places and words < SENTENCE_WORDS:
        raise CannotMake("so few words are not yet taken for something handed in")


def _keep_company(writing: Writing) -> None:
    """Something else in the component."""
    free = (slot for slot in writing.free_slots(EVERYTHING) if slot not in writing.closed)
    others = [slot for slot in free if not writing.is_looked_at(slot)]
    if not others:
        raise CannotMake("with none of it nothing stands in this part, so it is not handed in at all")
    writing.fill(others[0])


def _addresses(spec: Measure) -> Iterator[str]:
    for key in ("of", "to", "with_", "per", "titles"):
        value = getattr(spec, key, None) or ()
        yield from (value,) if isinstance(value, str) else value


def _unwanted(criterion: Criterion, setting: Setting, case: Case) -> Iterator[Theme]:
    """Themes that must not show, or not in every entry."""
    own = [(spec, case.get(name, 0)) for name, spec in criterion.all_measures.items()]
    for spec, amount in (*own, *setting):
        if isinstance(spec, Mentions):
            shown = int(amount) * (len(spec.themes) if spec.per_entry else 1)
            yield from list(spec.themes.values())[shown:]


def _refuse_unmade(specs: Iterable[Measure]) -> None:
    missing = sorted({spec.kind for spec in specs if spec.kind not in RECIPES})
    if missing:
        raise CannotMake(f'what "{join_words(missing)}" measures cannot be made to order')


def _looks_at_age(spec: Measure) -> bool:
    return isinstance(spec, Each) and spec.must.years_old is not None
