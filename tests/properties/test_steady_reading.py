"""What an editor, an export or a keyboard changes about a file changes nothing about its reading."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from submissions import EXAMPLES, checked, checked_files, files_of, report_on

from mcred_lint.findings import SubmissionReport

NAMES = ("proficient", "basic", "developing", "one-document", "every-finding")
_HEADING = re.compile(r"^(#{1,2}) (?!\d+[.)] )(.+)$")
"""A numbered heading has no setext form: its number would begin a list."""
_BULLET = re.compile(r"^(\s*)- ")


def _lines(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(map(change, text.split("\n")))


def _setext(line: str) -> str:
    match = _HEADING.match(line)
    return f"{match[2]}\n{('=' if match[1] == '#' else '-') * max(3, len(match[2]))}" if match else line


def _curly(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019")


def _no_break(line: str) -> str:
    """Every second space between words; those that are markup (indents, markers, rows of a table) stay."""
    if line.lstrip().startswith(("|", ">", "#")) or "](" in line:
        return line
    return re.sub(r"(?<=\w\w) (\w+) (?=\w\w)", " \\1\u00a0", line)


def _stars(line: str) -> str:
    return _BULLET.sub(r"\1* ", line) if not line.startswith("---") else line


CHANGES: dict[str, Callable[[str], str]] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "a BOM": lambda text: "\ufeff" + text,
    "a trailing space": _lines(lambda line: f"{line} " if line else line),
    "trailing tabs on blank lines": _lines(lambda line: line or "\t"),
    "stars for dashes": _lines(_stars),
    "setext headings": _lines(_setext),
    "curly quotes": _curly,
    "no-break spaces": _lines(_no_break),
    "blank lines at both ends": lambda text: f"\n\n{text}\n\n",
    "no line end": lambda text: text.rstrip("\n"),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_levels_and_counts_do_not_change(name: str, change: str, tmp_path: Path) -> None:
    files = files_of(EXAMPLES / name)
    changed = {path: CHANGES[change](data.decode()).encode() for path, data in files.items()}
    before, after = _picture(_report(name)), _picture(checked_files(changed, tmp_path / name))
    assert {key: (before[key], after[key]) for key in before if before[key] != after[key]} == {}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_changes_something(change: str) -> None:
    assert any(
        CHANGES[change](data.decode()).encode() != data for name in NAMES for data in files_of(EXAMPLES / name).values()
    )


@pytest.mark.parametrize("name", [*NAMES, "proficient-yaml", "basic-yaml"])
def test_two_runs_give_one_report(name: str) -> None:
    assert checked(EXAMPLES / name) == checked(EXAMPLES / name)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_files_on_disk_does_not_matter(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = os.walk

    def backwards(top: Any, **options: Any) -> Iterator[tuple[str, list[str], list[str]]]:
        for base, folders, names in walk(top, **options):
            folders.sort(reverse=True)
            yield base, folders, sorted(names, reverse=True)

    before = _report(name)
    monkeypatch.setattr(os, "walk", backwards)
    assert checked(EXAMPLES / name) == before


def _report(name: str) -> SubmissionReport:
    return report_on(EXAMPLES / name)


def _picture(report: SubmissionReport) -> dict[str, Any]:
    """Everything that is decided or counted, by what it is about."""
    criteria = [*report.criteria, *(one for part in report.components for one in part.criteria)]
    picture: dict[str, Any] = {one.id: (one.status.value, one.level, one.failed) for one in criteria}
    picture |= {f"{one.id}, measured": (one.measured.low, one.measured.high) for one in criteria if one.measured}
    picture |= {part.id: (part.status.value, part.level) for part in report.components}
    return picture | {"status": report.status.value, "level": report.level}
