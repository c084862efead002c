"""Small things every measure needs: a text as an item, at most a short line; texts in their paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from mcred_lint.document.blocks import Line
from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.measures.view import View
from mcred_lint.sources.places import Place
from mcred_lint.wording import shorten

ITEM_WIDTH = 90
"""Characters of the author's text that an item shows."""


def item(text: Text, *, value: float | None = None, note: str | None = None, place: Place | None = None) -> Item:
    return Item(shorten(text.flat, ITEM_WIDTH), place or text.place, value, note)


def named_item(text: str, place: Place | None, *, value: float | None = None, note: str | None = None) -> Item:
    return Item(shorten(text, ITEM_WIDTH), place, value, note)


def in_paragraphs(texts: Iterable[Text], view: View) -> list[str]:
    """The texts, with the lines of one paragraph put together: a sentence may run over the ends of lines."""
    known = view.once("paragraphs", lambda: _paragraphs(view))
    lines = (line for text in texts for line in text.lines())
    grouped = groupby(lines, key=lambda line: known.get((line.place.file, line.place.line), id(line)))
    return [" ".join(line.string.strip() for line in group) for _, group in grouped]


def _paragraphs(view: View) -> Mapping[tuple[str, int | None], tuple[str, int]]:
    """(file, number of the paragraph) for the (file, number) of every line that stands in one."""
    passages = (passage for content in view.contents.values() for passage in content.passages)
    lines = (block for passage in passages for block in passage.blocks if isinstance(block, Line) and block.block)
    return {(line.place.file, line.place.line): (line.place.file, line.block) for line in lines if line.place.line}
