"""`rubric show`: what a rubric asks, for reading."""

from __future__ import annotations

from pathlib import Path

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption
from mcred_lint.cli.rubric_commands.arguments import RubricArgument

_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric show

    mcred-lint rubric show nea-advocacy

    mcred-lint rubric show our-rubric.yaml
    """
)


def register(commands: typer.Typer) -> None:
    commands.command("show", help="Show what a rubric asks, part by part.", epilog=_EXAMPLES)(_show)


def _show(rubric: RubricArgument = None, debug: DebugOption = False) -> int:
    from mcred_lint.authoring.pages.words import RubricWords
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_choice import the_rubric
    from mcred_lint.cli.rubric_commands.page import show_rubric
    from mcred_lint.rubric.language import load_language

    words = RubricWords(the_rubric(rubric, Path.cwd()), load_language())
    print_page(lambda page: show_rubric(page, words))
    return 0
