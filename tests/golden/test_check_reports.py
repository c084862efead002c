"""The whole command on every example: the page at 80 columns and the JSON, exactly."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from support import ROOT, Command, Golden

from mcred_lint.rubric.bundled import bundled_ids

EXPECTED = Path(__file__).parent / "check"
CODES = {
    "basic": 1,
    "basic-yaml": 1,
    "developing": 1,
    "developing-yaml": 1,
    "every-finding": 1,
    "leadership/developing": 1,
    "leadership/proficient": 0,
    "game-design": 0,
    "one-document": 0,
    "proficient": 0,
    "proficient-yaml": 0,
}
"""Every example, with the exit code of a plain check."""


def _file(name: str) -> str:
    return name.replace("/", "-")


OWN_RUBRICS = {"own-rubric", "tutorial"}
"""Examples of rubric authors, which the pages of the documentation try."""


def test_no_example_is_forgotten() -> None:
    folders = {path.name for path in (ROOT / "examples").iterdir() if path.is_dir()}
    tried_by_cases = folders & set(bundled_ids())  # named for their rubric
    assert folders - tried_by_cases == {name.split("/")[0] for name in CODES} | OWN_RUBRICS


@pytest.mark.parametrize("name", CODES)
def test_the_page_and_the_exit_code_are_as_agreed(
    name: str, command: Command, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ran = command("check", f"examples/{name}")
    golden(EXPECTED / f"{_file(name)}.txt", ran.out)
    assert (ran.code, ran.err) == (CODES[name], "")


@pytest.mark.parametrize("name", CODES)
def test_the_json_is_as_agreed_and_follows_its_schema(
    name: str, command: Command, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ran = command("check", f"examples/{name}", "--format", "json")
    schema = json.loads((ROOT / "src/mcred_lint/reporters/report.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(ran.out), schema)
    golden(EXPECTED / f"{_file(name)}.json", ran.out)


def test_how_a_folder_was_understood_is_as_agreed(
    command: Command, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    golden(EXPECTED / "every-finding-reading.txt", command("check", "examples/every-finding", "--show-reading").out)


@pytest.mark.parametrize("width", [60, 80])
def test_the_rubric_reads_as_agreed(
    width: int, command: Command, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    golden(EXPECTED / f"rubric-show-{width}.txt", command("rubric", "show").out)


@pytest.mark.parametrize("criterion", ["research.sources", "research.questions", "outline.hours", "identity"])
def test_criteria_are_explained_as_agreed(criterion: str, command: Command, golden: Golden) -> None:
    golden(EXPECTED / f"explain-{criterion}.txt", command("explain", criterion).out)
