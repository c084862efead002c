"""Recipes for what is said: themes, terms that two places share, years."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from mcred_lint.authoring.templates.recipes.recipe import SHARED_ENTRIES, SHARED_PARTS, Amounts, text_slot, whole
from mcred_lint.authoring.templates.writing import CannotMake, Writing, part_slots
from mcred_lint.matching.specs import ListPlace
from mcred_lint.measures.specs import Mentions, SharedTerms, Theme, Years
from mcred_lint.text.phrases import first_phrase

LATEST_YEAR = 2020


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
    of, theme = spec.of[0], next(iter(spec.themes.values()))
    many = writing.size(of, SHARED_ENTRIES)
    said = whole(amount * many)
    if not isinstance(writing.place(of)[2], ListPlace) or len(spec.of) > 1:
        raise CannotMake("a share of entries is made of one list only")
    for number, slot in enumerate(writing.make(of, many)):
        writing.fill(slot)
        if number < said:
            writing.texts[slot] = f"{_telling(theme, writing)} {writing.texts[slot]}"


def mentions_amounts(spec: Mentions, writing: Writing) -> Amounts:
    if spec.per_entry:
        many = writing.size(spec.of[0], SHARED_ENTRIES)
        return [number / many for number in range(many + 1)]
    many = len(spec.themes)
    beyond = many if spec.unclear_beyond is None else spec.unclear_beyond
    return [number for number in range(many + 1) if number < beyond or number == many]


def _telling(theme: Theme, writing: Writing) -> str:
    """Words that show a theme, and nothing that is unwanted."""
    for phrase in theme.words:
        said = phrase.replace("*", "").strip()
        if said and first_phrase(said, (phrase,)) and not first_phrase(said, writing.unwanted):
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


def share_of_parts(spec: SharedTerms, writing: Writing) -> Amounts:
    many = writing.size(spec.of, SHARED_PARTS)
    return [number / many for number in range(many + 1)] if many else ()


def years(spec: Years, amount: float, writing: Writing) -> None:
    if amount > LATEST_YEAR - 1900:
        raise CannotMake("years so long ago are not written as years")
    slot = text_slot(spec.of, writing)
    for year in dict.fromkeys((LATEST_YEAR, LATEST_YEAR - int(amount))):
        writing.add(slot, writing.filler.form("earlier_year", year) + ".")
