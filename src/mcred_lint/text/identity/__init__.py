"""What identifies somebody: contact data, accounts, names and schools in a text, and how they are masked.

A wrong certain hint blocks a teacher's submission, so a certain hint needs a sign beside the name itself: a title, a
role, "my name is", "I teach at". Where only the name speaks, the hint is possible and a person looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mcred_lint.text.folding import fold
from mcred_lint.text.identity.accounts import account_hints
from mcred_lint.text.identity.contact import contact_hints
from mcred_lint.text.identity.files import answer_hints, file_name_hints, property_hints
from mcred_lint.text.identity.hints import Context, Hint, Kind, Reading
from mcred_lint.text.identity.masking import mask, mask_value
from mcred_lint.text.identity.people import people_hints
from mcred_lint.text.identity.schools import school_hints
from mcred_lint.text.identity.words import IdentityWords

__all__ = ["Context", "Hint", "IdentityWords", "Kind", "identity_hints", "mask", "mask_value"]

_DENIED = "This is on the list of words that must not appear."


def identity_hints(
    text: str,
    words: IdentityWords,
    context: Context = Context.PROSE,
    *,
    allow: tuple[str, ...] = (),
    deny: tuple[str, ...] = (),
) -> tuple[Hint, ...]:
    """Everything in the text that tells who somebody is, in order and without overlaps.

    allow: phrases that are never a hint, nor is what holds them or lies in them. deny: phrases that always are a
    certain one; they win over `allow`.
    """
    reading = Reading(text, words, context)
    hints = [hint for hint in _all_hints(reading) if not _is_allowed(reading, hint, allow)]
    for phrase in deny:
        spans = _spans(reading.folded, phrase)
        hints += [reading.hint(start, end, Kind.AUTHOR_NAME, _DENIED) for start, end in spans]
    return tuple(_merged(reading, hints))


def _all_hints(reading: Reading) -> Iterator[Hint]:
    yield from contact_hints(reading)
    yield from account_hints(reading)
    match reading.context:
        case Context.SOURCE | Context.LINK:
            return
        case Context.FILE_NAME:
            yield from file_name_hints(reading)
        case Context.PROPERTY:
            yield from property_hints(reading)
            yield from school_hints(reading)
        case Context.FORM:
            # A column header is in title case, so only what is certain counts there.
            yield from (hint for hint in _in_sentences(reading) if hint.certain)
        case Context.ANSWER:
            yield from _in_sentences(reading)
            yield from answer_hints(reading)
        case Context.PROSE:
            yield from _in_sentences(reading)


def _in_sentences(reading: Reading) -> Iterator[Hint]:
    yield from people_hints(reading)
    yield from school_hints(reading)


def _is_allowed(reading: Reading, hint: Hint, allow: tuple[str, ...]) -> bool:
    """One of the phrases overlaps the hint."""
    for phrase in allow:
        first = max(0, hint.start - len(phrase) - 1)
        around = reading.folded[first : hint.end + len(phrase) + 1]
        if any(first + start < hint.end and hint.start < first + end for start, end in _spans(around, phrase)):
            return True
    return False


def _spans(folded: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands as whole words."""
    wanted = fold(phrase).strip()
    start = folded.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not (folded[max(0, start - 1) : start].isalnum() or folded[end : end + 1].isalnum()):
            yield start, end
        start = folded.find(wanted, end)


def _merged(reading: Reading, hints: Iterable[Hint]) -> Iterator[Hint]:
    """Overlapping hints as one over all their characters, told by the certain and then the longest of them."""
    group: list[Hint] = []
    end = 0
    for hint in sorted(hints, key=lambda hint: hint.start):
        if group and hint.start >= end:
            yield _one_of(reading, group, end)
            group = []
        group.append(hint)
        end = max(hint.end, end if len(group) > 1 else 0)
    if group:
        yield _one_of(reading, group, end)


def _one_of(reading: Reading, group: list[Hint], end: int) -> Hint:
    best = max(group, key=lambda hint: (hint.certain, hint.end - hint.start))
    return reading.hint(group[0].start, end, Kind(best.kind), best.why, certain=best.certain)
