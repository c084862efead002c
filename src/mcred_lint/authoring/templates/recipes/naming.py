"""The recipe for parts that name an entry of another place."""

from __future__ import annotations

from mcred_lint.authoring.templates.recipes.items import item_slots, usual_items
from mcred_lint.authoring.templates.recipes.recipe import whole
from mcred_lint.authoring.templates.writing import Writing
from mcred_lint.measures.specs import Refers

NAMED = 3
"""How many entries there are to name, where nothing else says it."""


def refers(spec: Refers, amount: float, writing: Writing) -> None:
    many = usual_items(spec.of, writing)
    naming = whole(amount * many)
    entries = writing.size(spec.to, NAMED)
    for slot in writing.make(spec.to, entries):
        writing.fill(slot)
    for number, slot in enumerate(item_slots(spec.of, many, writing)):
        if number < naming:
            writing.add(slot, writing.filler.form("names", number % entries + 1))
        elif slot not in writing.closed:
            writing.fill(slot)
