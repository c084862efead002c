"""What every test may use: the command itself, and golden files that are written anew on request."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest
from support import ROOT, UPDATE, Command, Golden, Ran

from mcred_lint.cli.app import run

# The machine of a newcomer or of CI is slow at times, and a failure has to come back when it is looked for.
hypothesis.settings.register_profile("everywhere", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("everywhere")


@pytest.fixture
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run `mcred-lint` with these arguments on a plain terminal of 80 columns."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def ran(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return ran


@pytest.fixture
def golden() -> Golden:
    """Compare a text with a checked-in file; with the switch set, a person wants the file written anew."""

    def compare(path: Path, text: str) -> None:
        if os.environ.get(UPDATE):
            if os.environ.get("CI"):
                pytest.fail(f"{UPDATE} is for a person who looks at the difference, not for CI")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"run again with {UPDATE}=1 and read what it writes"
        assert text == path.read_text(encoding="utf-8"), f"read the difference; if it is right, run with {UPDATE}=1"

    return compare
