from __future__ import annotations

import pytest
from office_files import P, pptx, relationships, told, zipped

from mcred_lint.document.blocks import Line, Severity, Table
from mcred_lint.submission import slides


def _shape(paragraphs: str, kind: str | None = None, index: int | None = None) -> str:
    place = "" if kind is None else f'<p:ph type="{kind}"/>'
    place = f'<p:ph idx="{index}"/>' if index is not None else place
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>{place}</p:nvPr></p:nvSpPr>'
        f"<p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>"
    )


def _text(text: str, properties: str = "", level: int | None = None) -> str:
    depth = "" if level is None else f' lvl="{level}"'
    return f"<a:p><a:pPr{depth}>{properties}</a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>"


_TABLE = (
    '<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow="1"/>'
    "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>Time</a:t></a:r></a:p></a:txBody></a:tc>"
    "<a:tc><a:txBody><a:p><a:r><a:t>What</a:t></a:r></a:p></a:txBody></a:tc></a:tr>"
    "<a:tr><a:tc><a:txBody><a:p><a:r><a:t>9:00</a:t></a:r></a:p></a:txBody></a:tc>"
    "<a:tc><a:txBody><a:p><a:r><a:t>Intro</a:t></a:r></a:p><a:p><a:r><a:t>Talk</a:t></a:r></a:p></a:txBody></a:tc></a:tr>"
    "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
)

_CASES = {
    "a title is a heading, wherever it was drawn, and on one line": (
        _shape(_text("Body"), index=1)
        + _shape("<a:p><a:r><a:t>My</a:t></a:r><a:br/><a:r><a:t>title</a:t></a:r></a:p>", "title"),
        ["heading 2: My title", "item 1 -: Body"],
    ),
    "a slide without a title is a border": (_shape(_text("Free text")), ["rule 0", "text 0: Free text"]),
    "body text is a list with its levels": (
        _shape(_text("a") + _text("b", level=1) + _text("c"), index=1),
        ["rule 0", "item 1 -: a", "item 2 -: b", "item 1 -: c"],
    ),
    "where bullets are switched off it is text": (
        _shape(_text("a", "<a:buNone/>"), index=1),
        ["rule 0", "text 0: a"],
    ),
    "a text box with bullets is a list": (_shape(_text("a", '<a:buChar char="•"/>')), ["rule 0", "item 1 -: a"]),
    "numbered paragraphs are counted, from where the author says": (
        _shape(
            _text("a", '<a:buAutoNum type="arabicPeriod" startAt="3"/>')
            + _text("deeper", '<a:buAutoNum type="arabicPeriod"/>', 1)
            + _text("b", '<a:buAutoNum type="arabicPeriod" startAt="3"/>')
        ),
        ["rule 0", "item 1 3: a", "item 2 1: deeper", "item 1 4: b"],
    ),
    "slide numbers and dates are not content": (
        _shape(_text("7"), "sldNum") + _shape(_text("May"), "dt") + _shape(_text("x")),
        ["rule 0", "text 0: x"],
    ),
    "a table's header is the row its style marks": (_TABLE, ["rule 0", [["Time", "What"], ["9:00", "Intro\nTalk"]]]),
    "shapes in groups are read": (
        f"<p:grpSp>{_shape(_text('in a group'))}</p:grpSp>",
        ["rule 0", "text 0: in a group"],
    ),
    "bold is kept": (
        _shape('<a:p><a:r><a:rPr b="1"/><a:t>Goal:</a:t></a:r><a:r><a:t> speak up</a:t></a:r></a:p>'),
        ["rule 0", "text 0: **Goal:** speak up"],
    ),
    "typed bullets make a list": (_shape(_text("• a") + _text("• b")), ["rule 0", "item 1 -: a", "item 1 -: b"]),
}


@pytest.mark.parametrize("name", _CASES)
def test_what_a_slide_shows_is_what_is_read(name: str) -> None:
    shapes, expected = _CASES[name]
    assert told(slides.read("a.pptx", pptx([shapes]))) == expected


def test_slides_come_in_the_order_of_the_show_each_with_its_number() -> None:
    document = slides.read("a.pptx", pptx([_shape(_text("One"), "title"), _shape(_text("Two"), "ctrTitle")]))
    assert [(block.place.label, str(block.text)) for block in document.blocks if isinstance(block, Line)] == [
        ("slide 1", "One"),
        ("slide 2", "Two"),
    ]


def test_speaker_notes_are_quoted_and_links_kept() -> None:
    linked = '<a:p><a:r><a:rPr><a:hlinkClick r:id="h1"/></a:rPr><a:t>here</a:t></a:r></a:p>'
    data = pptx([_shape(linked)], {1: _shape(_text("Breathe"), "body") + _shape(_text("7"), "sldNum")})
    document = slides.read("a.pptx", data)
    assert told(document) == ["rule 0", "text 0: [here](https://example.org/a)", "text 0 quoted: Breathe"]
    assert document.blocks[-1].place.label == "slide 1, notes"


def test_a_table_row_says_on_which_slide_it_stands() -> None:
    table = slides.read("a.pptx", pptx([_TABLE])).blocks[1]
    assert isinstance(table, Table)
    assert table.header is not None
    assert table.rows[0].place.label == "slide 1, row 2"


def test_a_footer_is_told_as_a_property_because_a_name_may_stand_there() -> None:
    document = slides.read("a.pptx", pptx([_shape(_text("Ms. Lopez"), "ftr")] * 2))
    assert [(found.name, found.value) for found in document.properties] == [("footer", "Ms. Lopez")]


def test_a_slide_that_is_missing_costs_only_itself() -> None:
    ids = '<p:sldId r:id="a"/><p:sldId r:id="b"/>'
    data = zipped(
        {
            "ppt/presentation.xml": f"<p:presentation {P}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relationships(
                {"a": ("slide", "../../../etc/passwd"), "b": ("slide", "slides/s.xml")}
            ),
            "ppt/slides/s.xml": f"<p:sld {P}><p:cSld><p:spTree>{_shape(_text('x'))}</p:spTree></p:cSld></p:sld>",
        }
    )
    document = slides.read("a.pptx", data)
    assert told(document) == ["rule 0", "text 0: x"]
    assert not any(problem.severity is Severity.UNREADABLE for problem in document.problems)
