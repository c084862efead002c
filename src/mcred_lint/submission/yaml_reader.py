"""A YAML file as the same blocks as any other: keys are headings that the author declared, values are their text."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from mcred_lint.document.blocks import Block, Document, Kind, Line, Problem, Severity
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import SourceText, decode
from mcred_lint.sources.yaml import Mapping, Node, Parsed, Scalar, Sequence, YamlProblem, parse
from mcred_lint.sources.yaml_values import is_null
from mcred_lint.submission.markdown import read_text
from mcred_lint.submission.reading import problems_of
from mcred_lint.submission.typed_lines import recognise, ticked
from mcred_lint.submission.yaml_text import block_text, key_text, paragraphs


def read(path: str, data: bytes) -> Document:
    """A YAML file as blocks. Never raises: a file with a syntax error has no blocks and a problem that tells of it."""
    decoded = decode(path, data)
    parsed = parse(path, decoded.text) if decoded.readable else Parsed()
    writer = _Writer(SourceText(path, decoded.text))
    for document in parsed.documents:
        writer.document(document)
    problems = (*problems_of(path, decoded), *map(_problem, parsed.problems))
    return Document(path, "YAML", tuple(writer.blocks), (), problems, len(data), decoded.text)


def _problem(problem: YamlProblem) -> Problem:
    partly = Severity.PARTLY if problem.lost else Severity.NOTE
    severity = Severity.UNREADABLE if problem.fatal else partly
    return Problem(problem.message, problem.hint, problem.place, severity)


class _Writer:
    """Puts the blocks of nodes down in the order of the file. `depth` is that of the nearest key above, from 0."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self._last_block = 0

    def document(self, node: Node) -> None:
        if self.blocks:
            self._line(Kind.RULE, self._at(node), 0)
        self._value(node, 0)

    def _value(self, node: Node, depth: int) -> None:
        if isinstance(node, Mapping):
            self._mapping(node, depth + 1)
        elif isinstance(node, Sequence):
            self._sequence(node, depth, 1)
        elif not is_null(node):
            self._place(self._text(node, depth))

    def _mapping(self, mapping: Mapping, depth: int) -> None:
        for entry in mapping.entries:
            text = key_text(self.source, entry.key)
            if text:
                self._line(Kind.HEADING, text, depth, declared=True)
            self._value(entry.value, depth)

    def _sequence(self, sequence: Sequence, depth: int, level: int) -> None:
        texts = any(isinstance(item, Scalar) and not is_null(item) for item in sequence.items)
        for item in sequence.items:
            if isinstance(item, Sequence):
                self._sequence(item, depth, level + 1)
            elif isinstance(item, Scalar):
                self._item(item, depth, level)
            elif texts and _split_by_colon(item):
                self._rejoined(item, level)
            else:
                self._line(Kind.ENTRY, self._at(item), depth + 1, declared=True)
                self._mapping(item, depth + 2)

    def _item(self, scalar: Scalar, depth: int, level: int) -> None:
        blocks = [] if is_null(scalar) else self._text(scalar, depth)
        self._place(_as_item(blocks, level))

    def _rejoined(self, mapping: Mapping, level: int) -> None:
        """A list entry that its author meant as text, colon and all."""
        entry = mapping.entries[0]
        whole = Scalar(entry.key.raw, entry.key.style, _span(entry.key.place, entry.value.place))
        self._item(whole, 0, level)

    def _text(self, scalar: Scalar, depth: int) -> list[Block]:
        """The lines of one value, headings in it deeper than its key."""
        if scalar.style.block:
            indented = block_text(self.source, scalar)
            blocks = read_text(self.source.path, indented.text, indented.line, indented.column)
        else:
            blocks = recognise(self._lines(scalar))
        return [_below(block, depth) for block in blocks]

    def _lines(self, scalar: Scalar) -> list[Block]:
        found = enumerate(paragraphs(self.source, scalar), 1)
        return [Line(Kind.TEXT, text, block=number, value=True) for number, texts in found for text in texts]

    def _place(self, blocks: list[Block]) -> None:
        """Takes blocks over, with numbers that no other block has."""
        shift = self._last_block
        for block in blocks:
            if isinstance(block, Line):
                self._last_block = max(self._last_block, block.block + shift)
                block = replace(block, block=block.block + shift)
            self.blocks.append(block)

    def _line(self, kind: Kind, text: Text, level: int, declared: bool = False) -> None:
        self._last_block += 1
        self.blocks.append(Line(kind, text, level, self._last_block, declared=declared))

    def _at(self, node: Node) -> Text:
        return Text(self.source.path, (Run("", node.place.line, node.place.column),))


def _split_by_colon(item: Mapping) -> bool:
    """One key and one line of text: "What worked: the chart" among texts."""
    if len(item.entries) != 1:
        return False
    key, value = item.entries[0].key, item.entries[0].value
    if key.style.quoted or not isinstance(value, Scalar) or value.style.block:
        return False
    # A value that is repeated from elsewhere has its place there.
    return (value.place.line or 0, value.place.column or 0) > (key.place.line or 0, key.place.column or 0)


def _span(first: Place, last: Place) -> Place:
    return Place(first.file, first.line, first.column, last.end_line, last.end_column)


def _below(block: Block, depth: int) -> Block:
    if isinstance(block, Line) and block.kind is Kind.HEADING:
        return replace(block, level=block.level + depth)
    return block


def _as_item(blocks: list[Block], level: int) -> list[Block]:
    """The blocks of a list entry's text: its first line is the item, the other text is of the item's block."""
    if not blocks or not _is_text(blocks[0]):
        return [_deeper(block, level) for block in blocks]
    first = blocks[0]
    item = ticked(replace(first, kind=Kind.ITEM, level=level, marker="-"))
    rest = [replace(block, block=first.block) if _is_text(block) else block for block in blocks[1:]]
    return [item, *(_deeper(block, level) for block in rest)]


def _is_text(block: Block) -> TypeGuard[Line]:
    return isinstance(block, Line) and block.kind is Kind.TEXT and not block.level


def _deeper(block: Block, level: int) -> Block:
    if isinstance(block, Line) and block.kind not in (Kind.TEXT, Kind.ITEM, Kind.CODE):
        return block
    return replace(block, level=block.level + level)
