"""A component's level: the lowest of its criteria that were judged; never an average."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.findings import ComponentReport, ComponentStatus, CriterionReport, NextStep, ReadFrom, Status
from mcred_lint.judging.criterion import Judged
from mcred_lint.judging.ladder import lowest
from mcred_lint.judging.steps import steps
from mcred_lint.judging.waivers import counted_level
from mcred_lint.rubric.model import Component, Criterion, Scale


def component_report(
    id_: str, component: Component, scale: Scale, criteria: Sequence[Judged], read_from: tuple[ReadFrom, ...]
) -> ComponentReport:
    """The component with its level, or with `at_most` when something that could not be checked could change it."""
    if criteria and not any(_counts(one, scale) for one in criteria):
        return component_not_required(id_, component, scale, tuple(one.report for one in criteria), read_from)
    judged = [(level, one.criterion) for one in criteria if (level := counted_level(one, scale))]
    unchecked = [
        (one.judgement.at_most, one.criterion)
        for one in criteria
        if one.judgement.at_most is not None and one.report.waived is None
    ]
    level = _lowest_counted(judged, scale)
    undecided = bool(unchecked) and level != scale.levels[0]
    at_most = _lowest_counted([*unchecked, *judged], scale) if undecided else None
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


def _counts(one: Judged, scale: Scale) -> bool:
    """Whether a criterion is asked for; one that only a person could judge and that is waived is not."""
    if one.report.status is Status.NOT_REQUIRED:
        return False
    return one.report.waived is None or counted_level(one, scale) is not None


def _lowest_counted(given: Sequence[tuple[str, Criterion]], scale: Scale) -> str | None:
    """The lowest of the levels that criteria have; None of none.

    A criterion at the highest level it can count to says nothing of those above, so it holds nothing down there; but no level is
    given that no criterion counts to.
    """
    below = [level for level, criterion in given if level != criterion.highest(scale)]
    highest = max((criterion.highest(scale) for _, criterion in given), key=scale.levels.index, default=None)
    return lowest([*below, *([highest] if highest else [])], scale)


def next_step(criteria: Sequence[Judged], level: str | None, scale: Scale) -> NextStep | None:
    """What lifts the component one level: the steps of every criterion that stands below it."""
    if level is None or level == scale.levels[-1]:
        return None
    target = scale.levels[scale.levels.index(level) + 1]
    todo = [
        step
        for one in criteria
        if (reached := counted_level(one, scale)) not in (None, one.criterion.highest(scale))
        and scale.levels.index(reached or level) < scale.levels.index(target)
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
