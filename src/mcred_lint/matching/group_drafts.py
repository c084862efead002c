"""A repeated part while it is being put together, and what all the ways of finding parts share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mcred_lint.document.blocks import Block, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length, Value
from mcred_lint.matching.lengths import field_length, title_length
from mcred_lint.matching.lexicon import ENDS, FIELD, LENGTH, STARTS, Names
from mcred_lint.matching.prose import says_none, written
from mcred_lint.matching.segments import Segment, segments
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.sources.places import Place
from mcred_lint.text.clock import find_clock_range
from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.language import Language
from mcred_lint.text.phrases import find_phrases, index

BREAK_WORDS = 5
"""A title with a break's name and at most this many words is a break; a longer one is work that mentions it."""


@dataclass
class Draft:
    """One part in the making. `number` is what counts it ("2", "a"); `rank` how strongly its heading divides."""

    heading: Text
    number: str | None = None
    title: Text | None = None
    rank: int = 0
    blocks: list[Block] = field(default_factory=list)
    table: Table | None = None
    """The table whose row or column it is."""
    values: dict[str, Value] = field(default_factory=dict)
    length: Length | None = None
    order: int = 0

    @property
    def place(self) -> Place:
        return self.heading.place

    @property
    def filled(self) -> int:
        """How many of its fields hold something, the title left out."""
        return sum(value.filled for key, value in self.values.items() if key != "title")


@dataclass(frozen=True)
class Setting:
    """What finding parts needs to know: the rubric's description, its names and the language."""

    spec: GroupsPlace
    names: Names
    language: Language


@lru_cache(maxsize=64)
def _start_pattern(called: tuple[str, ...], counts: tuple[str, ...], ordinals: tuple[str, ...]) -> re.Pattern[str]:
    word, count, ordinal = (_either(words) for words in (called, counts, ordinals))
    return re.compile(
        rf"[^\w]*(?:the\s+)?(?:(?P<word>{word})\s*(?:#|no\.|number\s|num\.)?\s*(?P<number>\d{{1,2}}|{count}|[a-h]|i{{1,3}}|iv|vi{{0,3}})"
        rf"(?![\w'])(?!\s*(?:-|&|and|to|of)\s*(?:\d|{count}\b))|(?P<ordinal>{ordinal})\s+(?P<after>{word})(?![\w'])(?!\s+(?!of\b)[a-z]))"
    )


def _either(words: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(fold(word)) for word in words), key=len, reverse=True))


def numbered_start(string: str, setting: Setting) -> tuple[str, str, int] | None:
    """(word, number, end offset) where a text begins with what the rubric calls a part and its number: "Session 2: ...".

    Of "Day 1 - Session 2" the inner one counts.
    """
    general = setting.language.general
    pattern = _start_pattern(setting.spec.called, tuple(general.counts), tuple(general.ordinals))
    folded, found, begin = fold(string), None, 0
    while (match := pattern.match(folded, begin)) is not None:
        word, number = match["word"] or match["after"], match["number"] or match["ordinal"]
        value = {**general.counts, **general.ordinals}.get(number)
        found, begin = (word, number if value is None else str(value), match.end()), match.end()
    return found


def title_in(heading: Text, start: int, setting: Setting) -> Text | None:
    """The title that a heading carries beside its number and its length."""
    rest = heading.slice(start)
    length = title_length(rest, setting.language.durations)
    string = rest.string
    if length is not None:
        at = string.find(length.text) if length.text in string else -1
        if at >= 0:
            before, after = rest.slice(0, at), rest.slice(at + len(length.text))
            rest = max(before, after, key=lambda text: sum(map(str.isalpha, text.string)))
    rest = rest.strip(" \t\n:.-\u2013\u2014|,;()[]*_\u2022")
    letters = sum(map(str.isalpha, rest.string))
    return rest if letters >= 3 else None


def fill_from_blocks(draft: Draft, setting: Setting) -> None:
    """Read the fields and the length that stand under a part's heading."""
    cut = segments(draft.blocks, setting.names.in_part)
    for segment in cut:
        _fill_segment(draft, segment, setting)
    if draft.length is None:
        draft.length = _start_to_end(cut, setting)
    if draft.title is not None and "title" not in draft.values:
        _title_from_heading(draft, setting)
    if draft.length is None:
        draft.length = title_length(draft.heading, setting.language.durations)


def _fill_segment(draft: Draft, segment: Segment, setting: Setting) -> None:
    for key in segment.keys:
        if key == LENGTH and segment.label is not None:
            _take_length(draft, segment, setting)
        elif key.startswith(FIELD) and segment.label is not None:
            add_value(draft, key.removeprefix(FIELD), segment.blocks, segment.label, setting)


def _start_to_end(cut: Sequence[Segment], setting: Setting) -> Length | None:
    """The length from two fields, one with the time a part begins and one with the time it ends."""
    times = [next((segment.blocks[0] for segment in cut if key in segment.keys and segment.blocks), None) for key in (STARTS, ENDS)]
    starts, ends = times
    if not isinstance(starts, Line) or not isinstance(ends, Line):
        return None
    found = find_clock_range(f"{starts.text.flat} - {ends.text.flat}", setting.language.durations, clock=True)
    if found is None:
        return None
    minutes = float(found.minutes)
    return Length(minutes, minutes, starts.text.place, "clock times", f"{starts.text.flat} to {ends.text.flat}")


def _take_length(draft: Draft, segment: Segment, setting: Setting) -> None:
    header = segment.label.flat if segment.label else ""
    for text in written(segment.blocks, setting.language.placeholders):
        found = field_length(text, setting.language.durations, header, setting.spec.day_lengths)
        if found is not None and draft.length is None:
            draft.length = found


def add_value(draft: Draft, key: str, blocks: Iterable[Block], label: Text, setting: Setting) -> None:
    """Put what stands under a label into a field, after what is there already."""
    texts = written(blocks, setting.language.placeholders)
    spec = setting.spec.fields[key]
    if not spec.none_words and says_none(texts, _none_words(setting.spec)):
        texts = ()
    known = draft.values.get(key)
    if known is not None and known.filled:
        texts = (*known.texts, *texts)
    place = texts[0].place if texts else label.place
    draft.values[key] = Value(texts, place)


def _none_words(spec: GroupsPlace) -> tuple[str, ...]:
    return tuple({word for item in spec.fields.values() for word in item.none_words})


def _title_from_heading(draft: Draft, setting: Setting) -> None:
    for key, spec in setting.spec.fields.items():
        if spec.from_heading and draft.title is not None:
            draft.values[key] = Value((draft.title,), draft.title.place, "the heading")


def is_break(title: str, spec: GroupsPlace) -> bool:
    """Whether a row or heading names a break rather than learning."""
    return len(index(title).words) <= BREAK_WORDS and any(
        hit.start <= 3 or len(index(title).words) <= 3 for hit in find_phrases(title, spec.breaks)
    )


def is_total(title: str, spec: GroupsPlace) -> bool:
    bare = bare_words(title)
    return any(bare == bare_words(name) or bare.startswith(bare_words(name) + " ") for name in spec.totals) and len(bare.split()) <= 5


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    return (block for block in blocks if isinstance(block, Line))
