"""Mentions: how many ideas of a list are spoken of. Words are a signal, never a proof, and the report says so."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.matching.content import Answers
from mcred_lint.measures.items import One, items_at
from mcred_lint.measures.measurement import Measurement, Remedy
from mcred_lint.measures.specs import Mentions, Theme
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.sources.places import Place
from mcred_lint.text.phrases import Hit, find_phrases
from mcred_lint.wording import SHARE, join_words

HINTED = "only hinted at"
SPEAK_OF = Remedy("Say something about", "Say something about")


def mentions(spec: Mentions, view: View) -> Measurement:
    """The number of themes whose words stand in the texts; themes of which only hints stand there make the upper end."""
    texts = [text for of in spec.of for text in view.texts(of)]
    place = next((where for of in spec.of if (where := view.place_of(of)) is not None), None)
    if spec.per_entry:
        return _per_entry(spec, [one for of in spec.of for one in items_at(of, view)])
    if not texts:
        return _open(spec, place) if any(_flows(of, view) for of in spec.of) else _nothing(spec, place)
    labels = [text for of in spec.of for text in view.naming_labels(of)]
    found = {key: _first([*texts, *labels], theme.words) for key, theme in spec.themes.items()}
    seen = [_item(spec.themes[key], hit) for key, hit in found.items() if hit is not None]
    unseen = [theme for key, theme in spec.themes.items() if found[key] is None]
    hinted = [theme for theme in unseen if _first(texts, theme.hints)]
    left_open = len(unseen) if _all_unclear(spec, len(seen)) else len(hinted)
    return Measurement(
        len(seen),
        len(seen) + left_open,
        "theme",
        whole=len(spec.themes),
        items=tuple(seen),
        missing=tuple(named_item(theme.title, place, note=HINTED if theme in hinted else None) for theme in unseen),
        said=_said([item.text for item in seen], spec),
        unclear="the words leave it open" if left_open else None,
        remedy=SPEAK_OF,
        place=place,
    )


def _nothing(spec: Mentions, place: Place | None) -> Measurement:
    missing = tuple(named_item(theme.title, place) for theme in spec.themes.values())
    said, whole = "nothing was found to look in", len(spec.themes)
    return Measurement.exactly(
        0, "theme", whole=whole, said=said, found=False, missing=missing, remedy=SPEAK_OF, place=place
    )


def _flows(of: str, view: View) -> bool:
    """Whether the answers stand in prose that nothing divides, so that the one meant cannot be told from the others."""
    content = view.content(of)
    return isinstance(content, Answers) and bool(content.flowing)


def _open(spec: Mentions, place: Place | None) -> Measurement:
    unclear, whole = "flowing prose that nothing divides into answers", len(spec.themes)
    return Measurement(0, whole, "theme", whole=whole, said=unclear, unclear=unclear, remedy=SPEAK_OF, place=place)


def _all_unclear(spec: Mentions, seen: int) -> bool:
    """Whether so many themes are seen that the others are left to a person."""
    return spec.unclear_beyond is not None and seen >= spec.unclear_beyond


def _first(texts: Iterable[Text], phrases: Iterable[str]) -> tuple[Text, Hit] | None:
    wanted = tuple(phrases)
    for text in texts:
        hits = sorted(find_phrases(text.string, wanted), key=lambda hit: hit.start)
        if hits:
            return text, hits[0]
    return None


def _item(theme: Theme, found: tuple[Text, Hit]) -> Item:
    text, hit = found
    piece = text.slice(hit.start, hit.end)
    return named_item(theme.title, piece.place, note=f'"{piece.flat}"')


def _said(seen: list[str], spec: Mentions) -> str:
    """What shows: "seen: the history and inequity"."""
    if not seen:
        return f"no sign of {join_words([theme.title for theme in spec.themes.values()], last='or')}"
    return f"seen: {join_words(seen)}"


def _per_entry(spec: Mentions, ones: list[One]) -> Measurement:
    """The share of entries in which any theme is mentioned; those without are named."""
    words = tuple(word for theme in spec.themes.values() for word in theme.words)
    speaking = [any(next(find_phrases(text.string, words), None) for text in one.texts) for one in ones]
    shown = [named_item(one.label, one.place) for one in ones]
    return Measurement.exactly(
        sum(speaking) / len(ones) if ones else 0.0,
        SHARE,
        whole=1,
        items=tuple(item for item, speaks in zip(shown, speaking, strict=True) if speaks),
        missing=tuple(item for item, speaks in zip(shown, speaking, strict=True) if not speaks),
        remedy=SPEAK_OF,
        found=bool(ones),
        place=ones[0].place if ones else None,
    )
