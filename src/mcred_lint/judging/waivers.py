"""What a waiver does to a judged criterion: it keeps its level, and nothing is held back by it any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mcred_lint.findings import Certainty, Finding, Severity, Status, Waived
from mcred_lint.judging.criterion import Judged
from mcred_lint.rubric.model import Scale
from mcred_lint.wording import sentence


def waived(one: Judged, waiver: Waived | None, scale: Scale | None) -> Judged:
    """The criterion with a waiver that holds for it; it is used only where there is something to waive."""
    if waiver is None or not _leaves_something(one, scale):
        return one
    return replace(one, report=replace(one.report, waived=waiver))


def _leaves_something(one: Judged, scale: Scale | None) -> bool:
    """Whether there is anything to waive: something too low, failed, not checked, or left to a person."""
    judgement = one.judgement
    if judgement.status in (Status.PERSON, Status.UNCHECKED):
        return True
    if judgement.status is not Status.JUDGED:
        return False
    below = scale is not None and judgement.level not in (None, one.criterion.highest(scale))
    return below or judgement.failed or judgement.certainty is Certainty.UNCLEAR


def counted_level(one: Judged, scale: Scale) -> str | None:
    """The level with which a criterion counts for its component; a waived one counts as the highest that it can give."""
    if one.report.waived is not None and (one.judgement.level or one.judgement.at_most):
        return one.criterion.highest(scale)
    return one.judgement.level


def as_notes(found: Iterable[Finding], waived: Waived) -> Iterator[Finding]:
    """The findings of a waived criterion: worth knowing, and no more to be done."""
    for finding in found:
        yield replace(finding, severity=Severity.NOTE, fix=sentence(waived.in_words))
