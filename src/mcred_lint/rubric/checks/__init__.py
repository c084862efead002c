"""What a rubric means, checked: everything that its models alone cannot see."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mcred_lint.rubric.checks.conditions import conditions
from mcred_lint.rubric.checks.criteria import criteria
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.checks.ladders import ladders
from mcred_lint.rubric.checks.names import collisions, kinships, phrases, recognisable
from mcred_lint.rubric.checks.references import references
from mcred_lint.rubric.checks.rungs import rungs
from mcred_lint.rubric.checks.scales import frame, ids
from mcred_lint.rubric.checks.unused import unseen_places, unused_lists

__all__ = ["Draft", "Told", "all_checks"]

CHECKS: tuple[Callable[[Draft], Iterator[Told]], ...] = (
    frame, ids, criteria, references, ladders, conditions, rungs, recognisable, collisions, kinships, phrases, unused_lists, unseen_places,
)  # fmt: skip


def all_checks(draft: Draft) -> Iterator[Told]:
    """Everything that is wrong with what the rubric says, in no particular order."""
    for check in CHECKS:
        yield from check(draft)
