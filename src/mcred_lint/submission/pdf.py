"""PDF files: text lines put back into headings, paragraphs, lists and tables, page by page, by PDFium."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mcred_lint.document.blocks import Document, Problem, Property, Severity
from mcred_lint.sources.places import Place
from mcred_lint.submission.pdf_page import Page, read_page
from mcred_lint.submission.pdf_paragraphs import Layout, Piece, Writer
from mcred_lint.submission.pdf_rows import TextRow, rows, segments
from mcred_lint.submission.pdf_tables import Grid, aligned, framed, frames
from mcred_lint.submission.typed_lines import recognise

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 300
_PASSWORD_ERROR = 4
_MARGIN = 0.085
"""The part of a page at its top and bottom where headers and footers stand."""
_DIGITS = re.compile(r"\d+")
_METADATA = (("Author", "author"), ("Title", "title"), ("Creator", "program"))
"""PDF calls the program that made the file its creator; in Word that is a person."""


def read(path: str, data: bytes) -> Document:
    """Read a PDF given as bytes; nothing raises, what went wrong stands in the document's problems."""
    refusal = _refusal(path, data)
    if refusal is not None:
        return Document(path, "PDF", problems=(refusal,), size=len(data))
    pdf = _opened(path, data)
    if isinstance(pdf, Problem):
        return Document(path, "PDF", problems=(pdf,), size=len(data))
    try:
        count = len(pdf)
        found = {number: read_page(pdf, number) for number in range(1, min(count, MAX_PAGES) + 1)}
        properties = _metadata(path, pdf)
    finally:
        pdf.close()
    pages = [page for page in found.values() if page is not None]
    pieces, margins = _without_margins(path, pages)
    blocks = recognise(Writer(path, Layout.of(pages, pieces)).write(pieces))
    problems = _problems(path, pages, count, [number for number, page in found.items() if page is None])
    if not blocks and not problems:
        problems = [_nothing(path, pictures=False)]
    return Document(path, "PDF", tuple(blocks), (*properties, *margins), tuple(problems), len(data))


def _refusal(path: str, data: bytes) -> Problem | None:
    if not data.strip(b"\0"):
        return _unreadable(path, "This file is empty.", "Check that it was saved and uploaded completely.")
    if b"%PDF" not in data[:1024]:
        message = "This is not a PDF, although its name ends in .pdf."
        return _unreadable(path, message, "Open it in the program it was made with and export it as PDF.")
    return None


def _opened(path: str, data: bytes) -> PdfDocument | Problem:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR:
            message = "This PDF is protected with a password, so it could not be opened."
            return _unreadable(path, message, "Export it again without a password.")
    message = "This looks like a PDF, but it is damaged or incomplete."
    return _unreadable(path, message, "Open it yourself; if that works, export it again from the original document.")


def _unreadable(path: str, message: str, hint: str) -> Problem:
    return Problem(message, hint, Place(path), Severity.UNREADABLE)


def _metadata(path: str, pdf: PdfDocument) -> list[Property]:
    place = Place(path, label="document properties")
    found = ((name, pdf.get_metadata_value(key).strip()) for key, name in _METADATA)
    return [Property(name, value, place) for name, value in found if value]


def _pieces(page: Page) -> list[Piece]:
    """The rows and tables of one page."""
    pieces: list[Piece] = []
    for part in framed(page, page.words, frames(page)):
        pieces.extend([part] if isinstance(part, Grid) else aligned(page, rows(segments(part), page.number)))
    return pieces


def _without_margins(path: str, pages: Sequence[Page]) -> tuple[list[Piece], list[Property]]:
    """The pieces of all pages; what most pages repeat at their edges becomes properties instead, as a name may stand
    there."""
    pieces = {page.number: _pieces(page) for page in pages}
    edges = {page.number: [piece for piece in pieces[page.number] if _at_edge(page, piece)] for page in pages}
    seen: Counter[str] = Counter()
    for rows_of_page in edges.values():
        seen.update({_DIGITS.sub("#", _text(row)) for row in rows_of_page})
    repeated = {text for text, times in seen.items() if times > 1 and times * 2 > len(pages)}
    kept: list[Piece] = []
    dropped: dict[str, Property] = {}
    for page in pages:
        for piece in pieces[page.number]:
            text = _text(piece)
            at_edge = any(piece is edge for edge in edges[page.number])
            if at_edge and (_DIGITS.sub("#", text) in repeated or text == str(page.number)):
                name = "header" if isinstance(piece, TextRow) and piece.base > page.height / 2 else "footer"
                dropped.setdefault(_DIGITS.sub("#", text), Property(name, text, Place(path, label=page.label)))
            else:
                kept.append(piece)
    return kept, [found for text, found in dropped.items() if text.strip(" #-|/")]


def _at_edge(page: Page, piece: Piece) -> bool:
    if not isinstance(piece, TextRow):
        return False
    return piece.base < page.height * _MARGIN or piece.base > page.height * (1 - _MARGIN)


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, TextRow) else ""


def _problems(path: str, pages: Sequence[Page], count: int, failed: Sequence[int]) -> list[Problem]:
    """What could not be read, page by page."""
    pictures = [page.number for page in pages if page.pictures and not page.words]
    if not any(page.words for page in pages):
        return [_nothing(path, bool(pictures))]
    problems = []
    if failed:
        problems.append(_partly(path, f"{_pages(failed)} could not be read", "Export the PDF again.", failed[0]))
    if pictures:
        verb = "holds" if len(pictures) == 1 else "hold"
        told = f"{_pages(pictures)} {verb} only pictures; text in them was not read"
        problems.append(_partly(path, told, "Type in the text that matters, or hand in the original.", pictures[0]))
    letters = [character for page in pages for word in page.words for character in word.text]
    lost = sum(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in letters)
    if lost * 5 > len(letters):
        told = "A large part of the text is written in letters that can only be looked at, not read"
        problems.append(_partly(path, told, "Export the PDF again from the original document.", None))
    if count > MAX_PAGES:
        told = f"This PDF has {count} pages; only the first {MAX_PAGES} were read"
        problems.append(_partly(path, told, "Hand in only the pages that belong to this submission.", None))
    return problems


def _nothing(path: str, pictures: bool) -> Problem:
    if pictures:
        message = "This PDF is a scan: it holds pictures of text, and no text that can be read."
        return _unreadable(path, message, "Export the PDF from the original document, or type the text in.")
    return _unreadable(path, "There is no text in this PDF.", "Check that you exported the right document.")


def _partly(path: str, message: str, hint: str, page: int | None) -> Problem:
    return Problem(f"{message}.", hint, Place(path, label=None if page is None else f"page {page}"), Severity.PARTLY)


def _pages(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"Page {numbers[0]}"
    return f"Pages {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
