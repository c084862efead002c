"""Whatever bytes a file holds, they become text with one kind of line end, or a plain word that it is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.sources.places import Place
from mcred_lint.sources.text import MAX_BYTES, SourceText, decode

ENGLISH = "Notes on “equity” — café\nsecond line\n" * 3


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode(),
        ENGLISH.encode("utf-8-sig"),
        ENGLISH.encode("utf-16"),
        ENGLISH.encode("utf-16-le"),
        ENGLISH.encode("utf-16-be"),
        b"\xfe\xff" + ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("utf-32"),
        ENGLISH.replace("\n", "\r\n").encode(),
        ENGLISH.replace("\n", "\r").encode(),
    ],
)
def test_usual_encodings_give_the_same_text_without_a_word(data: bytes) -> None:
    decoded = decode("a.md", data)
    assert decoded.text == ENGLISH
    assert decoded.notes == ()
    assert decoded.readable


def test_windows_text_is_read_and_told() -> None:
    decoded = decode("a.md", ENGLISH.encode("cp1252"))
    assert decoded.text == ENGLISH
    (note,) = decoded.notes
    assert "not written in UTF-8" in note.message
    assert "UTF-8" in note.hint


def test_garbled_quotes_are_named_with_their_line() -> None:
    garbled = "fine\nIt\u2019s here".encode().decode("cp1252")
    (note,) = decode("a.md", garbled.encode()).notes
    assert "garbled" in note.message
    assert "â€™" in note.message
    assert note.line == 2


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"PK\x03\x04" + b"\x00\x01\x02" * 99, b"\x00" * 50]
)
def test_what_is_no_text_is_told_apart(data: bytes) -> None:
    decoded = decode("a.md", data)
    assert not decoded.readable
    assert decoded.text == ""
    assert "not a text file" in decoded.notes[0].message


def test_a_stray_zero_byte_does_not_cost_the_file() -> None:
    decoded = decode("a.md", b"word " * 100 + b"\x00" + b" end")
    assert decoded.readable
    assert decoded.text.endswith("\ufffd end")
    assert decoded.notes


def test_the_rest_of_a_huge_file_is_left_out_and_told() -> None:
    decoded = decode("a.md", "é".encode() * (MAX_BYTES // 2 + 10) + b"x")
    assert len(decoded.text) <= MAX_BYTES // 2 + 1
    assert ["very large" in note.message for note in decoded.notes] == [True]


@given(st.binary(max_size=400))
def test_never_raises(data: bytes) -> None:
    decoded = decode("a.md", data)
    assert "\r" not in decoded.text
    assert "\x00" not in decoded.text


@given(st.text(alphabet="ab\né", max_size=40), st.integers(-3, 50))
def test_places_and_offsets_lead_back_to_each_other(text: str, offset: int) -> None:
    source = SourceText("a.md", text)
    line, column = source.position(offset)
    inside = min(max(offset, 0), len(text))
    assert source.offset(line, column) == inside
    assert text[:inside].count("\n") == line - 1


def test_a_span_has_both_ends() -> None:
    source = SourceText("a.md", "one\ntwo three\n")
    assert source.place(4, 7) == Place("a.md", 2, 1, 2, 4)
    assert source.place(8) == Place("a.md", 2, 5)
    assert [source.line(number) for number in (0, 1, 2, 3, 4)] == ["", "one", "two three", "", ""]
