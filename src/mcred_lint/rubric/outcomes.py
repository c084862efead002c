"""What can come of each criterion of a rubric: which levels it can give, and from which one it is met."""

from __future__ import annotations

from mcred_lint.rubric.model import Criterion, Rubric, Scale


def criteria_of(rubric: Rubric) -> dict[str, tuple[str | None, Criterion]]:
    """(component id or None, criterion) of every criterion by its full id, in the rubric's order."""
    found: dict[str, tuple[str | None, Criterion]] = {
        f"{key}.{name}": (key, criterion)
        for key, component in rubric.components.items()
        for name, criterion in component.criteria.items()
    }
    return found | {name: (None, criterion) for name, criterion in rubric.submission.criteria.items()}


def possible_levels(criterion: Criterion, scale: Scale) -> tuple[str, ...]:
    """The levels that a criterion with a ladder can give, the lowest first.

    One stops below a rung or at the top of the ladder: what lies between two rungs is passed on the way.
    """
    levels = scale.levels
    top = max((levels.index(level) for level in criterion.ladder), default=0)
    stops = {number for number in range(top) if levels[number + 1] in criterion.ladder} | {top}
    floor = levels.index(criterion.not_below) if criterion.not_below else 0
    unclear = {levels.index(criterion.when_unclear)} if criterion.when_unclear else set()
    return tuple(levels[number] for number in sorted({max(stop, floor) for stop in stops} | unclear))


def level_when_met(criterion: Criterion, scale: Scale) -> str:
    """The level from which a criterion with a ladder counts as met: the passing one, or the highest it can give where all pass."""
    possible, passing = possible_levels(criterion, scale), scale.levels.index(scale.passing)
    some_fail = any(scale.levels.index(level) < passing for level in possible)
    return next((level for level in possible if some_fail and scale.levels.index(level) >= passing), possible[-1])
