"""Files and covers: what there is to be used, and whether every part turns up in it."""

from __future__ import annotations

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.matching.content import Group, Groups, Material, Materials
from mcred_lint.matching.prose import visible
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.parts import part_name
from mcred_lint.measures.specs import Covers, Files
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import index
from mcred_lint.wording import part_of, plural

LEAST_LETTERS = 3
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
    content, parts, part = view.content(spec.of), view.content(spec.titles), part_name(spec.titles, view)
    titles = [group for group in parts.groups if group.title] if isinstance(parts, Groups) else []
    materials = content.materials if isinstance(content, Materials) else ()
    readable = [material for material in materials if material.passage]
    if not titles or not readable:
        unclear = f"there is no text of materials, or no {part} title, to compare"
        return Measurement(0, 1, "share", whole=1, unclear=unclear)
    words = {word for material in readable for word in _words(material)}
    seen = [_turns_up(group, words) for group in titles]
    items = [named_item(group.label, group.place) for group in titles]
    said = f"{part_of(sum(seen), len(titles))} {plural(part)} turn up in the materials"
    return Measurement.exactly(
        sum(seen) / len(titles),
        "share",
        whole=1,
        noun=plural(part),
        said=said,
        items=tuple(item for item, found in zip(items, seen, strict=True) if found),
        missing=tuple(item for item, found in zip(items, seen, strict=True) if not found),
    )


def _turns_up(group: Group, words: set[str]) -> bool:
    title = index(group.title.string).words if group.title else ()
    wanted = [word for word in title if len(word) >= LEAST_LETTERS]
    return bool(wanted) and sum(word in words for word in wanted) >= WORDS_FOUND * len(wanted)


def _words(material: Material) -> set[str]:
    if material.passage is None:
        return set()
    headings = (
        block.text for block in material.passage.blocks if isinstance(block, Line) and block.kind is Kind.HEADING
    )
    return {word for text in (*visible(material.passage.blocks), *headings) for word in index(text.string).words}
