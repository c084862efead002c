"""`rubric import`: a draft of a rubric from another program's."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption
from mcred_lint.cli.rubric_commands.arguments import OutputOption

_HELP = paragraphs(
    """
    Make a draft of a rubric file from another program's rubric, and name what is left to decide.

    FORMAT is canvas-csv: the CSV file that Canvas exports.
    """
)
_SHORT_HELP = "Make a draft of a rubric from Canvas."
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric import canvas-csv rubric.csv --output our-rubric.yaml

    mcred-lint rubric import canvas-csv rubrics.csv --name "Leading a book study"
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("import", help=_HELP, short_help=_SHORT_HELP, epilog=_EXAMPLES)(_import)


def _import(
    source: Annotated[str, typer.Argument(metavar="FORMAT", help="canvas-csv.")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="The other program's file; - for standard input.")],
    name: Annotated[
        Optional[str],  # noqa: UP045 - read at run time
        typer.Option("--name", metavar="TEXT", help="Which rubric, where the file holds several."),
    ] = None,
    output: OutputOption = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.rubric_commands.exchange import import_rubric

    import_rubric(source, file, name, output)
    return 0
