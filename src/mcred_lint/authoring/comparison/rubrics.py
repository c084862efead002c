"""What changed between two rubrics: the rubric itself, its scales and word lists, then each component."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mcred_lint.authoring.comparison.criteria import CriterionChanges, Side
from mcred_lint.authoring.comparison.values import Differences, reordered, turn_of
from mcred_lint.authoring.pages.words import WHOLE, RubricWords
from mcred_lint.rubric.model import Component, Criterion, Rubric
from mcred_lint.text.language import Language
from mcred_lint.wording import join_words

_RUBRIC = "The rubric"
_PARTS = ("words", "components", "submission")


@dataclass(frozen=True, slots=True)
class Part:
    """The changes in one part of a rubric, a sentence for each."""

    title: str
    changes: tuple[str, ...]


def compare(old: Rubric, new: Rubric, language: Language) -> tuple[Part, ...]:
    """All that is different, in the order of `new`; nothing where the two ask the same in the same words."""
    lists = {turn_of(old.words[name], new.words[name]): name for name in old.words if name in new.words}
    comparison = _Comparison(old, new, language, Differences({turn: name for turn, name in lists.items() if any(turn)}))
    return tuple(Part(title, changes) for title, lines in comparison.parts() if (changes := tuple(lines)))


@dataclass(frozen=True)
class _Comparison:
    old: Rubric
    new: Rubric
    language: Language
    differences: Differences

    def parts(self) -> Iterator[tuple[str, Iterator[str]]]:
        yield _RUBRIC, self._frame()
        yield "Word lists", Differences().of_parts("", "words", self.old.words, self.new.words)
        words = (RubricWords(self.old, self.language), RubricWords(self.new, self.language))
        for key in dict.fromkeys([*self.new.components, *self.old.components]):
            sides = CriterionChanges(Side(words[0], key), Side(words[1], key), self.differences)
            before, after = self.old.components.get(key), self.new.components.get(key)
            if before is not None and after is not None:
                yield after.title, self._component(key, before, after, sides)
        sides = CriterionChanges(Side(words[0], None), Side(words[1], None), self.differences)
        whole = (self.old.submission.criteria, self.new.submission.criteria)
        yield WHOLE, self._criteria("", *whole, sides)

    def _frame(self) -> Iterator[str]:
        yield from self.differences.of_models("", self.old, self.new, leave_out=_PARTS)
        before, after = self.old.components, self.new.components
        yield from (f"component {_introduced(key, after[key])} is new" for key in after if key not in before)
        yield from (f"component {_introduced(key, before[key])} is taken out" for key in before if key not in after)
        yield from reordered("components", before, after)

    def _component(self, key: str, old: Component, new: Component, sides: CriterionChanges) -> Iterator[str]:
        yield from self.differences.of_models("", old, new, leave_out=("criteria",))
        yield from self._criteria(f"{key}.", old.criteria, new.criteria, sides)

    def _criteria(
        self, prefix: str, old: Mapping[str, Criterion], new: Mapping[str, Criterion], sides: CriterionChanges
    ) -> Iterator[str]:
        for name, criterion in new.items():
            if name in old:
                yield from sides.of(prefix + name, old[name], criterion)
            else:
                yield from sides.added(prefix + name, criterion)
        for name, criterion in old.items():
            if name not in new:
                yield f'{prefix}{name} is taken out: "{criterion.title}"'
        yield from reordered(f"{prefix.rstrip('.')} criteria".strip(), old, new)


def _introduced(key: str, component: Component) -> str:
    criteria = join_words([f'"{criterion.title}"' for criterion in component.criteria.values()])
    return f'"{key}" ("{component.title}": {criteria})'
