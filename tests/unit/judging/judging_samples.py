"""Made-up criteria, scales and measurements: judging never sees a submission."""

from __future__ import annotations

from typing import Any

from mcred_lint.findings import CriterionReport, Item, Status
from mcred_lint.judging.criterion import Judged, judged
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Component, Criterion, Scale
from mcred_lint.sources.places import Place

SCALE = Scale(levels=("Developing", "Basic", "Proficient"), passing="Proficient")
PARTS = Scale(levels=("Not passing", "Passing"), passing="Passing")
PLACE = Place("outline.md", 7)

SOURCES: dict[str, Any] = {
    "title": "Five sources",
    "basis": "counted",
    "set_by": "issuer",
    "measure": {"kind": "count", "of": "sources", "unit": "source"},
    "ladder": {"Proficient": {"at_least": 5}, "Basic": {"at_least": 3}},
    "advice": "Add different sources.",
}
FILLED: dict[str, Any] = SOURCES | {
    "measure": {"kind": "filled", "of": ["audience"]},
    "ladder": {"Proficient": {"all": True}, "Basic": {"at_least": "1/2"}},
    "advice": "Fill in what is missing.",
}
HOURS: dict[str, Any] = SOURCES | {
    "measure": {"kind": "hours", "of": "sessions"},
    "ladder": {"Proficient": {"at_least": "4 h"}, "Basic": {"at_least": "2 h"}},
    "advice": "Plan more time.",
}
CAPPED: dict[str, Any] = SOURCES | {
    "ladder": {"Basic": {"at_least": 3}},
    "person_above": "Basic",
}
PERSON: dict[str, Any] = {"title": "Credible", "basis": "person", "set_by": "issuer"}


def criterion(base: dict[str, Any] = SOURCES, **changes: Any) -> Criterion:
    """A criterion with some values changed; None takes one out."""
    data = {key: value for key, value in (base | changes).items() if value is not None}
    return Criterion.model_validate(data)


def sources(low: float, high: float | None = -1, **rest: Any) -> Measurement:
    """So many sources; `high` of its own where it is not certain."""
    return Measurement(low, low if high == -1 else high, "source", **rest)


def minutes(low: float, high: float | None = -1, **rest: Any) -> Measurement:
    return Measurement(low, low if high == -1 else high, "minutes", **rest)


def fields(done: int, missing: list[str]) -> Measurement:
    """Required fields, some of them missing by name."""
    total = done + len(missing)
    items = tuple(Item(f"field {number}", PLACE) for number in range(done))
    lacking = tuple(Item(name, PLACE) for name in missing)
    said = f"{done} of {total} required fields filled"
    return Measurement.exactly(done / total, "share", whole=1, noun="fields", said=said, items=items, missing=lacking)


def judge_it(of: Criterion, measured: Measurement, scale: Scale | None = SCALE, unsure: str | None = None) -> Judged:
    return judged("research.sources", of, {"it": measured}, scale, unsure)


def component() -> Component:
    data = {"title": "Artifact 1: Research", "names": ["research"], "places": {}, "scale": "artifact", "criteria": {}}
    return Component.model_validate(data)


def report(status: Status, *, blocks: bool = False, failed: bool = False) -> CriterionReport:
    one = criterion(PERSON)
    return CriterionReport("identity", one.title, one.basis, status, "", blocks=blocks, failed=failed)
