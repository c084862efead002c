"""Submissions made from a rubric land on exactly the level that they were made for, and nothing is left out in silence."""

from __future__ import annotations

from collections import defaultdict

import pytest
from made_landing import LANGUAGE, landed
from rubric_list import RUBRICS

from mcred_lint.authoring.templates.made import NOT_REQUIRED, MadeSubmission, NotMade, made_submissions
from mcred_lint.authoring.templates.recipes.table import RECIPES
from mcred_lint.authoring.trials.cases import MET, NOT_MET
from mcred_lint.findings import Basis
from mcred_lint.measures.table import MEASURES
from mcred_lint.rubric.model import Rubric

EACH_RUBRIC = pytest.mark.parametrize("rubric", RUBRICS.values(), ids=RUBRICS)
NO_RECIPE = {"covers", "readability"}
"""What cannot be made to order: a grade of reading, and titles in the text of other files."""


@EACH_RUBRIC
def test_every_made_submission_lands_on_its_level(rubric: Rubric) -> None:
    made = [one for one in made_submissions(rubric, LANGUAGE) if isinstance(one, MadeSubmission)]
    wrong = [(one.criterion, one.why, one.level, got) for one in made if (got := landed(one, rubric)) != one.level]
    assert made
    assert not wrong


@EACH_RUBRIC
def test_every_level_of_every_counted_criterion_is_made_or_named_as_not_made(rubric: Rubric) -> None:
    told = defaultdict(set)
    for one in made_submissions(rubric, LANGUAGE):
        told[one.criterion].add(one.level)
        assert not isinstance(one, NotMade) or one.because
    for key, component in rubric.components.items():
        for name, criterion in component.criteria.items():
            expected = {*criterion.ladder, criterion.not_below or rubric.scale_of(key).levels[0]}
            expected |= {NOT_REQUIRED} if component.only_if or criterion.only_if else set()
            judged = criterion.ladder and criterion.basis is not Basis.PERSON
            assert told[f"{key}.{name}"] == (expected if judged else set())
    assert all(told[name] == {MET, NOT_MET} for name in rubric.submission.criteria)


def test_the_edges_of_each_level_are_made() -> None:
    made = [one for one in made_submissions(RUBRICS["nea-advocacy"], LANGUAGE) if one.criterion == "research.sources"]
    assert [(one.level, one.why) for one in made if isinstance(one, MadeSubmission)] == [
        ("Developing", "0 sources"),
        ("Developing", "2 sources"),
        ("Basic", "3 sources"),
        ("Basic", "4 sources"),
        ("Proficient", "5 sources"),
        ("Proficient", "6 sources"),
    ]


def test_what_was_made_of_the_advocacy_rubric() -> None:
    """A change here is worth a look: less is tried than before, or something can be made that could not."""
    made = list(made_submissions(RUBRICS["nea-advocacy"], LANGUAGE))
    assert any(isinstance(one, MadeSubmission) for one in made)
    assert [(one.criterion, one.level) for one in made if isinstance(one, NotMade)] == [
        ("artifacts.present", "Developing")
    ]


def test_the_same_rubric_gives_the_same_submissions() -> None:
    rubric = RUBRICS["book-study"]
    assert list(made_submissions(rubric, LANGUAGE)) == list(made_submissions(rubric, LANGUAGE))


def test_recipes_are_for_measures_that_exist() -> None:
    assert MEASURES.keys() - RECIPES.keys() == NO_RECIPE
    assert RECIPES.keys() <= MEASURES.keys()


def test_a_measure_without_a_recipe_is_named() -> None:
    rubric = RUBRICS["book-study"]
    plan = rubric.components["plan"]
    grade = plan.criteria["books"].model_validate({
        "title": "Easy to read", "basis": "counted", "set_by": "ours", "measure": {"kind": "readability", "of": "books"},
        "ladder": {"Leading": {"at_most": 8}, "Growing": {"at_most": 12}},
    })  # fmt: skip
    other = rubric.model_copy(update={"components": {"plan": plan.model_copy(update={"criteria": {"easy": grade}})}})
    told = list(made_submissions(other, LANGUAGE))
    assert [(one.level, type(one)) for one in told] == [
        ("Starting", NotMade),
        ("Growing", NotMade),
        ("Leading", NotMade),
    ]
    assert all("readability" in one.because for one in told if isinstance(one, NotMade))
