"""Near misses: what was probably meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.wording import join_words


def did_you_mean(word: str, known: Iterable[str], listed: bool = True) -> str:
    """A hint: the near miss where there is one, and with `listed` everything that is allowed."""
    from difflib import get_close_matches

    allowed = list(known)
    spelled = {each.casefold(): each for each in allowed}
    near = get_close_matches(word.casefold(), spelled, 1)
    parts = [f'Did you mean "{spelled[near[0]]}"?'] if near else []
    if listed and allowed:
        parts.append(f"Allowed: {join_words(allowed, 'or')}.")
    return " ".join(parts)
