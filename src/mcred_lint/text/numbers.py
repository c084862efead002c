"""Numbers as people write them, in figures or words: 1.5, 1 1/2, 1½, forty-five, two and three quarters."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from mcred_lint.text.tokens import Found, Tokens

_SLASHES = frozenset("/\u2044")
_LONGEST_FIGURE = 4
_LARGEST_DENOMINATOR = 12


@dataclass(frozen=True, slots=True)
class NumberWords:
    values: Mapping[str, float]
    """One word each: "forty" is 40."""
    nouns: Mapping[str, float]
    """Those that take an article: "a couple of", "a hundred"."""
    fractions: Mapping[str, float]
    """"half" is 0.5."""
    articles: frozenset[str]
    joiners: frozenset[str]
    """The "and" of "one and a half"."""


def number_at(tokens: Tokens, index: int, words: NumberWords) -> Found | None:
    """The number that begins at this token, whole or with a fraction."""
    fraction = fraction_figure_at(tokens, index)
    if fraction:
        return fraction
    whole = _figure_at(tokens, index) or _spelled_at(tokens, index, words)
    return whole and (_with_fraction_figure(tokens, whole) or _with_spoken_fraction(tokens, whole, words) or whole)


def fraction_figure_at(tokens: Tokens, index: int) -> Found | None:
    """A fraction below one in figures: 1/2, ½. 3/4/2024 and 24/7 are none."""
    if tokens.text(index) and not tokens.is_figure(index):
        share = unicodedata.numeric(tokens.text(index)[0], 0.0)
        return Found(share, index + 1) if 0 < share < 1 and len(tokens.text(index)) == 1 else None
    upper, lower = tokens.text(index), tokens.text(index + 2)
    if not (_slashed(tokens, index + 1) and tokens.is_figure(index) and tokens.is_figure(index + 2)):
        return None
    if len(upper) > 1 or len(lower) > 2 or _slashed(tokens, index + 3):
        return None
    proper = 0 < int(upper) < int(lower) <= _LARGEST_DENOMINATOR
    return Found(int(upper) / int(lower), index + 3) if proper else None


def _slashed(tokens: Tokens, index: int) -> bool:
    """A slash that touches what stands on both sides."""
    return tokens.text(index) in _SLASHES and tokens.joined(index) and tokens.joined(index + 1)


def spoken_fraction_at(tokens: Tokens, index: int, words: NumberWords) -> Found | None:
    """A fraction in words with or without its count: half, a quarter, three-quarters, one half."""
    count, after = 1.0, index
    if tokens.text(index) in words.articles:
        after = tokens.skip(index + 1)
    elif tokens.text(index) in words.values:
        count, after = words.values[tokens.text(index)], tokens.skip(index + 1)
    elif tokens.is_figure(index) and len(tokens.text(index)) == 1:
        count, after = float(tokens.text(index)), tokens.skip(index + 1)
    share = words.fractions.get(tokens.text(after))
    return Found(count * share, after + 1) if share and count * share < 1 else None


def _figure_at(tokens: Tokens, index: int) -> Found | None:
    """Figures with at most two decimals; a comma may be the decimal mark or stand before thousands."""
    if tokens.text(index) == "." and tokens.is_figure(index + 1) and tokens.joined(index + 1):
        return None if tokens.joined(index) else Found(float(f"0.{tokens.text(index + 1)[:3]}"), index + 2)
    whole = tokens.text(index)
    if not tokens.is_figure(index) or len(whole) > _LONGEST_FIGURE:
        return None
    if not (tokens.text(index + 1) in (".", ",") and tokens.joined(index + 1) and tokens.joined(index + 2)):
        return Found(float(whole), index + 1)
    return _decimal_at(tokens, index)


def _decimal_at(tokens: Tokens, index: int) -> Found | None:
    whole, mark, rest = (tokens.text(index + offset) for offset in range(3))
    if not tokens.is_figure(index + 2):
        return Found(float(whole), index + 1)
    if tokens.inside_number(index + 4):
        return None
    if mark == "," and len(rest) == 3:
        return Found(float(whole + rest), index + 3)
    return Found(float(f"{whole}.{rest}"), index + 3) if len(rest) <= 2 else None


def _spelled_at(tokens: Tokens, index: int, words: NumberWords) -> Found | None:
    """Words up to some hundreds: twelve, forty-five, a hundred and twenty, a couple of."""
    article = tokens.text(index) in words.articles
    value = (words.nouns if article else words.values).get(tokens.text(index + article))
    if value is None:
        return None
    after = index + article + 1
    if 1 <= value < 10 and words.values.get(tokens.text(after)) == 100:
        value, after = value * 100, after + 1
    if value >= 100:
        rest = after + (tokens.text(after) in words.joiners)
        return _add(tokens, value, rest, words, below=100) or Found(value, after)
    if value >= 20:
        return _add(tokens, value, tokens.skip(after), words, below=10) or Found(value, after)
    return Found(value, after)


def _add(tokens: Tokens, value: float, index: int, words: NumberWords, *, below: int) -> Found | None:
    rest = words.values.get(tokens.text(index), 0)
    if not 1 <= rest < below:
        return None
    more = _add(tokens, rest, tokens.skip(index + 1), words, below=10) if rest >= 20 else None
    return Found(value + more.value, more.next) if more else Found(value + rest, index + 1)


def _with_fraction_figure(tokens: Tokens, whole: Found) -> Found | None:
    """1 1/2, 1½ and 1-1/2 all say one and a half."""
    hyphen = tokens.text(whole.next) == "-" and tokens.joined(whole.next) and tokens.joined(whole.next + 1)
    fraction = fraction_figure_at(tokens, whole.next + hyphen)
    return Found(whole.value + fraction.value, fraction.next) if fraction and whole.value == int(whole.value) else None


def _with_spoken_fraction(tokens: Tokens, whole: Found, words: NumberWords) -> Found | None:
    """one and a half, one-and-a-half, 2 and 3/4"""
    joiner = tokens.skip(whole.next)
    if tokens.text(joiner) not in words.joiners:
        return None
    after = tokens.skip(joiner + 1)
    fraction = fraction_figure_at(tokens, after) or spoken_fraction_at(tokens, after, words)
    return Found(whole.value + fraction.value, fraction.next) if fraction else None
