"""A file as every reader gives it: lines and tables in reading order, each with its place.

The list is flat on purpose. What belongs under what is a question of meaning (a bold line may head a session, a list
item may be one), so the matching room decides it with the rubric's names in hand; a reader only says what it saw.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mcred_lint.document.text import Text
from mcred_lint.sources.places import Place


class Kind(StrEnum):
    """What a line looks like."""

    HEADING = "heading"
    """A heading of the format itself (`#`, a Word heading style, a slide title), or a key of a YAML mapping."""
    ENTRY = "entry"
    """The beginning of one mapping in a YAML list, or of one row of a form export; its text may be empty."""
    TEXT = "text"
    """One line of a paragraph."""
    ITEM = "item"
    """A list item's first line; its other lines are TEXT with the same block number and level."""
    CODE = "code"
    NOTE = "note"
    """A footnote's or endnote's text."""
    RULE = "rule"
    """A thematic break, a page or slide border without a title."""


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line.

    level: of a heading 1-6 (1 the highest), of a YAML key or entry its depth from 1, of an item or a text inside it the
    nesting depth from 1, otherwise 0. block: lines with the same number stand in one paragraph, item or note.
    marker: "1", "a", "iv" of a numbered item without its dot, "-" of a bullet, the label of a note.
    ticked: True or False for a task box at the beginning of the line. declared: the format itself says that this heading is a
    label (a YAML key, a column header), nothing was guessed from looks. value: the text is the value of such a label.
    """

    kind: Kind
    text: Text
    level: int = 0
    block: int = 0
    marker: str | None = None
    ticked: bool | None = None
    quoted: bool = False
    declared: bool = False
    value: bool = False

    @property
    def place(self) -> Place:
        return self.text.place


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; line breaks inside it are "\\n" in its text."""

    text: Text


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header` is the row the format marks as header (Markdown always marks the first), or None; layout
    tables and exports mark rows that are data, so matching may treat the header as a first row. `level` is the list
    nesting it stands in, 0 outside lists."""

    rows: tuple[Row, ...]
    place: Place
    header: Row | None = None
    level: int = 0

    @property
    def all_rows(self) -> tuple[Row, ...]:
        return (self.header, *self.rows) if self.header else self.rows


Block = Line | Table


class Severity(StrEnum):
    """How much of a file a problem costs."""

    UNREADABLE = "unreadable"
    """Nothing of the file could be used."""
    PARTLY = "partly"
    """Part of it was read."""
    NOTE = "note"
    """All of it was read; worth knowing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that a reader could not take as it is: what was found, and what to do."""

    message: str
    hint: str
    place: Place
    severity: Severity = Severity.NOTE


@dataclass(frozen=True, slots=True)
class Property:
    """A fact beside the text: a front matter entry, a document property such as the author."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True)
class Document:
    """One file, read.

    path: relative to the submission, with forward slashes. format: "Markdown", "YAML", "Word", "slides", "PDF",
    "CSV", "spreadsheet", "text"; other files (pictures, archives) have the format "other" and no blocks.
    """

    path: str
    format: str
    blocks: tuple[Block, ...] = ()
    properties: tuple[Property, ...] = ()
    problems: tuple[Problem, ...] = ()
    size: int = 0
    """Of the file in bytes."""
    source: str = field(default="", repr=False, compare=False)
    """The text as read, with "\\n" line ends, for formats that have lines; the marked-up page shows it."""

    @property
    def unreadable(self) -> bool:
        return any(problem.severity is Severity.UNREADABLE for problem in self.problems)
