"""Whether a text or a file is itself something to use, rather than a remark about it or an empty shell."""

from __future__ import annotations

import re

from mcred_lint.document.blocks import Block, Document, Kind, Line, Table
from mcred_lint.matching.content import Passage
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.prose import visible, written
from mcred_lint.text.language import Language
from mcred_lint.text.words import count_words

LEAST_WORDS = 20
"""Slides, a PDF or a sheet with fewer words have nothing in them yet."""
LAID_OUT_FORMATS = ("slides", "PDF", "CSV", "spreadsheet")
"""Formats in which nobody writes a remark: what stands there is the thing itself."""

USABLE_ROWS = 3
USABLE_ITEMS = 4
USABLE_HEADINGS = 2
"""From so many rows of a table, list items or headings on a text has the shape of something to use: an agenda, a handout."""
USABLE_WORDS = 40
"""Of a text with such a shape."""
LONG_WORDS = 150
"""With so many words a single heading is shape enough."""

_CAPITALS = re.compile(r"[^a-z\n.:]{5,60}[.:]?(?:\s|$)")
"""A line that begins in capitals: how headings look in plain text."""


def has_something_in_it(document: Document, language: Language) -> bool:
    """Whether a file holds words to use, or is a picture, a recording or a file that nobody can read here."""
    if not document.blocks:
        return document.size > 0 and (document.format == "other" or document.unreadable)
    if document.format in LAID_OUT_FORMATS:
        return sum(count_words(text.string) for text in visible(document.blocks)) >= LEAST_WORDS
    return is_usable(Passage(document.path, document.blocks), language)


def is_usable(passage: Passage, language: Language) -> bool:
    """Whether the text itself is what will be used: an agenda, slides, a handout written out."""
    lines = [block for block in passage.blocks if isinstance(block, Line)]
    rows = max((len(block.rows) for block in passage.blocks if isinstance(block, Table)), default=0)
    items = sum(line.kind is Kind.ITEM and count_words(line.text.string) >= 2 for line in lines)
    headings = sum(map(_heads_something, lines))
    said = (block for block in passage.blocks if not only_labels(block))
    words = sum(count_words(text.string) for text in written(said, language.placeholders))
    shaped = rows >= USABLE_ROWS or items >= USABLE_ITEMS or headings >= USABLE_HEADINGS
    return (shaped and words >= USABLE_WORDS) or (headings >= 1 and words >= LONG_WORDS)


def only_labels(block: Block) -> bool:
    """A label with nothing behind it, as in a template."""
    label = label_of(block) if isinstance(block, Line) else None
    return label is not None and label.rest is None and not label.alone


def _heads_something(line: Line) -> bool:
    """A heading, a label with what belongs to it, or words in capitals: the name of one of the things."""
    label = label_of(line)
    return (label is not None and not label.alone and not label.weak) or bool(_CAPITALS.match(line.text.string))
