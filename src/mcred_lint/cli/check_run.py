"""Running `check`: open the submissions, choose the rubric, check each, write the reports, decide the exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from mcred_lint import __version__
from mcred_lint.cli.check_request import Request, in_force, level
from mcred_lint.cli.destinations import Destination
from mcred_lint.cli.exit_codes import ExitCode, of_report, worst
from mcred_lint.cli.output import coloured, tell_error, width, write_report
from mcred_lint.cli.rubric_choice import Chosen, declared, with_declarations
from mcred_lint.errors import McredLintError, NoSubmission
from mcred_lint.failure import failed_report
from mcred_lint.findings import Finding, Options, Report, SubmissionReport
from mcred_lint.reporters import FORMATS, Look
from mcred_lint.rubric.language import load_language
from mcred_lint.service import check, numbered
from mcred_lint.submission.discover import Submission, open_submission
from mcred_lint.text.language import Language
from mcred_lint.waivers.waivers import Waivers


def run(request: Request) -> ExitCode:
    """Do what was asked; the exit code. Raises UsageError or RubricErrors where the submissions' own wish leads there."""
    language = load_language()
    opened = list(_opened(request, language))
    submissions = _with_distinct_ids([submission for submission in opened if submission is not None])
    rubric = request.rubric or declared(submissions, request.configuration)
    waivers = in_force(request.waivers, rubric, request.reference_date)
    options = Options(
        fail_under=level(request.fail_under, rubric.loaded.rubric),
        reference_date=request.reference_date.isoformat() if request.reference_date else None,
        waivers=waivers.used if request.waivers else None,
    )
    reports = tuple(_checked(submission, rubric, language, request, waivers) for submission in submissions)
    report = Report(__version__, rubric.used, options, reports, _of_the_run(waivers, submissions, reports))
    if not submissions:
        return ExitCode.NOT_CHECKED
    found_all = ExitCode.NOT_CHECKED if None in opened else ExitCode.READY
    verdict = ExitCode.READY if request.exit_zero else of_report(report)
    return worst((found_all, verdict, _write(report, request)))


# ---- reading and checking --------------------------------------------------------------------------------------------


def _opened(request: Request, language: Language) -> Iterator[Submission | None]:
    """Each submission, or None where there is none, which is told."""
    for path in request.paths:
        try:
            yield _open(path, language)
        except NoSubmission as error:
            tell_error(error)
            yield None
        except OSError as error:
            tell_error(NoSubmission(f"{path} cannot be opened: {error.strerror}.", "Check that you may read it."))
            yield None


def _open(path: Path, language: Language) -> Submission:
    if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
        raise NoSubmission(f"The folder {path} cannot be opened.", "Check that you may read it.")
    submission = open_submission(path, language)
    if submission.documents:
        return submission
    if submission.skipped:
        name, reason = submission.skipped[0]
        raise NoSubmission(f"No file of {path} was opened. {name}: {reason}.", "Hand in ordinary files.")
    raise NoSubmission(f"The folder {path} is empty.", "Point at the folder that holds the submission's files.")


def _with_distinct_ids(submissions: Sequence[Submission]) -> list[Submission]:
    """Two folders of the same name get numbers, so that no row of a report stands for both."""
    taken: dict[str, int] = {}
    distinct = []
    for submission in submissions:
        taken[submission.id] = number = taken.get(submission.id, 0) + 1
        distinct.append(submission if number == 1 else replace(submission, id=f"{submission.id} ({number})"))
    return distinct


def _checked(
    submission: Submission, rubric: Chosen, language: Language, request: Request, waivers: Waivers
) -> SubmissionReport:
    """The report on one submission; a fault of ours in one costs only its own row."""
    year = request.reference_date.year if request.reference_date else None
    try:
        report = check(submission, rubric.loaded.rubric, language, year, waivers)
    except Exception:
        if request.debug:
            traceback.print_exc(file=sys.stderr)
        return failed_report(submission, rubric.loaded.rubric)
    return with_declarations(report, submission, rubric, request.configuration)


def _of_the_run(
    waivers: Waivers, submissions: Iterable[Submission], reports: Iterable[SubmissionReport]
) -> tuple[Finding, ...]:
    """The waivers that no submission's own report can speak of."""
    criteria = [row for report in reports for row in report.all_criteria]
    return numbered(list(waivers.of_run([submission.id for submission in submissions], criteria)))


# ---- writing ---------------------------------------------------------------------------------------------------------


def _write(report: Report, request: Request) -> ExitCode:
    """Write every report that was asked for; one that cannot be written does not keep the others back."""
    return worst(_written(report, destination, request) for destination in _files_first(request.destinations))


def _files_first(destinations: Iterable[Destination]) -> list[Destination]:
    """The screen last: whoever reads along may stop reading, and the files are there."""
    return sorted(destinations, key=lambda one: one.path is None)


def _written(report: Report, destination: Destination, request: Request) -> ExitCode:
    try:
        write_report(FORMATS[destination.format].render(report, _look(destination, request)), destination)
    except OSError as error:
        where = destination.path or "the report"
        tell_error(
            McredLintError(
                f"{where} could not be written: {error.strerror}.",
                "Check that there is room, and that you may write there.",
            )
        )
        return ExitCode.NOT_CHECKED
    return ExitCode.READY


def _look(destination: Destination, request: Request) -> Look:
    to_screen = destination.path is None
    return Look(
        width=width(os.environ, sys.stdout if to_screen else None),
        colour=to_screen and coloured(request.colour, os.environ, sys.stdout),
        quiet=request.quiet,
        show_reading=request.show_reading,
    )
