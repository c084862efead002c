"""A submission as a form: what stands where, with the blanks that an author fills in. Pure data; writers put it into files.

An untouched template and a filled one are the same layout: the blanks of the one are empty.
"""

from __future__ import annotations

from dataclasses import dataclass

Notes = tuple[str, ...]
"""Paragraphs for the author that no reader takes for content."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One text to write under a label. key: of the prompt or field. name: the label in a format of keys and values."""

    key: str
    label: str
    name: str
    text: str = ""
    notes: Notes = ()


@dataclass(frozen=True, slots=True)
class TextSection:
    """A text under a heading: a single field, or (without a label) a component that is made of nothing else."""

    place: str
    label: str
    notes: Notes = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class AnswersSection:
    """Numbered questions, an answer to each. Without a label they stand directly in the component."""

    place: str
    label: str
    blanks: tuple[Blank, ...]
    notes: Notes = ()


@dataclass(frozen=True, slots=True)
class ListSection:
    """Entries, one to a line."""

    place: str
    label: str
    entries: tuple[str, ...]
    numbered: bool = False
    notes: Notes = ()


@dataclass(frozen=True, slots=True)
class PartsSection:
    """Parts that repeat, each with the same blanks. called: what one of them is called, before its number."""

    place: str
    label: str
    called: str
    parts: tuple[tuple[Blank, ...], ...]
    notes: Notes = ()


@dataclass(frozen=True, slots=True)
class CopiesSection:
    """Copies of a form that others filled in: for each copy, the answers in the order of the questions."""

    place: str
    label: str
    called: str
    copies: tuple[tuple[str, ...], ...]
    notes: Notes = ()


Section = TextSection | AnswersSection | ListSection | PartsSection | CopiesSection


@dataclass(frozen=True, slots=True)
class Sheet:
    """One component. heading: as a title and as a YAML key. file: its name without number and ending.

    declared: the file has to say in front matter which component it is, because neither its name nor its heading does.
    """

    component: str
    heading: str
    key: str
    file: str
    sections: tuple[Section, ...]
    notes: Notes = ()
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole submission. rubric: the id it declares, where it has to."""

    sheets: tuple[Sheet, ...]
    rubric: str | None = None
