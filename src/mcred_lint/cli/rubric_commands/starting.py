"""`rubric new`: a rubric of one's own to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption
from mcred_lint.cli.rubric_commands.arguments import OutputOption

_HELP = paragraphs(
    """
    Write a small, complete rubric to start from. It works as it stands, and a line beside each part says what it is for.

    ID is its short name: small letters, digits and hyphens. A file that is there already is never written over.
    """
)
_SHORT_HELP = "Write a rubric of your own to start from."
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric new book-study --output book-study.yaml

    mcred-lint rubric new book-study --title "Leading a book study" --issuer "Alder Creek Schools"

    mcred-lint rubric new our-advocacy --extends nea-advocacy --output our-advocacy.yaml
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("new", help=_HELP, short_help=_SHORT_HELP, epilog=_EXAMPLES)(_new)


def _new(
    rubric_id: Annotated[str, typer.Argument(metavar="ID", help="The rubric's short name.")],
    title: Annotated[
        Optional[str],  # noqa: UP045 - read at run time
        typer.Option("--title", metavar="TEXT", help="The credential's name."),
    ] = None,
    issuer: Annotated[
        Optional[str],  # noqa: UP045 - read at run time
        typer.Option("--issuer", metavar="TEXT", help="Who grants the credential."),
    ] = None,
    extends: Annotated[
        Optional[str],  # noqa: UP045 - read at run time
        typer.Option("--extends", metavar="ID|FILE", help="A rubric of which yours says only what it changes."),
    ] = None,
    output: OutputOption = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.authoring.new_rubric.start import Start, start_rubric
    from mcred_lint.cli.configuration import find_configuration
    from mcred_lint.cli.output import tell
    from mcred_lint.cli.rubric_commands.files import check_output, write
    from mcred_lint.cli.rubric_files import RubricFiles

    check_output(output, f"{rubric_id}.yaml", overwrite=False)
    wish = Start(rubric_id, title, issuer, extends)
    files = RubricFiles(find_configuration(Path.cwd(), ()))
    write(start_rubric(wish, str(output or f"{rubric_id}.yaml"), files.open_extended), output)
    if output is not None and str(output) != "-":
        tell(f"{output} is written. To check it after each change: mcred-lint rubric check {output}")
    return 0
