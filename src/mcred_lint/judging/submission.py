"""A submission's level and status: ready, not ready, incomplete or could not be checked."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.findings import ComponentReport, ComponentStatus, CriterionReport, Status, SubmissionStatus
from mcred_lint.judging.ladder import lowest
from mcred_lint.rubric.model import Rubric


def submission_level(components: Sequence[ComponentReport], rubric: Rubric) -> str | None:
    """The lowest level on the main scale; what was not submitted counts as the lowest. None when it could not be told."""
    scale = rubric.scales[rubric.main_scale]
    asked = [component for component in components if component.status is not ComponentStatus.NOT_REQUIRED]
    main = [component for component in asked if component.scale == scale.levels]
    if any(component.status is ComponentStatus.NOT_SUBMITTED for component in main):
        return scale.levels[0]
    levels = [component.level for component in main if component.level is not None]
    level = lowest(levels, scale)
    undecided = len(levels) < len(main)
    return None if undecided and level != scale.levels[0] else level


def submission_status(components: Sequence[ComponentReport], criteria: Sequence[CriterionReport]) -> SubmissionStatus:
    """What holds for the whole; what could not be checked comes before what is missing, and that before what is too low."""
    statuses = {component.status for component in components}
    unchecked = any(row.blocks and row.status is Status.UNCHECKED and row.waived is None for row in criteria)
    if ComponentStatus.UNCHECKED in statuses or unchecked:
        return SubmissionStatus.UNCHECKED
    if ComponentStatus.NOT_SUBMITTED in statuses:
        return SubmissionStatus.INCOMPLETE
    blocked = any(criterion.blocking for criterion in criteria)
    passing = all(component.passes for component in components)
    return SubmissionStatus.READY if passing and not blocked else SubmissionStatus.NOT_READY
