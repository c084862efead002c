"""The words of a PDF's page with their boxes, as PDFium tells them: in points from the bottom left."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MAX_WORDS = 20_000
BROKEN = "\ufffe"
"""PDFium's sign for a hyphen at the end of a line inside a word."""

_WORD = re.compile(rf"[^\s{BROKEN}]+{BROKEN}?|{BROKEN}")
_FARTHEST = 20_000.0
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)


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


def read_words(page: PdfPage) -> Iterator[Word]:
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
    left = bounded(x.value)
    right, base, height = max(bounded(box[1].value), left), bounded(y.value), round(max(bounded(size), 1.0), 1)
    return Word(_shown(match[0]), left, right, base, height, _is_bold(handle, raw, first))


def bounded(points: float) -> float:
    """A measure of a page; damaged files hold measures that are no numbers, or beyond any paper."""
    return min(max(points, -_FARTHEST), _FARTHEST) if math.isfinite(points) else 0.0


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
