"""Answer options of a form: boxes in a line, scales, ratings, and which of them somebody chose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mcred_lint.document.text import Text
from mcred_lint.text.folding import fold

_BOX = re.compile(
    r"\[\s?([xX\u2713\u2714]?)\s?\]|\(\s?([xX\u2713\u2714]?)\s?\)"
    r"|([\u2610\u2611\u2612\u2713\u2714\u2705\u25a0\u25a1\u25cb\u25cf\u25c9])"
)
_TICKED = frozenset("xX\u2611\u2612\u2713\u2714\u2705\u25a0\u25cf\u25c9")
_NUMBERS = re.compile(r"\W*\d{1,2}(?:[\s/|,\u00b7.-]+\d{1,2}){2,}\W*")
_CLOSING_NUMBERS = re.compile(r"(?<=[\s:.?)])\d{1,2}(?:[\s/|,\u00b7]+\d{1,2}){2,}\s*$")
_DIGITS = re.compile(r"\d{1,2}")
_SEPARATOR = re.compile(r"\s{2,}|\s?[|/\u00b7\u2022;,]\s?|\s[\u2013\u2014-]\s")
_RATING = re.compile(r"\W{0,3}\d{1,2}(?:[.,]5)?(?:\s?(?:/|of|out of)\s?\d{1,3})?\s?%?\W{0,3}")
_LED_RATING = re.compile(r"\W{0,3}\d{1,2}\s?[-:=(\u2013\u2014]\s*")
_STARS = re.compile(r"[\u2605\u2606\u2b50\u2729\ufe0f\s]{1,60}")
_FILLED_STARS = "\u2605\u2b50"
_ARROW = re.compile(r"\s*(?:-+>|=+>|[\u2192\u21d2\u27a1\u2794])\s*")

MARKS = frozenset("xX\u2611\u2612\u2713\u2714\u2705\u25a0\u25cf\u25c9\u2022*")
"""What stands in the chosen cell of a matrix."""

Scale = Callable[[str], bool]
"""Whether a text is nothing but options of a scale."""


@dataclass(frozen=True)
class Option:
    """One answer option, and whether it was chosen."""

    text: Text
    chosen: bool = False


def boxes(text: Text) -> tuple[Option, ...]:
    """The options of a line with at least two boxes; the option stands behind its box, or before it where the line
    ends with one."""
    found = list(_BOX.finditer(text.string))
    if len(found) < 2:
        return ()
    behind = bool(text.string[found[-1].end() :].strip(" .,;|/"))
    return tuple(_boxed(text, found, behind))


def _boxed(text: Text, found: list[re.Match[str]], behind: bool) -> Iterator[Option]:
    edges = [0, *(match.end() for match in found)]
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text.string)
        option = text.slice(match.end(), end) if behind else text.slice(edges[number], match.start())
        yield Option(option.strip(" \t,;|/\n"), is_ticked(match))


def is_ticked(box: re.Match[str]) -> bool:
    return any(group in _TICKED for group in box.groups() if group)


def scale_line(text: Text, is_scale: Scale) -> tuple[Option, ...]:
    """The options of a line that is a scale to choose from: "1 2 3 4 5", "Agree / Neutral / Disagree". One in bold is
    chosen."""
    pieces = list(_numbers(text) or _words(text, is_scale))
    if len(pieces) < 2:
        return ()
    bold = [piece.bold for piece in pieces]
    return tuple(Option(piece, chosen and not all(bold)) for piece, chosen in zip(pieces, bold, strict=True))


def is_printed_scale(text: Text) -> bool:
    """Whether a line is nothing but numbers or boxes to choose from."""
    return bool(_numbers(text)) or (bool(boxes(text)) and _BOX.match(text.string.strip()) is not None)


def _numbers(text: Text) -> list[Text]:
    if not _NUMBERS.fullmatch(text.string[:80]) or len(text.string) > 80:
        return []
    return [text.slice(*match.span()) for match in _DIGITS.finditer(text.string)]


def _words(text: Text, is_scale: Scale) -> list[Text]:
    if len(text.string) > 200:
        return []
    if _SEPARATOR.search(text.string) is None:
        return []
    pieces, start = [], 0
    for match in _SEPARATOR.finditer(text.string):
        pieces.append(text.slice(start, match.start()))
        start = match.end()
    pieces.append(text.slice(start))
    pieces = [stripped for piece in pieces if (stripped := piece.strip(" .,;|/()[]_"))]
    return pieces if len(pieces) > 2 and all(is_scale(piece.string) for piece in pieces) else []


def before_scale(text: Text) -> int:
    """The offset of the boxes or the numbers to choose from that a question's line ends with; the line's length
    without them."""
    numbers = _CLOSING_NUMBERS.search(text.string[-80:])
    if numbers:
        return max(0, len(text.string) - 80) + numbers.start()
    box = _BOX.search(text.string) if boxes(text) else None
    return box.start() if box else len(text.string)


def stars(string: str) -> bool:
    """Whether a text is a row of stars with at least one filled in."""
    return bool(_STARS.fullmatch(string[:60])) and any(sign in _FILLED_STARS for sign in string)


def without_arrow(text: Text) -> Text:
    """The text behind an arrow that points at an answer."""
    found = _ARROW.match(text.string)
    return text.slice(found.end()) if found else text


def is_rating(string: str, is_scale: Scale) -> bool:
    """Whether an answer only rates or chooses: "4", "4/5", "4 - agree", "Yes"."""
    if _RATING.fullmatch(string[:40]) and len(string) < 40:
        return True
    led = _LED_RATING.match(string)
    rest = string[led.end() :] if led else string
    return bool(rest.strip()) and len(rest) < 60 and is_scale(fold(rest).strip(" .!,;()"))
