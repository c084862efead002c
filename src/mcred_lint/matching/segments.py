"""Cutting a passage at its labels: which stretch belongs to which field, prompt or part.

A segment begins at a label whose words the rubric knows and ends at the next label that is as strong or stronger, known or
not: an unknown bold lead after an empty "Materials:" must not fill the materials.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from mcred_lint.document.blocks import Block, Cell, Kind, Line, Row, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.labels import PLAIN_RANK, Label, label_of

Lookup = Callable[[Label], tuple[str, ...]]
"""The keys a label names; empty when it means nothing here."""

_INLINE = re.compile(r"(?:^|[.;!?|\u2022\u00b7/\n)]\s{0,3}|\s{2,6}|[-\u2013\u2014]\s)([A-Z][^:.;!?\n|]{1,60}):(?=\s)")

Labelled = Callable[[Line], Label | None]
"""How a line is seen as a label."""

HEADER_WORDS = 12
"""A cell with more words heads no column: "Participants will ..." is an outcome, although outcomes may be called so."""

SHORT_LABEL_WORDS = 4
"""An unknown plain lead of this many words divides like a label; a longer one reads as prose."""


@dataclass
class Segment:
    """What stands under one label. `keys` is empty for a label that the rubric does not know."""

    keys: tuple[str, ...]
    label: Text | None
    rank: int
    blocks: list[Block] = field(default_factory=list)
    declared: bool = False
    paragraph: int = 0
    """The block number of the paragraph in which a plain label has its value; 0 where its value may go on."""


def segments(blocks: Iterable[Block], lookup: Lookup, labelled: Labelled = label_of) -> list[Segment]:
    """The passage cut at its labels; the first segment holds what stands before any label."""
    found = [Segment((), None, 0)]
    open_segments = [found[0]]
    for block in blocks:
        _close_short(open_segments, block)
        for label, content in _labels_in(block, lookup, labelled):
            if label is not None:
                opened = _open(label, lookup(label), found, open_segments)
                if (
                    opened is not None
                    and label.rest is not None
                    and label.rank == PLAIN_RANK
                    and isinstance(block, Line)
                ):
                    opened.paragraph = block.block
            if content is not None:
                open_segments[-1].blocks.append(content)
    return found


def _close_short(open_segments: list[Segment], block: Block) -> None:
    """A plain label with its value on the same line ("Audience: teachers") ends with its paragraph and the list below it."""
    last = open_segments[-1]
    if (
        last.paragraph
        and isinstance(block, Line)
        and block.kind is Kind.TEXT
        and not block.level
        and block.block != last.paragraph
    ):
        open_segments.pop()


def _labels_in(block: Block, lookup: Lookup, labelled: Labelled) -> Iterator[tuple[Label | None, Block | None]]:
    """Pairs of (label that begins here, content behind it)."""
    if isinstance(block, Table):
        if is_key_value(block, lookup):
            yield from _rows_as_labels(block, lookup)
        else:
            yield None, block
        return
    inline = _inline_labels(block, lookup)
    if inline:
        yield from inline
        return
    label = labelled(block)
    if label is None or not (lookup(label) or _divides(label)):
        yield None, block
    elif not lookup(label):
        yield label, block
    elif label.rest is not None:
        yield label, Line(Kind.TEXT, label.rest, block.level, block.block, block.marker, block.ticked, block.quoted)
    else:
        yield label, None


def _inline_labels(line: Line, lookup: Lookup) -> list[tuple[Label | None, Block | None]]:
    """Several known labels in one running line: "Outcomes: explain ... Topics: ratios. Materials: cards"."""
    if line.kind is Kind.HEADING or line.value or line.text.string.count(":") < 2:
        return []
    text = line.text
    found = []
    for match in _INLINE.finditer(text.string):
        label = Label(text.slice(match.start(1), match.end(1)), None, PLAIN_RANK + line.level)
        if lookup(label):
            found.append((label, match.start(1), match.end()))
    if len(found) < 2:
        return []
    pieces: list[tuple[Label | None, Block | None]] = []
    lead = text.slice(0, found[0][1]).strip()
    if lead:
        pieces.append((None, replace(line, text=lead)))
    ends = [start for _, start, _ in found[1:]] + [len(text.string)]
    for (label, _, start), end in zip(found, ends, strict=True):
        value = text.slice(start, end).strip(" \t|;")
        pieces.append((label, replace(line, kind=Kind.TEXT, text=value) if value.string else None))
    return pieces


def _divides(label: Label) -> bool:
    """Whether a label divides although its words are unknown."""
    if label.alone or label.weak:
        return False
    return label.rank < PLAIN_RANK or (label.rest is not None and len(label.text.string.split()) <= SHORT_LABEL_WORDS)


def _open(label: Label, keys: tuple[str, ...], found: list[Segment], open_segments: list[Segment]) -> Segment | None:
    """Begin a segment at a known label, or at an unknown one that ended another."""
    closed = False
    while len(open_segments) > 1 and open_segments[-1].rank >= label.rank:
        open_segments.pop()
        closed = True
    if keys or closed:
        segment = Segment(keys, label.text, label.rank, declared=label.declared)
        found.append(segment)
        open_segments.append(segment)
        return segment
    return None


def _rows_as_labels(table: Table, lookup: Lookup) -> Iterator[tuple[Label | None, Block | None]]:
    for row in table.all_rows:
        first, *others = row.cells
        label = _cell_label(first)
        value = next((cell for cell in others if cell.text), None)
        if label is not None and (lookup(label) or value is not None):
            yield label, None
        if value is not None:
            yield from ((None, line) for line in cell_lines(value))


def _cell_label(cell: Cell) -> Label | None:
    text = cell.text.strip(" :\n")
    return Label(text, None, PLAIN_RANK + 5) if text.string else None


def cell_lines(cell: Cell) -> Iterator[Line]:
    """A cell's text as lines, so that labels and lists in it are seen."""
    for text in cell.text.lines():
        yield Line(Kind.TEXT, text.strip())


def is_key_value(table: Table, lookup: Lookup) -> bool:
    """Whether a table's first column holds labels: at least two of its rows, and a third of them, begin with a known name, and
    its top row is not a row of such names itself."""
    rows = [row for row in table.all_rows if row.cells and row.cells[0].text]
    if not rows or max(len(row.cells) for row in rows) > 3:
        return False
    known = [row for row in rows if _known(row.cells[0], lookup)]
    top = sum(_known(cell, lookup) for cell in rows[0].cells)
    return top < 2 and len(known) >= min(2, len(rows)) and 3 * len(known) >= len(rows)


def _known(cell: Cell, lookup: Lookup) -> bool:
    label = _cell_label(cell)
    return label is not None and bool(lookup(label))


def columns_named(row: Row | None, lookup: Lookup) -> dict[int, tuple[str, ...]]:
    """Which columns of a table have a header that the rubric knows: {column: keys}."""
    if row is None:
        return {}
    short = ((number, cell) for number, cell in enumerate(row.cells) if len(cell.text.flat.split()) <= HEADER_WORDS)
    labels = ((number, _cell_label(cell)) for number, cell in short)
    named = ((number, lookup(label)) for number, label in labels if label is not None)
    return {number: keys for number, keys in named if keys}
