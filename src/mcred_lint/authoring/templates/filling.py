"""What an author writes into a layout: a text for each slot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mcred_lint.authoring.templates.layout import (
    AnswersSection,
    Blank,
    CopiesSection,
    Layout,
    ListSection,
    PartsSection,
    Section,
    Sheet,
    TextSection,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where one text goes. number: of the entry, part or copy, from 0. key: of the prompt or field, the number of an answer."""

    component: str
    place: str
    number: int = 0
    key: str = ""


Texts = Mapping[Slot, str]


def slots(layout: Layout) -> Iterator[Slot]:
    """Every slot of a layout, in reading order."""
    for sheet in layout.sheets:
        for section in sheet.sections:
            for number, key in _inside(section):
                yield Slot(sheet.component, section.place, number, key)


def _inside(section: Section) -> Iterator[tuple[int, str]]:
    match section:
        case TextSection():
            yield 0, ""
        case AnswersSection():
            yield from ((0, blank.key) for blank in section.blanks)
        case ListSection():
            yield from ((number, "") for number in range(len(section.entries)))
        case PartsSection():
            yield from ((number, blank.key) for number, part in enumerate(section.parts) for blank in part)
        case CopiesSection():
            yield from ((number, str(at)) for number, copy in enumerate(section.copies) for at in range(len(copy)))


def filled(layout: Layout, texts: Texts) -> Layout:
    """The layout with these texts in it."""
    return replace(layout, sheets=tuple(_sheet(sheet, texts) for sheet in layout.sheets))


def resized(layout: Layout, sizes: Mapping[tuple[str, str], int]) -> Layout:
    """The layout with so many entries, parts or copies in the (component, place)s named."""
    sheets = []
    for sheet in layout.sheets:
        sections = (_sized(section, sizes.get((sheet.component, section.place))) for section in sheet.sections)
        sheets.append(replace(sheet, sections=tuple(sections)))
    return replace(layout, sheets=tuple(sheets))


def _sized(section: Section, size: int | None) -> Section:
    match section:
        case ListSection() if size is not None:
            return replace(section, entries=("",) * size)
        case PartsSection() if size is not None:
            return replace(section, parts=section.parts[:1] * size)
        case CopiesSection() if size is not None:
            return replace(section, copies=section.copies[:1] * size)
        case _:
            return section


def _sheet(sheet: Sheet, texts: Texts) -> Sheet:
    return replace(sheet, sections=tuple(_section(section, sheet.component, texts) for section in sheet.sections))


def _section(section: Section, component: str, texts: Texts) -> Section:
    def said(number: int = 0, key: str = "") -> str:
        return texts.get(Slot(component, section.place, number, key), "")

    def written(blanks: tuple[Blank, ...], number: int) -> tuple[Blank, ...]:
        return tuple(replace(blank, text=said(number, blank.key)) for blank in blanks)

    match section:
        case TextSection():
            return replace(section, text=said())
        case AnswersSection():
            return replace(section, blanks=written(section.blanks, 0))
        case ListSection():
            return replace(section, entries=tuple(said(number) for number in range(len(section.entries))))
        case PartsSection():
            return replace(section, parts=tuple(written(part, number) for number, part in enumerate(section.parts)))
        case CopiesSection():
            return replace(section, copies=tuple(
                tuple(said(number, str(at)) for at in range(len(copy))) for number, copy in enumerate(section.copies)
            ))  # fmt: skip
