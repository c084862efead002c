"""What the models refuse, as problems of the file: each with its place, what is allowed, a hint and an example."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from mcred_lint.matching.specs import Spec
from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import Path, RubricPlaces
from mcred_lint.rubric.refusal import Found, Refusal
from mcred_lint.rubric.refused_keys import missing_key, no_such_condition, no_such_key, no_such_kind
from mcred_lint.rubric.refused_values import wrong_value
from mcred_lint.rubric.shapes import spot_at
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.rubric.wording import nearest
from mcred_lint.sources.yaml import Scalar, Sequence


def refusals(error: ValidationError, places: RubricPlaces, lists: WordLists, top: type[Spec] = Rubric) -> list[Refusal]:
    """Everything in `error`, each thing once. top: the model of the whole file."""
    found = [_refusal(details, places, lists, top) for details in error.errors(include_url=False)]
    unknown = [refusal.path for refusal in found if refusal.unknown]
    once = {(refusal.path, refusal.problem.message): refusal for refusal in found if not _misspelt(refusal, unknown)}
    return list(once.values())


def _misspelt(refusal: Refusal, unknown: list[Path]) -> bool:
    """A missing key that is there under a slip of the pen is told at the slip only."""
    beside = [str(path[-1]) for path in unknown if path[:-1] == refusal.path[:-1]]
    return refusal.missing and nearest(str(refusal.path[-1]), beside) is not None


def _refusal(details: Any, places: RubricPlaces, lists: WordLists, top: type[Spec]) -> Refusal:
    location = details["loc"]
    cut_short = details["type"] == "missing" and isinstance(location[-1], int)
    spot = spot_at(location[:-1] if cut_short else location, top)
    found = Found(spot, _in_file(spot.path, places, lists), details["type"], details.get("ctx", {}), places)
    if found.type == "extra_forbidden":
        return no_such_key(found)
    if found.type == "missing" and not cut_short:
        return missing_key(found)
    if spot.shape is Condition and spot.owner is None and isinstance(found.node, Scalar):
        return no_such_condition(found)
    return no_such_kind(found) if found.type.startswith("union_tag") else wrong_value(found)


def _in_file(path: Path, places: RubricPlaces, lists: WordLists) -> Path:
    """`path` with list positions as they are before word lists were taken in."""
    steps: Path = ()
    for step in path:
        node = places.node(steps)
        steps += (lists.position(node, step) if isinstance(node, Sequence) and isinstance(step, int) else step,)
    return steps
