"""Visible text with the place of every character.

A reader cuts a paragraph into runs, each standing on one line of the file with one style. Everything later (labels cut
from values, entries cut from paragraphs) slices the text and keeps its places, so that nothing is ever searched for again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mcred_lint.sources.places import Place


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters of one style on one line. A line break inside a paragraph is a run of its own, "\\n"."""

    text: str
    line: int | None = None
    column: int | None = None
    bold: bool = False
    link: str | None = None
    """The target, for the shown text of a link."""
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its target as written, the text shown for it, and where it stands."""

    target: str
    shown: str
    place: Place


@dataclass(frozen=True)
class Text:
    """Visible text: no markup, no link targets, no attributes."""

    file: str
    runs: tuple[Run, ...] = ()
    label: str | None = None
    """Where to look in a format without lines: "paragraph 12"."""

    @cached_property
    def string(self) -> str:
        return "".join(run.text for run in self.runs)

    @cached_property
    def _starts(self) -> list[int]:
        starts, offset = [], 0
        for run in self.runs:
            starts.append(offset)
            offset += len(run.text)
        return starts

    def __str__(self) -> str:
        return self.string

    def __bool__(self) -> bool:
        return bool(self.string.strip())

    @cached_property
    def flat(self) -> str:
        """The text on one line, with single spaces."""
        return " ".join(self.string.split())

    @cached_property
    def place(self) -> Place:
        """From the first visible character to the last."""
        visible = [run for run in self.runs if run.text.strip()] or list(self.runs)
        if not visible or visible[0].line is None:
            return Place(self.file, label=self.label)
        first, last = visible[0], visible[-1]
        indent = len(first.text) - len(first.text.lstrip())
        start = None if first.column is None else first.column + indent
        end = None if last.column is None else last.column + len(last.text.rstrip())
        return Place(self.file, first.line, start, last.line, end, self.label)

    def place_at(self, offset: int) -> Place:
        """The place of one character."""
        if not self.runs:
            return Place(self.file, label=self.label)
        index = max(0, bisect_right(self._starts, offset) - 1)
        run = self.runs[index]
        if run.line is None or run.column is None:
            return Place(self.file, run.line, run.column, label=self.label)
        return Place(self.file, run.line, run.column + offset - self._starts[index], label=self.label)

    def slice(self, start: int, end: int | None = None) -> Text:
        """The characters from `start` up to `end`, as a text of its own."""
        stop = len(self.string) if end is None else end
        return Text(self.file, tuple(self._cut(start, stop)), self.label)

    def _cut(self, start: int, stop: int) -> Iterator[Run]:
        for offset, run in zip(self._starts, self.runs, strict=True):
            first, last = max(start - offset, 0), min(stop - offset, len(run.text))
            if first == 0 and last == len(run.text):
                yield run
            elif first < last:
                column = None if run.column is None else run.column + first
                yield Run(run.text[first:last], run.line, column, run.bold, run.link, run.italic)

    def strip(self, characters: str | None = None) -> Text:
        """Without white space (or `characters`) at both ends."""
        left = len(self.string) - len(self.string.lstrip(characters))
        right = len(self.string.rstrip(characters))
        return self if (left, right) == (0, len(self.string)) else self.slice(left, max(left, right))

    def lines(self) -> tuple[Text, ...]:
        """One text per line; blank lines are left out."""
        pieces, start = [], 0
        for piece in self.string.split("\n"):
            pieces.append(self.slice(start, start + len(piece)))
            start += len(piece) + 1
        return tuple(piece for piece in pieces if piece)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The marked-up links, one for all neighbouring runs of the same target. Bare addresses in the text are not
        among them."""
        grouped = groupby(self.runs, key=lambda run: run.link)
        return tuple(self._link(target, tuple(runs)) for target, runs in grouped if target is not None)

    def _link(self, target: str, runs: tuple[Run, ...]) -> Link:
        shown = Text(self.file, runs, self.label)
        return Link(target, shown.string, shown.place)

    @cached_property
    def bold(self) -> bool:
        """Every visible character is bold."""
        visible = [run for run in self.runs if run.text.strip()]
        return bool(visible) and all(run.bold for run in visible)

    @cached_property
    def bold_lead(self) -> int:
        """How many characters at the beginning are bold: the length of a run-in label, 0 without one."""
        return self._lead([run.bold for run in self.runs])

    @cached_property
    def italic_lead(self) -> int:
        """How many characters at the beginning are in italics, bold ones not counted."""
        return self._lead([run.italic and not run.bold for run in self.runs])

    def _lead(self, marked: list[bool]) -> int:
        if not any(marked[:1]):
            return 0
        length = 0
        for run, is_marked in zip(self.runs, marked, strict=True):
            if not is_marked and run.text.strip():
                break
            length += len(run.text)
        return length


def join(texts: Iterable[Text]) -> Text:
    """One text out of several of the same file, a line break between each two."""
    parts = [text for text in texts if text.runs]
    if not parts:
        return Text("")
    runs: list[Run] = []
    for part in parts:
        if runs:
            runs.append(Run("\n", part.runs[0].line, part.runs[0].column))
        runs.extend(part.runs)
    return Text(parts[0].file, tuple(runs), parts[0].label)
