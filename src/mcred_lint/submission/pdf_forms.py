"""Tick boxes of a fillable PDF: drawn shapes without a letter, put into the text as the boxes they show."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mcred_lint.submission.pdf_words import Rule, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MAX_BOXES = 1_000
_TICKED, _EMPTY = "\u2612", "\u2610"


@dataclass(frozen=True, slots=True)
class TickBox:
    """Where a box stands, and whether it is ticked."""

    area: Rule
    ticked: bool


def tick_boxes(page: PdfPage) -> list[TickBox]:
    """The tick boxes and radio buttons of a page."""
    import pypdfium2.raw as raw

    boxes = []
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MAX_BOXES)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        area = raw.FS_RECTF()
        state = ctypes.create_string_buffer(128)
        length = raw.FPDFAnnot_GetStringValue(
            annotation, b"AS", ctypes.cast(state, ctypes.POINTER(ctypes.c_ushort)), 128
        )
        widget = raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET
        if widget and 2 < length <= 128 and raw.FPDFAnnot_GetRect(annotation, area):
            shown = state.raw[: length - 2].decode("utf-16-le", "replace")
            boxes.append(TickBox(Rule(area.left, area.bottom, area.right, area.top), shown != "Off"))
        raw.FPDFPage_CloseAnnot(annotation)
    return boxes


def with_boxes(words: Sequence[Word], boxes: Sequence[TickBox]) -> list[Word]:
    """The words with every box beside the word it belongs to; a tick drawn as a letter inside a box goes."""
    kept = [word for word in words if not any(_inside(box.area, word) for box in boxes)]
    before: dict[int, list[Word]] = {}
    after: dict[int, list[Word]] = {}
    for box in boxes:
        nearest = min(_beside(box.area, kept), default=None)
        if nearest is not None:
            word = kept[nearest[1]]
            mark = Word(_TICKED if box.ticked else _EMPTY, box.area.left, box.area.right, word.base, word.size)
            (before if box.area.left < word.left else after).setdefault(nearest[1], []).append(mark)
    return [one for n, word in enumerate(kept) for one in (*before.get(n, ()), word, *after.get(n, ()))]


def _inside(area: Rule, word: Word) -> bool:
    middle, height = (word.left + word.right) / 2, word.base + word.size * 0.3
    return area.left <= middle <= area.right and area.bottom <= height <= area.top


def _beside(area: Rule, words: Sequence[Word]) -> Iterator[tuple[float, int]]:
    """How far each word on the box's line is from it, and which word it is."""
    for index, word in enumerate(words):
        if area.bottom - word.size * 0.5 <= word.base <= area.top:
            yield min(abs(word.left - area.right), abs(area.left - word.right)), index
