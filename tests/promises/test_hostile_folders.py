"""A submission is a stranger's: whatever lies in its folder, the command answers, and nothing of it reaches the terminal raw."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from submissions import EXAMPLES
from support import Command

Hostile = Callable[[Path], None]
SECRET = "The cellar key hangs behind the stove."


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    """A proficient submission with room for something hostile."""
    return Path(shutil.copytree(EXAMPLES / "proficient", tmp_path / "submission"))


# ---- what may lie in a folder --------------------------------------------------------------------------------------------


def _alias_bomb(folder: Path) -> None:
    lines = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (folder / "notes.yaml").write_text("\n".join(lines))


def _zip_bomb(folder: Path) -> None:
    with zipfile.ZipFile(folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as document:
            document.write(
                b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
            )
            for _ in range(100):
                document.write(b" " * 1_000_000)


def _link_out(folder: Path) -> None:
    (folder.parent / "secret.md").write_text(f"# Research\n\n{SECRET}\n")
    (folder / "research-link.md").symlink_to(folder.parent / "secret.md")


def _link_in_a_circle(folder: Path) -> None:
    (folder / "circle").symlink_to(folder, target_is_directory=True)
    (folder / "round.md").symlink_to(folder / "round.md")


def _escapes(folder: Path) -> None:
    (folder / "re\nsearch\x1b[31m.md").write_text("# Research\n\n\x1b]0;owned\x07\x1b[2J\u202e\n")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "reflection.yaml")


def _own_judge(folder: Path) -> None:
    _write(folder / "mcred-lint.toml", b'rubric = "mine.yaml"\n')
    _write(folder / "mine.yaml", b"mcred-lint-rubric: 1\nid: mine\n")


HOSTILE: dict[str, Hostile] = {
    "a name with a line break and an escape code": _escapes,
    "a link that leads out": _link_out,
    "links that lead in a circle": _link_in_a_circle,
    "a pipe": _pipe,
    "an alias bomb": _alias_bomb,
    "a zip bomb": _zip_bomb,
    "200 KB of [ in Markdown": lambda folder: _write(folder / "outline-more.md", b"[" * 200_000),
    "200 KB of [ in YAML": lambda folder: _write(folder / "more.yaml", b"[" * 200_000),
    "50 KB of > in Markdown": lambda folder: _write(folder / "quotes.md", b">" * 50_000),
    "200 KB of a line without end": lambda folder: _write(folder / "long.md", b"word " * 40_000),
    "200 KB of | in Markdown": lambda folder: _write(folder / "table.md", b"|-" * 100_000),
    "700 levels of a list": lambda folder: _write(
        folder / "deep.md", b"\n".join(b" " * n + b"- a" for n in range(700))
    ),
    "keys 5,000 deep": lambda folder: _write(folder / "deep.yaml", b"a: " * 5_000 + b"{" * 5_000),
    "a file of 0 bytes": lambda folder: _write(folder / "research-more.md", b""),
    "NUL bytes": lambda folder: _write(folder / "nul.md", b"\x00" * 1_000),
    "a folder named like a file": lambda folder: _write(folder / "outline-2.md" / "survey.md", b"# Feedback\n"),
    "markup of the terminal's": lambda folder: _write(
        folder / "[bold red]x[/].md", b"# [link=https://evil.example]Research[/link]\n"
    ),
    "a text named .docx": lambda folder: _write(folder / "notes.docx", b"Only text."),
    "half a PDF": lambda folder: _write(folder / "slides.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
    "a rubric and a configuration of its own": _own_judge,
}


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)


# ---- the promises --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", HOSTILE)
def test_the_rest_is_judged_as_ever(what: str, submission: Path, command: Command) -> None:
    before = _levels(command, submission)
    HOSTILE[what](submission)
    assert _levels(command, submission) == before


@pytest.mark.parametrize("what", HOSTILE)
def test_the_page_shows_nothing_raw(what: str, submission: Path, command: Command) -> None:
    HOSTILE[what](submission)
    ran = command("check", submission, "--show-reading")
    assert ran.code in (0, 1, 3)
    assert "Traceback" not in ran.out + ran.err
    assert "went wrong inside" not in ran.out + ran.err
    assert not set("\x1b\x07\x00\u202e\u2066") & set(ran.out + ran.err)
    assert SECRET not in ran.out


@pytest.mark.parametrize("what", HOSTILE)
def test_alone_in_a_folder_it_gets_an_answer(what: str, tmp_path: Path, command: Command) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    HOSTILE[what](folder)
    ran = command("check", folder, "--format", "json")
    assert ran.code in (1, 3)
    assert "went wrong inside" not in ran.err
    if ran.out:
        submission = json.loads(ran.out)["submissions"][0]
        assert (submission["ready"], submission["error"]) == (False, None)
        assert SECRET not in ran.out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(submission: Path, command: Command) -> None:
    (submission / "research.md").chmod(0)
    ran = command("check", submission)
    assert ran.code != 0
    assert "research.md" in ran.out


def test_nothing_of_the_submission_is_changed(submission: Path, command: Command) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in submission.rglob("*") if path.is_file()}
    command("check", submission, "--format", "json")
    assert {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in submission.rglob("*") if path.is_file()
    } == before


def _levels(command: Command, folder: Path) -> dict[str, tuple[str, str | None]]:
    report = json.loads(command("check", folder, "--format", "json").out)["submissions"][0]
    return {part["id"]: (part["status"], part["level"]) for part in report["components"]}
