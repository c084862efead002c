"""One case tried: its submission is checked against the rubric, and the report compared with what the case expects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mcred_lint.authoring.trials.cases import Case, Expect
from mcred_lint.authoring.trials.compare import Difference, differences
from mcred_lint.authoring.trials.load import PlacedCase
from mcred_lint.errors import CasesErrors, NoSubmission, RubricProblem
from mcred_lint.findings import SubmissionReport
from mcred_lint.rubric.model import Rubric
from mcred_lint.service import check
from mcred_lint.sources.places import Place
from mcred_lint.submission.discover import Submission
from mcred_lint.submission.texts import laid_over, submission_of
from mcred_lint.text.language import Language

THE_FILE = "submission.md"
"""The name of the file of a case that has only one."""

OpenFolder = Callable[[str], Submission]
"""How a case's folder is opened, by its path as the case has it. Raises NoSubmission."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A submission and what must come of it. place: where the case stands; None when it was made from the rubric."""

    name: str
    submission: Submission
    expect: Expect
    place: Place | None = None
    reference_year: int | None = None

    @property
    def made(self) -> bool:
        return self.place is None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial."""

    trial: Trial
    report: SubmissionReport
    differences: tuple[Difference, ...]

    @property
    def as_expected(self) -> bool:
        return not self.differences


def trials(path: str, cases: Iterable[PlacedCase], language: Language, folder: OpenFolder) -> tuple[Trial, ...]:
    """The cases of the file at `path`, with their submissions read. Raises CasesErrors where folders cannot be opened."""
    ready: list[Trial] = []
    problems: list[RubricProblem] = []
    for placed in cases:
        case = placed.case
        try:
            submission = _submission(case, language, folder)
        except NoSubmission as error:
            problems.append(RubricProblem(error.message, (), error.hint, "", placed.folder_place))
            continue
        year = case.reference_date.year if case.reference_date else None
        ready.append(Trial(case.name, submission, case.expect, placed.place, year))
    if problems:
        raise CasesErrors(path, tuple(problems))
    return tuple(ready)


def _submission(case: Case, language: Language, folder: OpenFolder) -> Submission:
    files = case.files or {}
    own = submission_of(case.name, {THE_FILE: case.submission} if case.submission else files, language)
    return laid_over(folder(case.folder), own) if case.folder is not None else own


def outcomes(all_trials: Iterable[Trial], rubric: Rubric, language: Language) -> Iterator[Outcome]:
    """What comes of each trial, one after the other."""
    for trial in all_trials:
        report = check(trial.submission, rubric, language, trial.reference_year)
        yield Outcome(trial, report, differences(trial.expect, report))
