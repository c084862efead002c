"""Tables of Word: one cell per column of the grid, so that columns line up whatever was merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mcred_lint.document.blocks import Cell, Row, Table
from mcred_lint.document.text import Run, Text, join
from mcred_lint.sources.places import Place
from mcred_lint.submission.word_lists import ListPlace, Numbering, list_place
from mcred_lint.submission.word_styles import Styles
from mcred_lint.submission.word_text import PAGE_BREAK, ParagraphReader
from mcred_lint.submission.word_xml import VAL, W, switched, value, whole

_MAX_COLUMNS = 63
"""Word's own limit; a larger span is made up."""
_P, _TBL, _TC, _TR = f"{W}p", f"{W}tbl", f"{W}tc", f"{W}tr"
_PASSED_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def children(node: ET.Element, tag: str) -> Iterator[ET.Element]:
    """The children with this tag, also those inside content controls and the like."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _PASSED_THROUGH:
            yield from children(child, tag)


def is_box(table: ET.Element) -> bool:
    """A table of a single cell: a frame drawn around text."""
    rows = list(children(table, _TR))
    return len(rows) == 1 and len(list(children(rows[0], _TC))) == 1


def only_cell(table: ET.Element) -> ET.Element:
    """The cell of a box."""
    return next(cell for row in children(table, _TR) for cell in children(row, _TC))


@dataclass
class TableReader:
    """Reads one table; `label` names it ("table 2")."""

    path: str
    label: str
    text: ParagraphReader
    styles: Styles
    numbering: Numbering

    def read(self, table: ET.Element) -> Table | None:
        """The table; None when it has no rows."""
        rows: list[Row] = []
        header: Row | None = None
        for number, element in enumerate(children(table, _TR), start=1):
            properties = element.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            row = self._row(element, f"{self.label}, row {number}")
            marked = properties is not None and switched(properties.find(f"{W}tblHeader"))
            if marked and not rows and header is None:
                header = row
            else:
                rows.append(row)
        return Table(tuple(rows), Place(self.path, label=self.label), header) if rows or header else None

    def _row(self, element: ET.Element, label: str) -> Row:
        before = whole(value(element.find(f"{W}trPr/{W}gridBefore"))) or 0
        empty = Cell(Text(self.path, label=label))
        cells = [empty] * min(max(before, 0), _MAX_COLUMNS)
        for cell in children(element, _TC):
            properties = cell.find(f"{W}tcPr")
            continued = properties is not None and (_goes_on(properties, "vMerge") or _goes_on(properties, "hMerge"))
            cells.append(empty if continued else Cell(self._cell(cell, label)))
            span = None if properties is None else whole(value(properties.find(f"{W}gridSpan")))
            cells.extend([empty] * (min(max(span or 1, 1), _MAX_COLUMNS) - 1))
        return Row(tuple(cells[:_MAX_COLUMNS]), Place(self.path, label=label))

    def _cell(self, cell: ET.Element, label: str) -> Text:
        lines = [Text(self.path, tuple(runs), label) for runs in self._lines(cell)]
        return join(lines) if lines else Text(self.path, label=label)

    def _lines(self, node: ET.Element) -> Iterator[list[Run]]:
        for child in node:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TBL:
                yield from self._nested(child)
            elif child.tag in _PASSED_THROUGH:
                yield from self._lines(child)

    def _paragraph(self, paragraph: ET.Element) -> Iterator[list[Run]]:
        properties = paragraph.find(f"{W}pPr")
        style = self.styles[None if properties is None else value(properties.find(f"{W}pStyle"))]
        place = style.list if properties is None else list_place(properties) or style.list
        runs = [Run("\n") if run.text == PAGE_BREAK else run for run in self.text.read(paragraph, bool(style.bold))]
        boxes = self.text.boxes
        number = self._number(place)
        if number or any(run.text.strip() for run in runs):
            yield [*number, *_stripped(runs)]
        for box in boxes:
            yield from self._lines(box)

    def _number(self, place: ListPlace | None) -> list[Run]:
        """A number is text that people see and refer to; a bullet is not."""
        if place is None or place.list_id == "0":
            return []
        label = self.numbering.next(place)
        return [] if label.marker == "-" else [Run(f"{label.words or label.marker + '.'} ")]

    def _nested(self, table: ET.Element) -> Iterator[list[Run]]:
        """A table inside a cell: one line a row, its cells apart by a tab."""
        for row in children(table, _TR):
            line: list[Run] = []
            for cell in children(row, _TC):
                pieces = [run for runs in self._lines(cell) for run in (*runs, Run(" "))][:-1]
                line.extend([Run("\t"), *pieces] if line else pieces)
            if any(run.text.strip() for run in line):
                yield line


def _stripped(runs: list[Run]) -> list[Run]:
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    return runs


def _goes_on(properties: ET.Element, name: str) -> bool:
    """The cell only continues the merged cell above (vMerge) or to the left (hMerge)."""
    merge = properties.find(f"{W}{name}")
    return merge is not None and merge.get(VAL, "continue") == "continue"
