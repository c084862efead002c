"""YAML as people write it by hand: every key and value with its line and column, nothing turned into another type.

Built on the parser's events, because the ready-made loaders take "9:00" for a number, keep the last of two equal keys
without a word, and can be made to crash the process by deep nesting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from mcred_lint.sources.places import Place
from mcred_lint.sources.text import SourceText
from mcred_lint.sources.yaml_advice import QUOTE, advice, first_character, shown
from mcred_lint.sources.yaml_nodes import Entry, Mapping, Node, Parsed, Scalar, Sequence, Style, YamlProblem

__all__ = ["Entry", "Mapping", "Node", "Parsed", "Scalar", "Sequence", "Style", "YamlProblem", "parse"]

MAX_CHARACTERS = 4_000_000
MAX_DEPTH = 64
MAX_NODES = 200_000
"""Aliases count with everything they stand for."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES = {"'": Style.SINGLE, '"': Style.DOUBLE, "|": Style.LITERAL, ">": Style.FOLDED}

# The parser refuses control characters, and takes rare separators for line ends, which would shift all line numbers.
_REPLACED = {
    **dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 65534, 65535), "�"),
    **dict.fromkeys((13, 133, 8232, 8233), " "),
}


def parse(path: str, text: str) -> Parsed:
    """The documents in `text` and what was wrong with them. Never raises."""
    source = SourceText(path, _readable(text))
    if len(text) > MAX_CHARACTERS:
        message = f"The file is too long to be read: {len(text):,} characters, at most {MAX_CHARACTERS:,} are possible."
        return Parsed((), (YamlProblem(message, "Split it into several files.", source.place(0), fatal=True),))
    builder = _Builder(source)
    try:
        builder.read(yaml.parse(source.text, Loader=_LOADER))
    except _Stop as stop:
        return Parsed((), (*builder.problems, stop.problem))
    except yaml.YAMLError as error:
        fatal = advice(source, error)
        return Parsed((), (*(told for told in builder.problems if told.place.line != fatal.place.line), fatal))
    except RecursionError:
        return Parsed((), (_too_deep(source.place(0)),))
    return Parsed(tuple(builder.documents), (*builder.problems, *builder.unused_anchors()))


def _readable(text: str) -> str:
    """As long as `text`, without characters the parser refuses."""
    if text.startswith("\ufeff"):
        text = " " + text[1:]
    if not text.replace("\n", "").isprintable():  # few texts hold anything that could have to be replaced
        text = text.translate(_REPLACED)
    return text.encode("utf-8", errors="replace").decode("utf-8")


class _Stop(Exception):
    """A limit was met: nothing more is read."""

    def __init__(self, problem: YamlProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not come yet."""

    event: NodeEvent
    place: Place
    items: list[Node] = field(default_factory=list)
    weight: int = 1


@dataclass(slots=True)
class _Anchor:
    place: Place
    node: Node | None = None
    weight: int = 0
    used: bool = False
    shown: str = ""


class _Builder:
    """Puts nodes together out of events, on a stack of its own."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.documents: list[Node] = []
        self.problems: list[YamlProblem] = []
        self._stack: list[_Open] = []
        self._anchors: dict[str, _Anchor] = {}
        self._nodes = 0
        lines = enumerate(source.text.split("\n"), 1)
        self._with_hash = frozenset(number for number, line in lines if "#" in line)
        """The lines on which a comment may have swallowed something."""

    def read(self, events: Iterator[Event]) -> None:
        for event in events:
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                self._begin(event)
            elif isinstance(event, MappingEndEvent | SequenceEndEvent):
                self._finish(event)
            elif isinstance(event, AliasEvent):
                self._alias(event)

    def unused_anchors(self) -> Iterator[YamlProblem]:
        """An `&word` that nothing points to was meant as text."""
        for anchor in self._anchors.values():
            message = None if anchor.used else first_character(anchor.shown)
            if message:
                yield YamlProblem(message, QUOTE, anchor.place, lost=True)

    def _begin(self, event: NodeEvent) -> None:
        place = self._place(event)
        if len(self._stack) >= MAX_DEPTH:
            raise _Stop(_too_deep(place))
        if event.anchor is not None:
            self._mark(event, event.anchor, place)
        self._stack.append(_Open(event, place))

    def _finish(self, event: Event) -> None:
        done = self._stack.pop()
        place = _span(done.place, self._place(event))
        mapping = isinstance(done.event, MappingStartEvent)
        node = self._mapping(done.items, place) if mapping else Sequence(tuple(done.items), place)
        self._add(done.event, node, done.weight)

    def _scalar(self, event: ScalarEvent) -> None:
        place = self._place(event)
        if event.anchor is not None:
            self._mark(event, event.anchor, place)
        if event.tag is not None and not event.style and not event.tag.startswith("tag:yaml.org"):
            self._tell_first_character(event, lost=True)
        self._add(event, Scalar(event.value, _STYLES.get(event.style or "", Style.PLAIN), place), 1)
        if not event.style and place.end_line in self._with_hash:
            self._tell_swallowed(event, place)

    def _alias(self, event: AliasEvent) -> None:
        anchor = self._anchors.get(event.anchor or "")
        if anchor is None:
            self._tell_first_character(event, lost=False)
            self._add(event, Scalar(f"*{event.anchor}", Style.PLAIN, self._place(event)), 1)
            return
        anchor.used = True
        if anchor.node is None:
            message = f"*{event.anchor} stands inside the part that it points to."
            raise _Stop(YamlProblem(message, "Write the text out instead.", self._place(event), fatal=True))
        self._add(event, anchor.node, anchor.weight)

    def _mark(self, event: NodeEvent, anchor: str, place: Place) -> None:
        self._anchors[anchor] = _Anchor(place, shown=self._rest(event))

    def _add(self, event: NodeEvent, node: Node, weight: int) -> None:
        alias = isinstance(event, AliasEvent)
        self._nodes += weight if alias else 1
        if self._nodes > MAX_NODES:
            message = f"The file is too large to be read: more than {MAX_NODES:,} values, repeated ones included."
            raise _Stop(YamlProblem(message, "Split it into several files.", self._place(event), fatal=True))
        if event.anchor is not None and not alias:
            anchor = self._anchors[event.anchor]
            anchor.node, anchor.weight = node, weight
        if self._stack:
            self._stack[-1].items.append(node)
            self._stack[-1].weight += weight
        else:
            self.documents.append(node)

    def _mapping(self, items: list[Node], place: Place) -> Mapping:
        entries: dict[str, Entry] = {}
        for key, value in zip(items[::2], items[1::2], strict=False):
            if not isinstance(key, Scalar):
                self._tell_key(key)
            elif key.raw == "<<" and key.style is Style.PLAIN:
                message = "The key << does not copy keys from elsewhere here."
                self._tell(message, "Write the keys out.", key.place)
            elif key.raw in entries:
                self._tell_duplicate(entries[key.raw].key, key)
            else:
                entries[key.raw] = Entry(key, value)
        return Mapping(tuple(entries.values()), place)

    def _tell_key(self, key: Mapping | Sequence) -> None:
        place = key.place
        message = first_character(self.source.line(place.line or 1)[(place.column or 1) - 1 :])
        self._tell(message or "A key has to be a word or a line of text.", QUOTE, key.place)

    def _tell_duplicate(self, first: Scalar, second: Scalar) -> None:
        lines = f"on line {first.place.line} and on line {second.place.line}"
        message = f'The key "{first.raw}" is there twice, {lines}; only the first was read.'
        self._tell(message, "Give one of them another name, or put both texts under one key.", second.place)

    def _tell_first_character(self, event: NodeEvent, lost: bool) -> None:
        message = first_character(self._rest(event))
        if message:
            self._tell(message, QUOTE, self._place(event), lost)

    def _tell_swallowed(self, event: ScalarEvent, place: Place) -> None:
        """A # that cuts an answer off. A comment proper has a space after its # and an answer before it."""
        line, column = place.end_line or 1, place.end_column or 1
        rest = self.source.line(line)[column - 1 :]
        text = rest.lstrip(" \t") if event.value else rest.lstrip(" \t:")
        usual = text.startswith("# ")
        swallowed = text.startswith("#") and text.strip("# ") and not (event.value and (usual or text == rest))
        if not swallowed:
            return
        message = f"Everything after # is a comment in YAML and was not read: {shown(text)}."
        first = self.source.offset(line, column + len(rest) - len(text))
        comment = self.source.place(first, first + len(text))
        self._tell(message, f"If it belongs to the text: {QUOTE}", comment, lost=not usual)

    def _tell(self, message: str, hint: str, place: Place, lost: bool = True) -> None:
        self.problems.append(YamlProblem(message, hint, place, lost=lost))

    def _rest(self, event: Event) -> str:
        """From the beginning of `event` to the end of its line."""
        place = self._place(event)
        return self.source.line(place.line or 1)[(place.column or 1) - 1 :]

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return self.source.place(0)
        return Place(self.source.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _span(first: Place, last: Place) -> Place:
    return Place(first.file, first.line, first.column, last.end_line, last.end_column)


def _too_deep(place: Place) -> YamlProblem:
    message = f"The text is nested more than {MAX_DEPTH} steps deep."
    return YamlProblem(message, "Look for brackets or dashes that were typed by accident here.", place, fatal=True)
