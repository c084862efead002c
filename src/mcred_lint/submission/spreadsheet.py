"""Spreadsheets (.xlsx): every sheet as a table or as a form export, with values as people see them.

Read by the standard library: the libraries tried lay a sheet out densely in memory, and a file of one kilobyte with two
cells far apart then ends the whole process.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from mcred_lint.document.blocks import Block, Document, Kind, Line, Problem
from mcred_lint.document.text import Run, Text
from mcred_lint.submission.form_export import read_form
from mcred_lint.submission.office import (
    RELATIONSHIPS,
    OfficeFormat,
    Package,
    core_properties,
    no_text,
    open_package,
    unreadable_main,
)
from mcred_lint.submission.sheet_records import (
    MAX_COLUMNS,
    Budget,
    Record,
    continued,
    record,
    table_blocks,
    too_long,
    trimmed,
)
from mcred_lint.submission.sheet_values import S, Values
from mcred_lint.text.forms import FormWords

FORMAT = OfficeFormat("a spreadsheet", "a spreadsheet of an older Excel (.xls)", "xl/workbook.xml", ".xlsx")
MAX_SHEETS = 100

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LINK_FORMULA = re.compile(r'HYPERLINK\("([^"]+)"', re.IGNORECASE)


def read(path: str, data: bytes, words: FormWords) -> Document:
    """Read a spreadsheet given as bytes; nothing raises, what went wrong stands in the document's problems."""
    package = open_package(path, data, FORMAT)
    if isinstance(package, Problem):
        return Document(path, "spreadsheet", problems=(package,), size=len(data))
    root = package.xml(package.main)
    if root is None:
        return Document(path, "spreadsheet", problems=(unreadable_main(package, FORMAT),), size=len(data))
    workbook = _Workbook.of(package, root)
    named = _named_sheets(workbook, root)
    blocks: list[Block] = []
    problems: list[Problem] = []
    for name, records in named:
        form = read_form(path, records, words)
        found = form.blocks if form is not None and form.blocks else table_blocks(records)
        if len(named) > 1:
            blocks = continued(blocks, (_title(path, name),))
        blocks = continued(blocks, found)
        problems.extend(form.problems if form is not None else ())
    told = (*package.problems, *workbook.problems, *problems, *no_text(package, blocks))
    return Document(path, "spreadsheet", tuple(blocks), core_properties(package), told, len(data))


def _named_sheets(workbook: _Workbook, root: ET.Element) -> list[tuple[str, list[Record]]]:
    """The sheets that hold something, in the order of their tabs."""
    sheets = [(element.get("name", ""), element.get(f"{RELATIONSHIPS}id", "")) for element in root.iter(f"{S}sheet")]
    several = len(sheets) > 1
    read = ((name, trimmed(workbook.records(key, name if several else None))) for name, key in sheets[:MAX_SHEETS])
    return [(name, records) for name, records in read if records]


def _title(path: str, name: str) -> Line:
    return Line(Kind.HEADING, Text(path, (Run(name),), f'sheet "{name}"'), 1, 1)


@dataclass
class _Workbook:
    """What the cells of all sheets refer to, and how much has been read."""

    package: Package
    values: Values
    strings: Sequence[str]
    sheets: Mapping[str, str]
    """Part names by relationship id."""
    problems: list[Problem] = field(default_factory=list)
    _budget: Budget = field(default_factory=Budget)

    @classmethod
    def of(cls, package: Package, root: ET.Element) -> _Workbook:
        """From the workbook's own part and those it points to."""
        links = package.relationships(package.main)
        parts = {link.kind: link.target for link in links.values()}
        properties = root.find(f"{S}workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        styles = package.xml(parts.get("styles", ""))
        strings = package.xml(parts.get("sharedStrings", ""))
        texts = [] if strings is None else [_rich(element) for element in strings.iter(f"{S}si")]
        sheets = {key: link.target for key, link in links.items() if link.kind == "worksheet" and not link.external}
        return cls(package, Values.from_xml(styles, from_1904), texts, sheets)

    def records(self, key: str, sheet: str | None) -> list[Record]:
        """The rows of one sheet that hold something; `sheet` is its name where there are several."""
        part = self.sheets.get(key, "")
        root = self.package.xml(part) if part else None
        if root is None:
            return []
        links = self._links(part, root)
        records: list[Record] = []
        for number, row in _numbered_rows(root):
            cells, targets = self._row(row, number, links)
            if not self._budget.allows(cells):
                where = f"row {number}" if sheet is None else f'row {number} of the sheet "{sheet}"'
                self.problems.append(too_long(self.package.path, where))
                break
            if any(cells):
                records.append(record(self.package.path, number, cells, sheet=sheet, links=targets))
        return records

    def _row(self, row: ET.Element, number: int, links: Mapping[str, str]) -> tuple[list[str], dict[int, str]]:
        """The cells' texts from the first column on, and the targets of linked ones by column."""
        cells: list[str] = []
        targets: dict[int, str] = {}
        for cell in row.iter(f"{S}c"):
            found = _REFERENCE.fullmatch(cell.get("r", ""))
            column = len(cells) if found is None else _column(found[1])
            if not len(cells) <= column < MAX_COLUMNS:
                continue
            cells.extend([""] * (column - len(cells)))
            cells.append(self._value(cell))
            formula = _LINK_FORMULA.match(cell.findtext(f"{S}f") or "")
            target = formula[1] if formula else links.get(f"{_letters(column)}{number}")
            if target:
                targets[column] = target
        return cells, targets

    def _value(self, cell: ET.Element) -> str:
        kind, text = cell.get("t", "n"), cell.findtext(f"{S}v") or ""
        if kind == "inlineStr":
            inline = cell.find(f"{S}is")
            return "" if inline is None else _rich(inline)
        if kind == "s":
            index = int(text) if text.isdecimal() and len(text) < 9 else len(self.strings)
            return self.strings[index] if index < len(self.strings) else ""
        if kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        return self._number(text, cell.get("s", "0")) if kind == "n" else text

    def _number(self, text: str, style: str) -> str:
        try:
            number = float(text)
        except ValueError:
            return text
        if not math.isfinite(number):
            return text
        return self.values.shown(number, int(style) if style.isdecimal() and len(style) < 7 else 0)

    def _links(self, part: str, root: ET.Element) -> dict[str, str]:
        """Targets of linked cells by the cell's name."""
        marked = root.findall(f"{S}hyperlinks/{S}hyperlink")
        links = self.package.relationships(part) if marked else {}
        found = ((element.get("ref", ""), links.get(element.get(f"{RELATIONSHIPS}id", ""))) for element in marked)
        return {name.partition(":")[0]: link.target for name, link in found if link is not None and link.external}


def _numbered_rows(root: ET.Element) -> Iterator[tuple[int, ET.Element]]:
    """Rows with their numbers; a row without one follows the row before."""
    number = 0
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        given = row.get("r", "")
        number = int(given) if given.isdecimal() and len(given) < 8 else number + 1
        yield number, row


def _rich(element: ET.Element) -> str:
    """The text of a string, whatever its styles; reading aids above Asian characters are not part of it."""
    direct = [child.text or "" for child in element if child.tag == f"{S}t"]
    styled = [text.text or "" for text in element.iterfind(f"{S}r/{S}t")]
    return "".join((*direct, *styled))


def _column(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _letters(column: int) -> str:
    head, tail = divmod(column, 26)
    return (_letters(head - 1) if head else "") + chr(ord("A") + tail)
