"""What the parts of a groups place are called, so that no message speaks of sessions where a rubric has lessons."""

from __future__ import annotations

from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.measures.view import View


def part_name(of: str, view: View) -> str:
    """One part at an address, in the singular: the first word by which the rubric calls it."""
    component, place, _ = view.address(of)
    described = view.components[component].places.get(place)
    return described.called[0] if isinstance(described, GroupsPlace) and described.called else "part"
