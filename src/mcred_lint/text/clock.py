"""Times of day and clock ranges as agendas write them: 9am - 10am, 11:30-1:00, 15h30-17h00, noon to 1.

Without am or pm the end of a range is the first such time after its start, so 11:30-1:00 crosses noon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from mcred_lint.text.duration_words import DurationWords
from mcred_lint.text.folding import fold
from mcred_lint.text.tokens import Tokens, tokens_of

LONGEST_TEXT = 20_000
"""Characters of a text that are looked at."""
_HALF_DAY = 720
_DAY = 1440
_FIRST_HOUR_WITH_DOT = 7
_LONGEST_DATE = 16
"""Tokens that a date or label before a starting time may have."""
_YEARS = range(1900, 2060)


@dataclass(frozen=True, slots=True)
class ClockRange:
    """From one time of day to another: minutes since midnight, and offsets into the text.

    `ends` is greater than `begins`; past midnight it goes on counting beyond 1440. certain: am, pm, noon or an hour
    past twelve was written, so the half of the day is no guess.
    """

    begins: int
    ends: int
    start: int
    end: int
    certain: bool

    @property
    def minutes(self) -> int:
        return self.ends - self.begins


Moment = TypeVar("Moment", ClockRange, int)


def find_clock_range(text: str, words: DurationWords, *, clock: bool = False) -> ClockRange | None:
    """The first clock range anywhere in a text."""
    return next((found for found, _, _ in _ranges(_tokens(text), words, clock)), None)


def read_clock_range(text: str, words: DurationWords, *, clock: bool = False) -> ClockRange | None:
    """The clock range at the beginning of a row or cell; only a date or a label such as "Time:" or
    "Session 2:" may stand before it."""
    tokens = _tokens(text)
    found, first, _ = next(_ranges(tokens, words, clock), (None, 0, 0))
    return found if _only_calendar_before(tokens, first, words) else None


def read_start_time(text: str, words: DurationWords, *, clock: bool = False) -> int | None:
    """Minutes since midnight of the time at the beginning of a row ("9:40", "9 am", "8:30 - Workshop starts").

    Of a range its beginning. clock: the text is known to be a time, so "9" and "8.30" are times too.
    """
    tokens = _tokens(text)
    within = read_clock_range(text, words, clock=clock)
    if within:
        return within.begins
    for index in range(min(len(tokens), _LONGEST_DATE)):
        time = None if tokens.inside_number(index) else _time_at(tokens, index, words)
        if time and (clock or time.half is not None or time.shape in ("colon", "h")):
            return _since_midnight(time, time.half) if _only_calendar_before(tokens, index, words) else None
    return None


def day_parts(moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """Clock ranges or starting times of one day in their order, 12 hours later where a time goes back past noon."""
    placed: list[Moment] = []
    latest = 0
    for moment in moments:
        begins = moment.begins if isinstance(moment, ClockRange) else moment
        free = not (isinstance(moment, ClockRange) and moment.certain)
        later = free and begins < latest <= begins + _HALF_DAY
        placed.append(_half_day_later(moment) if later else moment)
        latest = begins + _HALF_DAY if later else max(latest, begins)
    return tuple(placed)


def _half_day_later(moment: Moment) -> Moment:
    if isinstance(moment, ClockRange):
        return replace(moment, begins=moment.begins + _HALF_DAY, ends=moment.ends + _HALF_DAY)
    return moment + _HALF_DAY


def _tokens(text: str) -> Tokens:
    return tokens_of(fold(text[:LONGEST_TEXT]))


def _ranges(tokens: Tokens, words: DurationWords, clock: bool) -> Iterator[tuple[ClockRange, int, int]]:
    """Each range with the index of its first token and of the token after it."""
    free = 0
    for index, text in enumerate(tokens.texts):
        if index >= free and (text.isdecimal() or text in words.clock_openers):
            found = clock_range_at(tokens, index, words, clock=clock)
            if found:
                yield found[0], index, found[1]
                free = found[1]


class _Time(NamedTuple):
    """A time as written. shape: "colon", "dotted", "h", "figures" (0930), "hour" (9) or "word" (noon)."""

    hour: int
    minute: int
    half: int | None
    """0 for am, 720 for pm, None where neither is written."""
    shape: str
    padded: bool
    next: int


def clock_range_at(
    tokens: Tokens, index: int, words: DurationWords, *, clock: bool = False
) -> tuple[ClockRange, int] | None:
    """The range that begins at this token, with the index of the token after it."""
    first = _time_at(tokens, index, words)
    if first is None or tokens.inside_number(index) or tokens.text(index - 1) in words.currency:
        return None
    link = words.zones.after(tokens, first.next)
    between = words.between.before(tokens, index) and tokens.text(link) in words.numbers.joiners
    after = link + 1 if between else words.clock_range.after(tokens, link)
    second = _time_at(tokens, after, words) if after > link else None
    if second is None or not _believable(tokens, index, first, second, words, clock):
        return None
    begins, ends = _on_one_day(first, second)
    certain = any(time.half is not None or time.hour > 12 for time in (first, second))
    span = ClockRange(begins, ends, tokens.start(index), tokens.end(second.next - 1), certain)
    return span, second.next


def _time_at(tokens: Tokens, index: int, words: DurationWords) -> _Time | None:
    for phrases, hour, half in ((words.noon, 12, _HALF_DAY), (words.midnight, 12, 0)):
        named = phrases.at(tokens, index)
        if named:
            return _Time(hour, 0, half, "word", False, named.next)
    written = _written_at(tokens, index)
    if written is None or written.hour > 24 or written.minute > 59:
        return None
    after = words.oclock.after(tokens, written.next)
    told = _half_at(tokens, after, words)
    return written._replace(half=told[0], next=told[1]) if told else written._replace(next=after)


def _written_at(tokens: Tokens, index: int) -> _Time | None:
    figures = tokens.text(index)
    if not tokens.is_figure(index) or len(figures) not in (1, 2, 4):
        return None
    if len(figures) == 4:
        return _Time(int(figures[:2]), int(figures[2:]), None, "figures", figures[0] == "0", index + 1)
    shape = {":": "colon", ".": "dotted", "h": "h"}.get(tokens.text(index + 1))
    minutes = tokens.text(index + 2)
    padded = figures[0] == "0"
    if not (shape and tokens.joined(index + 1) and tokens.joined(index + 2) and tokens.is_figure(index + 2)):
        return _Time(int(figures), 0, None, "hour", padded, index + 1)
    return _Time(int(figures), int(minutes), None, shape, padded, index + 3) if len(minutes) == 2 else None


def _half_at(tokens: Tokens, index: int, words: DurationWords) -> tuple[int, int] | None:
    for phrases, half in ((words.am, 0), (words.pm, _HALF_DAY)):
        found = phrases.at(tokens, index)
        # A single letter is am or pm only where it touches the figures: 3:45p, but not "at 10 a colleague".
        if found and (found.next > index + 1 or len(tokens.text(index)) > 1 or tokens.joined(index)):
            return half, found.next
    return None


def _believable(tokens: Tokens, index: int, first: _Time, second: _Time, words: DurationWords, clock: bool) -> bool:
    """Not a date, a range of numbers, a page or verse, years, an amount of money or a version."""
    stop = second.next
    if tokens.text(stop) in ("/", ":", "%") and tokens.joined(stop):
        return False
    if _unit_follows(tokens, stop, words) and "colon" not in (first.shape, second.shape):
        return False
    told = first.half is not None or second.half is not None
    if first.shape == "hour" and not (clock or told) and _belongs_to_word(tokens, index, words):
        return False
    if first.shape == "hour" and _better_range_follows(tokens, first, second, words):
        return False
    return _shapes_agree(first, second, clock)


def _unit_follows(tokens: Tokens, index: int, words: DurationWords) -> bool:
    return words.units.at(tokens, tokens.skip(index)) is not None


def _belongs_to_word(tokens: Tokens, index: int, words: DurationWords) -> bool:
    """The number of a month's day, a session, a room."""
    marked = tokens.text(index - 1) in ("/", "-", "#")
    return marked or words.labels(tokens, index) or words.months.before(tokens, index)


def _better_range_follows(tokens: Tokens, first: _Time, second: _Time, words: DurationWords) -> bool:
    """ "Part 3 - 9:00-10:00": the 3 is a number and the range begins behind the dash."""
    after = words.clock_range.after(tokens, second.next)
    third = _time_at(tokens, after, words) if after > second.next and second.shape == "colon" else None
    return third is not None and third.shape == "colon" and first.half is None


def _shapes_agree(first: _Time, second: _Time, clock: bool) -> bool:
    shapes = {first.shape, second.shape}
    told = any(time.half is not None for time in (first, second))
    if "figures" in shapes:
        return shapes == {"figures"} and _military(first, second, clock)
    if "h" in shapes:
        return shapes == {"h"} and first.hour >= _FIRST_HOUR_WITH_DOT
    if "dotted" in shapes and not (told or clock):
        return shapes == {"dotted"} and (first.padded or first.hour >= _FIRST_HOUR_WITH_DOT)
    if told or shapes == {"colon"}:
        return True
    if shapes == {"hour"}:
        return clock and max(first.hour, second.hour) <= 24
    return _bare_end_agrees(first, second)


def _military(first: _Time, second: _Time, clock: bool) -> bool:
    whole_fives = first.minute % 5 == 0 and second.minute % 5 == 0
    years = first.hour * 100 + first.minute in _YEARS and second.hour * 100 + second.minute in _YEARS
    return whole_fives and (clock or (first.padded and not years))


def _bare_end_agrees(first: _Time, second: _Time) -> bool:
    """9-10:30 and 9:30-11 are times; "John 3:16-18" is not."""
    return max(first.hour, second.hour) <= 12 and first.minute % 5 == 0 and second.minute % 5 == 0


def _on_one_day(first: _Time, second: _Time) -> tuple[int, int]:
    begins, ends = _since_midnight(first, first.half), _since_midnight(second, second.half)
    if first.half is None and second.half is not None and first.hour <= 12:
        begins = _since_midnight(first, second.half)
        if begins >= ends:
            begins = _since_midnight(first, _HALF_DAY - second.half)
    step = _HALF_DAY if second.half is None and second.hour <= 12 else _DAY
    while ends <= begins:
        ends += step
    return begins, ends


def _since_midnight(time: _Time, half: int | None) -> int:
    minutes = time.hour * 60 + time.minute
    return minutes if half is None or time.hour > 12 else minutes % _HALF_DAY + half


def _only_calendar_before(tokens: Tokens, stop: int, words: DurationWords) -> bool:
    """Nothing but a date, a label for a time or the number of a session stands before this token."""
    index = 0
    while index < stop:
        if tokens.is_word(index) and tokens.text(index) not in words.time_labels | words.meetings:
            after = words.calendar.after(tokens, index)
            if after == index and not _ordinal_ending(tokens, index):
                return False
            index = after if after > index else index + 1
        else:
            index += 1
    return True


def _ordinal_ending(tokens: Tokens, index: int) -> bool:
    return tokens.follows_figure(index) and len(tokens.text(index)) == 2
