"""Recipes for how long a text is. They come last and add what is lacking to what stands there already."""

from __future__ import annotations

from typing import Any

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.measures.specs import Characters, Sentences, Words
from mcred_lint.text.sentences import count_sentences
from mcred_lint.text.words import count_words


def words(spec: Words, amount: float, writing: Writing) -> None:
    if amount > writing.most_words:
        raise CannotMake(f"texts of more than {writing.most_words} words are not made here")
    lacking = _lacking(amount, sum(map(count_words, writing.texts_at(spec.of))))
    if lacking:
        _go_on(writing.some_text(spec.of), writing.filler.words(lacking), writing)


def _go_on(slot: Slot, more: str, writing: Writing) -> None:
    """More words in a slot, and no further sentence."""
    text = writing.texts.get(slot, "")
    if text.endswith("."):
        writing.put(slot, f"{text[:-1]} {more.lower()}")
    else:
        writing.add(slot, more)


def sentences(spec: Sentences, amount: float, writing: Writing) -> None:
    short = writing.view.language.general.abbreviations
    found = sum(count_sentences(text, short) for text in writing.texts_at(spec.of))
    for _ in range(_lacking(amount, found)):
        writing.add(writing.some_text(spec.of), writing.filler.words(2))


def characters(spec: Characters, amount: float, writing: Writing) -> None:
    texts = writing.texts_at(spec.of)
    found = sum(map(len, texts)) + max(len(texts) - 1, 0)
    lacking = _lacking(amount, found)
    if lacking and texts:
        lacking -= 1  # what sets it apart from the text before it
        if not lacking:
            raise CannotMake("a single character cannot be added")
    if lacking:
        writing.add(writing.some_text(spec.of), writing.filler.characters(lacking))


def prepare_length(spec: Any, amount: float, writing: Writing) -> None:
    """Where the length is nothing, nobody else may write."""
    if not amount:
        writing.keep_empty(writing.slots(spec.of))


def _lacking(amount: float, found: int) -> int:
    if amount < found:
        raise CannotMake("what else is asked for takes a longer text")
    return int(amount) - found
