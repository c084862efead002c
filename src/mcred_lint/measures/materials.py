"""Files and covers: what there is to be used, and whether every part turns up in it."""

from __future__ import annotations

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.findings import Item
from mcred_lint.matching.content import Groups, Material, Materials
from mcred_lint.matching.prose import visible
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.specs import Covers, Files
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import index
from mcred_lint.wording import part_of

WORDS_FOUND = 0.6
"""A title turns up where this share of its words does."""


def files(spec: Files, view: View) -> Measurement:
    """The number of things to be used: files with content, links, texts complete in themselves."""
    content = view.content(spec.of)
    if not isinstance(content, Materials):
        return Measurement.exactly(0, "material", found=False, place=view.place_of(spec.of))
    items = tuple(named_item(material.text, material.place, note=material.kind) for material in content.materials)
    remarks = tuple(
        Remark(
            f'the file "{link.target}" is named here but is not in the submission',
            "Add the file, or correct its name.",
            link.place,
        )
        for link in content.missing_files
    )
    unreadable = None
    if not items and content.unreadable:
        unreadable = f"{content.unreadable[0]} could not be read"
    return Measurement.exactly(
        len(items),
        "material",
        items=items,
        remarks=remarks,
        found=bool(items),
        unreadable=unreadable,
        place=view.place_of(spec.of),
    )


def covers(spec: Covers, view: View) -> Measurement:
    """The share (0-1) of parts whose title, or most of its words, stands in the materials."""
    content, parts = view.content(spec.of), view.content(spec.titles)
    titles = [group for group in parts.groups if group.title] if isinstance(parts, Groups) else []
    readable = (
        [material for material in content.materials if material.passage] if isinstance(content, Materials) else []
    )
    if not titles or not readable:
        return Measurement(
            0,
            1,
            "share",
            whole=1,
            found=False,
            unclear="there is no text of materials, or no session title, to compare",
        )
    words = {word for material in readable for word in _words(material)}
    found: list[Item] = []
    missing: list[Item] = []
    for group in titles:
        wanted = [word for word in index(group.title.string if group.title else "").words if len(word) > 2]
        seen = sum(word in words for word in wanted)
        (found if wanted and seen >= WORDS_FOUND * len(wanted) else missing).append(
            named_item(group.label, group.place)
        )
    return Measurement.exactly(
        len(found) / len(titles),
        "share",
        whole=1,
        noun="sessions",
        said=f"{part_of(len(found), len(titles))} sessions turn up in the materials",
        items=tuple(found),
        missing=tuple(missing),
    )


def _words(material: Material) -> set[str]:
    if material.passage is None:
        return set()
    headings = (
        block.text for block in material.passage.blocks if isinstance(block, Line) and block.kind is Kind.HEADING
    )
    return {word for text in (*visible(material.passage.blocks), *headings) for word in index(text.string).words}
