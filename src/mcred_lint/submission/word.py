"""Word files (.docx): paragraphs, lists, tables and notes in reading order, by the standard library alone.

Read as the printed page shows it: tracked changes accepted, hidden text and generated tables of contents left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from xml.etree import ElementTree as ET

from mcred_lint.document.blocks import Block, Document, Kind, Line, Problem, Property, Severity
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place
from mcred_lint.submission.office import (
    OfficeFormat,
    Package,
    Relationship,
    core_properties,
    no_text,
    open_package,
    unreadable_main,
)
from mcred_lint.submission.typed_lines import recognise
from mcred_lint.submission.word_lists import Label, ListPlace, Numbering, list_place, numeral
from mcred_lint.submission.word_styles import Style, Styles, outline_level, without_table_styles
from mcred_lint.submission.word_tables import TableReader, is_box, only_cell
from mcred_lint.submission.word_text import PAGE_BREAK, ParagraphReader
from mcred_lint.submission.word_xml import W, value

FORMAT = OfficeFormat("a Word file", "a file of an older Word (.doc)", "word/document.xml", ".docx")

MAX_PARAGRAPHS = 30_000
"""A thousand pages."""

_P, _TBL, _SDT = f"{W}p", f"{W}tbl", f"{W}sdt"
_NOTE_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}


def read(path: str, data: bytes) -> Document:
    """Read a Word file given as bytes; nothing raises, what went wrong stands in the document's problems."""
    package = open_package(path, data, FORMAT)
    if isinstance(package, Problem):
        return Document(path, "Word", problems=(package,), size=len(data))
    root = package.xml(package.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        return Document(path, "Word", problems=(unreadable_main(package, FORMAT),), size=len(data))
    reader = _open_body(package)
    reader.container(body)
    reader.notes(package)
    comments = _comments(package)
    properties = (*core_properties(package), *_margins(package, reader.styles), *_authors(path, reader.text, comments))
    problems = (
        *package.problems,
        *no_text(package, reader.blocks),
        *_too_long(path, reader),
        *_markup_problems(path, reader.text, comments),
    )
    return Document(path, "Word", tuple(recognise(reader.blocks)), properties, problems, len(data))


def _too_long(path: str, reader: _Body) -> tuple[Problem, ...]:
    if reader.paragraphs < MAX_PARAGRAPHS:
        return ()
    message = f"This file is longer than any submission; only its first {MAX_PARAGRAPHS} paragraphs were read."
    return (Problem(message, "Hand in only what belongs to this submission.", Place(path), Severity.PARTLY),)


def _open_body(package: Package) -> _Body:
    folder = package.main.rpartition("/")[0]
    styles = Styles.from_xml(package.xml(f"{folder}/styles.xml", without_table_styles))
    numbering = Numbering.from_xml(package.xml(f"{folder}/numbering.xml"))
    return _Body(package.path, styles, numbering, package.relationships(package.main))


@dataclass
class _Body:
    """Walks the body and collects its blocks."""

    path: str
    styles: Styles
    numbering: Numbering
    links: Mapping[str, Relationship]
    blocks: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0
    block: int = 0

    def __post_init__(self) -> None:
        self.text = ParagraphReader(self.styles, self.links)

    def container(self, node: ET.Element) -> None:
        """Everything that may hold paragraphs and tables."""
        for child in node:
            if self.paragraphs >= MAX_PARAGRAPHS:
                return
            if child.tag == _P:
                self._paragraph(child)
            elif child.tag == _TBL:
                self._table(child)
            elif child.tag == _SDT:
                content = child.find(f"{W}sdtContent")
                if content is not None and not _is_contents(child):
                    self.container(content)
            elif child.tag in _WRAPPERS:
                self.container(child)

    def _paragraph(self, element: ET.Element) -> None:
        properties = element.find(f"{W}pPr")
        style = self.styles[None if properties is None else value(properties.find(f"{W}pStyle"))]
        if style.contents:
            return
        runs = self.text.read(element, bool(style.bold))
        boxes = self.text.boxes
        heading = style.heading if properties is None else _first(outline_level(properties), style.heading)
        place = self._list_place(properties, style)
        label = None if place is None else self.numbering.next(place)
        self._place_runs(runs, heading or 0, label, place)
        if not runs and properties is not None and properties.find(f"{W}pBdr/{W}bottom") is not None:
            self._rule()
        for box in boxes:
            self.container(box)

    def _list_place(self, properties: ET.Element | None, style: Style) -> ListPlace | None:
        place = style.list if properties is None else _first(list_place(properties), style.list)
        return None if place is None or place.list_id == "0" else place

    def _place_runs(self, runs: list[Run], heading: int, label: Label | None, place: ListPlace | None) -> None:
        """Cut the paragraph where the author broke the line, and say what each piece is."""
        if not any(run.text.strip() for run in runs):
            if any(run.text == PAGE_BREAK for run in runs):
                self._rule()
            return
        self.paragraphs += 1
        self.block += 1
        name = f"paragraph {self.paragraphs}"
        if label is not None and label.words:
            runs = [Run(f"{label.words} "), *runs]
        if heading:
            self._heading(runs, heading, label, name)
            return
        depth = 0 if place is None else place.depth + 1
        for piece in split_lines(runs):
            if piece is None:
                self._rule()
            else:
                self._line(Text(self.path, tuple(piece), name).strip(), label, depth)
                label = None

    def _heading(self, runs: list[Run], level: int, label: Label | None, name: str) -> None:
        spaced = tuple(run if run.text not in ("\n", PAGE_BREAK) else Run(" ", bold=run.bold) for run in runs)
        text = Text(self.path, spaced, name).strip()
        marker = label.marker if label is not None else None
        self.blocks.append(Line(Kind.HEADING, text, level, self.block, marker))

    def _line(self, text: Text, label: Label | None, depth: int) -> None:
        if label is None:
            self.blocks.append(Line(Kind.TEXT, text, depth, self.block))
        else:
            ticked = _BULLET_BOXES.get(label.bullet)
            self.blocks.append(Line(Kind.ITEM, text, depth, self.block, label.marker, ticked))

    def _rule(self) -> None:
        self.block += 1
        self.blocks.append(Line(Kind.RULE, Text(self.path, label=f"after paragraph {self.paragraphs}"), 0, self.block))

    def _table(self, element: ET.Element) -> None:
        """A table; a single cell is a frame around ordinary paragraphs and is read as those."""
        self.tables += 1
        if is_box(element):
            self.container(only_cell(element))
            return
        reader = TableReader(self.path, f"table {self.tables}", self.text, self.styles, self.numbering)
        table = reader.read(element)
        if table is not None:
            self.blocks.append(table)

    def notes(self, package: Package) -> None:
        """Footnotes and endnotes in the order in which the text refers to them, numbered as Word shows them."""
        references = list(dict.fromkeys(self.text.notes))
        for kind, form in _NOTE_FORMS.items():
            wanted = [note_id for tag, note_id in references if tag == kind]
            if wanted:
                self._notes_of(kind, form, wanted, package)

    def _notes_of(self, kind: str, form: str, wanted: list[str], package: Package) -> None:
        part = f"{package.main.rpartition('/')[0]}/{kind}s.xml"
        root = package.xml(part)
        found = {} if root is None else {note.get(f"{W}id", ""): note for note in root.findall(f"{W}{kind}")}
        reader = ParagraphReader(self.styles, package.relationships(part))
        for number, note_id in enumerate(wanted, start=1):
            marker = numeral(number, form)
            self.block += 1
            for paragraph in found[note_id].iter(_P) if note_id in found else ():
                for piece in split_lines(reader.read(paragraph)):
                    text = Text(self.path, tuple(piece or ()), f"{kind} {marker}").strip()
                    if text:
                        self.blocks.append(Line(Kind.NOTE, text, 0, self.block, marker))


_Value = TypeVar("_Value")
_WRAPPERS = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent"))
_BULLET_BOXES = {"☐": False, "□": False, "\uf06f": False, "\uf0a8": False, "☑": True, "☒": True, "\uf0fe": True}


def split_lines(runs: Iterable[Run]) -> list[list[Run] | None]:
    """The runs of each visible line; None stands for a page break."""
    lines: list[list[Run] | None] = []
    current: list[Run] = []
    for run in runs:
        if run.text in ("\n", PAGE_BREAK):
            lines.extend([current] if run.text == "\n" else [current, None])
            current = []
        else:
            current.append(run)
    lines.append(current)
    return [line for line in lines if line is None or any(run.text.strip() for run in line)]


def _first(own: _Value | None, inherited: _Value | None) -> _Value | None:
    return inherited if own is None else own


def _is_contents(control: ET.Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return value(gallery) == "Table of Contents"


def _margins(package: Package, styles: Styles) -> list[Property]:
    """The distinct texts of headers and footers: a name may stand there."""
    found: dict[tuple[str, str], None] = {}
    for link in package.relationships(package.main).values():
        if link.kind in ("header", "footer") and not link.external:
            root = package.xml(link.target)
            text = "" if root is None else _plain(root, styles)
            if text:
                found[link.kind, text] = None
    return [Property(kind, text, Place(package.path, label=kind)) for kind, text in found]


def _plain(root: ET.Element, styles: Styles) -> str:
    reader = ParagraphReader(styles, {})
    lines = ("".join(run.text for run in reader.read(paragraph)).strip() for paragraph in root.iter(_P))
    return "\n".join(line for line in lines if line)


def _comments(package: Package) -> list[str]:
    """The author of each comment."""
    authors: list[str] = []
    for part in package.related(package.main, "comments"):
        root = package.xml(part)
        if root is not None:
            authors.extend(comment.get(f"{W}author", "").strip() for comment in root.findall(f"{W}comment"))
    return authors


def _authors(path: str, text: ParagraphReader, comments: list[str]) -> list[Property]:
    """People named by comments and tracked changes: readers of the file see these names."""
    named = {"comment author": set(comments), "change author": text.authors}
    return [
        Property(name, author, Place(path, label=f"{name}s"))
        for name, authors in named.items() for author in sorted(authors) if author
    ]  # fmt: skip


def _markup_problems(path: str, text: ParagraphReader, comments: list[str]) -> list[Problem]:
    problems = []
    if comments:
        count = "1 comment" if len(comments) == 1 else f"{len(comments)} comments"
        problems.append(Problem(f"This file has {count} in its margin; comments are not read as part of the text.",
                                "Resolve and delete comments before you submit.", Place(path)))  # fmt: skip
    if text.changed:
        problems.append(Problem("This file has tracked changes: insertions were read, deletions were left out.",
                                "Accept or reject all changes before you submit.", Place(path)))  # fmt: skip
    return problems
