"""From the parser's events to blocks: what begins and ends at which byte becomes lines as a person sees them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import pyromark

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place
from mcred_lint.submission.markdown_html import Html, Piece
from mcred_lint.submission.pen import Pen

_PARSER = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)

_MARKER = re.compile(r"[ \t>]*([-*+]|\d{1,9}(?=[.)]))")
_LONGEST_MARKER = 40
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp")
_LONGEST_TITLE = 100
"""A longer line over a row of dashes is text with a divider below, not a title."""


def blocks_of(path: str, text: str, first_line: int, first_column: int) -> list[Block]:
    """The blocks of Markdown that begins at a line of a file, every line of it indented to the same column."""
    return _Walk(path, text, first_line, first_column).blocks()


class _Positions:
    """Lines and columns for byte offsets, from 1 or from where the text stands in its file."""

    def __init__(self, text: str, first_line: int, first_column: int) -> None:
        self.bytes = text.encode("utf-8", errors="replace")
        self._plain = len(self.bytes) == len(text)
        self._first_line, self._first_column = first_line, first_column
        self._starts = [0]
        offset = self.bytes.find(b"\n")
        while offset >= 0:
            self._starts.append(offset + 1)
            offset = self.bytes.find(b"\n", offset + 1)

    def __call__(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        start = self._starts[index]
        width = offset - start if self._plain else len(self.slice(start, offset))
        return index + self._first_line, width + self._first_column

    def slice(self, start: int, end: int) -> str:
        return self.bytes[start:end].decode("utf-8", errors="replace")


class _Walk:
    """Goes through the events once and writes down what it meets."""

    def __init__(self, path: str, text: str, first_line: int, first_column: int) -> None:
        self.path = path
        # Lone surrogates cannot be encoded; the positions and the parser must see the same text.
        self.text = text.encode("utf-8", errors="replace").decode("utf-8")
        self.at = _Positions(self.text, first_line, first_column)
        self.pen = Pen(path)
        self.html = Html(self.pen)
        self._used: set[str] = set()
        self._listing: list[tuple[str, int]] | None = None
        self._fenced = False
        self._pieces: list[Piece] | None = None
        self._rule_below: int | None = None
        self._in_header = False

    def blocks(self) -> list[Block]:
        for event, span in _PARSER.events_with_range(self.text):
            self._event(event, span["start"], span["end"])
        self.html.end_document()
        blocks = self.pen.finish()
        return self._with_definitions(blocks) if "]:" in self.text else blocks

    def _event(self, event: Any, start: int, end: int) -> None:
        """One event: a bare word, or a pair such as {"Start": "Strong"} and {"Start": {"Heading": {...}}}."""
        if isinstance(event, str):
            line_end = self.pen.rule if event == "Rule" else self.pen.end_line
            line_end(*self.at(start))
            return
        ((name, value),) = event.items()
        if name == "Text":
            if self._listing is None:
                self.pen.write(value, *self.at(start))
            else:
                self._listing.append((value, start))
        elif name == "Start":
            tag, detail = (value, None) if isinstance(value, str) else next(iter(value.items()))
            self._begin(tag, detail, start, end)
        elif name == "End":
            self._end(value if isinstance(value, str) else next(iter(value)))
        else:
            self._inline(name, value, start, end)

    def _inline(self, name: str, value: Any, start: int, end: int) -> None:
        line, column = self.at(start)
        if name == "Code":
            marks = max(self.at.slice(start, end).find(value.split(" ", 1)[0] or value), 0)
            self.pen.write(value, line, column + marks)
        elif name == "Html" and self._pieces is not None:
            self._pieces.append(Piece(value, line, column))
        elif name in ("InlineHtml", "Html"):
            self.html.read([Piece(value, line, column)])
        elif name == "TaskListMarker":
            self.pen.write("[x] " if value else "[ ] ", line, column)

    # What begins

    def _begin(self, tag: str, detail: Any, start: int, end: int) -> None:
        if tag == "Strong":
            self.pen.bold += 1
        elif tag == "Emphasis":
            self.pen.italic += 1
        elif tag == "Link":
            self.pen.links.append(detail["dest_url"] or None)
            self._use(detail)
        elif tag == "Image":
            self.pen.hidden += 1
            self._used.add(detail["id"].casefold())
        elif tag == "Strikethrough":
            self.pen.hidden += 1
        elif tag == "TableCell":
            self.pen.begin_cell(self._in_header)
        else:
            self._begin_block(tag, detail, start, end)

    def _use(self, link: Any) -> None:
        """A bare number in brackets is a citation; the list of what it cites is still a list."""
        label: str = link["id"]
        if link["link_type"] == "Reference" or not label.isdigit():
            self._used.add(label.casefold())

    def _begin_block(self, tag: str, detail: Any, start: int, end: int) -> None:
        pen = self.pen
        pen.end_block()
        if tag == "Heading":
            self._begin_heading(int(detail["level"][1]), start, end)
        elif tag == "Item":
            pen.begin_item(self._marker(start), *self.at(start))
        elif tag == "BlockQuote":
            pen.quotes += 1
        elif tag == "CodeBlock":
            self._listing, self._fenced = [], detail != "Indented"
        elif tag == "HtmlBlock":
            self._pieces = []
        elif tag == "FootnoteDefinition":
            pen.begin_note(detail)
        elif tag == "Table":
            pen.begin_table(self._place(start, end))
        elif tag in ("TableHead", "TableRow"):
            self._in_header = tag == "TableHead"
            pen.begin_row(self._place(start, end))

    def _begin_heading(self, level: int, start: int, end: int) -> None:
        source = self.at.slice(start, end).rstrip()
        above, _, underline = source.rpartition("\n")
        if underline.strip(" >").startswith("-") and _is_text(above):
            self._rule_below = start + len(f"{above}\n".encode())
            return
        self.html.end_tables()
        self.pen.begin_heading(level)

    def _marker(self, start: int) -> str:
        match = _MARKER.match(self.at.slice(start, start + _LONGEST_MARKER))
        return match[1] if match and match[1].isdigit() else "-"

    # What ends

    def _end(self, tag: str) -> None:
        if tag == "Strong":
            self.pen.bold -= 1
        elif tag == "Emphasis":
            self.pen.italic -= 1
        elif tag == "Link":
            self.pen.links.pop()
        elif tag in ("Image", "Strikethrough"):
            self.pen.hidden -= 1
        elif tag == "TableCell":
            self.pen.end_cell()
        elif tag == "HtmlBlock":
            pieces, self._pieces = self._pieces or [], None
            self.html.read(pieces)
            self.pen.end_block()
        else:
            self.html.end_block()
            self._end_block(tag)

    def _end_block(self, tag: str) -> None:
        pen = self.pen
        if tag == "Heading":
            self._end_heading()
        elif tag == "Item":
            pen.end_item()
        elif tag == "BlockQuote":
            pen.end_block()
            pen.quotes -= 1
        elif tag == "CodeBlock":
            self._end_listing()
        elif tag == "FootnoteDefinition":
            pen.end_note()
        elif tag == "Table":
            pen.end_table()
        elif tag in ("TableHead", "TableRow"):
            pen.end_row(tag == "TableHead")
        else:
            pen.end_block()

    def _end_heading(self) -> None:
        self.pen.end_heading()
        if self._rule_below is not None:
            self.pen.rule(*self.at(self._rule_below))
            self._rule_below = None

    def _end_listing(self) -> None:
        listing, self._listing = self._listing or [], None
        lines = list(self._lines(listing))
        if self._fenced:
            self.pen.code([run for run in lines if run.text.strip()])
        elif self.pen.in_table:
            self.html.read([Piece(f"{run.text}\n", run.line or 1, run.column or 1) for run in lines])
        else:
            self._indented(lines)

    def _indented(self, lines: list[Run]) -> None:
        """Indented text is prose that was pasted with its indentation."""
        for run in lines:
            if run.text.strip():
                self.pen.write(run.text, run.line or 1, run.column or 1)
                self.pen.end_line(run.line or 1, run.column or 1)
            else:
                self.pen.end_block()
        self.pen.end_block()

    def _lines(self, listing: list[tuple[str, int]]) -> Iterator[Run]:
        for text, start in listing:
            offset = start
            for part in text.removesuffix("\n").split("\n"):
                yield Run(part, *self.at(offset))
                offset += len(part.encode("utf-8")) + 1

    # Link definitions that no link uses: a list of sources

    def _with_definitions(self, blocks: list[Block]) -> list[Block]:
        definitions = _PARSER.reference_definitions(self.text).items()
        unused = ((label, found) for label, found in definitions if label.casefold() not in self._used)
        notes = [self._definition(label, found) for label, found in unused if _is_source(found["dest"])]
        return sorted([*blocks, *notes], key=lambda block: block.place.line or 0) if notes else blocks

    def _definition(self, label: str, found: Any) -> Line:
        start, end = found["span"]["start"], found["span"]["end"]
        source, target = self.at.slice(start, end), found["dest"]
        line, column = self.at(start)
        behind = source.find("]:") + 2
        shift = max(source.find(target, behind), behind)
        runs = [Run(target, line, column + shift, link=target)]
        if found["title"]:
            runs.append(Run(f" {found['title']}", line, column + shift + len(target)))
        return Line(Kind.NOTE, Text(self.path, tuple(runs)), block=self.pen.next_block(), marker=label)

    def _place(self, start: int, end: int) -> Place:
        """Up to the last character that is no line end."""
        while end > start and self.at.bytes[end - 1 : end] == b"\n":
            end -= 1
        return Place(self.path, *self.at(start), *self.at(end))


def _is_text(above: str) -> bool:
    """Text over a row of dashes that is too long, or ends too much like a sentence, to be a title."""
    return "\n" in above or len(above) > _LONGEST_TITLE or above.rstrip("*_ ").endswith((".", ";", ","))


def _is_source(target: str) -> bool:
    return bool(target) and not target.startswith(("#", "data:")) and not target.lower().endswith(_PICTURES)
