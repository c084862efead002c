"""Hours: how long all parts take together, breaks left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mcred_lint.findings import Item
from mcred_lint.matching.content import Group, Groups, Length
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.parts import part_name
from mcred_lint.measures.specs import Hours
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.wording import MINUTES, minutes_in_words, plural

TOLERANCE = 0.1
"""A stated total may differ from the sum by this share of it before it is told."""
NAMED = 3
"""How many parts without a length the reason names."""


def hours(spec: Hours, view: View) -> Measurement:
    """Minutes in all. A range counts with its lower end; where some parts have no length, the known sum is the lower end."""
    content, part = view.content(spec.of), part_name(spec.of, view)
    if not isinstance(content, Groups):
        unclear = f"no {plural(part)} and no durations were found"
        return Measurement(0, None, MINUTES, found=False, place=view.place_of(spec.of), unclear=unclear)
    timed = [group for group in content.groups if group.length] or list(content.timetable)
    place = view.place_of(spec.of) or (content.groups or content.timetable)[0].place
    left_out = tuple(_left_out(group) for group in content.left_out)
    if not timed:
        return replace(_without_durations(content, part), left_out=left_out, place=place)
    known, missing = _sum(timed), _untimed(content)
    names = " and ".join(f'"{item.text}"' for item in missing[:NAMED])
    return Measurement(
        known,
        None if missing else known,
        MINUTES,
        items=tuple(map(_item, timed)),
        left_out=left_out,
        missing=missing,
        unclear=f"no duration was found for {names}" if missing else None,
        remarks=_disagreement(content.stated_total, known, part),
        notes=_ranges(timed),
        place=place,
    )


def _sum(timed: Sequence[Group]) -> float:
    return sum(group.length.low for group in timed if group.length)


def _untimed(content: Groups) -> tuple[Item, ...]:
    """The parts without a length; none where a timetable has a row for each."""
    by_timetable = not any(group.length for group in content.groups)
    if by_timetable and len(content.timetable) >= len(content.groups):
        return ()
    return tuple(named_item(group.label, group.place) for group in content.groups if not group.length)


def _item(group: Group) -> Item:
    length = group.length
    if length is None:
        return named_item(group.label, group.place)
    note = f"{length.text} ({length.rule})" if length.text else length.rule
    return named_item(group.label, length.place, value=length.low, note=note)


def _left_out(group: Group) -> Item:
    minutes = group.length.low if group.length else None
    return named_item(group.label, group.place, value=minutes, note=group.left_out_because)


def _ranges(timed: Sequence[Group]) -> tuple[str, ...]:
    high = sum(group.length.high or group.length.low for group in timed if group.length)
    if high <= _sum(timed):
        return ()
    return (f"ranges count with their lower end; with the upper ends it would be {minutes_in_words(high)}",)


def _without_durations(content: Groups, part: str) -> Measurement:
    missing = tuple(named_item(group.label, group.place) for group in content.groups)
    total = content.stated_total
    if total is None:
        return Measurement(0, None, MINUTES, missing=missing, unclear="no durations were found")
    reason = f"only a total is stated ({total.text}), and no {part} says how long it takes"
    return Measurement(0, total.high, MINUTES, missing=missing, unclear=reason)


def _disagreement(total: Length | None, known: float, part: str) -> tuple[Remark, ...]:
    """What to say where a stated total is not what the parts add up to."""
    if total is None or abs(total.low - known) <= TOLERANCE * known or total.low <= known <= (total.high or 0):
        return ()
    message = f"the text states {total.text}, the {plural(part)} add up to {minutes_in_words(known)}"
    return (Remark(message, "Check which is right; breaks do not count.", total.place),)
