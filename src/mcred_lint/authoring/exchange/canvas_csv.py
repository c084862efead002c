"""The CSV file in which Canvas takes rubrics and gives them away: written for Canvas, read as people have left it.

Its rating columns have the same three headers again and again and are told apart by their order alone, and a row ends
where its ratings end.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from mcred_lint.authoring.exchange.canvas import (
    CRITERIA_DESCRIPTION,
    CRITERIA_NAME,
    ENABLE_RANGE,
    ONCE,
    RATING_NAME,
    REPEATED,
    RUBRIC_NAME,
    CanvasCriterion,
    CanvasRubric,
    Rating,
)
from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.reporters.escape import csv_cell, csv_row
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import Decoded, decode
from mcred_lint.wording import count, join_words

MAX_CHARACTERS = 200_000
"""About a hundred pages; no rubric is as long."""

_HEADER = ",".join((*ONCE, *REPEATED, RATING_NAME, "..."))
_TEMPLATE = "The first row holds the names of the columns, as in the template that Canvas offers for download."
_DELIMITERS = ",;\t"
_TOLD_DELIMITER = re.compile(r"sep=([,;\t])\n")
_POINTS = re.compile(r"-?\d{1,9}(?:[.,]\d{1,9})?")
_UNNAMED = "Untitled rubric"


@dataclass(frozen=True, slots=True)
class CanvasFile:
    """The rubrics of a file, in its order. notes: what in it was not as Canvas wants it, and how it was taken."""

    rubrics: tuple[CanvasRubric, ...]
    notes: tuple[RubricProblem, ...] = ()


# ---- writing ---------------------------------------------------------------------------------------------------------


def write_canvas_csv(rubric: CanvasRubric) -> str:
    """The file, to be saved as UTF-8 without a mark at its beginning, which Canvas would take for a part of a name."""
    most = max((len(criterion.ratings) for criterion in rubric.criteria), default=1)
    rows = [csv_row((*ONCE, *REPEATED * most))]
    for criterion in rubric.criteria:
        cells: list[str | float | None] = [rubric.name, criterion.name, criterion.description, "false"]
        for rating in criterion.ratings:
            cells += (rating.name, rating.description, rating.points)
        rows.append(csv_row(cells + [None] * (len(ONCE) + len(REPEATED) * most - len(cells))))
    return "".join(rows)


# ---- reading ---------------------------------------------------------------------------------------------------------


def read_canvas_csv(path: str, data: bytes) -> CanvasFile:
    """The rubrics in a file. Raises RubricErrors when it is none that Canvas could have made, with all that is wrong."""
    decoded = decode(path, data)
    rows = _rows(path, decoded)
    columns = _columns(path, rows)
    reader = _Reader(path, columns, notes=[*_told(path, decoded), *columns.notes])
    for number, row in enumerate(rows[columns.row :], start=columns.row + 1):
        if any(cell.strip() for cell in row):
            reader.read(number, row)
    if not reader.criteria:
        raise _refused(path, "The file has no criteria.", "Add a row for each criterion under the first row.")
    rubrics = tuple(CanvasRubric(name, tuple(criteria)) for name, criteria in reader.criteria.items())
    return CanvasFile(rubrics, tuple(reader.notes))


def _refused(path: str, message: str, hint: str, row: int | None = None, example: str = "") -> RubricErrors:
    return RubricErrors(path, (RubricProblem(message, (), hint, example, _place(path, row)),))


def _place(path: str, row: int | None, column: int | None = None) -> Place:
    """A cell as a spreadsheet names it: rows from 1, columns from A (given as numbers from 0)."""
    if row is None:
        return Place(path)
    return Place(path, label=f"row {row}" if column is None else f"row {row}, column {_letters(column)}")


def _letters(column: int) -> str:
    before, letter = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + letter)


def _rows(path: str, decoded: Decoded) -> list[list[str]]:
    text = decoded.text
    if not decoded.readable or text[:1000].lstrip().lower().startswith(("<html", "<!doctype")):
        hint = "In Canvas, export the rubric, or save the spreadsheet as comma-separated values (.csv)."
        raise _refused(path, "This is no CSV file.", hint)
    if len(text) > MAX_CHARACTERS:
        message = f"The file is longer than any rubric: {len(text):,} characters, at most {MAX_CHARACTERS:,} are read."
        raise _refused(path, message, "Take out what does not belong to the rubric.")
    if garbled := [note for note in _told(path, decoded) if note.place and note.place.line]:
        raise RubricErrors(path, tuple(garbled))
    told = _TOLD_DELIMITER.match(text)
    if told:
        return _parsed(path, text[told.end() :], told[1])
    return _parsed(path, text, next((delimiter for delimiter in _DELIMITERS if _heads_columns(text, delimiter)), ","))


def _heads_columns(text: str, delimiter: str) -> bool:
    """Whether the names of the columns stand between these. Where a comma is the decimal mark, spreadsheets write semicolons."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return any(map(_is_header, islice(rows, _LOOKED_AT)))
    except csv.Error:
        return False


def _told(path: str, decoded: Decoded) -> list[RubricProblem]:
    """What is to be said of the file's encoding. Garbled text, the only note with a line, no rubric file may hold."""
    return [RubricProblem(note.message, (), note.hint, place=Place(path, note.line)) for note in decoded.notes]


def _parsed(path: str, text: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        # Strict, as Canvas is: what a stray quotation mark swallows would be missing without a word.
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(row)
    except csv.Error:
        hint = 'Close it, or write it twice ("") where it belongs to the text.'
        message = 'A quotation mark (") in this row is not closed or stands in the middle of a cell.'
        raise _refused(path, message, hint, len(rows) + 1) from None
    return rows


# ---- columns ---------------------------------------------------------------------------------------------------------

_LOOKED_AT = 10
"""Rows at the beginning among which the names of the columns are looked for."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where what stands, counted from 0. row: of the header, counted from 1. ratings: name, description, points."""

    row: int
    once: dict[str, int]
    ratings: tuple[tuple[int, int | None, int | None], ...]
    notes: tuple[RubricProblem, ...] = ()


def _is_header(row: Sequence[str]) -> bool:
    folded = [cell.strip().casefold() for cell in row]
    return CRITERIA_NAME.casefold() in folded or RUBRIC_NAME.casefold() in folded


def _columns(path: str, rows: Sequence[Sequence[str]]) -> _Columns:
    number = next((number for number, row in enumerate(rows[:_LOOKED_AT], start=1) if _is_header(row)), None)
    if number is None:
        message = f'The file is no Canvas rubric: it has no column "{RUBRIC_NAME}" and no column "{CRITERIA_NAME}".'
        raise _refused(path, message, _TEMPLATE, 1, _HEADER)
    header = [cell.strip().casefold() for cell in rows[number - 1]]
    once = {name: header.index(name.casefold()) for name in ONCE if name.casefold() in header}
    names, descriptions, points = (
        [column for column, cell in enumerate(header) if name.casefold() in cell] for name in REPEATED
    )
    needed = {RUBRIC_NAME: RUBRIC_NAME in once, CRITERIA_NAME: CRITERIA_NAME in once, RATING_NAME: bool(names)}
    missing = [name for name, there in needed.items() if not there]
    if missing:
        told = (
            RubricProblem(f'There is no column "{name}".', (), _TEMPLATE, _HEADER, _place(path, number))
            for name in missing
        )
        raise RubricErrors(path, tuple(told))
    triples = zip_longest(names, descriptions[: len(names)], points[: len(names)])
    return _Columns(number, once, tuple(triples), tuple(_unpaired(path, number, names, descriptions, points)))


def _unpaired(path: str, row: int, *columns: Sequence[int]) -> Iterator[RubricProblem]:
    """Rating columns of which there are more of one kind than of another, so that some stand alone."""
    if len(set(map(len, columns))) > 1:
        said = [
            count(len(found), f'column "{name}"', f'columns "{name}"')
            for name, found in zip(REPEATED, columns, strict=True)
        ]
        message = f"There are {join_words(said)}; they were put together in their order, the first with the first."
        yield RubricProblem(message, place=_place(path, row))


# ---- rows ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Reader:
    path: str
    columns: _Columns
    criteria: dict[str, list[CanvasCriterion]] = field(default_factory=dict)
    notes: list[RubricProblem] = field(default_factory=list)

    def read(self, row: int, cells: Sequence[str]) -> None:
        """One criterion."""
        ratings = tuple(self._ratings(row, cells))
        once = {name: _cell(cells, column) for name, column in self.columns.once.items()}
        rubric = once[RUBRIC_NAME] or next(reversed(self.criteria), _UNNAMED)
        if not once[RUBRIC_NAME]:
            self._tell(f'The row has no rubric name; it was taken for "{rubric}".', row, self.columns.once[RUBRIC_NAME])
        name = once[CRITERIA_NAME]
        if not name:
            name = f"Criterion {1 + len(self.criteria.get(rubric, ()))}"
            self._tell(f'The criterion has no name; it was called "{name}".', row, self.columns.once[CRITERIA_NAME])
        if once.get(ENABLE_RANGE, "").casefold() in ("true", "1"):
            self._tell("The ratings of this criterion are ranges of points; only their names were taken.", row, None)
        criterion = CanvasCriterion(name, once.get(CRITERIA_DESCRIPTION, ""), ratings, row)
        self.criteria.setdefault(rubric, []).append(criterion)

    def _ratings(self, row: int, cells: Sequence[str]) -> Iterator[Rating]:
        for name_at, description_at, points_at in self.columns.ratings:
            name, description, points = (_cell(cells, at) for at in (name_at, description_at, points_at))
            if name:
                yield Rating(name, description, self._points(points, row, points_at))
            elif description or points:
                # Canvas skips such a rating too.
                self._tell(f'A rating without a name was left out: "{(description or points)[:60]}".', row, name_at)

    def _points(self, text: str, row: int, column: int | None) -> float | None:
        if column is None:
            return None
        if _POINTS.fullmatch(text):
            return round(float(text.replace(",", ".")), 2)
        what = f'"{text[:20]}" is no number of points' if text else "The rating has no points"
        self._tell(f"{what}; the order of the ratings in the row was taken for the order of the levels.", row, column)
        return None

    def _tell(self, message: str, row: int, column: int | None) -> None:
        self.notes.append(RubricProblem(message, place=_place(self.path, row, column)))


def _cell(cells: Sequence[str], column: int | None) -> str:
    """A cell on one line, without the apostrophe that keeps spreadsheets from taking it for a formula; "" beyond the row's end."""
    if column is None or column >= len(cells):
        return ""
    text = " ".join(cells[column].replace("\ufeff", "").split())
    guarded = text.startswith("'") and csv_cell(text[1:]).startswith("\"'")
    return text[1:] if guarded else text
