"""The survey's questions as far as they are known while its completed copies are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.prompts import PROMPT_WORDS
from mcred_lint.text.folding import bare_words

MOST_QUESTIONS = 100
"""A text with more questions is no survey to look for copies of."""


@dataclass(frozen=True)
class Known:
    """The questions of the blank form, and what the form itself prints below them."""

    questions: tuple[str, ...] = ()
    printed: frozenset[str] = frozenset()

    @classmethod
    def of_form(cls, items: Sequence[FormItem]) -> Known:
        printed = (line.text for item in items for line in item.below)
        options = (option.text for item in items for option in item.options)
        asked = (item.head.flat for item in items if item.asks or len(item.head.string.split()) >= PROMPT_WORDS)
        return cls(tuple(asked)[:MOST_QUESTIONS], frozenset(bare_words(text.string) for text in (*printed, *options)))

    def prints(self, string: str) -> bool:
        """Whether a line stands in the blank form as well: an option, an instruction."""
        return bare_words(string) in self.printed


def any_repeated(strings: Iterable[str]) -> bool:
    """Whether one of several texts comes back, however it is written."""
    words = [bare_words(string) for string in strings]
    return len(set(words)) < len(words)
