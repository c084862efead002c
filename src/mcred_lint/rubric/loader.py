"""From the bytes of a rubric file to a rubric, or to everything that is wrong with it at once."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.rubric.checks import Draft, all_checks
from mcred_lint.rubric.keys_and_values import FileKind, in_order, read_keys
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import RubricPlaces
from mcred_lint.rubric.salvage import validated
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists

RUBRIC_FILE = FileKind("rubric", "id, title, scales, components", "mcred-lint-rubric: 1", 'title: "Part 1: Overview"')


@dataclass(frozen=True, slots=True)
class LoadedRubric:
    """A rubric that can be used.

    digest: the SHA-256 of the file. places: where its keys and values stand. warnings: what its author should look at.
    """

    rubric: Rubric
    digest: str
    places: RubricPlaces
    warnings: tuple[RubricProblem, ...] = ()


def load_rubric(path_shown: str, data: bytes) -> LoadedRubric:
    """The rubric in a file. Raises RubricErrors with all its problems, in the order of the file."""
    root, problems = read_keys(path_shown, data, RUBRIC_FILE)
    lists, places = WordLists.of(root), RubricPlaces(root)
    found = validated(plain(root, lists), places, lists)
    problems += [*lists.problems, *(refusal.problem for refusal in found.refused)]
    draft = Draft(found.rubric, places, lists, found.left_out) if found.rubric is not None else None
    told = list(all_checks(draft)) if draft is not None else []
    problems += [each.problem for each in told if not each.mild]
    if problems or found.rubric is None:
        raise RubricErrors(path_shown, in_order(problems))
    warnings = in_order(each.problem for each in told if each.mild)
    return LoadedRubric(found.rubric, sha256(data).hexdigest(), places, warnings)
