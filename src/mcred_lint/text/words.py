"""Counting words, by one rule that every report states.

A word is what stands between spaces and holds at least one letter or digit: a free-standing dash or bullet is none,
"and/or" and "K-12" are one each.
"""

from __future__ import annotations

from mcred_lint.text.folding import fold

RULE = "words are what stands between spaces and holds a letter or a digit; questions, headings and link addresses are left out"


def count_words(text: str) -> int:
    """How many words a visible text has."""
    return sum(1 for token in fold(text).split() if any(map(str.isalnum, token)))
