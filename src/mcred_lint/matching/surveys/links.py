"""Links of survey sheets: where a survey is handed in as a link only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mcred_lint.document.blocks import Table
from mcred_lint.document.text import Link, Text
from mcred_lint.matching.surveys.sheet import Sheet

_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]{3,500}")


def first_link(sheets: Iterable[Sheet]) -> Link | None:
    """The first link that stands in these sheets."""
    return next(_links(sheets), None)


def _links(sheets: Iterable[Sheet]) -> Iterator[Link]:
    for sheet in sheets:
        for text in _texts(sheet):
            yield from text.links
            bare = _ADDRESS.search(text.string)
            if bare and not text.links:
                shown = text.slice(*bare.span())
                yield Link(shown.string.rstrip(".,;"), shown.string, shown.place)


def _texts(sheet: Sheet) -> Iterator[Text]:
    for block in sheet.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.all_rows for cell in row.cells)
        else:
            yield block.text
