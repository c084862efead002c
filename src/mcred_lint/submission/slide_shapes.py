"""The shapes of one slide: titles, bulleted paragraphs, tables, drawn diagrams, speaker notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mcred_lint.document.blocks import Cell, Kind, Line, Row, Table
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place
from mcred_lint.submission.office import COMPATIBILITY, RELATIONSHIPS, Relationship, branch

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_LINK_ID = f"{RELATIONSHIPS}id"


@dataclass
class ShapeReader:
    """Reads the shapes of one slide into paragraphs, each a list of lines."""

    path: str
    label: str
    links: Mapping[str, Relationship]
    unbulleted: Mapping[str, set[int]]

    def title(self, shape: ET.Element) -> Text:
        """A title on one line, whatever breaks were needed to fit it."""
        runs: list[Run] = []
        for paragraph in shape.iter(f"{A}p"):
            runs.extend([Run(" "), *self._runs(paragraph)] if runs else self._runs(paragraph))
        return self._text([Run(" ") if run.text == "\n" else run for run in runs])

    def lines(self, shape: ET.Element) -> Iterator[list[Line]]:
        """The paragraphs of a text shape: list items where the slide shows bullets."""
        kind, index = placeholder(shape)
        bulleted = kind in ("body", "obj")
        plain = self.unbulleted.get(index, set())
        numbers: dict[int, int] = {}
        target = self._target(shape.find(f"{P}nvSpPr/{P}cNvPr/{A}hlinkClick"))
        for paragraph in shape.iter(f"{A}p"):
            properties = paragraph.find(f"{A}pPr")
            depth = _whole(None if properties is None else properties.get("lvl"))
            marker = _marker(properties, bulleted and depth not in plain, depth, numbers)
            pieces = [self._text(piece) for piece in _split(self._runs(paragraph, target))]
            yield list(_paragraph([piece for piece in pieces if piece], marker, depth))

    def notes(self, shape: ET.Element) -> Iterator[list[Line]]:
        """Speaker notes, which the audience does not see."""
        for paragraph in shape.iter(f"{A}p"):
            texts = [self._text(piece) for piece in _split(self._runs(paragraph))]
            yield [Line(Kind.TEXT, text, quoted=True) for text in texts if text]

    def diagram(self, root: ET.Element | None) -> Iterator[list[Line]]:
        """The labels of a drawn diagram (SmartArt)."""
        for paragraph in () if root is None else root.iter(f"{A}p"):
            text = self._text([run for run in self._runs(paragraph) if run.text != "\n"])
            if text:
                yield [Line(Kind.ITEM, text, 1, marker="-")]

    def table(self, table: ET.Element) -> Table:
        """A table; its first row is the header where the author's table style marks it."""
        rows = [self._row(row, f"{self.label}, row {n}") for n, row in enumerate(table.findall(f"{A}tr"), start=1)]
        properties = table.find(f"{A}tblPr")
        marked = properties is not None and properties.get("firstRow") in ("1", "true")
        header = rows.pop(0) if rows and marked else None
        return Table(tuple(rows), Place(self.path, label=self.label), header)

    def _row(self, row: ET.Element, label: str) -> Row:
        texts = []
        for cell in row.findall(f"{A}tc"):
            runs: list[Run] = []
            for paragraph in cell.iter(f"{A}p"):
                runs.extend([Run("\n"), *self._runs(paragraph)] if runs else self._runs(paragraph))
            texts.append(Text(self.path, tuple(runs), label).strip())
        return Row(tuple(Cell(text) for text in texts), Place(self.path, label=label))

    def _runs(self, paragraph: ET.Element, target: str | None = None) -> list[Run]:
        runs = []
        for child in paragraph:
            if child.tag == f"{A}br":
                runs.append(Run("\n"))
            elif child.tag in (f"{A}r", f"{A}fld") and child.get("type") != "slidenum":
                properties = child.find(f"{A}rPr")
                bold = properties is not None and properties.get("b") in ("1", "true")
                link = target if properties is None else self._target(properties.find(f"{A}hlinkClick")) or target
                text = (child.findtext(f"{A}t") or "").replace("\n", " ")
                # PowerPoint keeps a line break inside a title as a vertical tab, which XML shows as this code.
                pieces = text.replace("_x000B_", "\v").split("\v")
                for number, piece in enumerate(pieces):
                    runs.extend([Run("\n")] if number else [])
                    runs.append(Run(piece, bold=bold, link=link))
        return runs

    def _target(self, click: ET.Element | None) -> str | None:
        link = None if click is None else self.links.get(click.get(_LINK_ID, ""))
        return link.target if link is not None and link.external else None

    def _text(self, runs: list[Run]) -> Text:
        return Text(self.path, tuple(run for run in runs if run.text), self.label).strip()


def _paragraph(pieces: list[Text], marker: str | None, depth: int) -> Iterator[Line]:
    """The lines of one paragraph; the first is the item."""
    for number, piece in enumerate(pieces):
        kind = Kind.ITEM if marker is not None and number == 0 else Kind.TEXT
        level = 0 if marker is None else depth + 1
        yield Line(kind, piece, level, marker=marker if kind is Kind.ITEM else None)


def _marker(properties: ET.Element | None, bulleted: bool, depth: int, numbers: dict[int, int]) -> str | None:
    """The bullet or running number that the slide shows before a paragraph, None without one."""
    for deeper in [other for other in numbers if other > depth]:
        del numbers[deeper]
    automatic = None if properties is None else properties.find(f"{A}buAutoNum")
    if automatic is not None:
        numbers[depth] = numbers.get(depth, _whole(automatic.get("startAt"), 1) - 1) + 1
        return str(numbers[depth])
    numbers.pop(depth, None)
    if properties is not None and properties.find(f"{A}buNone") is not None:
        return None
    drawn = properties is not None and any(properties.find(f"{A}{name}") is not None for name in ("buChar", "buBlip"))
    return "-" if drawn or bulleted else None


def shapes_of(node: ET.Element) -> Iterator[ET.Element]:
    """The shapes of a slide, those inside groups too, in the order of drawing."""
    for child in node:
        if child.tag in (f"{P}sp", f"{P}graphicFrame"):
            yield child
        elif child.tag == f"{COMPATIBILITY}AlternateContent":
            chosen = branch(child)
            yield from () if chosen is None else shapes_of(chosen)
        elif child.tag in (f"{P}cSld", f"{P}spTree", f"{P}grpSp"):
            yield from shapes_of(child)


def placeholder(shape: ET.Element) -> tuple[str, str]:
    """The kind of placeholder ("title", "body", "obj" by default) and its index; ("", "") for a free shape."""
    element = shape.find(f"./*/{P}nvPr/{P}ph")
    return ("", "") if element is None else (element.get("type", "obj"), element.get("idx", "0"))


def plain_depths(shape: ET.Element) -> set[int]:
    styles = shape.find(f".//{A}lstStyle")
    if styles is None:
        return set()
    return {n for n in range(9) if styles.find(f"{A}lvl{n + 1}pPr/{A}buNone") is not None}


def words_of(shape: ET.Element) -> list[str]:
    return "".join(element.text or "" for element in shape.iter(f"{A}t")).split()


def _split(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if run.text == "\n":
            yield line
            line = []
        else:
            line.append(run)
    yield line


def _whole(text: str | None, default: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
