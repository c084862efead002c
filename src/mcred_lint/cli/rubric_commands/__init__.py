"""`mcred-lint rubric`: what a rubric author needs. One module for each command, in the order of the help."""

from __future__ import annotations

import typer

from mcred_lint.cli.rubric_commands import (
    checking,
    comparing,
    exporting,
    importing,
    listing,
    schema,
    showing,
    starting,
    testing,
)

_HELP = "List rubrics, show what they ask, write, check, test and compare your own, exchange them with other programs."
_COMMANDS = (listing, showing, starting, checking, testing, comparing, schema, exporting, importing)


def register(app: typer.Typer) -> None:
    commands = typer.Typer(help=_HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
    for command in _COMMANDS:
        command.register(commands)
    app.add_typer(commands, name="rubric")
