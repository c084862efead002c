"""One length of time, told once: 90 min, ninety minutes, 1 hr 30, an hour and a half, half an hour, PT1H30M."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mcred_lint.text.duration_words import DurationWords
from mcred_lint.text.numbers import fraction_figure_at, number_at, spoken_fraction_at
from mcred_lint.text.tokens import Found, Tokens

_HOUR = 60.0
_YEARS = range(1900, 2101)


class Amount(NamedTuple):
    """Minutes from `low` to `high`, the token after them, and how they were read."""

    low: float
    high: float
    next: int
    rule: str
    approximate: bool = False

    def times(self, count: float, after: int) -> Amount:
        return Amount(self.low * count, self.high * count, after, "N times", self.approximate)


def exactly(minutes: float, after: int, rule: str, approximate: bool = False) -> Amount:
    return Amount(minutes, minutes, after, rule, approximate)


@dataclass(frozen=True, slots=True)
class Lengths:
    """Reads single lengths from the tokens of one text."""

    tokens: Tokens
    words: DurationWords

    def at(self, index: int) -> Amount | None:
        return (
            self._named(index)
            or self._computer_notation(index)
            or self._share_of_unit(index)
            or self._hours_with_colon(index)
            or self._counted(index)
            or self._implied_hour(index)
        )

    def number(self, index: int) -> Found | None:
        """A number, also where it is told twice: ninety (90)."""
        number = number_at(self.tokens, index, self.words.numbers)
        if number is None or self.tokens.text(number.next) != "(":
            return number
        again = number_at(self.tokens, number.next + 1, self.words.numbers)
        told_twice = again and again.value == number.value and self.tokens.text(again.next) == ")"
        return Found(number.value, again.next + 1) if again and told_twice else number

    def unit(self, index: int) -> Found | None:
        """The unit behind a number: 90 min, 90-minute, 90+ minutes, 30m, 20 (minutes)."""
        mark = self.tokens.text(index)
        if mark in self.words.joined_minutes and self.tokens.joined(index):
            return Found(1.0, index + 1)
        unit = self.words.units.at(self.tokens, index + 1 if mark in ("-", "+", "(") else index)
        if unit is None or mark != "(":
            return unit
        return Found(unit.value, unit.next + 1) if self.tokens.text(unit.next) == ")" else None

    def _named(self, index: int) -> Amount | None:
        """ "half day", where the rubric says how long that is."""
        named = self.words.day_lengths.at(self.tokens, index)
        return exactly(named.value, named.next, "length given by the rubric") if named else None

    def _computer_notation(self, index: int) -> Amount | None:
        """PT1H30M"""
        if self.tokens.text(index) != "pt" or not self.tokens.joined(index + 1):
            return None
        minutes, at = 0.0, index + 1
        for letter, length in (("h", _HOUR), ("m", 1.0), ("s", 1 / 60)):
            figures = self.tokens.text(at)
            if self.tokens.is_figure(at) and len(figures) <= 3 and self.tokens.text(at + 1) == letter:
                minutes, at = minutes + float(figures) * length, at + 2
        return exactly(minutes, at, "computer notation") if at > index + 1 else None

    def _share_of_unit(self, index: int) -> Amount | None:
        """half an hour · three quarters of an hour · a half-hour · 1/2 hour · ¾ of an hour"""
        share = fraction_figure_at(self.tokens, index) or spoken_fraction_at(self.tokens, index, self.words.numbers)
        if share is None:
            return None
        after = self.words.of.after(self.tokens, self.tokens.skip(share.next))
        unit = self.words.units.at(self.tokens, after)
        if unit is None:
            return None
        rule = "half an hour" if unit.value == _HOUR and share.value == 0.5 else "part of an hour"
        return exactly(share.value * unit.value, unit.next, rule)

    def _hours_with_colon(self, index: int) -> Amount | None:
        """1:30 hours"""
        clock = colon_length_at(self.tokens, index)
        unit = self.words.hours.at(self.tokens, clock.next) if clock else None
        return exactly(clock.value, unit.next, "hours and minutes") if clock and unit else None

    def _counted(self, index: int) -> Amount | None:
        """90 min · ninety minutes · an hour · 1h30 · an hour and a half"""
        number = self.number(index)
        if number is None:
            return self._with_article(index)
        unit = self.unit(self.words.of.after(self.tokens, number.next))
        if unit is None or self._is_year(number):
            return None
        rule = "number words" if self.tokens.is_word(index) else "number with unit"
        whole = self._with_rest(number.value, unit, rule)
        return whole._replace(approximate=self.tokens.text(number.next) == "+")

    def _with_article(self, index: int) -> Amount | None:
        """An hour, but not "a second bus" and not "$2.10 an hour"."""
        article = self.tokens.text(index) in self.words.numbers.articles
        unit = self.words.units.at(self.tokens, index + 1) if article else None
        if unit is None or unit.value < 1 or self.tokens.is_figure(index - 1):
            return None
        return self._with_rest(1.0, unit, "number words")

    def _with_rest(self, count: float, unit: Found, rule: str) -> Amount:
        rest = self._rest_after_hours(unit.next) if unit.value == _HOUR else None
        minutes, after = count * unit.value, unit.next
        if rest is not None:
            minutes, after = minutes + rest.value, rest.next
        seconds = self._more_seconds(after) if unit.value == 1 or rest is not None else None
        return exactly(minutes + seconds.value, seconds.next, rule) if seconds else exactly(minutes, after, rule)

    def _more_seconds(self, index: int) -> Found | None:
        """What stands behind the minutes, in minutes: 30 seconds · and 10 sec · 30 s"""
        after = self.tokens.skip(index, ",")
        after += self.tokens.text(after) in self.words.numbers.joiners
        number = self.number(after)
        if number is None or number.value >= _HOUR:
            return None
        unit = self.words.units.at(self.tokens, self.tokens.skip(number.next))
        if unit is not None and unit.value < 1:
            return Found(number.value * unit.value, unit.next)
        short = self.tokens.text(number.next) in self.words.joined_seconds
        return Found(number.value / 60, number.next + 1) if short else None

    def _is_year(self, number: Found) -> bool:
        """The 2009 minutes of the board are no length."""
        return number.value in _YEARS and self.tokens.is_figure(number.next - 1)

    def _implied_hour(self, index: int) -> Amount | None:
        """ "the first hour and a half" """
        hour = self.words.hours.at(self.tokens, index)
        joiner = self.tokens.skip(hour.next) if hour else index
        share = self._share_of_hour(joiner + 1) if self.tokens.text(joiner) in self.words.numbers.joiners else None
        return exactly(_HOUR + share.value, share.next, "number words") if hour and share else None

    def _rest_after_hours(self, index: int) -> Found | None:
        """What stands behind the hours: 15 minutes · and a half · 30 · fifteen"""
        after = self.tokens.skip(self.tokens.skip(index, ","), "-")
        if self.tokens.text(after) in self.words.numbers.joiners:
            after = self.tokens.skip(after + 1)
            return self._more_minutes(after) or self._share_of_hour(after) or self._bare_minutes(after)
        comma = self.tokens.text(index) == ","
        return self._more_minutes(after) or (None if comma else self._bare_minutes(after))

    def _more_minutes(self, index: int) -> Found | None:
        number = self.number(index)
        if number is None or number.value >= _HOUR:
            return None
        minutes = self.words.minutes.at(self.tokens, self.tokens.skip(number.next))
        if minutes is None and self.tokens.text(number.next) in self.words.joined_minutes:
            return Found(number.value, number.next + 1)
        return Found(number.value, minutes.next) if minutes else None

    def _share_of_hour(self, index: int) -> Found | None:
        share = spoken_fraction_at(self.tokens, index, self.words.numbers)
        if share is None or self.words.of.at(self.tokens, share.next) or self.words.units.at(self.tokens, share.next):
            return None
        return Found(share.value * _HOUR, share.next)

    def _bare_minutes(self, index: int) -> Found | None:
        """ "1h30" and "one hour fifteen", but not "2 hours 30 teachers"."""
        number = self.number(index)
        if number is None or number.value >= _HOUR or number.value != int(number.value):
            return None
        touching = self.tokens.joined(index) and self.tokens.is_figure(index) and len(self.tokens.text(index)) == 2
        last = not self.tokens.is_word(number.next) and self.tokens.text(number.next) not in ("-", ":", "/", "%")
        return number if touching or last else None


def colon_length_at(tokens: Tokens, index: int) -> Found | None:
    """Hours and minutes, with seconds or without: 1:30, 01:30:00."""
    parts = [tokens.text(index)]
    after = index + 1
    while len(parts) < 3 and tokens.text(after) == ":" and tokens.is_figure(after + 1) and tokens.joined(after + 1):
        parts.append(tokens.text(after + 1))
        after += 2
    two_figures = all(len(part) == 2 for part in parts[1:])
    if len(parts) == 1 or not tokens.is_figure(index) or len(parts[0]) > 2 or not two_figures:
        return None
    if any(int(part) > 59 for part in parts[1:]):
        return None
    return Found(sum(int(part) * length for part, length in zip(parts, (_HOUR, 1.0, 1 / 60), strict=False)), after)
