"""Which rubric judges: the option, else the configuration, else the submission's own declaration, else the default.

A declaration names a rubric that comes with the tool or that the configuration knows, never a file: a submission does not
choose its judge. What a declaration asks for in vain is told as a finding.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mcred_lint.cli.configuration import Configuration, find_configuration
from mcred_lint.cli.rubric_files import RubricFiles, looks_like_file
from mcred_lint.cli.suggestions import did_you_mean
from mcred_lint.document.blocks import Document, Kind, Line
from mcred_lint.errors import UsageError
from mcred_lint.findings import Finding, RubricUsed, Severity, SubmissionReport
from mcred_lint.matching.recognition.declarations import RUBRIC_KEY
from mcred_lint.rubric.loader import LoadedRubric
from mcred_lint.rubric.model import Rubric
from mcred_lint.sources.places import Place
from mcred_lint.submission.discover import Submission
from mcred_lint.wording import join_words

DEFAULT_RUBRIC = "nea-advocacy"
_LIKE_AN_ID = re.compile(r"[\w./-]{1,60}", re.ASCII)


@dataclass(frozen=True)
class Chosen:
    """A rubric and why it is this one: option, config, declaration or default."""

    loaded: LoadedRubric
    by: str

    @property
    def used(self) -> RubricUsed:
        rubric = self.loaded.rubric
        return RubricUsed(rubric.id, rubric.version, rubric.title, f"sha256:{self.loaded.digest}", self.by)


@dataclass(frozen=True, slots=True)
class Declaration:
    """The rubric that a file of a submission names."""

    id: str
    place: Place


def pinned(option: str | None, configuration: Configuration) -> Chosen | None:
    """The rubric that whoever runs the check has fixed. Raises UsageError or RubricErrors."""
    if option is not None:
        return Chosen(load(option, configuration), "option")
    if configuration.rubric is not None:
        return Chosen(load(configuration.rubric, configuration, beside=configuration.file), "config")
    return None


def the_loaded_rubric(option: str | None, working_directory: Path) -> LoadedRubric:
    """The rubric to talk about where there is no submission, with its places. Raises UsageError or RubricErrors."""
    return without_submission(option, find_configuration(working_directory, ())).loaded


def the_rubric(option: str | None, working_directory: Path) -> Rubric:
    """As `the_loaded_rubric`, without where it comes from."""
    return the_loaded_rubric(option, working_directory).rubric


def without_submission(option: str | None, configuration: Configuration) -> Chosen:
    """The rubric where no submission can declare one. Raises UsageError or RubricErrors."""
    return pinned(option, configuration) or Chosen(RubricFiles(configuration).load_known(DEFAULT_RUBRIC), "default")


def to_declare(chosen: Chosen, configuration: Configuration) -> str | None:
    """The id by which a submission can ask for this very rubric; None where there is no need, or where it cannot."""
    files, rubric_id = RubricFiles(configuration), chosen.loaded.rubric.id
    if is_usual(chosen, configuration) or not files.knows(rubric_id):
        return None
    return rubric_id if files.load_known(rubric_id).digest == chosen.loaded.digest else None


def is_usual(chosen: Chosen, configuration: Configuration) -> bool:
    """Whether it would judge a submission for which nobody chooses a rubric."""
    usual = without_submission(None, configuration)
    return usual.loaded.digest == chosen.loaded.digest


def load(name: str, configuration: Configuration, beside: Path | None = None) -> LoadedRubric:
    """A rubric by its configured id, its bundled id or its file. Raises UsageError or RubricErrors.

    beside: the file to whose folder a path is relative, instead of the working directory.
    """
    files = RubricFiles(configuration)
    if files.knows(name):
        return files.load_known(name)
    path = Path(name) if beside is None else beside.parent / name
    if path.is_file():
        return files.load(path)
    what = f"There is no rubric file {name}." if looks_like_file(name) else f'There is no rubric "{name}".'
    raise UsageError(what, f"{did_you_mean(name, files.known_ids())} Or give the path of a rubric file.")


# ---- declarations ----------------------------------------------------------------------------------------------------


def declarations(documents: Sequence[Document]) -> Iterator[Declaration]:
    """The rubrics that the files of a submission name, in the order of the files."""
    for document in documents:
        for found in document.properties:
            if found.name.strip().casefold() == RUBRIC_KEY and found.value.strip():
                yield Declaration(found.value.strip(), found.place)
        if document.format == "YAML":
            yield from _top_key(document)


def _top_key(document: Document) -> Iterator[Declaration]:
    for key, value in zip(document.blocks, document.blocks[1:], strict=False):
        if not (
            isinstance(key, Line) and isinstance(value, Line) and key.kind is Kind.HEADING and value.kind is Kind.TEXT
        ):
            continue
        if key.level == 1 and key.text.flat.strip().casefold() == RUBRIC_KEY:
            yield Declaration(value.text.flat.strip(), value.place)


def declared(submissions: Sequence[Submission], configuration: Configuration) -> Chosen:
    """The one rubric that the submissions declare, or the default. Raises UsageError when they ask for different ones."""
    wishes = {submission.id: _wish(submission, configuration) for submission in submissions}
    asked = sorted({wish or DEFAULT_RUBRIC for wish in wishes.values()})
    if len(asked) > 1:
        raise UsageError(
            f"These submissions are for different rubrics: {join_words(asked)}.",
            "Check them one rubric at a time, or choose one for all with --rubric.",
        )
    by = "declaration" if any(wishes.values()) else "default"
    return Chosen(RubricFiles(configuration).load_known(asked[0] if asked else DEFAULT_RUBRIC), by)


def _wish(submission: Submission, configuration: Configuration) -> str | None:
    found, files = declarations(submission.documents), RubricFiles(configuration)
    return next((declaration.id for declaration in found if files.knows(declaration.id)), None)


def with_declarations(
    report: SubmissionReport, submission: Submission, chosen: Chosen, configuration: Configuration
) -> SubmissionReport:
    """The report with a warning for each declaration that was not followed."""
    vain = [found for found in declarations(submission.documents) if found.id != chosen.loaded.rubric.id]
    if not vain:
        return report
    known = RubricFiles(configuration).known_ids()
    # The report's own names of the files, in which what identifies somebody is masked already.
    names = {document.path: use.path for document, use in zip(submission.documents, report.files, strict=False)}
    told = tuple(_finding(found, names[found.place.file], chosen, known) for found in vain)
    return replace(report, findings=report.findings + told)


def _finding(declaration: Declaration, file: str, chosen: Chosen, known: Sequence[str]) -> Finding:
    judge, place = chosen.loaded.rubric.id, replace(declaration.place, file=file)
    if declaration.id in known:
        message = f'This file says that the submission is for the rubric "{declaration.id}"; it was checked against "{judge}".'
        fix = f"Make sure that it is handed in for the right credential; --rubric {declaration.id} checks it against the other."
    else:
        # What looks like no id could be anything, a name included, and is not repeated.
        name = f'the rubric "{declaration.id}"' if _LIKE_AN_ID.fullmatch(declaration.id) else "a rubric"
        message = f'This file asks for {name}, which is not known here; it was checked against "{judge}".'
        fix = f"Write one of these, or take the line out: {join_words(known, 'or')}."
    return Finding(_fingerprint(declaration), RUBRIC_KEY, None, Severity.WARNING, message, fix, place)


def _fingerprint(declaration: Declaration) -> str:
    return hashlib.sha256(f"{RUBRIC_KEY}|{declaration.place.file}|{declaration.id}".encode()).hexdigest()[:16]
