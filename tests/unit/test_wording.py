"""Numbers, times and lists read as people say them, and never better than they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint import wording

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "wording.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("function", "case"),
    [
        pytest.param(function, case, id=f"{function}: {name}")
        for function, cases in CASES.items()
        for name, case in cases.items()
    ],
)
def test_values_read_as_people_say_them(function: str, case: dict[str, Any]) -> None:
    assert getattr(wording, function)(*case["args"]) == case["words"]


@given(st.text(), st.integers(min_value=-3, max_value=80))
def test_a_shortened_text_fits_and_is_a_beginning_of_the_text(text: str, width: int) -> None:
    shortened = wording.shorten(text, width)
    assert len(shortened) <= max(width, 0)
    assert " ".join(text.split()).startswith(shortened.removesuffix(wording.ELLIPSIS))


@given(st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=2), st.integers(min_value=12, max_value=60))
def test_a_shortened_text_ends_with_a_whole_word(words: list[str], width: int) -> None:
    kept = wording.shorten(" ".join(words), width).removesuffix(wording.ELLIPSIS).split()
    assert kept == words[: len(kept)]


@given(st.floats())
def test_any_number_has_words(value: float) -> None:
    for words in (
        wording.number(value),
        wording.minutes_in_words(value),
        wording.share(value),
        wording.count(value, "x"),
    ):
        assert words


@given(st.integers(min_value=1, max_value=600), st.floats(min_value=0.001, max_value=0.99))
def test_a_time_that_falls_short_never_reads_as_reached(threshold: int, missing: float) -> None:
    assert wording.minutes_in_words(threshold - missing) != wording.minutes_in_words(threshold)


@given(st.text())
def test_any_text_becomes_a_sentence_that_stays_one(text: str) -> None:
    once = wording.sentence(text)
    assert wording.sentence(once) == once
