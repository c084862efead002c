"""Checks of what a measure is told beside where to look: that it has something to look for, and how much is enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.measures.specs import (
    AnswersMeasure,
    Each,
    Filled,
    ItemRules,
    Measure,
    Mentions,
    Present,
    ResponsesMeasure,
    SharedTerms,
    Years,
)
from mcred_lint.rubric.checks.addresses import Address, resolve
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.checks.references import Site, sites
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import did_you_mean

_LEAST = {"at_least_words": 1, "least": 1, "long": 1, "unclear_beyond": 1}
"""Whole numbers that make sense from here on only."""


def options(draft: Draft) -> Iterator[Told]:
    for site in sites(draft):
        measure, path = site.measure, site.path
        yield from _amounts(draft, measure, path)
        if isinstance(measure, Filled):
            yield from _filled(draft, site, measure)
        if isinstance(measure, Mentions):
            yield from _themes(draft, measure, path)
        if isinstance(measure, Each):
            yield from _item_rules(draft, site, measure)
        if isinstance(measure, Mentions | Years | Present) and not measure.of:
            yield _looks_at_nothing(draft, path, "of", "of: [answers]")
        if isinstance(measure, SharedTerms) and not measure.with_:
            yield _looks_at_nothing(draft, path, "with", "with: [research.answers.need]")


def _looks_at_nothing(draft: Draft, path: Path, key: str, example: str) -> Told:
    return draft.at((*path, key), "This measure looks at nothing: the list is empty.", "Name the places.", example)


def _amounts(draft: Draft, measure: Measure, path: Path) -> Iterator[Told]:
    for key, least in _LEAST.items():
        number = getattr(measure, key, None)
        if isinstance(number, int) and number < least:
            hint = f"Write {least} or more, or take it out."
            yield draft.at((*path, key), f"{number} makes no sense here.", hint, f"{key}: {least}")
    if isinstance(measure, ResponsesMeasure) and not 0 < measure.answered <= 1:
        yield _no_share(draft, (*path, "answered"))
    flowing = measure.flowing if isinstance(measure, AnswersMeasure) else None
    if flowing is not None and not 0 < flowing.share <= 1:
        yield _no_share(draft, (*path, "flowing", "share"))
    if flowing is not None and flowing.words < 1:
        where, example = (*path, "flowing", "words"), "words: 200"
        yield draft.at(where, "An empty text would count as answered.", "Say how long it must be.", example)


def _no_share(draft: Draft, path: Path) -> Told:
    message = f"{draft.written(path)} is no share of a whole: more than 0, and 1 at most."
    return draft.at(path, message, "Write a share such as 1/2 or 50 %.", f"{path[-1]}: 1/2")


def _themes(draft: Draft, measure: Mentions, path: Path) -> Iterator[Told]:
    example = "themes: {next: {title: next steps, words: [next, follow-up]}}"
    if not measure.themes:
        yield draft.at((*path, "themes"), "There is no theme to look for.", "Add one.", example)
    for key, theme in measure.themes.items():
        where = (*path, "themes", key, "words")
        if not theme.words and draft.is_empty(where):
            message = f'Theme "{key}" has no words, so it could never be mentioned.'
            yield draft.at(where, message, "Add words that show it.", "words: [next, follow-up]")


def _filled(draft: Draft, site: Site, measure: Filled) -> Iterator[Told]:
    path = site.path
    if not measure.of and measure.per is None:
        message = "This measure looks at nothing: it has neither of nor per."
        hint = "Say which places or parts are to be filled."
        yield draft.at_key(path, message, hint, "of: [audience]", ("of", "per"))
    if measure.per is None:
        if measure.fields:
            hint = "Say with per whose fields they are."
            yield draft.at_key(
                (*path, "fields"), "Fields are named without their parts.", hint, "per: sessions", ("per",)
            )
        return
    yield from _known_fields(draft, site, measure.per, measure.fields, (*path, "fields"))


def _known_fields(draft: Draft, site: Site, parts: str, names: Sequence[str], path: Path) -> Iterator[Told]:
    """Whether the parts at an address have the fields that are named at `path`."""
    address = resolve(parts, site.component, draft)
    if not isinstance(address, Address) or address.kind != "groups":
        return
    known = draft.keys("components", address.component, "places", address.place, "fields")
    for number, name in enumerate(names):
        if name not in known:
            hint = did_you_mean(name, known, "Name fields of these parts.")
            example = f"{path[-1]}: [{', '.join(known[:2])}]"
            yield draft.at((*path, number), f'"{parts}" has no field "{name}".', hint, example, known)


def _item_rules(draft: Draft, site: Site, measure: Each) -> Iterator[Told]:
    """That an item has something to fulfil, and that only parts are asked for fields."""
    here, example = (*site.path, "must"), "must: {words: {at_least: 50}}"
    if not measure.must.model_fields_set:
        allowed = tuple(ItemRules.model_fields)
        message = "Every item would count: nothing is said of what it must be."
        yield draft.at(here, message, "Say what an item must be.", example, allowed)
    if not measure.must.filled:
        return
    address = resolve(measure.of, site.component, draft)
    if isinstance(address, Address) and (address.kind != "groups" or address.part is not None):
        message = f'"{measure.of}" has no fields that could be filled.'
        hint = "Name parts that repeat, all of them, or take this out."
        yield draft.at_key((*here, "filled"), message, hint, "of: sessions")
    yield from _known_fields(draft, site, measure.of, measure.must.filled, (*here, "filled"))
