"""Telling words: which of several things a title in an author's own words is most likely the title of.

Every name of a thing lends it its words; a word that several things share tells less. "How people hear about it" shares "hear" with the
names of one field only, so that is the field it heads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mcred_lint.text.phrases import index

STEM = 5
"""Words are the same when their first letters, as many as this, are."""
LEAST_LETTERS = 3
ENOUGH = 0.5
"""A title belongs to a thing when so much of a word tells of it alone."""
MARGIN = 1.5
"""And so many times as much as of the next."""


class TellingWords:
    """The words of several things by their keys, made ready to be asked."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._things = tuple(names)
        self._of: dict[str, set[str]] = {}
        for key, phrases in names.items():
            for phrase in phrases:
                for word in index(phrase.replace("*", "")).words:
                    if len(word) >= LEAST_LETTERS:
                        self._of.setdefault(word[:STEM], set()).add(key)

    def scores(self, title: str) -> dict[str, float]:
        """How much a title's words tell of each thing."""
        found = dict.fromkeys(self._things, 0.0)
        for word in {word[:STEM] for word in index(title).words if len(word) >= LEAST_LETTERS}:
            keys = self._of.get(word, set())
            for key in keys:
                found[key] += 1 / len(keys) ** 2
        return found

    def best(self, title: str) -> str | None:
        """The thing a title most likely heads; None when too little tells, or two are as near."""
        ranked = sorted(self.scores(title).items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < ENOUGH:
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= MARGIN * ranked[1][1] else None
