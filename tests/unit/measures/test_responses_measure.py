"""Completed surveys are counted once each, and what does not count is told with its reason."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from mcred_lint.matching.content import Response, Responses
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.responses import BLANK, responses
from mcred_lint.measures.specs import ResponsesMeasure
from mcred_lint.measures.view import View
from mcred_lint.sources.places import Place

SPEC = ResponsesMeasure.model_validate({"kind": "responses", "of": "completed"})
LONG = "the story of the two schools on one street moved me and i told it at home that very night"


def measured(*found: Response, note: str | None = None) -> Measurement:
    content = Responses(found, note=note)
    view = SimpleNamespace(content=lambda of: content, place_of=lambda of: None)
    return responses(SPEC, cast(View, view))


def response(number: int, free_text: str = "", *, answered: int = 4, ticks: str = "") -> Response:
    return Response(f"Response {number}", Place("survey.md", number), answered, 4, (), free_text, ticks)


def reasons(found: Measurement) -> list[str | None]:
    return [item.note for item in found.left_out]


@pytest.mark.parametrize(("answered", "count"), [(4, 1), (2, 1), (1, 0), (0, 0)])
def test_half_of_the_questions_must_be_answered(answered: int, count: int) -> None:
    assert measured(response(1, "time", answered=answered)).low == count


def test_three_blank_forms_are_told_as_blank() -> None:
    found = measured(*(response(number, answered=0) for number in (1, 2, 3)))
    assert (found.low, reasons(found)) == (0, [BLANK] * 3)


def test_ratings_alone_count_and_the_same_ones_are_only_told() -> None:
    found = measured(response(1, ticks="5\n4"), response(2, ticks="5\n4"))
    assert found.low == 2 and [remark.message for remark in found.remarks] == [
        "Response 2 has the same ticks as Response 1"
    ]


def test_the_same_text_in_another_order_is_a_copy() -> None:
    found = measured(response(1, "the cards\nspeak up"), response(2, "speak up\nthe cards"))
    assert (found.low, reasons(found)) == (1, ["the same text as Response 1"])


def test_a_long_text_with_one_word_changed_is_a_copy() -> None:
    found = measured(response(1, LONG), response(2, LONG.replace("moved", "touched")))
    assert found.low == 1 and reasons(found) == ["nearly the same text as Response 1: 95% of the words"]


@pytest.mark.parametrize("other", ["the data and time", "more time", LONG.replace("two schools on one street", "bus")])
def test_texts_that_only_share_words_are_two(other: str) -> None:
    first = LONG if "story" in other else "the data was time"
    assert measured(response(1, first), response(2, other)).low == 2


def test_short_texts_may_be_the_same_by_chance() -> None:
    assert measured(response(1, "very useful"), response(2, "very useful")).low == 2


def test_how_the_answers_were_told_apart_is_said_with_the_count() -> None:
    assert measured(response(1, "a b"), note="By their order.").notes == ("By their order.",)
