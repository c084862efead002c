"""One page of a PDF: its words with links and ticks, and the lines drawn on it, in points from the bottom left."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mcred_lint.submission.pdf_forms import TickBox, tick_boxes, with_boxes
from mcred_lint.submission.pdf_words import MAX_WORDS, Rule, Word, bounded, read_words

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_RULES = 1_500

_THIN = 3.0
"""Points: a drawn shape no thicker than this is a line."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: words in the order in which the file holds them."""

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[Rule]
    pictures: bool

    @property
    def label(self) -> str:
        return f"page {self.number}"


def read_page(pdf: PdfDocument, number: int) -> Page | None:
    """Page `number` (from 1); None when PDFium can not load it."""
    from pypdfium2 import PdfiumError

    try:
        page = pdf[number - 1]
    except PdfiumError:
        return None
    try:
        links = list(_links(pdf, page))
        boxes: list[TickBox] = []
        if _typed_upon(page):
            boxes = tick_boxes(page)
            page = _with_typed(pdf, page, number)
        words = with_boxes(list(read_words(page)), boxes) if boxes else list(read_words(page))
        rules, pictures = _drawn(page)
        for word in words if links else ():
            word.link = next((target for target, box in links if _covers(box, word)), None)
        return Page(number, bounded(page.get_width()), bounded(page.get_height()), words, rules, pictures)
    except PdfiumError:
        return None
    finally:
        page.close()


def _with_typed(pdf: PdfDocument, page: PdfPage, number: int) -> PdfPage:
    """What was typed into a form or onto the page stands apart from its text until it is laid into it."""
    import pypdfium2.raw as raw

    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return pdf[number - 1]


def _typed_upon(page: PdfPage) -> bool:
    """There are form fields or texts laid over the page."""
    import pypdfium2.raw as raw

    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MAX_RULES)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation) if annotation else None
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)
        if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT):
            return True
    return False


def _links(pdf: PdfDocument, page: PdfPage) -> Iterator[tuple[str, Rule]]:
    """Targets of the page's web links, each with the box it covers."""
    import pypdfium2.raw as raw

    position, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    for _ in range(MAX_RULES):
        if not raw.FPDFLink_Enumerate(page.raw, position, link):
            return
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(pdf.raw, action, None, 0) if action else 0
        if 1 < length < 8000 and raw.FPDFLink_GetAnnotRect(link, box):
            target = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(pdf.raw, action, target, length)
            low, high = sorted((box.bottom, box.top))
            left, right = sorted((box.left, box.right))
            yield target.value.decode("utf-8", "replace"), Rule(left, low, right, high)


def _covers(box: Rule, word: Word) -> bool:
    middle, height = (word.left + word.right) / 2, word.base + word.size * 0.3
    return box.left <= middle <= box.right and box.bottom <= height <= box.top


def _drawn(page: PdfPage) -> tuple[list[Rule], bool]:
    """The lines and frames drawn on the page, and whether there are pictures."""
    import pypdfium2.raw as raw

    rules: list[Rule] = []
    pictures = False
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), MAX_WORDS)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        pictures = pictures or kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
        if kind == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            rules.extend(_sides(*(bounded(side.value) for side in (left, bottom, right, top))))
    return rules if len(rules) <= MAX_RULES else [], pictures


def _sides(left: float, bottom: float, right: float, top: float) -> Iterator[Rule]:
    """A thin shape is one line, any other has four sides."""
    width, height = right - left, top - bottom
    if height <= _THIN and width > _THIN:
        yield Rule(left, (bottom + top) / 2, right, (bottom + top) / 2)
    elif width <= _THIN and height > _THIN:
        yield Rule((left + right) / 2, bottom, (left + right) / 2, top)
    elif width > _THIN:
        yield Rule(left, bottom, right, bottom)
        yield Rule(left, top, right, top)
        yield Rule(left, bottom, left, top)
        yield Rule(right, bottom, right, top)
