"""Markdown becomes the lines that a reader of the page sees, each where it stands."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from shown_blocks import lines, shown, texts

from mcred_lint.document.blocks import Severity
from mcred_lint.submission.markdown import read, read_text

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "markdown_blocks.yaml").read_text("utf-8")
)

PIECES = st.sampled_from(
    (
        *("# ", "- ", "1. ", "1\\. ", "* ", "**", "`", "[", "](u)", "![", "<b>", "</b>", "<table><tr><td>", "</table>"),
        *("<br>", "<!--", "-->", "|", "|---|", "\n", "\n\n", "    ", "\t", "> ", "~~", "---", "[^1]", "[^1]: "),
        *("[1]: http://x ", "a. ", "ii) ", "● ", "o\t", "(x) ", "[ ] ", "é", "😀", "word", "&amp;", "&#0;", "{% x %}"),
        *(":::", "data:image/png;base64,A", "\x00", "\x0b", "\u2028", "\ufeff", "\r", "<li>", "<script>", "~"),
        *("<td rowspan=9>", "\\", "===", "1.", "{#a}"),
    )
)
MARKDOWN = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reads_what_the_page_shows(case: dict[str, Any]) -> None:
    assert shown(read("a.md", case["text"].encode())) == case["blocks"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_line_ends_of_other_systems_change_nothing(case: dict[str, Any]) -> None:
    windows = case["text"].replace("\n", "\r\n").encode("utf-8-sig")
    assert shown(read("a.md", windows)) == case["blocks"]


@given(MARKDOWN)
def test_never_raises_and_every_place_lies_in_the_file(text: str) -> None:
    document = read("a.md", text.encode("utf-8", errors="replace"))
    rows = document.source.split("\n")
    for place in (run_text.place for run_text in texts(document) if run_text.runs):
        assert place.line is not None
        assert 1 <= place.line <= len(rows)
        assert place.column is not None
        assert place.column >= 1


WORDS = st.text(alphabet="abcdefghij éß😀\u2019", min_size=1, max_size=30).filter(str.strip)


@given(st.lists(st.tuples(st.sampled_from(["", "# ", "- ", "> ", "7. ", "    "]), WORDS), min_size=1, max_size=12))
def test_text_stands_where_its_place_says(parts: list[tuple[str, str]]) -> None:
    source = "\n\n".join(prefix + words.strip() for prefix, words in parts)
    rows = source.split("\n")
    for line in lines(read("a.md", source.encode())):
        assert line.place.line
        assert line.place.column
        assert rows[line.place.line - 1][line.place.column - 1 :].startswith(line.text.string)


@given(st.binary(max_size=300))
def test_never_raises_on_bytes(data: bytes) -> None:
    assert read("a.md", data).size == len(data)


HOSTILE = {
    "brackets": "[" * 200_000,
    "pictures": "![[](" * 50_000,
    "deep lists": "".join(" " * (2 * n) + "- a\n" for n in range(2_000)),
    "deep quotes": ">" * 20_000 + "a",
    "wide table": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|b" * 5_000,
    "open tags": "<a " * 60_000,
    "open quotes in tags": "<a '<a \"" * 30_000,
    "open comments": "<!--" * 50_000,
    "comments without end": "x <!-- " * 30_000,
    "attributes": f"<a {'b' * 200_000}>",
    "attribute spaces": f"<a b{' ' * 200_000}c>",
    "entities": "&" * 200_000,
    "liquid": "{%" * 100_000,
    "shortcodes": "{{<" * 70_000,
    "span attributes": "]{." * 70_000,
    "stars": "**a " * 50_000,
    "numbers alone": "1.\n" * 30_000,
    "letters": "a. x\n" * 30_000,
    "rows of cells": "<table>" + "<tr><td rowspan=999 colspan=99>a" * 2_000,
    "nested tables": "<table><tr><td>" * 5_000,
    "long line": "word " * 100_000,
    "definitions": "".join(f"[{n}]: http://x/{n}\n" for n in range(5_000)),
    "hashes": "#" * 200_000,
    "spaces": " " * 200_000 + "a",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_time(name: str) -> None:
    start = time.perf_counter()
    read("a.md", HOSTILE[name].encode())
    assert time.perf_counter() - start < 5


def test_a_stored_picture_costs_nothing_and_shows_nothing() -> None:
    picture = "A" * 3_000_000
    inline, defined = f"data:image/svg+xml;base64,{picture}", f"data:image/png;base64,{picture}"
    text = f"one ![][image1] two\n\n![]({inline})\n\n[image1]: <{defined}>\n\nend"
    start = time.perf_counter()
    document = read("a.md", text.encode())
    assert shown(document) == ["1:1 text | one  two", "7:1 text | end"]
    assert time.perf_counter() - start < 1


def test_lines_of_one_paragraph_share_a_block_and_items_have_their_own() -> None:
    document = read("a.md", b"a\nb\n\nc\n\n- d\n  e\n- f\n\nx\n\xe2\x80\xa2 g\nh\n")
    assert [_rank(document, line.block) for line in lines(document)] == [0, 0, 1, 2, 2, 3, 4, 5, 5]


def _rank(document: Any, block: int) -> int:
    return list(dict.fromkeys(line.block for line in lines(document))).index(block)


def test_escaped_markdown_is_told() -> None:
    document = read("a.md", b"text\n\n\\# Title\n")
    (problem,) = document.problems
    assert "escaped Markdown" in problem.message
    assert problem.place.line == 3
    assert problem.severity is Severity.NOTE


def test_a_line_that_was_cut_is_told() -> None:
    document = read("a.md", b"short\n\n" + b"word " * 50_000)
    (problem,) = document.problems
    assert problem.severity is Severity.PARTLY
    assert problem.place.line == 3


def test_a_file_that_is_no_text_is_unreadable() -> None:
    document = read("a.md", b"\x89PNG\x00\x00\x01\x02" * 100)
    assert document.unreadable
    assert not document.blocks


def test_a_part_of_a_file_keeps_its_lines_and_columns() -> None:
    (heading, text) = read_text("a.yaml", "# A\n\n**b** c", first_line=10, first_column=5)
    assert (heading.place.line, heading.place.column) == (10, 7)
    assert (text.place.line, text.place.column) == (12, 7)
