"""A page keeps to its width, loses no word, and looks the same with and without colour."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.reporters.layout import Page, Row, Style, cells, wrap

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=200)
WIDTHS = st.integers(min_value=30, max_value=130)


@given(WORDS, WIDTHS, st.integers(min_value=0, max_value=8))
def test_no_line_is_wider_than_asked(text: str, width: int, hang: int) -> None:
    assert all(cells(line) <= width for line in wrap(text, width, hang))


@given(WORDS, WIDTHS)
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert (cells("日本"), cells("e\u0301"), cells("abc")) == (4, 1, 3)


def test_an_address_longer_than_the_line_is_broken() -> None:
    assert wrap("see https://example.org/a/b", 12) == ["see", "https://exam", "ple.org/a/b"]


def test_a_paragraph_hangs_under_its_mark() -> None:
    page = Page(20)
    page.paragraph("add one more source", indent=2, mark="[ ]")
    assert str(page) == "  [ ] add one more\n      source\n"


def test_colour_marks_the_lead_only() -> None:
    page = Page(40, colour=True)
    page.paragraph("Basic; Proficient is needed", lead="Basic", style=Style.BAD)
    assert str(page) == "\x1b[1;31mBasic\x1b[0m; Proficient is needed\n"


def test_places_stand_in_one_column() -> None:
    page = Page(60)
    page.places([Row("short", "a.md:1"), Row("a longer text", "b.md:20")])
    assert str(page) == "short          a.md:1\na longer text  b.md:20\n"


def test_a_long_name_of_a_file_stands_below_its_text_and_is_never_broken() -> None:
    name = "completed-surveys/" + "very-" * 12 + "long.md:3"
    page = Page(60)
    page.places([Row("What did you learn?", name)], indent=2)
    assert str(page) == f"What did you learn?\n    {name}\n".replace("What", "  What", 1)


def test_depth_indents_the_text_and_not_the_place() -> None:
    page = Page(60)
    page.places([Row("part", "a.md:1"), Row("session", "a.md:2", 1)])
    assert str(page) == "part       a.md:1\n  session  a.md:2\n"


def test_what_is_said_about_a_file_stands_beside_it_where_there_is_room() -> None:
    page = Page(60)
    page.files([("a.md", "Part 1"), ("README.md", "not asked for")])
    assert str(page) == "a.md       Part 1\nREADME.md  not asked for\n"


@pytest.mark.parametrize("width", [-5, 0, 1, 10])
def test_a_terminal_that_is_too_narrow_still_gets_a_page(width: int) -> None:
    page = Page(width)
    page.paragraph("a sentence that does not fit", indent=4, mark="[ ]")
    page.places([Row("text", "file.md:3", 9)], indent=6)
    assert "sentence" in re.sub(r"\s", "", str(page))


def test_two_gaps_are_one() -> None:
    page = Page(40)
    page.paragraph("one")
    page.gap()
    page.gap()
    page.paragraph("two")
    assert str(page) == "one\n\ntwo\n"


def test_nothing_written_reaches_the_terminal_as_a_command() -> None:
    page = Page(40)
    page.heading("\x1b[31mred")
    page.paragraph("a\x07b")
    page.places([Row("\x9b", "\x1b.md")])
    page.files([("\n.md", "\x1b")])
    assert "\x1b" not in str(page) and "\x07" not in str(page) and "\x9b" not in str(page)
