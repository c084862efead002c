"""Each measure can be made to order: small rubrics whose made submissions land, and the reasons where none can be made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from made_landing import LANGUAGE, landed
from promises.test_constructs import CONSTRUCTS, rubric_of
from support import ROOT

from mcred_lint.authoring.templates.made import MadeSubmission, NotMade, made_submissions
from mcred_lint.authoring.trials.made import made_trials
from mcred_lint.authoring.trials.trial import outcomes
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "recipes.yaml").read_text(encoding="utf-8"))
EACH_CASE = pytest.mark.parametrize("case", CASES, ids=[case["recipe"] for case in CASES])


def rubric_for(case: dict[str, Any]) -> Rubric:
    return rubric_of(case | {"construct": case["recipe"]})


def made_of(rubric: Rubric) -> list[MadeSubmission]:
    return [one for one in made_submissions(rubric, LANGUAGE) if isinstance(one, MadeSubmission)]


def wrong_in(rubric: Rubric) -> list[tuple[str, str, str]]:
    """(level, why, what it got) of what does not land on its level."""
    landings = ((one, landed(one, rubric)) for one in made_of(rubric))
    return [(one.level, one.why, got) for one, got in landings if got != one.level]


@EACH_CASE
def test_what_is_made_for_a_measure_lands_on_its_level(case: dict[str, Any]) -> None:
    assert wrong_in(rubric_for(case)) == []


@EACH_CASE
def test_every_level_is_made_unless_a_reason_is_given(case: dict[str, Any]) -> None:
    told = list(made_submissions(rubric_for(case), LANGUAGE))
    reasons = {one.level: one.because for one in told if isinstance(one, NotMade)}
    expected = case.get("not-made", {})
    assert reasons.keys() == expected.keys()
    assert all(part in reasons[level] for level, part in expected.items())
    assert {one.level for one in told} >= {"Middle", "High"}


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=[one["construct"] for one in CONSTRUCTS])
def test_what_is_made_of_a_construct_lands_on_its_level(construct: dict[str, Any]) -> None:
    rubric = rubric_of(construct)
    assert made_of(rubric) or not construct["places"]
    assert wrong_in(rubric) == []


def test_what_is_made_of_the_rubric_of_the_tutorial_lands_on_its_level() -> None:
    path = ROOT / "examples" / "tutorial" / "mentoring.yaml"
    rubric = load_rubric(path.name, path.read_bytes()).rubric
    assert {one.level for one in made_of(rubric) if one.criterion == "evidence.afterwards"} >= {
        "not required",
        "Accomplished",
    }
    assert wrong_in(rubric) == []


def test_a_whole_part_that_is_asked_for_on_a_condition_is_made_with_and_without_it() -> None:
    case = next(case for case in CASES if case["recipe"] == "words of each part")
    rubric = rubric_for(case)
    only_if = {
        "measure": {"kind": "count", "of": "visits", "unit": "visit"},
        "at_least": 3,
        "otherwise": "Only of several visits.",
    }
    work = rubric.components["work"]
    condition = type(work).model_validate(work.model_dump(by_alias=True) | {"only_if": only_if}).only_if
    conditional = rubric.model_copy(update={"components": {"work": work.model_copy(update={"only_if": condition})}})
    assert {one.level for one in made_of(conditional)} == {"not required", "Low", "Middle", "High"}
    assert wrong_in(conditional) == []


def test_how_old_something_is_counts_back_from_one_day_whenever_it_is_tried() -> None:
    case = next(case for case in CASES if case["recipe"] == "how old each source is")
    rubric = rubric_for(case)
    found = list(outcomes(made_trials(made_of(rubric), LANGUAGE), rubric, LANGUAGE))
    assert found
    assert all(outcome.trial.reference_year and outcome.as_expected for outcome in found)
