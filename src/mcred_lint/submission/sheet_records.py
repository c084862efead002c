"""The rows of a sheet as people see them, and a general sheet as one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from mcred_lint.document.blocks import Block, Cell, Kind, Line, Problem, Row, Severity, Table
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import one_kind_of_line_end

MAX_ROWS = 10_000
MAX_COLUMNS = 300
MAX_CELLS = 300_000
MAX_CHARACTERS = 20_000_000
"""In all cells together: one long text may be shown in every cell of a spreadsheet."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: `number` counts from 1 as a spreadsheet program shows it; `line` is its first line in a text file."""

    number: int
    cells: tuple[Text, ...]
    place: Place

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(1 for cell in self.cells if cell)


@dataclass(slots=True)
class Budget:
    """How much of a file has been read, and whether more of it is: no survey of a training fills what is allowed."""

    rows: int = 0
    cells: int = 0
    characters: int = 0

    def allows(self, cells: Sequence[str]) -> bool:
        """Count one more row; False when that is too much."""
        self.rows += 1
        self.cells += len(cells)
        self.characters += sum(map(len, cells))
        return self.rows <= MAX_ROWS and self.cells <= MAX_CELLS and self.characters <= MAX_CHARACTERS


def too_long(path: str, where: str) -> Problem:
    """The problem of a file of which only a part was read."""
    message = f"This file is far larger than people fill in; it was read up to {where} only."
    return Problem(message, "Hand in only the rows that belong to this submission.", Place(path), Severity.PARTLY)


def record(
    path: str,
    number: int,
    cells: Sequence[str],
    line: int | None = None,
    sheet: str | None = None,
    links: Mapping[int, str] = MappingProxyType({}),
) -> Record:
    """A row from its cells' texts; `links` are the targets of linked cells by column from 0."""
    label = f"row {number}" if sheet is None else f'sheet "{sheet}", row {number}'
    texts = [Text(path, _runs(cell, line, links.get(n)), label) for n, cell in enumerate(cells[:MAX_COLUMNS])]
    return Record(number, tuple(texts), Place(path, line, label=label))


def _runs(cell: str, line: int | None, link: str | None) -> tuple[Run, ...]:
    # Only the row's first line is known: on which line a quoted cell begins, nobody says.
    text = one_kind_of_line_end(cell).replace("\v", "\n").strip()
    pieces = [Run(piece, line, link=link) for piece in text.split("\n")] if text else []
    return tuple(run for piece in pieces for run in (Run("\n", line), piece))[1:]


def trimmed(records: Sequence[Record]) -> list[Record]:
    """Without empty rows and without columns in which nothing stands, all equally long."""
    kept = [record for record in records if record.filled]
    used = sorted({index for record in kept for index, cell in enumerate(record.cells) if cell})
    return [replace(record, cells=tuple(_cells(record, used))) for record in kept]


def _cells(record: Record, columns: Sequence[int]) -> Iterator[Text]:
    empty = Text(record.place.file, label=record.place.label)
    for index in columns:
        yield record.cells[index] if index < len(record.cells) else empty


def table_blocks(records: Sequence[Record]) -> tuple[Block, ...]:
    """A general sheet: titles above it as lines, then one table whose first row is its header."""
    if not records:
        return ()
    titles = _titles(records)
    blocks: list[Block] = [
        Line(Kind.TEXT, text, block=number)
        for number, record in enumerate(records[:titles], start=1) for cell in record.cells for text in cell.lines()
    ]  # fmt: skip
    header, *rows = [
        Row(tuple(Cell(text) for text in record.cells), record.place) for record in trimmed(records[titles:])
    ]
    blocks.append(Table(tuple(rows), header.place, header))
    return tuple(blocks)


def _titles(records: Sequence[Record]) -> int:
    """How many rows at the top hold a single cell above a table that is wider."""
    if max(record.filled for record in records) < 2:
        return 0
    return next(number for number, record in enumerate(records) if record.filled > 1)


def continued(before: Sequence[Block], after: Sequence[Block]) -> list[Block]:
    """Blocks of one sheet after those of another, with block numbers that go on counting."""
    last = max((block.block for block in before if isinstance(block, Line)), default=0)
    moved = (replace(block, block=block.block + last) if isinstance(block, Line) else block for block in after)
    return [*before, *moved]
