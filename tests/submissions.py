"""Submissions in tests: written to a folder from their files, checked against the advocacy rubric, and looked into."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from support import ROOT

from mcred_lint.findings import ComponentReport, CriterionReport, SubmissionReport
from mcred_lint.rubric.bundled import load_bundled
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.model import Rubric
from mcred_lint.service import check
from mcred_lint.submission.discover import open_submission

EXAMPLES = ROOT / "examples"
CORPUS = ROOT / "tests" / "corpus"

Files = Mapping[str, bytes]
"""The files of a submission: paths below its folder and what they hold."""


@cache
def advocacy() -> Rubric:
    """The bundled advocacy rubric, read once."""
    return load_bundled("nea-advocacy").rubric


def checked(path: Path) -> SubmissionReport:
    """The report on a folder or a file."""
    return check(open_submission(path, load_language()), advocacy(), load_language())


@cache
def report_on(path: Path) -> SubmissionReport:
    """The report on a folder that no test changes, made once."""
    return checked(path)


def checked_files(files: Files, folder: Path) -> SubmissionReport:
    """The report on these files, written below an empty folder first."""
    return checked(written(files, folder))


def written(files: Files, folder: Path) -> Path:
    """The folder with these files in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """What a folder holds, by path below it."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def component(report: SubmissionReport, id_: str) -> ComponentReport:
    return next(one for one in report.components if one.id == id_)


def criterion(report: SubmissionReport, id_: str) -> CriterionReport:
    """A criterion by its id, of a component or of the whole submission."""
    everywhere = [*report.criteria, *(one for part in report.components for one in part.criteria)]
    return next(one for one in everywhere if one.id == id_)
