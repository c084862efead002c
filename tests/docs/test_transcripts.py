"""The documentation shows what the command really prints, and files as they really are.

A comment `<!-- run: COMMAND -->` or `<!-- file: PATH -->` stands before the block that must hold its output or text.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, Command, Golden

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
SHOWN = re.compile(
    r"(<!-- (?P<kind>run|file): (?P<what>.+) -->\n```\w*\n)(?P<body>[\s\S]*?)(?P<end>^```$)", re.MULTILINE
)
TYPED = {"tutorial.md"}
"""Pages that are tried in an empty folder of their own (test_tutorial.py)."""
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name not in TYPED], ids=lambda page: str(page.relative_to(ROOT))
)
def test_every_transcript_is_real(
    page: Path, command: Command, golden: Golden, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for beside in ROOT.iterdir():  # a command that writes must not write into the project
        (tmp_path / beside.name).symlink_to(beside)
    monkeypatch.chdir(tmp_path)
    show: dict[str, Callable[[str], str]] = {
        "file": lambda path: Path(path).read_text("utf-8"),
        "run": lambda line: command(*shlex.split(line)[1:]).out,
    }

    def real(found: re.Match[str]) -> str:
        return found[1] + show[found["kind"]](found["what"]) + found["end"]

    golden(page, SHOWN.sub(real, page.read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert not broken


def test_the_readme_has_transcripts() -> None:
    assert {found["kind"] for found in SHOWN.finditer((ROOT / "README.md").read_text("utf-8"))} == {"run", "file"}


def test_every_command_and_option_in_the_readme_exists(command: Command) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"mcred-lint ((?:rubric )?[a-z]+)(.*)", text)
    used = {(name, option) for name, rest in commands for option in re.findall(r"--[a-z-]+", rest)}
    helps = {name: command(*name.split(), "--help").out for name, _ in commands}
    missing = {(name, option) for name, option in used if option not in helps[name]}
    assert not missing
