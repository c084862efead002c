"""The fields of a part and its length, read from what stands under its heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length, Value
from mcred_lint.matching.labels import PLAIN_RANK, Label
from mcred_lint.matching.lexicon import ENDS, FIELD, LENGTH, STARTS
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.lengths import CLOCK_TIMES, exactly, field_length, title_length
from mcred_lint.matching.prose import says_none, written
from mcred_lint.matching.segments import Segment, segments
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.text.clock import find_clock_range
from mcred_lint.text.folding import bare_words
from mcred_lint.text.phrases import index

OWN = ("own label",)
"""What a label of the author's own is said to name, so that what stands under it is kept together."""
LONE_LENGTH_WORDS = 6
"""A line with more words is more than a length."""
THE_HEADING = "the heading"
"""How a title was recognised that no label announces."""


def fill_from_blocks(draft: Draft, setting: Setting) -> None:
    """Read the fields and the length that stand under a part's heading."""
    words = setting.language.durations
    cut = segments(draft.blocks, lambda label: setting.names.in_part(label) or _own(label))
    for segment in cut:
        _fill_segment(draft, segment, setting)
    if draft.title is None:
        draft.title = _title_from_field(draft, setting)
    else:
        _fill_with_heading(draft, draft.title, setting)
    draft.length = (
        draft.length
        or _start_to_end(cut, setting)
        or title_length(draft.heading, words)
        or _lone_length(draft, setting)
    )
    found = find_clock_range(draft.heading.string, words)
    draft.clock = (found.begins, found.ends) if found is not None else None


def _own(label: Label) -> tuple[str, ...]:
    """Styled labels and headings divide, whatever they say."""
    return OWN if label.rank < PLAIN_RANK and not (label.alone or label.weak) else ()


def _fill_segment(draft: Draft, segment: Segment, setting: Setting) -> None:
    if segment.label is None:
        return
    for key in segment.keys:
        if key == LENGTH:
            _take_length(draft, segment, segment.label, setting)
        elif key.startswith(FIELD):
            add_value(draft, key.removeprefix(FIELD), segment.blocks, segment.label, setting)
    texts = () if segment.keys not in ((), OWN) else written(segment.blocks, setting.language.placeholders)
    if texts:
        draft.unknown.setdefault(bare_words(segment.label.flat), Value(texts, texts[0].place))


def add_value(draft: Draft, key: str, blocks: Iterable[Block], label: Text, setting: Setting) -> None:
    """Put what stands under a label into a field, after what is there already."""
    texts = written(blocks, setting.language.placeholders)
    if not setting.spec.fields[key].none_words and says_none(texts, _none_words(setting.spec)):
        texts = ()
    if not draft.lacks(key):
        texts = (*draft.values[key].texts, *texts)
    draft.values[key] = Value(texts, texts[0].place if texts else label.place)


def _none_words(spec: GroupsPlace) -> tuple[str, ...]:
    return tuple({word for item in spec.fields.values() for word in item.none_words})


def _title_from_field(draft: Draft, setting: Setting) -> Text | None:
    """The title that a field of its own holds."""
    values = (draft.values.get(key) for key, spec in setting.spec.fields.items() if spec.from_heading)
    return next((value.texts[0] for value in values if value is not None and value.filled), None)


def _fill_with_heading(draft: Draft, title: Text, setting: Setting) -> None:
    for key, spec in setting.spec.fields.items():
        if spec.from_heading and key not in draft.values:
            draft.values[key] = Value((title,), title.place, THE_HEADING)


# ---- length -----------------------------------------------------------------------------------------------------------


def _take_length(draft: Draft, segment: Segment, label: Text, setting: Setting) -> None:
    lines = [block for block in segment.blocks if isinstance(block, Line)]  # a table under it is a timetable of its own
    for text in written(lines, setting.language.placeholders):
        draft.length = draft.length or field_length(
            text, setting.language.durations, label.flat, setting.spec.day_lengths
        )


def _start_to_end(cut: Sequence[Segment], setting: Setting) -> Length | None:
    """The length from two fields, one with the time a part begins and one with the time it ends."""
    starts, ends = _first_block(cut, STARTS), _first_block(cut, ENDS)
    if not isinstance(starts, Line) or not isinstance(ends, Line):
        return None
    found = find_clock_range(f"{starts.text.flat} - {ends.text.flat}", setting.language.durations, clock=True)
    if found is None:
        return None
    return exactly(found.minutes, starts.text.place, CLOCK_TIMES, f"{starts.text.flat} to {ends.text.flat}")


def _lone_length(draft: Draft, setting: Setting) -> Length | None:
    """A line under the heading that is nothing but a length: "75 minutes"."""
    for line in draft.blocks:
        if isinstance(line, Line) and line.kind is Kind.TEXT and not line.level:
            words = len(index(line.text.string).words)
            found = title_length(line.text, setting.language.durations) if 0 < words <= LONE_LENGTH_WORDS else None
            if found is not None and len(index(found.text).words) >= words - 1:
                return found
    return None


def _first_block(cut: Sequence[Segment], key: str) -> Block | None:
    return next((segment.blocks[0] for segment in cut if key in segment.keys and segment.blocks), None)
