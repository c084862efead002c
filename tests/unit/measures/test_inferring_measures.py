"""Measures that follow signals or add up: hours, years, themes, shared words, titles in materials, reading level, left-overs."""

from __future__ import annotations

from typing import Any

import pytest
from measure_samples import (
    answers,
    entries,
    length,
    lesson,
    lessons,
    measured,
    names,
    passage,
    text,
    things,
    value,
    view,
)

from mcred_lint.matching.content import Group, PlaceContent

HOURS = {"kind": "hours", "of": "lessons"}


@pytest.mark.parametrize(
    ("groups", "low", "high"),
    [
        ([lesson("A", length(60)), lesson("B", length(75))], 135, 135),
        ([lesson("A", length(60, 90)), lesson("B", length(60))], 120, 120),
        ([lesson("A", length(60)), lesson("B")], 60, None),
        ([lesson("A"), lesson("B")], 0, None),
    ],
)
def test_the_lengths_of_all_parts_add_up_and_a_missing_one_leaves_the_end_open(
    groups: list[Group], low: float, high: float | None
) -> None:
    found = measured(HOURS, view(lessons=lessons(*groups)))
    assert (found.low, found.high) == (low, high)


def test_a_part_without_a_length_is_named() -> None:
    found = measured(HOURS, view(lessons=lessons(lesson("A", length(60)), lesson("B"))))
    assert names(found.missing) == ["B"] and found.unclear == 'no duration was found for "B"'


def test_without_parts_there_is_no_time_and_never_nought_hours() -> None:
    found = measured(HOURS, view())
    assert (found.high, found.found) == (None, False) and found.unclear == "no lessons and no durations were found"


def test_a_timetable_carries_the_time_where_no_part_has_a_length() -> None:
    rows = lesson("Welcome", length(30)), lesson("Work", length(90))
    assert measured(HOURS, view(lessons=lessons(lesson("A"), timetable=rows))).low == 120


@pytest.mark.parametrize(("total", "told"), [(120, False), (125, False), (150, True), (90, True)])
def test_a_stated_total_that_differs_by_more_than_a_tenth_is_told(total: float, told: bool) -> None:
    groups = lessons(lesson("A", length(60)), lesson("B", length(60)), stated_total=length(total))
    assert bool(measured(HOURS, view(lessons=groups)).remarks) is told


def test_a_range_says_what_the_upper_ends_would_give() -> None:
    found = measured(HOURS, view(lessons=lessons(lesson("A", length(60, 90)))))
    assert found.notes == ("ranges count with their lower end; with the upper ends it would be 1 h 30",)


# ---- years ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "year", "reach"),
    [
        (["Hill (2010). The bus.", "Ortiz (2022). The bell."], None, 12),
        (["Hill (2010). The bus."], 2026, 16),
        (["A report (2021)"], None, 0),
    ],
)
def test_years_reach_from_the_earliest_to_the_latest_or_the_reference_date(
    said: list[str], year: int | None, reach: int
) -> None:
    assert measured({"kind": "years", "of": ["sources"]}, view(year, sources=entries(*said))).low == reach


def test_no_year_is_an_outcome_of_its_own() -> None:
    found = measured({"kind": "years", "of": ["sources"]}, view(sources=entries("A book")))
    assert (found.found, found.high, found.unclear) == (False, None, "no year was found")


# ---- themes and shared words ------------------------------------------------------------------------------------------

THEMES: dict[str, Any] = {
    "past": {"title": "the past", "words": ["decade*"], "hints": ["before"]},
    "now": {"title": "the present", "words": ["today"]},
}
MENTIONS: dict[str, Any] = {"kind": "mentions", "of": ["need"], "themes": THEMES}


@pytest.mark.parametrize(
    ("said", "low", "high", "missing"),
    [
        ("For decades, and today.", 2, 2, []),
        ("It was better before; today it is not.", 1, 2, ["the past"]),
        ("Today.", 1, 1, ["the past"]),
        ("Tomorrow.", 0, 0, ["the past", "the present"]),
    ],
)
def test_words_show_a_theme_and_hints_leave_it_open(said: str, low: int, high: int, missing: list[str]) -> None:
    found = measured(MENTIONS, view(need=value(said)))
    assert (found.low, found.high, names(found.missing)) == (low, high, missing)


def test_nothing_to_look_in_is_not_found() -> None:
    found = measured(MENTIONS, view(need=value()))
    assert (found.low, found.found, names(found.missing)) == (0, False, ["the past", "the present"])


def test_beyond_so_many_themes_the_others_are_unclear() -> None:
    found = measured(MENTIONS | {"unclear_beyond": 1}, view(need=value("Today.")))
    assert (found.low, found.high) == (1, 2)


def test_entries_can_be_looked_at_one_by_one() -> None:
    found = measured(
        MENTIONS | {"of": ["sources"], "per_entry": True}, view(sources=entries("Decades", "Bread", "Today", "Salt"))
    )
    assert found.low == 1 / 2


def test_a_part_is_one_entry_however_many_fields_it_has() -> None:
    on = view(lessons=lessons(lesson("One", goal="Decades", tools="Salt"), lesson("Two", goal="Bread", tools="Salt")))
    for of, share in (("lessons", 1 / 2), ("lessons.goal", 1 / 2), ("lessons.tools", 0)):
        assert measured(MENTIONS | {"of": [of], "per_entry": True}, on).low == share


SHARED = {"kind": "shared_terms", "of": "lessons.goal", "with": ["need"]}


@pytest.mark.parametrize(("need", "low"), [("Advocacy for buses", 1), ("A new bus line", 1 / 2), ("Soup and bread", 0)])
def test_parts_share_words_with_another_place_whatever_their_ending(need: str, low: float) -> None:
    groups = lessons(lesson("A", goal="advocate for a line"), lesson("B", goal="advocating well"))
    assert measured(SHARED, view(need=value(need), lessons=groups)).low == low


def test_a_goal_with_nothing_to_compare_is_unclear_and_no_goal_is_a_miss() -> None:
    found = measured(SHARED, view(lessons=lessons(lesson("A", goal="advocate"))))
    assert (found.low, found.high) == (0, 1) and found.unclear
    nothing = measured(SHARED, view(need=value("buses"), lessons=lessons(lesson("A"))))
    assert (nothing.low, nothing.high, nothing.said) == (0, 0, "no lesson has any")


# ---- materials --------------------------------------------------------------------------------------------------------

COVERS = {"kind": "covers", "of": "things", "titles": "lessons"}


def test_a_part_turns_up_where_most_words_of_its_title_do() -> None:
    parts = lessons(lesson("Reading the school budget"), lesson("Speaking to the board"))
    found = measured(COVERS, view(things=things("Budget reading for a school", "Soup"), lessons=parts))
    assert (found.low, names(found.missing)) == (1 / 2, ["Speaking to the board"])


@pytest.mark.parametrize("content", [None, things()])
def test_without_materials_or_titles_nothing_can_be_compared(content: PlaceContent) -> None:
    found = measured(COVERS, view(things=content, lessons=lessons(lesson("Reading"))))
    assert (found.low, found.high) == (0, 1) and found.unclear is not None


def test_ideas_asked_of_one_answer_stay_open_in_prose_that_nothing_divides() -> None:
    spec = {"kind": "mentions", "of": ["answers.why"], "themes": {"care": {"title": "care", "words": ["care"]}}}
    found = measured(spec, view(answers=answers(flowing="We care about them, by hand.")))
    assert (found.low, found.high) == (0, 1) and found.unclear is not None


def test_ideas_are_looked_for_in_one_field_of_each_part() -> None:
    spec = {
        "kind": "mentions",
        "of": ["lessons.goal"],
        "per_entry": True,
        "themes": {"who": {"title": "who", "words": ["team"]}},
    }
    two = lessons(lesson("One", goal="With the team"), lesson("Two", goal="Alone"))
    found = measured(spec, view(lessons=two))
    assert (found.low, names(found.items), names(found.missing)) == (1 / 2, ["One"], ["Two"])


def test_the_reading_level_is_that_of_the_hardest_text_and_short_ones_have_none() -> None:
    easy, hard = (
        "The cat sat. The dog ran. " * 5,
        "Institutional accountability necessitates comprehensive deliberation. " * 5,
    )
    spec = {"kind": "readability", "of": "things", "at_least_words": 20}
    both, one = (measured(spec, view(things=things(*said))) for said in ((easy, hard), (easy,)))
    assert both.low > 14 > one.low
    assert not measured(spec, view(things=things("Short."))).found


# ---- left-overs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "count"),
    [("[Insert your text here]", 1), ("TBD", 1), ("It will be told by the group [sic].", 0), ("We met on Monday.", 0)],
)
def test_left_over_template_text_is_counted_where_it_is_content(line: str, count: int) -> None:
    assert measured({"kind": "placeholders"}, view(said=passage(line), need=value("x"))).low == count


def test_a_blank_in_a_handout_is_for_participants() -> None:
    handout = passage("My next step: ____________")
    assert measured({"kind": "placeholders"}, view(said=handout, things=things("Map"))).low == 0


def test_items_are_at_most_a_short_line() -> None:
    found = measured({"kind": "count", "of": "sources", "unit": "source"}, view(sources=entries("word " * 60)))
    assert len(found.items[0].text) <= 90 and text("word " * 60).flat.startswith("word word")
