"""Which item of a completed survey belongs to which question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.prompts import named_question, repeats
from mcred_lint.matching.surveys.styles import Style


def matched(items: Sequence[FormItem], questions: Sequence[str]) -> list[int | None]:
    """The number (from 0) of each item's question: by its words, else by its number, else by a label that stands for
    the question, else by its order among what is left; None of an item that is too much."""
    places: list[int | None] = [repeats(item.head.string, questions) for item in items]
    _drop_doubles(places)
    for position, item in enumerate(items):
        number = _number(item)
        if places[position] is None and number is not None and number < len(questions) and number not in places:
            places[position] = number
    for position, item in enumerate(items):
        if places[position] is None and item.style in (Style.DECLARED, Style.LABELLED, Style.BOLD):
            label = item.head.string.partition(":")[0] if item.style is Style.LABELLED else item.head.string
            named = named_question(label, questions)
            places[position] = named if named not in places else None
    left = [number for number in range(len(questions)) if number not in places]
    unmatched = [position for position, place in enumerate(places) if place is None]
    # What is too much stands before the questions: who somebody is.
    for position, number in zip(unmatched[max(0, len(unmatched) - len(left)) :], left, strict=False):
        places[position] = number
    return places


def _drop_doubles(places: list[int | None]) -> None:
    seen: set[int] = set()
    for position, place in enumerate(places):
        if place is not None and place in seen:
            places[position] = None
        elif place is not None:
            seen.add(place)


def _number(item: FormItem) -> int | None:
    """The question's number from 0 that an item bears: "3", "q3", "C"."""
    number = item.number
    if number is None and item.style is Style.DECLARED:
        found = re.fullmatch(r"\W*(?:[^\W\d_]{1,9}[ _.#-]{0,2})?(\d{1,2})\W*", item.head.string)
        number = found[1] if found else None
    if number is None:
        return None
    if number.isdigit():
        return int(number) - 1 if int(number) else None
    return ord(number.lower()) - ord("a") if len(number) == 1 and number.isascii() and number.isalpha() else None
