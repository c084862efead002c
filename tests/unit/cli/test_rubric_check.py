"""`rubric check`: an author learns everything that is wrong with a rubric at once, in the words of every other command."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml
from support import ROOT, Command

TABLE = yaml.safe_load((ROOT / "tests" / "cases" / "broken_rubrics.yaml").read_text(encoding="utf-8"))
OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Two problems and one warning."""
    text = TABLE["rubric"].replace("issuer:", "isuer:", 1).replace("title: Reading up", "title: ''", 1)
    path = tmp_path / "our.yaml"
    path.write_text(text.replace("[$times]", "[now]", 1), encoding="utf-8")
    return path


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A warning alone."""
    path = tmp_path / "our.yaml"
    path.write_text(TABLE["rubric"].replace("[$times]", "[now]", 1), encoding="utf-8")
    return path


def test_a_sound_rubric_is_told_with_its_size(command: Command) -> None:
    ran = command("rubric", "check", OWN)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{OWN}: no problems; 3 criteria in 1 component\n"


def test_all_problems_come_first_then_the_warnings_then_the_sum(faulty: Path, command: Command) -> None:
    ran = command("rubric", "check", faulty)
    starts = [line for line in ran.out.splitlines() if line.startswith(str(faulty))]
    assert (ran.code, ran.err) == (2, "")
    assert starts[0].startswith(f'{faulty}:6:1: There is no key "isuer"')
    assert starts[1].startswith(f"{faulty}:16:12: There is nothing between")
    assert starts[2].startswith(f"{faulty}:13:3: warning: ")
    assert starts[3:] == [f"{faulty}: 2 problems, 1 warning"]


def test_a_problem_reads_like_everywhere_else(faulty: Path, command: Command) -> None:
    told = command("check", ROOT / "examples" / "basic", "--rubric", faulty).err
    problems = told.partition("mcred-lint: ")[0]
    assert problems and command("rubric", "check", faulty).out.startswith(problems)


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 2)])
def test_warnings_fail_only_where_that_is_asked_for(
    options: tuple[str, ...], code: int, doubtful: Path, command: Command
) -> None:
    ran = command("rubric", "check", doubtful, *options)
    assert ran.code == code
    assert ran.out.endswith(": no problems, 1 warning; 10 criteria in 2 components, 1 of the whole submission\n")


def test_several_rubrics_are_checked_in_one_run(faulty: Path, command: Command) -> None:
    ran = command("rubric", "check", faulty, "nea-advocacy", OWN)
    assert ran.code == 2
    assert ran.out.splitlines()[-2].startswith("nea-advocacy: no problems; ")
    assert ran.out.splitlines()[-1].startswith(f"{OWN}: no problems; ")


def test_a_rubric_comes_from_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(OWN.read_bytes().replace(b"issuer:", b"isuer:", 1))))
    ran = command("rubric", "check", "-")
    assert ran.code == 2
    assert ran.out.startswith('standard input:6:1: There is no key "isuer"')


def test_nothing_is_told_before_a_missing_file_is(faulty: Path, command: Command) -> None:
    ran = command("rubric", "check", faulty, "nothing.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no rubric file nothing.yaml." in ran.err


def test_a_hostile_rubric_sends_no_commands_to_the_terminal(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "our.yaml"
    path.write_text(TABLE["rubric"].replace("scale: steps", 'scale: "\\e[31m::error::x"', 1), encoding="utf-8")
    out = command("rubric", "check", path).out
    assert "\x1b" not in out and "::error" not in out
