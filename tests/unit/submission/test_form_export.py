from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from office_files import cells, xlsx
from sheet_files import WORDS, answers

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.submission import csv_reader, spreadsheet
from mcred_lint.submission.form_export import read_form
from mcred_lint.submission.sheet_records import record, trimmed
from mcred_lint.text.forms import FormWords

_CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "form_export.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_a_csv_file_is_read_as_what_it_is(case: dict[str, Any]) -> None:
    document = csv_reader.read("a.csv", case["csv"].encode(), WORDS)
    assert answers(document) == case["read"]
    told = [problem.message for problem in document.problems]
    assert any(case["note"] in message for message in told) if "note" in case else told == []


def test_csv_and_spreadsheet_of_one_form_are_read_alike() -> None:
    rows = [["Timestamp", "What worked?", "Why?"], ["2026/01/01 10:00", "The chart", ""], ["2026/01/01 10:01", "", "x"]]
    text = "\n".join(",".join(row) for row in rows)
    from_csv = csv_reader.read("a", text.encode(), WORDS)
    from_xlsx = spreadsheet.read("a", xlsx({"Form Responses 1": cells(*rows)}), WORDS)
    assert answers(from_csv) == answers(from_xlsx)
    assert [block.place.label for block in from_csv.blocks] == [block.place.label for block in from_xlsx.blocks]


def test_entries_are_declared_and_say_in_which_row_people_find_them() -> None:
    document = csv_reader.read("a.csv", b'Timestamp,Why?\n2026/01/01 10:00,"a\nb"\n,\n2026/01/01 10:01,c\n', WORDS)
    entries = [block for block in document.blocks if isinstance(block, Line) and block.kind is Kind.ENTRY]
    assert [(entry.level, entry.declared, entry.place.label, entry.place.line) for entry in entries] == [
        (1, True, "row 2", 2),
        (1, True, "row 4", 5),
    ]
    headings = [block for block in document.blocks if isinstance(block, Line) and block.kind is Kind.HEADING]
    assert all(heading.declared and heading.level == 2 for heading in headings)


def test_the_lines_of_one_answer_share_a_block_of_their_own() -> None:
    document = csv_reader.read("a.csv", b'Timestamp,Why?\n2026/01/01 10:00,"a\n\nb"\n', WORDS)
    blocks = [(block.kind, block.block) for block in document.blocks if isinstance(block, Line)]
    assert blocks == [(Kind.ENTRY, 1), (Kind.HEADING, 2), (Kind.TEXT, 3), (Kind.TEXT, 3)]


def test_words_missing_from_the_language_file_are_no_error() -> None:
    words = FormWords.from_mapping({"timestamps": ["Time-Stamp"]})
    assert words.own("TIME STAMP")
    assert not words.own("ID")


@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "Timestamp", "Status", "Why?", '{"ImportId":1}', "2026-01-01 10:00", "a\nb"]),
            max_size=5,
        ),
        max_size=6,
    )
)
def test_no_sheet_makes_it_raise_and_every_response_is_accounted_for(rows: list[list[str]]) -> None:
    records = trimmed([record("a", number, row) for number, row in enumerate(rows, start=1)])
    form = read_form("a", records, WORDS)
    if form is not None:
        entries = sum(isinstance(block, Line) and block.kind is Kind.ENTRY for block in form.blocks)
        assert entries <= len(records)
