"""Canvas rubric files: what is written can be read by Canvas, and what people have can be read here."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from mcred_lint.authoring.exchange.canvas import CanvasCriterion, CanvasRubric, Rating
from mcred_lint.authoring.exchange.canvas_csv import MAX_CHARACTERS, read_canvas_csv, write_canvas_csv
from mcred_lint.errors import RubricErrors

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "canvas_csv.yaml").read_text("utf-8")
)
HEAD = (
    "Rubric Name,Criteria Name,Criteria Description,Criteria Enable Range,"
    "Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points"
)
HOSTILE = (
    '=HYPERLINK("http://evil")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\x1b[2Jx",
    "a\r\nb,c;d",
    'say "no"',
    "\u202eabc",
    "＝1",
)


def data(case: dict[str, Any]) -> bytes:
    return str(case["csv"]).replace("{head}", HEAD).encode()


def named(kind: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in CASES if kind in case]


@pytest.mark.parametrize("case", named("reads"))
def test_a_file_is_read_as_it_was_meant(case: dict[str, Any]) -> None:
    found = read_canvas_csv("rubric.csv", data(case))
    (rubric,) = found.rubrics
    assert [[row.name, [[one.name, one.points] for one in row.ratings]] for row in rubric.criteria] == case["reads"]
    told = [str(note) for note in found.notes]
    assert len(told) == len(case.get("notes", ()))
    assert all(piece in note for piece, note in zip(case.get("notes", ()), told, strict=True))


@pytest.mark.parametrize("case", named("refused"))
def test_what_is_no_rubric_is_refused_with_its_place(case: dict[str, Any]) -> None:
    with pytest.raises(RubricErrors) as caught:
        read_canvas_csv("rubric.csv", data(case))
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == len(case["refused"])
    assert all(piece in problem for piece, problem in zip(case["refused"], told, strict=True))
    assert all(problem.hint for problem in caught.value.problems)


def test_rubrics_are_told_apart_by_their_names() -> None:
    text = f"{HEAD}\nA,One,,false,Met,,1\nB,Two,,false,Met,,1\nA,Three,,false,Met,,1\n"
    found = read_canvas_csv("rubric.csv", text.encode())
    names = [(rubric.name, [row.name for row in rubric.criteria]) for rubric in found.rubrics]
    assert names == [("A", ["One", "Three"]), ("B", ["Two"])]


def test_a_file_that_is_longer_than_any_rubric_is_refused() -> None:
    with pytest.raises(RubricErrors, match="1 problem"):
        read_canvas_csv("rubric.csv", f"{HEAD}\n{'x' * MAX_CHARACTERS}".encode())


def test_another_encoding_is_read_and_told() -> None:
    found = read_canvas_csv("rubric.csv", f"{HEAD}\nR,Exposé,,false,Met,,1\n".encode("cp1252"))
    assert found.rubrics[0].criteria[0].name == "Exposé"
    assert "not written in UTF-8" in str(found.notes[0])


# ---- writing ---------------------------------------------------------------------------------------------------------


def rubric(*texts: str) -> CanvasRubric:
    """Every text as the name and the description of a criterion and of a rating; rows of different lengths."""
    rows = [
        CanvasCriterion(text, text, tuple(Rating(text, text, points) for points in range(number, -1, -1)))
        for number, text in enumerate(texts)
    ]
    return CanvasRubric("A rubric (v1.2)", tuple(rows))


def test_the_file_begins_with_the_first_header_and_has_no_mark() -> None:
    assert write_canvas_csv(rubric("a")).startswith('"Rubric Name","Criteria Name"')


def test_every_row_is_as_long_as_the_header_and_repeats_the_rubrics_name() -> None:
    header, *rows = csv.reader(io.StringIO(write_canvas_csv(rubric("a", "b", "c")), newline=""))
    assert header[4:] == ["Rating Name", "Rating Description", "Rating Points"] * 3
    assert {len(row) for row in rows} == {len(header)}
    assert {row[0] for row in rows} == {"A rubric (v1.2)"}


def test_no_rating_with_a_name_lacks_points_and_none_without_a_name_has_any() -> None:
    _, *rows = csv.reader(io.StringIO(write_canvas_csv(rubric("a", "b", "c")), newline=""))
    for row in rows:
        assert all(bool(name) == bool(points) for name, points in zip(row[4::3], row[6::3], strict=True))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_or_holds_what_a_terminal_obeys(text: str) -> None:
    written = write_canvas_csv(rubric(text))
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in cells)
    assert all(cell.isprintable() for cell in cells)


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_ALL, csv.QUOTE_MINIMAL])
def test_what_a_spreadsheet_puts_between_the_cells_is_found(delimiter: str, quoting: Literal[0, 1]) -> None:
    written = write_canvas_csv(rubric('one, two; and "three"', "four"))
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=delimiter, quoting=quoting).writerows(csv.reader(io.StringIO(written, newline="")))
    as_written, as_saved = (read_canvas_csv("x.csv", text.encode()).rubrics for text in (written, saved.getvalue()))
    assert as_saved == as_written


LETTERS = st.characters(
    min_codepoint=33, max_codepoint=0x2FF, categories=("L", "N", "P", "S"), exclude_characters="\u00c2\u00c3\u00e2"
)
"""Without those by which text that was saved wrongly is told: such a file is refused, as another test says."""
TEXTS = st.text(LETTERS, min_size=1, max_size=30)


# An apostrophe before a formula cannot be told from the one that is put there.
@given(st.lists(TEXTS.filter(lambda text: text[:1] != "'"), min_size=1, max_size=4))
@example(["=1", "+x", "'", "'tis", '"', "a,b"])
def test_what_is_written_is_read_again(texts: list[str]) -> None:
    written = rubric(*texts)
    (read,) = read_canvas_csv("x.csv", write_canvas_csv(written).encode()).rubrics
    assert read.name == written.name
    assert [(row.name, row.description, row.ratings) for row in read.criteria] == [
        (row.name, row.description, row.ratings) for row in written.criteria
    ]


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"{HEAD}\n{text}".encode("utf-8", "replace")))
def test_any_bytes_are_read_or_refused(found: bytes) -> None:
    try:
        assert read_canvas_csv("x.csv", found).rubrics
    except RubricErrors as error:
        assert error.problems
