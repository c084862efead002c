"""CSV files: form exports and tables, in whatever encoding and with whatever delimiter the program wrote them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from mcred_lint.document.blocks import Document, Problem, Severity
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import Decoded, decode
from mcred_lint.submission.form_export import read_form
from mcred_lint.submission.reading import problems_of
from mcred_lint.submission.sheet_records import Budget, Record, record, table_blocks, too_long, trimmed
from mcred_lint.text.forms import FormWords

_DELIMITERS = (",", ";", "\t", "|")
# Excel lets a file say it in a line of its own.
_TOLD_DELIMITER = re.compile(r"sep=([,;\t|])\n")
_NO_DELIMITER = "\x1f"
_USUAL_SHARE = 0.5
_SAMPLE, _SAMPLE_CHARACTERS = 30, 200_000
_EMPTY = "This file is empty."
_EXPORT = "Open the answers or the spreadsheet, download it as comma-separated values (.csv) and submit that file."
_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def read(path: str, data: bytes, words: FormWords) -> Document:
    """Read a CSV file given as bytes; nothing raises, what went wrong stands in the document's problems."""
    decoded = decode(path, data)
    refusal = _refusal(path, data, decoded)
    if refusal is not None:
        return Document(path, "CSV", problems=(refusal,), size=len(data))
    rows = _rows(path, decoded.text)
    records = trimmed(rows.records)
    if not records:
        return Document(path, "CSV", problems=(_unreadable(path, _EMPTY),), size=len(data))
    form = read_form(path, records, words)
    blocks = form.blocks if form is not None and form.blocks else table_blocks(records)
    problems = (*problems_of(path, decoded), *rows.problems, *(form.problems if form else ()))
    return Document(path, "CSV", blocks, problems=problems, size=len(data), source=decoded.text)


def _refusal(path: str, data: bytes, decoded: Decoded) -> Problem | None:
    """Why nothing of the file can be used, if so."""
    if not decoded.readable or data.startswith(_NOT_TEXT):
        what = "This is not a CSV file, although its name ends in .csv: it is no plain text."
    elif not decoded.text.strip():
        what = _EMPTY
    elif decoded.text[:1000].lstrip().lower().startswith(("<html", "<!doctype html")):
        what = "This is a web page saved under the name of a CSV file, not the answers."
    else:
        return None
    return _unreadable(path, what)


def _unreadable(path: str, message: str) -> Problem:
    return Problem(message, _EXPORT, Place(path), Severity.UNREADABLE)


@dataclass
class _Rows:
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def _rows(path: str, text: str) -> _Rows:
    """All rows up to the limit, each with the line on which it begins."""
    rows, budget = _Rows(), Budget()
    line = begun = 1
    told = _TOLD_DELIMITER.match(text)
    delimiter = told[1] if told else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=1):
            if not budget.allows(cells):
                rows.problems.append(too_long(path, f"line {line}"))
                return rows
            if number > 1 or not told:
                rows.records.append(record(path, number, cells, line))
            begun, line = line, reader.line_num + 1
    except csv.Error:
        rows.problems.append(_open_quote(path, line))
        return rows
    if text.count('"') % 2 and line - begun > 2:
        rows.problems.append(_open_quote(path, begun))
    return rows


def _delimiter(text: str) -> str:
    """The one that cuts the most of the first rows into equally many cells; none, where most rows are one cell."""
    fits = {delimiter: _fit(text, delimiter) for delimiter in _DELIMITERS}
    best = max(fits, key=fits.__getitem__)
    return best if fits[best][0] >= _USUAL_SHARE else _NO_DELIMITER


def _fit(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that are equally wide, and how wide."""
    reader = csv.reader(io.StringIO(text[:_SAMPLE_CHARACTERS], newline=""), delimiter=delimiter)
    widths: list[int] = []
    # A quotation mark that is never closed ends the sample early.
    with suppress(csv.Error):
        widths.extend(len(row) for row in islice(reader, _SAMPLE) if row)
    if not widths or max(widths) < 2:
        return 0.0, 0
    width, count = Counter(width for width in widths if width > 1).most_common(1)[0]
    return count / len(widths), width


def _open_quote(path: str, line: int) -> Problem:
    message = (
        f'A quotation mark (") opened in the row that begins on line {line} is never closed, '
        "so the rows after it could not be told apart."
    )
    hint = "Export the file again, or put the missing quotation mark in."
    return Problem(message, hint, Place(path, line), Severity.PARTLY)
