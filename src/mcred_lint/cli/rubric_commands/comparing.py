"""`rubric diff`: what changed between two rubrics, in plain words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption

_HELP = paragraphs(
    """
    Tell what changed from one rubric to another, part by part: criteria, levels, rules, names, word lists.

    For two versions of a rubric, or for one that extends another. The exit code is 0 whether they differ or not.
    """
)
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric diff nea-advocacy our-rubric.yaml

    mcred-lint rubric diff our-rubric-2025.yaml our-rubric.yaml
    """
)


def register(commands: typer.Typer) -> None:
    short_help = "Tell what changed from one rubric to another."
    commands.command("diff", help=_HELP, short_help=short_help, epilog=_EXAMPLES)(_diff)


def _diff(
    old: Annotated[str, typer.Argument(metavar="A", help="A rubric's id or file.")],
    new: Annotated[str, typer.Argument(metavar="B", help="The one to compare it with.")],
    debug: DebugOption = False,
) -> int:
    from mcred_lint.authoring.comparison.rubrics import compare
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_choice import the_rubric
    from mcred_lint.cli.rubric_commands.page import show_differences
    from mcred_lint.rubric.language import load_language

    rubrics = the_rubric(old, Path.cwd()), the_rubric(new, Path.cwd())
    parts = compare(*rubrics, load_language())
    print_page(lambda page: show_differences(page, *rubrics, parts))
    return 0
