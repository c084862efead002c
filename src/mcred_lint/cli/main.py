"""Where the command begins. `--version` is answered before anything is imported that takes time."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line of this process; the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from mcred_lint.cli.version import version_line

        print(version_line())
        return 0
    from mcred_lint.cli.app import run

    return run(arguments)
