"""What is asked for only on a condition: whether it is, and what becomes of it when that could not be told."""

from __future__ import annotations

from dataclasses import replace

from mcred_lint.findings import Basis, Certainty, CriterionReport, Status
from mcred_lint.judging.criterion import Judged, not_submitted
from mcred_lint.judging.ladder import Judgement, condition_holds
from mcred_lint.judging.reasons import found_in_words
from mcred_lint.measures.conditions import Truth
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Criterion, OnlyIf, Scale
from mcred_lint.wording import NOT_ASKED_FOR, sentence


def asked_for(one: Judged, only_if: OnlyIf, decides: Measurement, scale: Scale | None) -> Judged:
    """The criterion as it counts when it is asked for only under a condition, whose measure gave `decides`.

    Where the condition could not be told and something is lacking, the criterion is left open.
    """
    truth = condition_holds(only_if, decides)
    if truth is Truth.YES or (truth is Truth.UNCLEAR and not _lacks(one, scale)):
        return one
    if truth is Truth.NO:
        judgement, because = Judgement(Status.NOT_REQUIRED), f"{NOT_ASKED_FOR}: {only_if.otherwise}"
    else:
        judgement, because = (
            _left_open(one, scale),
            f"whether it is asked for could not be told: {found_in_words(decides)}",
        )
    report = replace(
        one.report,
        status=judgement.status,
        level=None,
        failed=False,
        certainty=judgement.certainty,
        reason=sentence(because),
    )
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
    reason_ = sentence(f"{NOT_ASKED_FOR}: {because}")
    return replace(not_submitted(id_, criterion), status=Status.NOT_REQUIRED, reason=reason_)
