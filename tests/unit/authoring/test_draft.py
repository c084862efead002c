"""A draft from a Canvas rubric is a valid rubric, keeps every word of it, and names what is left to decide."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rubric_samples import RUBRIC, full_of

from mcred_lint.authoring.exchange.canvas import CanvasCriterion, CanvasRubric, Rating
from mcred_lint.authoring.exchange.canvas_csv import read_canvas_csv, write_canvas_csv
from mcred_lint.authoring.exchange.canvas_export import for_canvas
from mcred_lint.authoring.exchange.draft import Draft, draft_from_canvas
from mcred_lint.findings import Basis
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric


def row(name: str, *ratings: tuple[str, float | None] | str, number: int = 2, description: str = "") -> CanvasCriterion:
    """A criterion with ratings, given as names (points falling to 0) or as names with points."""
    given_points = [one if isinstance(one, tuple) else (one, len(ratings) - 1.0 - at) for at, one in enumerate(ratings)]
    return CanvasCriterion(
        name, description, tuple(Rating(level, f"{level} it is", points) for level, points in given_points), number
    )


def drafted(*rows: CanvasCriterion, name: str = "Leading a book study") -> tuple[Draft, Rubric]:
    draft = draft_from_canvas("rubric.csv", CanvasRubric(name, rows))
    return draft, load_rubric("draft.yaml", draft.text.encode()).rubric


def gaps(draft: Draft) -> str:
    return "\n".join(map(str, draft.gaps))


# ---- there and back --------------------------------------------------------------------------------------------------


def brought_back() -> Rubric:
    export = for_canvas(RUBRIC).rubric
    (read,) = read_canvas_csv("x.csv", write_canvas_csv(export).encode()).rubrics
    return drafted(*read.criteria, name=read.name)[1]


def test_there_and_back_keeps_title_version_parts_and_criteria() -> None:
    rubric = brought_back()
    assert (rubric.title, rubric.version) == ("Leading a book study", "1.2")
    assert {part.title: [each.title for each in part.criteria.values()] for part in rubric.components.values()} == {
        "Artifact 1: Research": ["At least five sources", "Links where there are any", "The sources are credible"],
        "The submission as a whole": ["No names"],
    }


def test_there_and_back_keeps_levels_and_descriptions() -> None:
    rubric = brought_back()
    research = rubric.components["artifact-1-research"]
    assert rubric.scale_of("artifact-1-research").levels == ("Developing", "Basic", "Proficient")
    advice = (research.criteria["at-least-five-sources"].advice or "").splitlines()
    assert advice[1:] == ["Proficient: At least 5 sources.", "Basic: At least 3 sources.", "Developing: Anything else."]
    assert "Our reading: The same title counts once." in advice[0]


# ---- what a draft is -------------------------------------------------------------------------------------------------


def test_every_criterion_is_for_a_person_and_the_gaps_say_so() -> None:
    draft, rubric = drafted(row("Research", "Good", "Bad"), row("Outline", "Good", "Bad", number=3))
    bases = {each.basis for part in rubric.components.values() for each in part.criteria.values()}
    assert bases == {Basis.PERSON}
    assert "No automatic checks: 2 criteria are for the assessor." in gaps(draft)


def test_what_is_to_decide_stands_beside_the_line() -> None:
    draft, _ = drafted(row("Research", "Good", "Bad"))
    keys = {line.split(":")[0].strip(" #") for line in draft.text.splitlines() if "# DECIDE" in line}
    assert {"issuer", "description", "levels", "basis", "places"} <= keys


def test_a_part_goes_by_its_title_and_both_halves_of_it() -> None:
    _, rubric = drafted(row("Artifact 1: Research", "A", "B"), row("Artifact 2 - Outline", "A", "B", number=3))
    assert rubric.components["artifact-1-research"].names == ("artifact 1 research", "artifact 1", "research")
    assert rubric.components["artifact-2-outline"].names == ("artifact 2 outline", "artifact 2", "outline")


def test_a_half_that_two_parts_share_names_neither() -> None:
    _, rubric = drafted(row("Part 1: Overview", "A", "B"), row("Part 1: Context", "A", "B", number=3))
    assert rubric.components["part-1-overview"].names == ("part 1 overview", "overview")


# ---- what Canvas files are like --------------------------------------------------------------------------------------


def test_one_scale_serves_all_with_the_same_levels_and_each_other_has_its_own() -> None:
    draft, rubric = drafted(
        row("A", "Yes", "No"), row("B", "High", "Mid", "Low", number=3), row("C", "High", "Mid", "Low", number=4)
    )
    assert [scale.levels for scale in rubric.scales.values()] == [("Low", "Mid", "High"), ("No", "Yes")]
    assert rubric.main_scale == rubric.components["b"].scale == rubric.components["c"].scale
    assert "2 scales were made" in gaps(draft)


def test_points_and_not_columns_order_the_levels() -> None:
    _, rubric = drafted(row("A", ("Low", 0), ("High", 4), ("Mid", 2.5)))
    assert rubric.scale_of("a").levels == ("Low", "Mid", "High")


@pytest.mark.parametrize(
    ("ratings", "levels"),
    [
        ([("High", None), ("Low", None)], ("Low", "High")),
        ([("Low", 1), ("Mid", None), ("High", 3)], ("Low", "Mid", "High")),
        ([("High", 2), ("Mid", 2), ("Low", 0)], ("Low", "Mid", "High")),
    ],
)
def test_without_clear_points_the_row_orders_the_levels(
    ratings: list[tuple[str, float]], levels: tuple[str, ...]
) -> None:
    _, rubric = drafted(row("A", *ratings))
    assert rubric.scale_of("a").levels == levels


def test_equal_points_are_told() -> None:
    draft, _ = drafted(row("A", ("High", 2), ("Low", 2)))
    assert 'rubric.csv (row 2): "A": Some of its ratings have the same points' in gaps(draft)


def test_criteria_with_one_name_are_kept_apart_and_told_with_their_rows() -> None:
    draft, rubric = drafted(*(row("Content", "A", "B", number=number) for number in (2, 3, 4)))
    assert list(rubric.components) == ["content", "content-2", "content-3"]
    assert '"Content" is there 3 times (rows 2, 3 and 4).' in gaps(draft)


def test_a_criterion_without_ratings_gets_the_levels_of_the_others() -> None:
    draft, rubric = drafted(row("A"), row("B", "High", "Low", number=3))
    assert rubric.scale_of("a").levels == ("Low", "High")
    assert 'rubric.csv (row 2): "A": It has no ratings' in gaps(draft)


def test_one_rating_gets_a_level_below_it() -> None:
    draft, rubric = drafted(row("A", "Done"), row("B", "Not yet", number=3))
    assert [rubric.scale_of(key).levels for key in "ab"] == [("Not yet", "Done"), ("Lower", "Not yet")]
    assert "only one rating" in gaps(draft)


def test_levels_with_one_name_and_levels_like_word_lists_are_renamed_and_told() -> None:
    draft, rubric = drafted(row("A", "Good", "Good", "$low"))
    assert rubric.scale_of("a").levels == ("low", "Good (2)", "Good")
    assert '"Good" is written "Good (2)"' in gaps(draft)


def test_rows_of_one_part_on_different_scales_become_two_parts() -> None:
    _, rubric = drafted(row("Plan | A", "High", "Low"), row("Plan | B", "Yes", "No", number=3))
    assert [(part.title, len(part.criteria)) for part in rubric.components.values()] == [("Plan", 1), ("Plan", 1)]


@pytest.mark.parametrize(
    "name", ["Component", "submission", "???", "&", "評価", "$names", "5*", "a: b # c", "- x", "null"]
)
def test_any_title_makes_a_valid_rubric_and_comes_back_as_it_is(name: str) -> None:
    _, rubric = drafted(row(name, "Yes", "No"), name=name)
    assert rubric.title == name
    assert [part.title for part in rubric.components.values()] == [name]


def test_missing_descriptions_are_told() -> None:
    draft, rubric = drafted(CanvasCriterion("A", "", (Rating("Yes", "", 1), Rating("No", "", 0)), 2))
    assert "2 levels have no description." in gaps(draft)
    assert rubric.components["a"].criteria["a"].advice is None


@pytest.mark.parametrize(
    "text", ["x\n  injected: true", "#not a comment", '"quoted" \\ back', "a\u2028b\x85c\x00\ud800", "|", ": "]
)
def test_hostile_text_stays_text(text: str) -> None:
    flat = " ".join(text.split())
    _, rubric = drafted(CanvasCriterion(flat, flat, (Rating(flat, flat, 1), Rating("No", flat, 0)), 2), name=flat)
    assert len(rubric.components) == 1
    assert "injected" not in rubric.model_dump()


def test_a_hostile_rubric_comes_back_as_a_valid_one() -> None:
    export = for_canvas(full_of('=1 <b>"x"</b> | \x1b[2J\u202e # y: {z}')).rubric
    (read,) = read_canvas_csv("x.csv", write_canvas_csv(export).encode()).rubrics
    assert len(drafted(*read.criteria, name=read.name)[1].components) == 2


# Pairs of these with some others are what wrongly saved text looks like, which no rubric may hold.
TEXTS = st.text(st.characters(codec=None, exclude_characters="\u00c2\u00c3\u00e2"), max_size=25).map(
    lambda text: " ".join(text.split())
)
NAMES = TEXTS.filter(bool)
RATINGS = st.builds(Rating, NAMES, TEXTS, st.none() | st.integers(-3, 5).map(float))
CRITERIA = st.builds(CanvasCriterion, NAMES, TEXTS, st.lists(RATINGS, max_size=4).map(tuple), st.integers(2, 9))


@given(NAMES, st.lists(CRITERIA, min_size=1, max_size=5))
def test_every_draft_loads_and_has_every_criterion(name: str, rows: list[CanvasCriterion]) -> None:
    _, rubric = drafted(*rows, name=name)
    assert sum(len(part.criteria) for part in rubric.components.values()) == len(rows)


@given(st.lists(st.floats(0, 9).map(lambda points: round(points, 2)), min_size=2, max_size=5, unique=True))
def test_more_points_are_a_higher_level(points: list[float]) -> None:
    _, rubric = drafted(row("A", *((f"L{value}", value) for value in points)))
    values = [float(level[1:]) for level in rubric.scale_of("a").levels]
    assert all(low < high for low, high in pairwise(values))
