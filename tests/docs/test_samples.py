"""The samples of the documentation are read as the page says.

`<!-- sample: FOLDER/FILE -->` stands before a file of a submission; `<!-- expect: FOLDER: ... -->` says what comes of it.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from support import ROOT, Command

from mcred_lint.cli.configuration import find_configuration

PAGE = (ROOT / "docs" / "submissions.md").read_text("utf-8")
SAMPLE = re.compile(r"<!-- sample: ([\w-]+)/(.+) -->\n```\w+\n([\s\S]*?)^```$", re.MULTILINE)
EXPECTED = re.compile(r"<!-- expect: ([\w-]+): (.+) -->")
FROM = re.compile(r"(\w+) from (.+) by (\w+)")
IS = re.compile(r"([\w.-]+) is (\d+)")
CHOSEN = re.compile(r"chosen by (\w+)")


def reported(folder: str, command: Command, tmp_path: Path) -> dict[str, Any]:
    for name, file, text in SAMPLE.findall(PAGE):
        if name == folder:
            (tmp_path / file).write_text(text, "utf-8")
    ran = command("check", tmp_path, "--format", "json")
    document: dict[str, Any] = json.loads(ran.out)
    return document


@pytest.mark.parametrize(("folder", "expected"), EXPECTED.findall(PAGE))
def test_a_sample_is_read_as_the_page_says(folder: str, expected: str, command: Command, tmp_path: Path) -> None:
    document = reported(folder, command, tmp_path)
    components = {part["id"]: part for part in document["submissions"][0]["components"]}
    if found := FROM.fullmatch(expected):
        read = {(one["file"], one["recognised_by"]) for one in components[found[1]]["read_from"]}
        assert (found[2], found[3]) in read
    elif found := IS.fullmatch(expected):
        criteria = {one["id"]: one for part in components.values() for one in part["criteria"]}
        measured = criteria[found[1]]["measured"]
        assert {value for key, value in measured.items() if key in ("value", "low", "high")} == {int(found[2])}
    else:
        chosen = CHOSEN.fullmatch(expected)
        assert chosen is not None, f"this test does not understand: {expected}"
        assert document["rubric"]["chosen_by"] == chosen[1]


def test_every_sample_has_an_expectation() -> None:
    assert {folder for folder, _, _ in SAMPLE.findall(PAGE)} == {folder for folder, _ in EXPECTED.findall(PAGE)}


def test_the_sample_configuration_has_every_setting_and_is_understood(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    (text,) = re.findall(r"<!-- sample-config -->\n```toml\n([\s\S]*?)^```$", page, re.MULTILINE)
    (tmp_path / "mcred-lint.toml").write_text(text)
    found = find_configuration(tmp_path, ())
    settings = {name.replace("_", "-") for name in type(found).__dataclass_fields__} - {"file"}
    assert tomllib.loads(text).keys() == settings
