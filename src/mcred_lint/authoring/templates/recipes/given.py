"""Recipes for what is there at all: places that hold something, a number or a time that is stated."""

from __future__ import annotations

from mcred_lint.authoring.templates.recipes.recipe import Amounts
from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.matching.specs import AnswersPlace, FieldPlace, MaterialsPlace, Place, ResponsesPlace
from mcred_lint.measures.specs import Present, Stated
from mcred_lint.text.words import count_words
from mcred_lint.wording import number


def present(spec: Present, amount: float, writing: Writing) -> None:
    """Materials first: beside texts, where there are none, the texts themselves could be taken for them."""
    in_turn = sorted(spec.of, key=lambda of: not isinstance(_described(of, writing), MaterialsPlace))
    for of in in_turn[: int(amount)]:
        _hold(of, spec.at_least_words, writing)
    for of in in_turn[int(amount) :]:
        writing.keep_empty(writing.slots(of))


def present_amounts(spec: Present, writing: Writing) -> Amounts:
    return range(len(spec.of) + 1)


def _hold(of: str, words: int, writing: Writing) -> None:
    """Something at an address, of so many words at least where it is text."""
    described = _described(of, writing)
    if isinstance(described, ResponsesPlace):
        for slot in writing.slots_in(writing.view.address(of)[0], described.of):
            writing.fill(slot)
    alone = described is None or isinstance(described, FieldPlace | AnswersPlace)
    slots = writing.slots(of) if alone else writing.make(of, writing.size(of, 1))
    if not slots:
        raise CannotMake("there is no place for a text")
    for slot in slots[:1] if alone else slots:
        writing.fill(slot)
    lacking = words - sum(map(count_words, writing.texts_at(of)))
    if lacking > 0 and not isinstance(described, MaterialsPlace):
        writing.add(slots[0], writing.filler.words(lacking))


def _described(of: str, writing: Writing) -> Place | None:
    """The place at an address; None for a whole component."""
    component, place, _ = writing.view.address(of)
    return writing.view.components[component].places.get(place)


def stated(spec: Stated, amount: float, writing: Writing) -> None:
    """Where nothing is to be stated, the field stays empty."""
    slots = writing.slots(spec.of)
    if not amount:
        writing.keep_empty(slots)
    elif len(slots) != 1:
        raise CannotMake("what is stated is made in a single field only")
    else:
        writing.put(slots[0], _said(spec, amount, writing))


def in_whole_numbers(spec: Stated) -> bool:
    """Only of a playing time seconds are written."""
    return spec.as_ != "playing-time"


def _said(spec: Stated, amount: float, writing: Writing) -> str:
    if spec.as_ == "number":
        return f"{number(amount)} {spec.unit}".strip()
    if spec.as_ == "time":
        return writing.filler.form("length", int(amount))
    seconds = amount * 60
    if seconds % 1:
        raise CannotMake("a time with fractions of a second is not written")
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
