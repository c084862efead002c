"""Which reader opens which file. A reader is imported when the first file of its kind is there."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePosixPath

from mcred_lint.document.blocks import Document, Problem, Severity
from mcred_lint.sources.places import Place
from mcred_lint.text.language import Language

_READERS = {
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown", ".qmd": "markdown", ".rmd": "markdown", ".html": "markdown", ".htm": "markdown",
    ".yaml": "yaml_reader", ".yml": "yaml_reader", ".txt": "plain", ".text": "plain", ".docx": "word", ".docm": "word", ".doc": "word",
    ".pptx": "slides", ".ppt": "slides", ".pdf": "pdf", ".csv": "csv_reader", ".tsv": "csv_reader", ".xlsx": "spreadsheet", ".xls": "spreadsheet",
}  # fmt: skip
_WITH_FORM_WORDS = ("csv_reader", "spreadsheet")


_OTHER_DOCUMENTS = {
    ".odt": "an OpenDocument text", ".rtf": "a rich text file", ".pages": "a Pages document", ".odp": "an OpenDocument presentation",
    ".key": "a Keynote presentation", ".ods": "an OpenDocument spreadsheet", ".numbers": "a Numbers spreadsheet", ".epub": "an e-book",
    ".gdoc": "a link to a Google document", ".gslides": "a link to Google slides", ".gsheet": "a link to a Google sheet", ".wps": "a Works document",
}  # fmt: skip


def _not_read(path: str) -> tuple[Problem, ...]:
    """Why a document of a kind that no reader opens is not read; pictures and the like need no telling."""
    kind = _OTHER_DOCUMENTS.get(PurePosixPath(path).suffix.lower())
    if kind is None:
        return ()
    return (
        Problem(
            f"This is {kind}, which is not read.",
            "Save it as Word (.docx), as PDF or as Markdown, and hand that in.",
            Place(path),
            Severity.UNREADABLE,
        ),
    )


def read(path: str, data: bytes, language: Language) -> Document:
    """A file of a submission as a document. Files of other kinds have no blocks: only that they are there is known."""
    name = _READERS.get(PurePosixPath(path).suffix.lower())
    if name is None:
        return Document(path, "other", problems=_not_read(path), size=len(data))
    if not data.strip():
        problem = Problem(
            "This file is empty.", "Fill it in, or take it out of the folder.", Place(path), Severity.NOTE
        )
        return Document(path, "other", problems=(problem,), size=0)
    reader = import_module(f"mcred_lint.submission.{name}")
    document: Document = (
        reader.read(path, data, language.forms) if name in _WITH_FORM_WORDS else reader.read(path, data)
    )
    return document
