"""One sheet of a survey: the blank form, or a completed copy."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.document.blocks import Block, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.sources.places import Place


@dataclass(frozen=True)
class Sheet:
    """One copy of the form. `completed`: somebody filled it in, or it is handed in as such."""

    label: str
    place: Place
    items: tuple[FormItem, ...]
    blocks: tuple[Block, ...]
    completed: bool = False
    named: bool = False
    """A heading, a label or the file announces it."""
    inner: bool = False
    """It stands in a section about the survey that is named as well."""
    single: bool = False
    """It is announced as one person's."""
    loose: tuple[Line, ...] = ()
    sums: tuple[Text, ...] = ()
    """Passages that only sum up."""
    note: str | None = None
    """How it was told from others, where that is worth saying."""
