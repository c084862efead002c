"""One criterion judged: its line in the report and the findings that come with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mcred_lint.findings import Basis, Certainty, CriterionReport, Finding, Measured, Severity, Status
from mcred_lint.judging.ladder import Judgement, Measurements, condition_holds, judge
from mcred_lint.judging.reasons import found_in_words, reason
from mcred_lint.judging.steps import steps
from mcred_lint.judging.words import condition_in_words, requirements
from mcred_lint.measures.conditions import Truth
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import THE_MEASURE, Advise, Criterion, OnlyIf, Scale
from mcred_lint.sources.places import Place
from mcred_lint.wording import sentence

NAMED = 6
"""How many missing things an advice names."""


@dataclass(frozen=True)
class Judged:
    """A criterion with its judgement, kept together until the component is put together."""

    id: str
    criterion: Criterion
    judgement: Judgement
    measurements: Measurements
    report: CriterionReport


def judged(
    id_: str, criterion: Criterion, measurements: Measurements, scale: Scale | None, unsure: str | None = None
) -> Judged:
    """Judge a criterion. unsure: why a lower level could be wrong, such as a file that could not be read."""
    judgement = judge(criterion, measurements, scale)
    if unsure and scale is not None and _could_be_better(criterion, judgement, scale):
        measurements = {name: replace(m, unreadable=m.unreadable or unsure) for name, m in measurements.items()}
        judgement = judge(criterion, measurements, scale)
    return Judged(id_, criterion, judgement, measurements, _report(id_, criterion, judgement, measurements, scale))


def asked_for(one: Judged, only_if: OnlyIf, decides: Measurement, scale: Scale | None) -> Judged:
    """The criterion as it counts when it is asked for only under a condition, whose measure gave `decides`.

    Where the condition could not be told and something is lacking, the criterion is left open.
    """
    truth = condition_holds(only_if, decides)
    if truth is Truth.YES or (truth is Truth.UNCLEAR and not _lacks(one, scale)):
        return one
    if truth is Truth.NO:
        judgement, because = Judgement(Status.NOT_REQUIRED), f"not asked for here: {only_if.otherwise}"
    else:
        judgement, because = (
            _left_open(one, scale),
            f"whether it is asked for could not be told: {found_in_words(decides)}",
        )
    report = replace(one.report, status=judgement.status, level=None, failed=False, reason=sentence(because))
    return replace(one, judgement=judgement, report=report)


def _lacks(one: Judged, scale: Scale | None) -> bool:
    below = scale is not None and one.judgement.level not in (None, one.criterion.highest(scale))
    return below or one.judgement.failed


def _left_open(one: Judged, scale: Scale | None) -> Judgement:
    """For a person where the criterion is a signal; otherwise it could not be checked."""
    if one.criterion.basis is Basis.INFERRED:
        return Judgement(Status.PERSON, certainty=Certainty.UNCLEAR)
    at_most = one.criterion.highest(scale) if scale is not None else None
    return Judgement(Status.UNCHECKED, at_most=at_most, certainty=Certainty.UNCLEAR)


def not_required(id_: str, criterion: Criterion, because: str) -> CriterionReport:
    """A criterion of a component that is not asked for."""
    reason_ = sentence(f"not asked for here: {because}")
    return replace(not_submitted(id_, criterion), status=Status.NOT_REQUIRED, reason=reason_)


def _could_be_better(criterion: Criterion, judgement: Judgement, scale: Scale) -> bool:
    return judgement.status is Status.JUDGED and judgement.level != criterion.highest(scale)


def _report(
    id_: str, criterion: Criterion, judgement: Judgement, measurements: Measurements, scale: Scale | None
) -> CriterionReport:
    return CriterionReport(
        id=id_,
        title=criterion.title,
        basis=criterion.basis,
        status=judgement.status,
        reason=reason(criterion, judgement, measurements, scale),
        level=judgement.level,
        certainty=judgement.certainty,
        measured=_measured(measurements),
        required=requirements(criterion, measurements),
        set_by=criterion.set_by,
        reading=_on_one_line(criterion.reading),
        blocks=criterion.blocks,
        failed=judgement.failed,
    )


def _on_one_line(reading: str | None) -> str | None:
    return " ".join(reading.split()) if reading else None


def _measured(measurements: Measurements) -> Measured | None:
    """The criterion's own measure, or the first of several."""
    main = measurements.get(THE_MEASURE) or next(iter(measurements.values()), None)
    if main is None:
        return None
    return Measured(main.low, main.high, main.unit, main.items, main.left_out)


def not_submitted(id_: str, criterion: Criterion) -> CriterionReport:
    """A criterion of a component that was not submitted."""
    return CriterionReport(
        id=id_,
        title=criterion.title,
        basis=criterion.basis,
        status=Status.NOT_SUBMITTED,
        reason="Not submitted.",
        set_by=criterion.set_by,
        required=(),
        reading=_on_one_line(criterion.reading),
        blocks=criterion.blocks,
    )


# ---- findings ---------------------------------------------------------------------------------------------------------


def findings(one: Judged, component: str | None, scale: Scale | None, closest: Place | None) -> Iterator[Finding]:
    """What to tell the author about a criterion. closest: where to point when nothing better is known."""
    if one.judgement.status is Status.NOT_REQUIRED:
        return
    yield from _level_finding(one, component, scale, closest)
    yield from _blocking(one, component)
    yield from _advice(one, component, scale, closest)
    if one.criterion.basis is Basis.PERSON:
        return  # what is shown as a help repeats what another criterion measures
    for measurement in one.measurements.values():
        for remark in measurement.remarks:
            yield _warning(one, component, remark.message, remark.fix, remark.place or closest)


def _level_finding(one: Judged, component: str | None, scale: Scale | None, closest: Place | None) -> Iterator[Finding]:
    judgement = one.judgement
    if scale is None:
        return
    place = next((found for m in one.measurements.values() if (found := _where(m))), closest)
    if judgement.status is Status.UNCHECKED:
        yield Finding("", one.id, component, Severity.ERROR, one.report.reason, one.criterion.advice or "", place)
    if judgement.status is not Status.JUDGED or judgement.level in (None, one.criterion.highest(scale)):
        return
    reached = scale.levels.index(judgement.level or scale.levels[0])
    severity = Severity.ERROR if reached < scale.levels.index(scale.passing) else Severity.WARNING
    todo = steps(one.criterion, scale.levels[reached + 1], one.measurements)
    fix = " ".join(todo[:3]) if todo else one.criterion.advice or ""
    yield Finding("", one.id, component, severity, one.report.reason, fix, place)


def _where(measurement: Measurement) -> Place | None:
    """Where something is lacking, else what was measured."""
    lacking = next((item.place for item in measurement.missing if item.place), None)
    return lacking or measurement.place


def _blocking(one: Judged, component: str | None) -> Iterator[Finding]:
    if one.criterion.must is None or not one.judgement.failed:
        return
    for measurement in one.measurements.values():
        for item in measurement.items:
            message = f"{item.note}: {item.text}" if item.note else item.text
            yield Finding("", one.id, component, Severity.ERROR, message, one.criterion.advice or "", item.place)


def _advice(one: Judged, component: str | None, scale: Scale | None, closest: Place | None) -> Iterator[Finding]:
    yield from _guide(one, component, scale, closest)
    for advise in (one.criterion.advise, one.criterion.help_warns):
        if advise is not None:
            yield from _advise(advise, one, component, closest)


def _guide(one: Judged, component: str | None, scale: Scale | None, closest: Place | None) -> Iterator[Finding]:
    """What lies outside a range that only gives advice."""
    guide = one.criterion.guide
    measured = _of(one, guide.of) if guide is not None else None
    if guide is None or measured is None or not measured.found or _level_says_it(one, scale):
        return
    if condition_holds(guide.condition, measured) is Truth.NO:
        whose = "the issuer's guide" if guide.set_by == "issuer" else "the guide"
        asked = condition_in_words(guide.condition, measured)
        message = f"{found_in_words(measured)}; {whose} is {asked}. It gives advice, not a level"
        fix = _guide_fix(measured, one.criterion)
        yield _warning(one, component, message, fix, measured.place or closest)


def _warning(one: Judged, component: str | None, message: str, fix: str, place: Place | None) -> Finding:
    return Finding("", one.id, component, Severity.WARNING, sentence(message), fix, place)


def _level_says_it(one: Judged, scale: Scale | None) -> bool:
    """Whether the same number already holds the level down, so that the guide need not be told."""
    own = one.criterion.guide is not None and one.criterion.guide.of is None
    return own and scale is not None and one.judgement.level != one.criterion.highest(scale)


def _guide_fix(measurement: Measurement, criterion: Criterion) -> str:
    guide = criterion.guide.condition if criterion.guide else None
    if guide is None:
        return ""
    (least, _), (most, _) = guide.bounds
    if measurement.low > most:
        return "Consider taking something out, or splitting it."
    return criterion.advice or "" if measurement.low < least else ""


def _of(one: Judged, name: str | None) -> Measurement | None:
    if name is not None:
        return one.measurements.get(name)
    return one.measurements.get(THE_MEASURE) or next(iter(one.measurements.values()), None)


def _advise(advise: Advise, one: Judged, component: str | None, closest: Place | None) -> Iterator[Finding]:
    measurement = _of(one, advise.of)
    if measurement is None or not _calls_for(advise, measurement, when_it_holds=advise is one.criterion.help_warns):
        return
    lacking = "; ".join(item.text for item in measurement.missing[:NAMED])
    message = advise.message + (f" Not seen: {lacking}." if lacking else "")
    yield _warning(one, component, message, one.criterion.advice or "", _where(measurement) or closest)


def _calls_for(advise: Advise, measurement: Measurement, *, when_it_holds: bool) -> bool:
    """Whether a condition gives its warning: when it fails, or (of a help) when it holds of something found."""
    truth = condition_holds(advise, measurement)
    if when_it_holds:
        return truth is Truth.YES and measurement.found
    return truth is Truth.NO or (truth is Truth.UNCLEAR and not measurement.found)
