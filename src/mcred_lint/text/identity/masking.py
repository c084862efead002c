"""Masking: what stands in reports where somebody could be recognised.

A masked value shows what kind of thing was found, and to those who know it which one, but does not give it back.
Masking a masked value changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


class Masked(Protocol):
    """A stretch of text and what to write instead."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def masked(self) -> str: ...


def mask(text: str, hints: Iterable[Masked]) -> str:
    """The text with each hint replaced by its masked form; of overlapping hints the first is used."""
    pieces, done = [], 0
    for hint in sorted(hints, key=lambda hint: (hint.start, -hint.end)):
        if hint.start >= done:
            pieces += [text[done : hint.start], hint.masked]
            done = hint.end
    return "".join(pieces) + text[done:]


def mask_value(value: str, kind: str) -> str:
    """One value in its masked form, by the kind of hint it is ("e-mail", "phone", ...; any other kind is a name)."""
    return _BY_KIND.get(kind, _mask_name)(value)


def _mask_email(value: str) -> str:
    words = _WORD.findall(value)
    return f"{words[0][0]}...@...{words[-1]}" if words else "...@..."


def _mask_phone(value: str) -> str:
    return f"(…) …-…{''.join(_DIGIT.findall(value)[-2:])}"


def _mask_address(value: str) -> str:
    return "(address)"


def _mask_account(value: str) -> str:
    words = _WORD.findall(value)
    return f"{'@' if value.startswith('@') else ''}{words[0][0] if words else ''}..."


def _mask_name(value: str) -> str:
    """Initials: "M. L..."."""
    initials = [word[0] for word in _WORD.findall(value)]
    return "".join(f"{initial}. " for initial in initials[:-1]) + f"{''.join(initials[-1:])}..."


_BY_KIND = {
    "e-mail": _mask_email,
    "phone": _mask_phone,
    "postal address": _mask_address,
    "account name": _mask_account,
}
