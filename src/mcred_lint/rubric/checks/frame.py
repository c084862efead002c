"""Checks of a rubric's frame: the format's version, scales, ids, and that there is something to judge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.checks.samples import as_id
from mcred_lint.rubric.model import LANGUAGE_VERSION, Scale
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import did_you_mean, part_name, sentence, shown

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = ("component", "submission")
_A_SCALE = "scales: {artifact: {levels: [Developing, Basic, Proficient], passing: Proficient}}"


def frame(draft: Draft) -> Iterator[Told]:
    """The rubric as a whole."""
    if draft.rubric.language != LANGUAGE_VERSION:
        path, version = ("mcred-lint-rubric",), draft.rubric.language
        message = (
            f"This file is in version {version} of the rubric format; this mcred-lint reads version {LANGUAGE_VERSION}."
        )
        hint = "Write it for this version, or use a newer mcred-lint."
        yield draft.at(path, message, hint, f"mcred-lint-rubric: {LANGUAGE_VERSION}", (str(LANGUAGE_VERSION),))
    if not draft.rubric.components and draft.complete("components"):
        example = (
            "components: {research: {title: Research, scale: artifact, names: [research], places: ..., criteria: ...}}"
        )
        yield draft.at_key(
            ("components",), "The rubric has no component.", "Add the parts that are handed in.", example
        )
    for key, component in draft.rubric.components.items():
        if not component.criteria and draft.complete("components", key, "criteria"):
            message = f'Component "{key}" has no criterion, so an empty page would have its highest level.'
            example = "criteria: {credible: {title: The sources are credible, basis: person, set_by: issuer}}"
            yield draft.at_key(("components", key), message, "Add what is asked of it.", example)


def scales(draft: Draft) -> Iterator[Told]:
    for key, scale in draft.rubric.scales.items():
        yield from _scale(draft, ("scales", key), scale)
    yield from _named(draft, ("main_scale",), draft.rubric.main_scale)
    for key, component in draft.rubric.components.items():
        yield from _named(draft, ("components", key, "scale"), component.scale)


def _scale(draft: Draft, path: Path, scale: Scale) -> Iterator[Told]:
    if len(scale.levels) < 2:
        hint = "Write all levels, the lowest first."
        yield draft.at(
            (*path, "levels"), "A scale has at least two levels.", hint, "levels: [Developing, Basic, Proficient]"
        )
    for number, level in enumerate(scale.levels):
        if level.casefold() in map(str.casefold, scale.levels[:number]):
            message, example = f'The level "{level}" is there twice.', "levels: [Developing, Basic, Proficient]"
            yield draft.at((*path, "levels", number), message, "Give one of them another name.", example)
    if scale.passing not in scale.levels:
        hint = did_you_mean(scale.passing, scale.levels, "Name one of the levels.")
        example = f"passing: {scale.levels[-1]}" if scale.levels else "passing: Proficient"
        message = f'The passing level "{scale.passing}" is none of this scale.'
        yield draft.at((*path, "passing"), message, hint, example, scale.levels)


def _named(draft: Draft, path: tuple[str, ...], name: str) -> Iterator[Told]:
    known = draft.keys("scales")
    if name not in known and draft.complete(*path) and draft.complete("scales"):
        hint = did_you_mean(name, known, 'Use one of the scales, or add it under "scales".')
        example = f"{path[-1]}: {known[0]}" if known else _A_SCALE
        yield draft.at(path, f'There is no scale "{name}".', hint, example, known)


_ID_HINT = "Use small letters, digits and hyphens only; titles and names are for everything else."


def ids(draft: Draft) -> Iterator[Told]:
    """Keys that other parts, reports and the command line refer to."""
    name = draft.rubric.id
    if not _ID.fullmatch(name) and draft.complete("id"):
        yield draft.at(("id",), f"The id {shown(name)} cannot be used.", _ID_HINT, f"id: {as_id(name)}")
    for path in _named_parts(draft):
        name = str(path[-1])
        message = f"{sentence(part_name(path))} cannot have this name."
        if name in _RESERVED and path[-2] in ("components", "places"):
            hint = "Give it another name; this one has a meaning of its own in addresses."
            yield draft.at_key(path, message, hint, f"my-{name}: {{...}}")
        elif not _ID.fullmatch(name):
            yield draft.at_key(path, message, _ID_HINT, f"{as_id(name)}: ...")


def _named_parts(draft: Draft) -> Iterator[Path]:
    yield from (("words", key) for key in draft.keys("words"))
    yield from (("submission", "criteria", key) for key in draft.keys("submission", "criteria"))
    for component in draft.keys("components"):
        here = ("components", component)
        yield here
        yield from ((*here, "criteria", key) for key in draft.keys(*here, "criteria"))
        for place in draft.keys(*here, "places"):
            inside = (*here, "places", place)
            yield inside
            yield from ((*inside, part, key) for part in ("prompts", "fields") for key in draft.keys(*inside, part))
