"""What becomes of a rubric in Canvas: a row for each criterion that can give a level, and nothing lost in silence."""

from __future__ import annotations

from dataclasses import replace

from rubric_samples import CREDIBLE, RESEARCH, RUBRIC, SOURCES

from mcred_lint.authoring.exchange.canvas_csv import read_canvas_csv, write_canvas_csv
from mcred_lint.authoring.exchange.canvas_export import for_canvas

EXPORT = for_canvas(RUBRIC)
ROWS = {row.name: row for row in EXPORT.rubric.criteria}


def test_the_version_travels_in_the_name() -> None:
    assert EXPORT.rubric.name == "Leading a book study (v1.2)"


def test_each_criterion_names_its_part() -> None:
    assert list(ROWS) == [
        "Artifact 1: Research | At least five sources",
        "Artifact 1: Research | Links where there are any",
        "Artifact 1: Research | The sources are credible",
        "The submission as a whole | No names",
    ]


def test_levels_are_ratings_with_what_they_need_the_highest_first() -> None:
    ratings = ROWS["Artifact 1: Research | At least five sources"].ratings
    assert [(one.name, one.description, one.points) for one in ratings] == [
        ("Proficient", "At least 5 sources.", 2),
        ("Basic", "At least 3 sources.", 1),
        ("Developing", "Anything else.", 0),
    ]


def test_a_level_that_cannot_be_given_is_no_rating_and_the_others_keep_their_points() -> None:
    ratings = ROWS["Artifact 1: Research | Links where there are any"].ratings
    assert [(one.name, one.points) for one in ratings] == [("Proficient", 2), ("Basic", 1)]


def test_a_persons_criterion_has_the_levels_and_says_whose_it_is() -> None:
    ratings = ROWS["Artifact 1: Research | The sources are credible"].ratings
    assert [(one.name, one.description) for one in ratings] == [
        (level, "For the assessor.") for level in ("Proficient", "Basic", "Developing")
    ]


def test_what_has_no_levels_is_met_or_not() -> None:
    ratings = ROWS["The submission as a whole | No names"].ratings
    assert [(one.name, one.points) for one in ratings] == [("Met", 1), ("Not met", 0)]


def test_points_fall_from_rating_to_rating_in_every_row() -> None:
    for row in EXPORT.rubric.criteria:
        points = [rating.points or 0 for rating in row.ratings]
        assert points == sorted(set(points), reverse=True)


def test_no_two_criteria_share_a_name() -> None:
    twins = replace(RESEARCH, criteria=(SOURCES, SOURCES, SOURCES))
    names = [row.name for row in for_canvas(replace(RUBRIC, parts=(twins, twins))).rubric.criteria]
    assert len(set(names)) == len(names) == 6


def test_a_separator_in_a_parts_title_does_not_move_the_cut() -> None:
    part = replace(RESEARCH, title="Plan | Do", criteria=(CREDIBLE,))
    (row,) = for_canvas(replace(RUBRIC, parts=(part,))).rubric.criteria
    assert row.name == "Plan / Do | The sources are credible"


def test_our_reading_and_our_rules_are_told_apart_from_the_issuers() -> None:
    assert "Our reading: The same title" in ROWS["Artifact 1: Research | At least five sources"].description
    assert "Our rule, not the issuer's." in ROWS["Artifact 1: Research | Links where there are any"].description


def test_what_canvas_cannot_hold_is_told() -> None:
    checks, points, passing, blocks, left_out = EXPORT.lost
    assert checks.startswith("3 criteria")
    assert "adds the points up" in points
    assert "Proficient passes (Developing, Basic and Proficient)" in passing
    assert "No names" in blocks
    assert "Ten years" in left_out


def test_the_file_brings_back_names_levels_and_descriptions() -> None:
    (read,) = read_canvas_csv("x.csv", write_canvas_csv(EXPORT.rubric).encode()).rubrics
    assert [replace(row, row=0) for row in read.criteria] == list(EXPORT.rubric.criteria)
