"""Submissions written by other hands, against what a careful reader found in them.

What is read wrongly and known stands in known.yaml with its reason; what has been put right must leave the list. A level that is
too high, a blocker that is missed and a wrong "ready" can never stand there.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml
from submissions import CORPUS, component, criterion, report_on

from mcred_lint.findings import ComponentReport, ComponentStatus, SubmissionReport

NAMES = sorted(path.parent.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*/expected.yaml"))
KNOWN: dict[str, dict[str, str]] = yaml.safe_load((CORPUS / "known.yaml").read_text("utf-8")) or {}
LEAST_AGREEMENT = 0.98
"""Of all levels. Once reached it is kept."""
NUMBERS = {
    "sources": "research.sources",
    "minutes": "outline.hours",
    "survey_questions": "survey.questions",
    "completed": "survey.completed",
}
NOT_SUBMITTED = ComponentStatus.NOT_SUBMITTED.value

Deviations = dict[str, tuple[Any, Any]]
"""What the careful reader found and what the tool says, by what it is about."""


@cache
def _expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((CORPUS / name / "expected.yaml").read_text("utf-8"))
    return found


def _report(name: str) -> SubmissionReport:
    return report_on(CORPUS / name / "submission")


# ---- what can never be excused -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_no_level_is_better_than_a_careful_reader_gives(name: str) -> None:
    parts = _expected(name)["components"]
    pairs = {one.id: (_wanted(parts[one.id]), _given(one)) for one in _report(name).components}
    better = {one.id: pairs[one.id] for one in _report(name).components if _is_better(one, *pairs[one.id])}
    assert better == {}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_called_ready_that_is_not(name: str) -> None:
    expected, report = _expected(name), _report(name)
    assert expected["ready"] or not report.ready
    assert set(expected["blockers"]) <= _blockers(report)


def _is_better(part: ComponentReport, wanted: str, given: str) -> bool:
    if given not in part.scale or given == part.scale[0]:
        return False
    return wanted not in part.scale or part.scale.index(given) > part.scale.index(wanted)


# ---- what may be known, as long as it lasts ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_levels_and_facts_are_those_of_a_careful_reader(name: str) -> None:
    found = _deviations(name)
    known = KNOWN.get(name, {})
    assert {about: pair for about, pair in found.items() if about not in known} == {}
    assert [about for about in known if about not in found] == [], "put right: take it off known.yaml"


def test_what_is_known_has_its_reason_and_its_submission() -> None:
    assert [name for name in KNOWN if name not in NAMES] == []
    assert [name for name, known in KNOWN.items() for reason in known.values() if len(reason.split()) < 4] == []


def test_levels_agree_with_careful_readers(capsys: pytest.CaptureFixture[str]) -> None:
    agreed = {name: [wanted == given for wanted, given in _levels(name)] for name in NAMES}
    with capsys.disabled():
        print("\nLevels as careful readers give them:")
        for name, parts in agreed.items():
            print(f"  {sum(parts)} of {len(parts)}  {name}")
        print(f"  {sum(map(sum, agreed.values()))} of {sum(map(len, agreed.values()))}  in all")
    every = [agrees for parts in agreed.values() for agrees in parts]
    assert sum(every) / len(every) >= LEAST_AGREEMENT


def _levels(name: str) -> list[tuple[str, str]]:
    """(the level a careful reader gives, the level the tool gives) of every component."""
    return [(_wanted(_expected(name)["components"][part.id]), _given(part)) for part in _report(name).components]


def _deviations(name: str) -> Deviations:
    expected, report = _expected(name), _report(name)
    pairs: Deviations = {
        key: (_wanted(part), _given(component(report, key))) for key, part in expected["components"].items()
    }
    pairs["blockers"] = (set(expected["blockers"]), _blockers(report))
    pairs |= _numbers(expected.get("facts", {}), report)
    found = {about: (wanted, given) for about, (wanted, given) in pairs.items() if wanted != given}
    # What is not ready because of a deviation that is known says nothing new.
    return found if found or expected["ready"] == report.ready else {"ready": (expected["ready"], report.ready)}


def _numbers(facts: dict[str, Any], report: SubmissionReport) -> Deviations:
    wanted = {about: (NUMBERS[about], number) for about, number in facts.items() if about in NUMBERS}
    wanted |= {f"answered {key}": (f"{key}.questions", number) for key, number in facts.get("answered", {}).items()}
    return {
        about: (number, _measured(report, id_))
        for about, (id_, number) in wanted.items()
        if number is not None and component(report, id_.split(".")[0]).status is ComponentStatus.JUDGED
    }


def _measured(report: SubmissionReport, id_: str) -> float | None:
    measured = criterion(report, id_).measured
    return measured.low if measured else None


def _wanted(part: dict[str, Any]) -> str:
    return str(part.get("level") or part["status"])


def _given(part: ComponentReport) -> str:
    return part.level or part.status.value


def _blockers(report: SubmissionReport) -> set[str]:
    return {one.id for one in report.criteria if one.blocks and one.failed}
