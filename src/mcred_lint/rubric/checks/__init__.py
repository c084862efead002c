"""What a rubric means, checked: everything that its models alone cannot see."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mcred_lint.rubric.checks.criteria import criteria
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.checks.frame import frame, ids, scales
from mcred_lint.rubric.checks.ladders import ladders
from mcred_lint.rubric.checks.names import collisions, recognisable
from mcred_lint.rubric.checks.options import options
from mcred_lint.rubric.checks.phrases import phrases
from mcred_lint.rubric.checks.places import places
from mcred_lint.rubric.checks.references import references
from mcred_lint.rubric.checks.rungs import rungs
from mcred_lint.rubric.checks.unused import only_for_a_person, unseen_places, unused_lists

__all__ = ["CHECKS", "Draft", "Told", "all_checks"]

CHECKS: tuple[Callable[[Draft], Iterator[Told]], ...] = (
    frame,
    scales,
    ids,
    criteria,
    references,
    options,
    ladders,
    rungs,
    recognisable,
    collisions,
    places,
    phrases,
    unused_lists,
    only_for_a_person,
    unseen_places,
)


def all_checks(draft: Draft) -> Iterator[Told]:
    """Everything that is wrong with what the rubric says, in no particular order."""
    for check in CHECKS:
        yield from check(draft)
