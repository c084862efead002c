"""The verdict says what is, in words that need no explanation, and never more than was checked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_parts import (
    ARTIFACTS,
    IDENTITY,
    OUTLINE,
    OVERVIEW,
    RESEARCH,
    SURVEY,
    report,
)
from sample_reports import ALL, INCOMPLETE, READY, UNREADABLE, WEAK

from mcred_lint.findings import (
    ComponentReport,
    ComponentStatus,
    SubmissionReport,
    SubmissionStatus,
)
from mcred_lint.reporters import phrases
from mcred_lint.sources.places import Place

BELOW = replace(OUTLINE, level="Basic")
MISSING = replace(SURVEY, status=ComponentStatus.NOT_SUBMITTED, level=None)
UNCHECKED = replace(RESEARCH, status=ComponentStatus.UNCHECKED, level=None, at_most="Basic")


def submission(status: SubmissionStatus, *components: ComponentReport, error: str | None = None) -> SubmissionReport:
    return replace(READY, status=status, components=components, error=error)


NOT_READY, INCOMPLETE_, COULD_NOT = SubmissionStatus.NOT_READY, SubmissionStatus.INCOMPLETE, SubmissionStatus.UNCHECKED


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (READY, "READY on what can be counted; 9 things are for the assessor."),
        (replace(READY, components=(OUTLINE,), criteria=()), "READY on what can be counted."),
        (
            replace(READY, components=(OVERVIEW,), criteria=()),
            "READY on what can be counted; 1 thing is for the assessor.",
        ),
        (submission(NOT_READY, BELOW, OVERVIEW), "NOT READY. 1 of 2 components is below its passing level."),
        (submission(NOT_READY, BELOW, BELOW), "NOT READY. 2 of 2 components are below their passing level."),
        (submission(NOT_READY, BELOW), "NOT READY. 1 of 1 component is below its passing level."),
        (
            submission(INCOMPLETE_, BELOW, MISSING, OVERVIEW),
            'INCOMPLETE. "Artifact 4: Feedback survey" was not submitted. '
            "1 of the other 2 components is below its passing level.",
        ),
        (
            submission(INCOMPLETE_, *[MISSING] * 4, OVERVIEW),
            "INCOMPLETE. 4 of 5 components were not submitted.",
        ),
        (
            submission(COULD_NOT, UNCHECKED, MISSING),
            'COULD NOT BE CHECKED. "Artifact 1: Research" could not be checked. '
            '"Artifact 4: Feedback survey" was not submitted.',
        ),
        (
            submission(COULD_NOT, error="the file is protected by a password"),
            "COULD NOT BE CHECKED. The file is protected by a password.",
        ),
        (
            submission(COULD_NOT, OVERVIEW),
            "COULD NOT BE CHECKED. Something that is needed could not be read or checked.",
        ),
        (
            replace(submission(NOT_READY, OVERVIEW), criteria=(replace(IDENTITY, failed=True),)),
            "NOT READY. Every component is at its passing level, but 1 thing has to be put right first.",
        ),
        (
            replace(submission(NOT_READY, BELOW), criteria=(replace(IDENTITY, failed=True),) * 2),
            "NOT READY. 1 of 1 component is below its passing level. 2 things have to be put right first.",
        ),
    ],
)
def test_the_verdict_says_why(case: SubmissionReport, words: str) -> None:
    assert phrases.verdict(case) == words


@pytest.mark.parametrize(
    ("component", "words"),
    [
        (OVERVIEW, "Passing on what can be counted; 1 for the assessor"),
        (OUTLINE, "Proficient on what can be counted"),
        (BELOW, "Basic; Proficient is needed"),
        (MISSING, "Not submitted; counts as Developing"),
        (UNCHECKED, "No level: at most Basic"),
        (replace(UNCHECKED, at_most=None), "No level"),
    ],
)
def test_a_level_is_never_shown_bare(component: ComponentReport, words: str) -> None:
    assert phrases.component_level(component) == words


def test_the_weakest_comes_first_and_equals_keep_the_order_of_the_rubric() -> None:
    lowest = replace(ARTIFACTS, level="Developing")
    order = phrases.weakest_first((OVERVIEW, BELOW, lowest, UNCHECKED, OUTLINE, MISSING))
    assert order == [MISSING, UNCHECKED, lowest, BELOW, OVERVIEW, OUTLINE]


def test_what_was_not_handed_in_never_passes() -> None:
    lenient = replace(MISSING, passing=MISSING.scale[0], level=MISSING.scale[0])
    assert not phrases.passes(lenient)


def test_an_unclear_signal_goes_to_the_assessor() -> None:
    ids = [row.id for row in phrases.for_assessor(READY.all_criteria)]
    assert "reflection.next-steps" in ids and "reflection.questions" not in ids


def test_remarks_stand_before_the_full_stop() -> None:
    assert phrases.with_notes("It is short.", "", "a.md:3") == "It is short (a.md:3)."
    assert phrases.with_notes("A name: J... W...", "a.md:3") == "A name: J... W... (a.md:3)."
    assert phrases.with_notes("nothing found") == "Nothing found."


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("a.md", 3, 7), "a.md:3"),
        (Place("a.docx", label="paragraph 4"), "a.docx, paragraph 4"),
        (Place("a.jpg"), "a.jpg"),
        (None, ""),
    ],
)
def test_a_place_is_one_that_people_find(place: Place | None, words: str) -> None:
    assert phrases.where(place) == words


def test_several_submissions_are_summed_up_in_a_sentence() -> None:
    assert phrases.summary(report(*ALL)) == (
        "6 submissions: 2 ready, 2 not ready, 1 incomplete, 1 could not be checked."
    )
    assert phrases.summary(report()) == "0 submissions."
    assert phrases.summary(report(WEAK, INCOMPLETE, UNREADABLE)).startswith("3 submissions: 1 not ready")
