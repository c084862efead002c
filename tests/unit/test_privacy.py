"""No report repeats what identifies somebody, whole or cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.privacy import Masks
from mcred_lint.wording import ELLIPSIS, shorten

NAME = "Rosa Lind-Okafor"
MASKS = Masks.of([(NAME, "R."), ("rosa@example.org", "r…")])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"by {NAME} today", "by R. today"),
        ("by Rosa…", "by R.…"),
        ("by Rosa Lind…", "by R.…"),
        ("Rosa was there", "Rosa was there"),  # a first name alone was not what was found
        ("Rosalind…", "Rosalind…"),
        ("to rosa@example.org…", "to r……"),
    ],
)
def test_a_value_is_masked_whole_and_where_a_cut_left_its_beginning(text: str, shown: str) -> None:
    assert MASKS.apply(text) == shown


@given(st.integers(min_value=2, max_value=60))
def test_no_cut_at_the_end_of_a_word_lets_a_name_through(width: int) -> None:
    cut = shorten(f"written in a long line by {NAME} at the school", width)
    assert f"Rosa{ELLIPSIS}" not in MASKS.apply(cut) and "Lind" not in MASKS.apply(cut)


def test_without_values_every_text_stays() -> None:
    assert Masks.of([]).apply(f"by {NAME}") == f"by {NAME}"
