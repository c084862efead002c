"""Which exit code a run ends with: decided here and nowhere else, the same for every format.

Where several apply, the code that stands first in PRECEDENCE wins. The README has the same table.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from mcred_lint.errors import McredLintError, NoSubmission
from mcred_lint.findings import (
    ComponentReport,
    ComponentStatus,
    Report,
    Severity,
    SubmissionReport,
    SubmissionStatus,
)


class ExitCode(IntEnum):
    """The codes, each with what it means; `MEANINGS` says it in full."""

    READY = 0
    BELOW = 1
    WRONG_USE = 2
    NOT_CHECKED = 3
    INTERRUPTED = 130


MEANINGS = {
    ExitCode.READY: "ready; or, with `--fail-under LEVEL`, every component on that scale at or above it, every other component passing and no blocker",
    ExitCode.BELOW: "something is below that, or was not submitted",
    ExitCode.WRONG_USE: "wrong usage, or a faulty rubric or configuration; found before any submission is checked",
    ExitCode.NOT_CHECKED: "no submission found, something needed could not be read or checked, or a run failed part-way",
    ExitCode.INTERRUPTED: "interrupted from the keyboard",
}

PRECEDENCE = (ExitCode.INTERRUPTED, ExitCode.WRONG_USE, ExitCode.NOT_CHECKED, ExitCode.BELOW, ExitCode.READY)


def of_report(report: Report) -> ExitCode:
    """The code of a run that came to its end."""
    return worst(of_submission(submission, report.options.fail_under) for submission in report.submissions)


def of_error(error: McredLintError) -> ExitCode:
    """The code of a run that could not begin."""
    return ExitCode.NOT_CHECKED if isinstance(error, NoSubmission) else ExitCode.WRONG_USE


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The code that wins; without any there was nothing to check."""
    return min(codes, key=PRECEDENCE.index, default=ExitCode.NOT_CHECKED)


def of_submission(submission: SubmissionReport, fail_under: str | None) -> ExitCode:
    if _unchecked(submission):
        return ExitCode.NOT_CHECKED
    enough = submission.ready if fail_under is None else _reaches(submission, fail_under)
    return ExitCode.READY if enough else ExitCode.BELOW


def _unchecked(submission: SubmissionReport) -> bool:
    """Whether anything that is needed could not be read or checked."""
    unread = any(finding.criterion == "file" and finding.severity is Severity.ERROR for finding in submission.findings)
    return submission.error is not None or submission.status is SubmissionStatus.UNCHECKED or unread


def _reaches(submission: SubmissionReport, fail_under: str) -> bool:
    blocked = any(criterion.blocking for criterion in submission.criteria)
    return not blocked and all(_is_enough(component, fail_under) for component in submission.components)


def _is_enough(component: ComponentReport, fail_under: str) -> bool:
    if fail_under not in component.scale or component.status is ComponentStatus.NOT_REQUIRED:
        return component.passes
    # What was not submitted counts as the lowest level.
    level = component.scale[0] if component.status is ComponentStatus.NOT_SUBMITTED else component.level
    return level is not None and component.scale.index(level) >= component.scale.index(fail_under)
