"""The prompts of a place, made ready to be compared with headings and lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mcred_lint.document.text import Text
from mcred_lint.matching.specs import AnswersPlace
from mcred_lint.matching.telling import TellingWords
from mcred_lint.text.language import Language
from mcred_lint.text.names import NameTable
from mcred_lint.text.phrases import Hit, find_phrases, index

LONG_QUESTION_WORDS = 45
"""No restated question is longer; a longer line with its words in it is an answer that speaks of it."""


@dataclass(frozen=True)
class Prompts:
    """The prompts in the rubric's order; everywhere else a prompt is its number in this order, from 0."""

    spec: AnswersPlace
    language: Language

    def __len__(self) -> int:
        return len(self.spec.prompts)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.spec.prompts)

    def named(self, title: str) -> int | None:
        """The prompt that goes by a name; None when none does, or several."""
        found = self._names.keys(title)
        return int(found[0]) if len(found) == 1 else None

    def restated_in(self, string: str) -> Iterator[tuple[Hit, int]]:
        """Where a text uses the words of a question, and which prompt's they are."""
        for number, prompt in enumerate(self.spec.prompts.values()):
            yield from ((hit, number) for hit in find_phrases(string, prompt.restated))

    def by_words(self, title: str) -> int | None:
        """The prompt that most of a title's telling words come from; None when two are as near."""
        best = self._telling.best(title)
        return None if best is None else int(best)

    @cached_property
    def _names(self) -> NameTable:
        prompts = enumerate(self.spec.prompts.items())
        return NameTable(
            {str(n): (key.replace("_", " ").replace("-", " "), *prompt.names) for n, (key, prompt) in prompts}
        )

    @cached_property
    def _telling(self) -> TellingWords:
        prompts = enumerate(self.spec.prompts.values())
        return TellingWords({str(n): (prompt.asks, *prompt.restated, *prompt.names) for n, prompt in prompts})


def restates(text: Text, spec: AnswersPlace) -> bool:
    """Whether a text restates one of the prompts rather than speaking about it at length."""
    if len(index(text.string).words) > LONG_QUESTION_WORDS:
        return False
    phrases = (phrase for prompt in spec.prompts.values() for phrase in prompt.restated)
    return next(find_phrases(text.string, phrases), None) is not None
