"""Where the command begins. `--version` is answered before anything is imported that takes time."""

from __future__ import annotations

import gc
import os
import sys

_OBJECTS_BEFORE_COLLECTING = 100_000
"""Importing and checking make much that stays; looking through it for garbage again and again only costs time."""


def main() -> int:
    """Run the command line of this process; the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from mcred_lint.cli.version import version_line

        print(version_line())
        return 0
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
    # Plugins that happen to be installed must not take part in reading a rubric, and looking for them takes time.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from mcred_lint.cli.app import run

    return run(arguments)
