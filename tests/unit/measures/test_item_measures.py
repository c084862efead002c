"""Measures that look at items one by one, at several places, or from one place to another."""

from __future__ import annotations

from typing import Any

import pytest
from measure_samples import answers, entries, lesson, lessons, measured, names, things, value, view

from mcred_lint.measures.measurement import Measurement

EACH: dict[str, Any] = {"kind": "each", "of": "sources", "unit": "note"}


def _each(must: dict[str, Any], *said: str, year: int | None = None, also: dict[str, Any] | None = None) -> Measurement:
    return measured(EACH | {"must": must} | (also or {}), view(year, sources=entries(*said)))


@pytest.mark.parametrize(
    ("must", "good", "bad"),
    [
        ({"words": {"between": [3, 5]}}, "Three words here", "Two words"),
        ({"words": {"at_most": 3}}, "Three words here", "Four words are here"),
        ({"characters": {"at_most": 8}}, "The bus.", "The buses."),
        ({"sentences": {"at_most": 1}}, "We changed the map, e.g. the river.", "We changed it. It helped."),
        ({"years_old": {"at_most": 5}}, "Report of 2021", "Report of 2020"),
        ({"link": True}, "See www.example.org/report", "See the report"),
    ],
)
def test_each_item_is_looked_at_by_itself(must: dict[str, Any], good: str, bad: str) -> None:
    found = _each(must, good, bad, good, year=2026)
    assert found.low == found.high == pytest.approx(2 / 3)
    assert names(found.items) == [good, good] and names(found.missing) == [bad]
    assert found.missing[0].note


def test_an_item_that_is_not_as_asked_says_what_it_is_and_what_is_asked() -> None:
    (lacking,) = _each({"words": {"between": [3, 5]}}, "Two words").missing
    assert lacking.note == "2 words, 3 to 5 asked for"


def test_all_rules_must_hold_and_only_those_are_told_that_do_not() -> None:
    (lacking,) = _each({"words": {"at_least": 2}, "link": True}, "Two words").missing
    assert lacking.note == "no link"


def test_a_number_of_items_leaves_the_others_out_and_names_them() -> None:
    found = _each({"words": {"at_least": 2}}, "Two words", "One", also={"as": "number"})
    assert (found.low, found.high, found.unit) == (1, 1, "note")
    assert names(found.left_out) == ["One"] and found.missing == ()


def test_of_no_items_none_is_as_asked() -> None:
    found = _each({"words": {"at_least": 1}})
    assert (found.low, found.high, found.found) == (0, 0, False)


@pytest.mark.parametrize(("year", "why"), [(None, "reference date"), (2026, "no year")])
def test_how_old_something_is_stays_open_without_a_reference_date_or_a_year(year: int | None, why: str) -> None:
    found = _each({"years_old": {"at_most": 5}}, "Report of 2020" if year is None else "A report", year=year)
    assert (found.low, found.high) == (0, 1) and found.unclear is not None and why in found.unclear


def test_years_after_the_reference_date_make_nothing_newer() -> None:
    assert _each({"years_old": {"at_most": 5}}, "Report of 2015, plan for 2040", year=2026).high == 0


ROUNDS = lessons(
    lesson("Round 1", goal="We saw them stop.", tools="A new map"),
    lesson("Round 2", goal="They went on."),
    lesson("Round 3"),
)


def test_parts_count_when_their_fields_are_filled() -> None:
    spec = {"kind": "each", "of": "lessons", "as": "number", "unit": "round", "must": {"filled": ["goal", "tools"]}}
    found = measured(spec, view(lessons=ROUNDS))
    assert found.low == 1 and names(found.items) == ["Round 1"]
    assert [item.note for item in found.left_out] == ["without tools", "without goal or tools"]


def test_one_field_of_each_part_or_each_answer_can_be_looked_at() -> None:
    short: dict[str, Any] = {"kind": "each", "must": {"words": {"at_most": 3}}}
    assert measured(short | {"of": "lessons.goal"}, view(lessons=ROUNDS)).low == pytest.approx(2 / 3)
    said = answers(why="I care", how="By hand and with a lot of help")
    assert measured(short | {"of": "answers"}, view(answers=said)).low == 1 / 2


def test_materials_are_looked_at_one_by_one() -> None:
    spec = {"kind": "each", "of": "things", "unit": "artifact", "must": {"words": {"at_least": 3}}}
    assert measured(spec, view(things=things("A whole lesson plan", "Slides"))).low == 1 / 2


# ---- k of n -----------------------------------------------------------------------------------------------------------

CHOICE: dict[str, Any] = {
    "kind": "present", "of": ["audience", "sources", "things", "answers.why"], "unit": "kind of evidence"
}  # fmt: skip


def test_places_that_hold_something_are_counted_and_the_others_named() -> None:
    held = view(audience=value("New teachers"), sources=entries("The bus"), answers=answers(how="By hand"))
    found = measured(CHOICE, held)
    assert (found.low, found.whole, names(found.items)) == (2, 4, ["the audience", "the sources"])
    assert names(found.missing) == ["the things", "Why you do it"]


def test_a_text_that_is_too_short_is_no_evidence_but_a_file_is() -> None:
    found = measured(CHOICE | {"at_least_words": 5}, view(audience=value("New teachers"), things=things("Slides")))
    assert names(found.items) == ["the things"]
    assert found.missing[0].note == "only 2 of 5 words"


def test_nothing_handed_in_is_no_evidence() -> None:
    found = measured(CHOICE, view())
    assert (found.low, found.found) == (0, False)


# ---- naming an entry of another place ---------------------------------------------------------------------------------

REFERS = {"kind": "refers", "of": "lessons.goal", "to": "sources"}
LIMITS = entries("C1: Forty minutes a lesson", "C2: No devices in class", "C3: Shared tables")


@pytest.mark.parametrize(
    "said", ["C2", "c-2", "fits C1 and C3", "2", "1, 3", "#3", "source 2", "there are no devices in our class"]
)
def test_a_field_names_an_entry_by_its_label_its_number_or_its_words(said: str) -> None:
    assert measured(REFERS, view(sources=LIMITS, lessons=lessons(lesson("One", goal=said)))).low == 1


@pytest.mark.parametrize("said", ["", "C9", "9", "in 2 weeks", "learn about tables of elements", "see below"])
def test_what_names_no_entry_is_named_itself(said: str) -> None:
    found = measured(REFERS, view(sources=LIMITS, lessons=lessons(lesson("One", goal=said), lesson("Two", goal="C1"))))
    assert found.low == 1 / 2 and names(found.missing) == ["One"]


def test_without_anything_to_name_or_anything_that_names_it_nothing_is_met() -> None:
    assert measured(REFERS, view(sources=LIMITS)).high == 0
    assert measured(REFERS, view(lessons=lessons(lesson("One", goal="C1")))).high == 0


def test_a_file_of_the_submission_is_named_by_its_name() -> None:
    spec = {"kind": "refers", "of": "lessons.goal", "to": "things"}
    on = view(things=things("Slides"), lessons=lessons(lesson("One", goal="1.md"), lesson("Two", goal="none")))
    assert names(measured(spec, on).items) == ["One"]


# ---- what a field states ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "unit", "said", "low"),
    [
        ("number", "participant", "about 14 teachers", 14),
        ("number", "participant", "twenty-five", 25),
        ("time", "", "1:30", 90),
        ("time", "", "2 hours", 120),
        ("time", "minutes", "45", 45),
        ("playing-time", "", "1:30", 1.5),
        ("playing-time", "", "2 min", 2),
        ("playing-time", "", "1:02:00", 62),
    ],
)
def test_a_field_states_a_number_or_a_time(how: str, unit: str, said: str, low: float) -> None:
    spec = {"kind": "stated", "of": "audience", "as": how, "unit": unit}
    found = measured(spec, view(audience=value(said)))
    assert found.low == pytest.approx(low) and found.high == pytest.approx(low)


def test_a_field_that_states_something_else_is_left_open_and_an_empty_one_is_not_found() -> None:
    spec = {"kind": "stated", "of": "audience", "as": "time"}
    vague = measured(spec, view(audience=value("not too long")))
    assert (vague.low, vague.high) == (0, None) and vague.unclear is not None and "not too long" in vague.unclear
    empty = measured(spec, view())
    assert (empty.low, empty.high, empty.found) == (0, 0, False)


# ---- closed lists -----------------------------------------------------------------------------------------------------


def test_only_what_is_in_the_closed_list_fills_a_field() -> None:
    spec = {"kind": "filled", "per": "ratings"}
    rated = lessons(lesson("One", level="High, I think"), lesson("Two", level="purple"), lesson("Three"))
    found = measured(spec, view(ratings=rated))
    assert found.low == pytest.approx(1 / 3)
    notes = [item.note for item in found.missing]
    assert notes == ['"purple" stands there, and one of these is needed: low or high', None]
