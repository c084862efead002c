"""The blocks of all passages of a component in reading order, and the labels that lines among them begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.labels import Label, label_of

Stream = Sequence[tuple[int, Block]]
"""Blocks with the number of the passage they stand in."""


@dataclass(frozen=True)
class Start:
    """A line that may begin a part."""

    at: int
    heading: Text
    rank: int
    number: str | None = None
    title: Text | None = None
    level: int = 0
    """The nesting depth of a list item, 0 for other lines."""
    word: str | None = None
    """What a part is called before its number."""


def labelled_lines(stream: Stream) -> Iterator[tuple[int, Line, Label]]:
    """(position in the stream, line, its label) of every line that begins with a label."""
    for at, (_, block) in enumerate(stream):
        label = label_of(block) if isinstance(block, Line) else None
        if isinstance(block, Line) and label is not None:
            yield at, block, label


def depth(line: Line) -> int:
    """The nesting depth of a list item, 0 for other lines."""
    return line.level if line.kind is Kind.ITEM else 0
