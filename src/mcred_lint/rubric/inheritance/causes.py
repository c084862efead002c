"""Problems that stand in a rubric which another one extends, and come of what that one changes."""

from __future__ import annotations

from dataclasses import replace

from mcred_lint.errors import RubricProblem
from mcred_lint.rubric.inheritance.edits import REMOVED
from mcred_lint.sources.places import Place
from mcred_lint.sources.yaml import Mapping, Node, Sequence


def with_cause(problem: RubricProblem, file: str, root: Mapping) -> RubricProblem:
    """The problem, with where to put it right in `file`: a rubric that is extended can be used by itself."""
    if problem.place is None or problem.place.file == file:
        return problem
    keys = " > ".join(_keys_to(problem.place, root))
    under = f", under {keys}," if keys else ""
    cause = f"By itself this line is right, but {file} changes something that it needs."
    way = f"Say it anew in {file}{under} or take it out there with the word {REMOVED}."
    return replace(problem, hint=f"{problem.hint} {cause} {way}".strip())


def _keys_to(place: Place, node: Node) -> tuple[str, ...]:
    """The keys on the way to what begins at `place`; none when nothing does."""
    for entry in node.entries if isinstance(node, Mapping) else ():
        items = entry.value.items if isinstance(entry.value, Sequence) else ()
        if any(each.place.start() == place.start() for each in (entry.key, entry.value, *items)):
            return (entry.key.raw,)
        deeper = _keys_to(place, entry.value)
        if deeper:
            return (entry.key.raw, *deeper)
    return ()
