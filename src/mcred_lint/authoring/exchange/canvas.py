"""A rubric as Canvas knows it: criteria, each with ratings that are worth points. What its CSV files hold."""

from __future__ import annotations

from dataclasses import dataclass

RUBRIC_NAME, CRITERIA_NAME = "Rubric Name", "Criteria Name"
CRITERIA_DESCRIPTION, ENABLE_RANGE = "Criteria Description", "Criteria Enable Range"
RATING_NAME, RATING_DESCRIPTION, RATING_POINTS = "Rating Name", "Rating Description", "Rating Points"

ONCE = (RUBRIC_NAME, CRITERIA_NAME, CRITERIA_DESCRIPTION, ENABLE_RANGE)
REPEATED = (RATING_NAME, RATING_DESCRIPTION, RATING_POINTS)
"""These headers stand once for each rating; they belong together by their order."""

PART_SEPARATOR = " | "
"""Between a component's title and its criterion's in the name of a Canvas criterion, which knows no components."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One level of a criterion; points None where there are none that could be read."""

    name: str
    description: str = ""
    points: float | None = None


@dataclass(frozen=True, slots=True)
class CanvasCriterion:
    """One row. `row` is its number in the file it was read from, the header being 1; 0 where there is no file."""

    name: str
    description: str
    ratings: tuple[Rating, ...]
    row: int = 0


@dataclass(frozen=True, slots=True)
class CanvasRubric:
    """The rows with one rubric name."""

    name: str
    criteria: tuple[CanvasCriterion, ...]
