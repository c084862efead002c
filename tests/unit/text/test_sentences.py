"""Sentences are counted as a reader counts them: abbreviations, initials and numbers end none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.rubric.language import load_language
from mcred_lint.text.sentences import count_sentences

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "sentences.yaml").read_text(encoding="utf-8"))
ABBREVIATIONS = load_language().general.abbreviations


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_sentences_are_counted_as_a_reader_counts_them(case: dict[str, Any]) -> None:
    assert count_sentences(case["text"], ABBREVIATIONS) == case["sentences"]


@given(st.text())
def test_any_text_has_a_number_of_sentences_and_more_text_never_fewer_lines(text: str) -> None:
    assert count_sentences(text, ABBREVIATIONS) <= len(text)
    assert count_sentences(f"{text}\nOne more.", ABBREVIATIONS) == count_sentences(text, ABBREVIATIONS) + 1
