"""Recipes for what must not be there."""

from __future__ import annotations

from mcred_lint.authoring.templates.writing import Writing
from mcred_lint.measures.specs import Identity, Placeholders
from mcred_lint.measures.view import EVERYTHING


def identity(spec: Identity, amount: float, writing: Writing) -> None:
    slot = writing.some_text(EVERYTHING)
    writing.fill(slot)
    for _ in range(int(amount)):
        writing.add(slot, f"{writing.filler.form('identifies')} {writing.filler.words(1)}")


def placeholders(spec: Placeholders, amount: float, writing: Writing) -> None:
    slot = writing.some_text(EVERYTHING)
    writing.fill(slot)
    for _ in range(int(amount)):
        writing.add(slot, f"{writing.view.language.placeholders.phrases[0]} {writing.filler.words(1)}")
