"""Shared terms: in which share of the parts a field uses words of another place. A signal that the two belong together."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Groups
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import SharedTerms
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import index
from mcred_lint.wording import part_of

STEM = 5
"""Words that share their first letters, as many as this, count as one term ("advocate", "advocacy")."""


def shared_terms(spec: SharedTerms, view: View) -> Measurement:
    """The share (0-1) of parts whose field shares at least `least` terms with the other places."""
    others = [text for of in spec.with_ for text in view.texts(of)]
    terms = _terms(others, view)
    field = view.address(spec.of)[2] or ""
    content = view.content(spec.of)
    groups = content.groups if isinstance(content, Groups) else ()
    filled = [group for group in groups if field in group.fields and group.fields[field].filled]
    if not filled or not terms:
        lacking = "nothing to compare with was found" if filled else None
        return Measurement(
            0,
            1 if filled else 0,
            "share",
            whole=1,
            found=bool(filled),
            noun="sessions",
            said="" if filled else "no session has any",
            unclear=lacking,
            place=view.place_of(spec.of),
        )
    shared = {group.label: sorted(_terms(group.fields[field].texts, view) & terms) for group in filled if field}
    tied = [group for group in filled if len(shared[group.label]) >= spec.least]
    items = tuple(
        named_item(group.label, group.fields[field].place, note=", ".join(shared[group.label][:6]))
        for group in tied
        if field
    )
    return Measurement.exactly(
        len(tied) / len(groups),
        "share",
        whole=1,
        noun="sessions",
        said=f"{part_of(len(tied), len(groups))} sessions share words with it",
        items=items,
        place=view.place_of(spec.of),
    )


def _terms(texts: Iterable[Text], view: View) -> set[str]:
    common = view.language.general.common_words
    words = (word for text in texts for word in index(text.string).words)
    return {word[:STEM] for word in words if len(word) >= 4 and word not in common and not word.isdigit()}
