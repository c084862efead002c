"""Masking: no report repeats what identifies somebody, not even in a file name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

LEAST_LENGTH = 3
"""A shorter value would mask parts of ordinary words."""


@dataclass(frozen=True)
class Masks:
    """What is shown instead of each identifying value."""

    shown: dict[str, str]
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Masks:
        """From (value, masked form) pairs; the longest value is replaced first."""
        shown = {value: mask for value, mask in pairs if len(value.strip()) >= LEAST_LENGTH and value != mask}
        longest_first = sorted(shown, key=len, reverse=True)
        pattern = (
            re.compile("|".join(rf"(?<!\w){re.escape(value)}(?!\w)" for value in longest_first)) if shown else None
        )
        return cls(shown, pattern)

    def apply(self, text: str) -> str:
        return text if self.pattern is None else self.pattern.sub(lambda match: self.shown[match.group()], text)


Report = TypeVar("Report")


def masked(report: Report, masks: Masks) -> Report:
    """The report with every identifying value masked in every text of it."""
    masked_report: Report = _walk(report, masks) if masks.pattern is not None else report
    return masked_report


def _walk(value: Any, masks: Masks) -> Any:
    if type(value) is str:
        return masks.apply(value)
    if isinstance(value, tuple):
        return tuple(_walk(part, masks) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _walk(getattr(value, field.name), masks) for field in fields(value)}
        return replace(value, **changed)
    return value
