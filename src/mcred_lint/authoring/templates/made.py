"""Small submissions made from a rubric, each of which must land on exactly one level of one criterion.

For every level the smallest and the largest amounts that give it are written: one source less would be the level below, one more the
level above. What cannot be made is named with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from mcred_lint.authoring.pages.words import RubricWords
from mcred_lint.authoring.templates.amounts import CriterionAmounts, Setting
from mcred_lint.authoring.templates.filler import Filler, neutral_words
from mcred_lint.authoring.templates.layout import Layout
from mcred_lint.authoring.templates.planning import layout_of
from mcred_lint.authoring.templates.recipes.recipe import REFERENCE_YEAR
from mcred_lint.authoring.templates.recipes.table import RECIPES
from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.findings import Basis, Status
from mcred_lint.judging.words import amount as amount_in_words
from mcred_lint.measures.specs import Measure, Mentions, Theme
from mcred_lint.measures.view import EVERYTHING
from mcred_lint.rubric.checks.cases import Case
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.outcomes import criteria_of
from mcred_lint.service import SENTENCE_WORDS
from mcred_lint.text.language import Language
from mcred_lint.text.words import count_words
from mcred_lint.wording import join_words

NOT_REQUIRED = str(Status.NOT_REQUIRED)
"""What becomes of a criterion that is not asked for."""
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
    words, layout, neutral = RubricWords(rubric, language), layout_of(rubric, language), neutral_words(rubric)
    for id_, (component, criterion) in criteria_of(rubric).items():
        if criterion.basis is not Basis.PERSON and (criterion.ladder or criterion.must):
            amounts = CriterionAmounts(words, component, criterion)
            yield from _Maker(id_, amounts, layout, neutral).made()


@dataclass(frozen=True)
class _Maker:
    """Makes the submissions for one criterion. neutral: words that mean nothing to the rubric."""

    id_: str
    amounts: CriterionAmounts
    layout: Layout
    neutral: tuple[str, ...]

    def made(self) -> Iterator[MadeSubmission | NotMade]:
        levels, conditions = self.amounts.levels, self.amounts.conditions
        try:
            cases = self.amounts.cases(self._writing())
            settings, excused = (self.amounts.settings(asked_for, self._writing()) for asked_for in (True, False))
        except CannotMake as problem:
            all_levels = [*([NOT_REQUIRED] if conditions else []), *levels]
            yield from (NotMade(self.id_, level, str(problem)) for level in all_levels)
            return
        if conditions:
            yield from self._of_level(NOT_REQUIRED, [{}], excused)
        for level, fitting in zip(levels, cases, strict=True):
            yield from self._of_level(level, fitting, settings)

    def _of_level(
        self, level: str, cases: Sequence[Case], settings: Sequence[Setting]
    ) -> Iterator[MadeSubmission | NotMade]:
        """The submission with the smallest amounts and the one with the largest."""
        because = "no amounts were found that give it and no other level"
        found: dict[str, MadeSubmission] = {}
        year = REFERENCE_YEAR if self.amounts.looks_at_age else None
        for ordered in (cases, cases[::-1]):
            for case, setting in islice(product(ordered, settings), _MOST_TRIED):
                try:
                    files = self._write(case, setting)
                except CannotMake as problem:
                    because = str(problem)
                    continue
                why = self._why(case) or "not asked for"
                found.setdefault(why, MadeSubmission(self.id_, level, files, why, year))
                break
        yield from found.values()
        if not found:
            yield NotMade(self.id_, level, because)

    def _why(self, case: Case) -> str:
        said = []
        for name, amount in case.items():
            unit = self.amounts.empty(self.amounts.criterion.all_measures[name]).unit
            said.append(amount_in_words(amount, unit) + (f" ({name})" if len(case) > 1 else ""))
        return join_words(said)

    # ---- writing -----------------------------------------------------------------------------------------------------

    def _write(self, case: Case, setting: Setting) -> dict[str, str]:
        own = self.amounts.criterion.all_measures
        writing = self._writing(_unwanted([*((spec, case.get(name, 0)) for name, spec in own.items()), *setting]))
        measures = [*setting, *((own[name], amount) for name, amount in case.items())]
        for spec, amount in measures:
            RECIPES[spec.kind].prepare(spec, amount, writing)
        for spec, amount in sorted(measures, key=lambda pair: RECIPES[pair[0].kind].stage):
            RECIPES[spec.kind].write(spec, amount, writing)
        component = self.amounts.component
        if case or component is None or self.amounts.words.rubric.components[component].only_if is None:
            _see_that_it_is_handed_in(writing)
        return writing.files()

    def _writing(self, unwanted: Iterable[Theme] = ()) -> Writing:
        view = self.amounts.words.empty_view(self.amounts.component)
        addresses = (view.address(of) for spec in self.amounts.specs for of in _addresses(spec))
        looked_at = frozenset(address for address in addresses if address[1] != EVERYTHING)
        return Writing(view, self.layout, Filler(self.neutral), looked_at, tuple(unwanted))


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


def _unwanted(amounts: Setting) -> Iterator[Theme]:
    """Themes that must not show, or not in every entry."""
    for spec, amount in amounts:
        if isinstance(spec, Mentions):
            shown = int(amount) * (len(spec.themes) if spec.per_entry else 1)
            yield from list(spec.themes.values())[shown:]
