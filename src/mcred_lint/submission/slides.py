"""Slide shows (.pptx): slides in the order they are shown, hidden ones too, with their speaker notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from xml.etree import ElementTree as ET

from mcred_lint.document.blocks import Block, Document, Kind, Line, Problem, Property, Severity
from mcred_lint.document.text import Text
from mcred_lint.sources.places import Place
from mcred_lint.submission.office import (
    RELATIONSHIPS,
    OfficeFormat,
    Package,
    Relationship,
    core_properties,
    no_text,
    open_package,
    unreadable_main,
)
from mcred_lint.submission.slide_shapes import A, P, ShapeReader, placeholder, plain_depths, shapes_of, words_of
from mcred_lint.submission.typed_lines import recognise

FORMAT = OfficeFormat("a slide show", "a slide show of an older PowerPoint (.ppt)", "ppt/presentation.xml", ".pptx")
MAX_SLIDES = 1000

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_ID = f"{RELATIONSHIPS}id"
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("sldNum", "dt", "hdr", "sldImg")
"""Placeholders that the program fills by itself."""
_TITLE_LEVEL = 2


def read(path: str, data: bytes) -> Document:
    """Read a slide show given as bytes; nothing raises, what went wrong stands in the document's problems."""
    package = open_package(path, data, FORMAT)
    if isinstance(package, Problem):
        return Document(path, "slides", problems=(package,), size=len(data))
    root = package.xml(package.main)
    if root is None:
        return Document(path, "slides", problems=(unreadable_main(package, FORMAT),), size=len(data))
    show = _Show(package)
    names = _slides(root, package)
    for number, name in enumerate(names[:MAX_SLIDES], start=1):
        show.slide(number, name)
    problems = (*package.problems, *no_text(package, show.blocks), *_too_many(path, names))
    properties = (*core_properties(package), *show.footers())
    return Document(path, "slides", tuple(recognise(show.blocks)), properties, problems, len(data))


def _slides(root: ET.Element, package: Package) -> list[str]:
    links = package.relationships(package.main)
    ids = [element.get(_ID, "") for element in root.iter(f"{P}sldId")]
    return [links[key].target for key in ids if key in links and not links[key].external]


def _too_many(path: str, names: list[str]) -> list[Problem]:
    if len(names) <= MAX_SLIDES:
        return []
    message = f"This file has {len(names)} slides; only the first {MAX_SLIDES} were read."
    return [Problem(message, "Split it into several files.", Place(path), Severity.PARTLY)]


@dataclass
class _Show:
    """Collects the blocks of slide after slide."""

    package: Package
    blocks: list[Block] = field(default_factory=list)
    block: int = 0
    _footers: dict[str, str] = field(default_factory=dict)
    _layouts: dict[str, Mapping[str, set[int]]] = field(default_factory=dict)

    def slide(self, number: int, name: str) -> None:
        """One slide: its title, or a border where it has none, then everything on it, then the notes."""
        root = self.package.xml(name)
        if root is None:
            return
        links = self.package.relationships(name)
        label = f"slide {number}"
        reader = ShapeReader(self.package.path, label, links, self._unbulleted(links))
        shapes = list(shapes_of(root))
        title = next((shape for shape in shapes if placeholder(shape)[0] in _TITLES), None)
        self._title(None if title is None else reader.title(title), label)
        for shape in shapes:
            kind = placeholder(shape)[0]
            if kind == "ftr":
                self._footers.setdefault(" ".join(words_of(shape)), label)
            elif shape is not title and kind not in _FURNITURE:
                self._shape(shape, reader)
        self._notes(links, label)

    def _title(self, title: Text | None, label: str) -> None:
        self.block += 1
        if title:
            self.blocks.append(Line(Kind.HEADING, title, _TITLE_LEVEL, self.block))
        else:
            self.blocks.append(Line(Kind.RULE, Text(self.package.path, label=label), 0, self.block))

    def _shape(self, shape: ET.Element, reader: ShapeReader) -> None:
        table = shape.find(f".//{A}tbl")
        diagram = shape.find(f".//{_DIAGRAM}relIds")
        if table is not None:
            self.blocks.append(reader.table(table))
        elif diagram is not None:
            self._add(reader.diagram(self._part(reader.links, diagram.get(f"{RELATIONSHIPS}dm", ""))))
        else:
            self._add(reader.lines(shape))

    def _part(self, links: Mapping[str, Relationship], key: str) -> ET.Element | None:
        link = links.get(key)
        return None if link is None or link.external else self.package.xml(link.target)

    def _notes(self, links: Mapping[str, Relationship], label: str) -> None:
        for link in links.values():
            root = self.package.xml(link.target) if link.kind == "notesSlide" and not link.external else None
            reader = ShapeReader(self.package.path, f"{label}, notes", self.package.relationships(link.target), {})
            for shape in () if root is None else shapes_of(root):
                if placeholder(shape)[0] == "body":
                    self._add(reader.notes(shape))

    def _add(self, paragraphs: Iterable[list[Line]]) -> None:
        for lines in paragraphs:
            self.block += 1
            for line in lines:
                self.blocks.append(replace(line, block=self.block))

    def _unbulleted(self, links: Mapping[str, Relationship]) -> Mapping[str, set[int]]:
        """For each placeholder of the slide's layout the depths at which the layout shows no bullets."""
        layout = next((link.target for link in links.values() if link.kind == "slideLayout"), "")
        if layout and layout not in self._layouts:
            root = self.package.xml(layout)
            shapes = () if root is None else shapes_of(root)
            self._layouts[layout] = {placeholder(shape)[1]: plain_depths(shape) for shape in shapes}
        return self._layouts.get(layout, {})

    def footers(self) -> list[Property]:
        """What the author put at the foot of the slides: a name may stand there."""
        path = self.package.path
        return [Property("footer", text, Place(path, label=label)) for text, label in self._footers.items() if text]
