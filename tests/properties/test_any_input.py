"""No input makes the check fail: whatever lies in the folder, there is a report with a level or a reason."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from submissions import EXAMPLES, Files, advocacy, checked_files, files_of

from mcred_lint.findings import ComponentStatus, Status, SubmissionReport

SUFFIXES = (".md", ".yaml", ".yml", ".txt", ".csv", ".html", ".docx", ".pptx", ".xlsx", ".pdf", ".png", "")
STEMS = (
    "overview",
    "research",
    "outline",
    "agenda",
    "survey",
    "responses",
    "reflection",
    "submission",
    "notes",
    "Übung 1",
    "a b",
)
FRAGMENTS = (
    "# Research", "## Sources", "# Outline", "## Session 1: One voice", "# Survey", "### Response 1", "# Reflection", "---", "***", "```", "> ", "- [ ] ", "1. ", "| a | b |",
    "| --- | --- |", "Duration: 90 min", "Duration: 4:00-5:15", "Audience:", "**Audience:** teachers", "https://example.org/a", "[1]: https://example.org",
    "[^1]", "[^1]: A note. 2019.", "<table><tr><td>", "</div>", "<!-- ", "&nbsp;", "\\", "\t", "\u00a0", "\u202e", "\x1b[31m", "TBD", "How was it?", "research:", "  sources:", "    - ", "survey: &a",
    "<<: *a", "? ", "!!python/object:os.system", "key: |", "{", "}", "[", "]", '"', "'", "%YAML 1.2", "%", "@", "9:30", "2024-01-01", "No", "~", "1e999", "\u0661",
)  # fmt: skip
THOROUGH = int(os.environ.get("MCRED_LINT_THOROUGH", "1"))
"""How many times as many inputs as in a daily run."""
OUR_SETTINGS = settings(
    max_examples=60 * THOROUGH, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

names = st.builds("{}{}".format, st.sampled_from(STEMS), st.sampled_from(SUFFIXES))
fragments = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=12), max_size=40)
texts = st.builds(
    lambda parts, between: between.join(parts).encode("utf-8", "surrogatepass"),
    fragments,
    st.sampled_from(["\n", "\n\n", " ", ""]),
)


@OUR_SETTINGS
@given(st.dictionaries(names, st.binary(max_size=200), min_size=1, max_size=4))
def test_any_bytes_under_any_name_give_a_report(files: dict[str, bytes]) -> None:
    assert_reported(files)


@OUR_SETTINGS
@given(st.dictionaries(names, texts, min_size=1, max_size=4))
def test_any_pieces_of_markdown_and_yaml_give_a_report(files: dict[str, bytes]) -> None:
    assert_reported(files)


@OUR_SETTINGS
@given(st.sampled_from(["proficient", "proficient-yaml"]), st.data())
def test_a_submission_broken_anywhere_gives_a_report(name: str, data: st.DataObject) -> None:
    files = files_of(EXAMPLES / name)
    path = data.draw(st.sampled_from(sorted(files)))
    whole = files[path]
    at = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(at, min(len(whole), at + 400)))
    put = data.draw(st.binary(max_size=8) | st.sampled_from([fragment.encode() for fragment in FRAGMENTS]))
    assert_reported(files | {path: whole[:at] + put + whole[end:]})


def assert_reported(files: Files) -> None:
    """Every component and criterion of the rubric has its line; a level is one of its scale, and without one there is a reason."""
    with _folder() as folder:
        report = checked_files(files, folder)
    assert {part.id for part in report.components} == advocacy().components.keys()
    for part in report.components:
        assert (part.level in part.scale) == (part.status is ComponentStatus.JUDGED)
        assert all(one.reason for one in part.criteria)
        assert all(one.level in part.scale for one in part.criteria if one.level or (one.status is Status.JUDGED))
    _assert_findings_stand_in(report, files)


def _assert_findings_stand_in(report: SubmissionReport, files: Files) -> None:
    assert {finding.place.file for finding in report.findings if finding.place} <= files.keys()
    assert len({finding.id for finding in report.findings}) == len(report.findings)


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder for one example: a fixture of pytest is shared by all of them."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "submission"
