"""A file of waivers as data: strict, every key with its meaning."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from mcred_lint.matching.specs import Spec

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(value: Any) -> date:
    if not isinstance(value, str):
        raise ValueError("it is a day, written year-month-day")
    if not _DAY.fullmatch(value.strip()):
        raise ValueError(f'"{value[:40]}" is no day, written year-month-day')
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"the calendar has no day {value.strip()}") from None


Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class WaiverSpec(Spec):
    """One criterion let off, for one submission or for all."""

    criterion: Said = Field(description="The criterion by its full id.", examples=["research.sources"])
    submission: Said = Field(
        description='The submission by its name in reports, or "*" for every one.', examples=["river"]
    )
    reason: Said = Field(description="Why it is let off.", examples=["The library was closed; agreed on 3 May."])
    by: Said = Field(description="Who lets it off: a role or a name.", examples=["the assessor of record"])
    until: Annotated[date | None, BeforeValidator(_day)] = Field(
        None, description="The last day on which it holds.", examples=["2026-12-31"]
    )


class WaiversFile(Spec):
    """All of a file."""

    language: Literal["1"] = Field(
        alias="mcred-lint-waivers", description="The version of this file format.", examples=[1]
    )
    waivers: tuple[WaiverSpec, ...] = Field(
        description="The waivers, one after the other.",
        examples=[[{key: field.examples[0] for key, field in WaiverSpec.model_fields.items() if field.examples}]],
    )
