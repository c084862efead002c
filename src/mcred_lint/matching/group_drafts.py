"""A repeated part while it is being put together, and what all the ways of finding parts share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length, Value
from mcred_lint.matching.lengths import field_length, title_length
from mcred_lint.matching.lexicon import ENDS, FIELD, LENGTH, STARTS, Names
from mcred_lint.matching.prose import says_none, written
from mcred_lint.matching.segments import Segment, segments
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.matching.telling import TellingWords
from mcred_lint.sources.places import Place
from mcred_lint.text.clock import find_clock_range
from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.language import Language
from mcred_lint.text.phrases import find_phrases, index

LONE_LENGTH_WORDS = 6
"""A line with more words is more than a length."""
BREAK_WORDS = 5
"""A title with a break's name and at most this many words is a break; a longer one is work that mentions it."""


_NUMBERED_TITLE = re.compile(r"[^\w]*[^\W\d]+\s+#?\d{1,2}\s*[.:)\u2013\u2014-]\s*[^\W\d]{3}")


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
    unknown: dict[str, Value] = field(default_factory=dict)
    """What stands under labels of the author's own."""
    length: Length | None = None
    order: int = 0
    word: str | None = None
    """What the author calls it: "session", "hour"."""
    clock: tuple[int, int] | None = None
    """When it begins and ends, in minutes since midnight, where the heading says so."""

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
        if (
            not segment.keys
            and segment.label is not None
            and (texts := written(segment.blocks, setting.language.placeholders))
        ):
            draft.unknown.setdefault(bare_words(segment.label.flat), Value(texts, texts[0].place))
    if draft.length is None:
        draft.length = _start_to_end(cut, setting)
    if draft.title is None:
        draft.title = _title_from_field(draft, setting)
    else:
        _title_from_heading(draft, setting)
    if draft.length is None:
        draft.length = title_length(draft.heading, setting.language.durations)
    if draft.length is None:
        draft.length = _lone_length(draft, setting)
    found = find_clock_range(draft.heading.string, setting.language.durations)
    draft.clock = (found.begins, found.ends) if found is not None else None


def _lone_length(draft: Draft, setting: Setting) -> Length | None:
    """A line under the heading that is nothing but a length: "75 minutes"."""
    for line in lines_of(draft.blocks):
        words = index(line.text.string).words
        if line.kind is Kind.TEXT and not line.level and 0 < len(words) <= LONE_LENGTH_WORDS:
            found = title_length(line.text, setting.language.durations)
            if found is not None and len(index(found.text).words) >= len(words) - 1:
                return found
    return None


def _fill_segment(draft: Draft, segment: Segment, setting: Setting) -> None:
    for key in segment.keys:
        if key == LENGTH and segment.label is not None:
            _take_length(draft, segment, setting)
        elif key.startswith(FIELD) and segment.label is not None:
            add_value(draft, key.removeprefix(FIELD), segment.blocks, segment.label, setting)


def _start_to_end(cut: Sequence[Segment], setting: Setting) -> Length | None:
    """The length from two fields, one with the time a part begins and one with the time it ends."""
    times = [
        next((segment.blocks[0] for segment in cut if key in segment.keys and segment.blocks), None)
        for key in (STARTS, ENDS)
    ]
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
    lines = [block for block in segment.blocks if isinstance(block, Line)]  # a table under it is a timetable of its own
    for text in written(lines, setting.language.placeholders):
        found = field_length(text, setting.language.durations, header, setting.spec.day_lengths)
        if found is not None and draft.length is None:
            draft.length = found


def name_unknown(drafts: Sequence[Draft], setting: Setting) -> None:
    """Give labels of the author's own to fields that no part has under a known name, by the words of label and content.

    Only a label that comes in at least half of the parts is looked at, and each gives its content to one field.
    """
    labels = dict.fromkeys(label for draft in drafts for label in draft.unknown)
    common = [label for label in labels if 2 * sum(label in draft.unknown for draft in drafts) >= len(drafts)]
    free = [
        key
        for key in setting.spec.fields
        if setting.spec.fields[key].words and not any(key in draft.values for draft in drafts)
    ]
    scores = sorted(((_fit(label, key, drafts, setting), label, key) for label in common for key in free), reverse=True)
    for score, label, key in scores:
        if score < 1 or label not in common or key not in free:
            continue
        common.remove(label)
        free.remove(key)
        for draft in drafts:
            if label in draft.unknown:
                value = draft.unknown[label]
                draft.values[key] = Value(value.texts, value.place, f'under "{label}", recognised by its words')


def _fit(label: str, key: str, drafts: Sequence[Draft], setting: Setting) -> float:
    """How many of a field's words stand in a label (twice) and, on average, under it."""
    words = setting.spec.fields[key].words
    told = (
        TellingWords({name: (spec.title, *spec.names) for name, spec in setting.spec.fields.items()}).best(label) == key
    )
    inside = [draft.unknown[label] for draft in drafts if label in draft.unknown]
    hits = sum(len({hit.phrase for hit in find_phrases(value.string, words)}) for value in inside)
    return 3 * told + 2 * len({hit.phrase for hit in find_phrases(label, words)}) + hits / len(inside)


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


def _title_from_field(draft: Draft, setting: Setting) -> Text | None:
    """The title that a field of its own holds."""
    values = (draft.values.get(key) for key, spec in setting.spec.fields.items() if spec.from_heading)
    return next((value.texts[0] for value in values if value is not None and value.filled), None)


def _title_from_heading(draft: Draft, setting: Setting) -> None:
    for key, spec in setting.spec.fields.items():
        if spec.from_heading and draft.title is not None and key not in draft.values:
            draft.values[key] = Value((draft.title,), draft.title.place, "the heading")


def is_break(title: str, spec: GroupsPlace) -> bool:
    """Whether a row or heading names a break rather than learning. "Lunch 5. Our two minutes" is a part that goes by that name."""
    if _NUMBERED_TITLE.match(title):
        return False
    return len(index(title).words) <= BREAK_WORDS and any(
        hit.start <= 3 or len(index(title).words) <= 3 for hit in find_phrases(title, spec.breaks)
    )


def is_total(title: str, spec: GroupsPlace) -> bool:
    bare = bare_words(title)
    return (
        any(bare == bare_words(name) or bare.startswith(bare_words(name) + " ") for name in spec.totals)
        and len(bare.split()) <= 5
    )


def lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    return (block for block in blocks if isinstance(block, Line))
