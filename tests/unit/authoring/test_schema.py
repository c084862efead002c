"""The schema of the rubric format allows what the loader allows, and refuses what its models refuse."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from support import ROOT, Command, Golden

from mcred_lint.authoring.schema.models import all_models
from mcred_lint.authoring.schema.schema import rubric_schema
from mcred_lint.errors import RubricErrors
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import RubricPlaces
from mcred_lint.rubric.salvage import validated
from mcred_lint.rubric.shapes import keys_of
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Style, parse

CHECKED_IN = ROOT / "src" / "mcred_lint" / "rubric" / "rubric.schema.json"
TABLE = yaml.safe_load((ROOT / "tests" / "cases" / "broken_rubrics.yaml").read_text(encoding="utf-8"))
CHILDREN = yaml.safe_load((ROOT / "tests" / "cases" / "extends.yaml").read_text(encoding="utf-8"))
SCHEMA = json.loads(rubric_schema())
STARTS = ROOT / "src" / "mcred_lint" / "authoring" / "new_rubric"
RUBRICS = sorted(
    [
        path
        for path in (
            *STARTS.glob("*.yaml"),
            *(ROOT / "rubrics").glob("*.yaml"),
            *(ROOT / "examples" / "own-rubric").glob("*.yaml"),
        )
        if not path.name.endswith(".cases.yaml")
    ]
)


def as_editor(node: Node) -> Any:
    """The values of a file as an editor reads them: YAML 1.2, in which `no` is a word and 1.10 a number."""
    if isinstance(node, Mapping):
        return {entry.key.raw: as_editor(entry.value) for entry in node.entries}
    if not isinstance(node, Scalar):
        return [as_editor(item) for item in node.items]
    if node.style is not Style.PLAIN:
        return node.raw
    try:
        return json.loads({"~": "null", "": "null"}.get(node.raw, node.raw))
    except json.JSONDecodeError:
        return node.raw


def faults(text: str) -> list[str]:
    root = parse("rubric.yaml", text).root
    assert root is not None
    return [error.message for error in jsonschema.Draft7Validator(SCHEMA).iter_errors(as_editor(root))]


def changed(changes: Sequence[dict[str, str]]) -> str:
    text: str = TABLE["rubric"]
    for change in changes:
        text = text.replace(change["from"], change["to"], 1)
    return text


def test_the_shipped_schema_is_what_the_models_say(golden: Golden, command: Command) -> None:
    ran = command("rubric", "schema")
    assert ran.code == 0
    golden(CHECKED_IN, ran.out)


def test_the_schema_is_one_itself() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.name)
def test_rubrics_that_can_be_used_pass(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_short_forms_pass() -> None:
    assert faults(TABLE["rubric"]) == []
    for rung in (
        "{at_least: 1/2}",
        "{at_least: 50 %}",
        "{more_than: 4 h}",
        "{any: [{exactly: 2}, {between: [1 h, 90 min]}]}",
    ):
        assert faults(TABLE["rubric"].replace("{at_least: 5}", rung, 1)) == []


@pytest.mark.parametrize(
    "case", [case for case in CHILDREN["cases"] if "told" not in case], ids=lambda case: case["name"]
)
def test_rubrics_that_say_what_they_change_of_another_pass(case: dict[str, Any]) -> None:
    assert faults(CHILDREN["head"] + case.get("child", "")) == []


@pytest.mark.parametrize("change", ["isuer: x", "components: {reading: {nmes: {add: [x]}}}", "containers: {plus: [x]}"])
def test_slips_in_what_is_changed_are_refused(change: str) -> None:
    assert faults(f"{CHILDREN['head']}{change}\n")


def structural() -> Iterator[tuple[str, str]]:
    """The broken rubrics of the table that the models refuse."""
    for case in TABLE["cases"]:
        text = changed(case["changes"])
        root = parse("rubric.yaml", text).root
        if isinstance(root, Mapping):
            lists = WordLists.of(root)
            if validated(plain(root, lists), RubricPlaces(root), lists).refused:
                yield case["name"], text


@pytest.mark.parametrize("text", [text for _, text in structural()], ids=[name for name, _ in structural()])
def test_what_the_models_refuse_the_schema_refuses(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_the_schema_refuses_nothing_that_could_be_used(case: dict[str, Any]) -> None:
    text = changed(case["changes"])
    if not refused_by_the_schema(text):
        return
    with pytest.raises(RubricErrors):
        load_rubric("rubric.yaml", text.encode())


def refused_by_the_schema(text: str) -> bool:
    return parse("rubric.yaml", text).root is not None and bool(faults(text))


def test_the_schema_refuses_much_of_what_is_broken() -> None:
    refused = [case["name"] for case in TABLE["cases"] if refused_by_the_schema(changed(case["changes"]))]
    assert 5 * len(refused) > len(TABLE["cases"])  # the others need more than a schema to be told


def test_every_key_of_every_part_is_explained() -> None:
    definitions = SCHEMA["definitions"]
    for model in all_models(Rubric):
        assert any(
            set(keys_of(model)) - {"conditions"} <= set(each.get("properties", ())) for each in definitions.values()
        )
    for name, each in definitions.items():
        for key, schema in each.get("properties", {}).items():
            assert schema.get("markdownDescription") or key == "kind", f"{key} of {name}"


def test_the_schema_goes_into_a_file(tmp_path: Path, command: Command) -> None:
    path = tmp_path / "rubric.schema.json"
    assert command("rubric", "schema", "--output", path).out == ""
    assert path.read_text(encoding="utf-8") == rubric_schema()
