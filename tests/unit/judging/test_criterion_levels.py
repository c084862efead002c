"""A ladder turns a quantity into a level, and says so when the quantity is not known well enough."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging_samples import FILLED, HOURS, PARTS, PERSON, SCALE, SOURCES, criterion, fields, judge_it, minutes, sources

from mcred_lint.findings import Certainty, Status
from mcred_lint.judging.component import next_step
from mcred_lint.judging.criterion import judged
from mcred_lint.judging.ladder import judge
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Criterion


@pytest.mark.parametrize(
    ("count", "level"),
    [(0, "Developing"), (2, "Developing"), (3, "Basic"), (4, "Basic"), (5, "Proficient"), (50, "Proficient")],
)
def test_the_highest_rung_that_holds_is_the_level(count: int, level: str) -> None:
    one = judge(criterion(), {"it": sources(count)}, SCALE)
    assert (one.status, one.level, one.certainty) == (Status.JUDGED, level, Certainty.SURE)


@pytest.mark.parametrize(
    ("low", "high", "level", "at_most"),
    [
        (3, 4, "Basic", None),
        (5, None, "Proficient", None),
        (0, 2, "Developing", None),
        (2, 3, None, "Basic"),
        (4, 5, None, "Proficient"),
        (0, None, None, "Proficient"),
    ],
)
def test_both_ends_must_lead_to_one_level(
    low: float, high: float | None, level: str | None, at_most: str | None
) -> None:
    one = judge(criterion(), {"it": sources(low, high)}, SCALE)
    assert (one.level, one.at_most) == (level, at_most)
    assert one.status is (Status.JUDGED if level else Status.UNCHECKED)


@pytest.mark.parametrize(
    ("low", "high", "level"),
    [(60, None, "Basic"), (150, None, "Basic"), (300, None, "Proficient"), (60, 90, "Developing")],
)
def test_when_unclear_the_lower_end_decides_but_never_below_its_level(
    low: float, high: float | None, level: str
) -> None:
    one = judge(criterion(HOURS, when_unclear="Basic"), {"it": minutes(low, high)}, SCALE)
    assert (one.status, one.level) == (Status.JUDGED, level)


@pytest.mark.parametrize(("count", "level"), [(0, "Basic"), (4, "Basic"), (5, "Proficient")])
def test_not_below_is_the_lowest_level_that_a_miss_gives(count: int, level: str) -> None:
    assert judge(criterion(not_below="Basic"), {"it": sources(count)}, SCALE).level == level


def test_an_unclear_signal_goes_to_the_person_and_lowers_nothing() -> None:
    one = judge(criterion(basis="inferred"), {"it": sources(4, 5, unclear="the words leave it open")}, SCALE)
    assert (one.status, one.level, one.at_most) == (Status.PERSON, None, None)


def test_a_measure_that_could_not_be_read_is_unchecked_even_where_unclear_has_a_level() -> None:
    hidden = sources(0, None, unreadable="the survey stands behind a link")
    assert judge(criterion(when_unclear="Basic"), {"it": hidden}, SCALE).status is Status.UNCHECKED
    assert judge(criterion(basis="inferred"), {"it": hidden}, SCALE).at_most == "Proficient"


ALTERNATIVES: dict[str, Any] = SOURCES | {
    "measure": None,
    "measures": {"files": {"kind": "files", "of": "m"}, "words": {"kind": "words", "of": "component"}},
    "ladder": {
        "Proficient": {"files": {"at_least": 1}},
        "Basic": {"any": [{"files": {"at_least": 1}}, {"words": {"at_least": 1}}]},
    },
}


@pytest.mark.parametrize(
    ("files", "words", "level"), [(0, 0, "Developing"), (0, 40, "Basic"), (1, 0, "Proficient"), (2, 9, "Proficient")]
)
def test_one_alternative_is_enough(files: int, words: int, level: str) -> None:
    measured = {"files": Measurement.exactly(files, "material"), "words": Measurement.exactly(words, "word")}
    assert judge(criterion(ALTERNATIVES), measured, SCALE).level == level


EITHER: dict[str, Any] = SOURCES | {
    "measure": None,
    "measures": {"files": {"kind": "files", "of": "materials"}, "words": {"kind": "words", "of": "materials"}},
    "ladder": {"Proficient": {"any": [{"files": {"at_least": 2}}, {"words": {"at_least": 50}}]}},
    "not_below": "Basic",
}


@pytest.mark.parametrize(
    ("files", "words", "reason"),
    [(0, 60, "60 words found."), (2, 0, "2 files found."), (1, 10, "1 file found.")],
)
def test_the_reason_speaks_of_the_alternative_that_holds(files: int, words: int, reason: str) -> None:
    measurements = {"files": Measurement.exactly(files, "file"), "words": Measurement.exactly(words, "word")}
    assert judged("work.use", criterion(EITHER), measurements, SCALE).report.reason == reason


def test_a_miss_of_which_no_measure_says_anything_is_not_called_complete() -> None:
    nothing = {"files": Measurement.exactly(1, "share"), "words": Measurement.exactly(10, "word")}
    assert (
        judged("work.use", criterion(EITHER), nothing, SCALE).report.reason
        == "Not all that Proficient asks for is there."
    )


def test_a_level_without_a_rung_is_passed_on_the_way_up_and_never_reached_above_the_top_one() -> None:
    only_top = criterion(ladder={"Proficient": {"at_least": 5}})
    assert judge(only_top, {"it": sources(5)}, SCALE).level == "Proficient"
    only_middle = criterion(ladder={"Basic": {"at_least": 3}})
    assert judge(only_middle, {"it": sources(9)}, SCALE).level == "Basic"


def test_a_person_s_criterion_has_no_level_whatever_is_measured() -> None:
    assert judge(criterion(PERSON), {"it": sources(0)}, SCALE).status is Status.PERSON


@pytest.mark.parametrize(("found", "failed"), [(0, False), (1, True)])
def test_what_must_hold_fails_without_a_level(found: int, failed: bool) -> None:
    one = judge(criterion(ladder=None, must={"none": True}, blocks=True), {"it": sources(found)}, None)
    assert (one.status, one.level, one.failed) == (Status.JUDGED, None, failed)


def test_what_must_hold_and_cannot_be_told_is_unchecked_and_not_met() -> None:
    one = judge(criterion(ladder=None, must={"none": True}), {"it": sources(0, None)}, None)
    assert one.status is Status.UNCHECKED


def test_a_criterion_without_a_ladder_only_advises() -> None:
    assert judge(criterion(ladder=None), {"it": sources(0)}, SCALE).status is Status.ADVICE


def test_a_doubt_about_the_material_unchecks_only_what_could_be_better() -> None:
    doubt = "scan.pdf could not be read"
    assert judge_it(criterion(), sources(4), unsure=doubt).judgement.status is Status.UNCHECKED
    assert judge_it(criterion(), sources(5), unsure=doubt).judgement.level == "Proficient"
    assert doubt in judge_it(criterion(), sources(4), unsure=doubt).report.reason


@given(st.integers(0, 9), st.integers(0, 5), st.integers(0, 5), st.sampled_from([None, "Basic"]))
def test_improving_a_measurement_never_lowers_a_level(low: int, span: int, more: int, floor: str | None) -> None:
    of = criterion(not_below=floor)
    before, after = (judge(of, {"it": sources(base, base + span)}, SCALE) for base in (low, low + more))
    rank: dict[str | None, int] = {level: number for number, level in enumerate((None, *SCALE.levels))}
    assert rank[after.level or after.at_most] >= rank[before.level]


# ---- reasons and steps ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "measured", "reason"),
    [
        (criterion(), sources(2), "2 sources found; Basic needs at least 3 sources."),
        (criterion(), sources(1), "1 source found; Basic needs at least 3 sources."),
        (criterion(), sources(4), "4 sources found; Proficient needs at least 5 sources."),
        (criterion(), sources(7), "7 sources found."),
        (criterion(), sources(0, found=False), "No source found; Basic needs at least 3 sources."),
        (criterion(HOURS), minutes(215), "3 h 35 found; Proficient needs at least 4 h."),
        (criterion(FILLED), fields(3, ["the audience"]), "3 of 4 required fields filled; missing: the audience; Proficient needs all fields."),
        (criterion(), sources(0, None, unreadable="a.pdf is a scan"), "Could not be checked, because a.pdf is a scan."),
        (criterion(), sources(4, 5, unclear="one entry is cut off"), "Could not be told: one entry is cut off."),
    ],
)  # fmt: skip
def test_a_reason_says_what_was_found_and_what_is_needed(of: Criterion, measured: Measurement, reason: str) -> None:
    assert judge_it(of, measured).report.reason == reason


def test_a_person_s_criterion_says_so() -> None:
    assert judged("research.credible", criterion(PERSON), {}, SCALE).report.reason == "Only a person can judge this."


@pytest.mark.parametrize(
    ("of", "measured", "todo"),
    [
        (criterion(), sources(4), ["Add 1 more source (4 found, 5 needed)."]),
        (criterion(), sources(3), ["Add 2 more sources (3 found, 5 needed)."]),
        (criterion(HOURS), minutes(215), ["Add 25 minutes (3 h 35 found, 4 h needed)."]),
        (criterion(FILLED), fields(3, ["the audience"]), ["Add: the audience - outline.md:7."]),
        (criterion(FILLED), fields(1, ["a", "b", "c"]), ["Fill in 1 more of these 3: a; b; c."]),
    ],
)
def test_the_next_level_comes_as_a_to_do_list(of: Criterion, measured: Measurement, todo: list[str]) -> None:
    one = judge_it(of, measured)
    step = next_step([one], one.judgement.level, SCALE)
    assert step is not None and list(step.steps) == todo


UNITS = st.sampled_from([("source", 1), ("minutes", 1), ("word", 1), ("theme", 1), ("share", 1 / 400)])


@st.composite
def quantities(draw: st.DrawFn) -> Measurement:
    """Any quantity in any unit; a share lies between nothing and all."""
    unit, size = draw(UNITS)
    low, span = draw(st.integers(0, 400)), draw(st.sampled_from([0, 0, 3, 90, None]))
    high = None if span is None else min((low + span) * size, 1.0 if unit == "share" else 1000)
    unclear = draw(st.sampled_from([None, "no duration was found"]))
    return Measurement(low * size, high, unit, found=draw(st.booleans()), unclear=unclear)


@given(quantities(), st.sampled_from([SOURCES, FILLED, HOURS]), st.sampled_from([SCALE, PARTS]))
def test_no_sentence_shows_what_only_a_program_knows(measured: Measurement, base: dict[str, Any], scale: Any) -> None:
    ladder = base["ladder"] if scale is SCALE else {"Passing": base["ladder"]["Proficient"]}
    one = judge_it(criterion(base, ladder=ladder), measured, scale)
    sentence = one.report.reason
    words = sentence.lower().split()
    assert sentence[:1].isupper() or sentence[:1].isdigit()
    assert sentence.endswith(".") and ".." not in sentence and "None" not in sentence
    assert not [word for word, following in itertools.pairwise(words) if word == following]
