"""Whether a number is written in a way that fits what is measured."""

from __future__ import annotations

import re

from mcred_lint.rubric.checks.quantities import Quantity
from mcred_lint.rubric.checks.samples import condition_sample

_WRITTEN = re.compile(r"([0-9.]{1,40})\s{0,9}(/\s{0,9}[0-9]{1,40})?\s{0,9}([a-z%]{0,9})")

_FEW = 16
"""A time without a unit that is smaller than this was meant in hours."""


def unit_problem(written: str, quantity: Quantity) -> tuple[str, str, str] | None:
    """(message, hint, example) when a number as `written` in a condition does not fit; None when it does."""
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        return None
    number, under, unit = match.groups()
    fraction = bool(under) or unit == "%" or not float(number).is_integer()
    if quantity.minutes:
        return _of_time(written, number, unit, fraction)
    if unit not in ("", "%"):
        hint = "Write a number without a unit of time."
        return f"{written} is a time, and {quantity.named} is measured here.", hint, condition_sample(quantity)
    if quantity.share and not under and unit != "%" and float(number) > 1:
        message = f"{written} cannot be reached: {quantity.named} is measured here, and that is 1 at most."
        return message, "Write a share such as 1/2 or 50 %, or all: true.", condition_sample(quantity)
    if quantity.steps and fraction:
        message = f"{written} is a part of a whole, and {quantity.named} is measured here."
        return message, "Write a whole number.", condition_sample(quantity)
    return None


def _of_time(written: str, number: str, unit: str, fraction: bool) -> tuple[str, str, str] | None:
    if unit == "%":
        return f"{written} is a share, and a time is measured here.", "Write a time.", "at_least: 4 h"
    if not unit and 0 < float(number) < _FEW:
        hint = f"Write {written} h, or {written} min if minutes are meant."
        return f"{written} is read as {written} minutes here.", hint, f"at_least: {written} h"
    return None
