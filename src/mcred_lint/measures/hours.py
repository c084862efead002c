"""Hours: how long all parts take together, breaks left out."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.findings import Item
from mcred_lint.matching.content import Group, Groups, Length
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.specs import Hours
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.wording import minutes_in_words

TOLERANCE = 0.1
"""A stated total may differ from the sum by this share of it before it is told."""


def hours(spec: Hours, view: View) -> Measurement:
    """Minutes in all. A range counts with its lower end; where some parts have no length, the known sum is the lower end."""
    content = view.content(spec.of)
    if not isinstance(content, Groups):
        return Measurement(
            0,
            None,
            "minutes",
            found=False,
            place=view.place_of(spec.of),
            unclear="no sessions and no durations were found",
        )
    timed = [group for group in content.groups if group.length] or list(content.timetable)
    whole_timetable = not any(group.length for group in content.groups) and len(content.timetable) >= len(
        content.groups
    )
    untimed = [] if whole_timetable else [group for group in content.groups if not group.length]
    known = sum(group.length.low for group in timed if group.length)
    items = tuple(_item(group) for group in timed)
    left_out = tuple(
        named_item(g.label, g.place, value=g.length.low if g.length else None, note=g.left_out_because)
        for g in content.left_out
    )
    base = Measurement(
        known, known, "minutes", items=items, left_out=left_out, place=view.place_of(spec.of) or (content.groups or content.timetable)[0].place,
        remarks=_disagreement(content.stated_total, known, bool(timed)), notes=tuple(_ranges(timed)),
    )  # fmt: skip
    if not timed:
        return _without_durations(content, base)
    if untimed:
        names = " and ".join(f'"{group.label}"' for group in untimed[:3])
        missing = tuple(named_item(group.label, group.place) for group in untimed)
        return Measurement(
            known, None, "minutes", items=items, left_out=left_out, missing=missing, unclear=f"no duration was found for {names}",
            remarks=base.remarks, notes=base.notes, place=base.place,
        )  # fmt: skip
    return base


def _item(group: Group) -> Item:
    length = group.length
    note = None if length is None else f"{length.text} ({length.rule})" if length.text else length.rule
    return named_item(
        group.label, length.place if length else group.place, value=length.low if length else None, note=note
    )


def _ranges(timed: Sequence[Group]) -> list[str]:
    ranges = [
        group
        for group in timed
        if group.length and group.length.high is not None and group.length.high > group.length.low
    ]
    if not ranges:
        return []
    high = sum((group.length.high or group.length.low) for group in timed if group.length)
    return [f"ranges count with their lower end; with the upper ends it would be {minutes_in_words(high)}"]


def _without_durations(content: Groups, base: Measurement) -> Measurement:
    missing = tuple(named_item(group.label, group.place) for group in content.groups)
    reason, high = "no durations were found", None
    if content.stated_total is not None:
        reason = f"only a total is stated ({content.stated_total.text}), and no session says how long it takes"
        high = content.stated_total.high
    return Measurement(0, high, "minutes", left_out=base.left_out, missing=missing, unclear=reason, place=base.place)


def _disagreement(total: Length | None, known: float, timed: bool) -> tuple[Remark, ...]:
    if (
        total is None
        or not timed
        or abs(total.low - known) <= TOLERANCE * known
        or (total.high or 0) >= known >= total.low
    ):
        return ()
    message = f"the text states {total.text}, the sessions add up to {minutes_in_words(known)}"
    return (Remark(message, "Check which is right, and count learning time only.", total.place),)
