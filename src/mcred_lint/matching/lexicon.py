"""What matching needs beside the documents: the language's words and the rubric's names, made ready to be asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mcred_lint.matching.labels import Label
from mcred_lint.matching.specs import Component, FieldPlace, GroupsPlace, ListPlace
from mcred_lint.text.folding import fold
from mcred_lint.text.names import LONG_NAME, NameTable

_JOINTS = re.compile(r"\s*(?:/|&|,|\+|;)\s*|\s+(?:and|or|and/or)\s+")

FIELD = "field:"
"""Before the id of a group's field among the keys of a component."""

LENGTH = "length"
TOTAL = "total"
STARTS = "starts"
ENDS = "ends"
TIMES = (LENGTH, TOTAL, STARTS, ENDS)


@dataclass(frozen=True)
class Names:
    """The names of one component's places and of the fields of its repeated parts."""

    component: Component
    parts_of: str | None = None
    """Whose fields are meant where the component has several kinds of repeated parts; the first when left out."""

    @cached_property
    def groups(self) -> tuple[str, GroupsPlace] | None:
        found = {key: place for key, place in self.component.places.items() if isinstance(place, GroupsPlace)}
        key = self.parts_of or next(iter(found), None)
        return (key, found[key]) if key is not None else None

    @cached_property
    def places(self) -> NameTable:
        return NameTable.of({key: place.names for key, place in self.component.places.items()})

    @cached_property
    def parts(self) -> NameTable:
        """Names inside a repeated part: its fields, its length, and the component's single fields."""
        if self.groups is None:
            return NameTable.of({})
        names = {FIELD + key: item.names for key, item in self.groups[1].fields.items()}
        spec = self.groups[1]
        names |= {LENGTH: spec.length, TOTAL: spec.totals, STARTS: spec.starts, ENDS: spec.ends}
        singles = {
            key: place.names
            for key, place in self.component.places.items()
            if isinstance(place, FieldPlace | ListPlace)
        }
        return NameTable.of(names | singles)

    def announce(self, label: Label) -> bool:
        """Whether a label announces the component itself."""
        return bool(_keys(NameTable.of({"": self.component.names}), label))

    def in_component(self, label: Label) -> tuple[str, ...]:
        """The places a label names."""
        return _keys(self.places, label)

    def in_part(self, label: Label) -> tuple[str, ...]:
        """The fields a label names inside a repeated part; single fields of the component only where no field has that name."""
        keys = _keys(self.parts, label)
        if label.text.flat[:1].isdigit() and LENGTH in keys:
            return ()  # "90 min" is a length itself, not the label of one
        own = tuple(key for key in keys if key.startswith(FIELD) or key in TIMES)
        return own or keys


def _keys(table: NameTable, label: Label) -> tuple[str, ...]:
    by_chance = label.alone or (label.weak and len(label.text.flat.split()) < LONG_NAME)
    return named(table, label.text.flat, loosely=not by_chance)


@lru_cache(maxsize=4096)
def joined_parts(title: str) -> tuple[str, ...]:
    """What a label for several things names: "topics" and "resources"; nothing for a label of one thing."""
    parts = tuple(part.strip() for part in _JOINTS.split(fold(title)) if part.strip())
    return parts if 1 < len(parts) <= 4 else ()


def named(table: NameTable, title: str, *, loosely: bool = True) -> tuple[str, ...]:
    """The keys a title names as a whole; else, for "Topics and resources", those of its parts when each part names one.

    loosely: names with `*` count too; a line without any mark of a label must be the name itself.
    """
    if len(title) > 160:
        return ()
    whole = table.keys(title, loosely=loosely)
    if whole or not loosely:
        return whole
    parts = [table.keys(part) for part in joined_parts(title)]
    return tuple(dict.fromkeys(key for keys in parts for key in keys)) if parts and all(parts) else ()
