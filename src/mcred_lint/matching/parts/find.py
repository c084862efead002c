"""Finding the parts that repeat, such as sessions, however they are laid out.

Every way of dividing the passage is tried (numbered headings, own headings, YAML entries, tables by row or column); the one that
fills the most fields is how the author divided it. The others, and the timetables, only supply what it lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mcred_lint.document.blocks import Block, Line, Table
from mcred_lint.matching.content import Group, Groups, Length, Passage, Value
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.parts.drafts import A_BREAK, Draft, Setting
from mcred_lint.matching.parts.fields import THE_HEADING
from mcred_lint.matching.parts.lengths import field_length
from mcred_lint.matching.parts.outside import given_for_all
from mcred_lint.matching.parts.own_labels import name_unknown
from mcred_lint.matching.parts.starts import families
from mcred_lint.matching.parts.stream import Stream
from mcred_lint.matching.parts.tables import describes_parts, table_families
from mcred_lint.matching.parts.timed_rows import learning
from mcred_lint.matching.parts.times import breaks_inside, length_for_each, part_time
from mcred_lint.matching.parts.timetable import timetable
from mcred_lint.matching.parts.titles import is_break, same_title
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.text.language import Language

LEAST_SCORE = 0.5
"""A way of dividing that shows no more than one title shows nothing, unless a label says that it is one."""
LONG_HEADING = 80
"""Characters. A longer heading holds more than number and title, so a report says these instead."""


@dataclass(frozen=True)
class Family:
    """One way of dividing a passage into parts, with the breaks that it leaves out."""

    drafts: list[Draft]
    left_out: list[Group] = field(default_factory=list)

    def rank(self, setting: Setting) -> tuple[bool, float]:
        """A way that shows fields comes before a mere timetable, however long that is."""
        return any(map(setting.filled, self.drafts)), self.score(setting)

    def has_labelled_title(self, setting: Setting) -> bool:
        """Whether a title stands under a label of its own."""
        titles = [key for key, spec in setting.spec.fields.items() if spec.from_heading]
        values = (draft.values[key] for draft in self.drafts for key in titles if key in draft.values)
        return any(value.filled and value.note != THE_HEADING for value in values)

    def score(self, setting: Setting) -> float:
        """How much of the parts this way of dividing shows."""
        return sum(
            setting.filled(draft) + (draft.length is not None) + 0.5 * (draft.title is not None)
            for draft in self.drafts
        )


def find_groups(
    passages: Sequence[Passage], spec: GroupsPlace, names: Names, language: Language
) -> tuple[Groups | None, list[Block]]:
    """The parts of a component with their fields and lengths (None when nothing in it looks like one), and the blocks they take up."""
    setting = Setting(spec, names, language)
    stream = [(number, block) for number, passage in enumerate(passages) for block in passage.blocks]
    families_ = _candidates(stream, setting)
    best = max(families_, key=lambda family: family.rank(setting), default=Family([]))
    times, left_out = learning(timetable([block for _, block in stream], setting), setting)
    tables = [block for _, block in stream if isinstance(block, Table) and describes_parts(block, setting)]
    if not best.drafts and not times:
        return None, [*tables]
    everywhere = [draft for family in families_ for draft in family.drafts]
    for family in families_:
        family.drafts[:] = _without_breaks(family, setting)
    drafts = best.drafts
    for draft in drafts:
        _complete(draft, [family for family in families_ if family is not best])
    for_all, total = given_for_all(stream, drafts, everywhere, setting)
    for draft in drafts:
        draft.length = part_time(draft, times, setting)
    pauses = [row.as_group(A_BREAK) for draft in drafts for row in breaks_inside(draft, setting)]
    ordered = sorted(drafts, key=lambda draft: draft.order)
    groups = length_for_each([_group(draft, setting) for draft in ordered], stream, setting)
    beside = [group for family in families_ if family is not best for group in family.left_out if group.length]
    breaks = _once([*best.left_out, *beside, *(one.row.as_group(one.because) for one in left_out), *pauses])
    loose = () if any(group.length for group in groups) else tuple(row.as_group() for row in times)
    inside = [*tables, *(block for draft in drafts for block in draft.blocks)]
    return Groups(tuple(groups), breaks, total, for_all, loose), inside


def _candidates(stream: Stream, setting: Setting) -> list[Family]:
    """Every way of dividing that shows something."""
    found = [Family(drafts) for drafts in families(stream, setting)]
    for family in found:
        name_unknown(family.drafts, setting)
    tables = [block for _, block in stream if isinstance(block, Table)]
    found += [Family(drafts, left_out) for drafts, left_out in table_families(tables, setting)]
    return [family for family in found if family.score(setting) > LEAST_SCORE or family.has_labelled_title(setting)]


def _without_breaks(family: Family, setting: Setting) -> list[Draft]:
    """The drafts that are parts: breaks among them are left out and shown, entries with nothing in them dropped."""
    kept = []
    for draft in family.drafts:
        title = _title_or_first_line(draft)
        if is_break(title, setting.spec) and setting.filled(draft) <= 1:
            length = draft.length or _first_length(draft, setting)
            family.left_out.append(draft.left_out(title.strip() or draft.heading.flat, length))
        elif (
            setting.filled(draft)
            or draft.title is not None
            or draft.length is not None
            or (draft.heading and not _is_untouched(draft, setting))
        ):
            kept.append(draft)
    return kept


def _is_untouched(draft: Draft, setting: Setting) -> bool:
    """Whether nothing but the labels of a template stands under a heading."""
    labels = [label_of(block) if isinstance(block, Line) else None for block in draft.blocks]
    bare = (label is not None and label.rest is None and setting.names.in_part(label) for label in labels)
    return bool(labels) and all(bare)


def _title_or_first_line(draft: Draft) -> str:
    lines = [draft.title, *(block.text for block in draft.blocks if isinstance(block, Line)), draft.heading]
    return next(text.string for text in lines if text is not None)


def _first_length(draft: Draft, setting: Setting) -> Length | None:
    lines = (block.text for block in draft.blocks if isinstance(block, Line))
    lengths = (field_length(text, setting.language.durations) for text in lines)
    return next((length for length in lengths if length is not None), None)


def _once(left_out: Iterable[Group]) -> tuple[Group, ...]:
    """What several readings leave out, each row once."""
    seen: dict[tuple[int | None, str], Group] = {}
    for group in left_out:
        seen.setdefault((group.place.line, group.label), group)
    return tuple(seen.values())


# ---- completing what the best way of dividing lacks -------------------------------------------------------------------


def _complete(draft: Draft, others: Sequence[Family]) -> None:
    """Take from the same part in other ways of dividing what a draft lacks."""
    for family in others:
        twin = next((other for other in family.drafts if _same(draft, other)), None)
        if twin is None:
            continue
        draft.length = draft.length or twin.length
        draft.title = draft.title or twin.title
        draft.values |= {key: value for key, value in twin.values.items() if value.filled and draft.lacks(key)}


def _same(draft: Draft, other: Draft) -> bool:
    if draft.title is not None and other.title is not None:
        return same_title(draft.title.string, other.title.string)
    return draft.number is not None and draft.number == other.number


# ---- what a report calls it -------------------------------------------------------------------------------------------


def _group(draft: Draft, setting: Setting) -> Group:
    values = dict(draft.values)
    for key, spec in setting.spec.fields.items():
        if draft.title is not None and spec.from_heading and draft.lacks(key):
            values[key] = Value((draft.title,), draft.title.place, THE_HEADING)
    return Group(draft.title, _label(draft, setting), draft.place, values, draft.length)


def _label(draft: Draft, setting: Setting) -> str:
    heading, called = draft.heading.flat, setting.spec.called[0].capitalize()
    if draft.title is None:
        return heading or f"{called} {draft.number}"
    title = draft.title.flat
    if draft.number and title and len(heading) > LONG_HEADING:
        return f"{called} {draft.number}: {title}"
    return heading if title in heading else title
