"""YAML by hand: everything stays as written and has its place; what is wrong is said so that it can be put right."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml as plain_yaml
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.sources.text import SourceText
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence, parse

PROBLEMS: list[dict[str, Any]] = plain_yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "yaml_problems.yaml").read_text("utf-8")
)
PIECES = st.sampled_from(
    (
        *("a: ", "- ", "\n", "\n  ", "\n    ", ": ", "[", "]", "{", "}", ",", '"', "'", "&x ", "*x", "!t ", "|\n"),
        *(">-\n", "# ", "#", "---\n", "...\n", "%", "@", "`", "? ", "<<: ", "\t", "é", "😀", "~", "No", "1:30"),
        *("\x00", "\x85", "\u2028", "\ufeff", "\\", "\\x41", "\\q", "\r", "\ud800"),
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)


def nodes(node: Node | None) -> Iterator[Node]:
    if node is None:
        return
    yield node
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from nodes(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from nodes(item)


def plain(node: Node | None) -> Any:
    """Ordinary lists, dictionaries and strings."""
    if isinstance(node, Mapping):
        return {entry.key.raw: plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node is None else node.raw


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: case["name"])
def test_a_problem_says_what_where_and_what_to_do(case: dict[str, Any]) -> None:
    parsed = parse("a.yaml", case["text"])
    (problem,) = [problem for problem in parsed.problems if case["says"] in problem.message]
    assert str(problem.place) == f"a.yaml:{case['at']}"
    assert case["advises"] in problem.hint
    survives = "kept" in case or case.get("lost", False)
    assert problem.fatal is not survives
    assert problem.lost is case.get("lost", False)
    assert (parsed.root is None) is problem.fatal
    if "kept" in case:
        assert plain(parsed.root) == case["kept"]


@pytest.mark.parametrize(
    "written", ["1:30", "9:00", "No", "010", "4-5", "1.10", "2024-03-01", "1_000", "0x1F", "~", "yes"]
)
def test_scalars_stay_as_written(written: str) -> None:
    root = parse("a.yaml", f"- {written}\n").root
    assert plain(root) == [written]


def test_every_key_and_value_has_its_line_and_column() -> None:
    root = parse("a.yaml", "a: b\nlist:\n  - x\n  - 'é': y\n").root
    found = [(node.raw, str(node.place)) for node in nodes(root) if isinstance(node, Scalar)]
    assert found == [
        ("a", "a.yaml:1:1"),
        ("b", "a.yaml:1:4"),
        ("list", "a.yaml:2:1"),
        ("x", "a.yaml:3:5"),
        ("é", "a.yaml:4:5"),
        ("y", "a.yaml:4:10"),
    ]


def test_several_documents_in_one_file() -> None:
    parsed = parse("a.yaml", "a: 1\n---\nb: 2\n")
    assert [plain(document) for document in parsed.documents] == [{"a": "1"}, {"b": "2"}]
    assert parsed.root is parsed.documents[0]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_is_no_problem(text: str) -> None:
    parsed = parse("a.yaml", text)
    assert not parsed.problems
    assert plain(parsed.root) in (None, "")


def test_a_repeated_part_is_the_same_everywhere() -> None:
    parsed = parse("a.yaml", "a: &x [1, 2]\nb: *x\n")
    assert plain(parsed.root) == {"a": ["1", "2"], "b": ["1", "2"]}
    assert not parsed.problems


def test_comments_beside_answers_are_no_problem() -> None:
    text = "# head\na: b # usual comment\nlist: # what follows\n  - x\n'k': \"v\" # c\n"
    assert not parse("a.yaml", text).problems


@given(TEXTS)
def test_never_raises_and_every_place_lies_in_the_text(text: str) -> None:
    parsed = parse("a.yaml", text)
    lines = text.replace("\r", "\n").split("\n")
    places = [node.place for document in parsed.documents for node in nodes(document)]
    for place in [*places, *(problem.place for problem in parsed.problems)]:
        assert place.line is not None
        assert 1 <= place.line <= len(lines) + 1
        assert place.column is not None
        assert place.column >= 1
    assert not (parsed.documents and parsed.fatal)


KEYS = st.text(alphabet="abcdé", min_size=1, max_size=6)
VALUES = st.recursive(
    st.text(alphabet="abc é:#'\"-0\n", max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_reads_what_a_careful_writer_wrote(value: dict[str, Any]) -> None:
    written = plain_yaml.safe_dump(value, allow_unicode=True, default_style='"')
    assert plain(parse("a.yaml", written).root) == value


@given(st.lists(st.text(alphabet="abcé", min_size=1, max_size=9), min_size=1, max_size=6))
def test_a_place_leads_to_the_text(words: list[str]) -> None:
    text = "list:\n" + "".join(f"  - {word}\n" for word in words)
    source = SourceText("a.yaml", text)
    for node in nodes(parse("a.yaml", text).root):
        if isinstance(node, Scalar):
            assert node.place.line
            assert node.place.column
            assert text.startswith(node.raw, source.offset(node.place.line, node.place.column))


def bomb() -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(lines)


HOSTILE = {
    "25,000 nested dashes": "- " * 25_000,
    "2 MB of brackets": "[" * 2_000_000,
    "brackets on lines": "[\n" * 200_000,
    "braces": "{" * 200_000,
    "question marks": "? " * 20_000,
    "an alias bomb": bomb(),
    "too many values": "- a\n" * 300_000,
    "5 MB of text": "a: " + "x" * 5_000_000,
}
STRANGE = {
    "colons": ":" * 200_000,
    "keys in keys": "a: " * 100_000,
    "quotation marks": '"' * 200_001,
    "backslashes": '"' + "\\" * 200_000,
    "tabs": "\t" * 100_000,
    "stars": "*a " * 10_000,
    "ampersands": "&" * 100_000,
    "percent signs": "%\n" * 100_000,
    "open list": "[a: b, " * 60 + "x," * 50_000,
    "dashes and spaces": "- " * 60 + " " * 200_000 + ": : :",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_limits_end_in_one_plain_problem(name: str) -> None:
    start = time.perf_counter()
    parsed = parse("a.yaml", HOSTILE[name])
    assert parsed.root is None
    assert parsed.problems[-1].fatal
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize("name", STRANGE)
def test_strange_text_is_told_in_time(name: str) -> None:
    start = time.perf_counter()
    assert parse("a.yaml", STRANGE[name]).problems
    assert time.perf_counter() - start < 8


def test_messages_show_at_most_a_short_line() -> None:
    problem = parse("a.yaml", f"a: b: {'word ' * 5_000}").problems[0]
    assert len(problem.message) < 200
    assert len(problem.hint) < 200
