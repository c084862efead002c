"""`rubric export`: a rubric for other programs and people."""

from __future__ import annotations

from typing import Annotated

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption
from mcred_lint.cli.rubric_commands.arguments import OutputOption, RubricArgument

_HELP = paragraphs(
    """
    Write a rubric for other programs and people: as the CSV file that Canvas imports, as Markdown, or as a web page.

    What the other format cannot say is told.
    """
)
_SHORT_HELP = "Write a rubric for Canvas, as Markdown or as a web page."
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric export --to html --output rubric.html

    mcred-lint rubric export our-rubric.yaml --to canvas-csv --output rubric.csv

    mcred-lint rubric export nea-advocacy --to markdown
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("export", help=_HELP, short_help=_SHORT_HELP, epilog=_EXAMPLES)(_export)


def _export(
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="canvas-csv, markdown or html.")],
    rubric: RubricArgument = None,
    output: OutputOption = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.rubric_commands.exchange import export_rubric

    export_rubric(rubric, to, output)
    return 0
