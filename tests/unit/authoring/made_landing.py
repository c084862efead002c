"""Where a made submission lands."""

from __future__ import annotations

from mcred_lint.authoring.templates.made import MadeSubmission
from mcred_lint.authoring.trials.cases import MET, NOT_MET
from mcred_lint.findings import Status, SubmissionReport
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.model import Rubric
from mcred_lint.service import check
from mcred_lint.submission.texts import submission_of

LANGUAGE = load_language()


def landed(made: MadeSubmission, rubric: Rubric) -> str:
    """What became of its criterion, in the words of a made submission."""
    report = check(submission_of("made", made.files, LANGUAGE), rubric, LANGUAGE, made.reference_year)
    return _level_in(report, made.criterion)


def _level_in(report: SubmissionReport, criterion: str) -> str:
    everywhere = [*report.criteria, *(one for part in report.components for one in part.criteria)]
    found = next(one for one in everywhere if one.id == criterion)
    if found.status is not Status.JUDGED:
        return found.status
    return found.level or (NOT_MET if found.failed else MET)
