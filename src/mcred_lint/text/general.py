"""Words for counting and ordering parts, for references, and for files that are no hand-in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class GeneralWords:
    """Words for counting and ordering parts, for references, and for files that are no hand-in."""

    counts: Mapping[str, int]
    ordinals: Mapping[str, int]
    reference_marks: tuple[str, ...]
    accessed: tuple[str, ...]
    no_date: tuple[str, ...]
    common_words: frozenset[str]
    drafts: tuple[str, ...]
    versions: tuple[str, ...]
    debris: tuple[str, ...]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Self:
        """From the language file's part of the same name, every scalar as written."""
        numbers = {name: {word: int(value) for word, value in data[name].items()} for name in ("counts", "ordinals")}
        lists = {name: tuple(data[name]) for name in ("reference_marks", "accessed", "no_date", "drafts", "versions", "debris")}
        return cls(**numbers, **lists, common_words=frozenset(data["common_words"]))
