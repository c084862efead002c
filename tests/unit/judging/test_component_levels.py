"""A component has the lowest level of its criteria, a submission that of its components; what is not known is never a level."""

from __future__ import annotations

from dataclasses import replace

import pytest
from judging_samples import CAPPED, PERSON, SCALE, SOURCES, component, criterion, judge_it, report, sources

from mcred_lint.findings import Certainty, ComponentReport, ComponentStatus, Status, SubmissionStatus, Waived
from mcred_lint.judging.asked_for import asked_for
from mcred_lint.judging.component import component_not_required, component_not_submitted, component_report
from mcred_lint.judging.criterion import Judged
from mcred_lint.judging.submission import submission_level, submission_status
from mcred_lint.judging.telling import findings
from mcred_lint.judging.waivers import waived
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Rubric


def made(*counts: int | None) -> ComponentReport:
    """A component with a criterion for each number of sources; None: could not be read."""
    measured = [sources(0, None, unreadable="a scan") if count is None else sources(count) for count in counts]
    return component_report("research", component(), SCALE, [judge_it(criterion(), one) for one in measured], ())


@pytest.mark.parametrize(
    ("counts", "level", "at_most", "status"),
    [
        ((5, 5), "Proficient", None, ComponentStatus.JUDGED),
        ((5, 3), "Basic", None, ComponentStatus.JUDGED),
        ((5, 3, 0), "Developing", None, ComponentStatus.JUDGED),
        ((5, None), None, "Proficient", ComponentStatus.UNCHECKED),
        ((3, None), None, "Basic", ComponentStatus.UNCHECKED),
        ((0, None), "Developing", None, ComponentStatus.JUDGED),
        ((None,), None, "Proficient", ComponentStatus.UNCHECKED),
    ],
)
def test_the_lowest_level_counts_and_a_doubt_that_could_change_it_leaves_none(
    counts: tuple[int | None, ...], level: str | None, at_most: str | None, status: ComponentStatus
) -> None:
    found = made(*counts)
    assert (found.level, found.at_most, found.status) == (level, at_most, status)


def test_what_only_a_person_can_judge_never_holds_a_level_down() -> None:
    criteria = [judge_it(criterion(), sources(5)), judge_it(criterion(PERSON), sources(0))]
    assert component_report("research", component(), SCALE, criteria, ()).level == "Proficient"


def test_the_next_step_is_one_level_up_and_at_the_top_there_is_none() -> None:
    first, second = made(0).next, made(3).next
    assert first is not None and first.level == "Basic"
    assert second is not None and second.level == "Proficient"
    assert made(5).next is None and made(5, None).next is None


def test_a_step_that_two_criteria_ask_for_is_told_once() -> None:
    step = made(4, 4).next
    assert step is not None and len(step.steps) == 1


def test_a_component_not_submitted_has_no_level_of_its_own_and_says_what_to_hand_in() -> None:
    found = component_not_submitted("research", component(), SCALE, ())
    assert (found.status, found.level, found.passes) == (ComponentStatus.NOT_SUBMITTED, None, False)
    assert found.next is not None and found.next.steps == ('Hand in "Artifact 1: Research".',)


# ---- the submission ---------------------------------------------------------------------------------------------------

MISSING = component_not_submitted("survey", component(), SCALE, ())
PART = replace(made(5), scale=("Not passing", "Passing"), passing="Passing", level="Not passing")

RUBRIC = Rubric.model_validate(
    {
        "mcred-lint-rubric": 1,
        "id": "made-up",
        "version": "1.0.0",
        "title": "Made up",
        "description": "Nothing.",
        "issuer": "Nobody",
        "scales": {"artifact": SCALE},
        "main_scale": "artifact",
        "components": {"research": {"title": "R", "names": ["r"], "places": {}, "scale": "artifact", "criteria": {"s": SOURCES}}},
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("components", "level"),
    [
        ([made(5), made(5)], "Proficient"),
        ([made(5), made(3)], "Basic"),
        ([made(5), MISSING], "Developing"),
        ([made(5), made(None)], None),
        ([made(0), made(None)], "Developing"),
        ([made(None), MISSING], "Developing"),
        ([made(5), PART], "Proficient"),
    ],
)
def test_the_level_is_told_on_the_main_scale(components: list[ComponentReport], level: str | None) -> None:
    assert submission_level(components, RUBRIC) == level


BLOCKED = report(Status.JUDGED, blocks=True, failed=True)


@pytest.mark.parametrize(
    ("components", "criteria", "status"),
    [
        ([made(5)], [], SubmissionStatus.READY),
        ([made(5)], [report(Status.JUDGED, blocks=True)], SubmissionStatus.READY),
        ([made(5)], [BLOCKED], SubmissionStatus.NOT_READY),
        ([made(3)], [], SubmissionStatus.NOT_READY),
        ([made(5), PART], [], SubmissionStatus.NOT_READY),
        ([made(3), MISSING], [BLOCKED], SubmissionStatus.INCOMPLETE),
        ([made(None), MISSING], [], SubmissionStatus.UNCHECKED),
        ([made(5)], [report(Status.UNCHECKED, blocks=True)], SubmissionStatus.UNCHECKED),
    ],
)
def test_what_could_not_be_checked_comes_before_what_is_missing_and_that_before_what_is_too_low(
    components: list[ComponentReport], criteria: list[object], status: SubmissionStatus
) -> None:
    assert submission_status(components, criteria) is status  # type: ignore[arg-type]


# ---- levels that only a person can give ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("capped", "free", "level"),
    [
        ([3], [], "Basic"),  # no level that no criterion counts to
        ([3], [5], "Proficient"),  # the capped one says nothing of what lies above
        ([3], [3], "Basic"),
        ([2], [5], "Developing"),
        ([9, 3], [5], "Proficient"),
    ],
)
def test_a_criterion_that_counts_only_so_far_holds_nothing_down_above_that(
    capped: list[int], free: list[int], level: str
) -> None:
    criteria = [
        *(judge_it(criterion(CAPPED), sources(count)) for count in capped),
        *(judge_it(criterion(), sources(count)) for count in free),
    ]
    assert component_report("research", component(), SCALE, criteria, ()).level == level


def test_nothing_is_to_be_done_for_a_level_that_only_a_person_gives() -> None:
    found = component_report("research", component(), SCALE, [judge_it(criterion(CAPPED), sources(3))], ())
    assert (found.level, found.next) == ("Basic", None)
    below = component_report("research", component(), SCALE, [judge_it(criterion(CAPPED), sources(1))], ())
    assert below.next is not None and below.next.level == "Basic" and below.next.steps


# ---- what is asked for on a condition -----------------------------------------------------------------------------------

ASKED = criterion(
    only_if={"measure": {"kind": "words", "of": "audience"}, "at_least": 1, "otherwise": "Nobody was invited."}
)


def conditional(sources_found: int, decides: Measurement) -> Judged:
    assert ASKED.only_if is not None
    return asked_for(judge_it(ASKED, sources(sources_found)), ASKED.only_if, decides, SCALE)


OPEN = Measurement(0, 5, "word", unclear="it could not be told")


@pytest.mark.parametrize(
    ("found", "decides", "status", "level"),
    [
        (0, Measurement.exactly(3, "word"), Status.JUDGED, "Developing"),
        (0, Measurement.exactly(0, "word"), Status.NOT_REQUIRED, None),
        (5, Measurement.exactly(0, "word"), Status.NOT_REQUIRED, None),
        (5, OPEN, Status.JUDGED, "Proficient"),
        (3, OPEN, Status.UNCHECKED, None),
    ],
)
def test_what_is_asked_for_on_a_condition_counts_only_where_it_holds(
    found: int, decides: Measurement, status: Status, level: str | None
) -> None:
    one = conditional(found, decides)
    assert (one.report.status, one.judgement.level) == (status, level)


def test_what_is_not_asked_for_says_why_and_gives_no_finding() -> None:
    one = conditional(0, Measurement.exactly(0, "word"))
    assert one.report.reason == "Not asked for here: Nobody was invited."
    assert list(findings(one, "research", SCALE, None)) == []


def test_whether_it_is_asked_for_is_no_surer_in_the_report_than_in_the_judgement() -> None:
    assert conditional(3, OPEN).report.certainty is Certainty.UNCLEAR
    assert conditional(0, Measurement.exactly(0, "word")).report.certainty is Certainty.SURE


def test_a_component_of_which_nothing_is_asked_for_leaves_nothing_open() -> None:
    nothing = component_report("research", component(), SCALE, [conditional(0, Measurement.exactly(0, "word"))], ())
    assert (nothing.status, nothing.passes) == (ComponentStatus.NOT_REQUIRED, True)


def test_a_waiver_for_all_that_a_person_judges_leaves_nothing_open() -> None:
    person = judge_it(criterion(PERSON), sources(0))
    waived_one = waived(person, Waived("Seen in March.", "the assessor"), SCALE)
    left = component_report("research", component(), SCALE, [person], ())
    assert (left.status, left.passes) == (ComponentStatus.UNCHECKED, False)
    freed = component_report("research", component(), SCALE, [waived_one], ())
    assert (freed.status, freed.passes) == (ComponentStatus.NOT_REQUIRED, True)


def test_a_component_that_is_not_asked_for_passes_and_is_left_out_of_the_level() -> None:
    left_out = component_not_required("plan", component(), SCALE, (), ())
    assert left_out.passes
    assert submission_status([made(5), left_out], []) is SubmissionStatus.READY
    assert submission_level([made(5), left_out], RUBRIC) == "Proficient"
