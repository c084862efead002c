"""What stands outside every part and holds for all: fields given once, and a stated total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Block, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length, Value
from mcred_lint.matching.labels import Label
from mcred_lint.matching.lexicon import FIELD, LENGTH, TOTAL
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.lengths import as_length, field_length
from mcred_lint.matching.parts.stream import Stream
from mcred_lint.matching.prose import paragraphs, written
from mcred_lint.matching.segments import Segment, segments
from mcred_lint.text.durations import stated_total


def given_for_all(
    stream: Stream, drafts: Sequence[Draft], others: Sequence[Draft], setting: Setting
) -> tuple[dict[str, Value], Length | None]:
    """(fields given once for all parts, the total that is stated). others: the drafts of other ways of dividing, whose times are
    a schedule's and no totals."""
    scheduled = {id(block) for draft in others for block in draft.blocks}
    inside = {id(block) for draft in drafts for block in (*draft.blocks, draft.table)}
    outside = [block for _, block in stream if id(block) not in inside]
    values: dict[str, Value] = {}
    total: Length | None = None
    for key, segment, label, texts in _labelled(outside, setting):
        field = setting.field_of(key)
        if field is not None and field.or_for_all:
            values.setdefault(key.removeprefix(FIELD), Value(texts, texts[0].place, "given once for all"))
        if key in (LENGTH, TOTAL) and total is None and scheduled.isdisjoint(map(id, segment.blocks)):
            words = setting.language.durations
            total = field_length(texts[0], words, label.flat, setting.spec.day_lengths)
    return values, total or _stated(outside, setting)


def _labelled(blocks: Sequence[Block], setting: Setting) -> Iterator[tuple[str, Segment, Text, tuple[Text, ...]]]:
    """(key, segment, its label, what stands under it) of every known label that is filled."""

    def lookup(label: Label) -> tuple[str, ...]:
        return setting.names.in_part(label) or setting.names.in_component(label)

    for segment in segments(blocks, lookup):
        texts = written(segment.blocks, setting.language.placeholders)
        if segment.label is not None and texts:
            for key in segment.keys:
                yield key, segment, segment.label, texts


def _stated(blocks: Sequence[Block], setting: Setting) -> Length | None:
    """A total that running text states: "four and a half hours in all"."""
    for text in paragraphs(block for block in blocks if isinstance(block, Line)):
        found = stated_total(text.string, setting.language.durations)
        if found is not None:
            return as_length(found, text)
    return None
