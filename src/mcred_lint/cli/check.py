"""`mcred-lint check`: one submission (or a few) against a rubric, and the report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption, RubricOption

_HELP = paragraphs(
    """
    Check submissions and report.

    Each PATH is one submission: a folder, or a single file. Submissions are only read, never changed.
    """
)
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint check my-submission

    mcred-lint check portfolio.docx --show-reading

    mcred-lint check my-submission --format text --format json=report.json

    mcred-lint check my-submission --fail-under Basic --quiet

    mcred-lint check my-submission --waivers waivers.yaml --reference-date 2026-03-31

    Exit codes: 0 ready, 1 something is below, 2 wrong usage or a faulty rubric, 3 something that is needed was not
    found or could not be checked.
    """
)


def register(app: typer.Typer) -> None:
    app.command("check", help=_HELP, epilog=_EXAMPLES, no_args_is_help=True)(_check)


def _check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Submission folders or files.")],
    rubric: RubricOption = None,
    format: Annotated[
        Optional[list[str]],  # noqa: UP045 - read at run time
        typer.Option(
            "--format", "-f", metavar="NAME[=FILE]", help="text or json; with =FILE into that file. May be repeated."
        ),
    ] = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", "-o", metavar="FILE", help="Write the report to this file instead of the screen."),
    ] = None,
    fail_under: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--fail-under", metavar="LEVEL", help="Exit with 1 only below this level, instead of below ready."
        ),
    ] = None,
    reference_date: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--reference-date", metavar="YYYY-MM-DD", help="The day that years are counted back from; never the clock."
        ),
    ] = None,
    waivers: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--waivers", metavar="FILE", help="A file that says which criteria are let off, for whom and why."
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only the verdict and what is below.")] = False,
    show_reading: Annotated[
        bool, typer.Option("--show-reading", help="Show how each file was understood, and why.")
    ] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever the report says.")] = False,
    color: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--color", metavar="WHEN", help="auto, always or never."),
    ] = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.check_request import Asked, resolve
    from mcred_lint.cli.check_run import run
    from mcred_lint.errors import UsageError

    if "" in paths:
        # As a path it would be the working directory, which nobody means by a variable that is not set.
        raise UsageError("One of the paths is empty.", "Name a folder or a file; . is the folder you are in.")
    asked = Asked(
        paths=tuple(map(Path, paths)),
        rubric=rubric,
        formats=tuple(format or ()),
        output=output,
        fail_under=fail_under,
        reference_date=reference_date,
        waivers=waivers,
        quiet=quiet,
        show_reading=show_reading,
        exit_zero=exit_zero,
        color=color,
        debug=debug,
    )
    return run(resolve(asked, Path.cwd()))
