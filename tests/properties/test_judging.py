"""Judging, whatever the rubric: one outcome, never worse for better work, never surer for knowing less."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from properties.rubrics import Case, bettered, cases, widened

from mcred_lint.findings import ComponentReport, Status
from mcred_lint.judging.component import component_report
from mcred_lint.judging.criterion import judged
from mcred_lint.judging.ladder import Measurements, judge, reach
from mcred_lint.judging.telling import findings
from mcred_lint.rubric.model import Component


@given(cases())
def test_every_criterion_has_exactly_one_outcome(case: Case) -> None:
    found = judge(case.criterion, case.measurements, case.scale)
    shape = (found.status, found.level is not None, found.at_most is not None)
    assert shape in {(Status.JUDGED, True, False), (Status.UNCHECKED, False, True), (Status.PERSON, False, False)}
    assert {found.level, found.at_most} - {None} <= set(case.scale.levels)


@given(cases())
def test_what_is_known_exactly_is_judged(case: Case) -> None:
    exact = all(found.low == found.high and not found.unreadable for found in case.measurements.values())
    assert not exact or judge(case.criterion, case.measurements, case.scale).status is Status.JUDGED


@given(cases(), st.data())
def test_better_work_never_gets_a_lower_level(case: Case, data: st.DataObject) -> None:
    better = data.draw(bettered(case))
    assert _ends(case, better) >= _ends(case, case.measurements)
    assert reach(case.criterion, better, case.scale)[1] >= reach(case.criterion, case.measurements, case.scale)[1]
    before, after = _level(case, case.measurements), _level(case, better)
    assert before is None or after is None or after >= before


@settings(max_examples=500)
@given(cases(), st.data())
def test_knowing_less_never_makes_a_level_surer_or_higher(case: Case, data: st.DataObject) -> None:
    wider = data.draw(widened(case))
    (sure, possible), (less_sure, more_possible) = (
        reach(case.criterion, found, case.scale) for found in (case.measurements, wider)
    )
    assert less_sure <= sure <= possible <= more_possible
    after = judge(case.criterion, wider, case.scale)
    if after.status is Status.JUDGED and case.criterion.when_unclear is None:
        assert judge(case.criterion, case.measurements, case.scale).level == after.level


@given(cases())
def test_a_criterion_never_falls_below_its_floor(case: Case) -> None:
    floor = case.scale.levels.index(case.criterion.not_below) if case.criterion.not_below else 0
    found = judge(case.criterion, case.measurements, case.scale)
    assert all(case.scale.levels.index(level) >= floor for level in (found.level, found.at_most) if level)


@given(cases())
def test_what_is_unclear_stands_where_the_rubric_says(case: Case) -> None:
    sure, possible = reach(case.criterion, case.measurements, case.scale)
    found = judge(case.criterion, case.measurements, case.scale)
    level = _level(case, case.measurements)
    assert level is None or sure <= level <= possible
    wished = case.criterion.when_unclear
    readable = not any(measurement.unreadable for measurement in case.measurements.values())
    if sure < possible and readable and wished and sure <= case.scale.levels.index(wished) <= possible:
        assert found.level == wished


@given(cases())
def test_what_could_not_be_read_is_never_judged_between(case: Case) -> None:
    sure, possible = reach(case.criterion, case.measurements, case.scale)
    unreadable = any(measurement.unreadable for measurement in case.measurements.values())
    assert (
        not (unreadable and sure < possible)
        or judge(case.criterion, case.measurements, case.scale).status is Status.UNCHECKED
    )


# ---- the component ------------------------------------------------------------------------------------------------------


@given(cases(), st.data())
def test_a_component_never_gets_worse_for_better_work(case: Case, data: st.DataObject) -> None:
    before, after = _component(case, case.measurements), _component(case, data.draw(bettered(case)))
    assert _best(after) is None or _best(before) is None or _best(after) >= _best(before)  # type: ignore[operator]


@given(cases())
def test_a_component_has_a_level_or_a_best_one_and_says_why(case: Case) -> None:
    one = judged("part.made-up", case.criterion, case.measurements, case.scale)
    report = _component(case, case.measurements)
    assert report.level is None or report.at_most is None
    assert one.report.reason.strip()
    below = one.judgement.level not in (None, case.criterion.highest(case.scale))
    told = list(findings(one, "part", case.scale, None))
    assert not below or (told and report.next is not None and report.next.steps)


def _component(case: Case, measurements: Measurements) -> ComponentReport:
    one = judged("part.made-up", case.criterion, measurements, case.scale)
    return component_report("part", Component.model_construct(title="Made up", scale="made-up"), case.scale, [one], ())


def _best(report: ComponentReport) -> int | None:
    level = report.level or report.at_most
    return report.scale.index(level) if level else None


def _ends(case: Case, measurements: Measurements) -> int:
    """The surely reached level, as a number."""
    return reach(case.criterion, measurements, case.scale)[0]


def _level(case: Case, measurements: Measurements) -> int | None:
    level = judge(case.criterion, measurements, case.scale).level
    return case.scale.levels.index(level) if level else None
