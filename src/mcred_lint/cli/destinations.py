"""Where reports go: `--format NAME`, `--format NAME=FILE` and `--output`, and what is refused before anything is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mcred_lint.cli.suggestions import did_you_mean
from mcred_lint.errors import UsageError


@dataclass(frozen=True, slots=True)
class Destination:
    """One format and where it goes; without a path it goes to stdout."""

    format: str
    path: Path | None = None


def destinations(formats: Sequence[str], output: Path | None, known: Sequence[str]) -> tuple[Destination, ...]:
    """Where each `--format NAME` and `--format NAME=FILE` goes. Raises UsageError for what cannot be done."""
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
            if belongs_to(resolved, submission.resolve()):
                raise UsageError(
                    f"{one.path} lies inside the submission {submission}, where nothing is ever written.",
                    "Give the report a place outside of it.",
                )


def belongs_to(path: Path, submission: Path) -> bool:
    """Whether a file is part of a submission; both as they are with links followed."""
    return path == submission or (submission.is_dir() and path.is_relative_to(submission))
