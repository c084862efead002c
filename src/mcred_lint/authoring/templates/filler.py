"""Text without meaning for made-up submissions: words that no list of the rubric at hand looks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import cycle
from typing import Any

from pydantic import BaseModel

from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import parse
from mcred_lint.text.phrases import index

_FILE = "filler.yaml"


@cache
def _data() -> Mapping[str, Any]:
    root = parse(_FILE, (files(__package__) / _FILE).read_text("utf-8")).root
    data: Mapping[str, Any] = plain(root, WordLists({})) if root is not None else {}
    return data


class Filler:
    """Gives words and small texts, each different from the one before."""

    def __init__(self, rubric: Rubric) -> None:
        taken = [token for phrase in phrases_in(rubric) for token in _tokens(phrase)]
        words = index(" ".join(_data()["words"]))
        known = {words.words[at] for token in taken for at in words.positions(token)}
        self._words = cycle([word for word in words.words if word not in known])
        self._number = 0

    def words(self, many: int) -> str:
        """So many words as a sentence."""
        text = " ".join(next(self._words) for _ in range(many))
        return f"{text[:1].upper()}{text[1:]}." if text else ""

    def characters(self, many: int) -> str:
        """Words that are so many characters long together, spaces included."""
        text = ""
        while len(text) < many:
            text += (" " if text else "") + next(self._words)
        cut = text[:many]
        return cut[:-1] + "x" if cut.endswith(" ") else cut

    def form(self, name: str, number: int | None = None) -> str:
        """A text of one of the forms of the data file."""
        self._number += 1
        words = [next(self._words) for _ in range(3)]
        text: str = _data()[name].format(*words, n=self._number if number is None else number)
        return text[:1].upper() + text[1:] if " " in text else text


def phrases_in(part: object) -> Iterator[str]:
    """Every phrase that some list of a rubric holds."""
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from phrases_in(getattr(part, name))
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from phrases_in(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from (value,) if isinstance(value, str) else phrases_in(value)


def _tokens(phrase: str) -> list[str]:
    """The words of a phrase as a text is asked for them."""
    return [
        f"{token.rstrip('*')}*" if "*" in token else word for token in phrase.split() for word in index(token).words
    ]
