from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import told
from sheet_files import WORDS

from mcred_lint.document.blocks import Severity, Table
from mcred_lint.submission import csv_reader, sheet_records

_TEXT = "Title,Café\nOne,naïve\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    document = csv_reader.read("a.csv", _TEXT.encode(encoding), WORDS)
    assert told(document) == [[["Title", "Café"], ["One", "naïve"]]]
    assert document.source == _TEXT


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_is_read_and_lines_are_counted(end: str) -> None:
    table = csv_reader.read("a.csv", f'a,b{end}"x{end}y",1{end}z,2'.encode(), WORDS).blocks[0]
    assert isinstance(table, Table)
    assert [(row.place.line, row.place.label) for row in table.all_rows] == [(1, "row 1"), (2, "row 2"), (4, "row 3")]


_REFUSED = {
    "nothing": (b"", "empty"),
    "spaces": (b" \n ", "empty"),
    "a web page": (b"\n<HTML><head>", "web page"),
    "a spreadsheet": (b"PK\x03\x04aaaa", "no plain text"),
    "other bytes": (bytes(range(32)) * 9, "no plain text"),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_what_is_no_csv_is_told(name: str) -> None:
    data, expected = _REFUSED[name]
    [problem] = csv_reader.read("a.csv", data, WORDS).problems
    assert problem.severity is Severity.UNREADABLE
    assert expected in problem.message


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line() -> None:
    document = csv_reader.read("a.csv", b'Title,Note\na,b\nc,"open\nd,e\nf,g\n', WORDS)
    [problem] = document.problems
    assert problem.severity is Severity.PARTLY
    assert problem.place.line == 3
    assert document.blocks


def test_a_cell_without_end_costs_the_rows_after_it_only() -> None:
    document = csv_reader.read("a.csv", b'Title,Note\na,b\nc,"' + b"x" * 300_000, WORDS)
    assert told(document)[0][:2] == [["Title", "Note"], ["a", "b"]]
    assert document.problems[0].severity is Severity.PARTLY


def test_an_inch_mark_is_no_open_quotation() -> None:
    assert not csv_reader.read("a.csv", b'Item,Size\npipe,5"\nrope,9 m\n', WORDS).problems


def test_more_rows_than_people_fill_in_are_left_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_records, "MAX_ROWS", 3)
    document = csv_reader.read("a.csv", b"a,b\n" * 9, WORDS)
    assert document.problems[0].severity is Severity.PARTLY
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert len(table.all_rows) == 3


def test_columns_are_bounded() -> None:
    table = csv_reader.read("a.csv", b"x," * 5_000 + b"x\n", WORDS).blocks[0]
    assert isinstance(table, Table)
    assert len(table.all_rows[0].cells) == sheet_records.MAX_COLUMNS


@given(st.one_of(st.binary(max_size=300), st.text(alphabet=',;"\n\ta1é?', max_size=200).map(str.encode)))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    document = csv_reader.read("a.csv", data, WORDS)
    assert document.blocks or document.problems
    lines = document.source.count("\n") + 1
    assert all(1 <= (block.place.line or 1) <= lines for block in document.blocks)
