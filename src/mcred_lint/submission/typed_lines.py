"""Lists, headings and boxes that were typed as plain characters, read as what they were meant to be.

Works on finished lines, whatever reader they come from: a line of text that begins with a mark becomes an item or a
heading, and a number that was parted from its text gets it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.submission.line_marks import Family, Mark, box, heading, is_label, marks

_BOLD_MARKS = 2
"""Characters before bold text that are not shown."""
_LINES_AHEAD = 40
"""How far the second item of a typed list may stand from the first."""


def recognise(blocks: list[Block]) -> list[Block]:
    """The same blocks with typed marks understood. Empty items that no text belongs to are left out."""
    fresh = count(max((block.block for block in blocks if isinstance(block, Line)), default=0) + 1)
    read: list[Block] = []
    for stretch in _stretches(blocks):
        first = stretch[0]
        if isinstance(first, Table) or first.kind not in (Kind.TEXT, Kind.ITEM):
            read.extend(stretch)
        else:
            lines = [line for line in stretch if isinstance(line, Line)]
            read.extend(ticked(line) for line in _Stretch(lines, fresh).read())
    return read


def _stretches(blocks: list[Block]) -> Iterator[list[Block]]:
    """Neighbouring lines of text and items of one place: the same quotation; everything else on its own."""
    stretch: list[Block] = []
    for block in blocks:
        joins = isinstance(block, Line) and block.kind in (Kind.TEXT, Kind.ITEM)
        if stretch and not (joins and _same_place(stretch[-1], block)):
            yield stretch
            stretch = []
        stretch.append(block)
    if stretch:
        yield stretch


def _same_place(one: Block, other: Block) -> bool:
    if not isinstance(one, Line) or not isinstance(other, Line):
        return False
    return one.kind in (Kind.TEXT, Kind.ITEM) and one.quoted == other.quoted


def ticked(line: Line) -> Line:
    """The line without the box it begins with, and whether that is ticked."""
    found = box(line.text.string) if line.ticked is None and line.kind in (Kind.TEXT, Kind.ITEM) else None
    if found is None:
        return line
    ticked, end = found
    if not line.text.string[end:].strip():
        return line
    return replace(line, text=line.text.slice(end).strip(), ticked=ticked)


@dataclass(frozen=True, slots=True)
class _List:
    """A typed list under way in one paragraph or over several: its family and last rank."""

    family: Family
    rank: int
    block: int


class _Stretch:
    """A run of text lines and items, read line by line."""

    def __init__(self, lines: list[Line], fresh: Iterator[int]) -> None:
        self.lines = _rejoined(lines, fresh)
        self.fresh = fresh
        self.found = [marks(line.text.string) if line.kind is Kind.TEXT else () for line in self.lines]
        self._open: list[_List] = []
        self._item: Line | None = None
        self._item_index = -2
        self._block: int | None = None
        self._labels = 0
        """How many labelled lines ("Topics: ...") the paragraph has so far, or had before its list."""
        self._rest: Line | None = None
        """The labelled line that ended an item; the rest of its paragraph stands with it."""

    def read(self) -> Iterator[Line]:
        for index, line in enumerate(self.lines):
            if line.block != self._block:
                self._begin_block(line)
            read = self._line(index, line)
            if read.text:
                yield read

    def _begin_block(self, line: Line) -> None:
        self._block, self._item, self._rest = line.block, None, None
        if line.kind is Kind.TEXT:
            self._labels = 0

    def _line(self, index: int, line: Line) -> Line:
        if line.kind is Kind.ITEM:
            self._open.clear()
            self._item = line
            return line
        title = heading(line.text.string, self._alone(index))
        if title is not None:
            self._open.clear()
            self._item = replace(line, block=next(self.fresh))
            return Line(Kind.HEADING, line.text.slice(title[1]), title[0], next(self.fresh), quoted=line.quoted)
        mark = self._mark(index)
        return self._as_text(line) if mark is None else self._as_item(line, mark, index)

    def _as_text(self, line: Line) -> Line:
        """A line without a mark belongs to the item above it, unless it is the next of several labelled lines."""
        label = is_label(line.text.string)
        if label and self._item is not None and self._ends_item(line, self._item):
            self._rest = replace(line, level=self._item.level - 1, block=next(self.fresh))
            self._item = None
        self._labels += label
        above = self._item or self._rest
        return line if above is None else replace(line, block=above.block, level=above.level)

    def _ends_item(self, line: Line, item: Line) -> bool:
        """One labelled line may be the rest of a title with a colon; several, a bare or a bold one are no accident."""
        bold = line.text.bold_lead > 1
        column = (line.place.column or 1) - (_BOLD_MARKS if bold else 0)
        told_apart = bold or self._labels > 1 or line.text.string.endswith(":")
        return told_apart and column < (item.place.column or 1)

    def _as_item(self, line: Line, mark: Mark, index: int) -> Line:
        level = (self._rest or line).level + self._depth(mark, index)
        text = line.text.slice(mark.end).strip()
        self._item_index = index
        self._item = replace(line, kind=Kind.ITEM, text=text, level=level, block=next(self.fresh), marker=mark.marker)
        return self._item

    def _depth(self, mark: Mark, index: int) -> int:
        """How deep the item stands: a step deeper than the open list when another family begins in its paragraph."""
        block, families = self.lines[index].block, [opened.family for opened in self._open]
        if mark.family in families:
            del self._open[families.index(mark.family) :]
        else:
            self._open = [opened for opened in self._open if opened.block == block]
        self._open.append(_List(mark.family, mark.rank, block))
        return len(self._open)

    def _mark(self, index: int) -> Mark | None:
        """The mark that the line's beginning is, judged by the lines around it."""
        found = self.found[index]
        for mark in found:
            if mark.family.certain or self._continues(mark, index):
                return mark
        # Of "i." and "I." the next line tells whether letters or Roman numbers begin.
        roman_first = sorted(found, key=lambda mark: mark.family not in (Family.ROMAN, Family.CAPITAL_ROMAN))
        return next((mark for mark in roman_first if self._begins(mark, index)), None)

    def _continues(self, mark: Mark, index: int) -> bool:
        """The next number of an open list; the next dash only right below the last or in its paragraph."""
        near = self._item_index == index - 1
        opened = [opened for opened in self._open if opened.family is mark.family]
        if mark.family is Family.BARE:
            opened = [before for before in opened if before.block == self.lines[index].block]
        if not mark.family.counted:
            return any(near or before.block == self.lines[index].block for before in opened)
        return any(mark.rank in _next_ranks(mark.family, before.rank) for before in opened)

    def _begins(self, mark: Mark, index: int) -> bool:
        first = self._first(index)
        if mark.family is Family.NUMBER and first:
            return True
        if mark.rank > 1 and not (first and mark.family in (Family.BRACKET, Family.LETTER)):
            return False
        follows = _next_ranks(mark.family, mark.rank)
        if mark.family is Family.BARE:
            following = self._next_in_paragraph(index)
            return any(other.family is Family.BARE and other.rank in follows for other in following)
        below = (other for found in self.found[index + 1 : index + _LINES_AHEAD] for other in found)
        return any(other.family is mark.family and other.rank in follows for other in below)

    def _next_in_paragraph(self, index: int) -> tuple[Mark, ...]:
        """What the next line may begin with, if it belongs to the same paragraph."""
        return () if self._last(index) else self.found[index + 1]

    def _first(self, index: int) -> bool:
        return index == 0 or self.lines[index - 1].block != self.lines[index].block

    def _alone(self, index: int) -> bool:
        return self._last(index) and self._first(index)

    def _last(self, index: int) -> bool:
        return index + 1 == len(self.lines) or self.lines[index + 1].block != self.lines[index].block


def _next_ranks(family: Family, rank: int) -> tuple[int, ...]:
    """What may follow in a list: people number "1. 1. 2.", but nobody writes the same letter twice."""
    if family in (Family.NUMBER, Family.BRACKET):
        return rank, rank + 1
    return (rank + 1,) if family.counted else (0,)


def _rejoined(lines: list[Line], fresh: Iterator[int]) -> list[Line]:
    """Numbers that stand alone, put before the texts that follow them: one number its next line, several in order."""
    if not any(_bare(line) for line in lines):
        return lines
    read: list[Line] = []
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and _bare(lines[end]):
            end += 1
        stop = end
        while stop < len(lines) and lines[stop].kind is Kind.TEXT and not _bare(lines[stop]):
            stop += 1
        read.extend(_numbered(lines[index:end], lines[end:stop], fresh))
        index = stop
        if stop == end < len(lines) and not _bare(lines[end]):
            read.append(lines[end])
            index = end + 1
    return read


def _bare(line: Line) -> str | None:
    """The number of a line that holds nothing else."""
    if line.kind is Kind.ITEM:
        return line.marker if not line.text and line.marker and line.marker.isdigit() else None
    text = line.text.string
    if line.kind is not Kind.TEXT or len(text) > 6:
        return None
    return next((mark.marker for mark in marks(text) if mark.end == len(text) and mark.marker.isdigit()), None)


def _numbered(numbers: list[Line], texts: list[Line], fresh: Iterator[int]) -> Iterator[Line]:
    """The texts as items with the numbers, where it is plain which belongs to which; otherwise both as they are."""
    heads = _heads(len(numbers), texts)
    if not heads:
        yield from (*numbers, *texts)
        return
    given = iter(numbers)
    item: Line | None = None
    block = None
    for index, text in enumerate(texts):
        if index in heads:
            level = max(text.level, numbers[0].level, 1)
            item = replace(text, kind=Kind.ITEM, marker=_bare(next(given)), level=level, block=next(fresh))
            block = text.block
            yield item
        elif item is not None and text.block == block:
            yield replace(text, level=item.level, block=item.block)
        else:
            yield text


def _heads(numbers: int, texts: list[Line]) -> frozenset[int]:
    """Which texts begin an item: the next one after a single number; else all lines, all paragraphs or all lines of the
    first paragraph, if there are as many."""
    if numbers == 1 and texts:
        return frozenset({0})
    paragraphs = [index for index, line in enumerate(texts) if index == 0 or texts[index - 1].block != line.block]
    first = range(paragraphs[1] if len(paragraphs) > 1 else len(texts))
    fitting = (found for found in (range(len(texts)), paragraphs, first) if len(found) == numbers > 0)
    return frozenset(next(fitting, ()))
