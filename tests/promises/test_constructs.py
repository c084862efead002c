"""The rubric language says what published rubrics ask: each construct is a rubric file, and judges as it must."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mcred_lint.findings import Severity, Status, SubmissionReport
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric
from mcred_lint.service import check
from mcred_lint.submission.texts import submission_of

CONSTRUCTS = yaml.safe_load((Path(__file__).parents[1] / "cases" / "constructs.yaml").read_text(encoding="utf-8"))
USUAL = {"levels": ["Low", "Middle", "High"], "passing": "High"}


def rubric_of(construct: dict[str, Any]) -> Rubric:
    """A rubric file with one part and one criterion, loaded as any rubric file is."""
    criterion = {"title": "As asked", "basis": "counted", "set_by": "issuer", "advice": "Do more."}
    part = {"title": "Work", "scale": "scale", "names": ["work"], "places": construct["places"]}
    text = yaml.safe_dump(
        {
            "mcred-lint-rubric": 1,
            "id": "construct",
            "version": "1.0.0",
            "title": construct["construct"],
            "issuer": "Nobody",
            "description": "One construct.",
            "scales": {"scale": construct.get("scale", USUAL)},
            "main_scale": "scale",
            "components": {"work": part | {"criteria": {"it": criterion | construct["criterion"]}}},
        },
        sort_keys=False,
    )
    return load_rubric("construct.yaml", text.encode()).rubric


def report_on(construct: dict[str, Any], case: dict[str, Any]) -> SubmissionReport:
    text = case.get("text") or f"# Work\n\n## Text\n\n{' '.join(['word'] * case['words'])}\n"
    submission = submission_of("work", {"work.md": text}, load_language())
    return check(submission, rubric_of(construct), load_language(), case.get("reference_year"))


CASES = [(construct, case) for construct in CONSTRUCTS for case in construct["levels"]]


@pytest.mark.parametrize(("construct", "case"), CASES, ids=[construct["construct"] for construct, _ in CASES])
def test_each_construct_gives_the_level_it_must(construct: dict[str, Any], case: dict[str, Any]) -> None:
    report = report_on(construct, case)
    (criterion,) = report.components[0].criteria
    assert (criterion.level if criterion.status is Status.JUDGED else criterion.status.value) == case["level"]
    if "ready" in case:
        assert report.ready is case["ready"]
    if "warnings" in case:
        assert sum(finding.severity is Severity.WARNING for finding in report.findings) == case["warnings"]


def test_each_construct_is_seen_both_reached_and_missed() -> None:
    for construct in CONSTRUCTS:
        assert len({case["level"] for case in construct["levels"]}) > 1 or "guide" in construct["criterion"]
