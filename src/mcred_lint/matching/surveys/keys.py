"""The keys of a YAML form or the headers of an export that begin an item."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.matching.surveys.prompts import asks, code_of


def leaf_keys(lines: Sequence[Line]) -> dict[int, list[int]]:
    """{line number of a key that holds a text, not further keys: the entries of the list it holds, where these are
    the form's questions or answers}."""
    return {
        number: _entries(lines, number)
        for number, line in enumerate(lines)
        if line.kind is Kind.HEADING and line.declared and _is_leaf(lines, number)
    }


def _is_leaf(lines: Sequence[Line], number: int) -> bool:
    following = next((line for line in lines[number + 1 :] if line.kind in (Kind.HEADING, Kind.ENTRY)), None)
    return following is None or following.level <= lines[number].level


def _entries(lines: Sequence[Line], number: int) -> list[int]:
    """The outer entries of the list below a key: a form's questions or answers, not its options."""
    found: list[int] = []
    for position in range(number + 1, len(lines)):
        line = lines[position]
        if line.kind in (Kind.HEADING, Kind.ENTRY):
            break
        if line.kind is Kind.ITEM and line.ticked is None:
            found.append(position)
    level = min((lines[position].level for position in found), default=0)
    found = [position for position in found if lines[position].level == level]
    listed = len(found) > 1 or any(asks(lines[position].text.string) for position in found)
    key = lines[number].text
    if not listed or asks(key.string) or code_of(key) is not None or _lists_options(lines, number):
        return []
    return found


def _lists_options(lines: Sequence[Line], number: int) -> bool:
    """Whether the entry that a key stands in asks something before: then its list holds the options."""
    for line in reversed(lines[:number]):
        if line.kind is Kind.ENTRY or (line.level < lines[number].level and line.kind is Kind.HEADING):
            return False
        if line.kind is Kind.TEXT and asks(line.text.string):
            return True
    return False
