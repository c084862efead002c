"""Placeholders: left-over template text. Blanks in handouts and survey forms are for participants and are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.document.blocks import Document, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.matching.content import Materials, Questions, Responses
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Placeholders
from mcred_lint.measures.view import View
from mcred_lint.text.placeholders import find_placeholders


def placeholders(spec: Placeholders, view: View) -> Measurement:
    """The number of left-overs in the files that belong to a component."""
    forms = set(_handouts_and_forms(view))
    used = {passage.file for content in view.contents.values() for passage in content.passages}
    items = [
        item for document in view.documents if document.path in used for item in _in_document(document, forms, view)
    ]
    return Measurement.exactly(
        len(items),
        "left-over",
        items=tuple(items),
        place=items[0].place if items else None,
        said="" if items else "no left-over template text was found",
    )


def _in_document(document: Document, forms: set[int], view: View) -> Iterator[Item]:
    for block in document.blocks:
        handout = id(block) in forms
        for text in _texts(block):
            for found in find_placeholders(text.string, view.language.placeholders, handout=handout):
                piece = text.slice(found.start, found.end)
                yield Item(f'"{found.text}"', piece.place, note=found.why.rstrip("."))


def _texts(block: Line | Table) -> Iterator[Text]:
    if isinstance(block, Table):
        for row in block.all_rows:
            yield from (cell.text for cell in row.cells)
    elif block.kind is not Kind.ENTRY and not block.declared:
        yield block.text


def _handouts_and_forms(view: View) -> Iterator[int]:
    """The blocks of components that hold materials or forms for participants."""
    for content in view.contents.values():
        if any(isinstance(found, Materials | Questions | Responses) for found in content.places.values()):
            for passage in content.passages:
                yield from (id(block) for block in passage.blocks)
