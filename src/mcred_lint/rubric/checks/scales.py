"""Checks of a rubric's frame: the language version, ids, scales, and that there is something to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.model import LANGUAGE_VERSION
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import did_you_mean, part_name, shown

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = ("component", "submission")


def frame(draft: Draft) -> Iterator[Told]:
    """The rubric as a whole."""
    rubric = draft.rubric
    if rubric.language != LANGUAGE_VERSION:
        message = f"This file is written in version {rubric.language} of the rubric format; this mcred-lint reads version {LANGUAGE_VERSION}."
        example = f"mcred-lint-rubric: {LANGUAGE_VERSION}"
        yield draft.at(("mcred-lint-rubric",), message, "Write it for this version, or use a newer mcred-lint.", (str(LANGUAGE_VERSION),), example)
    yield from _scale_named(draft, ("main_scale",), rubric.main_scale)
    for key, component in rubric.components.items():
        yield from _scale_named(draft, ("components", key, "scale"), component.scale)
        if not component.criteria and draft.complete("components", key, "criteria"):
            hint = "Add what is asked of it; without a criterion an empty page would have the highest level."
            yield draft.at_key(("components", key), f'Component "{key}" has no criterion.', hint, (), "criteria: {sources: {...}}")
    if not rubric.components and draft.complete("components"):
        yield draft.at_key(("components",), "The rubric has no component.", "Add the parts that are handed in.")


def _scale_named(draft: Draft, path: Path, name: str) -> Iterator[Told]:
    known = draft.keys("scales")
    if name not in known and draft.complete(*map(str, path)) and draft.places.node(path) is not None:
        message = f'There is no scale "{name}".'
        hint = did_you_mean(name, known, 'Use one of the scales, or add it under "scales".')
        yield draft.at(path, message, hint, known, f"{path[-1]}: {known[0]}" if known else "")


def ids(draft: Draft) -> Iterator[Told]:
    """Keys that other parts, reports and the command line refer to."""
    if not _ID.fullmatch(draft.rubric.id) and draft.complete("id") and draft.written(("id",)):
        yield draft.at(("id",), f"The id {shown(draft.rubric.id)} cannot be used.", _ID_HINT, (), f"id: {_as_id(draft.rubric.id)}")
    for path in _named_parts(draft):
        name = str(path[-1])
        if name in _RESERVED and path[-2] in ("components", "places"):
            hint = "Give it another name; this one has a meaning of its own in addresses."
            yield draft.at_key(path, f'{_part(path)} cannot have this name.', hint)
        elif not _ID.fullmatch(name):
            yield draft.at_key(path, f"{_part(path)} cannot have this name.", _ID_HINT, (), f"{_as_id(name)}: ...")


_ID_HINT = "Use small letters, digits and hyphens only; titles and names are for everything else."


def _part(path: Path) -> str:
    name = part_name(path)
    return name[0].upper() + name[1:]


def _as_id(name: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "name"


def _named_parts(draft: Draft) -> Iterator[Path]:
    for word_list in draft.keys("words"):
        yield ("words", word_list)
    yield from (("submission", "criteria", key) for key in draft.keys("submission", "criteria"))
    for component in draft.keys("components"):
        here = ("components", component)
        yield here
        yield from ((*here, "criteria", key) for key in draft.keys(*here, "criteria"))
        for place in draft.keys(*here, "places"):
            inside = (*here, "places", place)
            yield inside
            yield from ((*inside, part, key) for part in ("prompts", "fields") for key in draft.keys(*inside, part))
