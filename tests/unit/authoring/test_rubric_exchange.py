"""`rubric export` and `rubric import`: the result alone on stdout, all else on stderr, and no file lost."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from support import ROOT, Command

from mcred_lint.rubric.loader import load_rubric

OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"
CSV = "Rubric Name,Criteria Name,Rating Name,Rating Description,Rating Points\nA,Plan,Good,Yes,1\n"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("to", "begins"), [("canvas-csv", '"Rubric Name",'), ("markdown", "# Leading"), ("html", "<!doctype html>")]
)
def test_a_rubric_goes_to_the_screen_or_to_a_file_alike(to: str, begins: str, command: Command) -> None:
    shown = command("rubric", "export", OWN, "--to", to)
    written = command("rubric", "export", OWN, "--to", to, "--output", "out")
    assert (shown.code, written.code, written.out) == (0, 0, "")
    assert shown.out.startswith(begins)
    assert Path("out").read_bytes().decode() == shown.out


def test_what_canvas_cannot_hold_is_told_beside_the_file(command: Command) -> None:
    ran = command("rubric", "export", OWN, "--to", "canvas-csv")
    assert "Canvas adds the points up" in ran.err
    assert "Canvas adds" not in ran.out
    assert command("rubric", "export", OWN, "--to", "markdown").err == ""


def test_a_rubric_goes_to_canvas_and_back(command: Command) -> None:
    command("rubric", "export", OWN, "--to", "canvas-csv", "-o", "rubric.csv")
    ran = command("rubric", "import", "canvas-csv", "rubric.csv", "-o", "draft.yaml")
    assert (ran.code, ran.out) == (0, "")
    assert "No automatic checks: 3 criteria" in ran.err
    draft = load_rubric("draft.yaml", Path("draft.yaml").read_bytes()).rubric
    own = load_rubric("own.yaml", OWN.read_bytes()).rubric
    titles = [[each.title for each in part.criteria.values()] for part in draft.components.values()]
    assert titles == [[each.title for each in part.criteria.values()] for part in own.components.values()]
    assert (draft.title, draft.version) == (own.title, own.version)
    assert draft.scales["levels"] == own.scales["level"]
    assert command("rubric", "show", "draft.yaml").code == 0


def test_the_example_for_canvas_is_what_the_export_writes(command: Command) -> None:
    shown = command("rubric", "export", OWN, "--to", "canvas-csv").out
    assert shown.splitlines() == (OWN.parent / "book-study-canvas.csv").read_text("utf-8").splitlines()


def test_a_draft_can_be_checked_with(command: Command) -> None:
    Path("rubric.csv").write_text(CSV)
    command("rubric", "import", "canvas-csv", "rubric.csv", "-o", "draft.yaml")
    Path("plan.md").write_text("# Plan\n\nWhat we do.\n")
    ran = command("check", "plan.md", "--rubric", "draft.yaml")
    assert ran.code in (0, 1), ran.err
    assert "Plan" in ran.out


def test_a_file_comes_from_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CSV.encode())))
    ran = command("rubric", "import", "canvas-csv", "-")
    assert ran.code == 0
    assert "title: Plan" in ran.out
    assert "standard input (row 2)" in ran.err


def test_one_of_several_rubrics_is_chosen_by_name(command: Command) -> None:
    Path("two.csv").write_text(f"{CSV}B,Outline,Good,Yes,1\n")
    asked = command("rubric", "import", "canvas-csv", "two.csv")
    assert (asked.code, asked.out) == (2, "")
    assert 'two.csv holds 2 rubrics: "A" and "B".' in asked.err
    assert "title: Outline" in command("rubric", "import", "canvas-csv", "two.csv", "--name", "b").out
    assert command("rubric", "import", "canvas-csv", "two.csv", "--name", "C").code == 2


def test_a_faulty_file_is_told_with_its_row(command: Command) -> None:
    Path("bad.csv").write_text("Rubric Name,Title\nA,Plan\n")
    ran = command("rubric", "import", "canvas-csv", "bad.csv", "-o", "draft.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert 'bad.csv (row 1): There is no column "Criteria Name".' in ran.err
    assert not Path("draft.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", OWN, "--to", "htlm"), 'Did you mean "html"?'),
        (("export", OWN), "--to"),
        (("export", "no-such", "--to", "html"), "There is no rubric"),
        (("export", OWN, "--to", "html", "-o", "nowhere/r.html"), "no folder nowhere"),
        (("export", OWN, "--to", "html", "-o", "."), "is a folder"),
        (("export", "own.yaml", "--to", "html", "-o", "own.yaml"), "would be lost"),
        (("export", "child.yaml", "--to", "html", "-o", "own.yaml"), "would be lost"),
        (("import", "canvas", "rubric.csv"), 'Did you mean "canvas-csv"?'),
        (("import", "canvas-csv", "missing.csv"), "cannot be read"),
        (("import", "canvas-csv", "rubric.csv", "-o", "own.yaml"), "would be lost"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(
    arguments: tuple[object, ...], told: str, command: Command
) -> None:
    Path("rubric.csv").write_text(CSV)
    Path("own.yaml").write_bytes(OWN.read_bytes())
    Path("child.yaml").write_text("mcred-lint-rubric: 1\nid: child\nversion: 1\ntitle: Child\nextends: own.yaml\n")
    ran = command("rubric", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert Path("own.yaml").read_bytes() == OWN.read_bytes()


@pytest.mark.parametrize("name", ["export", "import"])
def test_the_help_has_examples(name: str, command: Command) -> None:
    assert f"mcred-lint rubric {name}" in command("rubric", name, "--help").out.split("Examples:")[1]
