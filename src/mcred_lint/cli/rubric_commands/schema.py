"""`rubric schema`: what an editor needs to complete rubrics and to underline mistakes in them."""

from __future__ import annotations

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption
from mcred_lint.cli.rubric_commands.arguments import OutputOption

_HELP = paragraphs(
    """
    Print the JSON Schema of rubric files. With it, an editor completes keys, explains them, and underlines mistakes.

    Save it beside the rubric and make this the rubric's first line: # yaml-language-server: $schema=rubric.schema.json
    """
)
_SHORT_HELP = "Print the JSON Schema of rubric files, for editors."
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric schema --output rubric.schema.json

    mcred-lint rubric schema > rubric.schema.json
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("schema", help=_HELP, short_help=_SHORT_HELP, epilog=_EXAMPLES)(_schema)


def _schema(output: OutputOption = None, debug: DebugOption = False) -> int:
    from mcred_lint.authoring.schema.schema import rubric_schema
    from mcred_lint.cli.rubric_commands.files import check_output, write

    check_output(output, "rubric.schema.json")
    write(rubric_schema(), output)
    return 0
