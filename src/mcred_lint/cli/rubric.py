"""`mcred-lint rubric`: which rubrics there are, and what one of them asks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption

_HELP = "List rubrics and show what they ask."
_LIST_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric list
    """
)
_SHOW_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric show

    mcred-lint rubric show nea-advocacy

    mcred-lint rubric show our-rubric.yaml
    """
)


def register(app: typer.Typer) -> None:
    commands = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    commands.command("list", help="List the rubrics that can be named by id.", epilog=_LIST_EXAMPLES)(_list)
    commands.command("show", help="Show what a rubric asks, part by part.", epilog=_SHOW_EXAMPLES)(_show)
    app.add_typer(commands, name="rubric")


def _list(debug: DebugOption = False) -> int:
    from mcred_lint.cli.configuration import find_configuration
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_page import show_list

    configuration = find_configuration(Path.cwd(), ())
    print_page(lambda page: show_list(page, configuration))
    return 0


def _show(
    rubric: Annotated[
        Optional[str],  # noqa: UP045 - read at run time
        typer.Argument(metavar="[ID|FILE]", help="A rubric's id or file; the usual one when left out."),
    ] = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_choice import the_rubric
    from mcred_lint.cli.rubric_page import show_rubric
    from mcred_lint.authoring.rubric_words import RubricWords
    from mcred_lint.rubric.language import load_language

    words = RubricWords(the_rubric(rubric, Path.cwd()), load_language())
    print_page(lambda page: show_rubric(page, words))
    return 0
