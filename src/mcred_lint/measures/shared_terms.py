"""Shared terms: in which share of the parts a field uses words of another place. A signal that the two belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.matching.content import Group, Groups
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.parts import part_name
from mcred_lint.measures.specs import SharedTerms
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import index
from mcred_lint.wording import part_of, plural

STEM = 5
"""Words that share their first letters, as many as this, count as one term ("advocate", "advocacy")."""
LEAST_LETTERS = 4
SHOWN = 6
"""How many shared terms an item shows."""


def shared_terms(spec: SharedTerms, view: View) -> Measurement:
    """The share (0-1) of parts whose field shares at least `least` terms with the other places."""
    field = view.address(spec.of)[2] or ""
    content = view.content(spec.of)
    groups = content.groups if isinstance(content, Groups) else ()
    filled = [group for group in groups if field in group.fields and group.fields[field].filled]
    terms = _terms((text for of in spec.with_ for text in view.texts(of)), view)
    if not filled or not terms:
        return _nothing_to_compare(spec, filled, view)
    shared = ((group, sorted(_terms(group.fields[field].texts, view) & terms)) for group in filled)
    items = tuple(_item(group, field, common) for group, common in shared if len(common) >= spec.least)
    parts = plural(part_name(spec.of, view))
    said = f"{part_of(len(items), len(groups))} {parts} share words with it"
    place, share = view.place_of(spec.of), len(items) / len(groups)
    return Measurement.exactly(share, "share", whole=1, noun=parts, said=said, items=items, place=place)


def _item(group: Group, field: str, common: Sequence[str]) -> Item:
    return named_item(group.label, group.fields[field].place, note=", ".join(common[:SHOWN]))


def _nothing_to_compare(spec: SharedTerms, filled: Sequence[Group], view: View) -> Measurement:
    """Fields without another place are unclear; no field at all is a miss."""
    part, place = part_name(spec.of, view), view.place_of(spec.of)
    if filled:
        unclear = "nothing to compare with was found"
        return Measurement(0, 1, "share", whole=1, noun=plural(part), said=unclear, unclear=unclear, place=place)
    said = f"no {part} has any"
    return Measurement(0, 0, "share", whole=1, found=False, noun=plural(part), said=said, place=place)


def _terms(texts: Iterable[Text], view: View) -> set[str]:
    common = view.language.general.common_words
    words = (word for text in texts for word in index(text.string).words)
    return {word[:STEM] for word in words if len(word) >= LEAST_LETTERS and word not in common and not word.isdigit()}
