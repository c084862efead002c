"""Which rubric judges, and what is told when a submission asks for another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, Command

OWN = (ROOT / "examples" / "own-rubric" / "book-study.yaml").read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a rubric of its own and a submission in `mine`."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "ours.yaml").write_text(OWN)
    (tmp_path / "mine" / "research.md").write_text("# Research\n\nA text about our schools.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(project: Path, text: str) -> None:
    (project / "mcred-lint.toml").write_text(text)


def declare(project: Path, rubric: str) -> None:
    (project / "mine" / "research.md").write_text(f"---\nrubric: {rubric}\n---\n\n# Research\n\nA text.\n")


def checked(command: Command, *options: str) -> dict[str, Any]:
    ran = command("check", "mine", "--format", "json", *options)
    assert ran.code in (0, 1), ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


def chosen(document: dict[str, Any]) -> tuple[str, str]:
    return document["rubric"]["id"], document["rubric"]["chosen_by"]


def told(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [found for found in document["submissions"][0]["findings"] if found["criterion"] == "rubric"]


def test_without_any_wish_it_is_the_bundled_default(project: Path, command: Command) -> None:
    assert chosen(checked(command)) == ("nea-advocacy", "default")


def test_the_option_takes_a_file(project: Path, command: Command) -> None:
    assert chosen(checked(command, "--rubric", "ours.yaml")) == ("book-study", "option")


def test_the_option_takes_a_bundled_id(project: Path, command: Command) -> None:
    assert chosen(checked(command, "--rubric", "nea-advocacy")) == ("nea-advocacy", "option")


def test_the_configuration_takes_a_file_beside_itself(
    project: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(project, 'rubric = "ours.yaml"')
    (project / "deeper").mkdir()
    monkeypatch.chdir(project / "deeper")
    ran = command("check", "../mine", "--format", "json")
    assert chosen(json.loads(ran.out)) == ("book-study", "config")


def test_the_option_wins_over_the_configuration(project: Path, command: Command) -> None:
    configure(project, 'rubric = "ours.yaml"')
    assert chosen(checked(command, "--rubric", "nea-advocacy")) == ("nea-advocacy", "option")


def test_a_submission_may_declare_a_bundled_rubric(project: Path, command: Command) -> None:
    declare(project, "nea-advocacy")
    document = checked(command)
    assert chosen(document) == ("nea-advocacy", "declaration")
    assert not told(document)


@pytest.mark.parametrize("text", ["rubric: book-study\nresearch: text\n", "Rubric: 'book-study'\n"])
def test_a_submission_may_declare_a_configured_rubric_in_yaml(text: str, project: Path, command: Command) -> None:
    configure(project, 'rubrics = {book-study = "ours.yaml"}')
    (project / "mine" / "submission.yaml").write_text(text)
    assert chosen(checked(command)) == ("book-study", "declaration")


@pytest.mark.parametrize("path", ["ours.yaml", "../ours.yaml", "./own.yaml", "/etc/passwd"])
def test_a_submission_never_chooses_a_file(path: str, project: Path, command: Command) -> None:
    (project / "mine" / "own.yaml").write_text(OWN)
    declare(project, path)
    document = checked(command)
    assert chosen(document) == ("nea-advocacy", "default")
    assert "is not known here" in told(document)[0]["message"]


def test_a_declaration_that_differs_from_the_pinned_rubric_is_told_with_its_place(
    project: Path, command: Command
) -> None:
    configure(project, 'rubrics = {book-study = "ours.yaml"}\nrubric = "nea-advocacy"')
    declare(project, "book-study")
    document = checked(command)
    assert chosen(document) == ("nea-advocacy", "config")
    (found,) = told(document)
    assert (found["severity"], found["file"], found["line"]) == ("warning", "research.md", 2)
    assert "book-study" in found["message"]
    assert "nea-advocacy" in found["message"]


def test_submissions_for_different_rubrics_are_not_judged_by_one(project: Path, command: Command) -> None:
    configure(project, 'rubrics = {book-study = "ours.yaml"}')
    declare(project, "book-study")
    (project / "other").mkdir()
    (project / "other" / "research.md").write_text("# Research\n")
    ran = command("check", "mine", "other")
    assert (ran.code, ran.out) == (2, "")
    assert "book-study and nea-advocacy" in ran.err


def test_a_faulty_configured_rubric_is_told_with_its_place(project: Path, command: Command) -> None:
    configure(project, 'rubric = "ours.yaml"')
    (project / "ours.yaml").write_text(OWN.replace("basis: counted", "basis: guessed", 1))
    ran = command("check", "mine")
    assert (ran.code, ran.out) == (2, "")
    assert "ours.yaml:" in ran.err


def test_a_declaration_that_was_not_followed_gives_nobody_away(project: Path, command: Command) -> None:
    file = project / "mine" / "notes by student Jonah Wexcombe.md"
    file.write_text("---\nrubric: for Mrs. Adele Marrowby\n---\n\n# Artifact 3: Materials\n\nA text.\n")
    document = checked(command)
    (found,) = told(document)
    assert "asks for a rubric, which is not known here" in found["message"]
    assert "Marrowby" not in json.dumps(document)
    assert found["file"] in {use["path"] for use in document["submissions"][0]["files"]}
