"""One thing that the models refuse: as it was found, and as it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mcred_lint.errors import RubricProblem
from mcred_lint.rubric.examples import example_of
from mcred_lint.rubric.places import Path, RubricPlaces
from mcred_lint.rubric.shapes import Spot
from mcred_lint.rubric.wording import part_name, sentence
from mcred_lint.sources.yaml import Node, Scalar


@dataclass(frozen=True, slots=True)
class Refusal:
    """`path` leads to the refused value in the file, or to the key that is missing or unknown there."""

    path: Path
    problem: RubricProblem
    missing: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One error of pydantic (its type and context), what the models want there, and what stands in the file."""

    spot: Spot
    path: Path
    type: str
    context: dict[str, Any]
    places: RubricPlaces

    @property
    def key(self) -> str:
        """The last key on the way to the value."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def owner(self) -> str:
        """The part that the key belongs to, in words."""
        return part_name(self.path[:-1], self.places.whole)

    @property
    def part(self) -> str:
        """The value, in words, to begin a sentence with."""
        return sentence(part_name(self.path, self.places.whole))

    @property
    def node(self) -> Node | None:
        """What stands in the file."""
        return self.places.node(self.path)

    @property
    def text(self) -> str | None:
        """The single value in the file; None for a list, for keys and values, and for nothing at all."""
        return self.node.raw if isinstance(self.node, Scalar) and self.node.raw.strip() else None

    @property
    def example(self) -> str:
        """A valid line with this key; empty when the models have none."""
        return example_of(self.key, self.spot.field) if self.spot.field is not None else ""

    def about_value(
        self, message: str, hint: str, allowed: tuple[str, ...] = (), example: str | None = None
    ) -> Refusal:
        """A problem with what stands there."""
        example = self.example if example is None else example
        return Refusal(self.path, RubricProblem(message, allowed, hint, example, self.places.value(self.path)))
