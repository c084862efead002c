"""`init`: a new folder to write into, made from a rubric; nothing that is there already is touched."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support import ROOT, Command

OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"
PARTS = ("01-overview", "02-research", "03-outline", "04-artifacts", "05-survey", "06-reflection")


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("options", "files"),
    [
        ((), [f"{part}.md" for part in PARTS]),
        (("--format", "yaml"), [f"{part}.yaml" for part in PARTS]),
        (("--one-file",), ["submission.md"]),
        (("--one-file", "--format", "yaml"), ["submission.yaml"]),
    ],
)
def test_what_it_writes_is_told_and_is_not_submitted(
    options: tuple[str, ...], files: list[str], command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    ran = command("init", folder, *options)
    assert (ran.code, ran.err) == (0, "")
    assert files_in(folder) == files
    assert all(str(folder / name) in ran.out for name in files)
    assert f"mcred-lint check {folder}" in ran.out
    report = json.loads(command("check", folder, "--format", "json").out)
    (submission,) = report["submissions"]
    assert report["rubric"]["chosen_by"] == "default"
    assert {part["status"] for part in submission["components"]} == {"not submitted"}


def test_a_folder_with_something_in_it_is_refused_and_left_as_it_is(command: Command, tmp_path: Path) -> None:
    (tmp_path / "overview.md").write_text("my own")
    ran = command("init", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "is not empty: there is overview.md in it" in ran.err
    assert files_in(tmp_path) == ["overview.md"]
    assert (tmp_path / "overview.md").read_text() == "my own"


def test_a_second_time_it_is_refused(command: Command, tmp_path: Path) -> None:
    command("init", tmp_path / "mine")
    (tmp_path / "mine" / "01-overview.md").write_text("my own")
    assert command("init", tmp_path / "mine").code == 2
    assert (tmp_path / "mine" / "01-overview.md").read_text() == "my own"


def test_a_folder_that_is_empty_but_for_hidden_files_will_do(command: Command, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert command("init", tmp_path, "--one-file").code == 0
    assert files_in(tmp_path) == [".git", "submission.md"]


def test_a_file_of_that_name_is_refused(command: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("my own")
    ran = command("init", tmp_path / "mine")
    assert ran.code == 2
    assert "There is a file" in ran.err


def test_a_faulty_rubric_leaves_no_folder(command: Command, tmp_path: Path) -> None:
    (tmp_path / "rubric.yaml").write_text("mcred-lint-rubric: 1\n")
    assert command("init", tmp_path / "mine", "--rubric", tmp_path / "rubric.yaml").code == 2
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("format", ["markdown", "yaml"])
def test_for_a_rubric_file_the_check_has_to_be_told(format: str, command: Command, tmp_path: Path) -> None:
    ran = command("init", tmp_path / "mine", "--rubric", OWN, "--format", format)
    assert f"--rubric {OWN}" in " ".join(ran.out.split())
    report = json.loads(command("check", tmp_path / "mine", "--rubric", OWN, "--format", "json").out)
    assert report["submissions"][0]["findings"][0]["criterion"] == "plan"
    assert len(report["submissions"][0]["findings"]) == 1


@pytest.mark.parametrize("format", ["markdown", "yaml"])
@pytest.mark.parametrize("one_file", [(), ("--one-file",)])
def test_a_rubric_with_a_known_id_is_declared(
    format: str, one_file: tuple[str, ...], command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(OWN, tmp_path / "ours.yaml")
    (tmp_path / "mcred-lint.toml").write_text('rubrics = {book-study = "ours.yaml"}\n')
    monkeypatch.chdir(tmp_path)
    ran = command("init", "mine", "--rubric", "book-study", "--format", format, *one_file)
    assert "--rubric" not in ran.out
    report = json.loads(command("check", "mine", "--format", "json").out)
    assert (report["rubric"]["id"], report["rubric"]["chosen_by"]) == ("book-study", "declaration")
    assert {part["status"] for part in report["submissions"][0]["components"]} == {"not submitted"}


def test_the_files_are_the_authors_own_to_pass_on(command: Command, tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    command("init", tmp_path / "mine", "--one-file")
    assert (tmp_path / "mine" / "submission.md").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_its_help_has_examples(command: Command) -> None:
    ran = command("init", "--help")
    assert ran.code == 0
    assert "mcred-lint init my-submission" in ran.out
