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
    number_marks: tuple[str, ...]
    articles: tuple[str, ...]
    joints: tuple[str, ...]
    belonging: tuple[str, ...]
    answer_labels: tuple[str, ...]
    reference_marks: tuple[str, ...]
    accessed: tuple[str, ...]
    no_date: tuple[str, ...]
    common_words: frozenset[str]
    drafts: tuple[str, ...]
    versions: tuple[str, ...]
    debris: tuple[str, ...]
    abbreviations: frozenset[str]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Self:
        """From the language file's part of the same name, every scalar as written."""

        def words(name: str) -> tuple[str, ...]:
            return tuple(data[name])

        def numbers(name: str) -> dict[str, int]:
            return {word: int(value) for word, value in data[name].items()}

        return cls(
            counts=numbers("counts"),
            ordinals=numbers("ordinals"),
            number_marks=words("number_marks"),
            articles=words("articles"),
            joints=words("joints"),
            belonging=words("belonging"),
            answer_labels=words("answer_labels"),
            reference_marks=words("reference_marks"),
            accessed=words("accessed"),
            no_date=words("no_date"),
            common_words=frozenset(data["common_words"]),
            drafts=words("drafts"),
            versions=words("versions"),
            debris=words("debris"),
            abbreviations=frozenset(data["abbreviations"]),
        )
