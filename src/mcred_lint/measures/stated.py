"""Stated: the number or time that a field says, such as how long a video is. It is taken on trust: nothing is opened."""

from __future__ import annotations

import re

from mcred_lint.document.text import Text, join
from mcred_lint.matching.content import Value
from mcred_lint.matching.parts.lengths import field_length
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Stated
from mcred_lint.measures.texts import item
from mcred_lint.measures.view import View
from mcred_lint.text.folding import fold
from mcred_lint.text.numbers import number_at
from mcred_lint.text.tokens import Tokens
from mcred_lint.wording import MINUTES, shorten

SHOWN = 60
_PLAYING = re.compile(r"(?<![\d:])(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)(?![\d:])")


def stated(spec: Stated, view: View) -> Measurement:
    """The number, or the minutes, that the field states. A field that says something else could not be read."""
    content, place = view.content(spec.of), view.place_of(spec.of)
    unit = spec.unit or "number" if spec.as_ == "number" else MINUTES
    if not isinstance(content, Value) or not content.filled:
        return Measurement.exactly(0, unit, found=False, said="nothing is stated", place=place)
    text = join(content.texts)
    found = _read(text, spec, view)
    if found is None:
        what = "number" if spec.as_ == "number" else "time"
        unclear = f'no {what} could be read in "{shorten(text.flat, SHOWN)}"'
        return Measurement(0, None, unit, unclear=unclear, place=place)
    low, high = found
    return Measurement(low, high, unit, items=(item(text, value=low),), place=place)


def _read(text: Text, spec: Stated, view: View) -> tuple[float, float | None] | None:
    """(lower end, upper end) of what is stated."""
    if spec.as_ == "number":
        return _number(text.string, view)
    playing = _PLAYING.search(text.string) if spec.as_ == "playing-time" else None
    if playing is not None:
        minutes = 60 * int(playing["hours"] or 0) + int(playing["minutes"]) + int(playing["seconds"]) / 60
        return minutes, minutes
    length = field_length(text, view.language.durations, spec.unit)
    return (length.low, length.high) if length is not None else None


def _number(string: str, view: View) -> tuple[float, float] | None:
    tokens = Tokens(fold(string))
    found = (number_at(tokens, at, view.language.durations.numbers) for at in range(len(tokens)))
    first = next(filter(None, found), None)
    return (first.value, first.value) if first is not None else None
