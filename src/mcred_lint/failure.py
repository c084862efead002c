"""The report on a submission that could not be checked because something went wrong inside the tool.

It has every component and criterion of the rubric, like any other: what was not checked never disappears.
"""

from __future__ import annotations

from dataclasses import replace

from mcred_lint.findings import (
    ComponentReport,
    ComponentStatus,
    CriterionReport,
    Status,
    SubmissionReport,
    SubmissionStatus,
)
from mcred_lint.judging.criterion import not_submitted
from mcred_lint.rubric.model import Criterion, Rubric
from mcred_lint.submission.discover import Submission

ERROR = "Something went wrong inside mcred-lint while it checked this submission; this is a fault of the tool"
_REASON = "Not checked: something went wrong inside mcred-lint."


def failed_report(submission: Submission, rubric: Rubric) -> SubmissionReport:
    """Nothing judged, and nothing repeated of the submission: what to mask was not found out, not even in names of files."""
    components = tuple(_component(key, rubric) for key in rubric.components)
    whole = tuple(_criterion(name, criterion) for name, criterion in rubric.submission.criteria.items())
    total = len(whole) + sum(len(component.criteria) for component in components)
    return SubmissionReport(
        id=submission.id,
        digest=submission.digest,
        status=SubmissionStatus.UNCHECKED,
        level=None,
        judged=0,
        criteria_total=total,
        files=(),
        components=components,
        criteria=whole,
        findings=(),
        error=ERROR,
    )


def _component(key: str, rubric: Rubric) -> ComponentReport:
    component, scale = rubric.components[key], rubric.scale_of(key)
    return ComponentReport(
        id=key,
        title=component.title,
        scale=scale.levels,
        passing=scale.passing,
        status=ComponentStatus.UNCHECKED,
        level=None,
        at_most=scale.levels[-1],
        read_from=(),
        next=None,
        criteria=tuple(_criterion(f"{key}.{name}", criterion) for name, criterion in component.criteria.items()),
    )


def _criterion(id_: str, criterion: Criterion) -> CriterionReport:
    return replace(not_submitted(id_, criterion), status=Status.UNCHECKED, reason=_REASON)
