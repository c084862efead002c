"""The recipe for required fields, single ones and those of parts."""

from __future__ import annotations

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.recipes.counted import LONGEST_PART
from mcred_lint.authoring.templates.recipes.recipe import SHARED_PARTS, Amounts, whole
from mcred_lint.authoring.templates.writing import CannotMake, Writing, part_slots
from mcred_lint.matching.lexicon import LENGTH
from mcred_lint.matching.specs import FieldPlace, GroupsPlace
from mcred_lint.measures.specs import Filled


def filled(spec: Filled, amount: float, writing: Writing) -> None:
    required = _required(spec, writing)
    wanted = whole(amount * len(required))
    for of in spec.of:
        if not isinstance(writing.place(of)[2], FieldPlace):
            raise CannotMake("only single fields and the fields of parts can be filled to order")
    # Field by field, so that there is something in every part as soon as possible.
    keys = ["", *_keys(spec, writing)]
    in_turn = sorted(required, key=lambda slot: keys.index(slot.key))
    for slot in in_turn[:wanted]:
        writing.fill(slot)
    writing.keep_empty(in_turn[wanted:])
    if spec.per is not None:
        _let_parts_exist(spec, spec.per, writing)


def filled_amounts(spec: Filled, writing: Writing) -> Amounts:
    total = len(_required(spec, writing))
    return [number / total for number in range(total + 1)] if total else ()


def _keys(spec: Filled, writing: Writing) -> list[str]:
    described = writing.place(spec.per)[2] if spec.per else None
    fields = described.fields if isinstance(described, GroupsPlace) else {}
    return [key for key in fields if not spec.fields or key in spec.fields]


def _required(spec: Filled, writing: Writing) -> list[Slot]:
    """The fields that are asked for: the single ones, and those of some parts."""
    single = [Slot(*writing.view.address(of)[:2]) for of in spec.of]
    if spec.per is None:
        return single
    many = writing.size(spec.per, SHARED_PARTS)
    return single + [
        slot for number in range(many) for slot in part_slots(writing, spec.per, number, _keys(spec, writing))
    ]


def _let_parts_exist(spec: Filled, per: str, writing: Writing) -> None:
    """A part in which nothing stands is none: what is not asked for is written into each."""
    component, place, described = writing.place(per)
    many = writing.size(per, SHARED_PARTS)
    writing.make(per, many)
    timed = isinstance(described, GroupsPlace) and bool(described.length)
    for number in range(many):
        slots = part_slots(writing, per, number)
        spare = [slot for slot in slots if slot.key not in _keys(spec, writing)]
        if timed:
            writing.texts.setdefault(
                Slot(component, place, number, LENGTH), writing.filler.form("length", LONGEST_PART)
            )
        elif spare:
            writing.fill(spare[0])
        elif not any(slot in writing.texts for slot in slots):
            raise CannotMake("parts in which nothing stands are no parts")
