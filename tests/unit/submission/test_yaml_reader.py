"""A YAML file becomes the same blocks as a Markdown file: keys are headings that nobody has to guess."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from shown_blocks import lines, shown, texts

from mcred_lint.document.blocks import Kind, Severity
from mcred_lint.sources.yaml import Mapping, parse
from mcred_lint.submission.yaml_reader import read

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "yaml_blocks.yaml").read_text("utf-8")
)
PIECES = st.sampled_from(
    (
        *("a: ", "key_b: ", "- ", "\n", "\n  ", "\n    ", "|\n  ", ">2\n   ", "'", '"', "''", "\\n", "\\u00e9", "# x"),
        *("&x ", "*x", "!t ", "[", "]", "{", "}", ",", "1. ", "(x) ", "**", "| c |", "---\n", "~", "é", "😀", "\t"),
        *("\x85", "\u2028", "\ufeff", "\r\n"),
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)
PROSE = st.text(alphabet="ab é,;?!", min_size=1, max_size=60).map(lambda text: f"x{text}".strip())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reads_keys_values_and_lists(case: dict[str, Any]) -> None:
    document = read("a.yaml", case["text"].encode())
    assert shown(document) == case["blocks"]
    assert not document.problems


@given(TEXTS)
def test_never_raises_and_every_place_lies_in_the_file(text: str) -> None:
    document = read("a.yaml", text.encode("utf-8", errors="replace"))
    rows = document.source.split("\n")
    for found in texts(document):
        if found.runs:
            assert found.place.line is not None
            assert 1 <= found.place.line <= len(rows)
            assert found.place.column is not None
            assert found.place.column >= 1


@given(st.binary(max_size=200))
def test_never_raises_on_bytes(data: bytes) -> None:
    assert read("a.yaml", data).size == len(data)


@given(PROSE, st.sampled_from(["plain", "single", "double", "block"]), st.integers(8, 30))
def test_a_value_shows_its_words_where_they_stand(words: str, style: str, width: int) -> None:
    folded = "\n  ".join(_wrapped(words, width))
    written = {
        "plain": folded,
        "single": f"'{folded}'",
        "double": f'"{folded}"',
        "block": f"|\n  {folded}",
    }[style]
    source = f"key: {written}\n"
    mapping = parse("a.yaml", source).root
    assert isinstance(mapping, Mapping)
    document = read("a.yaml", source.encode())
    values = [line for line in lines(document) if line.kind is not Kind.HEADING]
    rows = source.split("\n")
    if style != "block":
        assert [word for line in values for word in line.text.string.split()] == words.split()
    for line in values:
        assert line.place.line
        assert line.place.column
        assert rows[line.place.line - 1][line.place.column - 1 :].startswith(line.text.string[:1])


def _wrapped(words: str, width: int) -> list[str]:
    rows = [""]
    for word in words.split():
        if len(rows[-1]) + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return [row for row in rows if row]


def test_a_syntax_error_makes_the_file_unreadable_and_says_where() -> None:
    document = read("a.yaml", b"a: 1\ntitle: Part 1: Overview\n")
    (problem,) = document.problems
    assert document.unreadable
    assert not document.blocks
    assert problem.severity is Severity.UNREADABLE
    assert str(problem.place) == "a.yaml:2:8"


def test_a_lost_answer_makes_the_file_partly_read() -> None:
    document = read("a.yaml", b"a: first\na: second\n")
    assert [problem.severity for problem in document.problems] == [Severity.PARTLY]
    assert shown(document) == ["1:1 heading1 declared | a", "1:4 text | first"]


def test_a_comment_instead_of_an_answer_is_only_worth_knowing() -> None:
    document = read("a.yaml", b"a: # later\n")
    assert [problem.severity for problem in document.problems] == [Severity.NOTE]


def test_entries_paragraphs_and_items_have_blocks_of_their_own() -> None:
    document = read("a.yaml", b'a: "one\n  two\n\n  three"\nb:\n- x\n  y\n- |\n  p\n\n  q\n')
    blocks = [line.block for line in lines(document)]
    order = [list(dict.fromkeys(blocks)).index(block) for block in blocks]
    assert order == [0, 1, 1, 2, 3, 4, 4, 5, 5]


def test_deep_nesting_is_a_problem_and_not_a_crash() -> None:
    assert read("a.yaml", b"- " * 25_000).unreadable
