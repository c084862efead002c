"""Labels of the author's own: which field they mean is told by the words of label and content."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.matching.content import Value
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.telling import TellingWords
from mcred_lint.text.phrases import find_phrases

TOLD = 3
"""What it weighs that the telling words of a field's names stand in a label."""
ENOUGH = 1.0
"""A label whose own words count twice, and the words under it on average once, must come to so much."""


def name_unknown(drafts: Sequence[Draft], setting: Setting) -> None:
    """Give labels of the author's own to fields that no part has under a known name.

    Only a label that comes in at least half of the parts is looked at, and each gives its content to one field.
    """
    labels = dict.fromkeys(label for draft in drafts for label in draft.unknown)
    common = [label for label in labels if 2 * sum(label in draft.unknown for draft in drafts) >= len(drafts)]
    fields = setting.spec.fields
    free = [key for key in fields if fields[key].words and not any(key in draft.values for draft in drafts)]
    if not common:
        return
    telling = TellingWords({key: (field.title, *field.names) for key, field in fields.items()})
    told = {label: telling.best(label) for label in common}
    fits = ((_fit(label, key, told[label], drafts, setting), label, key) for label in common for key in free)
    scores = sorted(fits, reverse=True)
    for score, label, key in scores:
        if score >= ENOUGH and label in common and key in free:
            common.remove(label)
            free.remove(key)
            _give(label, key, drafts)


def _give(label: str, key: str, drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if label in draft.unknown:
            value = draft.unknown[label]
            draft.values[key] = Value(
                value.texts, value.place, f'under "{label}", recognised by its words', guessed=True
            )


def _fit(label: str, key: str, told: str | None, drafts: Sequence[Draft], setting: Setting) -> float:
    """How well a label and what stands under it fit a field: by the label itself (told: the field its words tell of), the
    field's words in it (twice), and
    those under it on average."""
    words = setting.spec.fields[key].words
    inside = [draft.unknown[label] for draft in drafts if label in draft.unknown]
    hits = sum(_different(value.string, words) for value in inside)
    return TOLD * (told == key) + 2 * _different(label, words) + hits / len(inside)


def _different(string: str, words: Sequence[str]) -> int:
    return len({hit.phrase for hit in find_phrases(string, words)})
