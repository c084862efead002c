"""The JSON report keeps its contract: names, order, every criterion, and what a strict reader accepts."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_hostile import filled_with
from sample_parts import RESEARCH, at, report
from sample_reports import ALL, INCOMPLETE, READY, UNREADABLE, WEAK

from mcred_lint.findings import Item, Measured
from mcred_lint.reporters import json_report

SCHEMA = json.loads(resources.files("mcred_lint.reporters").joinpath("report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def rendered(*submissions: Any) -> Any:
    return json.loads(json_report.render(report(*submissions)))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("submission", ALL, ids=lambda submission: ascii(submission.id))
def test_every_kind_of_report_is_valid(submission: Any) -> None:
    VALIDATOR.validate(rendered(submission))


def test_one_and_many_have_the_same_shape() -> None:
    VALIDATOR.validate(rendered(*ALL))
    VALIDATOR.validate(rendered())
    assert rendered(READY).keys() == rendered(*ALL).keys()


def test_the_keys_stand_in_the_documented_order() -> None:
    whole = rendered(WEAK)
    submission = whole["submissions"][0]
    component = submission["components"][1]
    assert [*whole] == ["format", "format_version", "tool", "rubric", "options", "submissions", "summary", "findings"]
    assert [*whole["rubric"]] == ["id", "version", "title", "digest", "chosen_by"]
    assert " ".join(submission) == (
        "id digest status ready level judged criteria_total files components criteria findings error"
    )
    assert " ".join(component) == ("id title scale passing status level at_most read_from to_next_level criteria")
    assert " ".join(component["criteria"][0]) == (
        "id title basis status level certainty measured required set_by reason reading waived manual"
    )
    assert " ".join(submission["findings"][0]) == (
        "id criterion component severity message fix file line column end_line end_column place"
    )
    assert (
        " ".join(whole["summary"]) == "submissions ready not_ready incomplete could_not_be_checked by_component waived"
    )


@pytest.mark.parametrize("submission", ALL, ids=lambda submission: ascii(submission.id))
def test_every_criterion_is_there_whatever_happened(submission: Any) -> None:
    (told,) = rendered(submission)["submissions"]
    ids = [row["id"] for part in told["components"] for row in part["criteria"]] + [
        row["id"] for row in told["criteria"]
    ]
    assert len(ids) == sum(len(part.criteria) for part in submission.components) + len(submission.criteria)


def keyed(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every required key of a document, with the way to it."""
    if isinstance(node, dict):
        for key, child in node.items():
            yield path, key
            yield from keyed(child, (*path, key))
    elif isinstance(node, list) and node:
        yield from keyed(node[0], (*path, 0))


OPTIONAL = {"note", "value", "failed", "left_out", "at_least", "low", "high"}
PROMISED = [(path, key) for path, key in keyed(rendered(WEAK)) if key not in OPTIONAL and "by_component" not in path]


@pytest.mark.parametrize(("path", "key"), PROMISED, ids=lambda part: str(part))
def test_no_promised_key_may_be_missing(path: tuple[Any, ...], key: str) -> None:
    document = copy.deepcopy(rendered(WEAK))
    node = document
    for step in path:
        node = node[step]
    del node[key]
    assert not VALIDATOR.is_valid(document)


@pytest.mark.parametrize(
    "change",
    [
        {"status": "passed"},
        {"status": "ready", "ready": False},
        {"status": "not ready", "ready": True},
        {"judged": -1},
        {"level": 3},
    ],
)
def test_the_schema_is_strict_about_values(change: dict[str, Any]) -> None:
    document = rendered(READY)
    document["submissions"][0].update(change)
    assert not VALIDATOR.is_valid(document)


def test_a_component_that_could_not_be_checked_has_no_level() -> None:
    document = rendered(INCOMPLETE)
    research = document["submissions"][0]["components"][1]
    assert (research["status"], research["level"], research["at_most"]) == ("could not be checked", None, "Basic")
    research["level"] = "Basic"
    assert not VALIDATOR.is_valid(document)


def test_new_keys_may_be_added() -> None:
    document = rendered(READY)
    document["more"] = document["submissions"][0]["more"] = document["submissions"][0]["components"][0]["more"] = 1
    VALIDATOR.validate(document)


def measured(low: float, high: float | None, *items: Item) -> Any:
    row = replace(RESEARCH.criteria[0], measured=Measured(low, high, "minutes", items))
    part = replace(RESEARCH, criteria=(row,))
    return rendered(replace(READY, components=(part,)))["submissions"][0]["components"][0]["criteria"][0]["measured"]


def test_a_certain_number_is_a_value_and_an_uncertain_one_has_two_ends() -> None:
    assert measured(215.0, 215.0) == {"value": 215, "unit": "minutes", "items": [], "left_out": []}
    assert measured(150.5, 200.0) == {"low": 150.5, "high": 200, "unit": "minutes", "items": [], "left_out": []}
    assert measured(150.0, None) == {"low": 150, "high": None, "unit": "minutes", "items": [], "left_out": []}


def test_whole_numbers_have_no_point() -> None:
    assert ".0" not in json_report.render(report(replace(WEAK, id="x"))).replace('"0.1.0"', "").replace('"1.0.0"', "")


def test_an_item_has_its_place_and_only_what_is_known_of_it() -> None:
    placed = measured(1, 1, Item("Lunch", at("outline.md", 15, 3), 45.0, "a break"))["items"]
    bare = measured(1, 1, Item("Lunch"))["items"]
    assert placed == [
        {"text": "Lunch", "file": "outline.md", "line": 15, "column": 3, "place": None, "value": 45, "note": "a break"}
    ]
    assert bare == [{"text": "Lunch", "file": None, "line": None, "column": None, "place": None}]


def test_thresholds_stand_as_numbers_beside_their_words() -> None:
    research = rendered(READY)["submissions"][0]["components"][1]
    assert research["criteria"][0]["required"] == [
        {"level": "Proficient", "text": "5 or more", "at_least": 5},
        {"level": "Basic", "text": "3 or more", "at_least": 3},
    ]


def test_the_summary_counts_submissions_and_levels() -> None:
    summary = rendered(READY, WEAK, INCOMPLETE, UNREADABLE)["summary"]
    assert [*summary.values()][:5] == [4, 1, 1, 1, 1]
    assert [*summary["by_component"]["survey"].items()] == [
        ("Developing", 1),
        ("Basic", 0),
        ("Proficient", 1),
        ("not submitted", 1),
        ("could not be checked", 0),
    ]


def test_the_text_is_utf_8_with_two_spaces_and_ends_with_a_line() -> None:
    text = json_report.render(report(READY))
    assert "2022\u201323" in text and '\n  "format_version": 1,\n' in text and text.endswith("}\n")


@settings(max_examples=50)
@given(st.text(st.characters(codec=None, categories=None), min_size=1))
def test_any_text_of_a_stranger_makes_a_valid_report(text: str) -> None:
    rendering = json_report.render(report(filled_with(text)))
    VALIDATOR.validate(json.loads(rendering.encode("utf-8")))
