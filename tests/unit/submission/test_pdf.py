from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import told
from pdf_files import PICTURE, grid, lines, pdf, text

from mcred_lint.document.blocks import Severity
from mcred_lint.submission import pdf as pdf_reader
from mcred_lint.submission.pdf_words import bounded

# Three full lines of Helvetica 11 between margins of an inch, and the short end of their paragraph.
_PROSE = (
    "Teachers in our district see every day how policies shape what students can learn, and I want",
    "my colleagues to speak up about it in a well informed way, because nobody else will ever do it",
    "for us. The board listens when several of us come, and it listens more closely when parents do,",
    "as we saw last spring.",
)
_JOINED = " ".join(_PROSE)

_LAYOUTS: dict[str, tuple[str, list[object]]] = {
    "lines that only the page's width broke are one line": (lines(700, *_PROSE), [f"text 0: {_JOINED}"]),
    "a line that its author ended stays a line": (
        lines(700, *_PROSE, "Audience: teachers", "Duration: 90 minutes"),
        [f"text 0: {_JOINED}", "text 0: Audience: teachers", "text 0: Duration: 90 minutes"],
    ),
    "a wider gap parts paragraphs": (
        lines(700, *_PROSE[:3]) + "\n" + lines(640, *_PROSE),
        [f"text 0: {' '.join(_PROSE[:3])}", f"text 0: {_JOINED}"],
    ),
    "larger type is a heading, the largest the highest": (
        text(72, 740, "My portfolio", 20)
        + text(72, 700, "Part 1", 14, "F2")
        + lines(680, *_PROSE)
        + text(72, 600, "Part 2", 14, "F2")
        + lines(580, *_PROSE),
        [
            "heading 1: My portfolio",
            "heading 2: **Part 1**",
            f"text 0: {_JOINED}",
            "heading 2: **Part 2**",
            f"text 0: {_JOINED}",
        ],
    ),
    "a heading over two lines is one": (
        text(72, 740, "Advocating for students", 18) + text(72, 719, "in every school", 18) + lines(680, *_PROSE),
        ["heading 1: Advocating for students in every school", f"text 0: {_JOINED}"],
    ),
    "bold words are bold": (
        text(72, 700, "Duration:", 11, "F2") + text(124, 700, "90 minutes"),
        ["text 0: **Duration:** 90 minutes"],
    ),
    "a hyphen made by the program goes": (
        lines(700, _PROSE[0][:80] + " assess-", "ment of the work"),
        [f"text 0: {_PROSE[0][:80]} assessment of the work"],
    ),
    "a hyphen between names stays": (
        lines(700, _PROSE[0][:80] + " Miller-", "Jones"),
        [f"text 0: {_PROSE[0][:80]} Miller-Jones"],
    ),
    "a hyphen known from elsewhere stays": (
        lines(700, "A well-known thing", _PROSE[0][:80] + " well-", "known"),
        ["text 0: A well-known thing", f"text 0: {_PROSE[0][:80]} well-known"],
    ),
    "numbers and texts on one baseline belong together, even written apart": (
        lines(700, "1.", "2.", "3.") + lines(700, "Why?", "How?", "When?", x=100),
        ["item 1 1: Why?", "item 1 2: How?", "item 1 3: When?"],
    ),
    "bare numbers and the texts below them belong together": (
        lines(700, "1.", "2.", "3.") + lines(640, "Why?", "How?", "When?"),
        ["item 1 1: Why?", "item 1 2: How?", "item 1 3: When?"],
    ),
    "an item's wrapped lines are its own, deeper bullets are deeper": (
        lines(700, "\u2022")
        + lines(700, *_PROSE, x=90)
        + lines(640, "\u2022 inner one", "\u2022 inner two", x=108)
        + lines(600, "\u2022 last"),
        [f"item 1 -: {_JOINED}", "item 2 -: inner one", "item 2 -: inner two", "item 1 -: last"],
    ),
    "drawn lines make a table; a merged cell stands once": (
        grid([72, 172, 300], [700, 680, 660])
        + text(75, 706, "Above")
        + text(75, 686, "Time")
        + text(175, 686, "Session")
        + text(75, 666, "9:00")
        + text(175, 666, "Intro")
        + text(75, 640, "Below"),
        ["text 0: Above", [["Time", "Session"], ["9:00", "Intro"]], "text 0: Below"],
    ),
    "a cell's wrapped lines are one, its author's own stay": (
        grid([72, 172, 300], [700, 640, 600])
        + lines(686, "Speaking up in a", "board meeting", x=75)
        + lines(686, "Draft", "Rehearse", x=175)
        + text(75, 620, "x"),
        [[["Speaking up in a board meeting", "Draft\nRehearse"], ["x", ""]]],
    ),
    "columns that line up are a table without lines": (
        "\n".join(
            text(72, 700 - 20 * n, left) + text(250, 700 - 20 * n, right)
            for n, (left, right) in enumerate((("Time", "Session"), ("9:00", "Intro"), ("10:00", "Break")))
        ),
        [[["Time", "Session"], ["9:00", "Intro"], ["10:00", "Break"]]],
    ),
    "two rows that happen to line up are no table": (
        text(72, 700, "Name:") + text(250, 700, "Date:") + text(72, 680, "x") + text(250, 680, "y"),
        ["text 0: Name: Date:", "text 0: x y"],
    ),
    "two columns of prose are read one after the other": (
        lines(700, *["Left side text that runs to the middle ab"] * 12)
        + lines(700, *["Right side text that runs to the edge abc"] * 12, x=320),
        [
            "text 0: " + " ".join(["Left side text that runs to the middle ab"] * 12),
            "text 0: " + " ".join(["Right side text that runs to the edge abc"] * 12),
        ],
    ),
    "boxes at the beginning of a line are ticks": (
        lines(700, "[x] Agree", "[ ] Disagree"),
        ["text 0 ticked: Agree", "text 0 unticked: Disagree"],
    ),
    "text at size one that is scaled is as large as it looks": (
        "BT /F1 1 Tf 20 0 0 20 72 740 Tm (Scaled) Tj ET " + lines(700, *_PROSE),
        ["heading 1: Scaled", f"text 0: {_JOINED}"],
    ),
}


@pytest.mark.parametrize("name", _LAYOUTS)
def test_what_was_set_is_put_together_again(name: str) -> None:
    content, expected = _LAYOUTS[name]
    assert told(pdf_reader.read("a.pdf", pdf(content))) == expected


def test_headers_footers_and_page_numbers_are_no_text_but_may_hold_a_name() -> None:
    pages = [
        text(72, 760, "Ms. Lopez, Grade 4") + lines(700, f"Body {word}") + text(300, 30, f"Page {n} of 3")
        for n, word in enumerate("abc", 1)
    ]
    document = pdf_reader.read("a.pdf", pdf(*pages))
    assert told(document) == ["text 0: Body a", "text 0: Body b", "text 0: Body c"]
    assert [(found.name, found.value) for found in document.properties] == [
        ("header", "Ms. Lopez, Grade 4"),
        ("footer", "Page 1 of 3"),
    ]


def test_a_sentence_goes_on_over_the_page() -> None:
    document = pdf_reader.read("a.pdf", pdf(lines(140, *_PROSE[:2]), lines(700, *_PROSE[2:])))
    assert told(document) == [f"text 0: {_JOINED}"]
    assert document.blocks[0].place.label == "page 1"


def test_a_table_goes_on_over_the_page_and_its_repeated_header_stands_once() -> None:
    def page(*rows: Sequence[str]) -> str:
        ys = [700 - 20 * number for number in range(len(rows) + 1)]
        placed = (
            text(x + 3, ys[n] - 14, cell) for n, row in enumerate(rows) for x, cell in zip((72, 172), row, strict=True)
        )
        return grid([72, 172, 300], ys) + "".join(placed)

    document = pdf_reader.read("a.pdf", pdf(page(("Time", "What"), ("9", "a")), page(("Time", "What"), ("10", "b"))))
    assert told(document) == [[["Time", "What"], ["9", "a"], ["10", "b"]]]


def test_links_stand_on_the_words_they_cover() -> None:
    content = lines(700, "See the guide here, or https://example.org/a/very/long-", "address/that/wraps.pdf now")
    links = [("https://example.org/guide", (90, 696, 140, 712))]
    assert told(pdf_reader.read("a.pdf", pdf(content, links=links))) == [
        "text 0: See [the guide](https://example.org/guide) here, "
        "or https://example.org/a/very/long-address/that/wraps.pdf now"
    ]


def test_ticks_of_a_fillable_form_are_read() -> None:
    box = "<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [{} {} {} {}] /AS /{} >> "
    more = box.format(72, 698, 84, 710, "Yes") + box.format(72, 678, 84, 690, "Off")
    content = text(90, 700, "I would come again") + text(90, 680, "I would not")
    assert told(pdf_reader.read("a.pdf", pdf(content, more=more))) == [
        "text 0 ticked: I would come again",
        "text 0 unticked: I would not",
    ]


def test_metadata_become_properties() -> None:
    info = "/Author (Maya Lopez) /Title (My portfolio) /Creator (Writer)"
    found = pdf_reader.read("a.pdf", pdf(lines(700, "x"), info=info)).properties
    assert [(one.name, one.value) for one in found] == [
        ("author", "Maya Lopez"),
        ("title", "My portfolio"),
        ("program", "Writer"),
    ]


_REFUSED = {
    "nothing": (b"", "empty"),
    "plain text": (b"My reflection", "not a PDF"),
    "damaged": (b"%PDF-1.4\nrubbish", "damaged"),
    "a scan": (pdf(PICTURE, PICTURE), "scan"),
    "blank": (pdf(""), "no text"),
}


@pytest.mark.parametrize("name", _REFUSED)
def test_what_can_not_be_read_is_told(name: str) -> None:
    data, expected = _REFUSED[name]
    document = pdf_reader.read("a.pdf", data)
    [problem] = document.problems
    assert document.unreadable
    assert expected in problem.message
    assert problem.hint
    assert not document.blocks


def test_pages_that_are_pictures_are_named() -> None:
    document = pdf_reader.read("a.pdf", pdf(lines(700, "Text"), PICTURE, PICTURE))
    [problem] = document.problems
    assert problem.severity is Severity.PARTLY
    assert problem.message.startswith("Pages 2 and 3 hold only pictures")
    assert told(document) == ["text 0: Text"]


def test_more_pages_than_a_submission_has_are_left_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MAX_PAGES", 2)
    document = pdf_reader.read("a.pdf", pdf(*(lines(700, f"Text {word}") for word in "abc")))
    assert told(document) == ["text 0: Text a", "text 0: Text b"]
    assert "3 pages" in document.problems[0].message
    assert document.problems[0].severity is Severity.PARTLY


_SAMPLE = pdf(
    text(72, 740, "Title", 20) + lines(700, *_PROSE) + grid([72, 172, 300], [500, 480, 460]) + text(75, 486, "x"),
    PICTURE,
    links=[("https://example.org", (72, 690, 200, 712))],
)


@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), min_size=1, max_size=20))
@settings(max_examples=300, deadline=None)
def test_damaged_bytes_never_raise(mutations: list[tuple[int, int]]) -> None:
    damaged = bytearray(_SAMPLE)
    for position, value in mutations:
        damaged[position % len(damaged)] = value
    document = pdf_reader.read("a.pdf", bytes(damaged))
    assert document.blocks or document.problems


@given(
    st.lists(
        st.tuples(
            st.integers(-50, 700),
            st.integers(-50, 850),
            st.sampled_from(["a", "1.", "\u2022", "word", "(", "x y z"]),
            st.integers(0, 40),
        ),
        max_size=25,
    )
)
@settings(max_examples=200, deadline=None)
def test_text_scattered_over_the_page_is_never_lost(pieces: list[tuple[int, int, str, int]]) -> None:
    inside = [piece for piece in pieces if 60 < piece[0] < 500 and 80 < piece[1] < 700 and piece[3] > 5]
    document = pdf_reader.read("a.pdf", pdf("\n".join(text(*piece) for piece in pieces)))
    letters = "".join(str(told(document)))
    for word in {piece[2] for piece in inside} - {"1.", "\u2022", "(", "x y z"}:
        assert word in letters


@pytest.mark.parametrize("measure", [float("nan"), float("inf"), -float("inf"), 1e30, -1e30, 12.5])
def test_measures_of_damaged_pages_stay_on_some_paper(measure: float) -> None:
    assert -20_000 <= bounded(measure) <= 20_000


def test_type_of_no_size_is_read_like_any_other() -> None:
    content = "BT /F1 0 Tf 72 700 Td (a) Tj ET BT /F1 11 Tf 0 0 0 0 72 680 Tm (b) Tj ET " + lines(600, "c")
    assert "c" in str(told(pdf_reader.read("a.pdf", pdf(content))))
