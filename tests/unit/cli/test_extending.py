"""Rubrics that extend others, as they are found and told on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import ROOT, Command

HEAD = "mcred-lint-rubric: 1\nid: ours\nversion: 1.0.0\ntitle: Our own\nextends: {}\n"
FEWER = "components: {research: {criteria: {sources: {ladder: {Proficient: {at_least: 4}}}}}}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory without configuration."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, extends: str, text: str = "") -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(HEAD.format(extends) + text)


def test_a_child_of_a_bundled_rubric_is_shown_with_what_it_changes(command: Command) -> None:
    write("ours.yaml", "nea-advocacy", FEWER)
    shown = command("rubric", "show", "ours.yaml").out
    assert "Our own" in shown and "at least 4 sources" in shown and "at least 3 sources" in shown


def test_a_submission_is_judged_by_the_merged_rubric(command: Command) -> None:
    write("ours.yaml", "nea-advocacy", FEWER)
    submission = ROOT / "examples" / "basic"
    report = json.loads(command("check", submission, "--rubric", "ours.yaml", "--format", "json").out)
    criteria = {one["id"]: one for part in report["submissions"][0]["components"] for one in part["criteria"]}
    assert report["rubric"]["id"] == "ours"
    assert criteria["research.sources"]["required"][0]["text"] == "at least 4 sources"


def test_a_file_is_found_from_the_file_that_extends_it(command: Command) -> None:
    write("family/base.yaml", "nea-advocacy")
    write("family/title/ours.yaml", "../base.yaml")
    Path("family/title/ours.yaml").write_text(Path("family/title/ours.yaml").read_text().replace("id: ours", "id: one"))
    assert command("rubric", "show", "family/title/ours.yaml").code == 0


def test_problems_of_the_other_file_are_told_with_its_path(command: Command) -> None:
    write("family/base.yaml", "nea-advocacy", "issuerr: us\n")
    write("ours.yaml", "family/base.yaml")
    ran = command("check", "ours.yaml", "--rubric", "ours.yaml")
    assert ran.code == 2
    assert "ours.yaml:5:10: The rubric that this one extends, family/base.yaml, cannot be used." in ran.err
    assert 'family/base.yaml:6:1: There is no key "issuerr"' in ran.err


def test_a_near_miss_of_an_id_is_told(command: Command) -> None:
    write("ours.yaml", "nea-advocasy")
    ran = command("rubric", "show", "ours.yaml")
    assert ran.code == 2
    assert 'ours.yaml:5:10: There is no rubric "nea-advocasy".' in ran.err
    assert 'Did you mean "nea-advocacy"?' in ran.err


@pytest.mark.parametrize("name", ["base.yaml", ".", "/dev/null", "no\\0pe", "x" * 400])
def test_what_is_no_file_is_told(name: str, command: Command) -> None:
    write("ours.yaml", f'"{name}"')
    ran = command("rubric", "show", "ours.yaml")
    assert ran.code == 2
    assert "ours.yaml:5:10: There is no rubric" in ran.err


def test_a_configured_id_can_be_extended(command: Command) -> None:
    write("rubrics/base.yaml", "nea-advocacy", "issuer: Alder Creek Schools\n")
    Path("mcred-lint.toml").write_text('rubrics = {base = "rubrics/base.yaml"}\n')
    write("ours.yaml", "base")
    Path("ours.yaml").write_text(Path("ours.yaml").read_text().replace("id: ours", "id: ours-too"))
    assert "Alder Creek Schools" in command("rubric", "show", "ours.yaml").out


def test_a_rubric_configured_in_place_of_a_bundled_one_may_extend_that_one(command: Command) -> None:
    write("ours.yaml", "nea-advocacy", FEWER)
    Path("mcred-lint.toml").write_text('rubrics = {nea-advocacy = "ours.yaml"}\n')
    assert "at least 4 sources" in command("rubric", "show", "nea-advocacy").out


def test_files_that_extend_each_other_are_told(command: Command) -> None:
    write("a.yaml", "./b.yaml")
    write("b.yaml", f"../{Path.cwd().name}/a.yaml")
    ran = command("rubric", "show", "a.yaml")
    assert ran.code == 2
    assert "circle" in ran.err or "steps deep" in ran.err
