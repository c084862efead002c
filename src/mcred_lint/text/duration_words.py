"""The words in which a language tells lengths of time and times of day, made ready for matching.

The words themselves are data (the part `durations` of `english.yaml`); nothing here knows English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from mcred_lint.text.folding import fold
from mcred_lint.text.numbers import NumberWords
from mcred_lint.text.tokens import Phrases, Tokens

_MINUTES = {"hours": 60.0, "minutes": 1.0, "seconds": 1 / 60}


@dataclass(frozen=True, slots=True)
class DurationWords:
    """Words for durations and clock times. Phrases in `units` and `day_lengths` carry their length in minutes."""

    numbers: NumberWords
    of: Phrases
    units: Phrases
    hours: Phrases
    minutes: Phrases
    joined_minutes: frozenset[str]
    joined_seconds: frozenset[str]
    day_lengths: Phrases
    range: Phrases
    between: Phrases
    approximate: Phrases
    approximate_after: Phrases
    at_most: Phrases
    at_least: Phrases
    at_most_after: Phrases
    at_least_after: Phrases
    times: Phrases
    each: Phrases
    each_after: Phrases
    meetings: frozenset[str]
    meeting_links: Phrases
    span_links: Phrases
    numbered: Phrases
    one_of_several: Phrases
    plus: Phrases
    alternative: Phrases
    breaks: Phrases
    including: Phrases
    excluding: Phrases
    totals_before: Phrases
    totals_after: Phrases
    total_fillers: frozenset[str]
    whole_events: Phrases
    lasting: Phrases
    sentence_ends: frozenset[str]
    clock_range: Phrases
    noon: Phrases
    midnight: Phrases
    am: Phrases
    pm: Phrases
    oclock: Phrases
    zones: Phrases
    months: Phrases
    calendar: Phrases
    """Months and weekdays."""
    time_labels: frozenset[str]
    currency: frozenset[str]
    unit_openers: frozenset[str]
    """The first word of every unit."""
    clock_openers: frozenset[str]
    """The words for a time of day."""
    openers: frozenset[str]
    """Every word or mark, beside figures, at which a duration or a time may begin."""

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Self:
        """From the language file's mapping; a key that is missing is an empty list."""
        numbers = _number_words(mapping)
        units: Mapping[str, list[str]] = mapping.get("units", {})
        phrases = {name: Phrases.of(mapping.get(name, ())) for name in _PHRASE_KEYS}
        listed: dict[str, Any] = phrases | {name: frozenset(mapping.get(name, ())) for name in _SET_KEYS}
        day_lengths = Phrases(_with_hyphens(_as_numbers(mapping.get("day_lengths", {}))))
        every_unit = Phrases({unit: _MINUTES[kind] for kind, spelled in units.items() for unit in spelled})
        hours = Phrases.of(units.get("hours", ()))
        opening = [*(phrases[name] for name in _OPENING), day_lengths, hours]
        return cls(
            numbers=numbers,
            units=every_unit,
            hours=hours,
            minutes=Phrases.of(units.get("minutes", ())),
            day_lengths=day_lengths,
            calendar=Phrases.of([*mapping.get("months", ()), *mapping.get("weekdays", ())]),
            unit_openers=every_unit.openers | day_lengths.openers | listed["joined_minutes"] | {"pt"},
            clock_openers=phrases["noon"].openers | phrases["midnight"].openers,
            openers=_number_openers(numbers).union(*(phrase.openers for phrase in opening)),
            **listed,
        )

    def labels(self, tokens: Tokens, index: int) -> bool:
        """The number at this token belongs to the word before it: Session 2, grade 6, room 204. Tuesday 2 is none."""
        before = tokens.text(index - 1)
        meeting = before in self.meetings and not self.calendar.before(tokens, index)
        return meeting or self.numbered.before(tokens, index)

    def unit_length(self, name: str) -> float | None:
        """The minutes in the unit that a heading names ("Hours", "Time (min)"), None where the unit is unknown."""
        tokens = Tokens(fold(name))
        found = (self.units.at(tokens, index) for index in range(len(tokens)))
        return next((unit.value for unit in found if unit), None)


_PHRASE_KEYS = (
    "of", "range", "between", "approximate", "approximate_after", "at_most", "at_least", "at_most_after",
    "at_least_after", "times", "each", "each_after", "meeting_links", "span_links", "numbered", "one_of_several",
    "plus", "alternative", "breaks", "including", "excluding", "totals_before", "totals_after", "whole_events",
    "lasting", "clock_range", "noon", "midnight", "am", "pm", "oclock", "zones", "months",
)  # fmt: skip
_SET_KEYS = (
    "joined_minutes",
    "joined_seconds",
    "meetings",
    "total_fillers",
    "sentence_ends",
    "time_labels",
    "currency",
)
_OPENING = ("between", "approximate", "at_most", "at_least")


def _number_words(mapping: Mapping[str, Any]) -> NumberWords:
    values = _as_numbers(mapping.get("numbers", {}))
    return NumberWords(
        values=values,
        nouns={word: values[word] for word in mapping.get("number_nouns", ()) if word in values},
        fractions=_as_numbers(mapping.get("fractions", {})),
        articles=frozenset(mapping.get("articles", ())),
        joiners=frozenset(mapping.get("and", ())),
    )


def _number_openers(numbers: NumberWords) -> frozenset[str]:
    return frozenset({*numbers.values, *numbers.fractions, *numbers.articles, ".", "pt"})


def _as_numbers(values: Mapping[str, str | float]) -> dict[str, float]:
    """The language file gives every scalar as it was written."""
    return {word: float(value) for word, value in values.items()}


def _with_hyphens(lengths: Mapping[str, float]) -> dict[str, float]:
    """ "half day" and "half-day" are one phrase."""
    plain = {phrase.replace("-", " "): minutes for phrase, minutes in lengths.items()}
    return plain | {phrase.replace(" ", "-"): minutes for phrase, minutes in plain.items()}
