"""What a field or cell about time says, as one length: parts added, breaks taken off, repetitions counted once."""

from __future__ import annotations

from dataclasses import replace

from mcred_lint.text.duration_spans import CLOCK_TIMES, Duration, Said, durations_in
from mcred_lint.text.duration_words import DurationWords
from mcred_lint.text.folding import fold
from mcred_lint.text.lengths import colon_length_at
from mcred_lint.text.numbers import number_at
from mcred_lint.text.tokens import Phrases, Tokens, tokens_of

_LONGEST_CELL = 2_000
_LONGEST_COLON_LENGTH = 7 * 60
"""From seven on, h:mm alone in a field is more likely the time at which something starts."""
_PLAIN_MINUTES = range(10, 601)
"""A bare number in a field about time can only mean minutes from here on; below, it may be hours or a count."""
_LAST_HOUR_OF_DAY = 24
_WRAPPING = ' *_()[]~|."'
_NEAR = 4
"""Tokens at a length's side in which the word for a break is looked for."""


def read_duration(text: str, words: DurationWords, *, unit: str | None = None) -> Duration | None:
    """The length that a field or cell gives, None where it gives none or leaves it open ("half day", "2").

    unit: what bare numbers count, as a heading names it ("Minutes", "hours"). 1:30 is an hour and a half.
    """
    folded = fold(text[:_LONGEST_CELL])
    tokens = tokens_of(folded)
    return _bare(folded, words, unit) or _combined(tokens, words) or _colon(tokens, words)


def _bare(folded: str, words: DurationWords, unit: str | None) -> Duration | None:
    """Nothing but a number or a range of numbers: 90, 45-60, about 2, 90'."""
    inner = folded.strip(_WRAPPING)
    start = folded.find(inner)
    tokens = Tokens(inner.removesuffix("'"))
    label = words.units.at(tokens, 0)
    labelled = label.value if label and tokens.text(label.next) == ":" else None
    first = words.approximate.after(tokens, label.next + 1 if label and labelled else 0)
    low = number_at(tokens, first, words.numbers)
    after = words.range.after(tokens, low.next) if low else 0
    high = number_at(tokens, after, words.numbers) if low and after > low.next else low
    if low is None or high is None or high.next != len(tokens) or high.value < low.value:
        return None
    told = 1.0 if inner.endswith("'") else labelled or words.unit_length(unit or "")
    if told is None and not _plainly_minutes(low.value, high.value):
        return None
    rule = "bare number" if told else "bare number, taken as minutes"
    minutes = told or 1.0
    return Duration(low.value * minutes, high.value * minutes, start, start + len(inner), rule, first > 0)


def _plainly_minutes(low: float, high: float) -> bool:
    could_be_clock = low < high <= _LAST_HOUR_OF_DAY
    return low in _PLAIN_MINUTES and high in _PLAIN_MINUTES and not could_be_clock


def _colon(tokens: Tokens, words: DurationWords) -> Duration | None:
    """1:30 or 1:30:00 at the beginning of the field, and not the time at which something starts."""
    first = 0
    while first < len(tokens) and not tokens.is_figure(first) and not tokens.is_word(first):
        first += 1
    first = words.approximate.after(tokens, first)
    length = colon_length_at(tokens, first)
    if length is None or words.am.at(tokens, length.next) or words.pm.at(tokens, length.next):
        return None
    seconds_told = length.next - first > 3
    if not length.value or (length.value >= _LONGEST_COLON_LENGTH and not seconds_told):
        return None
    start, end = tokens.start(first), tokens.end(length.next - 1)
    approximate = first > 0 and tokens.is_word(first - 1)
    return Duration(length.value, length.value, start, end, "hours and minutes", approximate)


def _combined(tokens: Tokens, words: DurationWords) -> Duration | None:
    """One length out of all that the field mentions."""
    total: Duration | None = None
    depth = 0
    last: Said | None = None
    for said in durations_in(tokens, words):
        if last is None and _is_break_of_unknown(tokens, words, said):
            continue
        depth += _opened(tokens, last.first, said.first) if last else 0
        total = _joined(tokens, words, total, last, said, depth > 0) if total and last else said.duration
        last = said
    return total


def _opened(tokens: Tokens, first: int, stop: int) -> int:
    marks = [tokens.text(index) for index in range(first, stop)]
    return marks.count("(") - marks.count(")")


def _joined(tokens: Tokens, words: DurationWords, total: Duration, last: Said, said: Said, inside: bool) -> Duration:
    """The total so far together with one more length, by what stands between them."""
    gap = range(last.next, said.first)
    if _is_break(tokens, words, last, said):
        return _without_break(total, said.duration) if not _has(tokens, gap, words.excluding) else total
    if _is_total(tokens, words, said):
        return replace(said.duration, rule=f"{said.duration.rule}, stated total")
    if _same(total, said.duration) and (inside or _told_differently(tokens, last, said)):
        return replace(total, end=max(total.end, said.duration.end), rule=f"{total.rule}, said twice")
    if inside and words.plus.before(tokens, said.first) and tokens.text(said.first - 2) == "(":
        return _sum(total, said.duration)
    if inside or _is_aside(tokens, words, last, said):
        return _unclear(total, said) if _contradicts(tokens, total, said) else total
    if _is_alternative(tokens, words, gap, said):
        return _between(total, said.duration, "range")
    if (total.rule == CLOCK_TIMES) != (said.duration.rule == CLOCK_TIMES) and not _has(tokens, gap, words.plus):
        return _between(total, said.duration, "clock times and length differ")
    return _sum(total, said.duration)


def _has(tokens: Tokens, where: range, phrases: Phrases) -> bool:
    return any(phrases.at(tokens, index) for index in where)


def _is_alternative(tokens: Tokens, words: DurationWords, gap: range, said: Said) -> bool:
    """60 min or 75 min, 60 min / 75 min"""
    slash_alone = [tokens.text(at) for at in gap] == ["/"] and said.duration.rule != CLOCK_TIMES
    return slash_alone or (_has(tokens, gap, words.alternative) and not _has(tokens, gap, words.plus))


def _is_break(tokens: Tokens, words: DurationWords, last: Said, said: Said) -> bool:
    """ "a 10 minute break", "lunch (30 min)", "minus 15 min break" """
    before, after = said.first, said.next
    while before > max(last.next, said.first - _NEAR) and _runs_on(tokens, before - 1, words):
        before -= 1
    while after < said.next + _NEAR and _runs_on(tokens, after, words):
        after += 1
    return _has(tokens, range(before, said.first), words.breaks) or _has(tokens, range(said.next, after), words.breaks)


def _is_break_of_unknown(tokens: Tokens, words: DurationWords, said: Said) -> bool:
    """ "9-3 with a 45 minute lunch": the break is told, the whole is not."""
    start = Said(said.duration, 0, 0)
    told_within = _has(tokens, range(said.first), words.including) and any(map(tokens.is_figure, range(said.first)))
    return told_within and _is_break(tokens, words, start, said)


def _runs_on(tokens: Tokens, index: int, words: DurationWords) -> bool:
    """Still the same part of the sentence."""
    goes_on = tokens.is_word(index) or tokens.text(index) in ("-", "(", ":")
    return goes_on and not words.plus.at(tokens, index)


def _is_total(tokens: Tokens, words: DurationWords, said: Said) -> bool:
    """15 min + 60 min = 75 min, but not "Session 2 = 60 min"."""
    if tokens.text(said.first - 1) == "=":
        return not tokens.is_figure(said.first - 2)
    return words.totals_after.at(tokens, said.next) is not None or words.totals_before.before(tokens, said.first)


def _told_differently(tokens: Tokens, last: Said, said: Said) -> bool:
    """75 minutes and 1 hour 15 minutes are told twice; 45 min and 45 min are two lengths, as are two clock ranges."""
    spelled = [[tokens.text(at) for at in range(each.first, each.next)] for each in (last, said)]
    return spelled[0] != spelled[1] and not last.duration.rule == said.duration.rule == CLOCK_TIMES


def _is_aside(tokens: Tokens, words: DurationWords, last: Said, said: Said) -> bool:
    """A part of the length, or running text behind it: what happens every ten minutes, or a new sentence."""
    if _has(tokens, range(last.next, said.first), words.including):
        return True
    if words.each.before(tokens, said.first) or said.duration.rule.endswith(", each"):
        return True
    stops = [at for at in range(last.next, said.first) if tokens.text(at) in words.sentence_ends]
    return bool(stops) and tokens.text(stops[-1]) != ";" and sum(map(tokens.is_word, range(stops[-1], said.first))) > 2


def _contradicts(tokens: Tokens, total: Duration, said: Said) -> bool:
    """9:00-10:15 (60 minutes): both speak of the whole, and one is wrong."""
    alone = tokens.text(said.first - 1) == "(" and tokens.text(said.next) == ")"
    return alone and (total.rule == CLOCK_TIMES) != (said.duration.rule == CLOCK_TIMES)


def _unclear(total: Duration, said: Said) -> Duration:
    return _between(total, said.duration, "clock times and length differ")


def _same(one: Duration, other: Duration) -> bool:
    return abs(one.low - other.low) < 1 and abs(one.high - other.high) < 1


def _between(one: Duration, other: Duration, rule: str) -> Duration:
    low, high = min(one.low, other.low), max(one.high, other.high)
    return Duration(low, high, one.start, other.end, rule, one.approximate or other.approximate)


def _sum(one: Duration, other: Duration) -> Duration:
    approximate = one.approximate or other.approximate
    return Duration(one.low + other.low, one.high + other.high, one.start, other.end, "sum", approximate)


def _without_break(total: Duration, pause: Duration) -> Duration:
    if pause.high >= total.low:
        return total
    low, high = total.low - pause.high, total.high - pause.low
    return replace(total, low=low, high=high, end=max(total.end, pause.end), rule=f"{total.rule}, break taken off")
