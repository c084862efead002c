"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

DEBUG_FLAG = "--debug"

RubricOption = Annotated[
    Optional[str],  # noqa: UP045 - read at run time
    typer.Option("--rubric", metavar="ID|FILE", help="The rubric: the id of a bundled one, or a file of your own."),
]

DebugOption = Annotated[bool, typer.Option(DEBUG_FLAG, help="Show where in the code an unexpected error happened.")]
