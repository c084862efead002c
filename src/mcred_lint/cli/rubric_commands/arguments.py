"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

RubricArgument = Annotated[
    Optional[str],  # noqa: UP045 - read at run time
    typer.Argument(metavar="[ID|FILE]", help="A rubric's id or file; the usual one when left out."),
]

OutputOption = Annotated[
    Optional[Path],  # noqa: UP045 - read at run time
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file instead of the screen."),
]
