"""What `--version` says."""

from __future__ import annotations

from mcred_lint import __version__


def version_line() -> str:
    return f"mcred-lint {__version__}"
