"""Checks of a ladder's shape: its levels are those of the scale, highest first, with no level left to chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mcred_lint.findings import Basis
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.samples import ladder_sample
from mcred_lint.rubric.model import THE_MEASURE, Rung, Scale
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import did_you_mean


def ladders(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        if row.criterion.basis is Basis.PERSON:
            continue
        yield from _rung_measures(draft, row)
        scale = scale_of(row, draft)
        if scale is not None:
            yield from _levels(draft, row, scale)


def scale_of(row: Row, draft: Draft) -> Scale | None:
    """The scale of the criterion's component, where there is one that makes sense."""
    component = draft.rubric.components.get(row.component or "")
    scale = draft.rubric.scales.get(component.scale) if component is not None else None
    different = {level.casefold() for level in scale.levels} if scale is not None else ()
    return scale if scale is not None and len(different) == len(scale.levels) > 1 else None


def _levels(draft: Draft, row: Row, scale: Scale) -> Iterator[Told]:
    allowed = scale.levels[::-1]
    for key in ("not_below", "when_unclear", "person_above"):
        level = getattr(row.criterion, key)
        if level is not None and level not in scale.levels:
            yield draft.at((*row.path, key), *_unknown(level, allowed), f"{key}: {allowed[-2]}", allowed)
    for level in row.criterion.ladder:
        path = (*row.path, "ladder", level)
        if level not in scale.levels:
            yield draft.at_key(path, *_unknown(level, allowed), ladder_sample(scale), allowed[:-1])
        elif level == scale.levels[0]:
            message = f'"{level}" is the lowest level and needs no rung: it is what is left when no rung holds.'
            yield draft.at_key(path, message, "Take this rung out.", ladder_sample(scale), allowed[:-1])
    known = [level for level in row.criterion.ladder if level in scale.levels]
    yield from _order(draft, row, known, scale)
    if known and len(known) == len(row.criterion.ladder):
        yield from _gaps(draft, row, scale)


def _unknown(level: str, allowed: tuple[str, ...]) -> tuple[str, str]:
    hint = did_you_mean(level, allowed, "Use one of the levels of this component's scale.")
    return f'The scale has no level "{level}".', hint


def _order(draft: Draft, row: Row, levels: list[str], scale: Scale) -> Iterator[Told]:
    for above, level in pairwise(levels):
        if scale.levels.index(level) > scale.levels.index(above):
            ordered = tuple(sorted(levels, key=scale.levels.index, reverse=True))
            message = f'"{level}" stands below "{above}" in this ladder and is the higher level.'
            path = (*row.path, "ladder", level)
            yield draft.at_key(path, message, "Write the highest level first.", ladder_sample(scale), ordered)


def _gaps(draft: Draft, row: Row, scale: Scale) -> Iterator[Told]:
    """Levels above the floor without a rung, and rungs at or below it."""
    floor, highest = row.criterion.not_below or scale.levels[0], row.criterion.highest(scale)
    if floor not in scale.levels or highest not in scale.levels:
        return
    bottom, top = scale.levels.index(floor), scale.levels.index(highest)
    counted = scale.levels[bottom + 1 : top + 1]
    missing = [level for level in counted if level not in row.criterion.ladder]
    if missing:
        named = " and ".join(f'"{level}"' for level in missing)
        message = f'Criterion "{row.path[-1]}" has no rung for {named}, so it is open when that level is reached.'
        hint, example = _instead(counted, missing)
        yield draft.at_key((*row.path, "ladder"), message, hint, example, scale.levels[::-1])
    for level in row.criterion.ladder:
        if row.criterion.not_below is not None and scale.levels.index(level) <= bottom:
            message = f'This rung can never decide: not_below gives "{floor}" to everything already.'
            path = (*row.path, "ladder", level)
            yield draft.at_key(path, message, "Take the rung or not_below out.", f"not_below: {scale.levels[0]}")
        if scale.levels.index(level) > top:
            message = f'person_above says that only a person decides above "{highest}", so "{level}" has no rung.'
            path = (*row.path, "ladder", level)
            yield draft.at_key(path, message, "Take the rung or person_above out.", f"person_above: {level}")


def _instead(counted: Sequence[str], missing: Sequence[str]) -> tuple[str, str]:
    """(hint, example) for rungs that are missing: at the lower end, at the upper end, or between others."""
    if counted[-1] in missing and counted[0] not in missing:
        below = next(level for level in reversed(counted) if level not in missing)
        return "Add the rung, or say with person_above that only a person gives it.", f"person_above: {below}"
    return "Add the rung, or say with not_below that a miss goes no lower.", f"not_below: {missing[-1]}"


def _rung_measures(draft: Draft, row: Row) -> Iterator[Told]:
    """That rungs name the criterion's measures, and ask for something."""
    known = tuple(row.criterion.all_measures)
    for path, rung in rungs_of(row) if known else ():
        if not rung.names:
            hint = "Write a condition, or take the rung out."
            yield draft.at(path, "This rung asks for nothing.", hint, f"{path[-1]}: {{at_least: 5}}")
        for name, where in _named_in(rung, path):
            if name not in known:
                yield _no_measure(draft, where, name, row)


def rungs_of(row: Row) -> Iterator[tuple[Path, Rung]]:
    """Every rung of the ladder with its path, and what must hold."""
    yield from (((*row.path, "ladder", level), rung) for level, rung in row.criterion.ladder.items())
    if row.criterion.must is not None:
        yield (*row.path, "must"), row.criterion.must


def _named_in(rung: Rung, path: Path) -> Iterator[tuple[str, Path]]:
    yield from ((name, path) for name in rung.conditions)
    for number, other in enumerate(rung.any):
        yield from _named_in(other, (*path, "any", number))


def _no_measure(draft: Draft, path: Path, name: str, row: Row) -> Told:
    names = tuple(row.criterion.measures)
    key = next(step for step in reversed(path) if isinstance(step, str) and step != "any")
    example = f"{key}: {{{names[0]}: {{at_least: 1}}}}" if names else f"{key}: {{at_least: 5}}"
    if name == THE_MEASURE:
        message = "With several measures, a condition stands behind the name of its measure."
        return draft.at(path, message, "Write the measure's name, then the condition in braces.", example, names)
    if not names:
        message = f'This criterion has one measure without a name, so "{name}" means nothing here.'
        return draft.at_key((*path, name), message, "Write the condition alone.", example)
    hint = did_you_mean(name, names, "Name one of the criterion's measures.")
    return draft.at_key((*path, name), f'This criterion has no measure "{name}".', hint, example, names)
