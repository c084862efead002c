"""A file of waivers is loaded whole, or everything that is wrong with it is told at once, in its author's words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from submissions import advocacy

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.waivers.loader import load_waivers
from mcred_lint.waivers.waivers import Waivers

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "waivers.yaml").read_text("utf-8"))["cases"]
GOOD = """\
mcred-lint-waivers: 1
waivers:
  - criterion: research.sources
    submission: river
    reason: >
      The library was closed,
      and so was the museum.
    by: the assessor of record
    until: 2026-12-31
  - {criterion: identity, submission: "*", reason: yes, by: 42}
"""


def loaded(data: bytes) -> Waivers:
    return load_waivers("waivers.yaml", data, advocacy(), None)


def told(data: bytes) -> tuple[RubricProblem, ...]:
    """The problems of a file; none when it can be used."""
    try:
        loaded(data)
    except RubricErrors as error:
        return error.problems
    return ()


def position(problem: RubricProblem) -> str:
    assert problem.place is not None
    return f"{problem.place.line}:{problem.place.column}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_mistake_is_told_with_place_cause_and_way_out(case: dict[str, Any]) -> None:
    problems = told(case["text"].encode())
    assert [position(problem) for problem in problems] == [wanted["at"] for wanted in case["told"]]
    for problem, wanted in zip(problems, case["told"], strict=True):
        assert wanted["says"] in problem.message and problem.message.endswith(".")
        assert wanted["hint"] in problem.hint
        assert set(wanted.get("allowed", ())) <= set(problem.allowed)
        assert wanted.get("example", "") in problem.example


def test_a_good_file_is_read_as_it_is_written() -> None:
    first, second = loaded(GOOD.encode()).entries
    assert (first.criterion, first.submission, first.until) == ("research.sources", "river", date(2026, 12, 31))
    assert first.reason == "The library was closed, and so was the museum."
    assert (second.submission, second.reason, second.by, second.until) == ("*", "yes", "42", None)


def test_each_waiver_knows_its_place() -> None:
    assert [str(entry.place) for entry in loaded(GOOD.encode()).entries] == ["waivers.yaml:3:5", "waivers.yaml:10:5"]


def test_other_bytes_have_another_digest() -> None:
    assert loaded(GOOD.encode()).digest != loaded(GOOD.replace("42", "43").encode()).digest


def test_without_a_rubric_the_criteria_wait() -> None:
    text = GOOD.replace("research.sources", "no.such").encode()
    assert len(load_waivers("waivers.yaml", text, None, None).entries) == 2
    assert len(told(text)) == 1


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: ("mcred-lint-waivers: 1\nwaivers: " + text).encode())
)
def test_any_file_is_loaded_or_refused_in_words(data: bytes) -> None:
    assert all(problem.message.endswith(".") for problem in told(data))
