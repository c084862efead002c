"""Phrase lists: the whole pattern language of a rubric. `*` at the end of a word stands for any ending.

Words are compared folded, and everything that is no letter or digit only separates them, so "problem-centred" and
"problem centred" are one phrase. A text is indexed once and asked many times.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mcred_lint.text.folding import fold

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text: its offsets there, and the phrase as the list has it."""

    start: int
    end: int
    phrase: str


class WordIndex:
    """The words of one text with their offsets, ready to be asked for phrases."""

    def __init__(self, text: str) -> None:
        self._found = list(_WORD.finditer(fold(text)))
        self.words = [match.group() for match in self._found]

    @cached_property
    def _positions(self) -> Mapping[str, list[int]]:
        positions: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            positions.setdefault(word, []).append(position)
        return positions

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._positions)

    @property
    def spans(self) -> list[tuple[int, int]]:
        return [match.span() for match in self._found]

    def positions(self, token: str) -> list[int]:
        """Where a word stands; with a trailing `*`, where any word with that beginning stands."""
        if not token.endswith("*"):
            return self._positions.get(token, [])
        stem, found = token[:-1], []
        for word in self._sorted[bisect_left(self._sorted, stem) :]:
            if not word.startswith(stem):
                break
            found.extend(self._positions[word])
        return sorted(found)

    def start(self, position: int) -> int:
        return self._found[position].start()

    def end(self, position: int) -> int:
        return self._found[position].end()

    def follows(self, position: int, tokens: tuple[str, ...]) -> bool:
        """Whether the words from `position` on are `tokens`."""
        words = self.words[position : position + len(tokens)]
        return len(words) == len(tokens) and all(map(_matches, words, tokens))


def _matches(word: str, token: str) -> bool:
    return word.startswith(token[:-1]) if token.endswith("*") else word == token


@lru_cache(maxsize=1024)
def index(text: str) -> WordIndex:
    """The index of a text, kept for the next question about the same text."""
    return WordIndex(text)


@lru_cache(maxsize=8192)
def _tokens(phrase: str) -> tuple[str, ...]:
    folded = fold(phrase)
    return tuple(
        match.group() + ("*" if folded[match.end() : match.end() + 1] == "*" else "")
        for match in _WORD.finditer(folded)
    )


def find_phrases(text: str, phrases: Iterable[str]) -> Iterator[Hit]:
    """Every place where one of the phrases stands, list order first."""
    words = index(text)
    for phrase in phrases:
        tokens = _tokens(phrase)
        if not tokens:
            continue
        for position in words.positions(tokens[0]):
            if words.follows(position, tokens):
                yield Hit(words.start(position), words.end(position + len(tokens) - 1), phrase)


def first_phrase(text: str, phrases: Iterable[str]) -> Hit | None:
    """The first phrase of the list that stands in the text."""
    return next(find_phrases(text, phrases), None)


def only_phrases(text: str, phrases: Iterable[str]) -> bool:
    """Whether the text consists of nothing but phrases of the list."""
    spans = index(text).spans
    covered = {
        span for hit in find_phrases(text, phrases) for span in spans if hit.start <= span[0] and span[1] <= hit.end
    }
    return bool(spans) and len(covered) == len(spans)
