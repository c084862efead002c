"""`rubric list`: the rubrics that can be named by id."""

from __future__ import annotations

from pathlib import Path

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption

_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric list
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("list", help="List the rubrics that can be named by id.", epilog=_EXAMPLES)(_list)


def _list(debug: DebugOption = False) -> int:
    from mcred_lint.cli.configuration import find_configuration
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_commands.page import show_list

    configuration = find_configuration(Path.cwd(), ())
    print_page(lambda page: show_list(page, configuration))
    return 0
