"""A rubric as people read it: every part and criterion with what each level needs, in words and without its machinery.

All that leaves the house in another format is made from this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mcred_lint.authoring.pages.words import WHOLE, RubricWords
from mcred_lint.findings import Basis
from mcred_lint.measures.specs import Filled, Mentions
from mcred_lint.rubric.model import Component, Criterion, Rubric, Scale
from mcred_lint.text.language import Language
from mcred_lint.wording import join_words

_JUDGED = {
    Basis.COUNTED: "Counted",
    Basis.INFERRED: "Inferred from signals",
    Basis.PERSON: "For the assessor",
}
HOW_TO_READ = (
    ("Counted", "mcred-lint counts it and shows what it counted."),
    ("Inferred from signals", "mcred-lint looks for signs, such as words; the assessor has the last word."),
    ("For the assessor", "Only a person can judge it; it never holds a level down in mcred-lint."),
    (
        "Our rule, Our reading",
        "Where the issuer leaves something open, we say how we take it, and why. It is not the issuer's.",
    ),
)
"""What the words beside a criterion mean."""
ASSESSOR_DECIDES = "The assessor judges this; nothing is counted."
LOWEST_COUNTS = "A part has the lowest level that its counted and inferred criteria give; levels are never averaged."


@dataclass(frozen=True, slots=True)
class DescribedCriterion:
    """One criterion.

    needs: (level, what it needs), the highest level first; empty where only a person gives the level or none is given.
    must: what has to hold where there are no levels. guide: advice that no level hangs on. asked_if: where it is not always asked for, the report's words. looked_for: what has to be
    there, by name.
    """

    id: str
    title: str
    basis: Basis
    issuers: bool
    needs: tuple[tuple[str, str], ...] = ()
    must: str | None = None
    blocks: bool = False
    looked_for: tuple[str, ...] = ()
    guide: str | None = None
    asked_if: str | None = None
    reading: str | None = None
    advice: str | None = None

    @property
    def whose(self) -> str:
        return "The issuer's rule" if self.issuers else "Our rule, not the issuer's"

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be known beside the levels."""
        return tuple(filter(None, (_not_always(self.asked_if), self.guide)))

    @property
    def judged(self) -> str:
        """Who or what decides."""
        return _JUDGED[self.basis]

    @property
    def levels(self) -> tuple[tuple[str, str], ...]:
        """What each level needs, or under "Needed" what has to hold; empty where neither is said."""
        return (("Needed", self.must),) if self.must is not None else self.needs


@dataclass(frozen=True, slots=True)
class DescribedPart:
    """A component, or the submission as a whole, which has no levels. levels: the lowest first."""

    id: str
    title: str
    levels: tuple[str, ...]
    passing: str | None
    criteria: tuple[DescribedCriterion, ...]
    asked_if: str | None = None

    @property
    def scale(self) -> str | None:
        """Its levels in a sentence or two."""
        if not self.levels:
            return None
        told = f"Levels, from the lowest: {join_words(self.levels)}. {self.passing} passes."
        return " ".join(filter(None, (told, _not_always(self.asked_if))))


def _not_always(asked_if: str | None) -> str:
    return f"Not always asked for: {asked_if}" if asked_if else ""


@dataclass(frozen=True, slots=True)
class DescribedRubric:
    """A rubric with its parts in the order of its file; the submission as a whole stands last."""

    id: str
    version: str
    title: str
    issuer: str
    description: str
    parts: tuple[DescribedPart, ...]


def describe(rubric: Rubric, language: Language) -> DescribedRubric:
    """The rubric in words."""
    words = RubricWords(rubric, language)
    parts = [
        replace(
            _part(words, key, component.title, component.criteria, rubric.scale_of(key)), asked_if=_condition(component)
        )
        for key, component in rubric.components.items()
    ]
    if rubric.submission.criteria:
        parts.append(_part(words, None, WHOLE, rubric.submission.criteria, None))
    return DescribedRubric(rubric.id, rubric.version, rubric.title, rubric.issuer, rubric.description, tuple(parts))


def _condition(conditional: Component | Criterion) -> str | None:
    return conditional.only_if.otherwise if conditional.only_if is not None else None


def _part(
    words: RubricWords, key: str | None, title: str, criteria: Mapping[str, Criterion], scale: Scale | None
) -> DescribedPart:
    prefix = f"{key}." if key else ""
    described = tuple(_criterion(words, key, prefix + name, criterion) for name, criterion in criteria.items())
    levels, passing = (scale.levels, scale.passing) if scale else ((), None)
    return DescribedPart(key or "submission", title, levels, passing, described)


def _criterion(words: RubricWords, component: str | None, id_: str, criterion: Criterion) -> DescribedCriterion:
    needs = tuple(words.ladder(component, criterion))
    return DescribedCriterion(
        id_,
        criterion.title,
        criterion.basis,
        issuers=criterion.set_by == "issuer",
        needs=() if criterion.must else needs,
        must=needs[0][1] if criterion.must else None,
        blocks=criterion.blocks,
        looked_for=tuple(_looked_for(words, component, criterion)),
        guide=words.guide(component, criterion),
        asked_if=_condition(criterion),
        reading=criterion.reading,
        advice=criterion.advice,
    )


def _looked_for(words: RubricWords, component: str | None, criterion: Criterion) -> Iterator[str]:
    for spec in criterion.all_measures.values():
        if isinstance(spec, Filled):
            yield from (words.place(component, address) for address in spec.of)
    yield from words.parts(component, criterion)
    for spec in criterion.all_measures.values():
        if isinstance(spec, Mentions):
            yield from (theme.title for theme in spec.themes.values())
