"""What a recipe is, and what several recipes share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.writing import CannotMake, Writing

EARLY, ITEMS, LATER, LAST, VERY_LAST = range(5)
SHARED_ENTRIES, SHARED_PARTS = 12, 4
"""Of how many entries or parts a share is made, where nothing else says how many there are."""
REFERENCE_YEAR = 2020
"""The latest year that is written, from which others are counted back."""

Amounts = Sequence[float] | None


@dataclass(frozen=True)
class Recipe:
    """amounts: which it can make of this measure, None for any number. write: one of them, or it raises CannotMake.

    prepare: before anything is written, it says how many there are of what repeats and where nothing may stand.
    stage: the early ones write what can be counted, then single items get their form; the later ones put words into it, the last ones
    make it as long as it has to be. steps: whether only whole numbers are made.
    """

    write: Callable[[Any, float, Writing], None]
    amounts: Callable[[Any, Writing], Amounts] = lambda spec, writing: None
    stage: int = EARLY
    prepare: Callable[[Any, float, Writing], None] = lambda spec, amount, writing: None
    steps: Callable[[Any], bool] = lambda spec: True


def shares(many: int) -> list[float]:
    """Every share that so many can give."""
    return [number / many for number in range(many + 1)] if many else []


def share_of_entries(spec: Any, writing: Writing) -> Amounts:
    """The shares of the entries that a measure looks at."""
    return shares(writing.size(spec.of, SHARED_ENTRIES)) or (0.0,)


def share_of_parts(spec: Any, writing: Writing) -> Amounts:
    """The shares of the parts of which a measure looks at a field."""
    return shares(writing.size(spec.of, SHARED_PARTS))


def whole(number: float) -> int:
    """How many of several a share comes to."""
    if abs(number - round(number)) > 1e-9:
        raise CannotMake("this share cannot be made of so many")
    return round(number)


def text_slot(of: Iterable[str], writing: Writing) -> Slot:
    """A slot at one of the addresses, the first at which a text can stand."""
    problem = CannotMake("there is no place for a text")
    for address in of:
        try:
            return writing.some_text(address)
        except CannotMake as error:
            problem = error
    raise problem
