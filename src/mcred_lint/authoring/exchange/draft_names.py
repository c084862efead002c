"""Ids and names for a draft rubric, made from titles that strangers wrote: valid, and each only once."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from mcred_lint.text.folding import bare_words

_ID_WORDS = 5
_TITLE_HALVES = re.compile(r"\s*(?::|\s[-\u2013\u2014])\s+")
_A_WORD = re.compile(r"[^\W_]")


def id_of(title: str, otherwise: str, taken: Iterable[str] = ()) -> str:
    """An id of small letters, digits and hyphens, from the first few words of a title; `otherwise` where it has none."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)[:_ID_WORDS]
    wanted = "-".join(words)[:60].rstrip("-") or otherwise
    if wanted == "null":  # the one word that, as a key of YAML, is no text
        wanted = otherwise
    return free_name(wanted, set(taken), "{}-{}")


def names_of(titles: Sequence[str]) -> list[list[str]]:
    """For each title the headings that announce its part: the title, and both halves of "Artifact 1: Research".

    No two parts share one; where titles do, the later one is numbered. There is always at least one.
    """
    halves = [_halves(title) for title in titles]
    counted = Counter(half for found in halves for half in set(found))
    whole: list[str] = []
    for number, title in enumerate(titles, start=1):
        whole.append(free_name(_name(title) or f"part {number}", whole))
    return [
        [own, *dict.fromkeys(half for half in found if counted[half] == 1 and half not in whole)]
        for own, found in zip(whole, halves, strict=True)
    ]


def _halves(title: str) -> list[str]:
    parts = _TITLE_HALVES.split(title.strip(), maxsplit=1)
    return [name for part in parts if (name := _name(part))] if len(parts) == 2 else []


def _name(title: str) -> str:
    name = bare_words(title)
    return name if _A_WORD.search(name) else ""


def free_name(name: str, taken: Collection[str], numbered: str = "{} {}") -> str:
    """The name, or with the first number that makes it one of its own. numbered: how name and number stand together."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = numbered.format(name, number)
    return free
