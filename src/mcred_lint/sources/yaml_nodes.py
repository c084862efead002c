"""What a YAML file is made of: scalars as they were written, mappings and sequences, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mcred_lint.sources.places import Place


class Style(StrEnum):
    """How a scalar is written."""

    PLAIN = "plain"
    SINGLE = "single-quoted"
    DOUBLE = "double-quoted"
    LITERAL = "literal"
    """A block after `|`."""
    FOLDED = "folded"
    """A block after `>`."""

    @property
    def quoted(self) -> bool:
        return self in (Style.SINGLE, Style.DOUBLE)

    @property
    def block(self) -> bool:
        return self in (Style.LITERAL, Style.FOLDED)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: always text, never turned into a number, a date or a yes. `place` includes quotation marks."""

    raw: str
    style: Style
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; no key occurs twice."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        return next((entry.value for entry in self.entries if entry.key.raw == key), None)

    def keys(self) -> Iterator[str]:
        return (entry.key.raw for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    place: Place


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """Something in a YAML file that is not as its author meant it. After a fatal one, nothing of the file is used."""

    message: str
    hint: str
    place: Place
    fatal: bool = False
    lost: bool = False
    """Something that was written there was not read."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A YAML file, read. A file may hold several documents, separated by `---`; an empty file holds none."""

    documents: tuple[Node, ...] = ()
    problems: tuple[YamlProblem, ...] = ()

    @property
    def root(self) -> Node | None:
        """The first document; None of an empty file and after a fatal problem."""
        return self.documents[0] if self.documents else None

    @property
    def fatal(self) -> bool:
        return any(problem.fatal for problem in self.problems)
