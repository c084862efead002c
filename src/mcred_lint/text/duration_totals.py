"""The total that prose states: "four and a half hours in all", "Total: 4 h 15 min", "a 4-hour event"."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.text.duration_spans import LONGEST_TEXT, Duration, Said, as_duration, durations_in
from mcred_lint.text.duration_words import DurationWords
from mcred_lint.text.folding import fold
from mcred_lint.text.lengths import Amount, colon_length_at
from mcred_lint.text.numbers import number_at
from mcred_lint.text.tokens import Tokens, tokens_of

_REACH = 9
"""Tokens between the word for a total and the length."""
_NOUN_REACH = 3
_SHORTEST_EVENT = 60


def stated_total(text: str, words: DurationWords) -> Duration | None:
    """The first length that the text calls its total, or gives to the event as a whole. The length of one session,
    a deadline or a pause is none."""
    tokens = tokens_of(fold(text[:LONGEST_TEXT]))
    found = [said.duration for said in durations_in(tokens, words) if _is_total(tokens, said, words)]
    labelled = _labelled_number(tokens, words)
    return min((*found, *labelled), key=lambda duration: duration.start, default=None)


def _is_total(tokens: Tokens, said: Said, words: DurationWords) -> bool:
    each = words.each.at(tokens, said.next) or words.each.before(tokens, said.first)
    if each or said.duration.rule.endswith(", each"):
        return False
    return _told_before(tokens, said, words) or _told_after(tokens, said, words) or _of_whole_event(tokens, said, words)


def _told_before(tokens: Tokens, said: Said, words: DurationWords) -> bool:
    """Only words without weight stand between "total" and the length."""
    for index in range(said.first, max(0, said.first - _REACH), -1):
        if words.totals_before.before(tokens, index):
            return True
        if tokens.text(index - 1) not in words.total_fillers:
            return False
    return False


def _told_after(tokens: Tokens, said: Said, words: DurationWords) -> bool:
    after = words.totals_after.after(tokens, tokens.skip(said.next, ","))
    ended = not tokens.is_word(after) or tokens.text(after) in words.total_fillers
    counts_on = tokens.is_figure(after) or tokens.text(after) in words.numbers.values
    return after > tokens.skip(said.next, ",") and ended and not counts_on


def _of_whole_event(tokens: Tokens, said: Said, words: DurationWords) -> bool:
    return _names_event(tokens, said, words) or _event_lasts(tokens, said, words)


def _names_event(tokens: Tokens, said: Said, words: DurationWords) -> bool:
    """A 4-hour event, but not a 90-minute workshop session and not a two-minute program note."""
    hyphened = any(tokens.text(index) == "-" for index in range(said.first + 1, said.next))
    adjective = hyphened or tokens.text(said.first - 1) in words.numbers.articles
    if not adjective or said.duration.low < _SHORTEST_EVENT:
        return False
    for index in range(said.next, said.next + _NOUN_REACH):
        event = words.whole_events.at(tokens, index)
        if event:
            return tokens.text(event.next) not in words.meetings
        if not tokens.is_word(index) and tokens.text(index) != "-":
            return False
    return False


def _event_lasts(tokens: Tokens, said: Said, words: DurationWords) -> bool:
    """The series runs about four hours."""
    before = range(said.first - 1, said.first - _NOUN_REACH, -1)
    verb = next((index for index in before if words.lasting.at(tokens, index)), None)
    if verb is None:
        return False
    subject = range(max(0, verb - _NOUN_REACH), verb)
    single = any(words.each.at(tokens, at) or words.one_of_several.at(tokens, at) for at in subject)
    return words.whole_events.within(tokens, subject.start, subject.stop) and not single


def _labelled_number(tokens: Tokens, words: DurationWords) -> Iterator[Duration]:
    """Total hours: 4-5 · Total: 4:15"""
    openers = words.totals_before.openers
    for index in [index for index, text in enumerate(tokens.texts) if text in openers]:
        label = words.totals_before.at(tokens, index)
        amount = _number_behind(tokens, label.next, words) if label else None
        if amount:
            yield as_duration(amount, tokens, index)


def _number_behind(tokens: Tokens, index: int, words: DurationWords) -> Amount | None:
    unit = 0.0
    for at in range(index, index + _REACH):
        if tokens.is_figure(at):
            return _colon_length(tokens, at, words) or (_bare_number(tokens, at, unit, words) if unit else None)
        named = words.units.at(tokens, at)
        unit = named.value if named else unit
        if not named and tokens.text(at) not in words.total_fillers:
            return None
    return None


def _colon_length(tokens: Tokens, index: int, words: DurationWords) -> Amount | None:
    length = colon_length_at(tokens, index)
    time_of_day = length and any(half.at(tokens, length.next) for half in (words.am, words.pm, words.clock_range))
    if length is None or time_of_day:
        return None
    return Amount(length.value, length.value, length.next, "hours and minutes")


def _bare_number(tokens: Tokens, index: int, unit: float, words: DurationWords) -> Amount | None:
    """A number or range whose unit stands in the label; behind it nothing that is counted."""
    low = number_at(tokens, index, words.numbers)
    after = words.range.after(tokens, low.next) if low else index
    high = number_at(tokens, after, words.numbers) if low and after > low.next else low
    if low is None or high is None or tokens.is_word(high.next):
        return None
    return Amount(low.value * unit, high.value * unit, high.next, "bare number")
