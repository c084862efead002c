"""What changed in one criterion: its levels in words, and everything else key by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.authoring.comparison.exact import in_words
from mcred_lint.authoring.comparison.values import Differences, reordered, turned
from mcred_lint.authoring.pages.words import RubricWords
from mcred_lint.matching.specs import Spec
from mcred_lint.rubric.model import THE_MEASURE, Criterion

_TOLD_APART = ("measure", "measures", "ladder", "must", "guide", "advise")
_ONLY = {"guide": ("advise",), "advise": ("guide",)}
"""What to leave out of a criterion so that its advice is told of one key alone."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two rubrics in words, and a component of it (None: the whole submission)."""

    words: RubricWords
    component: str | None

    def rung(self, criterion: Criterion, level: str) -> str:
        return dict(self.words.ladder(self.component, criterion)).get(level, "")

    def must(self, criterion: Criterion) -> str:
        return next((words for _, words in self.words.ladder(self.component, criterion)), "")

    def advice(self, criterion: Criterion, key: str) -> str:
        """What is only advised, and by whom."""
        alone = criterion.model_copy(update=dict.fromkeys(_ONLY[key]))
        said = self.words.guide(self.component, alone) or ""
        said = said.removeprefix("Advice only: ")
        if key != "guide" or criterion.guide is None:
            return said
        return said.removesuffix(".") + (" (our own)" if criterion.guide.set_by == "ours" else "")

    def measured(self, criterion: Criterion, name: str) -> str:
        sentences = zip(criterion.all_measures, self.words.measures(self.component, criterion), strict=False)
        return dict(sentences).get(name, "")


@dataclass(frozen=True, slots=True)
class CriterionChanges:
    """The two sides of a component, and how other values are told."""

    old: Side
    new: Side
    differences: Differences

    def of(self, id_: str, old: Criterion, new: Criterion) -> Iterator[str]:
        """Everything that changed in one criterion."""
        yield from self.differences.of_models(id_, old, new, leave_out=_TOLD_APART)
        yield from self._measures(id_, old, new)
        for level in dict.fromkeys([*new.ladder, *old.ladder]):
            before, after = old.ladder.get(level), new.ladder.get(level)
            if before != after:
                words = (self.old.rung(old, level), self.new.rung(new, level))
                yield from _told(f"{id_}, {level}", before, after, words)
        yield from reordered(f"{id_}, levels", old.ladder, new.ladder)
        if old.must != new.must:
            yield from _told(f"{id_}, needed", old.must, new.must, (self.old.must(old), self.new.must(new)))
        yield from self._advice(id_, old, new)

    def _advice(self, id_: str, old: Criterion, new: Criterion) -> Iterator[str]:
        for key in _ONLY:
            before, after = getattr(old, key), getattr(new, key)
            if before != after:
                words = (self.old.advice(old, key), self.new.advice(new, key))
                yield from _told(f"{id_}, {key}", before, after, words)

    def _measures(self, id_: str, old: Criterion, new: Criterion) -> Iterator[str]:
        for name in dict.fromkeys([*old.all_measures, *new.all_measures]):
            here = f"{id_}, measured" if name == THE_MEASURE else f'{id_}, measure "{name}"'
            before, after = old.all_measures.get(name), new.all_measures.get(name)
            if before is not None and after is not None and type(before) is type(after):
                yield from self.differences.of_models(here, before, after)
            else:
                yield from _told(here, before, after, (self.old.measured(old, name), self.new.measured(new, name)))
        yield from reordered(f"{id_}, measures", old.measures, new.measures)

    def added(self, id_: str, criterion: Criterion) -> Iterator[str]:
        """A new criterion, with what each level needs."""
        basis = "for a person" if criterion.basis == "person" else criterion.basis.value
        yield f'{id_} is new: "{criterion.title}" ({basis}; whose rule: {in_words("set_by", criterion.set_by)})'
        for level, needs in self.new.words.ladder(self.new.component, criterion):
            yield f"{id_}, {level}: {needs}"


def _told(here: str, old: Spec | None, new: Spec | None, words: tuple[str, str]) -> Iterator[str]:
    """A condition or measure in words; as it is written where there are none, or where they would read the same."""
    before, after = (said or in_words("", value) for said, value in zip(words, (old, new), strict=True))
    if before == after:
        before, after = in_words("", old), in_words("", new)
    yield from turned(here, before, after)
