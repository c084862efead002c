"""Running `rubric test`: find the cases, try each, show what did not come as expected, decide the exit code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

from mcred_lint.authoring.pages.words import RubricWords
from mcred_lint.authoring.templates.made import MadeSubmission, NotMade, made_submissions
from mcred_lint.authoring.trials.coverage import coverage
from mcred_lint.authoring.trials.load import A_CASES_FILE, load_cases
from mcred_lint.authoring.trials.made import made_trials
from mcred_lint.authoring.trials.trial import Outcome, Trial, outcomes, trials
from mcred_lint.cli.exit_codes import ExitCode
from mcred_lint.cli.output import print_page, tell_error
from mcred_lint.cli.rubric_choice import the_loaded_rubric
from mcred_lint.cli.rubric_commands.trials_page import show_coverage, show_not_made, show_trials
from mcred_lint.errors import CasesErrors, RubricProblem, UsageError
from mcred_lint.reporters.layout import Page
from mcred_lint.rubric.bundled import CASES
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.model import Rubric
from mcred_lint.submission.discover import Submission, open_submission
from mcred_lint.text.language import Language


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    rubric: str | None
    cases: Path | None
    coverage: bool
    made: bool
    quiet: bool


def run_trials(wish: Wish, working_directory: Path) -> ExitCode:
    """Try a rubric on its cases. Raises UsageError, RubricErrors or CasesErrors."""
    loaded, language = the_loaded_rubric(wish.rubric, working_directory), load_language()
    rubric, file = loaded.rubric, wish.cases or Path(loaded.places.file).with_suffix(CASES)
    if not file.exists():
        missing = UsageError(f"There are no written cases to try: there is no file {file}.", _beginning(rubric))
        if wish.cases or not wish.made:
            raise missing
        tell_error(missing)
    written = _written(file, rubric, language) if file.exists() else ()
    made = tuple(made_submissions(rubric, language)) if wish.made else ()
    submissions = (one for one in made if isinstance(one, MadeSubmission))
    tried = list(outcomes((*written, *made_trials(submissions, language)), rubric, language))
    not_made = [one for one in made if isinstance(one, NotMade)]
    print_page(lambda page: _show(page, tried, not_made, wish, RubricWords(rubric, language)))
    return ExitCode.READY if all(one.as_expected for one in tried) else ExitCode.BELOW


def _show(page: Page, tried: list[Outcome], not_made: list[NotMade], wish: Wish, words: RubricWords) -> None:
    if wish.coverage:
        show_coverage(page, coverage(words.rubric, tried), words)
        show_not_made(page, not_made)
    show_trials(page, tried, wish.quiet)


def _written(file: Path, rubric: Rubric, language: Language) -> tuple[Trial, ...]:
    """The cases in a file. Raises CasesErrors."""
    try:
        data = file.read_bytes()
    except OSError as error:
        problem = RubricProblem(f"The file cannot be read: {error.strerror}.", (), "Check that you may read it.")
        raise CasesErrors(str(file), (problem,)) from None

    def folder(path: str) -> Submission:
        return open_submission(file.parent / path, language)

    return trials(str(file), load_cases(str(file), data, rubric), language, folder)


def _beginning(rubric: Rubric) -> str:
    return "Write small submissions and what must come of them; this is a beginning:\n" + indent(
        A_CASES_FILE.format(rubric.id), "    "
    )
