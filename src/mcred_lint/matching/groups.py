"""Finding the parts that repeat, such as sessions, however they are laid out.

Every way of dividing the passage is tried (numbered headings, own headings, YAML entries, tables by row or column); the one that
fills the most fields is how the author divided it. The others, and the timetables, only supply what it lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.agenda import LeftOut, TimedRow, as_group, learning, timetable
from mcred_lint.matching.content import Group, Groups, Length, Passage, Value
from mcred_lint.matching.group_drafts import Draft, Setting, is_break, lines_of, name_unknown, numbered_start
from mcred_lint.matching.group_starts import Stream, families
from mcred_lint.matching.group_tables import describes_parts, table_families
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.lengths import as_length, field_length
from mcred_lint.matching.lexicon import FIELD, LENGTH, TOTAL, Names
from mcred_lint.matching.prose import paragraphs, written
from mcred_lint.matching.segments import segments
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.text.durations import find_durations, stated_total
from mcred_lint.text.folding import bare_words
from mcred_lint.text.language import Language

LEAST_EACH = 20
"""Minutes; a shorter length said of each is an activity's."""
SAME_TITLE_SHARE = 0.6
"""Two titles that share this part of their words are one part's."""


@dataclass
class Family:
    drafts: list[Draft]
    left_out: list[Group]

    @property
    def score(self) -> float:
        """How much of the parts this way of dividing shows."""
        return sum(draft.filled + (draft.length is not None) + 0.5 * (draft.title is not None) for draft in self.drafts)


def find_groups(
    passages: Sequence[Passage], spec: GroupsPlace, names: Names, language: Language
) -> tuple[Groups | None, list[Block]]:
    """The parts of a component with their fields and lengths (None when nothing in it looks like one), and the blocks they take up."""
    setting = Setting(spec, names, language)
    stream = [(number, block) for number, passage in enumerate(passages) for block in passage.blocks]
    candidates = _candidates(stream, setting)
    best = max(candidates, key=lambda family: family.score, default=None)
    times, left_out = learning(timetable([block for _, block in stream], setting), setting)
    inside: list[Block] = [block for _, block in stream if isinstance(block, Table) and describes_parts(block, setting)]
    if best is None and not times:
        return None, inside
    for family in candidates:
        family.drafts = _without_breaks(family, setting)
    drafts = best.drafts if best else []
    for draft in drafts:
        _complete(draft, [family for family in candidates if family is not best], setting)
    others = {id(block) for family in candidates for draft in family.drafts for block in draft.blocks}
    for_all, total = _outside(stream, drafts, others, setting)
    for draft in drafts:
        draft.length = (
            (draft.length and _own_time(draft, setting))
            or _from_timetable(draft, times, setting)
            or _own_time(draft, setting)
            or _by_its_name(draft, setting)
        )
    groups = [_group(draft, setting) for draft in sorted(drafts, key=lambda draft: draft.order)]
    groups = _length_for_each(groups, stream, setting)
    breaks = _left_out(best, candidates, left_out)
    loose = () if any(group.length for group in groups) else tuple(as_group(row) for row in times)
    inside += [block for draft in drafts for block in draft.blocks]
    return Groups(tuple(groups), breaks, total, for_all, loose), inside


def _candidates(stream: Stream, setting: Setting) -> list[Family]:
    found = [Family(drafts, []) for drafts in families(stream, setting)]
    for family in found:
        name_unknown(family.drafts, setting)
    tables = [block for _, block in stream if isinstance(block, Table)]
    found += [Family(drafts, left_out) for drafts, left_out in table_families(tables, setting)]
    return [family for family in found if family.drafts and family.score > 0.5]


def _without_breaks(best: Family, setting: Setting) -> list[Draft]:
    """The drafts that are parts: breaks among them are left out and shown, entries with nothing in them dropped."""
    kept = []
    for draft in best.drafts:
        title = (
            draft.title.string
            if draft.title
            else next((line.text.string for line in lines_of(draft.blocks)), draft.heading.string)
        )
        if is_break(title, setting.spec) and draft.filled <= 1:
            length = draft.length or next(
                (
                    found
                    for line in lines_of(draft.blocks)
                    if (found := field_length(line.text, setting.language.durations))
                ),
                None,
            )
            best.left_out.append(
                Group(draft.title, title.strip() or draft.heading.flat, draft.place, {}, length, "a break")
            )
        elif draft.filled or draft.title is not None or draft.length is not None or draft.heading:
            kept.append(draft)
    return kept


# ---- completing what the best way of dividing lacks -------------------------------------------------------------------


def _complete(draft: Draft, others: Sequence[Family], setting: Setting) -> None:
    for family in others:
        twin = next((other for other in family.drafts if _same(draft, other)), None)
        if twin is None:
            continue
        draft.length = draft.length or twin.length
        draft.title = draft.title or twin.title
        for key, value in twin.values.items():
            if value.filled and not (key in draft.values and draft.values[key].filled):
                draft.values[key] = value


def _same(draft: Draft, other: Draft) -> bool:
    if draft.title is not None and other.title is not None:
        return same_title(draft.title.string, other.title.string)
    return draft.number is not None and draft.number == other.number


def same_title(one: str, other: str) -> bool:
    """Whether two titles name the same part."""
    first, second = set(bare_words(one).split()), set(bare_words(other).split())
    shared = len(first & second)
    return (
        shared > 0
        and shared >= SAME_TITLE_SHARE * min(len(first), len(second))
        and shared >= min(2, len(first), len(second))
    )


def _group(draft: Draft, setting: Setting) -> Group:
    values = dict(draft.values)
    if draft.title is not None:
        for key, spec in setting.spec.fields.items():
            if spec.from_heading and not (key in values and values[key].filled):
                values[key] = Value((draft.title,), draft.title.place, "the heading")
    return Group(draft.title, _label(draft, setting), draft.place, values, draft.length)


def _label(draft: Draft, setting: Setting) -> str:
    heading = draft.heading.flat
    if draft.title is None:
        return heading or f"{setting.spec.called[0].capitalize()} {draft.number}"
    if draft.number and draft.title.flat and len(heading) > 80:
        return f"{setting.spec.called[0].capitalize()} {draft.number}: {draft.title.flat}"
    return heading if heading and draft.title.flat in heading else draft.title.flat


def _by_its_name(draft: Draft, setting: Setting) -> Length | None:
    """The length that follows from what a part is called, such as "Hour 3"."""
    minutes = setting.spec.lasts.get(draft.word or "")
    if minutes is None:
        return None
    return Length(minutes, minutes, draft.place, "as its name says", draft.word or "")


def _own_time(draft: Draft, setting: Setting) -> Length | None:
    """A part's learning time: its own length without the breaks inside it, else the sum of what is timed inside it."""
    counted, left_out = learning(timetable(draft.blocks, setting), setting)
    if draft.length is None:
        own = [row.length for row in counted if row.length and not numbered_start(row.title.string, setting)]
        return _sum(own, draft.heading.flat, "the sum of its timed activities")
    pause = sum(
        one.row.length.low
        for one in left_out
        if one.row.length and one.because == "a break" and _within(one.row, draft)
    )
    work = sum(row.length.low for row in counted if row.length)
    whole = draft.length.low
    if not pause or pause >= whole or (counted and not 0.9 * whole <= work + pause <= 1.1 * whole):
        return draft.length
    high = None if draft.length.high is None else draft.length.high - pause
    return replace(draft.length, low=whole - pause, high=high, rule=f"{draft.length.rule}, breaks left out")


def _within(row: TimedRow, draft: Draft) -> bool:
    """Whether a break lies inside the part by the clock; without times of day its place in the text decides."""
    return (
        row.clock is None or draft.clock is None or (draft.clock[0] <= row.clock[0] and row.clock[1] <= draft.clock[1])
    )


def _sum(lengths: Sequence[Length], text: str, rule: str) -> Length | None:
    if not lengths:
        return None
    high = sum(length.high if length.high is not None else length.low for length in lengths)
    return Length(sum(length.low for length in lengths), high, lengths[0].place, rule, text)


# ---- times that stand elsewhere ---------------------------------------------------------------------------------------


def _from_timetable(draft: Draft, times: Sequence[TimedRow], setting: Setting) -> Length | None:
    """Rows of a timetable that name a part, by its title or its number, give it its length."""
    rows = [row for row in times if row.length and _names(row, draft, setting)]
    return _sum([row.length for row in rows if row.length], rows[0].title.flat if rows else "", "the timetable")


def _names(row: TimedRow, draft: Draft, setting: Setting) -> bool:
    start = numbered_start(row.title.string, setting)
    if start is not None and draft.number is not None:
        return start[1] == draft.number
    return draft.title is not None and same_title(draft.title.string, row.title.string)


def _length_for_each(groups: list[Group], stream: Stream, setting: Setting) -> list[Group]:
    """One statement for all: "each session lasts 75 minutes"."""
    if not groups or any(group.length for group in groups):
        return groups
    for text in _length_statements(stream, setting):
        found = _each(text, setting, len(groups))
        if found is not None:
            return [replace(group, length=found) for group in groups]
    return groups


def _length_statements(stream: Stream, setting: Setting) -> list[Text]:
    """Lines about time outside the parts: labelled ones first, then any."""
    lines = [block for _, block in stream if isinstance(block, Line) and block.kind is not Kind.HEADING]
    labelled = []
    for line in lines:
        label = label_of(line)
        if label is not None and LENGTH in setting.names.in_part(label):
            labelled.append(line.text)
    return labelled + [text for text in paragraphs(lines) if len(text.string) < 2_000]


def _each(text: Text, setting: Setting, parts: int) -> Length | None:
    """A length that a statement gives to every part: said of each, or as so many times so long."""
    for found in find_durations(text.string, setting.language.durations):
        times = found.rule.startswith("N times")
        if times and parts > 1 and found.low / parts >= LEAST_EACH:
            return replace(
                as_length(found, text),
                low=found.low / parts,
                high=found.high / parts,
                rule="said of all parts together",
            )
        if found.low >= LEAST_EACH and (
            "each" in found.rule or _said_of_each(text.string, found.start, found.end, setting)
        ):
            return replace(as_length(found, text), rule="said of each part")
    return None


def _said_of_each(string: str, start: int, end: int, setting: Setting) -> bool:
    """Whether "each" or the like stands close to a length: "80 minutes each", "each session lasts 75 minutes"."""
    near = [*bare_words(string[:start]).split()[-5:], *bare_words(string[end:]).split()[:3]]
    return any(word in setting.spec.each for word in near)


def _outside(
    stream: Stream, drafts: Sequence[Draft], others: set[int], setting: Setting
) -> tuple[dict[str, Value], Length | None]:
    """Fields and totals that stand outside every part. `others`: the blocks of other ways of dividing, whose times are a
    schedule's and no totals."""
    inside = {id(block) for draft in drafts for block in (*draft.blocks, draft.table)}
    outside: list[Block] = [block for _, block in stream if id(block) not in inside]
    values: dict[str, Value] = {}
    total: Length | None = None
    for segment in segments(outside, lambda label: setting.names.in_part(label) or setting.names.in_component(label)):
        texts = written(segment.blocks, setting.language.placeholders)
        for key in segment.keys:
            if (
                key.startswith(FIELD)
                and setting.spec.fields[key.removeprefix(FIELD)].or_for_all
                and segment.label is not None
                and texts
            ):
                values.setdefault(key.removeprefix(FIELD), Value(texts, texts[0].place, "given once for all"))
            scheduled = any(id(block) in others for block in segment.blocks)
            if key in (LENGTH, TOTAL) and texts and segment.label is not None and total is None and not scheduled:
                total = field_length(texts[0], setting.language.durations, segment.label.flat, setting.spec.day_lengths)
    return values, total or _stated(outside, setting)


def _stated(blocks: Sequence[Block], setting: Setting) -> Length | None:
    for text in paragraphs(block for block in blocks if isinstance(block, Line)):
        found = stated_total(text.string, setting.language.durations)
        if found is not None:
            return as_length(found, text)
    return None


def _left_out(best: Family | None, candidates: Sequence[Family], left_out: Sequence[LeftOut]) -> tuple[Group, ...]:
    """Breaks and the like, once each: of the way the author divided, of schedules beside it, of timetables."""
    seen: dict[tuple[int | None, str], Group] = {}
    beside = [group for family in candidates if family is not best for group in family.left_out if group.length]
    for group in [*(best.left_out if best else []), *beside, *(as_group(one.row, one.because) for one in left_out)]:
        seen.setdefault((group.place.line, group.label), group)
    return tuple(seen.values())
