"""Where the rubric commands write what they make: `--output`, or the screen."""

from __future__ import annotations

from pathlib import Path

from mcred_lint.cli.output import to_stdout
from mcred_lint.errors import UsageError


def check_output(output: Path | None, example: str, *, overwrite: bool = True) -> None:
    """Refuse, before anything is read, what could not be written or would be lost. Raises UsageError."""
    if output is None or str(output) == "-":
        return
    if output.is_dir():
        raise UsageError(f"{output} is a folder; --output needs a file name.", f"For example {output}/{example}.")
    if not output.parent.is_dir():
        raise UsageError(f"There is no folder {output.parent} to write to.", "Make it first.")
    if output.exists() and not overwrite:
        raise UsageError(f"There is a file {output} already; it would be lost.", "Give another name.")


def write(text: str, output: Path | None) -> None:
    """Put it on the screen, or into a file that may be passed on: it says nothing of anybody's submission."""
    if output is None or str(output) == "-":
        to_stdout(text)
    else:
        output.write_text(text, encoding="utf-8", newline="")
