"""What was expected of a submission beside what its report says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.authoring.trials.cases import MET, NOT_MET, Expect, ExpectedFinding
from mcred_lint.findings import (
    ComponentReport,
    ComponentStatus,
    CriterionReport,
    Finding,
    Measured,
    Severity,
    Status,
    SubmissionReport,
)
from mcred_lint.wording import quantity

_CLOSE = 0.005
"""How far a measured quantity may be off: a share such as 2/3 is written down with few digits."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that did not come as expected. `about` is whose it is; `reason` is the report's own."""

    about: str
    expected: str
    found: str
    reason: str = ""


def differences(expect: Expect, report: SubmissionReport) -> tuple[Difference, ...]:
    """Everything that is otherwise in the report than a case expects."""
    return tuple(_Compared(expect, report).all())


class _Compared:
    def __init__(self, expect: Expect, report: SubmissionReport) -> None:
        self.expect, self.report = expect, report
        self.components = {one.id: one for one in report.components}
        self.criteria = {one.id: one for part in report.components for one in part.criteria}
        self.criteria |= {one.id: one for one in report.criteria}

    def all(self) -> Iterator[Difference]:
        yield from self._whole()
        yield from self._levels()
        yield from self._measured()
        yield from self._findings()

    def _whole(self) -> Iterator[Difference]:
        expect, status = self.expect, str(self.report.status)
        if expect.ready is not None and expect.ready != self.report.ready:
            yield Difference("the submission", "ready" if expect.ready else "not ready", status, self._why_not_ready())
        if expect.status is not None and expect.status != self.report.status:
            yield Difference("the submission", str(expect.status), status, self._why_not_ready())

    def _why_not_ready(self) -> str:
        errors = (finding.message for finding in self.report.findings if finding.severity is Severity.ERROR)
        return next(errors, "")

    def _levels(self) -> Iterator[Difference]:
        for id_, wanted in self.expect.levels.items():
            found = self._level(id_)
            if found != wanted:
                yield Difference(id_, wanted, found, self._reason(id_))

    def _level(self, id_: str) -> str:
        one = self.components.get(id_)
        return outcome(self.criteria[id_]) if one is None else _of_component(one)

    def _reason(self, id_: str) -> str:
        """Why a criterion has its level; of a component, why the first of those that hold it down."""
        one = self.components.get(id_)
        if one is None:
            return self.criteria[id_].reason
        low = [each for each in one.criteria if one.level is not None and each.level == one.level]
        unchecked = [each for each in one.criteria if each.status is Status.UNCHECKED]
        first = next(iter(low or unchecked), None)
        return f"{first.id}: {first.reason}" if first else ""

    def _measured(self) -> Iterator[Difference]:
        for id_, (low, high) in self.expect.measured.items():
            one = self.criteria[id_]
            if not _is(one.measured, low, high):
                unit = one.measured.unit if one.measured else ""
                found = quantity(one.measured.low, one.measured.high, unit) if one.measured else "nothing measured"
                yield Difference(id_, quantity(low, high, unit), found, one.reason)

    def _findings(self) -> Iterator[Difference]:
        for wanted in self.expect.findings:
            own = [each for each in self.report.findings if each.criterion == wanted.criterion]
            if not any(_matches(wanted, each) for each in own):
                yield Difference(wanted.criterion, _wanted(wanted), _first_told(own), self._reason_of(wanted.criterion))
        for id_ in self.expect.no_findings:
            grave = [each for each in self.report.findings if each.criterion == id_ and is_grave(each)]
            if grave:
                yield Difference(id_, "no finding", _first_told(grave))

    def _reason_of(self, id_: str) -> str:
        return self._reason(id_) if id_ in self.components or id_ in self.criteria else ""


def outcome(one: CriterionReport) -> str:
    """What became of a criterion: its level, or what stands in place of one."""
    if one.status is not Status.JUDGED or one.level is not None:
        return one.level or str(one.status)
    return NOT_MET if one.failed else MET


def _of_component(one: ComponentReport) -> str:
    return str(one.status) if one.status is not ComponentStatus.JUDGED or one.level is None else one.level


def _is(measured: Measured | None, low: float, high: float) -> bool:
    if measured is None or measured.high is None:
        return False
    return math.isclose(measured.low, low, abs_tol=_CLOSE) and math.isclose(measured.high, high, abs_tol=_CLOSE)


def _matches(wanted: ExpectedFinding, finding: Finding) -> bool:
    said = wanted.says is None or wanted.says.casefold() in finding.message.casefold()
    return said and wanted.severity in (None, finding.severity)


def is_grave(finding: Finding) -> bool:
    """Whether it holds something down or advises, rather than only telling."""
    return finding.severity in (Severity.ERROR, Severity.WARNING)


def _wanted(wanted: ExpectedFinding) -> str:
    kind = "a finding" if wanted.severity is None else f"a finding ({wanted.severity})"
    return f'{kind} that says "{wanted.says}"' if wanted.says else kind


def _first_told(findings: list[Finding]) -> str:
    if not findings:
        return "none"
    more = f", and {len(findings) - 1} more" if len(findings) > 1 else ""
    return f'{findings[0].severity} "{findings[0].message}"{more}'
