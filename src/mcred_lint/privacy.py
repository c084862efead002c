"""Masking: no report repeats what identifies somebody, not even in a file name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from mcred_lint.wording import ELLIPSIS

LEAST_LENGTH = 3
"""A shorter value would mask parts of ordinary words."""


@dataclass(frozen=True)
class Masks:
    """What is shown instead of each identifying value."""

    shown: dict[str, str]
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Masks:
        """From (value, masked form) pairs; the longest value is replaced first, and what a cut left of one after them."""
        whole = {value: mask for value, mask in pairs if len(value.strip()) >= LEAST_LENGTH and value != mask}
        cut = {beginning: mask for value, mask in whole.items() for beginning in _beginnings(value)}
        patterns = [rf"(?<!\w){re.escape(value)}(?!\w)" for value in _longest_first(whole)]
        patterns += [rf"(?<!\w){re.escape(value)}(?={ELLIPSIS})" for value in _longest_first(cut)]
        return cls(cut | whole, re.compile("|".join(patterns)) if whole else None)

    def apply(self, text: str) -> str:
        return text if self.pattern is None else self.pattern.sub(lambda match: self.shown[match.group()], text)


def _beginnings(value: str) -> Iterator[str]:
    """What is left of a value in a text that was cut at the end of a word."""
    ends = [found.end() for found in re.finditer(r"\w+(?=\W+\w)", value)]
    yield from (value[:end] for end in ends if end >= LEAST_LENGTH)


def _longest_first(values: Iterable[str]) -> list[str]:
    return sorted(values, key=len, reverse=True)


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
