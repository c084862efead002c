"""The single items of a place, as measures look at them one by one: entries, answers, questions, a field of each part."""

from __future__ import annotations

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.recipes.recipe import SHARED_ENTRIES, SHARED_PARTS
from mcred_lint.authoring.templates.writing import CannotMake, Writing, part_slots
from mcred_lint.matching.specs import GroupsPlace, ListPlace, MaterialsPlace, QuestionsPlace, ResponsesPlace

_REPEATED = (ListPlace, MaterialsPlace, QuestionsPlace)


def repeats(of: str, writing: Writing) -> bool:
    """Whether there can be any number of items."""
    return isinstance(writing.place(of)[2], (*_REPEATED, GroupsPlace))


def usual_items(of: str, writing: Writing) -> int:
    """How many items a share is made of."""
    if not repeats(of, writing):
        return len(writing.slots(of))
    in_parts = isinstance(writing.place(of)[2], GroupsPlace)
    return writing.size(of, SHARED_PARTS if in_parts else SHARED_ENTRIES)


def item_slots(of: str, many: int, writing: Writing) -> list[Slot]:
    """The slot for the text of each of so many items; of whole parts their first field."""
    described = writing.place(of)[2]
    if isinstance(described, ResponsesPlace):
        raise CannotMake("texts in completed copies are not made")
    made = writing.make(of, many) if repeats(of, writing) else writing.slots(of)
    if isinstance(described, GroupsPlace):
        field = writing.view.address(of)[2] or _first_field(of, described, writing)
        made = [slot for number in range(many) for slot in part_slots(writing, of, number, (field,))]
    if len(made) < many:
        raise CannotMake("there is no place for so many of them")
    return made[:many]


def _first_field(of: str, described: GroupsPlace, writing: Writing) -> str:
    """The first field under a label of its own, as a heading is no place for a long text."""
    labelled = {slot.key for slot in writing.slots(of)}
    own = (key for key, field in described.fields.items() if key in labelled and not field.from_heading)
    return next(own, next(iter(described.fields)))
