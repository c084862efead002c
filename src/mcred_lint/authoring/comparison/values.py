"""Differences between two values of any sort, told so that nothing can be left out: each key is gone through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mcred_lint.authoring.comparison.exact import in_words
from mcred_lint.matching.specs import Phrases, Spec
from mcred_lint.rubric.shapes import keys_of
from mcred_lint.rubric.wording import part_name

_SHORT = 80
_KEYS = {
    "set_by": "whose rule",
    "of": "looked at",
    "reading": "our reading",
    "advice": "what to do",
    "asks": "what it asks",
    "mcred-lint-rubric": "version of the format",
    "restated": "phrases of the question",
}

Turn = tuple[Phrases, Phrases]
"""What was added to a list and what was taken out."""


@dataclass(frozen=True)
class Differences:
    """lists: names of word lists by how they changed, so that what takes one in need not repeat it."""

    lists: Mapping[Turn, str] = field(default_factory=dict)

    def of_models(self, where: str, old: Spec, new: Spec, leave_out: tuple[str, ...] = ()) -> Iterator[str]:
        """Two parts of one kind, key by key."""
        for name, key in zip(type(old).model_fields, keys_of(type(old)), strict=True):
            if name not in leave_out:
                yield from self.of_values(where, key, getattr(old, name), getattr(new, name))

    def of_values(self, where: str, key: str, old: Any, new: Any) -> Iterator[str]:
        """What stands behind one key."""
        here = joined(where, said(key))
        if isinstance(old, Spec) and type(old) is type(new):
            yield from self.of_models(here, old, new)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self.of_parts(where, key, old, new)
        elif _is_list(old) and _is_list(new) and key != "levels":
            yield from self._of_lists(here, old, new)
        elif old != new:
            yield from turned(here, in_words(key, old), in_words(key, new))

    def of_parts(self, where: str, key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
        """Parts by name: those that are new, gone, or changed, and their order."""
        for name in old:
            part = joined(where, part_name((key, name)))
            if name not in new:
                yield f"{part} is taken out: {headline(key, old[name])}"
            elif isinstance(old[name], Spec) and type(old[name]) is type(new[name]):
                yield from self.of_models(part, old[name], new[name])
            elif _is_list(old[name]) and _is_list(new[name]):
                yield from self._of_lists(part, old[name], new[name])
            elif old[name] != new[name]:
                yield from turned(part, in_words(key, old[name]), in_words(key, new[name]))
        for name in new:
            if name not in old:
                yield f"{joined(where, part_name((key, name)))} is new: {headline(key, new[name])}"
        yield from reordered(joined(where, said(key)), old, new)

    def _of_lists(self, here: str, old: Phrases, new: Phrases) -> Iterator[str]:
        if old == new:
            return
        turn = turn_of(old, new)
        added, gone = turn
        if turn in self.lists:
            yield f'{here}: changed as the word list "{self.lists[turn]}" did'
        elif added or gone:
            parts = (("added", added), ("taken out", gone))
            yield f"{here}: " + "; ".join(f"{what} {in_words('', phrases)}" for what, phrases in parts if phrases)
        else:
            yield f"{here}: in another order, now {in_words('', new)}"


def reordered(here: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Parts that are in both, in another order."""
    before, after = [name for name in old if name in new], [name for name in new if name in old]
    if before != after:
        yield f"{here}: in another order, now {', '.join(new)}"


def turned(here: str, old: str, new: str) -> Iterator[str]:
    """One thing that became another. Long texts stand below each other."""
    if len(old) + len(new) <= 2 * _SHORT:
        yield f"{here}: {old} -> {new}"
    else:
        yield f"{here}, before: {old}"
        yield f"{here}, now: {new}"


def turn_of(old: Phrases, new: Phrases) -> Turn:
    """What was added and what was taken out, repetitions included."""
    return tuple((Counter(new) - Counter(old)).elements()), tuple((Counter(old) - Counter(new)).elements())


def headline(key: str, value: Any) -> str:
    """A whole part in a few words: its title where it has one."""
    title = getattr(value, "title", None) or getattr(value, "asks", None)
    return f'"{title}"' if isinstance(value, Spec) and title else in_words(key, value)


def joined(where: str, what: str) -> str:
    return f"{where}, {what}" if where else what


def said(key: str) -> str:
    """A key as people say it."""
    return _KEYS.get(key, key.replace("_", " "))


def _is_list(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
