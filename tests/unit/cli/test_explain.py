"""`explain` and `rubric`: every criterion can be looked up, and a slip leads to the right one."""

from __future__ import annotations

import re

import pytest
from support import ROOT, Command

from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.outcomes import criteria_of

RUBRIC_FILE = ROOT / "rubrics" / "nea-advocacy.yaml"
CRITERIA = criteria_of(load_rubric("nea-advocacy.yaml", RUBRIC_FILE.read_bytes()).rubric)


@pytest.mark.parametrize("id_", CRITERIA)
def test_every_criterion_is_explained_within_60_columns(
    id_: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    ran = command("explain", id_)
    assert ran.code == 0
    said = " ".join(ran.out.split())
    assert CRITERIA[id_][1].title in said
    assert "HOW IT IS MEASURED" in said
    assert max(map(len, ran.out.splitlines())) <= 60
    assert all(level in said for level in CRITERIA[id_][1].ladder)


def test_without_a_criterion_all_are_listed(command: Command) -> None:
    listed = set(re.findall(r"^  ([\w.-]+)  ", command("explain").out, re.MULTILINE))
    assert listed == set(CRITERIA)


def test_the_short_name_is_enough_where_it_is_unique(command: Command) -> None:
    assert command("explain", "sources").out == command("explain", "research.sources").out


def test_a_short_name_of_several_lists_them(command: Command) -> None:
    ran = command("explain", "questions")
    assert (ran.code, ran.out) == (2, "")
    assert "overview.questions, research.questions" in ran.err


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("reserch.sources", "research.sources"), ("sorces", "sources"), ("outline.hour", "outline.hours")],
)
def test_a_slip_leads_to_what_was_meant(slip: str, meant: str, command: Command) -> None:
    ran = command("explain", slip)
    assert ran.code == 2
    assert f'Did you mean "{meant}"?' in ran.err


def test_a_rubric_of_ones_own_is_explained_and_shown(command: Command) -> None:
    own = ROOT / "examples" / "own-rubric" / "book-study.yaml"
    assert "at least 3 sources" in command("explain", "books", "--rubric", own).out
    assert "Leading a book study" in command("rubric", "show", own).out


def test_the_list_names_every_bundled_rubric(command: Command) -> None:
    out = command("rubric", "list").out
    rubrics = {file.stem for file in (ROOT / "rubrics").glob("*.yaml") if not file.name.endswith(".cases.yaml")}
    assert rubrics
    assert all(rubric in out for rubric in rubrics)
    assert ".cases" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["explain", "--help"],
        ["rubric", "--help"],
        ["rubric", "show", "--help"],
        ["rubric", "test", "--help"],
    ],
)
def test_every_command_has_help(arguments: list[str], command: Command) -> None:
    ran = command(*arguments)
    assert ran.code == 0
    assert "Usage: mcred-lint" in ran.out
