"""A text file has lists and headings too: people type them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from shown_blocks import lines, shown, texts

from mcred_lint.submission.plain import read


def test_lists_headings_and_boxes_are_read_as_typed() -> None:
    text = (
        "PART 1\n======\nName: x\n\n* a\n* b\n\n1. Q one\na) yes\nb) no\n2. Q two\n\n"
        "## Survey\n[x] agree\n[ ] not\n---\n\tend\n"
    )
    assert shown(read("a.txt", text.encode())) == [
        "1:1 heading1 | PART 1",
        "3:1 text | Name: x",
        "5:3 item1(-) | a",
        "6:3 item1(-) | b",
        "8:4 item1(1) | Q one",
        "9:4 item2(a) | yes",
        "10:4 item2(b) | no",
        "11:4 item1(2) | Q two",
        "13:4 heading2 | Survey",
        "14:5 text [x] | agree",
        "15:5 text [ ] | not",
        "16:1 rule |",
        "17:2 text | end",
    ]


def test_markdown_signs_inside_a_line_are_just_characters() -> None:
    assert shown(read("a.txt", b"a **b** [c](d) <e>\n")) == ["1:1 text | a **b** [c](d) <e>"]


def test_blanks_to_fill_in_are_text_and_no_divider() -> None:
    assert shown(read("a.txt", b"Name:\n______\n")) == ["1:1 text | Name:", "2:1 text | ______"]


@given(st.text(alphabet="ab1.)(-*#[x] \t\n●éio", max_size=120))
def test_never_raises_and_keeps_every_word_in_its_place(text: str) -> None:
    document = read("a.txt", text.encode())
    rows = document.source.split("\n")
    for found in texts(document):
        if found:
            assert found.place.line
            assert found.place.column
            assert rows[found.place.line - 1].startswith(found.string, found.place.column - 1)
    numbers = [line.place.line or 0 for line in lines(document)]
    assert numbers == sorted(numbers)
