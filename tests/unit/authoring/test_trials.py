"""Trials that were made from the rubric, and what can come of a criterion."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from support import ROOT

from mcred_lint.authoring.trials.cases import quantity
from mcred_lint.authoring.trials.coverage import coverage
from mcred_lint.authoring.trials.made import made_trials
from mcred_lint.authoring.trials.trial import outcomes
from mcred_lint.findings import Basis
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Criterion, Scale
from mcred_lint.rubric.outcomes import level_when_met, possible_levels

OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"


@dataclass(frozen=True)
class Sample:
    criterion: str
    level: str
    files: dict[str, str]
    why: str = "made up"
    reference_year: int | None = None


PLAN = {"plan.md": "# Book study plan\n\n## Books\n\n- Freire, P. Pedagogy. 1970.\n"}


def test_made_submissions_are_trials_of_the_criterion_they_were_made_for() -> None:
    rubric, language = load_rubric("own", Path(OWN).read_bytes()).rubric, load_language()
    made = made_trials([Sample("plan.books", "Growing", PLAN), Sample("plan.books", "Leading", PLAN)], language)
    first, second = outcomes(made, rubric, language)
    assert first.trial.made and first.as_expected
    assert [(one.about, one.expected, one.found) for one in second.differences] == [
        ("plan.books", "Leading", "Growing")
    ]
    books = coverage(rubric, [first, second])[0]
    assert (books.met, books.not_met) == (False, True)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("5", (5, 5)), ("1/2", (0.5, 0.5)), ("50 %", (0.5, 0.5)), ("3 h 35", (215, 215)), ("3 h 5 min", (185, 185)), ("4 h", (240, 240)), (["3", "5"], (3, 5))],
)  # fmt: skip
def test_quantities_are_written_as_people_say_them(written: object, meant: tuple[float, float]) -> None:
    assert quantity(written) == meant


def of(ladder: tuple[str, ...], not_below: str | None = None) -> Criterion:
    return Criterion.model_validate(
        {
            "title": "t", "basis": Basis.COUNTED, "set_by": "ours", "not_below": not_below,
            "measure": {"kind": "count", "of": "x", "unit": "x"}, "ladder": {level: {"at_least": 1} for level in ladder},
        }
    )  # fmt: skip


SCALE = Scale(levels=("Starting", "Growing", "Leading", "Shining"), passing="Leading")


@pytest.mark.parametrize(
    ("criterion", "possible", "met"),
    [
        (of(("Leading", "Growing")), ("Starting", "Growing", "Leading"), "Leading"),
        (of(("Leading",)), ("Growing", "Leading"), "Leading"),
        (of(("Shining", "Growing")), ("Starting", "Leading", "Shining"), "Leading"),
        (of(("Shining",)), ("Leading", "Shining"), "Shining"),
        (of(("Leading", "Growing"), not_below="Growing"), ("Growing", "Leading"), "Leading"),
    ],
)
def test_a_criterion_stops_below_a_rung_or_at_the_top_of_its_ladder(
    criterion: Criterion, possible: tuple[str, ...], met: str
) -> None:
    assert possible_levels(criterion, SCALE) == possible
    assert level_when_met(criterion, SCALE) == met
