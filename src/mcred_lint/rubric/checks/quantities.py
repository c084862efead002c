"""What kind of number each measure gives, so that conditions can be compared with it."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.measures.specs import AnswersMeasure, Each, Measure, Mentions, Present, Stated
from mcred_lint.rubric.checks.addresses import Address, resolve
from mcred_lint.rubric.checks.draft import Draft

_SHARES = ("filled", "links", "covers", "shared_terms", "refers")
_FAULTS = ("identity", "placeholders")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measure's result: at least 0 and, where `whole` is given, at most that.

    named: what it is, for messages. share: a part of a whole, 0 to 1. minutes: a time. steps: only whole numbers.
    faults: nothing at all is the best, and the whole submission is looked at, so nothing found is no absence.
    """

    named: str
    whole: float | None = None
    share: bool = False
    minutes: bool = False
    steps: bool = True
    faults: bool = False


def quantity_of(measure: Measure, component: str | None, draft: Draft) -> Quantity:
    """What `measure` gives when it stands in a criterion of `component`."""
    if measure.kind in _SHARES or _as_share(measure):
        return Quantity("a share of the whole", 1.0, share=True, steps=False)
    if isinstance(measure, Mentions):
        return Quantity("a number of themes", max(len(measure.themes), 1))
    if isinstance(measure, AnswersMeasure):
        prompts = _prompts(measure, component, draft)
        return Quantity("a number of answers", prompts or None)
    if isinstance(measure, Present):
        return Quantity("a number of places", max(len(measure.of), 1))
    if measure.kind == "hours" or (isinstance(measure, Stated) and measure.as_ != "number"):
        return Quantity("a time", minutes=True, steps=False)
    if isinstance(measure, Stated):
        return Quantity("a number", steps=False)
    if measure.kind == "readability":
        return Quantity("a school grade", steps=False)
    return Quantity("a number", faults=measure.kind in _FAULTS)


def _as_share(measure: Measure) -> bool:
    """Whether a measure that could give a number is asked for a share."""
    return (isinstance(measure, Mentions) and measure.per_entry) or (
        isinstance(measure, Each) and measure.as_ == "share"
    )


def _prompts(measure: AnswersMeasure, component: str | None, draft: Draft) -> int:
    address = resolve(measure.of, component, draft)
    if not isinstance(address, Address):
        return 0
    return len(draft.keys("components", address.component, "places", address.place, "prompts"))
