"""Taking something out never makes a submission better, and nothing is met by what is not there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from properties.emptying import Gap, gaps
from submissions import CORPUS, EXAMPLES, checked_files, component, criterion, files_of, report_on

from mcred_lint.findings import Basis, ComponentReport, CriterionReport, SubmissionReport

WHOLE = ("proficient", "proficient-yaml", "basic", "developing")
"""Examples of which everything is taken out, one thing at a time."""
READY = (
    "folders/yaml-single-file-broadband",
    "folders/md-much-debris-counselors",
    "folders/md-subfolders-prose-staffing",
    "docs/tables-counselor-ratio",
    "docs/own-titles-multilingual",
)
"""Ready submissions of other hands, of which every so many-th thing is taken out."""
EVERY = 8
SAID_AGAIN = {
    "survey.questions": "completed surveys repeat the questions they answer",
}
"""Criteria whose evidence people hand in twice: what is left of it elsewhere counts."""
KNOWN = {
    "folders/md-much-debris-counselors: Research FINAL v3.md: the text below line 3": "link definitions that nothing refers to count as sources",
}
"""What is wrong and known, by the name of the test."""


def _folder(name: str) -> Path:
    return CORPUS / name / "submission" if "/" in name else EXAMPLES / name


def _report(name: str) -> SubmissionReport:
    return report_on(_folder(name))


def _runs() -> list[Any]:
    found = [(name, gap) for name in WHOLE for gap in gaps(files_of(_folder(name)))]
    found += [(name, gap) for name in READY for gap in list(gaps(files_of(_folder(name))))[::EVERY]]
    named = [(f"{name}: {gap.file}: {gap.what}", name, gap) for name, gap in found]
    return [pytest.param(name, gap, id=id_, marks=_marks(id_)) for id_, name, gap in named]


def _marks(id_: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=KNOWN[id_])] if id_ in KNOWN else []


@pytest.mark.parametrize(("name", "gap"), _runs())
def test_less_is_never_better_and_never_met(name: str, gap: Gap, tmp_path: Path) -> None:
    before = _report(name)
    after = checked_files(gap.taken_from(files_of(_folder(name))), tmp_path / "submission")
    assert _raised(before, after) == []
    assert before.ready or not after.ready
    assert _met_by_nothing(before, after, gap) == []


def test_the_submissions_taken_apart_are_ready() -> None:
    assert [name for name in READY if not _report(name).ready] == []


# ---- levels --------------------------------------------------------------------------------------------------------------


def _raised(before: SubmissionReport, after: SubmissionReport) -> list[tuple[str, str | None]]:
    return [(part.id, part.level) for part in after.components if _rank(part) > _rank(component(before, part.id))]


def _rank(part: ComponentReport) -> int:
    """What was not submitted counts as the lowest; what could not be told as the best it could be."""
    best = part.level or part.at_most
    return part.scale.index(best) if best else 0


# ---- criteria ------------------------------------------------------------------------------------------------------------


def _met_by_nothing(before: SubmissionReport, after: SubmissionReport, gap: Gap) -> list[tuple[str, str]]:
    """Counted criteria that stood on nothing but what was taken out, and are met all the same."""
    counted = [
        one for part in before.components for one in part.criteria if one.basis is Basis.COUNTED and _stood_in(one, gap)
    ]
    left = [criterion(after, one.id) for one in counted if one.id not in SAID_AGAIN]
    return [(one.id, one.reason) for one in left if one.level == _top(after, one)]


def _stood_in(one: CriterionReport, gap: Gap) -> bool:
    items = one.measured.items if one.measured and one.level else ()
    return bool(items) and all(item.place is not None and gap.holds(item.place.file, item.place.line) for item in items)


def _top(report: SubmissionReport, one: CriterionReport) -> str:
    return component(report, one.id.split(".")[0]).scale[-1]
