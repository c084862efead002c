"""What Word's styles say about a paragraph: heading level, bold, list.

Style ids are translated by Word ("berschrift1"); their names in the file are not ("heading 1"), so names decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from mcred_lint.submission.word_lists import ListPlace, list_place
from mcred_lint.submission.word_xml import W, switched, value, whole

_HEADING = re.compile(r"heading ?([1-9])$")
_LIST = re.compile(r"list (?:bullet|number) ?([2-5])?$")
_CONTENTS = re.compile(r"(?:toc|contents) ?(?:[1-9]|heading)$")
_MAX_ANCESTORS = 20
_STYLE_END, _TABLE_STYLE = b"</w:style>", b'<w:style w:type="table"'


@dataclass(frozen=True, slots=True)
class Style:
    """What a style adds to its parent. None: it says nothing about it."""

    name: str = ""
    parent: str | None = None
    heading: int | None = None
    """1-6; 0: expressly body text."""
    bold: bool | None = None
    list: ListPlace | None = None

    @property
    def contents(self) -> bool:
        """It styles a line of a table of contents, which Word makes from the headings."""
        return bool(_CONTENTS.match(self.name))


_PLAIN = Style()


@dataclass(frozen=True)
class Styles:
    """All styles of a file by id."""

    own: Mapping[str, Style] = field(default_factory=dict)
    _resolved: dict[str, Style] = field(default_factory=dict, repr=False)

    @classmethod
    def from_xml(cls, root: ET.Element | None) -> Styles:
        """Read word/styles.xml; without one only the usual heading ids are known."""
        found = () if root is None else root.findall(f"{W}style")
        return cls({style.get(f"{W}styleId", ""): _style(style) for style in found})

    def __getitem__(self, style_id: str | None) -> Style:
        """The style with what it takes over from its ancestors."""
        if style_id is None:
            return _PLAIN
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def _resolve(self, style_id: str) -> Style:
        own = self.own.get(style_id)
        if own is None:
            return Style(style_id, heading=_named_heading(style_id.lower()))
        heading, bold, place, parent = own.heading, own.bold, own.list, own.parent
        for _ in range(_MAX_ANCESTORS):
            above = self.own.get(parent or "")
            if above is None:
                break
            heading = above.heading if heading is None else heading
            bold = above.bold if bold is None else bold
            place = above.list if place is None else place
            parent = above.parent
        return Style(own.name, own.parent, heading, bold, place)


def without_table_styles(data: bytes) -> bytes:
    """styles.xml without its table styles: they are nine tenths of it, and say nothing about paragraphs."""
    first, *rest = data.split(_STYLE_END)
    return _STYLE_END.join([first, *(piece for piece in rest if not piece.lstrip().startswith(_TABLE_STYLE))])


def _style(element: ET.Element) -> Style:
    name = (value(element.find(f"{W}name")) or "").strip().lower()
    paragraph, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    heading = _named_heading(name)
    if heading is None and paragraph is not None:
        heading = outline_level(paragraph)
    place = None if paragraph is None else list_place(paragraph)
    depth = _LIST.match(name)
    if place is not None and depth and depth[1]:
        place = ListPlace(place.list_id, max(place.depth, int(depth[1]) - 1))
    bold = None if run is None else switched(run.find(f"{W}b"))
    return Style(name, value(element.find(f"{W}basedOn")), heading, bold, place)


def _named_heading(name: str) -> int | None:
    if name == "title":
        return 1
    number = _HEADING.match(name)
    return min(int(number[1]), 6) if number else None


def outline_level(properties: ET.Element) -> int | None:
    """The heading level a paragraph (or style) claims beside its style: 1-6, 0 for body text, None without a claim."""
    level = whole(value(properties.find(f"{W}outlineLvl")))
    if level is None:
        return None
    return min(level + 1, 6) if 0 <= level < 9 else 0
