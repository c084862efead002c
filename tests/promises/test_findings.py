"""Findings are for people: each points at its place, says what is in plain words and what to do, and keeps its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from submissions import CORPUS, EXAMPLES, checked_files, files_of, report_on

from mcred_lint.findings import Finding, Severity, SubmissionReport

FOLDERS = {
    **{path.name: path for path in sorted(EXAMPLES.iterdir()) if path.is_dir()},
    **{path.parent.relative_to(CORPUS).as_posix(): path for path in sorted(CORPUS.glob("*/*/submission"))},
}
WITH_LINES = (".md", ".markdown", ".yaml", ".yml", ".txt", ".csv", ".html")
_PYTHON = re.compile(
    r"\bNone\b(?! of \d)|\bTrue\b|\bFalse\b|\bnan\b|\binf\b|Traceback|Error\b|Exception|object at 0x|<class|\b(?:Posix)?Path\(|[({]'|', '|\b[A-Z][a-z]+[A-Z]\w+\(|\{\}|\[\]|\d\.\d{4}"
)
"""What Python prints of its own things."""


def _report(name: str) -> SubmissionReport:
    return report_on(FOLDERS[name])


@pytest.mark.parametrize("name", FOLDERS)
def test_every_finding_points_into_a_file_of_the_submission(name: str) -> None:
    report = _report(name)
    wrong = [finding for finding in report.findings if not _points_into(finding, report, FOLDERS[name])]
    assert [(finding.message, finding.place) for finding in wrong] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_everything_said_is_in_plain_words(name: str) -> None:
    assert [text for text in _said(_report(name)) if _PYTHON.search(text) or not text.strip() or "  " in text] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_every_error_says_what_to_do(name: str) -> None:
    assert [
        one.message for one in _report(name).findings if one.severity is Severity.ERROR and not one.fix.strip()
    ] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_no_two_findings_have_one_id(name: str) -> None:
    ids = [finding.id for finding in _report(name).findings]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["basic", "developing", "every-finding", "basic-yaml", "developing-yaml"])
def test_ids_outlive_lines_put_on_top(name: str, tmp_path: Path) -> None:
    # Front matter has to come first.
    files = {
        path: data if data.startswith(b"---") else b"\n" * 10 + data for path, data in files_of(FOLDERS[name]).items()
    }
    moved = checked_files(files, tmp_path / name).findings
    assert {finding.id for finding in moved} == {finding.id for finding in _report(name).findings}
    lines = {finding.id: _line(finding) for finding in _report(name).findings}
    assert {_line(finding) - lines[finding.id] for finding in moved} <= {0, 10}


def test_the_examples_have_findings_to_look_at() -> None:
    assert len(_report("every-finding").findings) > 12


def _line(finding: Finding) -> int:
    return finding.place.line or 0 if finding.place else 0


def _points_into(finding: Finding, report: SubmissionReport, folder: Path) -> bool:
    """A file of the report and, where a file of its kind has lines and could be read, one of its lines."""
    place = finding.place
    if place is None or place.file not in {file.path for file in report.files}:
        return False
    # A file whose name identifies somebody has another name in reports.
    if not place.file.endswith(WITH_LINES) or not (folder / place.file).exists():
        return True
    if place.line is None:
        return _of_a_whole_file(finding, report)
    return 1 <= place.line <= (folder / place.file).read_bytes().count(b"\n") + 1


def _of_a_whole_file(finding: Finding, report: SubmissionReport) -> bool:
    """Whether it tells of something that is nowhere, of how a file was read, or of one that could not be."""
    if finding.criterion == "file":
        return True
    unread = {
        one.place.file
        for one in report.findings
        if one.criterion == "file" and one.severity is Severity.ERROR and one.place
    }
    return finding.message.endswith("not submitted.") or (finding.place is not None and finding.place.file in unread)


def _said(report: SubmissionReport) -> Iterator[str]:
    """Every sentence of ours."""
    for finding in report.findings:
        yield finding.message
        if finding.fix:
            yield finding.fix
    for part in report.components:
        yield from (one.reason for one in part.criteria)
        yield from part.next.steps if part.next else ()
    yield from (one.reason for one in report.criteria)
