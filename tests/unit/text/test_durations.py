"""Durations and clock times are read as a person would read them, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mcred_lint.text.clock import (
    ClockRange,
    day_parts,
    find_clock_range,
    read_clock_range,
    read_start_time,
)
from mcred_lint.text.durations import Duration, DurationWords, find_durations, read_duration, stated_total

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "durations.yaml").read_text(encoding="utf-8"))
DATA = yaml.safe_load((files("mcred_lint.text") / "english.yaml").read_text(encoding="utf-8"))["durations"]
WORDS = DurationWords.from_mapping(DATA)


def minutes(duration: Duration | None) -> float | list[float] | None:
    if duration is None:
        return None
    return duration.low if duration.low == duration.high else [duration.low, duration.high]


def of_day(time: int) -> str:
    return f"{time // 60}:{time % 60:02}"


def answer(case: dict[str, Any]) -> object:
    text, clock = case["text"], case.get("clock", False)
    match case["ask"]:
        case "read":
            return minutes(read_duration(text, WORDS, unit=case.get("unit")))
        case "find":
            return [minutes(duration) for duration in find_durations(text, WORDS)]
        case "total":
            return minutes(stated_total(text, WORDS))
        case "clock":
            found = find_clock_range(text, WORDS, clock=clock)
            return found and [of_day(found.begins), of_day(found.ends)]
        case _:
            time = read_start_time(text, WORDS, clock=clock)
            return None if time is None else of_day(time)


@pytest.mark.parametrize("case", [
    pytest.param(case, id=f"{group}: {case['ask']} {case['text']}") for group, cases in CASES.items() for case in cases
])  # fmt: skip
def test_a_text_says_what_a_person_reads_in_it(case: dict[str, Any]) -> None:
    assert answer(case) == case.get("minutes", case.get("times"))


@pytest.mark.parametrize(("text", "rule"), [
    ("90 min", "number with unit"),
    ("ninety minutes", "number words"),
    ("half an hour", "half an hour"),
    ("three quarters of an hour", "part of an hour"),
    ("60-75 mins", "range"),
    ("two 45-minute sessions", "N times"),
    ("9:00-10:15", "clock times"),
    ("up to 90 minutes", "at most"),
    ("at least 90 minutes", "at least"),
    ("45 min each", "number with unit, each"),
    ("1:30", "hours and minutes"),
    ("PT1H30M", "computer notation"),
    ("75", "bare number, taken as minutes"),
    ("90 minutes plus 30 minutes of reading", "sum"),
    ("90 min (including a 10 minute break)", "number with unit, break taken off"),
    ("75 minutes (9:00-10:15)", "number with unit, said twice"),
    ("9:00-10:15 (60 minutes)", "clock times and length differ"),
])  # fmt: skip
def test_the_rule_says_in_plain_words_how_a_field_was_read(text: str, rule: str) -> None:
    found = read_duration(text, WORDS)
    assert found is not None and found.rule == rule


@pytest.mark.parametrize(("text", "approximate"), [
    ("about 45 min", True), ("20 minutes or so", True), ("60+ minutes", True), ("45 min", False), ("1 hr 15", False),
])  # fmt: skip
def test_a_vague_length_is_marked_as_approximate(text: str, approximate: bool) -> None:
    found = read_duration(text, WORDS)
    assert found is not None and found.approximate is approximate


@pytest.mark.parametrize(("text", "said"), [
    ("We talk for 90 minutes, then eat.", ["90 minutes"]),
    ("Intro (5\u00a0\u00a0min) and 9:00\u201310:30 work", ["5\u00a0\u00a0min", "9:00\u201310:30"]),
    ("Plan one and a half hours for it", ["one and a half hours"]),
    ("\u0130lk 45 dk, then 3 x 20 min", ["3 x 20 min"]),
])  # fmt: skip
def test_offsets_point_at_the_words_in_the_text_as_given(text: str, said: list[str]) -> None:
    assert [text[found.start : found.end] for found in find_durations(text, WORDS)] == said


def test_a_length_that_nobody_has_fixed_is_known_only_where_the_rubric_gives_it() -> None:
    words = DurationWords.from_mapping(DATA | {"day_lengths": {"half day": "210", "full day": "420"}})
    assert read_duration("Half-day", WORDS) is None
    assert [minutes(read_duration(text, words)) for text in ("Half-day", "one full day")] == [210, 420]


def test_a_row_is_read_only_where_it_begins_with_its_time() -> None:
    assert read_clock_range("Tue., Oct. 8, 3:30-5:00 pm | Library", WORDS) is not None
    assert read_clock_range("Bring lunch, the library closes 12:00-1:00", WORDS) is None
    assert find_clock_range("Bring lunch, the library closes 12:00-1:00", WORDS) is not None


def test_a_range_is_certain_only_where_the_half_of_the_day_is_told() -> None:
    texts = ("1:00-2:00 pm", "13:00-14:00", "noon to 1", "1:00-2:00", "09:00-10:00")
    assert [found.certain for text in texts if (found := find_clock_range(text, WORDS))] == [True] * 3 + [False] * 2


def test_the_afternoon_of_a_schedule_without_am_and_pm_follows_its_morning() -> None:
    rows = ("8:15-8:30", "11:30-12:30", "12:30-1:30", "1:30-2:00")
    ranges = [found for row in rows if (found := read_clock_range(row, WORDS))]
    placed = day_parts(ranges)
    assert [of_day(found.begins) for found in placed] == ["8:15", "11:30", "12:30", "13:30"]
    assert [found.minutes for found in placed] == [15, 60, 60, 30]


def test_starting_times_are_put_in_order_past_noon() -> None:
    rows = ("9:40", "11:15", "12:50", "1:20 Wrap-up", "3:00")
    starts = [time for row in rows if (time := read_start_time(row, WORDS)) is not None]
    assert [of_day(time) for time in day_parts(starts)] == ["9:40", "11:15", "12:50", "13:20", "15:00"]


def test_a_time_that_was_told_with_am_is_never_moved() -> None:
    late, early = find_clock_range("2:00-3:00 pm", WORDS), find_clock_range("9:00-10:00 am", WORDS)
    assert late and early and day_parts([late, early]) == (late, early)


def test_without_words_nothing_is_found_but_clock_times_in_figures() -> None:
    empty = DurationWords.from_mapping({"clock_range": ["-"]})
    assert [found.rule for found in find_durations("90 minutes, 9:00-10:00", empty)] == ["clock times"]


def test_only_the_first_part_of_an_endless_text_is_looked_at() -> None:
    assert find_durations("x " * 50_000 + "90 minutes", WORDS) == ()


# A busy machine is no finding: how long one example takes is not what these tests promise.
UNHURRIED = settings(deadline=None)

# Text made of the grammar's own pieces reaches far more of it than letters thrown at random.
PIECES = st.one_of(
    st.sampled_from("012:.,;-+/()x~<$='\u00bd\u2013\u00a0\u0130 \n"),
    st.sampled_from(["--", "30", "90", "2024", "0930", "1:30", "9:00-10:15", "am", "p.m.", "noon", "midnight", "to"]),
    st.sampled_from(["and", "a", "an", "of", "each", "between", "half", "quarter"]),
    st.sampled_from(["hour", "hours", "hr.", "min", "minutes", "m", "h", "PT1H", "one", "forty", "hundred", "couple"]),
    st.sampled_from(["sessions", "session", "break", "including", "up to", "at least", "about", "per day", "for"]),
    st.sampled_from(["March", "total", "in all", "adds up to", "event", "lasts", "pp."]),
)
PHRASES = st.lists(PIECES, max_size=14)
TEXTS = st.one_of(st.text(max_size=60), PHRASES.map(" ".join), PHRASES.map("".join))


def spans(text: str) -> Sequence[Duration | ClockRange]:
    field, total = read_duration(text, WORDS, unit="hours"), stated_total(text, WORDS)
    return [found for found in (field, total, read_clock_range(text, WORDS, clock=True)) if found]


@UNHURRIED
@given(TEXTS)
def test_whatever_the_text_what_is_found_lies_inside_it(text: str) -> None:
    read_start_time(text, WORDS, clock=True)
    clock = find_clock_range(text, WORDS, clock=True)
    for found in (*spans(text), *find_durations(text, WORDS), *([clock] if clock else [])):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()


@UNHURRIED
@given(TEXTS)
def test_durations_stand_from_left_to_right_and_never_overlap(text: str) -> None:
    found = find_durations(text, WORDS)
    assert all(one.end <= other.start for one, other in pairwise(found))


@UNHURRIED
@given(TEXTS)
def test_a_length_is_never_negative_and_its_lower_end_never_above_the_upper(text: str) -> None:
    for found in (*spans(text), *find_durations(text, WORDS)):
        if isinstance(found, ClockRange):
            assert 0 < found.minutes <= 24 * 60
        else:
            assert 0 <= found.low <= found.high


@UNHURRIED
@given(TEXTS)
def test_capitals_and_kinds_of_space_and_dash_make_no_difference(text: str) -> None:
    exported = (text.upper() if text.isascii() else text).replace(" ", "\u00a0").replace("-", "\u2013")
    assert find_durations(exported, WORDS) == find_durations(text, WORDS)


@UNHURRIED
@given(st.integers(1, 12), st.integers(0, 59), st.integers(1, 12), st.integers(0, 59))
def test_a_range_without_am_or_pm_always_runs_forward(hour: int, minute: int, to_hour: int, to_minute: int) -> None:
    found = find_clock_range(f"{hour}:{minute:02} - {to_hour}:{to_minute:02}", WORDS)
    assert found is not None and 0 < found.minutes <= 12 * 60 + 59


@UNHURRIED
@given(st.lists(st.integers(0, 719), max_size=12))
def test_putting_a_day_in_order_keeps_every_time_on_the_clock_face(starts: list[int]) -> None:
    assert [time % 720 for time in day_parts(starts)] == starts


@UNHURRIED
@given(st.integers(10, 600))
def test_minutes_read_the_same_in_every_spelling(length: int) -> None:
    spelled = (f"{length} min", f"{length}-minute", f"{length} mins.", f"PT{length}M", f"{length}'")
    hours = f"{length // 60} hr {length % 60} min" if length >= 60 else f"{length} minutes"
    assert {minutes(read_duration(text, WORDS)) for text in (*spelled, hours)} == {length}
