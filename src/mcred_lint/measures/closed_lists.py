"""Closed lists: whether what stands in a field is one of the words that alone may fill it."""

from __future__ import annotations

from mcred_lint.matching.content import Value
from mcred_lint.matching.specs import Phrases
from mcred_lint.text.phrases import first_phrase
from mcred_lint.wording import join_words, shorten

SHOWN = 40
"""Characters of what stands in a field that a note shows."""


def not_on_list(value: Value | None, one_of: Phrases) -> str | None:
    """Why a filled field does not count; None where it does, or where anything may fill it."""
    if value is None or not value.filled or not one_of or first_phrase(value.string, one_of):
        return None
    allowed = join_words([word.replace("*", "...") for word in one_of], "or")
    return f'"{shorten(value.string, SHOWN)}" stands there, and one of these is needed: {allowed}'
