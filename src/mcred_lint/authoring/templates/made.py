"""Small submissions made from a rubric, each of which must land on exactly one level of one criterion.

For every level the smallest and the largest amounts that give it are written: one source less would be the level below, one more the
level above. What cannot be made is named with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from mcred_lint.authoring.pages.words import RubricWords
from mcred_lint.authoring.templates.filler import Filler
from mcred_lint.authoring.templates.layout import Layout
from mcred_lint.authoring.templates.planning import layout_of
from mcred_lint.authoring.templates.recipes import RECIPES
from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.findings import Basis
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Measure, Mentions
from mcred_lint.measures.table import measure
from mcred_lint.measures.view import EVERYTHING
from mcred_lint.rubric.checks.cases import Case, Ladder
from mcred_lint.rubric.checks.quantities import Quantity
from mcred_lint.rubric.model import Criterion, Rubric, Rung
from mcred_lint.text.language import Language
from mcred_lint.wording import MINUTES, SHARE, count, join_words, minutes_in_words, share

MET, NOT_MET = "met", "not met"
"""What becomes of a criterion without levels that says what must hold."""
_MOST_TRIED = 400
"""Cases of one criterion that are tried before a level is given up."""


@dataclass(frozen=True, slots=True)
class MadeSubmission:
    """A submission that must get a level in a criterion. files: its texts by path. why: "4 sources"."""

    criterion: str
    level: str
    files: Mapping[str, str]
    why: str


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

    def made(self, component: str | None, id_: str, criterion: Criterion) -> Iterator[MadeSubmission | NotMade]:
        if criterion.basis is Basis.PERSON or not (criterion.ladder or criterion.must):
            return
        levels = self._levels(component, criterion)
        missing = sorted({spec.kind for spec in criterion.all_measures.values() if spec.kind not in RECIPES})
        if missing:
            because = f'what "{join_words(missing)}" measures cannot be made to order'
            yield from (NotMade(id_, level, because) for level in levels)
            return
        ladder = Ladder(tuple(self._rungs(component, criterion)), self._quantities(component, criterion))
        for number, level in enumerate(levels):
            cases = [case for case in self._cases(component, criterion, ladder) if ladder.reached(case) == number]
            yield from self._of_level(component, id_, criterion, level, cases)

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
        """What kind of number each measure gives: it says so itself, even of nothing."""
        empty = {name: self._empty(component, spec) for name, spec in criterion.all_measures.items()}
        return {
            name: Quantity("", found.whole, found.unit == SHARE, found.unit == MINUTES) for name, found in empty.items()
        }

    # ---- cases -------------------------------------------------------------------------------------------------------

    def _cases(self, component: str | None, criterion: Criterion, ladder: Ladder) -> list[Case]:
        """Amounts that can be made: of those which no condition tells apart the smallest and the largest."""
        writing = self._writing(component, criterion, {})
        edges: dict[str, list[float]] = {}
        for name in ladder.names:
            spec = criterion.all_measures[name]
            classes = ladder.classes(name, RECIPES[spec.kind].amounts(spec, writing))
            edges[name] = sorted({edge for values in classes for edge in (values[0], values[-1])})
        return [dict(zip(edges, values, strict=True)) for values in islice(product(*edges.values()), 20_000)]

    def _of_level(
        self, component: str | None, id_: str, criterion: Criterion, level: str, cases: Sequence[Case]
    ) -> Iterator[MadeSubmission | NotMade]:
        """The submission with the smallest amounts and the one with the largest."""
        because = "no amounts were found that give it and no other level"
        found: dict[str, MadeSubmission] = {}
        for ordered in (cases, cases[::-1]):
            for case in ordered[:_MOST_TRIED]:
                try:
                    files = self._write(component, criterion, case)
                except CannotMake as problem:
                    because = str(problem)
                    continue
                why = self._why(component, criterion, case)
                found.setdefault(why, MadeSubmission(id_, level, files, why))
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

    def _write(self, component: str | None, criterion: Criterion, case: Case) -> dict[str, str]:
        writing = self._writing(component, criterion, case)
        measures = [(criterion.all_measures[name], amount) for name, amount in case.items()]
        for spec, amount in sorted(measures, key=lambda pair: RECIPES[pair[0].kind].stage):
            RECIPES[spec.kind].write(spec, amount, writing)
        if not writing.has_something(writing.view.component):
            _keep_company(writing)
        return writing.files()

    def _writing(self, component: str | None, criterion: Criterion, case: Case) -> Writing:
        view = self.words.empty_view(component)
        addresses = [of for spec in criterion.all_measures.values() for of in _addresses(spec)]
        looked_at = frozenset(address for of in addresses if (address := view.address(of))[1] != EVERYTHING)
        return Writing(view, self.layout, Filler(self.rubric), looked_at, tuple(_unwanted(criterion, case)))


def _keep_company(writing: Writing) -> None:
    """Something else in the component, so that it counts as handed in."""
    others = [slot for slot in writing.free_slots(EVERYTHING) if not writing.is_looked_at(slot)]
    if not others:
        raise CannotMake("with none of it nothing stands in this part, so it is not handed in at all")
    writing.fill(others[0])


def _addresses(spec: Measure) -> Iterator[str]:
    for key in ("of", "with_", "per", "titles"):
        value = getattr(spec, key, None) or ()
        yield from (value,) if isinstance(value, str) else value


def _unwanted(criterion: Criterion, case: Case) -> Iterator[str]:
    """Words of the themes that must not show, and words that leave it open."""
    for name, spec in criterion.all_measures.items():
        if isinstance(spec, Mentions):
            shown = int(case.get(name, 0)) if not spec.per_entry else len(spec.themes)
            for number, theme in enumerate(spec.themes.values()):
                if number >= shown:
                    yield from (*theme.words, *theme.hints)
