"""The lines of a resolved rubric. A comment stands once for all of a block that comes from one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from mcred_lint.authoring.resolved.values import block, in_brackets, key, one_line, text_of
from mcred_lint.reporters.escape import terminal
from mcred_lint.rubric.inheritance.parents import EXTENDS
from mcred_lint.rubric.loader import LoadedRubric
from mcred_lint.sources.places import Place
from mcred_lint.sources.yaml import Entry, Mapping, Node, Scalar
from mcred_lint.sources.yaml import Sequence as List
from mcred_lint.wording import join_words

_STEP = "  "
_WIDTH = 110
_COMMENTS = 64
"""The column of the comments, where the line leaves room."""


def resolved(loaded: LoadedRubric) -> str:
    """The whole rubric as the text of one file, with comments."""
    names = _names([each.file for each in loaded.family])
    lines = [*_head(list(names.values())), *_Writer(names).root(loaded.places.root)]
    return "\n".join(lines) + "\n"


def _head(names: Sequence[str]) -> Iterator[str]:
    own, *others = names
    if others:
        yield f"# All of {own} with what it takes over from {join_words(others)}."
        yield "# Behind each value, or at the head of a block, stands the file and the line from which it comes."
    else:
        yield f"# All of {own}, with the line of each part."


def _names(files: Sequence[str]) -> dict[str, str]:
    """A short name for each file: without its folders where that is enough to tell it from the others."""
    last = [PurePath(file).name for file in files]
    return {file: terminal(name if last.count(name) == 1 else file) for file, name in zip(files, last, strict=True)}


@dataclass(frozen=True, slots=True)
class _Writer:
    names: dict[str, str]

    def root(self, root: Mapping) -> Iterator[str]:
        for entry in root.entries:
            if entry.key.raw != EXTENDS:
                if isinstance(entry.value, Mapping):
                    yield ""
                yield from self._entry(entry, "", told=False)

    def _entry(self, entry: Entry, indent: str, told: bool) -> Iterator[str]:
        """A key and its value. told: a block around it has said already where it comes from."""
        node, lead = entry.value, f"{indent}{key(entry.key)}:"
        one_file = len(_files(node) | {entry.key.place.file}) == 1
        comment = self._comment(entry.key.place) if one_file and not told else ""
        if isinstance(node, Scalar):
            yield from _text(lead, node, indent, comment)
        elif isinstance(node, Mapping) and not _on_one_line(node, lead, one_file):
            yield _line(lead, comment)
            for inner in node.entries:
                yield from self._entry(inner, indent + _STEP, told or one_file)
        elif isinstance(node, List) and not one_file:
            yield from self._mixed_list(lead, node, indent)
        elif isinstance(node, List) and len(lead) + len(in_brackets(node)) > _WIDTH:
            yield _line(lead, comment)
            yield from _wrapped([in_brackets(item) for item in node.items], indent + _STEP)
        else:
            yield _line(f"{lead} {in_brackets(node)}", comment)

    def _mixed_list(self, lead: str, node: List, indent: str) -> Iterator[str]:
        """A list with entries from several files, those of each file on lines of their own."""
        yield lead
        groups = [list(group) for _, group in groupby(node.items, key=lambda item: item.place.file)]
        for number, group in enumerate(groups):
            words = [in_brackets(item) for item in group]
            ends = (number == 0, number == len(groups) - 1)
            first, *rest = _wrapped(words, indent + _STEP, *ends, width=_COMMENTS)
            yield _line(first, self._comment(group[0].place))
            yield from rest

    def _comment(self, place: Place) -> str:
        return f"# {self.names[place.file]}:{place.line}"


def _files(node: Node) -> set[str]:
    """The files from which a value and everything in it come. An edited list is as old as its entries."""
    if isinstance(node, Scalar):
        return {node.place.file}
    if isinstance(node, Mapping):
        inner = [_files(entry.value) | {entry.key.place.file} for entry in node.entries]
    else:
        inner = [_files(item) for item in node.items]
    return set().union(*inner) or {node.place.file}


def _on_one_line(node: Mapping, lead: str, one_file: bool) -> bool:
    """Whether a mapping stood on one line and does again."""
    together = one_file and node.place.line == node.place.end_line
    return not node.entries or (together and len(lead) + len(in_brackets(node)) < _WIDTH)


def _text(lead: str, node: Scalar, indent: str, comment: str) -> Iterator[str]:
    line = f"{lead} {one_line(node)}"
    as_block = block(text_of(node), _WIDTH - len(indent)) if node.style.block or len(line) > _WIDTH else None
    if as_block is None:
        yield _line(line, comment)
        return
    sign, lines = as_block
    yield _line(f"{lead} {sign}", comment)
    yield from (f"{indent}{_STEP}{each}" if each else "" for each in lines)


def _wrapped(
    words: Sequence[str], indent: str, first: bool = True, last: bool = True, width: int = _WIDTH
) -> list[str]:
    """The entries of a list on as many lines as they need; first, last: whether it begins and ends with them."""
    lines, line = [], indent + ("[" if first else " ")
    for number, word in enumerate(words):
        end = "]" if last and number == len(words) - 1 else ","
        if len(line) + len(word) >= width and line.strip(" ["):
            lines.append(line.rstrip())
            line = indent + " "
        line += f"{word}{end} "
    return [*lines, line.rstrip()]


def _line(text: str, comment: str) -> str:
    return f"{text.ljust(_COMMENTS)}  {comment}" if comment else text
