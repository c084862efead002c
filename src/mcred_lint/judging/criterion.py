"""One criterion judged, and its line in the report."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mcred_lint.findings import CriterionReport, Measured, Status
from mcred_lint.judging.ladder import Judgement, Measurements, judge
from mcred_lint.judging.reasons import reason
from mcred_lint.judging.words import requirements
from mcred_lint.rubric.model import THE_MEASURE, Criterion, Scale


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
