"""What the rows of a PDF were before they were set: headings, whole paragraphs, list items, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from mcred_lint.document.blocks import Block, Cell, Kind, Line, Row, Table
from mcred_lint.document.text import Run, Text, join
from mcred_lint.sources.places import Place
from mcred_lint.submission.pdf_page import Page
from mcred_lint.submission.pdf_rows import Hyphens, TextRow, fits, name_bullet, runs
from mcred_lint.submission.pdf_tables import Grid
from mcred_lint.submission.pdf_words import BROKEN

_LARGER = 1.12
"""A heading's font is at least this much larger than that of the text."""
_LONGEST_HEADING = 160
_HEADING_GAP = 1.5
_USUAL_GAP = 1.25
_WIDER_GAP = 1.3
"""In usual distances between lines: from here on a gap parts paragraphs."""
_INDENT = 9.0
_SENTENCE_ENDS = ".?!:;\"'\u201d\u2019)"

Piece = TextRow | Grid


@dataclass(frozen=True)
class Layout:
    """How a document is set: what is usual in it, so that what is unusual shows."""

    body: float
    """The size of the text."""
    gap: float
    """The distance of two lines of one paragraph, in heights of the font."""
    margins: dict[int, tuple[float, float, float]]
    """For each page: the right end of the left half's lines, of all others, and where the right half begins."""
    headings: tuple[float, ...]
    """Sizes of headings, the largest first."""
    hyphens: Hyphens

    @classmethod
    def of(cls, pages: Sequence[Page], pieces: Sequence[Piece]) -> Layout:
        made = [piece for piece in pieces if isinstance(piece, TextRow)]
        everything = [*made, *(row for grid in pieces if isinstance(grid, Grid) for row in _rows_in(grid))]
        sizes: Counter[float] = Counter()
        for row in made or everything:
            sizes[round(row.size * 2) / 2] += len(row.text)
        body = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
        larger = {_rounded(row) for row in made if row.size >= body * _LARGER and len(row.text) <= _LONGEST_HEADING}
        margins = {page.number: _margin(page, [row for row in made if row.page == page.number]) for page in pages}
        return cls(body, _usual_gap(made), margins, tuple(sorted(larger, reverse=True)), Hyphens.of(everything))

    def heading_level(self, row: TextRow) -> int:
        """1-6 for a heading, 0 for text."""
        size = _rounded(row)
        return min(self.headings.index(size) + 1, 6) if size in self.headings and _has_letters(row) else 0

    def margin(self, row: TextRow) -> float:
        """How far lines at this place run to the right."""
        left_half, whole, middle = self.margins[row.page]
        return left_half if row.left < middle else whole


def _rounded(row: TextRow) -> float:
    return round(row.size * 2) / 2


def _has_letters(row: TextRow) -> bool:
    return any(character.isalpha() for character in row.text)


def _rows_in(grid: Grid) -> Iterator[TextRow]:
    return (row for cells in grid.cells for cell in cells for row in cell)


def _usual_gap(made: Sequence[TextRow]) -> float:
    pairs = [(one, two) for one, two in pairwise(made) if one.page == two.page and abs(one.size - two.size) < 1]
    gaps = ((one.base - two.base) / two.size for one, two in pairs)
    usual = [round(gap, 2) for gap in gaps if 0.8 < gap < 2.6]
    return median_low(usual) if usual else _USUAL_GAP


def _margin(page: Page, made: Sequence[TextRow]) -> tuple[float, float, float]:
    """Margins are taken to be alike on both sides, unless the lines themselves run further."""
    if not made:
        return page.width, page.width, 0.0
    middle = page.width / 2
    whole = max(page.width - min(row.left for row in made), *(row.right for row in made))
    left_half = [row for row in made if row.left < middle - _INDENT]
    right_half = [row for row in made if row.left >= middle - _INDENT]
    short = [row for row in left_half if row.right <= middle + _INDENT]
    if len(right_half) < 5 or not short or len(short) * 10 < len(left_half) * 9:
        return whole, whole, 0.0
    return max(row.right for row in short), max(row.right for row in right_half), middle - _INDENT


@dataclass
class Writer:
    """Turns the pieces of a document into blocks, one after the other."""

    path: str
    layout: Layout
    blocks: list[Block] = field(default_factory=list)
    block: int = 0
    _held: list[TextRow] = field(default_factory=list)
    """Rows of one line of text that is not finished."""
    _indents: list[float] = field(default_factory=list)
    """Where the open list items begin, one inside the other."""
    _grid: Grid | None = None
    """The table written last, as long as nothing followed it."""

    def write(self, pieces: Sequence[Piece]) -> list[Block]:
        """All blocks."""
        for piece in pieces:
            if isinstance(piece, Grid):
                self._flush()
                self._table(piece)
            else:
                self._row(piece)
        self._flush()
        return self.blocks

    def _row(self, row: TextRow) -> None:
        last = self._held[-1] if self._held else None
        if last is not None and not self._goes_on(last, row):
            self._flush()
            self.block += self._parted(last, row)
        elif last is None:
            self.block += 1
        self._held.append(row)
        self._grid = None

    def _goes_on(self, last: TextRow, row: TextRow) -> bool:
        """The row belongs to the same line of text as the one before."""
        level = self.layout.heading_level(last)
        if level != self.layout.heading_level(row) or abs(last.size - row.size) > 1:
            return False
        if last.page != row.page:
            return not level and self._over_the_page(last, row)
        gap = (last.base - row.base) / row.size
        if level:
            return 0 < gap <= _HEADING_GAP and last.bold == row.bold and _lined_up(last, row)
        if not 0 < gap <= self.layout.gap * _WIDER_GAP or row.starts_item:
            return False
        if last.words[-1].text.endswith(BROKEN):
            return True
        first = self._held[0]
        indented = row.left > last.left + _INDENT and not (last is first and first.starts_item)
        return not indented and not (last.bold and not row.bold) and not fits(last, row, self.layout.margin(last))

    def _over_the_page(self, last: TextRow, row: TextRow) -> bool:
        """A sentence that goes on at the top of the next page."""
        open_end = not last.text.endswith(tuple(_SENTENCE_ENDS)) and row.text[:1].islower()
        return open_end and not row.starts_item and not fits(last, row, self.layout.margin(last))

    def _parted(self, last: TextRow, row: TextRow) -> bool:
        """A new paragraph begins, not only a new line."""
        level = self.layout.heading_level(row) or self.layout.heading_level(last)
        gap = (last.base - row.base) / row.size
        return bool(level) or last.page != row.page or not 0 < gap <= self.layout.gap * _WIDER_GAP or row.starts_item

    def _flush(self) -> None:
        if not self._held:
            return
        text = self._text(self._held, f"page {self._held[0].page}")
        level = self.layout.heading_level(self._held[0])
        if text:
            self.blocks.append(Line(Kind.HEADING if level else Kind.TEXT, text, level or self._depth(), self.block))
        self._held = []

    def _depth(self) -> int:
        """In how many list items the held line stands, told by how far its mark is indented."""
        row = self._held[0]
        if not row.starts_item:
            self._indents = []
            return 0
        self._indents = [left for left in self._indents if left < row.left - _INDENT / 2]
        self._indents.append(row.left)
        return len(self._indents) - 1

    def _text(self, held: Sequence[TextRow], label: str) -> Text:
        return Text(self.path, runs([row.words for row in held], self.layout.hyphens), label).strip()

    def _table(self, grid: Grid) -> None:
        label = f"page {grid.page}"
        rows = tuple(self._table_row(grid, cells, label) for cells in grid.cells if any(cells))
        before = self.blocks[-1] if self.blocks else None
        if self._grid is not None and isinstance(before, Table) and _goes_on_below(self._grid, grid):
            # Programs repeat a table's header at the top of a page.
            repeated = rows and [str(c.text) for c in rows[0].cells] == [str(c.text) for c in before.rows[0].cells]
            self.blocks[-1] = Table((*before.rows, *(rows[1:] if repeated else rows)), before.place)
        elif rows:
            self.blocks.append(Table(rows, Place(self.path, label=label)))
        self._grid = grid if rows else None

    def _table_row(self, grid: Grid, cells: Sequence[Sequence[TextRow]], label: str) -> Row:
        texts = (self._cell(cell, grid.edges[index + 1], label) for index, cell in enumerate(cells))
        return Row(tuple(Cell(text) for text in texts), Place(self.path, label=label))

    def _cell(self, cell: Sequence[TextRow], margin: float, label: str) -> Text:
        """The lines of a cell, joined where only the cell's width parted them."""
        lines: list[list[TextRow]] = []
        for row in cell:
            name_bullet(row.segments)
            last = lines[-1][-1] if lines else None
            wrapped = last is not None and not row.starts_item and not fits(last, row, margin - last.size * 0.4)
            if wrapped and last is not None and last.bold == row.bold:
                lines[-1].append(row)
            else:
                lines.append([row])
        texts = [self._text(line, label) for line in lines]
        return join(texts) if texts else Text(self.path, (Run(""),), label)


def _lined_up(last: TextRow, row: TextRow) -> bool:
    """Both begin at the same place, or both are centred."""
    centred = abs((last.left + last.right) - (row.left + row.right)) < _INDENT
    return centred or abs(last.left - row.left) < _INDENT / 2


def _goes_on_below(above: Grid, grid: Grid) -> bool:
    """The same columns at the top of the next page."""
    same = len(above.edges) == len(grid.edges)
    near = all(abs(one - two) < 6 for one, two in zip(above.edges[:-1], grid.edges[:-1], strict=False))
    return same and near and grid.page == above.page + 1
