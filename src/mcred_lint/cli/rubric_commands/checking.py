"""`rubric check`: whether rubric files are right, before anybody is judged by them."""

from __future__ import annotations

from typing import Annotated

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption

_HELP = paragraphs(
    """
    Check rubric files: every mistake at once, with its line, what could stand there, and an example.

    Warnings are for the author to look at; the rubric can be used all the same. The exit code is 0 without mistakes and
    2 with some.
    """
)
_SHORT_HELP = "Check rubric files for mistakes."
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric check our-rubric.yaml

    mcred-lint rubric check rubrics/*.yaml --strict

    mcred-lint rubric check - < our-rubric.yaml
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("check", help=_HELP, short_help=_SHORT_HELP, epilog=_EXAMPLES)(_check)


def _check(
    rubrics: Annotated[list[str], typer.Argument(metavar="FILE|ID...", help="Rubrics; - for standard input.")],
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.exit_codes import ExitCode
    from mcred_lint.cli.output import harmless, to_stdout
    from mcred_lint.cli.rubric_commands.verdicts import verdict_on

    verdicts = [verdict_on(name) for name in rubrics]
    to_stdout(harmless(line for verdict in verdicts for line in verdict.lines))
    return ExitCode.WRONG_USE if any(verdict.fails(strict) for verdict in verdicts) else ExitCode.READY
