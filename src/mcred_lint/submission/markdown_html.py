"""HTML inside Markdown: what a reader of the page would see of it.

Tags are found by a scanner of our own: it looks at each character once, whatever was left open.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.sources.places import Place
from mcred_lint.submission.pen import Pen

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,30})((?:[^<>\"']|\"[^\"]{0,9999}\"|'[^']{0,9999}')*+)>")
_ATTRIBUTE = re.compile(r"([A-Za-z][\w:-]{0,40}+)\s{0,20}+=\s{0,20}+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_ENTITY = re.compile(r"&#?\w{1,32};")

_HIDDEN = frozenset({"script", "style", "template", "head", "title", "svg", "noscript", "object", "del", "s", "strike"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "header", "html", "main", "nav", "p", "pre", "section", "summary"}
    | {"thead", "tbody", "tfoot"}
)
_FRAMES = frozenset({"iframe", "embed"})
_BOLD = frozenset({"b", "strong"})
_ITALIC = frozenset({"i", "em"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of HTML source and where it begins; only its last character may be a line end."""

    text: str
    line: int
    column: int


@dataclass(slots=True)
class _List:
    """An open list: the number of its next item (None of bullets), and whether an item is open."""

    number: int | None
    in_item: bool = False


class Html:
    """Reads tags and the text between them into a pen. Inline tags come one at a time, blocks whole."""

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self._lists: list[_List] = []
        self._hidden: list[str] = []
        self._bold = 0
        self._italic = 0
        self._links = 0
        self._span = (1, 1)
        self._source = _Source([])

    def read(self, pieces: list[Piece]) -> None:
        """One block of HTML, or one inline tag."""
        self._source = _Source(pieces)
        for start, end, tag in _tokens(self._source.text):
            if tag is None:
                self._text(start, end)
            elif tag[1]:
                self._end(tag[2].lower())
            else:
                self._begin(tag[2].lower(), tag[3], start)

    def end_block(self) -> None:
        """Inline tags that were never closed end with their paragraph."""
        self.pen.bold -= self._bold
        self.pen.italic -= self._italic
        self._bold = self._italic = 0
        del self.pen.links[len(self.pen.links) - self._links :]
        self._links = 0
        self.pen.hidden -= len(self._hidden)
        self._hidden.clear()

    def end_tables(self) -> None:
        """A table that was never closed ends where a heading begins."""
        while self.pen.in_table:
            self.pen.end_table()

    def end_document(self) -> None:
        self.end_block()
        self.end_tables()
        while self._lists:
            self._end("ul")

    def _text(self, start: int, end: int) -> None:
        offset = start
        for index, part in enumerate(self._source.text[start:end].split("\n")):
            if index:
                self.pen.end_line(*self._source.position(offset - 1))
            self._line(part, *self._source.position(offset))
            offset += len(part) + 1

    def _line(self, text: str, line: int, column: int) -> None:
        offset = 0
        for entity in _ENTITY.finditer(text):
            self.pen.write(text[offset : entity.start()], line, column + offset)
            self.pen.write(html.unescape(entity[0]), line, column + entity.start())
            offset = entity.end()
        self.pen.write(text[offset:], line, column + offset)

    def _begin(self, tag: str, attributes: str, start: int) -> None:
        line, column = self._source.position(start)
        if tag in _HIDDEN:
            self.pen.hidden += 1
            self._hidden.append(tag)
        elif self._hidden:
            return
        elif tag in _FRAMES:
            self._frame(tag, attributes, line, column)
        elif tag in _BOLD:
            self.pen.bold += 1
            self._bold += 1
        elif tag in _ITALIC:
            self.pen.italic += 1
            self._italic += 1
        elif tag == "a":
            self.pen.links.append(_attribute(attributes, "href"))
            self._links += 1
        elif tag == "br":
            self.pen.end_line(line, column)
        elif tag == "hr":
            self.pen.rule(line, column)
        elif tag == "input":
            self._box(attributes, line, column)
        else:
            self._begin_block(tag, attributes, line, column)

    def _begin_block(self, tag: str, attributes: str, line: int, column: int) -> None:
        place = Place(self.pen.file, line, column)
        if tag in _BLOCKS:
            self.pen.end_block()
        elif tag in _HEADINGS:
            self.pen.begin_heading(int(tag[1]))
        elif tag in ("ul", "ol"):
            self.pen.end_block()
            self._lists.append(_List(None if tag == "ul" else _number(attributes, "start")))
        elif tag == "li":
            self._begin_item(line, column)
        elif tag == "blockquote":
            self.pen.end_block()
            self.pen.quotes += 1
        elif tag == "table":
            self.pen.begin_table(place)
        elif tag == "tr":
            self._end_cell()
            self.pen.begin_row(place)
        elif tag in ("td", "th"):
            self._end_cell()
            self.pen.begin_cell(tag == "th")
            self._span = (_number(attributes, "colspan"), _number(attributes, "rowspan"))

    def _end(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                self._hidden.remove(tag)
                self.pen.hidden -= 1
        elif tag in _BOLD and self._bold:
            self.pen.bold -= 1
            self._bold -= 1
        elif tag in _ITALIC and self._italic:
            self.pen.italic -= 1
            self._italic -= 1
        elif tag == "a" and self._links:
            self.pen.links.pop()
            self._links -= 1
        elif tag in _BLOCKS:
            self.pen.end_block()
        elif tag in _HEADINGS:
            self.pen.end_heading()
        else:
            self._end_block(tag)

    def _end_block(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._end_item()
            self._lists.pop()
        elif tag == "li":
            self._end_item()
        elif tag == "blockquote" and self.pen.quotes:
            self.pen.end_block()
            self.pen.quotes -= 1
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_cell()
            self.pen.end_row()
        elif tag == "table":
            self._end_cell()
            self.pen.end_table()

    def _begin_item(self, line: int, column: int) -> None:
        if not self._lists:
            self._lists.append(_List(None))
        self._end_item()
        opened = self._lists[-1]
        marker = "-" if opened.number is None else str(opened.number)
        opened.number = None if opened.number is None else opened.number + 1
        opened.in_item = True
        self.pen.begin_item(marker, line, column)

    def _end_item(self) -> None:
        if self._lists and self._lists[-1].in_item:
            self._lists[-1].in_item = False
            self.pen.end_item()

    def _end_cell(self) -> None:
        self.pen.end_cell(*self._span)
        self._span = (1, 1)

    def _frame(self, tag: str, attributes: str, line: int, column: int) -> None:
        """A page shown inside the page, such as a form, is a link to it; what stands between its tags never shows."""
        address = _attribute(attributes, "src")
        if address is not None:
            self.pen.links.append(address)
            self.pen.write(address, line, column)
            self.pen.links.pop()
        if tag == "iframe":
            self.pen.hidden += 1
            self._hidden.append(tag)

    def _box(self, attributes: str, line: int, column: int) -> None:
        if _attribute(attributes, "type") in ("checkbox", "radio"):
            self.pen.write("\u2611 " if "checked" in attributes else "\u2610 ", line, column)


class _Source:
    """The pieces of a block joined, and the place of each character."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.text = "".join(piece.text for piece in pieces)
        self._pieces = pieces
        self._starts: list[int] = []
        offset = 0
        for piece in pieces:
            self._starts.append(offset)
            offset += len(piece.text)

    def position(self, offset: int) -> tuple[int, int]:
        index = max(bisect_right(self._starts, offset) - 1, 0)
        piece = self._pieces[index]
        return piece.line, piece.column + offset - self._starts[index]


def _tokens(text: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Tags and the text between them, as start and end; comments and declarations are left out."""
    shown = offset = 0
    while (start := text.find("<", offset)) >= 0:
        tag = _TAG.match(text, start)
        end = tag.end() if tag else _end_of_comment(text, start)
        if end <= start:
            offset = start + 1
            continue
        if shown < start:
            yield shown, start, None
        if tag:
            yield start, end, tag
        shown = offset = end
    if shown < len(text):
        yield shown, len(text), None


def _end_of_comment(text: str, start: int) -> int:
    """Where a comment, declaration or instruction ends; `start` where none begins."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")):
        if text.startswith(opening, start):
            end = text.find(closing, start + len(opening))
            return len(text) if end < 0 else end + len(closing)
    return start


def _attribute(attributes: str, name: str) -> str | None:
    for match in _ATTRIBUTE.finditer(attributes):
        if match[1].lower() == name:
            return html.unescape(match[2] or match[3] or match[4] or "") or None
    return None


def _number(attributes: str, name: str) -> int:
    """A small whole number; 1 without one."""
    value = _attribute(attributes, name) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else 1
