"""Components with several kinds of repeated parts, such as sessions and findings: which stretch belongs to which kind.

Each kind is looked for under its own name first, and in the rows of a table that name it. A kind without one is looked for in
what no other kind's name announces, unless another kind's parts are called the same: then only the name tells whose they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from mcred_lint.document.blocks import Block, Line, Table
from mcred_lint.matching.content import Groups, Passage
from mcred_lint.matching.labels import Label, label_of
from mcred_lint.matching.lexicon import FIELD, Names
from mcred_lint.matching.parts.find import find_groups
from mcred_lint.matching.parts.kind_rows import joined_tables, rows_by_kind
from mcred_lint.matching.specs import Component, GroupsPlace
from mcred_lint.text.language import Language

Found = tuple[Groups | None, list[Block]]


@dataclass(frozen=True)
class RepeatedParts:
    """The repeated parts of one component. claimed: the passages that a file's or heading's name gives to one place."""

    component: Component
    passages: Sequence[Passage]
    claimed: Callable[[str], list[Passage]]
    language: Language

    def find(self, key: str) -> Groups | None:
        """The parts of one kind; None where nothing looks like one."""
        return self._found[key][0]

    @property
    def blocks(self) -> list[Block]:
        """What the parts of all kinds take up."""
        return [*self._tables, *(block for _, blocks in self._found.values() for block in blocks)]

    @cached_property
    def _kinds(self) -> Mapping[str, GroupsPlace]:
        return {key: place for key, place in self.component.places.items() if isinstance(place, GroupsPlace)}

    @cached_property
    def _cut(self) -> list[Cut]:
        """Every passage cut at the names of kinds; nothing where there is only one kind."""
        names = Names(self.component)
        return [divided(passage, self._kinds, names) for passage in self.passages] if len(self._kinds) > 1 else []

    @cached_property
    def _tables(self) -> list[Block]:
        """The tables of several kinds, and those under a kind's name, which are joined before parts are looked for in them."""
        return [table for _, stretches in self._cut for stretch in stretches for table in stretch.tables]

    @cached_property
    def _found(self) -> Mapping[str, Found]:
        if len(self._kinds) < 2:
            return {key: self._find(key, place, self.passages) for key, place in self._kinds.items()}
        found = (
            (key, place, joined_tables(self._of_kind(key), Names(self.component, key)))
            for key, place in self._kinds.items()
        )
        return {key: self._find(key, place, passages) for key, place, passages in found}

    def _of_kind(self, key: str) -> list[Passage]:
        """The stretches under the kind's own name; without any, those under no kind's."""
        pairs = [(passage, stretch) for passage, stretches in self._cut for stretch in stretches if stretch.blocks]
        own = [(passage, stretch) for passage, stretch in pairs if stretch.key == key]
        chosen = own or [(passage, stretch) for passage, stretch in pairs if stretch.key is None and self._alone(key)]
        return [
            Passage(passage.file, tuple(stretch.blocks), stretch.heading.text if stretch.heading else passage.heading)
            for passage, stretch in chosen
        ]

    def _alone(self, key: str) -> bool:
        """Whether no other kind's parts are called the same."""
        called = self._kinds[key].called
        return all(other == key or place.called != called for other, place in self._kinds.items())

    def _find(self, key: str, place: GroupsPlace, passages: Sequence[Passage]) -> Found:
        here = [*passages, *self.claimed(key)]
        return find_groups(here, place, Names(self.component, key), self.language)


@dataclass
class Stretch:
    """What stands under the name of one kind of parts; under none where `key` is None.

    source: the whole table of which its rows are a part.
    """

    key: str | None
    heading: Label | None = None
    blocks: list[Block] = field(default_factory=list)
    source: Table | None = None

    @property
    def tables(self) -> list[Table]:
        """The tables, as the author has them, that hold parts."""
        if self.source is not None:
            return [self.source]
        return [block for block in self.blocks if isinstance(block, Table)] if self.key is not None else []


Cut = tuple[Passage, list[Stretch]]


def divided(passage: Passage, kinds: Mapping[str, GroupsPlace], names: Names) -> Cut:
    """A passage cut at the names of kinds; a stretch ends at a stronger label, or at the name of another place."""
    stretches = [Stretch(None)]
    for block in passage.blocks:
        if isinstance(block, Table) and (shared := rows_by_kind(block, kinds, names)):
            stretches[-1:-1] = [Stretch(key, None, [rows], block) for key, rows in shared.items()]
            continue
        label = _heading(block) if isinstance(block, Line) else None
        opened = _opens(label, stretches[-1], kinds, names) if label is not None else None
        if opened is not None:
            stretches.append(opened)
        else:
            stretches[-1].blocks.append(block)
    return passage, stretches


def _heading(line: Line) -> Label | None:
    """A line's label; a wholly bold line is a heading with its title: "**Outcome 1: A shared aim**"."""
    label = label_of(line)
    whole = label is not None and label.rest is not None and line.text.bold
    return replace(label, text=line.text, rest=None) if label is not None and whole else label


def _opens(label: Label, current: Stretch, kinds: Mapping[str, GroupsPlace], names: Names) -> Stretch | None:
    """The stretch that begins at a label, None where it belongs to the current one."""
    if label.rest is not None or _is_field(label, current, names):
        return None
    places = names.in_component(label)
    key = next((key for key in places if key in kinds), None)
    if key is not None:
        return Stretch(key, label)
    stronger = current.heading is not None and label.rank < current.heading.rank
    return Stretch(None, label) if current.key is not None and (stronger or places) else None


def _is_field(label: Label, current: Stretch, names: Names) -> bool:
    """Whether a label below the name of a kind is a field of its parts."""
    if current.key is None or current.heading is None or label.rank <= current.heading.rank:
        return False
    keys = Names(names.component, current.key).in_part(label)
    return any(key.startswith(FIELD) for key in keys)
