"""Which files of a folder are opened: a submission comes from a stranger, and nothing outside of it is ever read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mcred_lint.errors import NoSubmission
from mcred_lint.rubric.language import load_language
from mcred_lint.submission import discover
from mcred_lint.submission.discover import Submission, open_submission


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A submission with one honest file, and a secret beside it."""
    (tmp_path / "secret.md").write_text("# Secret\n")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "research.md").write_text("# Research\n")
    return tmp_path / "mine"


def opened(path: Path) -> Submission:
    return open_submission(path, load_language())


def paths(submission: Submission) -> list[str]:
    return [document.path for document in submission.documents]


def reasons(submission: Submission) -> dict[str, str]:
    return dict(submission.skipped)


def test_files_come_in_the_order_of_their_paths(folder: Path) -> None:
    for name in ("b.md", "a.md", "sub/c.md", "Z.md"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("# Text\n")
    assert paths(opened(folder)) == ["Z.md", "a.md", "b.md", "research.md", "sub/c.md"]


@pytest.mark.parametrize("target", ["../secret.md", "/etc/hostname", "/dev/zero", "missing.md", "loop.md"])
def test_a_link_that_leads_out_or_nowhere_is_not_followed(target: str, folder: Path) -> None:
    (folder / "loop.md").symlink_to(target)
    submission = opened(folder)
    assert paths(submission) == ["research.md"]
    assert "link" in reasons(submission)["loop.md"]


def test_a_link_to_a_folder_outside_is_not_walked(folder: Path) -> None:
    (folder / "more").symlink_to(folder.parent)
    assert not any("secret" in path for path in paths(opened(folder)))


def test_a_link_within_the_folder_is_fine(folder: Path) -> None:
    (folder / "again.md").symlink_to("research.md")
    assert paths(opened(folder)) == ["again.md", "research.md"]


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "outline.md")
    submission = opened(folder)
    assert paths(submission) == ["research.md"]
    assert "outline.md" in reasons(submission)


def test_a_huge_file_is_named_and_not_read(folder: Path) -> None:
    with (folder / "film.mp4").open("wb") as file:
        file.truncate(discover.LARGEST_FILE + 1)
    assert "larger than" in reasons(opened(folder))["film.mp4"]


def test_too_many_files_are_told_one_by_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discover, "MOST_FILES", 2)
    for number in range(4):
        (folder / f"{number}.md").write_text("# Text\n")
    submission = opened(folder)
    assert len(submission.documents) == 2
    assert len(submission.skipped) == 3


@pytest.mark.parametrize("name", [".DS_Store", ".git/config", "~$outline.docx", "__MACOSX/research.md", "Thumbs.db"])
def test_what_systems_leave_behind_is_no_part_of_a_submission(name: str, folder: Path) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x")
    submission = opened(folder)
    assert paths(submission) == ["research.md"]
    assert not submission.skipped


@pytest.mark.parametrize("name", ["two\nlines.md", "\x1b[31mred.md", "tab\there.md", "[bold]x.md", "=cmd.md", "-rf.md"])
def test_a_strange_name_is_a_name(name: str, folder: Path) -> None:
    (folder / name).write_text("# Outline\n")
    assert name in paths(opened(folder))


def test_a_name_that_is_no_text_is_a_name(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md")).write_text("# Outline\n")
    assert len(opened(folder).documents) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "outline.md").write_text("# Outline\n")
    (folder / "outline.md").chmod(0)
    assert "outline.md" in reasons(opened(folder))


def test_a_single_file_is_a_submission_and_its_neighbours_are_none(folder: Path) -> None:
    submission = opened(folder / "research.md")
    assert (submission.id, paths(submission)) == ("research.md", ["research.md"])


def test_where_nothing_is_there_is_no_submission(folder: Path) -> None:
    with pytest.raises(NoSubmission):
        opened(folder / "nothing")


def test_the_digest_tells_submissions_apart_and_nothing_else(folder: Path) -> None:
    before = opened(folder).digest
    os.utime(folder / "research.md", (0, 0))
    assert opened(folder).digest == before
    (folder / "research.md").write_text("# Research!\n")
    assert opened(folder).digest != before
