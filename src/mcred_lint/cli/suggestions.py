"""Near misses: what was probably meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.wording import join_words


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint: the near miss where there is one, then everything that is allowed."""
    from difflib import get_close_matches

    allowed = list(known)
    spelled = {each.casefold(): each for each in allowed}
    near = get_close_matches(word.casefold(), spelled, 1)
    listed = f"Allowed: {join_words(allowed, 'or')}." if allowed else ""
    return f'Did you mean "{spelled[near[0]]}"? {listed}'.strip() if near else listed
