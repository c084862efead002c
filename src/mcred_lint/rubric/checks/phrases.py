"""Checks of single phrases, wherever they stand in the file: what matches nothing, and what matches everything."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import shown
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence, Style
from mcred_lint.sources.yaml_values import is_null

_WORD = re.compile(r"[^\W_]")
_STRAY = re.compile(r"(?<![^\W_])\*|\*(?=[^\W_])")
"""A star that does not end a word."""

_SEARCHED = ("words", "hints", "restated", "signs", "none_words", "leave_out", "breaks", "double", "one_of")
"""Lists that are looked for inside a text: a star ends a word."""

_COMPARED = ("names", "metadata", "containers")
"""Lists that are compared with a whole heading or label: a star stands at its end or beginning."""

_LISTED = (*_SEARCHED, *_COMPARED, "files", "groups", "called", "scale", "summaries", "length", "totals", "each")


def phrases(draft: Draft) -> Iterator[Told]:
    todo: list[tuple[Node, Path]] = [(draft.places.root, ())]
    while todo:
        node, path = todo.pop()
        if isinstance(node, Mapping):
            todo += ((entry.value, (*path, entry.key.raw)) for entry in node.entries)
        elif isinstance(node, Sequence):
            yield from _in_list(draft, node, path)
            todo += ((item, (*path, number)) for number, item in enumerate(node.items) if not isinstance(item, Scalar))
        elif _blank(node):
            yield _nothing(draft, path)


def _in_list(draft: Draft, sequence: Sequence, path: Path) -> Iterator[Told]:
    keys = [step for step in path if isinstance(step, str)]
    listed = bool(keys) and (keys[0] == "words" or keys[-1] in _LISTED)
    for number, item in enumerate(sequence.items):
        if not isinstance(item, Scalar):
            continue
        if _blank(item):
            yield _nothing(draft, (*path, number))
        elif listed and not is_null(item) and ("*" in item.raw or not _WORD.search(item.raw)):
            yield from _phrase(draft, item.raw, (*path, number), keys)


def _blank(scalar: Scalar) -> bool:
    return scalar.style is not Style.PLAIN and not scalar.raw.strip()


def _nothing(draft: Draft, path: Path) -> Told:
    key = next((step for step in reversed(path) if isinstance(step, str)), "title")
    hint = "Write the text, or take it out."
    return draft.at(path, "There is nothing between the quotation marks.", hint, f'{key}: "the text"')


def _phrase(draft: Draft, phrase: str, path: Path, keys: list[str]) -> Iterator[Told]:
    if not _WORD.search(phrase):
        message = f"{shown(phrase)} holds no word, so it would match nothing or everything."
        yield draft.at(path, message, "Write at least one word.", f"{keys[-1]}: [research*]")
    elif (keys[0] == "words" or keys[-1] in _SEARCHED) and _STRAY.search(phrase):
        message = f"In {shown(phrase)} the * stands where it does nothing: it stands for the ending of a word."
        hint = "Put it right behind the beginning of a word, or take it out."
        yield draft.at(path, message, hint, f"{keys[-1]}: [priorit*]")
    elif keys[-1] in _COMPARED and "*" in phrase.strip("*"):
        message = f"In {shown(phrase)} the * stands inside a name: there it does nothing."
        yield draft.at(
            path, message, "Put it at the end of the name, or write the name out.", f"{keys[-1]}: [research*]"
        )
