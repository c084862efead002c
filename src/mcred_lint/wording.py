"""Plain words for numbers, times, lists and levels, so that every message and every report says them alike.

Whatever is rounded is rounded down: somebody who is short of a threshold must never read that it is reached.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

ELLIPSIS = "\u2026"
MINUTES = "minutes"
"""The unit of all times."""
SHARE = "share"
"""The unit of parts of a whole, from 0 to 1."""

FEW_MINUTES = 10
"""From so many minutes on, seconds are not told."""

_BEYOND_WORDS = 1e12
_SHARES = (
    (0.0, "none"),
    (1 / 4, "a quarter"),
    (1 / 3, "a third"),
    (1 / 2, "half"),
    (2 / 3, "two thirds"),
    (3 / 4, "three quarters"),
    (1.0, "all"),
)
_TAKES_ES = ("ss", "sh", "ch", "x", "z")
_ENDS_SENTENCE = tuple(".!?:" + ELLIPSIS)
_LOOSE_END = re.compile(r"[\s,;:(\[{\u2013\u2014-]{1,40}\Z")


def number(value: float) -> str:
    """A number without a needless decimal point: 5.0 is "5", 2.456 is "2.45", 12000 is "12,000"."""
    if not _is_sayable(value):
        return "an unknown number"
    hundredths = _floor(abs(value) * 100)
    whole, rest = divmod(hundredths, 100)
    decimals = f".{rest:02d}".rstrip("0") if rest else ""
    return f"{'-' if value < 0 and hundredths else ''}{whole:,}{decimals}"


def with_article(noun: str) -> str:
    """A noun with its article: "a session", "an entry"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def plural(noun: str) -> str:
    """The plural of a regular noun or of a phrase that ends in one ("kind of evidence": of its head); a word in "s" is taken
    for a plural already."""
    head, of, rest = noun.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    if noun.endswith(_TAKES_ES):
        return noun + "es"
    if noun.endswith("s") or not noun:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    return noun + "s"


def singular(noun: str) -> str:
    """One of a regular plural; a word that is none stays as it is."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(tuple(f"{ending}es" for ending in _TAKES_ES)):
        return noun[:-2]
    return noun if noun.endswith("ss") else noun.removesuffix("s")


def count(n: float, noun: str, many: str | None = None) -> str:
    """How many of something: "1 source", "4 sources"; `many` is the plural of an irregular noun."""
    return f"{number(n)} {noun if n == 1 else many or plural(noun)}"


def minutes_in_words(minutes: float) -> str:
    """A length of time: "3 h 35", "4 h", "25 minutes"."""
    if not _is_sayable(minutes):
        return "an unknown time"
    hours, rest = divmod(_floor(max(0.0, minutes)), 60)
    if not hours:
        return _short_time(max(0.0, minutes), rest)
    return f"{number(hours)} h {rest:02d}" if rest else f"{number(hours)} h"


def _short_time(minutes: float, whole: int) -> str:
    """Less than an hour; of a few minutes the seconds are told as well."""
    seconds = _floor((minutes - whole) * 60)
    if not whole:
        return "less than a minute" if seconds else count(whole, "minute")
    return f"{count(whole, 'minute')} {seconds} s" if seconds and whole < FEW_MINUTES else count(whole, "minute")


def share(value: float) -> str:
    """A part of a whole: "half", "two thirds", "45%"."""
    if not _is_sayable(value):
        return "an unknown share"
    exact = (words for part, words in _SHARES if math.isclose(value, part, abs_tol=1e-9))
    return next(exact, f"{number(_floor(value * 100))}%")


def part_of(part: int, whole: int) -> str:
    """Some of several: "3 of 5", "all 5", "none of 5"."""
    if part == whole and whole > 1:
        return f"all {number(whole)}"
    return f"{number(part) if part else 'none'} of {number(whole)}"


def quantity(low: float, high: float | None, unit: str) -> str:
    """A measured amount with its unit: "5 sources", "3 to 5 sources", "at least 2 h 30", "half".

    `unit` is a noun in the singular, or MINUTES or SHARE. `high` None means that no upper end is known.
    """
    if high is None:
        return f"at least {_amount(low, unit)}"
    if low == high:
        return _amount(low, unit)
    first = _amount(low, unit) if unit in (MINUTES, SHARE) else number(low)
    return f"{first} to {_amount(high, unit)}"


def _amount(value: float, unit: str) -> str:
    if unit == MINUTES:
        return minutes_in_words(value)
    if unit == SHARE:
        return share(value)
    return count(value, unit).strip()


def join_words(words: Sequence[str], last: str = "and") -> str:
    """A list in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def first_few(words: Sequence[str], limit: int) -> str:
    """A list in a sentence that says how many it leaves out: "a, b and 3 more"."""
    if len(words) <= limit:
        return join_words(words)
    return join_words([*words[:limit], f"{number(len(words) - limit)} more"])


def shorten(text: str, width: int) -> str:
    """The text on one line of at most `width` characters, cut at the end of a word."""
    flat = " ".join(text.split())
    if len(flat) <= width:
        return flat
    if width < 2:
        return ELLIPSIS[: max(0, width)]
    kept = flat[:width]
    at_word = kept[: kept.rfind(" ")] if " " in kept else ""
    # A first word longer than the line (an address) has no end to cut at.
    return (_LOOSE_END.sub("", at_word) or flat[: width - 1]) + ELLIPSIS


def sentence(text: str) -> str:
    """The text with a capital at its beginning and a mark at its end. A name such as "outline.md" gets no capital."""
    stripped = text.strip()
    first = stripped.split(maxsplit=1)[0] if stripped else ""
    plain = first.rstrip(",;:").replace("-", "").replace("'", "").isalpha() and first.islower()
    closed = stripped.rstrip("\"')\u201d\u2019").endswith(_ENDS_SENTENCE)
    return (stripped[:1].upper() + stripped[1:] if plain else stripped) + ("" if closed or not stripped else ".")


def level_below(level: str, passing: str, waived: int = 0) -> str:
    """A level that is not enough: "Basic; Proficient is needed", "Basic, 1 criterion waived; Proficient is needed"."""
    return f"{level}{_with_waived(waived)}; {passing} is needed"


def level_counted(level: str, for_assessor: int, waived: int = 0) -> str:
    """A level that is enough, never bare: "Proficient on what can be counted; 3 for the assessor"."""
    rest = f"; {number(for_assessor)} for the assessor" if for_assessor else ""
    return f"{level} on what can be counted{_with_waived(waived)}{rest}"


def no_level(at_most: str | None, waived: int = 0) -> str:
    """What stands in place of a level that could not be told: "no level: at most Basic"."""
    return f"no level: at most {at_most}{_with_waived(waived)}" if at_most else "no level"


def _with_waived(waived: int) -> str:
    return f", {count(waived, 'criterion', 'criteria')} waived" if waived else ""


NOT_ASKED_FOR = "not asked for here"


def not_submitted(counts_as: str) -> str:
    return f"not submitted; counts as {counts_as}"


def _is_sayable(value: float) -> bool:
    return abs(value) < _BEYOND_WORDS


def _floor(value: float) -> int:
    # Sums of minutes and shares carry an error far behind the point, which must not cost a minute.
    return math.floor(round(value, 6))
