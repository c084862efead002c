"""A component's level: the lowest of its criteria that were judged; never an average."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.findings import ComponentReport, ComponentStatus, CriterionReport, NextStep, ReadFrom, Status
from mcred_lint.judging.criterion import Judged
from mcred_lint.judging.ladder import lowest
from mcred_lint.judging.steps import steps
from mcred_lint.rubric.model import Component, Scale


def component_report(
    id_: str, component: Component, scale: Scale, criteria: Sequence[Judged], read_from: tuple[ReadFrom, ...]
) -> ComponentReport:
    """The component with its level, or with `at_most` when something that could not be checked could change it."""
    level = counted_level(criteria, scale)
    unchecked = [
        one.judgement.at_most for one in criteria if one.judgement.status is Status.UNCHECKED and one.judgement.at_most
    ]
    undecided = bool(unchecked) and level != scale.levels[0]
    at_most = lowest([*unchecked, *([level] if level else [])], scale) if undecided else None
    if level is None and not undecided:
        status = ComponentStatus.JUDGED if not criteria else ComponentStatus.UNCHECKED
    else:
        status = ComponentStatus.UNCHECKED if undecided else ComponentStatus.JUDGED
    shown = None if undecided else level
    return ComponentReport(
        id_,
        component.title,
        scale.levels,
        scale.passing,
        status,
        shown,
        at_most,
        read_from,
        next_step(criteria, shown, scale),
        tuple(one.report for one in criteria),
    )


def counted_level(criteria: Sequence[Judged], scale: Scale) -> str | None:
    """The lowest level among the criteria that were judged.

    One that reached the highest level it can count to says nothing of those above, so it holds nothing down there; but no level is
    given that no criterion counts to.
    """
    given = [one for one in criteria if one.judgement.level is not None]
    below = [one.judgement.level for one in given if one.judgement.level != one.criterion.highest(scale)]
    tops = [one.criterion.highest(scale) for one in given]
    highest = [max(tops, key=scale.levels.index)] if tops else []
    return lowest([*(level for level in below if level is not None), *highest], scale)


def next_step(criteria: Sequence[Judged], level: str | None, scale: Scale) -> NextStep | None:
    """What lifts the component one level: the steps of every criterion that stands below it."""
    if level is None or level == scale.levels[-1]:
        return None
    target = scale.levels[scale.levels.index(level) + 1]
    todo = [
        step
        for one in criteria
        if one.judgement.level not in (None, one.criterion.highest(scale))
        and scale.levels.index(one.judgement.level or level) < scale.levels.index(target)
        for step in steps(one.criterion, target, one.measurements)
    ]
    return NextStep(target, tuple(dict.fromkeys(todo))) if todo else None


def component_not_required(
    id_: str, component: Component, scale: Scale, criteria: tuple[CriterionReport, ...], read_from: tuple[ReadFrom, ...]
) -> ComponentReport:
    status = ComponentStatus.NOT_REQUIRED
    return ComponentReport(
        id_, component.title, scale.levels, scale.passing, status, None, None, read_from, None, criteria
    )


def component_not_submitted(
    id_: str, component: Component, scale: Scale, criteria: tuple[CriterionReport, ...]
) -> ComponentReport:
    step = NextStep(scale.levels[1], (f'Hand in "{component.title}".',))
    return ComponentReport(
        id_, component.title, scale.levels, scale.passing, ComponentStatus.NOT_SUBMITTED, None, None, (), step, criteria
    )
