"""The recipe for items of which each is looked at by itself: some as they must be, the others not."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.recipes.item_text import other_text, rules_on_text, text_of
from mcred_lint.authoring.templates.recipes.items import item_slots, repeats, usual_items
from mcred_lint.authoring.templates.recipes.recipe import Amounts, shares, whole
from mcred_lint.authoring.templates.writing import CannotMake, Writing, part_slots
from mcred_lint.matching.specs import GroupsPlace, MaterialsPlace
from mcred_lint.measures.specs import Each, ItemRules
from mcred_lint.wording import SHARE


def each(spec: Each, amount: float, writing: Writing) -> None:
    if not amount and not writing.slots(spec.of):
        return
    many = _how_many(spec, amount, writing)
    good = whole(amount * many) if spec.as_ == SHARE else int(amount)
    if spec.must.filled:
        return _fields(spec, good, many, writing)
    if isinstance(writing.place(spec.of)[2], MaterialsPlace):
        raise CannotMake("what stands in materials is not made")
    for number, slot in enumerate(item_slots(spec.of, many, writing)):
        _leave_the_rest(spec.of, slot, writing)
        (_write_good if number < good else _write_other)(slot, spec.must, writing)


def each_amounts(spec: Each, writing: Writing) -> Amounts:
    usual = usual_items(spec.of, writing)
    if spec.as_ == SHARE:
        return shares(usual)
    return None if repeats(spec.of, writing) else range(usual + 1)


def _how_many(spec: Each, amount: float, writing: Writing) -> int:
    """Beside a number of good ones stands one that is not."""
    if spec.as_ == SHARE or not repeats(spec.of, writing):
        many = usual_items(spec.of, writing)
    else:
        many = writing.size(spec.of, int(amount) + 1)
    if amount > many:
        raise CannotMake("its measures ask for different numbers of the same thing")
    return many


def _write_good(slot: Slot, rules: ItemRules, writing: Writing) -> None:
    writing.put(slot, text_of(rules, slot, writing))
    writing.closed.add(slot)


def _write_other(slot: Slot, rules: ItemRules, writing: Writing) -> None:
    """What stands there breaks a rule; where another measure asks for nothing, nothing does."""
    text = other_text(rules, slot, writing)
    if slot in writing.closed:
        return
    if text is None:
        writing.keep_empty((slot,))
    else:
        writing.put(slot, text)
        writing.closed.add(slot)


def _leave_the_rest(of: str, slot: Slot, writing: Writing) -> None:
    """Where whole parts are looked at, nothing else stands in one."""
    if isinstance(writing.place(of)[2], GroupsPlace) and writing.view.address(of)[2] is None:
        writing.keep_empty(one for one in part_slots(writing, of, slot.number) if one != slot)


# ---- fields of parts -------------------------------------------------------------------------------------------------


def _fields(spec: Each, good: int, many: int, writing: Writing) -> None:
    """Parts in which the required fields are filled, and some in which one of them is not."""
    if any(rules_on_text(spec.must)):
        raise CannotMake("the fields of a part and how it is written are not made together")
    if not isinstance(writing.place(spec.of)[2], GroupsPlace):
        raise CannotMake("only parts that repeat have fields")
    writing.make(spec.of, many)
    for number in range(many):
        *first, last = part_slots(writing, spec.of, number, spec.must.filled)
        wanted = [*first, last] if number < good else [*first, *_others(spec, number, writing)]
        for slot in wanted:
            writing.fill(slot)
        if number >= good:
            writing.keep_empty((last,))
            if not wanted:
                raise CannotMake("parts in which nothing stands are no parts")


def _others(spec: Each, number: int, writing: Writing) -> Iterator[Slot]:
    """The fields of a part that no rule asks for."""
    slots = part_slots(writing, spec.of, number)
    labelled = {slot.key for slot in writing.slots(spec.of)}
    return (slot for slot in slots if slot.key in labelled and slot.key not in spec.must.filled)
