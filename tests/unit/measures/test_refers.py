"""Refers: a field of parts names an entry of a list by its number, its code or its words."""

from __future__ import annotations

from typing import Any

import pytest
from measure_samples import entries, lesson, lessons, measured, view

NAMES_ONE: dict[str, Any] = {"kind": "refers", "of": "lessons.tools", "to": "sources"}
SHELF = entries("C1: A ruler for every two", "C2: Eleven tablets that work", "C3: Scissors", "Glue sticks")


@pytest.mark.parametrize(
    "said",
    [
        "2", "1 and 3", "#4", "C2", "source 1", "glue", "eleven tablets",
        "2: eleven", "1: 42 minutes", "3. 40 of them", "2 - for half of the class", "(3) sharp ones", "1, 4: from the shelf",
    ],
)  # fmt: skip
def test_an_entry_is_named_by_number_code_or_words(said: str) -> None:
    assert measured(NAMES_ONE, view(sources=SHELF, lessons=lessons(lesson("One", tools=said)))).low == 1


@pytest.mark.parametrize(
    "said", ["", "42 minutes", "2.5 hours", "3:30 in the afternoon", "2 - 4 pens", "paper", "9", "C7"]
)
def test_other_numbers_and_words_name_none(said: str) -> None:
    found = measured(NAMES_ONE, view(sources=SHELF, lessons=lessons(lesson("One", tools=said))))
    assert (found.low, [item.text for item in found.missing]) == (0, ["One"])
