"""How long a part takes: from its own field, from its heading, or from a timetable's column."""

from __future__ import annotations

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Length
from mcred_lint.text.clock import find_clock_range
from mcred_lint.text.durations import Duration, DurationWords, find_durations, read_duration
from mcred_lint.text.phrases import first_phrase

_MARKS = (":", "-", "\u2013", "\u2014", ",", "|", "\u00b7", "/", ";", "~", "=")


def field_length(
    text: Text, words: DurationWords, header: str = "", day_lengths: dict[str, float] | None = None
) -> Length | None:
    """The length that a field or a cell about time states. header: its label, which may give the unit of a bare number."""
    if day_lengths:
        fixed = _day_length(text, day_lengths)
        if fixed is not None:
            return fixed
    found = (
        read_duration(text.string, words, unit=header or None)
        or _from_clock(text, words, clock=True)
        or _first(text, words)
    )
    return None if found is None else as_length(found, text)


def title_length(text: Text, words: DurationWords) -> Length | None:
    """The length that a heading states beside its title: in brackets, or set apart at its beginning or end. A title that
    speaks of "three minutes" states none."""
    found = _from_clock(text, words, clock=False)
    if found is None:
        apart = [
            item
            for item in find_durations(text.string, words)
            if item.high > 0 and set_apart(text.string, item.start, item.end)
        ]
        found = apart[-1] if apart else None
    return None if found is None else as_length(found, text)


def set_apart(string: str, start: int, end: int) -> bool:
    """Whether a stretch stands in brackets, or at an end of the text behind a mark."""
    before, after = string[:start].rstrip(), string[end:].lstrip()
    bracketed = before.endswith(("(", "[")) or after.startswith((")", "]"))
    at_end = not any(map(str.isalnum, after)) and (before.endswith(_MARKS) or string[start:end].lstrip()[:1].isdigit())
    at_start = not any(map(str.isalnum, before)) and (not after or after.startswith(_MARKS))
    between = before.endswith(_MARKS) and after.startswith((*_MARKS, "("))
    return bracketed or at_end or at_start or between


def _day_length(text: Text, day_lengths: dict[str, float]) -> Length | None:
    """What the rubric file says a half-day is."""
    for phrase, minutes in day_lengths.items():
        hit = first_phrase(text.string, (phrase,))
        if hit is not None:
            written = text.slice(hit.start, hit.end)
            return Length(minutes, minutes, written.place, "as the rubric says", written.flat)
    return None


def _from_clock(text: Text, words: DurationWords, *, clock: bool) -> Duration | None:
    found = find_clock_range(text.string, words, clock=clock)
    if found is None:
        return None
    minutes = float(found.minutes)
    return Duration(minutes, minutes, found.start, found.end, "clock times")


def _first(text: Text, words: DurationWords) -> Duration | None:
    return next((found for found in find_durations(text.string, words) if found.high > 0), None)


def as_length(duration: Duration, text: Text) -> Length:
    """A duration read in a text, with its place."""
    written = text.slice(duration.start, duration.end)
    return Length(duration.low, duration.high, written.place, duration.rule, written.flat)
