"""Examples for messages, in the words of the rubric at hand."""

from __future__ import annotations

import re

from mcred_lint.rubric.checks.quantities import Quantity
from mcred_lint.rubric.model import Scale

_COUNT = Quantity("a number")


def ladder_sample(scale: Scale | None, quantity: Quantity = _COUNT) -> str:
    """A valid ladder with the levels of `scale`."""
    levels = scale.levels[:0:-1] if scale is not None else ("Proficient", "Basic")
    rungs = (
        f"{level}: {{{condition}}}" for level, condition in zip(levels, _falling(len(levels), quantity), strict=True)
    )
    return f"ladder: {{{', '.join(rungs)}}}"


def _falling(many: int, quantity: Quantity) -> list[str]:
    """That many conditions, each asking for less than the one before."""
    if quantity.share:
        return ["all: true", *(f"at_least: {100 * (many - place) // many} %" for place in range(1, many))]
    unit = " h" if quantity.minutes else ""
    most = int(quantity.whole) if quantity.whole is not None else 2 * many + 1
    step = 2 if most > 2 * many - 2 else 1
    return [f"at_least: {max(most - step * place, 1)}{unit}" for place in range(many)]


def condition_sample(quantity: Quantity) -> str:
    """A condition that fits what is measured."""
    if quantity.share:
        return "at_least: 1/2"
    return "at_least: 4 h" if quantity.minutes else f"at_least: {min(int(quantity.whole or 3), 3)}"


def as_id(name: str) -> str:
    """`name` as an id may be written."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "name"
