from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from office_files import W, docx, relationships, told, zipped

from mcred_lint.document.blocks import Kind, Line, Severity, Table
from mcred_lint.submission import word

_CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "word.yaml").read_text(encoding="utf-8"))
_LINKS = {"h1": ("hyperlink", "https://example.org/a")}


@pytest.mark.parametrize("case", _CASES["cases"], ids=lambda case: case["name"])
def test_what_the_page_shows_is_what_is_read(case: dict[str, Any]) -> None:
    data = docx(case["body"], _LINKS, styles=_CASES["styles"], numbering=_CASES["numbering"])
    document = word.read("a.docx", data)
    assert told(document) == case["lines"]
    assert not any(problem.severity is Severity.UNREADABLE for problem in document.problems)


def test_places_name_paragraphs_and_rows_as_people_count_them() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    body = (
        "<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Two</w:t></w:r></w:p>"
        f"<w:tbl>{row.format('a')}{row.format('b')}</w:tbl>"
    )
    blocks = word.read("docs/a.docx", docx(body)).blocks
    assert [block.place.label for block in blocks] == ["paragraph 1", "paragraph 2", "table 1"]
    assert str(blocks[1].place) == "docs/a.docx (paragraph 2)"
    table = blocks[2]
    assert isinstance(table, Table)
    assert table.rows[1].cells[0].text.place.label == "table 1, row 2"


def test_only_a_row_that_word_repeats_on_every_page_is_a_header() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>9:00</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    header = row.replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>").replace("9:00", "Time")
    marked, plain = (
        word.read("a.docx", docx(f"<w:tbl>{rows}</w:tbl>")).blocks[0] for rows in (header + row, row + row)
    )
    assert isinstance(marked, Table)
    assert isinstance(plain, Table)
    assert marked.header is not None
    assert marked.header.cells[0].text.string == "Time"
    assert len(marked.rows) == 1
    assert plain.header is None
    assert len(plain.rows) == 2


def test_lines_of_one_paragraph_share_a_block() -> None:
    first, second, other = word.read(
        "a.docx", docx("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>")
    ).blocks
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert isinstance(other, Line)
    assert first.block == second.block != other.block


def test_notes_are_numbered_in_the_order_in_which_the_text_refers_to_them() -> None:
    body = (
        '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="7"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        '<w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    )
    note = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/><w:t>{}</w:t></w:r></w:p></w:footnote>'
    footnotes = note.format(0, "separator") + note.format(3, "second") + note.format(7, "first")
    endnotes = '<w:endnote w:id="2"><w:p><w:r><w:t>end</w:t></w:r></w:p></w:endnote>'
    document = word.read("a.docx", docx(body, footnotes=footnotes, endnotes=endnotes))
    assert told(document) == ["text 0: a", "note 0 1: first", "note 0 2: second", "note 0 i: end"]
    assert [block.place.label for block in document.blocks[1:]] == ["footnote 1", "footnote 2", "endnote i"]


def test_names_beside_the_text_become_properties() -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Maya Lopez</dc:creator><dc:title> </dc:title>'
        "<c:lastModifiedBy>M. L.</c:lastModifiedBy></c:coreProperties>"
    )
    changed = '<w:p><w:ins w:author="Kim"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
    app = '<Properties xmlns="urn:x"><Company>Lincoln Elementary</Company></Properties>'
    data = zipped(
        {
            "word/document.xml": f"<w:document {W}><w:body>{changed}</w:body></w:document>",
            "word/_rels/document.xml.rels": relationships(
                {
                    "a": ("header", "header1.xml"),
                    "b": ("footer", "/word/footer1.xml"),
                    "c": ("comments", "comments.xml"),
                }
            ),
            "word/header1.xml": f"<w:hdr {W}><w:p><w:r><w:t>Ms. Lopez</w:t></w:r></w:p></w:hdr>",
            "word/footer1.xml": f"<w:ftr {W}><w:p><w:r><w:t>Room 4</w:t></w:r></w:p></w:ftr>",
            "word/comments.xml": f'<w:comments {W}><w:comment w:author="Pat"/></w:comments>',
            "docProps/core.xml": core,
            "docProps/app.xml": app,
        }
    )
    document = word.read("a.docx", data)
    assert {(found.name, found.value) for found in document.properties} == {
        ("creator", "Maya Lopez"),
        ("lastModifiedBy", "M. L."),
        ("company", "Lincoln Elementary"),
        ("header", "Ms. Lopez"),
        ("footer", "Room 4"),
        ("comment author", "Pat"),
        ("change author", "Kim"),
    }
    told_problems = [problem.message for problem in document.problems]
    assert any("1 comment" in message for message in told_problems)
    assert any("tracked changes" in message for message in told_problems)


def test_word_on_the_web_may_call_the_main_part_otherwise() -> None:
    data = zipped(
        {
            "_rels/.rels": relationships({"a": ("officeDocument", "word/document2.xml")}),
            "word/document2.xml": f"<w:document {W}><w:body><w:p><w:r><w:t>Hi</w:t></w:r></w:p></w:body></w:document>",
        }
    )
    assert told(word.read("a.docx", data)) == ["text 0: Hi"]


def test_the_strict_flavour_of_the_format_reads_the_same() -> None:
    usual = docx("<w:p><w:r><w:t>Hi</w:t></w:r></w:p>")
    xml = zipfile.ZipFile(io.BytesIO(usual)).read("word/document.xml")
    strict = xml.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert strict != xml
    assert told(word.read("a.docx", zipped({"word/document.xml": strict}))) == ["text 0: Hi"]


def test_a_damaged_side_part_costs_only_itself() -> None:
    data = zipped(
        {
            "word/document.xml": f"<w:document {W}><w:body><w:p><w:r><w:t>Hi</w:t></w:r></w:p></w:body></w:document>",
            "word/styles.xml": "<broken",
        }
    )
    document = word.read("a.docx", data)
    assert told(document) == ["text 0: Hi"]
    assert [problem.severity for problem in document.problems] == [Severity.PARTLY]
    assert "word/styles.xml" in document.problems[0].message


def test_a_long_paragraph_of_many_pieces_is_read_in_good_time() -> None:
    document = word.read("a.docx", docx("<w:p>" + "<w:r><w:t>a</w:t><w:br/></w:r>" * 20_000 + "</w:p>"))
    assert len(document.blocks) == 20_000
    assert all(isinstance(block, Line) and block.kind is Kind.TEXT for block in document.blocks)


def test_a_file_longer_than_any_submission_is_read_in_part_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MAX_PARAGRAPHS", 2)
    document = word.read("a.docx", docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 3))
    assert len(document.blocks) == 2
    assert document.problems[0].severity is Severity.PARTLY
