"""How long a part takes: from its own field, from its heading, or from a timetable's column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length
from mcred_lint.sources.places import Place
from mcred_lint.text.clock import ClockRange, find_clock_range
from mcred_lint.text.durations import Duration, DurationWords, find_durations, read_duration
from mcred_lint.text.phrases import first_phrase

CLOCK_TIMES = "clock times"
"""The rule of a length that is the difference of two times of day."""
TO_THE_NEXT = "from one starting time to the next"

MARKS = (":", "-", "\u2013", "\u2014", ",", "|", "\u00b7", "/", ";", "~", "=")
"""What sets a length apart from a title."""


def field_length(
    text: Text, words: DurationWords, header: str = "", day_lengths: Mapping[str, float] | None = None
) -> Length | None:
    """The length that a field or a cell about time states. header: its label, which may give the unit of a bare number."""
    fixed = _day_length(text, day_lengths or {})
    if fixed is not None:
        return fixed
    found = read_duration(text.string, words, unit=header or None)
    if found is None:
        return _from_clock(text, words, clock=True) or _first(text, words)
    return as_length(found, text)


def title_length(text: Text, words: DurationWords) -> Length | None:
    """The length that a heading states beside its title: in brackets, or set apart at its beginning or end. A title that
    speaks of "three minutes" states none."""
    clock = _from_clock(text, words, clock=False)
    if clock is not None:
        return clock
    found = (item for item in find_durations(text.string, words) if item.high > 0)
    apart = [item for item in found if set_apart(text.string, item.start, item.end)]
    return as_length(apart[-1], text) if apart else None


def set_apart(string: str, start: int, end: int) -> bool:
    """Whether a stretch stands in brackets, or at an end of the text behind a mark."""
    before, after = string[:start].rstrip(), string[end:].lstrip()
    bracketed = before.endswith(("(", "[")) or after.startswith((")", "]"))
    at_end = not any(map(str.isalnum, after)) and (before.endswith(MARKS) or string[start:end].lstrip()[:1].isdigit())
    at_start = not any(map(str.isalnum, before)) and (not after or after.startswith(MARKS))
    between = before.endswith(MARKS) and after.startswith((*MARKS, "("))
    return bracketed or at_end or at_start or between


# ---- lengths from other things ----------------------------------------------------------------------------------------


def as_length(duration: Duration, text: Text) -> Length:
    """A duration read in a text, with its place."""
    written = text.slice(duration.start, duration.end)
    return Length(duration.low, duration.high, written.place, duration.rule, written.flat)


def clock_length(found: ClockRange, text: Text) -> Length:
    """A clock range read in a text, with its place."""
    written = text.slice(found.start, found.end)
    return exactly(found.minutes, written.place, CLOCK_TIMES, written.flat)


def exactly(minutes: float, place: Place, rule: str, text: str) -> Length:
    return Length(float(minutes), float(minutes), place, rule, text)


def in_all(lengths: Sequence[Length], text: str, rule: str) -> Length | None:
    """The sum of some lengths; None of none."""
    if not lengths:
        return None
    high = sum(length.high if length.high is not None else length.low for length in lengths)
    return Length(sum(length.low for length in lengths), high, lengths[0].place, rule, text)


def _day_length(text: Text, day_lengths: Mapping[str, float]) -> Length | None:
    """What the rubric file says a half-day is."""
    for phrase, minutes in day_lengths.items():
        hit = first_phrase(text.string, (phrase,))
        if hit is not None:
            written = text.slice(hit.start, hit.end)
            return exactly(minutes, written.place, "as the rubric says", written.flat)
    return None


def _from_clock(text: Text, words: DurationWords, *, clock: bool) -> Length | None:
    found = find_clock_range(text.string, words, clock=clock)
    return None if found is None else clock_length(found, text)


def _first(text: Text, words: DurationWords) -> Length | None:
    found = next((item for item in find_durations(text.string, words) if item.high > 0), None)
    return None if found is None else as_length(found, text)
