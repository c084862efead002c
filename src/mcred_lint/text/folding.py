"""Folding: the one spelling in which words are compared.

Exports write one idea in many characters (no-break spaces, curly quotes, five kinds of hyphen), so comparing happens
on folded text. Folding keeps the length, so an offset into folded text is an offset into the text as written.
"""

from __future__ import annotations

import re
from functools import lru_cache

_HYPHENS = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"
_SPACES = "\t\n\r\x0b\x0c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff"

_TABLE = str.maketrans(
    {
        **dict.fromkeys(_HYPHENS, "-"),
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_SPACES, " "),
    }
)

_NOT_A_WORD = re.compile(r"[^\w&']+")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case, with one kind of space, hyphen and quotation mark; exactly as long as `text`."""
    folded = text.translate(_TABLE)
    lowered = folded.lower()
    # A few capitals (the Turkish dotted I) grow when lowered; then each is lowered on its own where it fits.
    return lowered if len(lowered) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


@lru_cache(maxsize=4096)
def bare_words(text: str) -> str:
    """Folded words with single spaces and nothing else, for comparing names and titles."""
    return _NOT_A_WORD.sub(" ", fold(text)).replace("'", "").strip()
