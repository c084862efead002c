"""From the rows of a Canvas rubric to the parts of one of ours: which rows belong together, and on which scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mcred_lint.authoring.exchange.canvas import PART_SEPARATOR, CanvasCriterion, CanvasRubric, Rating
from mcred_lint.authoring.exchange.draft_names import free_name
from mcred_lint.wording import count

BELOW, ABOVE = ("Not yet", "Lower"), "Met"
"""Levels for a criterion that has fewer than two of its own."""


@dataclass(frozen=True, slots=True)
class DraftCriterion:
    """A criterion with its descriptor for each level, the highest first. gaps: what its row left open."""

    title: str
    description: str
    descriptors: tuple[tuple[str, str], ...]
    row: int
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftPart:
    """What gets a level of its own. levels: the lowest first."""

    title: str
    levels: tuple[str, ...]
    criteria: tuple[DraftCriterion, ...]
    of_several: bool
    """Whether the rows' names said that they belong to it."""


def parts_of(rubric: CanvasRubric) -> tuple[DraftPart, ...]:
    """A part for each row, because in Canvas each row gets a level of its own; rows that name their part share one."""
    usual = _usual_levels(rubric)
    parts: list[DraftPart] = []
    for row in rubric.criteria:
        part, separator, title = row.name.partition(PART_SEPARATOR)
        levels, gaps = _levels(row, usual)
        descriptors = tuple(
            (name, each.description) for name, each in zip(levels[::-1], _highest_first(row), strict=False)
        )
        criterion = DraftCriterion(title.strip() or row.name, row.description, descriptors, row.row, gaps)
        at = _place_for(part, levels, parts) if separator else None
        if at is None:
            parts.append(DraftPart(part.strip() or row.name, levels, (criterion,), bool(separator)))
        else:
            longer = max(parts[at].levels, levels, key=len)
            parts[at] = DraftPart(parts[at].title, longer, (*parts[at].criteria, criterion), True)
    return tuple(parts)


def _place_for(title: str, levels: Sequence[str], parts: Sequence[DraftPart]) -> int | None:
    """The part with this title on whose scale these levels fit, or whose levels fit on a scale of these."""
    for at, part in enumerate(parts):
        if part.of_several and part.title == title.strip() and _fits(part.levels, levels):
            return at
    return None


def _fits(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return all(level in rest for level in shorter)


# ---- levels ----------------------------------------------------------------------------------------------------------


def _highest_first(row: CanvasCriterion) -> tuple[Rating, ...]:
    """By points where all are known; otherwise as they stand, which is the highest first unless the points rise."""
    points = [rating.points for rating in row.ratings]
    known = [each for each in points if each is not None]
    if len(known) == len(points):
        return tuple(sorted(row.ratings, key=lambda rating: -(rating.points or 0)))
    rising = len(known) > 1 and known == sorted(known) and known[0] < known[-1]
    return row.ratings[::-1] if rising else row.ratings


def _usual_levels(rubric: CanvasRubric) -> tuple[str, ...]:
    """The levels of most criteria, for those that have none."""
    counted = Counter(tuple(_names(row)[::-1]) for row in rubric.criteria if len(row.ratings) > 1)
    return counted.most_common(1)[0][0] if counted else (BELOW[0], ABOVE)


def _levels(row: CanvasCriterion, usual: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The levels of a row, the lowest first, and what was left open."""
    names = _names(row)
    gaps = tuple(_gaps(row, names))
    if not names:
        return usual, gaps
    if len(names) == 1:
        return (next(below for below in BELOW if below != names[0]), names[0]), gaps
    return tuple(names[::-1]), gaps


def _names(row: CanvasCriterion) -> list[str]:
    """The names of the levels, the highest first, each only once."""
    found: list[str] = []
    for rating in _highest_first(row):
        # In a list of a rubric file, a dollar sign at the beginning would take in a word list.
        name = rating.name.lstrip("$ ") or "Level"
        found.append(free_name(name, found, "{} ({})"))
    return found


def _gaps(row: CanvasCriterion, names: Sequence[str]) -> Iterator[str]:
    if not names:
        yield "It has no ratings; it was given the levels that most criteria have."
    if len(names) == 1:
        yield "It has only one rating; a level below it was added."
    given = [rating.name for rating in _highest_first(row)]
    changed = [f'"{old}" is written "{new}"' for old, new in zip(given, names, strict=True) if old != new]
    if changed:
        yield f"Two levels cannot share a name, and none begins with $: {', '.join(changed)}."
    points = [rating.points for rating in row.ratings if rating.points is not None]
    if len(set(points)) < len(points):
        yield "Some of its ratings have the same points; their order in the row was taken for the order of the levels."
    bare = sum(not rating.description for rating in row.ratings)
    if bare:
        yield f"{count(bare, 'level')} {'has' if bare == 1 else 'have'} no description."
