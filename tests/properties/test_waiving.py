"""Waivers, whatever the rubric: they never lower a level, touch no other criterion, and leave a criterion's own outcome."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from properties.rubrics import Case, cases

from mcred_lint.findings import ComponentReport, Severity, Waived
from mcred_lint.judging.component import component_report
from mcred_lint.judging.criterion import Judged, judged
from mcred_lint.judging.telling import findings
from mcred_lint.judging.waivers import waived as with_waiver
from mcred_lint.rubric.model import Component

WAIVER = Waived("agreed", "the dean")


@st.composite
def components(draw: st.DrawFn) -> list[Case]:
    """The criteria of one component, which share a scale."""
    found = draw(st.lists(cases(), min_size=1, max_size=4))
    return [case for case in found if case.scale == found[0].scale]


def judge_all(component: list[Case], waived: set[int]) -> list[Judged]:
    return [
        with_waiver(
            judged(f"part.{number}", case.criterion, case.measurements, case.scale),
            WAIVER if number in waived else None,
            case.scale,
        )
        for number, case in enumerate(component)
    ]


def report(component: list[Case], waived: set[int]) -> ComponentReport:
    made_up = Component.model_construct(title="Made up", scale="made-up")
    return component_report("part", made_up, component[0].scale, judge_all(component, waived), ())


def ends(found: ComponentReport) -> tuple[int, int]:
    """The level, the lowest where it could not be told; and the best one it could have."""
    level, best = found.level, found.level or found.at_most
    return found.scale.index(level) if level else 0, found.scale.index(best) if best else 0


@given(components(), st.sets(st.integers(0, 3)), st.integers(0, 3))
def test_one_more_waiver_never_lowers_a_level(component: list[Case], waived: set[int], more: int) -> None:
    before, after = ends(report(component, waived)), ends(report(component, {*waived, more}))
    assert after[0] >= before[0] and after[1] >= before[1]


@given(components(), st.integers(0, 3))
def test_a_waiver_changes_nothing_about_other_criteria(component: list[Case], waived: int) -> None:
    scale = component[0].scale
    for number, (plain, other) in enumerate(
        zip(judge_all(component, set()), judge_all(component, {waived}), strict=True)
    ):
        if number != waived:
            assert (plain.report, [*findings(plain, "part", scale, None)]) == (
                other.report,
                [*findings(other, "part", scale, None)],
            )


@given(cases())
def test_a_waived_criterion_keeps_its_own_outcome(case: Case) -> None:
    (plain,), (waived,) = judge_all([case], set()), judge_all([case], {0})
    assert replace(waived.report, waived=None) == plain.report


@given(cases())
def test_no_finding_of_a_waived_criterion_is_more_than_a_note(case: Case) -> None:
    (plain,), (waived,) = judge_all([case], set()), judge_all([case], {0})
    told = [*findings(waived, "part", case.scale, None)]
    assert [one.message for one in told] == [one.message for one in findings(plain, "part", case.scale, None)]
    if waived.report.waived is not None:
        assert all(one.severity is Severity.NOTE and one.fix == "Waived by the dean: agreed." for one in told)


@given(components())
def test_with_everything_waived_nothing_is_left_to_do(component: list[Case]) -> None:
    found = report(component, set(range(len(component))))
    assert found.at_most is None
    highest = max((case.criterion.highest(case.scale) for case in component), key=found.scale.index)
    assert found.level in (None, highest) and found.next is None
