"""Comparing headings, labels, keys and file names with the names a rubric gives.

People write `## 🔧 Session 2: Objectives (60 min) {#obj}` where the rubric says "objectives", so a heading is compared in
several readings, from as written to stripped of its numbering, brackets and lead. In a name, `*` stands for anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from mcred_lint.text.folding import bare_words, fold

_BRACKETS = re.compile(r"\([^()]{0,120}\)|\[[^\[\]]{0,120}\]|\{[^{}]{0,120}\}")
_CODE = re.compile(
    r"^(?:(?:part|artifact|artefact|section|component|step|task|item|area|prompt|question|criterion|evidence|q|p|a)?\s*(?:no\.?\s*|#\s*)?"
    r"(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[ivx]{1,4}|[a-h])\s*[.,):\-]+\s*|\d{1,2}[a-z]?\s+|[a-z]\d{1,2}\s+)+"
)


LONG_NAME = 3
"""Words of a name that is long enough not to be met by chance."""


@lru_cache(maxsize=8192)
def readings(title: str) -> tuple[str, ...]:
    """The spellings in which a title may equal a name, the most literal first; each as bare words."""
    folded = fold(title).strip()
    unbracketed = _BRACKETS.sub(" ", folded).strip()
    decoded = _CODE.sub("", unbracketed.lstrip("*#_ >•●▪·-")).strip()
    return tuple(dict.fromkeys(filter(None, map(bare_words, (folded, unbracketed, decoded)))))


class _Glob(NamedTuple):
    """A name with `*` before or after its words."""

    core: str
    words: int
    open_start: bool
    open_end: bool
    key: str


class NameTable:
    """Which key a heading or label names. Built once from {key: names}; a name may belong to several keys."""

    @classmethod
    def of(cls, names: Mapping[str, Sequence[str]]) -> NameTable:
        """A table made before of the same names, or a new one: every submission is held against the same rubric."""
        return _table(tuple((key, tuple(phrases)) for key, phrases in names.items()))

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self._exact: dict[str, list[str]] = {}
        self._globs: list[_Glob] = []
        for key, phrases in names.items():
            for phrase in phrases:
                self._add(key, phrase)

    def _add(self, key: str, phrase: str) -> None:
        core = bare_words(phrase.strip("*"))
        if phrase.startswith("*") or phrase.endswith("*"):
            self._globs.append(_Glob(core, core.count(" ") + 1, phrase.startswith("*"), phrase.endswith("*"), key))
        keys = self._exact.setdefault(core, [])
        if key not in keys:
            keys.append(key)

    def keys(self, title: str, *, loosely: bool = True) -> tuple[str, ...]:
        """The keys a title names, as a whole; empty when it names none. Not loosely: of names with `*`, only
        long ones count, which no ordinary line begins with by chance."""
        return _keys(self, title, 1 if loosely else LONG_NAME)

    def keys_of_reading(self, reading: str, least: int) -> tuple[str, ...]:
        """The keys that one reading of a title names. least: how many words a name with `*` must have."""
        return tuple(self._exact.get(reading) or dict.fromkeys(self._by_glob(reading, least)))

    def _by_glob(self, reading: str, least: int) -> Iterator[str]:
        for core, words, open_start, open_end, key in self._globs:
            if words < least:
                continue
            if open_start and open_end:
                if f" {core} " in f" {reading} ":
                    yield key
            elif (open_end and reading.startswith(core)) or (open_start and reading.endswith(f" {core}")):
                yield key


@lru_cache(maxsize=4096)
def _keys(table: NameTable, title: str, least: int) -> tuple[str, ...]:
    found = (table.keys_of_reading(reading, least) for reading in readings(title))
    return next(filter(None, found), ())


@lru_cache(maxsize=256)
def _table(names: tuple[tuple[str, tuple[str, ...]], ...]) -> NameTable:
    return NameTable(dict(names))
