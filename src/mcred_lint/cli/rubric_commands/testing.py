"""`rubric test`: a rubric tried on its cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption
from mcred_lint.cli.rubric_commands.arguments import RubricArgument

_HELP = paragraphs(
    """
    Try a rubric on its cases: small submissions, each with the levels and findings that it must get.

    The cases of our-rubric.yaml stand beside it in our-rubric.cases.yaml.
    """
)
_SHORT_HELP = "Try a rubric on its cases."
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric test our-rubric.yaml

    mcred-lint rubric test our-rubric.yaml --coverage

    mcred-lint rubric test nea-advocacy --cases more.cases.yaml

    Exit codes: 0 all cases came as expected, 1 some did not, 2 wrong usage, no cases, or a faulty rubric or file of
    cases.
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("test", help=_HELP, short_help=_SHORT_HELP, epilog=_EXAMPLES)(_test)


def _test(
    rubric: RubricArgument = None,
    cases: Annotated[
        Optional[Path],  # noqa: UP045 - read at run time
        typer.Option("--cases", metavar="FILE", help="The file of cases, where it does not stand beside the rubric."),
    ] = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Show which criteria the cases have seen both met and not met.")
    ] = False,
    no_made: Annotated[
        bool, typer.Option("--no-made", help="Leave out the submissions that are made from the rubric itself.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only the verdict and the names of the cases that failed.")
    ] = False,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.rubric_commands.trials import Wish, run_trials

    return run_trials(Wish(rubric, cases, coverage, not no_made, quiet), Path.cwd())
