"""One page of a PDF as words with their boxes, and the lines drawn on it.

What PDFium tells, in points from the bottom left.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_WORDS = 20_000
MAX_RULES = 1_500
BROKEN = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line inside a word."""

_WORD = re.compile(rf"[^\s{BROKEN}]+{BROKEN}?|{BROKEN}")
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
_THIN = 3.0
"""Points: a drawn shape no thicker than this is a line."""


@dataclass(slots=True)
class Word:
    """A word with its box. `base` is its baseline, `size` the height of its font as shown."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line drawn on the page, or the box around something."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def horizontal(self) -> bool:
        return self.right - self.left >= self.top - self.bottom


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
        page = _with_form_values(pdf, page, number)
        words = list(_words(page))
        rules, pictures = _drawn(page)
        for word in words if links else ():
            word.link = next((target for target, box in links if _covers(box, word)), None)
        return Page(number, page.get_width(), page.get_height(), words, rules, pictures)
    except PdfiumError:
        return None
    finally:
        page.close()


def _words(page: PdfPage) -> Iterator[Word]:
    import pypdfium2.raw as raw

    textpage = page.get_textpage()
    try:
        handle = textpage.raw
        for match in _WORD.finditer(_characters(handle, raw)):
            yield _word(handle, raw, match)
            if match.start() > MAX_WORDS * 20:
                return
    finally:
        textpage.close()


def _characters(handle: Any, raw: Any) -> str:
    """One character for each of the page's, so that offsets in it are PDFium's indexes."""
    count = raw.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    length = raw.FPDFText_GetText(handle, 0, count, buffer)
    if length == count + 1:
        return "".join(map(chr, buffer[:count]))
    # Characters without a meaning are left out of the text: then each has to be asked for.
    codes = (raw.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join(BROKEN if code == 2 else chr(code if 0 <= code < 0x110000 else 0xFFFD) for code in codes)


def _word(handle: Any, raw: Any, match: re.Match[str]) -> Word:
    first, last = match.start(), match.end() - 1
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(handle, first, x, y)
    box = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(handle, last, *box)
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, first, matrix)
    # The size in the file is before scaling, and some programs write every text at size 1.
    size = raw.FPDFText_GetFontSize(handle, first) * math.hypot(matrix.b, matrix.d)
    text = _shown(match[0])
    return Word(text, x.value, max(box[1].value, x.value), y.value, round(size, 1), _is_bold(handle, raw, first))


def _shown(text: str) -> str:
    """With ligatures as letters and halves of one character put together."""
    text = text.translate(_LIGATURES)
    if any("\ud800" <= character <= "\udfff" for character in text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join("\ufffd" if character < " " else character for character in text)


def _is_bold(handle: Any, raw: Any, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(handle, index, name, 128, flags)
    return any(word in name.value.decode("latin-1").lower() for word in _BOLD_NAMES)


def _with_form_values(pdf: PdfDocument, page: PdfPage, number: int) -> PdfPage:
    """What was typed into a fillable form stands apart from the page's text until it is laid into it."""
    import pypdfium2.raw as raw

    if pdf.get_formtype() in (raw.FORMTYPE_NONE, None):
        return page
    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return pdf[number - 1]


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
            rules.extend(_sides(left.value, bottom.value, right.value, top.value))
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
