"""Every edge of the advocacy rubric, through the whole command, in Markdown and in YAML alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from edges.build import draft
from edges.layout import FORMATS, laid_out
from submissions import written
from support import ROOT, Command

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/edges.yaml").read_text("utf-8"))
KEYS = {
    "edge", "given", "criterion", "level", "measured", "status", "certainty", "advice", "says", "never_says", "finds", "left_out", "part",
    "at_most", "failed", "submission", "hides", "known",
}  # fmt: skip


def _runs() -> list[Any]:
    return [
        pytest.param(case, format_, id=f"{case['criterion']}: {case['edge']}, {format_}", marks=_marks(case, format_))
        for case in CASES
        for format_ in FORMATS
    ]


def _marks(case: dict[str, Any], format_: str) -> list[pytest.MarkDecorator]:
    known = case.get("known", {})
    return [pytest.mark.xfail(strict=True, reason=known[format_])] if format_ in known else []


def test_a_case_says_only_what_is_looked_at() -> None:
    assert [key for case in CASES for key in case if key not in KEYS] == []


@pytest.mark.parametrize(("case", "format_"), _runs())
def test_an_edge_falls_on_its_side(case: dict[str, Any], format_: str, tmp_path: Path, command: Command) -> None:
    folder = written(laid_out(draft(**case["given"]), format_), tmp_path / "submission")
    ran = command("check", folder, "--format", "json")
    report = json.loads(ran.out)["submissions"][0]
    assert _differences(case, report) == {}
    assert case.get("hides", "\0") not in ran.out
    assert (ran.code == 0) == report["ready"]


def _differences(case: dict[str, Any], report: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What was expected and what came instead, by key of the case."""
    seen = _seen(case, report)
    wanted = {"status": "judged"} | ({"certainty": "sure"} if "level" in case else {}) | case
    equal = ("level", "status", "certainty", "advice", "part", "submission", "failed")
    found = {key: (wanted[key], seen[key]) for key in equal if key in wanted and wanted[key] != seen[key]}
    if "measured" in case and (seen["measured"] is None or abs(seen["measured"] - case["measured"]) > 0.005):
        found["measured"] = (case["measured"], seen["measured"])
    found |= {
        key: (case[key], seen[text])
        for key, text in (("says", "reason"), ("finds", "found"), ("left_out", "beside"))
        if key in case and str(case[key]).casefold() not in seen[text].casefold()
    }
    if "never_says" in case and case["never_says"] in seen["reason"]:
        found["never_says"] = (case["never_says"], seen["reason"])
    if "at_most" in case and seen["scale"].index(seen["level"] or seen["scale"][0]) > seen["scale"].index(
        case["at_most"]
    ):
        found["at_most"] = (case["at_most"], seen["level"])
    return found


def _seen(case: dict[str, Any], report: dict[str, Any]) -> dict[str, Any]:
    """The criterion, its component and its findings, under the keys of a case."""
    name = case["criterion"]
    part = next((part for part in report["components"] if part["id"] == name.split(".")[0]), None)
    one = next(one for one in (part["criteria"] if part else report["criteria"]) if one["id"] == name)
    findings = [finding for finding in report["findings"] if finding["criterion"] == name]
    measured = one["measured"] or {}
    return {
        **{key: one.get(key) for key in ("level", "status", "certainty", "reason", "failed")},
        "measured": measured.get("value", measured.get("low")),
        "beside": json.dumps(measured.get("left_out")),
        "advice": any(finding["severity"] == "warning" for finding in findings),
        "found": " ".join(finding["message"] for finding in findings),
        "part": (part["level"] or part["status"]) if part else None,
        "scale": part["scale"] if part else None,
        "submission": report["status"],
    }
