"""What to tell the author about a judged criterion: why its level, what blocks, what is advised."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.findings import Basis, Finding, Severity, Status
from mcred_lint.judging.criterion import Judged
from mcred_lint.judging.ladder import condition_holds
from mcred_lint.judging.reasons import found_in_words
from mcred_lint.judging.steps import steps
from mcred_lint.judging.waivers import as_notes
from mcred_lint.judging.words import condition_in_words
from mcred_lint.measures.conditions import Truth
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import THE_MEASURE, Advise, Criterion, Scale
from mcred_lint.sources.places import Place
from mcred_lint.wording import sentence

NAMED = 6
"""How many missing things an advice names."""


def findings(one: Judged, component: str | None, scale: Scale | None, closest: Place | None) -> Iterator[Finding]:
    """What to tell the author about a criterion. closest: where to point when nothing better is known."""
    if one.judgement.status is Status.NOT_REQUIRED:
        return iter(())
    found = _findings(one, component, scale, closest)
    return found if one.report.waived is None else as_notes(found, one.report.waived)


def _findings(one: Judged, component: str | None, scale: Scale | None, closest: Place | None) -> Iterator[Finding]:
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
