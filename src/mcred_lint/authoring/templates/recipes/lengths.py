"""Recipes for how long a text is."""

from __future__ import annotations

from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.measures.specs import Characters, Words


def words(spec: Words, amount: float, writing: Writing) -> None:
    lacking = int(amount) - writing.words_at(spec.of)
    if lacking < 0:
        raise CannotMake("what else is asked for takes more words")
    if amount > writing.most_words:
        raise CannotMake(f"texts of more than {writing.most_words} words are not made here")
    if lacking:
        writing.add(writing.some_text(spec.of), writing.filler.words(lacking))


def characters(spec: Characters, amount: float, writing: Writing) -> None:
    if any(slot in writing.texts for slot in writing.slots(spec.of)):
        raise CannotMake("characters are counted out in a text of its own only")
    if amount:
        writing.texts[writing.some_text(spec.of)] = writing.filler.characters(int(amount))
