"""The column names and values by which exports of form services are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mcred_lint.text.folding import bare_words


@dataclass(frozen=True)
class FormWords:
    """The column names and values by which exports of form services are known, folded for comparing."""

    timestamps: frozenset[str] = frozenset()
    system: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    previews: frozenset[str] = frozenset()
    free_answer: frozenset[str] = frozenset()

    @classmethod
    def from_mapping(cls, words: Mapping[str, Iterable[str]]) -> FormWords:
        """From the language file's lists; `words` has this class's field names as keys, missing ones are empty."""
        return cls(**{name: frozenset(map(folded_header, words.get(name, ()))) for name in cls.__dataclass_fields__})

    def own(self, header: str) -> bool:
        """The service fills this column by itself."""
        return folded_header(header) in self.timestamps or folded_header(header) in self.system


def folded_header(text: str) -> str:
    return bare_words(text) or text.strip()
