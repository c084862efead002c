"""What a waiver does to a judged criterion: it keeps its level, and nothing is held back by it any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mcred_lint.findings import Certainty, Finding, Severity, Status, Waived
from mcred_lint.judging.ladder import Judgement
from mcred_lint.rubric.model import Scale
from mcred_lint.wording import sentence


def leaves_something(judgement: Judgement, scale: Scale | None) -> bool:
    """Whether there is anything to waive: something too low, failed, not checked, or left to a person."""
    if judgement.status in (Status.PERSON, Status.UNCHECKED):
        return True
    if judgement.status is not Status.JUDGED:
        return False
    below = scale is not None and judgement.level is not None and judgement.level != scale.levels[-1]
    return below or judgement.failed or judgement.certainty is Certainty.UNCLEAR


def counted_level(judgement: Judgement, waived: Waived | None, scale: Scale) -> str | None:
    """The level with which a criterion counts for its component; a waived one counts as the highest."""
    if waived is not None and (judgement.level or judgement.at_most):
        return scale.levels[-1]
    return judgement.level


def as_notes(found: Iterable[Finding], waived: Waived) -> Iterator[Finding]:
    """The findings of a waived criterion: worth knowing, and no more to be done."""
    for finding in found:
        yield replace(finding, severity=Severity.NOTE, fix=sentence(waived.in_words))
