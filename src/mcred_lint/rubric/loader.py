"""From the bytes of a rubric file to a rubric, or to everything that is wrong with it at once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from pydantic import ValidationError

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import RubricPlaces
from mcred_lint.rubric.problems import model_problems
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.text import decode
from mcred_lint.sources.yaml import parse


@dataclass(frozen=True, slots=True)
class LoadedRubric:
    """A rubric that can be used. `digest` is the SHA-256 of the file; `places` tells where its keys and values stand."""

    rubric: Rubric
    digest: str
    places: RubricPlaces
    warnings: tuple[RubricProblem, ...] = ()


def load_rubric(path_shown: str, data: bytes) -> LoadedRubric:
    """The rubric in a file. Raises RubricErrors with all its problems, in the order of the file."""
    parsed = parse(path_shown, decode(path_shown, data).text)
    root = parsed.root
    if root is None:
        raise RubricErrors(
            path_shown, tuple(RubricProblem(p.message, (), p.hint, "", p.place) for p in parsed.problems)
        )
    lists, places = WordLists.of(root), RubricPlaces(root)
    try:
        rubric = Rubric.model_validate(plain(root, lists))
    except ValidationError as error:
        raise RubricErrors(path_shown, (*lists.problems, *model_problems(error, places))) from None
    if lists.problems:
        raise RubricErrors(path_shown, tuple(lists.problems))
    return LoadedRubric(rubric, sha256(data).hexdigest(), places)
