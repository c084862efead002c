"""YAML nodes as plain values for the models: scalars stay text as written ("1.10"), what is left empty is None."""

from __future__ import annotations

from typing import Any

from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Style
from mcred_lint.sources.yaml_values import is_null


def plain(node: Node, lists: WordLists) -> Any:
    """`node` as dictionaries, lists, text and None, with every `$name` in a list replaced by the phrases of `lists`."""
    if isinstance(node, Scalar):
        return _text(node)
    if isinstance(node, Mapping):
        return {entry.key.raw: plain(entry.value, lists) for entry in node.entries}
    values: list[Any] = []
    for item in node.items:
        if isinstance(item, Scalar) and item.raw.startswith("$"):
            values += lists.phrases(item)
        else:
            values.append(plain(item, lists))
    return values


def _text(scalar: Scalar) -> str | None:
    if scalar.style is Style.PLAIN:
        return None if is_null(scalar) else scalar.raw
    return scalar.raw.strip() if scalar.style.block else scalar.raw
