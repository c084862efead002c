"""Writing: the report on stdout or into files, messages on stderr, colour and width of the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from mcred_lint.errors import McredLintError, RubricErrors, RubricProblem, UsageError
from mcred_lint.reporters.escape import terminal
from mcred_lint.reporters.layout import Page

USUAL_WIDTH = 80
_EXAMPLE_INDENT = "      "


class Colour(StrEnum):
    """When the report on the terminal is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Destination:
    """One format and where it goes; without a path it goes to stdout."""

    format: str
    path: Path | None = None


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
        _to_stdout(text)
    else:
        write_file(destination.path, text)


def print_page(fill: Callable[[Page], None]) -> None:
    """Print a page for people on stdout."""
    page = Page(width(os.environ, sys.stdout), coloured(Colour.AUTO, os.environ, sys.stdout))
    fill(page)
    _to_stdout(str(page))


def write_file(path: Path, text: str) -> None:
    """Write a file that only its owner can read: a report repeats lines of somebody's submission."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)


def _to_stdout(text: str) -> None:
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
    for line in lines:
        print("\n".join(map(terminal, line.split("\n"))), file=sys.stderr)


def tell_error(error: McredLintError) -> None:
    """What went wrong and what to do; of a rubric, everything that is wrong with it."""
    if isinstance(error, RubricErrors):
        for problem in error.problems:
            tell(*_problem_lines(problem, error.path))
    tell(f"mcred-lint: {error.message}")
    if error.hint:
        tell(f"  {error.hint}")


def _problem_lines(problem: RubricProblem, path: str) -> Sequence[str]:
    where = str(problem.place.start()) if problem.place else path
    lines = [f"{where}: {problem.message}"]
    if problem.allowed:
        lines.append(f"    allowed: {', '.join(problem.allowed)}")
    if problem.hint:
        lines.append(f"    {problem.hint}")
    if problem.example:
        lines.append("    for example:")
        lines += [_EXAMPLE_INDENT + line for line in problem.example.splitlines()]
    return lines


# ---- destinations ----------------------------------------------------------------------------------------------------


def destinations(formats: Sequence[str], output: Path | None, known: Sequence[str]) -> tuple[Destination, ...]:
    """Where each `--format NAME` and `--format NAME=FILE` goes. Raises UsageError for what cannot be done."""
    from mcred_lint.cli.suggestions import did_you_mean

    found = []
    for wish in formats or ("text",):
        name, equals, path = wish.partition("=")
        if name not in known:
            raise UsageError(f'There is no report format "{name}".', did_you_mean(name, known))
        if equals and not path:
            raise UsageError(f"--format {wish} names no file.", f"Write, for example, --format {name}=report.{name}.")
        found.append(Destination(name, Path(path) if path and path != "-" else None))
    return _with_output(found, output)


def _with_output(found: Sequence[Destination], output: Path | None) -> tuple[Destination, ...]:
    bare = [one.format for one in found if one.path is None]
    if len(bare) > 1:
        raise UsageError(
            f"Only one format can go to the screen or to --output; {len(bare)} were asked for: {', '.join(bare)}.",
            f"Give the others a file, for example --format {bare[-1]}=report.{bare[-1]}.",
        )
    if output is not None and not bare:
        raise UsageError(
            "--output has nothing to write: every --format already names its own file.",
            "Leave --output away, or leave the file name away from one --format.",
        )
    if output is None or str(output) == "-":
        return tuple(found)
    return tuple(Destination(one.format, one.path or output) for one in found)


def check_destinations(found: Sequence[Destination], submissions: Sequence[Path]) -> None:
    """Refuse, before anything is read, what could not be written or would change a submission. Raises UsageError."""
    seen: set[Path] = set()
    for one in found:
        if one.path is None:
            continue
        resolved = one.path.resolve()
        if resolved in seen:
            raise UsageError(f"Two reports would be written to {one.path}.", "Give each a file of its own.")
        seen.add(resolved)
        if one.path.is_dir():
            raise UsageError(
                f"{one.path} is a folder; a report needs a file name.", f"For example {one.path}/report.{one.format}."
            )
        if not one.path.parent.is_dir():
            raise UsageError(f"There is no folder {one.path.parent} to write the report to.", "Make it first.")
        for submission in submissions:
            if _belongs_to(resolved, submission.resolve()):
                raise UsageError(
                    f"{one.path} lies inside the submission {submission}, where nothing is ever written.",
                    "Give the report a place outside of it.",
                )


def _belongs_to(path: Path, submission: Path) -> bool:
    return path == submission or (submission.is_dir() and path.is_relative_to(submission))
