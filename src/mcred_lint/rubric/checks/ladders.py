"""Checks of a ladder's shape: its levels are those of the scale, highest first, with no level left to chance."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.model import THE_MEASURE, Rung, Scale
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import did_you_mean, part_name


def ladders(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        yield from _rung_measures(draft, row)
        scale = scale_of(row, draft)
        if scale is not None:
            yield from _levels(draft, row, scale)


def scale_of(row: Row, draft: Draft) -> Scale | None:
    """The scale of the criterion's component, where there is one."""
    component = draft.rubric.components.get(row.component or "")
    return draft.rubric.scales.get(component.scale) if component is not None else None


def _levels(draft: Draft, row: Row, scale: Scale) -> Iterator[Told]:
    allowed = tuple(reversed(scale.levels))
    named = [((*row.path, "ladder", level), level) for level in row.criterion.ladder]
    for key in ("not_below", "when_unclear"):
        level = getattr(row.criterion, key)
        if level is not None and level not in scale.levels:
            yield _unknown(draft, (*row.path, key), level, allowed, key)
    for path, level in named:
        if level not in scale.levels:
            yield _unknown(draft, path, level, allowed[:-1], "rung")
        elif level == scale.levels[0]:
            message = f'"{level}" is the lowest level and needs no rung: it is what is left when no other rung holds.'
            yield draft.at_key(path, message, "Take this rung out.", allowed[:-1])
    known = [(path, level) for path, level in named if level in scale.levels]
    yield from _order(draft, known, scale)
    if known and len(known) == len(named):
        yield from _gaps(draft, row, scale)
        yield from _floor(draft, row, scale)


def _unknown(draft: Draft, path: Path, level: str, allowed: tuple[str, ...], key: str) -> Told:
    hint = did_you_mean(level, allowed, "Use one of the levels of this component's scale.")
    message = f'The scale has no level "{level}".'
    if key == "rung":
        return draft.at_key(path, message, hint, allowed, f"ladder: {{{allowed[0]}: {{at_least: 5}}}}")
    return draft.at(path, message, hint, allowed, f"{key}: {allowed[-2]}")


def _order(draft: Draft, named: list[tuple[Path, str]], scale: Scale) -> Iterator[Told]:
    for (_, above), (path, level) in zip(named, named[1:], strict=False):
        if scale.levels.index(level) > scale.levels.index(above):
            ordered = sorted((each for _, each in named), key=scale.levels.index, reverse=True)
            message = f'"{level}" stands below "{above}" in this ladder and is the higher level.'
            yield draft.at_key(path, message, "Write the highest level first.", tuple(ordered))


def _gaps(draft: Draft, row: Row, scale: Scale) -> Iterator[Told]:
    missing = [level for level in scale.levels[1:] if level not in row.criterion.ladder]
    if not missing or row.criterion.not_below is not None:
        return
    levels, lowest = " and ".join(f'"{level}"' for level in missing), scale.levels[0]
    message = f'{part_name((*row.path, "ladder"))[0].upper()}{part_name((*row.path, "ladder"))[1:]} has no rung for {levels}: a miss falls to "{lowest}".'
    hint = "Add the rung, or say with not_below how far a miss may fall."
    yield draft.at_key((*row.path, "ladder"), message, hint, scale.levels[:-1], f"not_below: {scale.levels[-2]}")


def _floor(draft: Draft, row: Row, scale: Scale) -> Iterator[Told]:
    floor = row.criterion.not_below
    if floor not in scale.levels:
        return
    for level in row.criterion.ladder:
        if scale.levels.index(level) <= scale.levels.index(floor):
            message = f'This rung can never decide: not_below already gives "{floor}" to everything.'
            yield draft.at_key((*row.path, "ladder", level), message, "Take the rung or not_below out.")


def _rung_measures(draft: Draft, row: Row) -> Iterator[Told]:
    """That rungs name the criterion's measures."""
    known = tuple(row.criterion.all_measures)
    if not known:
        return
    for level, rung in row.criterion.ladder.items():
        for names, path in _named_in(rung, (*row.path, "ladder", level)):
            for name in names:
                if name not in known:
                    yield _no_measure(draft, path, name, row)
        if not rung.names:
            path = (*row.path, "ladder", level)
            yield draft.at(path, "This rung asks for nothing.", "Write a condition.", (), f"{level}: {{at_least: 5}}")


def _named_in(rung: Rung, path: Path) -> Iterator[tuple[tuple[str, ...], Path]]:
    yield tuple(rung.conditions), path
    for number, other in enumerate(rung.any):
        yield from _named_in(other, (*path, "any", number))


def _no_measure(draft: Draft, path: Path, name: str, row: Row) -> Told:
    names = tuple(row.criterion.measures)
    if name == THE_MEASURE:
        message = "With several measures, a condition needs the name of its measure."
        example = f"{path[-1]}: {{{names[0]}: {{at_least: 1}}}}"
        return draft.at(path, message, "Write the measure's name, then the condition in braces.", names, example)
    if not names:
        message = f'This criterion has one measure without a name, so "{name}" means nothing here.'
        return draft.at_key((*path, name), message, "Write the condition alone.", (), f"{path[-1]}: {{at_least: 5}}")
    hint = did_you_mean(name, names, "Name one of the criterion's measures.")
    example = f"{path[-1]}: {{{names[0]}: {{at_least: 1}}}}"
    return draft.at_key((*path, name), f'This criterion has no measure "{name}".', hint, names, example)
