"""A rubric on its way to being accepted: what could be built of it, and the file it came from, for the checks."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.errors import RubricProblem
from mcred_lint.rubric.model import Criterion, Rubric
from mcred_lint.rubric.places import Path, RubricPlaces
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import Mapping, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Told:
    """A problem that a check found; a mild one does not keep the rubric from being used."""

    problem: RubricProblem
    mild: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One criterion, the component it belongs to (None: the whole submission) and its path in the file."""

    criterion: Criterion
    component: str | None
    path: Path


@dataclass(frozen=True, slots=True)
class Draft:
    """left_out: paths of parts that could not be built; checks of what is missing have to bear them in mind."""

    rubric: Rubric
    places: RubricPlaces
    lists: WordLists
    left_out: frozenset[Path] = frozenset()

    def rows(self) -> list[Row]:
        """All criteria: those of the submission, then those of each component."""
        whole = [
            Row(each, None, ("submission", "criteria", key)) for key, each in self.rubric.submission.criteria.items()
        ]
        return whole + [
            Row(criterion, component, ("components", component, "criteria", key))
            for component, described in self.rubric.components.items()
            for key, criterion in described.criteria.items()
        ]

    def keys(self, *path: str) -> tuple[str, ...]:
        """The keys that stand at `path` in the file, whether or not what they hold could be built."""
        node = self.places.node(path)
        return tuple(node.keys()) if isinstance(node, Mapping) else ()

    def written(self, path: Path) -> str:
        """The single value at `path` as it is written; empty when there is none."""
        node = self.places.node(path)
        return node.raw if isinstance(node, Scalar) else ""

    def is_empty(self, path: Path) -> bool:
        """Whether a list without entries stands at `path`."""
        node = self.places.node(path)
        return isinstance(node, Sequence) and not node.items

    def complete(self, *path: str) -> bool:
        """Whether nothing under `path` had to be left out."""
        return not any(left[: len(path)] == path for left in self.left_out)

    def at(
        self, path: Path, message: str, hint: str, example: str, allowed: tuple[str, ...] = (), mild: bool = False
    ) -> Told:
        """A problem with the value at `path`."""
        return Told(RubricProblem(message, allowed, hint, example, self.places.value(path)), mild)

    def at_key(
        self, path: Path, message: str, hint: str, example: str, allowed: tuple[str, ...] = (), mild: bool = False
    ) -> Told:
        """A problem with the part that the key at `path` begins."""
        return Told(RubricProblem(message, allowed, hint, example, self.places.key(path)), mild)
