"""Waivers on the command line: whose file counts, what changes in the report, and what is refused before anything is read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from support import ROOT, Command

SCHEMA = json.loads((ROOT / "src/mcred_lint/reporters/report.schema.json").read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place to work in, with two submissions."""
    monkeypatch.chdir(tmp_path)
    for name in ("basic", "every-finding"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / name)
    return tmp_path


def write(path: Path, *waivers: str) -> Path:
    lines = "".join(f"  - {{{waiver}, reason: Agreed in May, by: the dean}}\n" for waiver in waivers)
    path.write_text(f"mcred-lint-waivers: 1\nwaivers:\n{lines}")
    return path


def reported(command: Command, *arguments: object) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(command("check", *arguments, "--format", "json").out)
    jsonschema.validate(document, SCHEMA)
    return document


def of(rows: list[dict[str, Any]], id_: str) -> dict[str, Any]:
    return next(row for row in rows if row["id"] == id_)


def test_a_waived_criterion_holds_its_component_no_longer_and_keeps_its_own_level(
    folder: Path, command: Command
) -> None:
    file = write(folder / "w.yaml", "criterion: research.sources, submission: basic, until: 2026-12-31")
    document = reported(command, "basic", "--waivers", file.name)
    (submission,) = document["submissions"]
    research = of(submission["components"], "research")
    sources = of(research["criteria"], "research.sources")
    assert (research["level"], sources["level"], sources["status"]) == ("Proficient", "Basic", "judged")
    assert {key: sources["waived"][key] for key in ("reason", "by", "until", "file", "line")} == {
        "reason": "Agreed in May", "by": "the dean", "until": "2026-12-31", "file": "w.yaml", "line": 3,
    }  # fmt: skip
    severities = {row["severity"] for row in submission["findings"] if row["criterion"] == "research.sources"}
    assert severities == {"note"}
    assert document["summary"]["waived"] == 1
    assert (document["options"]["waivers"]["file"], document["options"]["waivers"]["number"]) == ("w.yaml", 1)


def test_the_page_shows_waivers_apart_and_no_level_without_them(folder: Path, command: Command) -> None:
    file = write(folder / "w.yaml", "criterion: research.sources, submission: basic, until: 2026-12-31")
    page = " ".join(command("check", "basic", "--waivers", file).out.split())
    assert "Proficient on what can be counted, 1 criterion waived; 2 for the assessor" in page
    before, apart = page.split(" WAIVED ")
    assert "At least five different sources" not in before
    assert "4 sources found; Proficient needs at least 5 sources (research.md:5)." in apart
    assert "Waived by the dean until 2026-12-31 (no reference date was given, so this was not checked): Agreed" in apart
    assert "judged by counting or by signals, 1 waived." in apart


def test_waivers_make_ready_and_the_exit_code_follows(folder: Path, command: Command) -> None:
    below = ("outline.hours", "outline.audience", "survey.questions", "survey.completed", "research.sources")
    file = write(folder / "w.yaml", *(f"criterion: {each}, submission: basic" for each in below))
    ran = command("check", "basic", "--waivers", file)
    assert ran.code == 0
    assert ran.out.split("\n")[2].startswith("READY on what can be counted; 5 criteria are waived;")


def test_a_blocker_that_is_waived_blocks_no_longer(folder: Path, command: Command) -> None:
    file = write(folder / "w.yaml", "criterion: placeholders, submission: every-finding")
    fail_under = ("--fail-under", "Developing")
    before = command("check", "every-finding", *fail_under).out
    after = command("check", "every-finding", "--waivers", file, *fail_under).out
    first, last = (page.partition("THE COMPONENTS")[0] for page in (before, after))
    assert "template text" in first and "template text" not in last


def test_a_waiver_does_not_stand_in_for_a_missing_component(folder: Path, command: Command) -> None:
    (folder / "basic" / "survey.md").unlink()
    (folder / "basic" / "completed-surveys.md").unlink()
    file = write(folder / "w.yaml", "criterion: survey.questions, submission: basic")
    (submission,) = reported(command, "basic", "--waivers", file)["submissions"]
    survey = of(submission["components"], "survey")
    assert (submission["status"], survey["status"]) == ("incomplete", "not submitted")
    assert all(row["waived"] is None for row in survey["criteria"])
    (told,) = [row for row in submission["findings"] if row["criterion"] == "waivers"]
    assert "not submitted" in told["message"] and told["line"] == 3


def test_one_that_has_ended_is_a_warning_and_changes_nothing(folder: Path, command: Command) -> None:
    file = write(folder / "w.yaml", "criterion: research.sources, submission: basic, until: 2026-05-31")
    document = reported(command, "basic", "--waivers", file, "--reference-date", "2026-06-01")
    (submission,) = document["submissions"]
    assert of(submission["components"], "research")["level"] == "Basic"
    (told,) = [row for row in submission["findings"] if row["criterion"] == "waivers"]
    assert told["severity"] == "warning" and "ended on 2026-05-31" in told["message"]


def test_of_several_submissions_each_has_its_own_and_the_rest_is_told_once(folder: Path, command: Command) -> None:
    file = write(
        folder / "w.yaml",
        "criterion: research.sources, submission: basic",
        'criterion: outline.hours, submission: "*"',
        "criterion: identity, submission: nobody",
    )
    document = reported(command, "basic", "every-finding", "--waivers", file)
    waived = [
        {row["id"] for part in submission["components"] for row in part["criteria"] if row["waived"]}
        for submission in document["submissions"]
    ]
    assert waived == [{"research.sources", "outline.hours"}, {"outline.hours"}]
    assert [row["line"] for row in document["findings"]] == [5]
    assert "THE FILE OF WAIVERS" in command("check", "basic", "every-finding", "--waivers", file).out


def test_the_configuration_names_a_file_beside_itself(
    folder: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "w.yaml", "criterion: research.sources, submission: basic")
    (folder / "mcred-lint.toml").write_text('waivers = "w.yaml"\n')
    assert reported(command, "basic")["options"]["waivers"]["file"] == "w.yaml"
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    assert reported(command, "../basic")["options"]["waivers"]["file"] == "../w.yaml"


def test_the_command_line_wins_over_the_configuration(folder: Path, command: Command) -> None:
    (folder / "mcred-lint.toml").write_text('waivers = "missing.yaml"\n')
    file = write(folder / "w.yaml", "criterion: research.sources, submission: basic")
    assert reported(command, "basic", "--waivers", file)["summary"]["waived"] == 1
    assert command("check", "basic").code == 2


def linked_in(folder: Path) -> Path:
    link = folder / "basic" / "w.yaml"
    link.symlink_to(write(folder / "w.yaml"))
    return link


def linked_out(folder: Path) -> Path:
    link = folder / "w.yaml"
    link.symlink_to(write(folder / "basic" / "w.yaml"))
    return link


def inside(folder: Path) -> Path:
    return write(folder / "basic" / "w.yaml")


@pytest.mark.parametrize("make", [inside, linked_in, linked_out])
def test_a_file_inside_a_submission_is_refused(make: Any, folder: Path, command: Command) -> None:
    ran = command("check", "basic", "--waivers", make(folder))
    assert (ran.code, ran.out) == (2, "")
    assert "lies inside the submission basic: a submission never chooses its judge" in ran.err


def test_a_file_that_a_submission_brings_along_is_not_read(folder: Path, command: Command) -> None:
    write(folder / "basic" / "waivers.yaml", 'criterion: research.sources, submission: "*"')
    (submission,) = reported(command, "basic")["submissions"]
    assert of(submission["components"], "research")["level"] == "Basic"
    (use,) = [file for file in submission["files"] if file["path"] == "waivers.yaml"]
    assert use["ignored_because"] == "it is a file of waivers; a submission never chooses its judge"


@pytest.mark.parametrize("rubric", [(), ("--rubric", "nea-advocacy")])
def test_what_is_wrong_in_the_file_comes_before_everything(
    rubric: tuple[str, ...], folder: Path, command: Command
) -> None:
    file = write(folder / "w.yaml", "criterion: research.decad, submission: basic")
    ran = command("check", "no-such-folder", "--waivers", file.name, *rubric)
    assert (ran.code, ran.out) == (2, "")
    assert 'w.yaml:3:17: The rubric "nea-advocacy" has no criterion "research.decad".' in ran.err
    assert "The file of waivers w.yaml has 1 problem." in ran.err


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_wrong_use(name: str, folder: Path, command: Command) -> None:
    ran = command("check", "basic", "--waivers", name)
    assert (ran.code, ran.out) == (2, "")
    assert f"The file of waivers {name} cannot be read" in ran.err
