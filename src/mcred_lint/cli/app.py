"""The command and its one error boundary: whatever happens inside becomes a message on stderr and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from mcred_lint.cli import check, explain, init, rubric_commands
from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DEBUG_FLAG
from mcred_lint.cli.version import version_line
from mcred_lint.errors import McredLintError

# The codes as plain numbers: the module that decides them needs the findings, which --help does not.
_WRONG_USE, _NOT_CHECKED, _INTERRUPTED = 2, 3, 130

app = typer.Typer(
    name="mcred-lint",
    help=paragraphs(
        """
        The completeness check in front of the assessor of a micro-credential submission.

        It reads a submission, measures it against a rubric and says, part by part, which level it reaches, why, where,
        and what lifts it one level. It counts; the judging stays with a person.
        """
    ),
    epilog=paragraphs(
        """
        Examples:

        mcred-lint check my-submission

        mcred-lint explain research.sources
        """
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(version_line())
        raise typer.Exit


@app.callback()
def _app(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    """Options of the command itself; the help text above stands in `app`."""


check.register(app)
init.register(app)
explain.register(app)
rubric_commands.register(app)


def run(arguments: Sequence[str]) -> int:
    """Run the command line. Never raises; the exit code."""
    try:
        return int(app(list(arguments), prog_name="mcred-lint", standalone_mode=False) or 0)
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except typer.TyperException as error:
        return _usage_error(error, arguments)
    except McredLintError as error:
        from mcred_lint.cli.exit_codes import of_error
        from mcred_lint.cli.output import tell_error

        tell_error(error)
        return of_error(error)
    except Exception as error:
        return _unexpected(error, DEBUG_FLAG in arguments)


def _usage_error(error: typer.TyperException, arguments: Sequence[str]) -> int:
    from mcred_lint.cli.output import tell

    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "mcred-lint"
    if not error.message.strip() or type(error).__name__ == "NoArgsIsHelpError":
        tell(error.format_message())
        return _WRONG_USE
    tell(f"mcred-lint: {error.format_message()}")
    if arguments and os.path.exists(arguments[0]):
        # The command was forgotten, which is the likeliest slip of all.
        tell(f"  To check it: mcred-lint check {arguments[0]}")
    tell(f"  {command} --help shows how it is used.")
    return _WRONG_USE


def _unexpected(error: Exception, debug: bool) -> int:
    from mcred_lint.cli.output import tell

    if debug:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    if isinstance(error, OSError):
        tell(f"mcred-lint: {error.filename or 'A file'}: {error.strerror or 'could not be read or written'}.")
    else:
        tell("mcred-lint: Something went wrong inside mcred-lint; this is a fault of the tool, not of your files.")
    tell(f"  {DEBUG_FLAG} shows where, for a report to its authors.")
    return _NOT_CHECKED
