"""A repeated part while it is being put together, and what all the ways of finding parts need to know."""

from __future__ import annotations

from dataclasses import dataclass, field

from mcred_lint.document.blocks import Block, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Group, Length, Value
from mcred_lint.matching.lexicon import FIELD, Names
from mcred_lint.matching.specs import GroupField, GroupsPlace
from mcred_lint.sources.places import Place
from mcred_lint.text.language import Language

A_BREAK = "a break"
"""Why a break is left out."""


@dataclass
class Draft:
    """One part in the making. `number` is what counts it ("2", "a"); `rank` how strongly its heading divides."""

    heading: Text
    number: str | None = None
    title: Text | None = None
    rank: int = 0
    blocks: list[Block] = field(default_factory=list)
    table: Table | None = None
    """The table whose row or column it is."""
    values: dict[str, Value] = field(default_factory=dict)
    unknown: dict[str, Value] = field(default_factory=dict)
    """What stands under labels of the author's own."""
    length: Length | None = None
    order: int = 0
    word: str | None = None
    """What the author calls it: "session", "hour"."""
    clock: tuple[int, int] | None = None
    """When it begins and ends, in minutes since midnight, where the heading says so."""

    @property
    def place(self) -> Place:
        return self.heading.place

    def lacks(self, key: str) -> bool:
        return key not in self.values or not self.values[key].filled

    def left_out(self, label: str, length: Length | None) -> Group:
        """The draft as a break: shown, not counted."""
        return Group(self.title, label, self.place, {}, length, A_BREAK)


@dataclass(frozen=True)
class Setting:
    """What finding parts needs to know: the rubric's description, its names and the language."""

    spec: GroupsPlace
    names: Names
    language: Language

    def filled(self, draft: Draft) -> int:
        """How many fields of a draft hold something, the title left out."""
        return sum(value.filled for key, value in draft.values.items() if not self.spec.fields[key].from_heading)

    def field_of(self, key: str) -> GroupField | None:
        """The field of a part that one of the keys of a label means."""
        return self.spec.fields[key.removeprefix(FIELD)] if key.startswith(FIELD) else None

    def heads(self, key: str) -> bool:
        """Whether a key means the field that a part's heading fills: its title."""
        found = self.field_of(key)
        return found is not None and found.from_heading
