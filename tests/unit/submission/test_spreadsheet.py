from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import cells, relationships, told, xlsx
from sheet_files import WORDS

from mcred_lint.document.blocks import Severity, Table
from mcred_lint.submission import sheet_records, spreadsheet
from mcred_lint.submission.sheet_values import Values

_STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="{custom}"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="{number}"/></cellXfs>'
)


def _shown(value: str, number: int, custom: str = "") -> str:
    rows = f'<sheetData><row r="1"><c r="A1" s="1"><v>{value}</v></c></row></sheetData>'
    styles = _STYLES.format(number=number, custom=custom.replace('"', "&quot;"))
    table = spreadsheet.read("a.xlsx", xlsx({"S": rows}, styles=styles), WORDS).blocks[0]
    assert isinstance(table, Table)
    return table.all_rows[0].cells[0].text.string


@pytest.mark.parametrize(
    ("value", "number", "custom", "shown"),
    [
        ("10", 0, "", "10"),
        ("10.0", 0, "", "10"),
        ("1.5", 2, "", "1.5"),
        ("0.30000000000000004", 0, "", "0.3"),
        ("0.85", 9, "", "85%"),
        ("0.375", 20, "", "9:00"),
        ("0.375", 18, "", "9:00"),
        ("0.0625", 46, "", "1:30"),
        ("1.5", 164, "[h]:mm", "36:00"),
        ("0.0625", 164, 'h "h" mm', "1:30"),
        ("0.375011574", 21, "", "9:00:01"),
        ("46082", 14, "", "2026-03-01"),
        ("46082.395833333336", 22, "", "2026-03-01 9:30"),
        ("46082.395833333336", 164, "m/d/yyyy h:mm:ss", "2026-03-01 9:30"),
        ("46082", 164, 'd. mmmm yyyy "days"', "2026-03-01"),
        ("3", 164, '0 "days"', "3"),
        ("3", 164, "General", "3"),
        ("0.5", 164, "0.0%", "50%"),
        ("-1", 14, "", "-1"),
        ("99999999", 14, "", "99999999"),
        ("1e400", 0, "", "1e400"),
        ("twelve", 0, "", "twelve"),
    ],
)
def test_numbers_are_read_as_the_cell_shows_them(value: str, number: int, custom: str, shown: str) -> None:
    assert _shown(value, number, custom) == shown


def test_every_kind_of_cell_is_read() -> None:
    rows = (
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
        '<c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>'
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1</f><v>sum</v></c>'
        '<c r="F1" t="s"><v>99</v></c></row><row r="4"><c r="C4"><v>7</v></c></row></sheetData>'
    )
    strings = "<si><r><t>shared </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si>"
    table = spreadsheet.read("a.xlsx", xlsx({"S": rows}, strings), WORDS).blocks[0]
    assert isinstance(table, Table)
    assert [[cell.text.string for cell in row.cells] for row in table.all_rows] == [
        ["shared text", "inline", "TRUE", "#N/A", "sum"],
        ["", "", "7", "", ""],
    ]
    assert [row.place.label for row in table.all_rows] == ["row 1", "row 4"]


def test_several_sheets_are_told_apart_by_headings_and_empty_ones_left_out() -> None:
    sheets = {
        "Agenda": cells(["Time", "What"], ["9:00", "x"]),
        "Blank": "",
        "Answers": cells(["Timestamp", "Why?"], ["1", "y"]),
    }
    document = spreadsheet.read("a.xlsx", xlsx(sheets), WORDS)
    assert told(document) == [
        "heading 1: Agenda",
        [["Time", "What"], ["9:00", "x"]],
        "heading 1: Answers",
        "entry 1",
        "heading 2: Why?",
        "text 0: y",
    ]
    assert document.blocks[3].place.label == 'sheet "Answers", row 2'


def test_links_of_cells_are_kept() -> None:
    rows = (
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Guide</t></is></c>'
        '<c r="B1" t="str"><f>HYPERLINK("https://example.org/b","Paper")</f><v>Paper</v></c></row></sheetData>'
        '<hyperlinks><hyperlink ref="A1" r:id="h"/></hyperlinks>'
    )
    links = {"xl/worksheets/_rels/sheet1.xml.rels": relationships({"h": ("hyperlink", "https://example.org/a")})}
    table = spreadsheet.read("a.xlsx", xlsx({"S": rows}, more=links), WORDS).blocks[0]
    assert isinstance(table, Table)
    assert [cell.text.links[0].target for cell in table.all_rows[0].cells] == [
        "https://example.org/a",
        "https://example.org/b",
    ]


def test_an_empty_spreadsheet_says_so() -> None:
    [problem] = spreadsheet.read("a.xlsx", xlsx({"S": ""}), WORDS).problems
    assert "no text" in problem.message


def test_two_cells_far_apart_cost_no_memory() -> None:
    rows = (
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="B1048576"><v>2</v></c><c r="XFD1048576"><v>3</v></c></row></sheetData>'
    )
    table = spreadsheet.read("a.xlsx", xlsx({"S": rows}), WORDS).blocks[0]
    assert isinstance(table, Table)
    assert [row.place.label for row in table.all_rows] == ["row 1", "row 1048576"]


def test_one_long_text_shown_in_very_many_cells_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_records, "MAX_CHARACTERS", 1_000)
    rows = "<sheetData>" + '<row><c t="s"><v>0</v></c></row>' * 500 + "</sheetData>"
    document = spreadsheet.read("a.xlsx", xlsx({"S": rows}, f"<si><t>{'x' * 100}</t></si>"), WORDS)
    assert [problem.severity for problem in document.problems] == [Severity.PARTLY]
    table = document.blocks[0]
    assert isinstance(table, Table)
    assert len(table.all_rows) == 10


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-2, 40), st.text(max_size=20), st.booleans())
def test_no_number_and_no_format_raise(number: float, style: int, code: str, from_1904: bool) -> None:
    from xml.etree import ElementTree as ET

    root = ET.fromstring(
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts/><cellXfs/></styleSheet>'
    )
    ET.SubElement(
        root[0], "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}numFmt", numFmtId="164", formatCode=code
    )
    for identifier in ("164", "14", "46", "x"):
        ET.SubElement(root[1], "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}xf", numFmtId=identifier)
    assert Values.from_xml(root, from_1904).shown(number, style)
