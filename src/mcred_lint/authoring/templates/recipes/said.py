"""Recipes for what is said: themes, terms that two places share, years."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from mcred_lint.authoring.templates.recipes.items import item_slots, usual_items
from mcred_lint.authoring.templates.recipes.recipe import (
    REFERENCE_YEAR,
    SHARED_PARTS,
    Amounts,
    shares,
    text_slot,
    whole,
)
from mcred_lint.authoring.templates.writing import CannotMake, Writing, part_slots
from mcred_lint.measures.specs import Mentions, SharedTerms, Theme, Years
from mcred_lint.text.phrases import first_phrase


def mentions(spec: Mentions, amount: float, writing: Writing) -> None:
    if spec.per_entry:
        return _in_entries(spec, amount, writing)
    if not amount:
        return _say_something(spec.of, writing)
    slot = text_slot(spec.of, writing)
    writing.fill(slot)
    for theme in list(spec.themes.values())[: int(amount)]:
        writing.add(slot, f"{_telling(theme, writing)} {writing.filler.words(1)}")


def _say_something(of: Iterable[str], writing: Writing) -> None:
    """Something to look in, where that may be."""
    with suppress(CannotMake):
        writing.fill(text_slot(of, writing))


def _in_entries(spec: Mentions, amount: float, writing: Writing) -> None:
    theme = next(iter(spec.themes.values()))
    if len(spec.of) > 1:
        raise CannotMake("a share of entries is made in one place only")
    slots = item_slots(spec.of[0], usual_items(spec.of[0], writing), writing)
    said = whole(amount * len(slots))
    for number, slot in enumerate(slots):
        text = writing.fill(slot)
        if number < said:
            writing.put(slot, f"{_telling(theme, writing)} {text}")


def mentions_amounts(spec: Mentions, writing: Writing) -> Amounts:
    if spec.per_entry:
        return shares(usual_items(spec.of[0], writing))
    many = len(spec.themes)
    beyond = many if spec.unclear_beyond is None else spec.unclear_beyond
    return [number for number in range(many + 1) if number < beyond or number == many]


def _telling(theme: Theme, writing: Writing) -> str:
    """Words that show a theme, and nothing that is unwanted."""
    others = (other for other in writing.unwanted if other is not theme)
    unwanted = [phrase for other in others for phrase in (*other.words, *other.hints)]
    for phrase in theme.words:
        said = phrase.replace("*", "").strip()
        if said and first_phrase(said, (phrase,)) and not first_phrase(said, unwanted):
            return said
    raise CannotMake(f'no word that shows "{theme.title}" shows nothing else')


def shared_terms(spec: SharedTerms, amount: float, writing: Writing) -> None:
    field = writing.view.address(spec.of)[2] or ""
    many = writing.size(spec.of, SHARED_PARTS)
    shared = whole(amount * many)
    slot = text_slot(spec.with_, writing)
    common = writing.filler.words(max(spec.least, 1) + 3)
    writing.add(slot, common)
    writing.make(spec.of, many)
    for number in range(many):
        for part in part_slots(writing, spec.of, number, (field,)):
            if number < shared:
                writing.add(part, common)
            elif part not in writing.closed:
                writing.fill(part)


def years(spec: Years, amount: float, writing: Writing) -> None:
    if amount > REFERENCE_YEAR - 1900:
        raise CannotMake("years so long ago are not written as years")
    slot = text_slot(spec.of, writing)
    for year in dict.fromkeys((REFERENCE_YEAR, REFERENCE_YEAR - int(amount))):
        writing.add(slot, writing.filler.form("earlier_year", year) + ".")
