"""The learning time of parts: their own length without breaks, a timetable that names them, or one length for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Group, Length
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.lexicon import LENGTH
from mcred_lint.matching.parts.drafts import A_BREAK, Draft, Setting
from mcred_lint.matching.parts.lengths import CLOCK_TIMES, as_length, clock_length, exactly, in_all
from mcred_lint.matching.parts.stream import Stream
from mcred_lint.matching.parts.timed_rows import TimedRow, learning
from mcred_lint.matching.parts.timetable import timetable
from mcred_lint.matching.parts.titles import numbered_start, same_title
from mcred_lint.matching.prose import paragraphs
from mcred_lint.text.clock import find_clock_range
from mcred_lint.text.durations import Duration, find_durations
from mcred_lint.text.folding import bare_words

LEAST_EACH = 20
"""Minutes; a shorter length said of each is an activity's."""
TOLERANCE = 0.1
"""Activities and breaks that add up to a part's length but for this share are all there is in it."""
REACH_OF_COUNT = 6
"""Words before the hours that all parts keep, among which their number stands."""
LONGEST_STATEMENT = 2_000
"""Characters of a paragraph in which one length for each is looked for."""


def part_time(draft: Draft, times: Sequence[TimedRow], setting: Setting) -> Length | None:
    """A part's learning time: as it states itself, else as a timetable states it, else the sum of what is
    timed inside it, else what its name says."""
    if draft.length is not None:
        return _without_breaks(draft, draft.length, setting)
    return _from_timetable(draft, times, setting) or _sum_of_activities(draft, setting) or _by_its_name(draft, setting)


# ---- a part's own time ------------------------------------------------------------------------------------------------


def _without_breaks(draft: Draft, length: Length, setting: Setting) -> Length:
    """A part's own length less the breaks inside it, unless its activities show that it is stated without them."""
    counted, _ = learning(timetable(draft.blocks, setting), setting)
    pause = sum(row.length.low for row in breaks_inside(draft, setting) if row.length)
    work = sum(row.length.low for row in counted if row.length)
    all_shown = (1 - TOLERANCE) * length.low <= work + pause <= (1 + TOLERANCE) * length.low
    if not pause or pause >= length.low or (counted and not all_shown):
        return length
    high = None if length.high is None else length.high - pause
    return replace(length, low=length.low - pause, high=high, rule=f"{length.rule}, breaks left out")


def breaks_inside(draft: Draft, setting: Setting) -> list[TimedRow]:
    """The timed breaks of a part's own timetable, those that its clock times take in."""
    _, left_out = learning(timetable(draft.blocks, setting), setting)
    return [one.row for one in left_out if one.because == A_BREAK and _within(one.row, draft)]


def _within(row: TimedRow, draft: Draft) -> bool:
    """Whether a break lies inside the part by the clock; without times of day its place in the text decides."""
    if row.clock is None or draft.clock is None:
        return True
    return draft.clock[0] <= row.clock[0] and row.clock[1] <= draft.clock[1]


def _sum_of_activities(draft: Draft, setting: Setting) -> Length | None:
    counted, _ = learning(timetable(draft.blocks, setting), setting)
    own = [row.length for row in counted if row.length and not numbered_start(row.title.string, setting)]
    return in_all(own, draft.heading.flat, "the sum of its timed activities")


def _by_its_name(draft: Draft, setting: Setting) -> Length | None:
    """The length that follows from what a part is called, such as "Hour 3"."""
    word = draft.word or ""
    minutes = setting.spec.lasts.get(word)
    return None if minutes is None else exactly(minutes, draft.place, "as its name says", word)


def _from_timetable(draft: Draft, times: Sequence[TimedRow], setting: Setting) -> Length | None:
    """Rows of a timetable that name a part, by its title or its number, give it its length."""
    rows = [row for row in times if row.length and _names(row, draft, setting)]
    return in_all([row.length for row in rows if row.length], rows[0].title.flat if rows else "", "the timetable")


def _names(row: TimedRow, draft: Draft, setting: Setting) -> bool:
    start = numbered_start(row.title.string, setting)
    if start is not None and draft.number is not None:
        return start[1] == draft.number
    return draft.title is not None and same_title(draft.title.string, row.title.string)


# ---- one length for each ----------------------------------------------------------------------------------------------


def length_for_each(groups: Sequence[Group], stream: Stream, setting: Setting) -> list[Group]:
    """Parts of which none has a length get the one that is stated for all: "each session lasts 75 minutes"."""
    if groups and not any(group.length for group in groups):
        for text in _statements(stream, setting):
            found = _each(text, setting, len(groups))
            if found is not None:
                return [replace(group, length=found) for group in groups]
    return list(groups)


def _statements(stream: Stream, setting: Setting) -> list[Text]:
    """Lines that may state a length: labelled ones first, then any."""
    lines = [block for _, block in stream if isinstance(block, Line) and block.kind is not Kind.HEADING]
    labels = ((line, label_of(line)) for line in lines)
    labelled = [line.text for line, label in labels if label is not None and LENGTH in setting.names.in_part(label)]
    return labelled + [text for text in paragraphs(lines) if len(text.string) < LONGEST_STATEMENT]


def _each(text: Text, setting: Setting, parts: int) -> Length | None:
    """A length that a statement gives to every part: said of each, or as so many times so long."""
    for found in find_durations(text.string, setting.language.durations):
        length = as_length(found, text)
        if found.rule.startswith("N times") and parts > 1 and found.low / parts >= LEAST_EACH:
            share = found.low / parts, found.high / parts
            return replace(length, low=share[0], high=share[1], rule="said of all parts together")
        if found.low >= LEAST_EACH and _said_of_each(found, text.string, setting):
            return replace(length, rule="said of each part")
    return _same_hours(text, setting, parts)


def _same_hours(text: Text, setting: Setting, parts: int) -> Length | None:
    """The hours kept by all parts: "four Wednesdays, 3:30-4:45" where there are four."""
    found = find_clock_range(text.string, setting.language.durations)
    if found is None or parts < 2:
        return None
    near = bare_words(text.string[: found.start]).split()[-REACH_OF_COUNT:]
    counted = any(word == str(parts) or setting.language.general.counts.get(word) == parts for word in near)
    return replace(clock_length(found, text), rule=f"{CLOCK_TIMES}, said of all {parts}") if counted else None


def _said_of_each(found: Duration, string: str, setting: Setting) -> bool:
    """Whether "each" or the like stands close to a length: "80 minutes each", "each session lasts 75 minutes"."""
    near = [*bare_words(string[: found.start]).split()[-5:], *bare_words(string[found.end :]).split()[:3]]
    return "each" in found.rule or any(word in setting.spec.each for word in near)
