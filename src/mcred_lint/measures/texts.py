"""Small things every measure needs: a text as an item, at most a short line."""

from __future__ import annotations

from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.sources.places import Place
from mcred_lint.wording import shorten

ITEM_WIDTH = 90
"""Characters of the author's text that an item shows."""


def item(text: Text, *, value: float | None = None, note: str | None = None, place: Place | None = None) -> Item:
    return Item(shorten(text.flat, ITEM_WIDTH), place or text.place, value, note)


def named_item(text: str, place: Place | None, *, value: float | None = None, note: str | None = None) -> Item:
    return Item(shorten(text, ITEM_WIDTH), place, value, note)
