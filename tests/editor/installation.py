"""The language server behind YAML files in editors, fetched once into the user's cache; without it these tests are skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

_PACKAGE, _VERSION = "yaml-language-server", "1.25.0"
_MOST_SECONDS = 60
"""It takes about four."""


def server_command() -> list[str]:
    """How to start the server. Skips the test that asks where it cannot be had."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed, which the language server needs")
    program = _installed() / "node_modules" / _PACKAGE / "bin" / _PACKAGE
    return [node, str(program), "--stdio"]


def _installed() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mcred-lint-tests"
    folder = cache / f"{_PACKAGE}-{_VERSION}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as fresh:
            _install(Path(fresh) / "it")
            _keep(Path(fresh) / "it", folder)
    return folder


def _install(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, which fetches the language server")
    folder.mkdir()
    manners = ["--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", "--loglevel=error"]
    try:
        subprocess.run(
            [npm, "install", *manners, "--prefix", str(folder), f"{_PACKAGE}@{_VERSION}"],
            cwd=folder, check=True, capture_output=True, timeout=_MOST_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        pytest.skip(f"{_PACKAGE} cannot be fetched here: {type(error).__name__}")


def _keep(fresh: Path, folder: Path) -> None:
    """Under its name only when it is complete: another test process may be doing the same."""
    try:
        fresh.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
