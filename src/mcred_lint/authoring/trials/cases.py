"""The file of cases as data: strict, frozen, every key with its meaning. The file format's version is CASES_VERSION."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from mcred_lint.findings import Severity, SubmissionStatus
from mcred_lint.matching.specs import Spec
from mcred_lint.measures.conditions import amount

CASES_VERSION = 1

MET, NOT_MET = "met", "not met"
"""What becomes of a criterion without levels that says what must hold."""


def quantity(value: Any) -> tuple[float, float]:
    """An amount as a case writes it, or two of them as the ends of a range: 5, 1/2, 3 h 35, [3, 5].

    Raises ValueError for anything else.
    """
    if isinstance(value, list | tuple) and len(value) == 2:
        low, high = map(amount, value)
        return low, high
    return (amount(value),) * 2


def _day(value: Any) -> date:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        raise ValueError("a day such as 2026-06-30 is needed here") from None


class ExpectedFinding(Spec):
    """A finding that must be among those of the report."""

    criterion: str = Field(
        description="Whose it is: a criterion or a component by its id.", examples=["research.sources"]
    )
    severity: Severity | None = Field(None, description="How grave it is.")
    says: str | None = Field(
        None, description="A part of its message, whatever the capitals.", examples=["4 sources found"]
    )


class Expect(Spec):
    """What must come of a case. What is not named is not looked at."""

    ready: bool | None = Field(None, description="Whether the submission is ready.", examples=[False])
    status: SubmissionStatus | None = Field(None, description="What becomes of the submission as a whole.")
    levels: dict[str, str] = Field(
        {},
        description="A level or a status for components and criteria, by id.",
        examples=[{"research": "Basic", "research.sources": "Basic"}],
    )
    measured: dict[str, Annotated[tuple[float, float], BeforeValidator(quantity)]] = Field(
        {},
        description="The quantity for criteria, by id; for a range its two ends in brackets.",
        examples=[{"research.sources": 4, "outline.hours": "3 h 35"}],
    )
    findings: tuple[ExpectedFinding, ...] = Field(
        (),
        description="Findings that must be there.",
        examples=[[{"criterion": "research.sources", "severity": "error"}]],
    )
    no_findings: tuple[str, ...] = Field(
        (),
        alias="no-findings",
        description="Criteria, or components, that must have no error and no warning.",
        examples=[["identity"]],
    )

    @property
    def nothing(self) -> bool:
        """Whether any submission whatever would do."""
        return self.ready is None and self.status is None and not any(self.names())

    def names(self) -> Iterator[str]:
        """The components and criteria it speaks of."""
        yield from self.levels
        yield from self.measured
        yield from (finding.criterion for finding in self.findings)
        yield from self.no_findings


class Case(Spec):
    """A tiny submission and what must come of it."""

    name: str = Field(description="The promise that it keeps, in few words.", examples=["four sources are Basic"])
    submission: str | None = Field(
        None, description="The text of a submission in one Markdown file.", examples=["# Research ..."]
    )
    files: dict[str, str] | None = Field(
        None,
        description="The texts of several files, by name; beside a folder, what is changed or added in it.",
        examples=[{"research.md": "# Research ..."}],
    )
    folder: str | None = Field(
        None,
        description="A folder or file with the submission; the path begins beside the file of cases.",
        examples=["../examples/proficient"],
    )
    reference_date: Annotated[date, BeforeValidator(_day)] | None = Field(
        None, alias="reference-date", description="The day that years are counted back from.", examples=["2026-06-30"]
    )
    expect: Expect = Field(description="What must come of it.", examples=[{"levels": {"research.sources": "Basic"}}])


class Cases(Spec):
    """The cases of one rubric."""

    language: Literal["1"] = Field(
        alias="mcred-lint-cases", description="The version of this file format.", examples=[CASES_VERSION]
    )
    rubric: str = Field(description="The id of the rubric that they try.", examples=["our-credential"])
    cases: tuple[Case, ...] = Field(
        description="The cases, each with a name of its own.",
        examples=[[{"name": "nothing is not ready", "submission": "Hello.", "expect": {"ready": False}}]],
    )
