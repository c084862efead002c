"""Mentions: how many ideas of a list are spoken of. Words are a signal, never a proof, and the report says so."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Mentions, Theme
from mcred_lint.measures.texts import item, named_item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import Hit, find_phrases
from mcred_lint.wording import join_words


def mentions(spec: Mentions, view: View) -> Measurement:
    """The number of themes whose words stand in the texts; themes of which only hints stand there make the upper end."""
    texts = [text for of in spec.of for text in view.texts(of)]
    labels = [text for of in spec.of for text in view.naming_labels(of)]
    place = next((where for of in spec.of if (where := view.place_of(of)) is not None), None)
    if spec.per_entry:
        return _per_entry(spec, texts)
    if not texts:
        missing = tuple(named_item(theme.title, place) for theme in spec.themes.values())
        said = "nothing was found to look in"
        return Measurement.exactly(
            0, "theme", whole=len(spec.themes), said=said, found=False, missing=missing, place=place
        )
    found = {key: _found(theme, [*texts, *labels]) for key, theme in spec.themes.items()}
    hinted = {key for key, theme in spec.themes.items() if found[key] is None and _first(texts, theme.hints)}
    seen = [_item(spec.themes[key], hit) for key, hit in found.items() if hit is not None]
    open_ = len(hinted)
    if spec.unclear_beyond is not None and spec.unclear_beyond <= len(seen) < len(spec.themes):
        open_ = len(spec.themes) - len(seen)
    missing = tuple(
        named_item(theme.title, place, note="only hinted at" if key in hinted else None)
        for key, theme in spec.themes.items()
        if found[key] is None
    )
    unclear = "the words leave it open" if open_ else None
    return Measurement(
        len(seen), len(seen) + open_, "theme", len(spec.themes), tuple(seen), missing=missing, unclear=unclear, place=place,
        noun="", said=_said([found.text for found in seen], spec),
    )  # fmt: skip


def _first(texts: Iterable[Text], phrases: Iterable[str]) -> tuple[Text, Hit] | None:
    wanted = tuple(phrases)
    for text in texts:
        hits = sorted(find_phrases(text.string, wanted), key=lambda hit: hit.start)
        if hits:
            return text, hits[0]
    return None


def _found(theme: Theme, texts: Iterable[Text]) -> tuple[Text, Hit] | None:
    return _first(texts, theme.words)


def _item(theme: Theme, found: tuple[Text, Hit]) -> Item:
    text, hit = found
    piece = text.slice(hit.start, hit.end)
    return named_item(theme.title, piece.place, note=f'"{piece.flat}"')


def _said(seen: list[str], spec: Mentions) -> str:
    """What shows: "seen: the history and inequity"."""
    if not seen:
        return f"no sign of {join_words([theme.title for theme in spec.themes.values()], last='or')}"
    return f"seen: {join_words(seen)}"


def _per_entry(spec: Mentions, texts: list[Text]) -> Measurement:
    """The share of texts (one for each entry) in which any theme is mentioned."""
    words = tuple(word for theme in spec.themes.values() for word in theme.words)
    hits = [text for text in texts if next(find_phrases(text.string, words), None)]
    share = len(hits) / len(texts) if texts else 0.0
    return Measurement.exactly(share, "share", whole=1, items=tuple(item(text) for text in hits), found=bool(texts))
