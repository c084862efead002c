"""Placeholders: what a template left behind is found, what is talked about or meant for participants is not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.text.placeholders import PlaceholderWords, find_placeholders

ROOT = Path(__file__).parents[3]
WORDS = PlaceholderWords.from_mapping(
    yaml.safe_load((ROOT / "src/mcred_lint/text/english.yaml").read_text(encoding="utf-8"))["placeholders"]
)
CASES = yaml.safe_load((ROOT / "tests/cases/placeholders.yaml").read_text(encoding="utf-8"))


def _cases() -> Iterator[Any]:
    for group, cases in CASES.items():
        for case in cases:
            yield pytest.param(case, id=f"{group}: {case['text'][:40]}")


@pytest.mark.parametrize("case", list(_cases()))
def test_exactly_the_named_left_overs_are_found(case: dict[str, Any]) -> None:
    found = find_placeholders(case["text"], WORDS, handout=case.get("handout", False))
    assert [placeholder.text for placeholder in found] == case.get("found", [])


_PIECES = [
    "TBD", "todo", "TODO:", "XX", "???", "____", "\\_\\_\\_", "[", "]", "{", "{{", "}}", "<", ">", "insert",
    "your name", "here", "lorem ipsum", "(", ")", "\"", "'", "\n", ": ", "|", ". ", "İ", "\u2028", "\r", "Date",
]  # fmt: skip
_TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join))


@given(_TEXTS, st.booleans())
def test_no_text_raises_and_every_place_lies_in_the_text_in_order(text: str, handout: bool) -> None:
    end = 0
    for placeholder in find_placeholders(text, WORDS, handout=handout):
        assert end <= placeholder.start < placeholder.end <= len(text)
        assert text[placeholder.start : placeholder.end] == placeholder.text
        assert placeholder.why.endswith(".")
        end = placeholder.end


@given(_TEXTS)
def test_what_is_left_over_in_a_handout_is_left_over_in_prose_too(text: str) -> None:
    prose = find_placeholders(text, WORDS)
    for found in find_placeholders(text, WORDS, handout=True):
        assert any(other.start <= found.start < other.end for other in prose)


@pytest.mark.parametrize(
    "piece", ["[insert ", "____ ", "TBD ", "{{", "XX ", "( here", '"TBD" ', "???", "[a]", "lorem ipsum "]
)
def test_an_endless_line_takes_little_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    find_placeholders(text, WORDS)
    assert time.process_time() - started < 10


def test_without_words_only_shapes_are_found() -> None:
    nothing = PlaceholderWords.from_mapping({})
    assert [found.text for found in find_placeholders("TBD {{name}} [insert it]", nothing)] == ["{{name}}"]


def test_a_misspelt_list_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="frases"):
        PlaceholderWords.from_mapping({"frases": "lorem ipsum"})


def test_a_list_of_texts_reads_like_one_text() -> None:
    words = PlaceholderWords.from_mapping({"alone": ["coming soon", "to come"]})
    assert [found.text for found in find_placeholders("Slides: to come", words)] == ["to come"]
