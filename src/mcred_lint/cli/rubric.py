"""`mcred-lint rubric`: which rubrics there are, what one of them asks, and its exchange with other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption

_HELP = "List rubrics, show what they ask, exchange them with other programs."
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
_EXPORT_HELP = paragraphs(
    """
    Write a rubric for other programs and people: as the CSV file that Canvas imports, as Markdown, or as a web page.

    What the other format cannot say is told.
    """
)
_SHORT_EXPORT = "Write a rubric for Canvas, as Markdown or as a web page."
_SHORT_IMPORT = "Make a draft of a rubric from Canvas."
_EXPORT_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric export --to html --output rubric.html

    mcred-lint rubric export our-rubric.yaml --to canvas-csv --output rubric.csv

    mcred-lint rubric export nea-advocacy --to markdown
    """
)
_IMPORT_HELP = paragraphs(
    """
    Make a draft of a rubric file from another program's rubric, and name what is left to decide.

    FORMAT is canvas-csv: the CSV file that Canvas exports.
    """
)
_IMPORT_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint rubric import canvas-csv rubric.csv --output our-rubric.yaml

    mcred-lint rubric import canvas-csv rubrics.csv --name "Leading a book study"
    """
)

OutputOption = Annotated[
    Optional[Path],  # noqa: UP045 - read at run time
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the screen."),
]


def register(app: typer.Typer) -> None:
    commands = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    commands.command("list", help="List the rubrics that can be named by id.", epilog=_LIST_EXAMPLES)(_list)
    commands.command("show", help="Show what a rubric asks, part by part.", epilog=_SHOW_EXAMPLES)(_show)
    exported = commands.command("export", help=_EXPORT_HELP, short_help=_SHORT_EXPORT, epilog=_EXPORT_EXAMPLES)
    exported(_export)
    imported = commands.command("import", help=_IMPORT_HELP, short_help=_SHORT_IMPORT, epilog=_IMPORT_EXAMPLES)
    imported(_import)
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
    from mcred_lint.authoring.rubric_words import RubricWords
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_choice import the_rubric
    from mcred_lint.cli.rubric_page import show_rubric
    from mcred_lint.rubric.language import load_language

    words = RubricWords(the_rubric(rubric, Path.cwd()), load_language())
    print_page(lambda page: show_rubric(page, words))
    return 0


def _export(
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="canvas-csv, markdown or html.")],
    rubric: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[ID|FILE]", help="A rubric's id or file; the usual one when left out."),
    ] = None,
    output: OutputOption = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.rubric_exchange import export_rubric

    export_rubric(rubric, to, output)
    return 0


def _import(
    source: Annotated[str, typer.Argument(metavar="FORMAT", help="canvas-csv.")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="The other program's file; - for standard input.")],
    name: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--name", metavar="TEXT", help="Which rubric, where the file holds several."),
    ] = None,
    output: OutputOption = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.cli.rubric_exchange import import_rubric

    import_rubric(source, file, name, output)
    return 0
