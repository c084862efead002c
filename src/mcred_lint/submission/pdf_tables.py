"""Tables on a page of a PDF: grids of drawn lines, and columns that line up without any."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mcred_lint.submission.pdf_page import Page
from mcred_lint.submission.pdf_rows import Segment, TextRow
from mcred_lint.submission.pdf_words import Rule, Word

_NEAR = 4.0
"""Points within which two lines count as one, or two texts as standing below each other."""
_MIN_ROWS = 3


@dataclass(slots=True)
class Grid:
    """Rows of cells, each cell a list of rows of words; `edges` are where the columns begin, and the right end."""

    page: int
    edges: list[float]
    cells: list[list[list[TextRow]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """A table's drawn lines: where its rows and columns are."""

    xs: list[float]
    ys: list[float]
    """From the bottom up."""
    borders: list[tuple[int, float, float]]
    """Each upright line: the column it begins, its lower and upper end."""

    def cell(self, word: Word) -> tuple[int, int] | None:
        """Row from the top and column of a word inside the frame."""
        x, y = (word.left + word.right) / 2, word.base + word.size * 0.25
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        row = len(self.ys) - 1 - min(max(bisect_right(self.ys, y), 1), len(self.ys) - 1)
        # A border that is not drawn beside this word does not part it from its neighbours: the cells are merged.
        drawn = (column for column, low, high in self.borders if low <= y <= high and self.xs[column] <= x)
        return row, min(max(drawn, default=0), len(self.xs) - 2)


def frames(page: Page) -> list[Frame]:
    """The grids with at least two columns that are drawn on a page."""
    wide, high = page.width * 0.97, page.height * 0.97
    rules = [rule for rule in page.rules if rule.right - rule.left < wide and rule.top - rule.bottom < high]
    return [frame for group in _touching(rules) if (frame := _frame(group)) is not None]


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that meet, together."""
    groups: list[tuple[list[Rule], Rule]] = []
    for rule in rules:
        apart: list[tuple[list[Rule], Rule]] = []
        members, box = [rule], rule
        for group in groups:
            if _meet(group[1], box):
                members, box = [*group[0], *members], _around(group[1], box)
            else:
                apart.append(group)
        groups = [*apart, (members, box)]
    return [members for members, _ in groups]


def _meet(one: Rule, other: Rule) -> bool:
    across = one.left - _NEAR <= other.right and other.left - _NEAR <= one.right
    return across and one.bottom - _NEAR <= other.top and other.bottom - _NEAR <= one.top


def _around(one: Rule, other: Rule) -> Rule:
    return Rule(
        min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top)
    )


def _frame(rules: Sequence[Rule]) -> Frame | None:
    across = [rule for rule in rules if rule.horizontal]
    upright = [rule for rule in rules if not rule.horizontal]
    if not across or not upright:
        return None
    xs = _distinct([rule.left for rule in upright] + [min(r.left for r in across), max(r.right for r in across)])
    # The line under a link or a heading inside a cell ends somewhere in the cell; a row's border ends at a column's.
    across = [rule for rule in across if _nearest(xs, rule.left)[0] < _NEAR and _nearest(xs, rule.right)[0] < _NEAR]
    ys = _distinct([rule.top for rule in across] + [min(r.bottom for r in upright), max(r.top for r in upright)])
    borders = sorted({(_nearest(xs, rule.left)[1], rule.bottom, rule.top) for rule in upright})
    return Frame(xs, ys, borders) if len(xs) > 2 and len(ys) > 1 else None


def _nearest(values: Sequence[float], wanted: float) -> tuple[float, int]:
    """How far the nearest of the values is, and which it is."""
    return min((abs(value - wanted), index) for index, value in enumerate(values))


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def framed(page: Page, words: Iterable[Word], found: Sequence[Frame]) -> list[list[Word] | Grid]:
    """The words outside the frames, and at the place of each frame's first word its table."""
    grids = [Grid(page.number, frame.xs, _empty_cells(frame)) for frame in found]
    pieces: list[list[Word] | Grid] = []
    begun: set[int] = set()
    for word in words:
        inside = next(((n, cell) for n, frame in enumerate(found) if (cell := frame.cell(word))), None)
        if inside is None:
            last = pieces[-1] if pieces else None
            if isinstance(last, list):
                last.append(word)
            else:
                pieces.append([word])
            continue
        index, (row, column) = inside
        if index not in begun:
            begun.add(index)
            pieces.append(grids[index])
        _put(grids[index].cells[row][column], word, page.number)
    return pieces


def _empty_cells(frame: Frame) -> list[list[list[TextRow]]]:
    return [[[] for _ in frame.xs[:-1]] for _ in frame.ys[:-1]]


def _put(cell: list[TextRow], word: Word, page: int) -> None:
    if cell and abs(cell[-1].base - word.base) <= word.size * 0.45:
        cell[-1].segments[-1].words.append(word)
    else:
        cell.append(TextRow([Segment([word])], page))


def aligned(page: Page, made: Sequence[TextRow]) -> list[TextRow | Grid]:
    """The rows, with stretches in which texts stand below each other in columns made into tables."""
    pieces: list[TextRow | Grid] = []
    index = 0
    while index < len(made):
        stretch = _stretch(made, index) if len(made[index].segments) > 1 else None
        if stretch is None or sum(len(row.segments) > 1 for row in stretch.rows) < _MIN_ROWS:
            pieces.append(made[index])
            index += 1
        else:
            pieces.append(stretch.grid(page))
            index += len(stretch.rows)
    return pieces


@dataclass(slots=True)
class _Stretch:
    """Rows under each other that share columns; `columns` are the left and right ends of what stands in each."""

    rows: list[TextRow]
    columns: list[tuple[float, float]]

    def takes(self, row: TextRow) -> list[int] | None:
        """The columns in which the row's segments stand; None when it does not belong to the table."""
        found: list[int] = []
        for segment in row.segments:
            over = [n for n, (low, high) in enumerate(self.columns) if segment.left <= high and low <= segment.right]
            if len(over) != 1 or over[0] in found:
                return None
            found.append(over[0])
        return found

    def add(self, row: TextRow, where: Sequence[int]) -> None:
        self.rows.append(row)
        for column, segment in zip(where, row.segments, strict=True):
            left, right = self.columns[column]
            self.columns[column] = (min(left, segment.left), max(right, segment.right))

    def grid(self, page: Page) -> Grid:
        """The table: a row that begins in the first column begins one, unless rows are set apart by their distance."""
        grid = Grid(page.number, [*(left for left, _ in self.columns), page.width - self.columns[0][0]])
        gaps = [above.base - row.base for above, row in zip(self.rows, self.rows[1:], strict=False)]
        spaced = any(gap > row.size * 1.6 for gap, row in zip(gaps, self.rows, strict=False))
        for number, row in enumerate(self.rows):
            where = self.takes(row) or []
            close = number > 0 and gaps[number - 1] <= row.size * 1.45
            if not grid.cells or not close or (not spaced and 0 in where):
                grid.cells.append([[] for _ in self.columns])
            for column, segment in zip(where, row.segments, strict=False):
                grid.cells[-1][column].append(TextRow([segment], page.number))
        return grid


def _stretch(made: Sequence[TextRow], start: int) -> _Stretch:
    first = made[start]
    stretch = _Stretch([first], [(segment.left, segment.right) for segment in first.segments])
    for row in made[start + 1 :]:
        where = stretch.takes(row)
        if where is None or not 0 <= stretch.rows[-1].base - row.base < row.size * 4:
            break
        stretch.add(row, where)
    while len(stretch.rows[-1].segments) == 1 and stretch.takes(stretch.rows[-1]) == [0]:
        stretch.rows.pop()
    return stretch
