"""`rubric show`: what a rubric asks, for reading, or the rubric whole, with where each value comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption
from mcred_lint.cli.rubric_commands.arguments import RubricArgument

_HELP = paragraphs(
    """
    Show what a rubric asks, part by part.

    With --resolved, show the rubric file itself: with all that it takes over from a rubric that it extends, and with a
    comment behind each value that says from which file and line it comes. That is a rubric file again.
    """
)
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric show

    mcred-lint rubric show nea-advocacy

    mcred-lint rubric show our-rubric.yaml --resolved
    """
)


def register(commands: typer.Typer) -> None:
    short_help = "Show what a rubric asks, part by part."
    commands.command("show", help=_HELP, short_help=short_help, epilog=_EXAMPLES)(_show)


def _show(
    rubric: RubricArgument = None,
    resolved: Annotated[
        bool, typer.Option("--resolved", help="Show the whole file, and where each value comes from.")
    ] = False,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.rubric_choice import the_loaded_rubric

    loaded = the_loaded_rubric(rubric, Path.cwd())
    if resolved:
        from mcred_lint.authoring.resolved.writing import resolved as written
        from mcred_lint.cli.output import to_stdout

        to_stdout(written(loaded))
        return 0
    from mcred_lint.authoring.pages.words import RubricWords
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_commands.page import show_rubric
    from mcred_lint.rubric.language import load_language

    words = RubricWords(loaded.rubric, load_language())
    print_page(lambda page: show_rubric(page, words))
    return 0
