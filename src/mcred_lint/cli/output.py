"""Writing: the report on stdout or into files, messages on stderr, colour and width of the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from mcred_lint.cli.destinations import Destination
from mcred_lint.errors import McredLintError, RubricErrors, RubricProblem
from mcred_lint.reporters.escape import terminal
from mcred_lint.reporters.layout import Page

USUAL_WIDTH = 80
_EXAMPLE_INDENT = "      "


class Colour(StrEnum):
    """When the report on the terminal is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def coloured(wish: Colour, environment: Mapping[str, str], stream: TextIO) -> bool:
    """Whether to colour: the option, then NO_COLOR, then FORCE_COLOR, then whether anybody looks."""
    if wish is not Colour.AUTO:
        return wish is Colour.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def width(environment: Mapping[str, str], stream: TextIO | None) -> int:
    """Columns to write: COLUMNS, else those of the terminal at `stream`, else 80."""
    columns = environment.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
        return int(columns[:6])
    if stream is None:
        return USUAL_WIDTH
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
    except (OSError, ValueError):
        return USUAL_WIDTH


def write_report(text: str, destination: Destination) -> None:
    """Put a report where it belongs. Raises OSError when a file cannot be written."""
    if destination.path is None:
        to_stdout(text)
    else:
        write_file(destination.path, text)


def print_page(fill: Callable[[Page], None]) -> None:
    """Print a page for people on stdout."""
    page = Page(width(os.environ, sys.stdout), coloured(Colour.AUTO, os.environ, sys.stdout))
    fill(page)
    to_stdout(str(page))


def write_file(path: Path, text: str) -> None:
    """Write a file that only its owner can read: a report repeats lines of somebody's submission."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)


def to_stdout(text: str) -> None:
    """Print a whole text as it stands."""
    try:
        if hasattr(sys.stdout, "reconfigure"):
            encoding = None if sys.stdout.isatty() else "utf-8"
            sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read along has seen enough ("| head"); the interpreter would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# ---- messages --------------------------------------------------------------------------------------------------------


def tell(*lines: str) -> None:
    """Messages to the person at the keyboard. Never the report."""
    print(harmless(lines), end="", file=sys.stderr)


def harmless(lines: Iterable[str]) -> str:
    """Lines as a terminal may show them."""
    return "".join(f"{terminal(line)}\n" for each in lines for line in each.split("\n"))


def tell_error(error: McredLintError) -> None:
    """What went wrong and what to do; of a rubric, everything that is wrong with it."""
    if isinstance(error, RubricErrors):
        for problem in error.problems:
            tell(*problem_lines(problem, error.path))
    tell(f"mcred-lint: {error.message}")
    if error.hint:
        tell(f"  {error.hint}")


def problem_lines(problem: RubricProblem, path: str, mark: str = "") -> Sequence[str]:
    """A problem in the rubric file at `path`: where and what, then what is allowed, what to do, and an example."""
    where = str(problem.place.start()) if problem.place else path
    lines = [f"{where}: {mark}{problem.message}"]
    if problem.allowed:
        lines.append(f"    allowed: {', '.join(problem.allowed)}")
    if problem.hint:
        lines.append(f"    {problem.hint}")
    if problem.example:
        lines.append("    for example:")
        lines += [_EXAMPLE_INDENT + line for line in problem.example.splitlines()]
    return lines
