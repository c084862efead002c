"""A text cut into figures, words and marks, and phrases found among them.

What reads times and lengths goes over tokens and looks a few ahead, so its cost grows with the length of the text and
with nothing else: no pattern can be made to run wild.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

_VULGAR = "\u00bc-\u00be\u2150-\u215e"
_TOKEN = re.compile(rf"[0-9]+|[{_VULGAR}]|[^\W\d_{_VULGAR}]+|\S")


class Found(NamedTuple):
    """A number or phrase that was read, and the index of the token after it."""

    value: float
    next: int


class Tokens:
    """The tokens of a folded text: runs of figures, words, single marks. Asking beyond either end gives an empty token,
    so that looking ahead is safe."""

    __slots__ = ("_length", "_matches", "texts")

    def __init__(self, folded: str) -> None:
        self._length = len(folded)
        self._matches = list(_TOKEN.finditer(folded))
        self.texts = [match.group() for match in self._matches]

    def __len__(self) -> int:
        return len(self.texts)

    def text(self, index: int) -> str:
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def start(self, index: int) -> int:
        """The offset of the token's first character."""
        return self._matches[index].start() if 0 <= index < len(self._matches) else self._length

    def end(self, index: int) -> int:
        """The offset behind the token's last character."""
        return self._matches[index].end() if 0 <= index < len(self._matches) else self._length

    def joined(self, index: int) -> bool:
        """This token touches the one before it."""
        return 0 < index < len(self.texts) and self._matches[index].start() == self._matches[index - 1].end()

    def is_figure(self, index: int) -> bool:
        return "0" <= self.text(index)[:1] <= "9"

    def is_word(self, index: int) -> bool:
        return self.text(index)[:1].isalpha()

    def inside_number(self, index: int) -> bool:
        """Figures that only continue a date, a time, a version or an amount, such as the 30 of 9:30."""
        return self.joined(index) and self.text(index - 1) in ".,:/\u2044" and self.follows_figure(index - 1)

    def follows_figure(self, index: int) -> bool:
        return self.joined(index) and self.is_figure(index - 1)

    def skip(self, index: int, mark: str = "-") -> int:
        """The index behind `mark` where it stands here, otherwise the same index."""
        return index + 1 if self.text(index) == mark else index


class Phrases:
    """Words and phrases with a number each, found at a token. The longest that fits wins."""

    __slots__ = ("_by_first",)

    def __init__(self, values: Mapping[str, float]) -> None:
        by_first: dict[str, list[tuple[list[str], float]]] = {}
        for phrase, value in values.items():
            parts = _TOKEN.findall(phrase)
            if parts:
                by_first.setdefault(parts[0], []).append((parts, value))
        self._by_first = {
            first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in by_first.items()
        }

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        return cls(dict.fromkeys(phrases, 1.0))

    @property
    def openers(self) -> frozenset[str]:
        """Every token that may begin one."""
        return frozenset(self._by_first)

    def at(self, tokens: Tokens, index: int) -> Found | None:
        entries = self._by_first.get(tokens.text(index))
        if entries is None:
            return None
        for parts, value in entries:
            if tokens.texts[index : index + len(parts)] == parts:
                return Found(value, index + len(parts))
        return None

    def after(self, tokens: Tokens, index: int) -> int:
        """The index behind a phrase that stands here, otherwise the same index."""
        found = self.at(tokens, index)
        return found.next if found else index

    def before(self, tokens: Tokens, index: int, longest: int = 3) -> bool:
        """A phrase ends directly before this token."""
        starts = range(max(0, index - longest), index)
        return any((found := self.at(tokens, start)) is not None and found.next == index for start in starts)

    def within(self, tokens: Tokens, first: int, stop: int) -> bool:
        return any(self.at(tokens, index) for index in range(first, stop))


@lru_cache(maxsize=32)
def tokens_of(folded: str) -> Tokens:
    """The tokens of a folded text; several questions are asked of the same row one after the other."""
    return Tokens(folded)
