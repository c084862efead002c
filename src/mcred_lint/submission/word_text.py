"""One paragraph of Word as runs: what a reader of the printed page would see, with bold and link targets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree import ElementTree as ET

from mcred_lint.document.text import Run
from mcred_lint.submission.office import COMPATIBILITY, RELATIONSHIPS, Relationship, branch
from mcred_lint.submission.word_styles import Styles
from mcred_lint.submission.word_xml import VAL, W, switched, value, whole

PAGE_BREAK = "\f"
"""The text of a run that stands for a page break or a drawn line across the page."""

_BREAKS = ("\n", PAGE_BREAK)
_MAX_INSTRUCTION = 4000
_MAX_OPEN_FIELDS = 50
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_HORIZONTAL_RULE = "{urn:schemas-microsoft-com:office:office}hr"
_ALTERNATIVES = f"{COMPATIBILITY}AlternateContent"
_BOX_CONTENT = f"{W}txbxContent"
_NOT_SHOWN = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt"))
_TICKED, _EMPTY = "☒", "☐"

# Wingdings and Symbol characters that carry meaning; they stand in a private area of Unicode.
_SYMBOLS = {
    0xF0A8: _EMPTY, 0xF06F: _EMPTY, 0xF071: _EMPTY, 0xF072: _EMPTY, 0xF0FE: "☑", 0xF0FD: _TICKED, 0xF078: _TICKED,
    0xF0FC: "✓", 0xF0FB: "✗", 0xF0B7: "•", 0xF0A7: "▪", 0xF0E0: "→", 0xF04A: "☺", 0xF02D: "-",
}  # fmt: skip

_QUOTED_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)
_BARE_LINK = re.compile(r"\s*HYPERLINK\s+([^\s\\\"]+)", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field between its begin and end marks: its instruction is not shown, its result is."""

    instruction: str = ""
    showing: bool = False

    @property
    def link(self) -> str | None:
        found = _QUOTED_LINK.match(self.instruction) or _BARE_LINK.match(self.instruction)
        return found[1] if found else None


@dataclass
class ParagraphReader:
    """Reads paragraphs of one part one after the other.

    `boxes` are the text boxes anchored in the paragraph read last; `notes` all footnotes and endnotes referred to so
    far, as (tag, id); `authors` who made the tracked changes seen so far.
    """

    styles: Styles
    links: Mapping[str, Relationship]
    boxes: list[ET.Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)
    changed: bool = False
    _runs: list[Run] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _bold: bool = False

    def read(self, paragraph: ET.Element, bold: bool = False) -> list[Run]:
        """The runs of one paragraph; `bold` is what its style says."""
        # A field that is never closed must not swallow the rest of the document.
        self._runs, self._fields, self.boxes, self._bold = [], [], [], bold
        self._walk(paragraph, None)
        return _merged(self._runs)

    def _walk(self, node: ET.Element, link: str | None) -> None:
        for child in node:
            if child.tag == _RUN:
                self._run(child, link)
            elif child.tag in _NOT_SHOWN:
                self._note_change(child)
            else:
                self._container(child, link)

    def _container(self, node: ET.Element, link: str | None) -> None:
        """Anything around runs: links, fields, content controls, tracked insertions, smart tags."""
        if node.tag == f"{W}hyperlink":
            self._walk(node, self._target(node) or link)
        elif node.tag == f"{W}sdt":
            self._control(node, link)
        elif node.tag == f"{W}fldSimple":
            self._walk(node, _Field(node.get(f"{W}instr", "")).link or link)
        elif node.tag == _ALTERNATIVES:
            chosen = branch(node)
            if chosen is not None:
                self._walk(chosen, link)
        else:
            self._note_change(node)
            self._walk(node, link)

    def _target(self, hyperlink: ET.Element) -> str | None:
        relationship = self.links.get(hyperlink.get(f"{RELATIONSHIPS}id", ""))
        return relationship.target if relationship is not None and relationship.external else None

    def _note_change(self, node: ET.Element) -> None:
        if node.tag in _CHANGES:
            self.changed = True
            self.authors.add(node.get(f"{W}author", "").strip())

    def _control(self, control: ET.Element, link: str | None) -> None:
        """A content control. The grey prompt of an untouched one ("Click here to enter text") is not the author's."""
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        box = None if properties is None else properties.find(f"{_W14}checkbox")
        if box is not None:
            checked = box.find(f"{_W14}checked")
            on = checked is not None and checked.get(f"{_W14}val", "1").lower() in ("1", "true", "on")
            self._emit(_TICKED if on else _EMPTY, False, link)
        elif content is not None and (properties is None or not switched(properties.find(f"{W}showingPlcHdr"))):
            self._walk(content, link)

    def _run(self, run: ET.Element, link: str | None) -> None:
        properties = run.find(_RUN_PROPERTIES)
        bold = self._bold
        if properties is not None:
            if switched(properties.find(_HIDDEN)):
                return
            own = switched(properties.find(_B))
            if own is None:
                own = self.styles[value(properties.find(_RUN_STYLE))].bold
            bold = bold if own is None else own
        for child in run:
            if child.tag == _T:
                self._emit((child.text or "").replace("\n", " "), bold, link)
            elif child.tag != _RUN_PROPERTIES:
                self._special(child, bold, link)

    def _special(self, child: ET.Element, bold: bool, link: str | None) -> None:
        shown = _CHARACTERS.get(child.tag)
        if shown is not None:
            self._emit(shown(child), bold, link)
        elif child.tag == f"{W}fldChar":
            self._field_mark(child)
        elif child.tag == f"{W}instrText":
            self._instruct(child.text or "")
        elif child.tag in _NOTE_REFERENCES:
            self.notes.append((_NOTE_REFERENCES[child.tag], child.get(f"{W}id", "")))
        elif len(child):
            self._drawing(child)

    def _instruct(self, text: str) -> None:
        if self._fields and len(self._fields[-1].instruction) < _MAX_INSTRUCTION:
            self._fields[-1].instruction += text[:_MAX_INSTRUCTION]

    def _field_mark(self, mark: ET.Element) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin" and len(self._fields) < _MAX_OPEN_FIELDS:
            self._emit(_form_field(mark), False, None)
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].showing = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, node: ET.Element) -> None:
        """Text boxes and drawn lines inside pictures and shapes."""
        if node.get(_HORIZONTAL_RULE):
            self._runs.append(Run(PAGE_BREAK))
        if node.tag == _BOX_CONTENT:
            self.boxes.append(node)
        elif node.tag == _ALTERNATIVES:
            chosen = branch(node)
            if chosen is not None:
                self._drawing(chosen)
        else:
            for child in node:
                self._drawing(child)

    def _emit(self, text: str, bold: bool, link: str | None) -> None:
        if text and (not self._fields or all(field.showing for field in self._fields)):
            if link is None and self._fields:
                link = next((field.link for field in reversed(self._fields) if field.link), None)
            self._runs.append(Run(text, bold=bold, link=link))


_RUN, _T, _B, _RUN_PROPERTIES = f"{W}r", f"{W}t", f"{W}b", f"{W}rPr"
_HIDDEN, _RUN_STYLE = f"{W}vanish", f"{W}rStyle"
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_NOTE_REFERENCES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}


def _symbol(element: ET.Element) -> str:
    try:
        return _SYMBOLS.get(int(element.get(f"{W}char", "")[:6], 16), "")
    except ValueError:
        return ""


def _break(element: ET.Element) -> str:
    return PAGE_BREAK if element.get(f"{W}type") == "page" else "\n"


_CHARACTERS: Mapping[str, Callable[[ET.Element], str]] = {
    f"{W}tab": lambda _: "\t",
    f"{W}ptab": lambda _: "\t",
    f"{W}br": _break,
    f"{W}cr": lambda _: "\n",
    f"{W}noBreakHyphen": lambda _: "\u2011",
    f"{W}sym": _symbol,
}


def _form_field(mark: ET.Element) -> str:
    """What a form field of the old kind shows: its tick box, or the entry chosen from its list."""
    box, choice = mark.find(f"{W}ffData/{W}checkBox"), mark.find(f"{W}ffData/{W}ddList")
    if box is not None:
        checked = switched(box.find(f"{W}checked"))
        on = switched(box.find(f"{W}default")) if checked is None else checked
        return _TICKED if on else _EMPTY
    if choice is not None:
        entries = [entry.get(VAL, "") for entry in choice.findall(f"{W}listEntry")]
        chosen = whole(value(choice.find(f"{W}result"))) or 0
        return entries[chosen] if 0 <= chosen < len(entries) else ""
    return ""


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one style as one run: Word cuts a sentence wherever it was edited. Breaks stay alone."""
    merged: list[Run] = []
    for (alone, bold, link), group in groupby(runs, key=lambda run: (run.text in _BREAKS, run.bold, run.link)):
        if alone:
            merged.extend(group)
        else:
            merged.append(Run("".join(run.text for run in group), bold=bold, link=link))
    return merged
