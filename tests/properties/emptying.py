"""Every way to take one thing out of a submission: a file, a section's text, a list, a table's rows, a YAML value.

What is taken out is told as lines of a file, so that a test can ask which counted things stood there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

import yaml
from submissions import Files

_HEADING = re.compile(r"#{1,6} ")
DEEPEST = 3
"""Of YAML values: a single field of a session stands deeper; all of them together are worth a look, each alone little."""
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]) ")


@dataclass(frozen=True)
class Gap:
    """What was taken out: lines `first` to `last` of `file`, and how the file reads without them (None: it is gone)."""

    what: str
    file: str
    first: int
    last: int
    left: bytes | None

    def holds(self, file: str | None, line: int | None) -> bool:
        return file == self.file and (self.left is None or (line is not None and self.first <= line <= self.last))

    def taken_from(self, files: Files) -> dict[str, bytes]:
        """The submission without it."""
        rest = {name: data for name, data in files.items() if name != self.file}
        return rest if self.left is None else rest | {self.file: self.left}


def gaps(files: Files) -> Iterator[Gap]:
    """Everything that can be taken out, in the order of the files."""
    for name, data in files.items():
        yield Gap("the file", name, 1, data.count(b"\n") + 1, None)
        suffix = PurePosixPath(name).suffix
        if suffix == ".md":
            yield from _markdown_gaps(name, data.decode())
        if suffix in (".yaml", ".yml"):
            yield from _yaml_gaps(name, data.decode())


# ---- Markdown ----------------------------------------------------------------------------------------------------------


def _markdown_gaps(name: str, text: str) -> Iterator[Gap]:
    lines = text.split("\n")
    for what, found in (
        ("the text below", _sections(lines)),
        ("the list below", _runs(lines, _in_list)),
        ("the rows below", _tables(lines)),
    ):
        for first, last in found:
            left = "\n".join(lines[: first - 1] + lines[last:])
            yield Gap(f"{what} line {first - 1}", name, first, last, left.encode())


def _sections(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The lines from behind each heading to the next heading of its rank or above."""
    heads = [(number, line.index(" ")) for number, line in enumerate(lines, start=1) if _HEADING.match(line)]
    for place, (number, rank) in enumerate(heads):
        last = next((other - 1 for other, its_rank in heads[place + 1 :] if its_rank <= rank), len(lines))
        if any(line.strip() for line in lines[number:last]):
            yield number + 1, last


def _in_list(line: str) -> bool:
    return bool(_ITEM.match(line)) or line.startswith("  ")


def _runs(lines: list[str], belongs: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Lines of a list up to the first line of something else; blank lines between items belong to it."""
    first = last = 0
    for number, line in enumerate([*lines, "end"], start=1):
        if belongs(line):
            first, last = first or number, number
        elif line.strip() and first:
            yield first, last
            first = 0


def _tables(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The rows below each table's header."""
    for first, last in _runs(lines, lambda line: line.startswith("|")):
        if last - first >= 2:
            yield first + 2, last


# ---- YAML --------------------------------------------------------------------------------------------------------------


def _yaml_gaps(name: str, text: str) -> Iterator[Gap]:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    lines = text.split("\n")
    for path, node in _values(root, "", DEEPEST):
        first, last = node.start_mark.line + 1, max(node.start_mark.line + 1, node.end_mark.line)
        yield Gap(path, name, first, last, _without(lines, node).encode())


def _values(node: yaml.Node | None, path: str, depth: int) -> Iterator[tuple[str, yaml.Node]]:
    """Every value of a mapping and every item of a list that stands on lines of its own, with its path."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not depth:
        return
    for number, entry in enumerate(node.value, start=1):
        key, value = (entry[0].value, entry[1]) if isinstance(node, yaml.MappingNode) else (number, entry)
        yield f"{path}/{key}", value
        yield from _values(value, f"{path}/{key}", depth - 1)


def _without(lines: list[str], node: yaml.Node) -> str:
    """The text with nothing where the value stands; a key or a dash stays."""
    start, end = node.start_mark, node.end_mark
    before = [*lines[: start.line], lines[start.line][: start.column]]
    # A block ends where the next key begins, whose indent is its own.
    if not lines[end.line][: end.column].strip():
        return "\n".join([*before, *lines[end.line :]])
    return "\n".join(before) + "\n".join([lines[end.line][end.column :], *lines[end.line + 1 :]])
