"""Checks of what a measure is told beside where to look: that it has something to look for, and how much is enough."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.measures.specs import AnswersMeasure, Filled, Measure, Mentions, ResponsesMeasure, SharedTerms, Years
from mcred_lint.rubric.checks.addresses import Address, resolve
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.references import measures_of
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import did_you_mean

_LEAST = {"at_least_words": 1, "least": 1, "long": 1, "unclear_beyond": 1}
"""Whole numbers that make sense from here on only."""


def options(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        for path, measure in measures_of(row):
            yield from _amounts(draft, measure, path)
            if isinstance(measure, Filled):
                yield from _filled(draft, row, measure, path)
            if isinstance(measure, Mentions):
                yield from _themes(draft, measure, path)
            if isinstance(measure, Mentions | Years) and not measure.of:
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


def _filled(draft: Draft, row: Row, measure: Filled, path: Path) -> Iterator[Told]:
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
    address = resolve(measure.per, row.component, draft)
    if not isinstance(address, Address) or address.kind != "groups":
        return
    known = draft.keys("components", address.component, "places", address.place, "fields")
    for number, name in enumerate(measure.fields):
        if name not in known:
            hint = did_you_mean(name, known, "Name fields of these parts.")
            example = f"fields: [{', '.join(known[:2])}]"
            yield draft.at((*path, "fields", number), f'"{measure.per}" has no field "{name}".', hint, example, known)
