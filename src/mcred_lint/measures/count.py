"""Count: how many entries of a list, questions of a survey or repeated parts there are."""

from __future__ import annotations

from mcred_lint.findings import Item
from mcred_lint.matching.content import Entries, Groups, Questions
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Count
from mcred_lint.measures.texts import item, named_item
from mcred_lint.measures.view import View


def count(spec: Count, view: View) -> Measurement:
    """The number of things at `of`; with `distinct`, an entry that repeats another is left out and named."""
    content = view.content(spec.of)
    place = view.place_of(spec.of)
    match content:
        case Entries():
            repeated = {
                n for n, entry in enumerate(content.entries) if spec.distinct and entry.duplicate_of is not None
            }
            items = [
                item(entry.text, place=entry.place) for n, entry in enumerate(content.entries) if n not in repeated
            ]
            left_out = [
                item(content.entries[n].text, place=content.entries[n].place, note=_repeats(content, n))
                for n in sorted(repeated)
            ]
            notes = (content.note,) if content.note else ()
            return _measured(spec, items, left_out, notes, view)
        case Questions():
            if content.behind_link is not None and not content.questions:
                reason = f"the survey stands behind a link ({content.behind_link.target}) and links are not opened"
                return Measurement(0, None, spec.unit, unreadable=reason, place=content.behind_link.place)
            items = [item(question.text, place=question.place) for question in content.questions]
            left_out = [item(text, note=why) for text, why in content.left_out]
            return _measured(spec, items, left_out, (content.note,) if content.note else (), view)
        case Groups():
            items = [named_item(group.label, group.place) for group in content.groups]
            left_out = [named_item(group.label, group.place, note=group.left_out_because) for group in content.left_out]
            return _measured(spec, items, left_out, (), view)
        case _:
            return Measurement.exactly(0, spec.unit, found=False, place=place)


def _repeats(content: Entries, number: int) -> str:
    entry = content.entries[number]
    return f"the same {entry.duplicate_by or 'entry'} as number {entry.duplicate_of}"


def _measured(spec: Count, items: list[Item], left_out: list[Item], notes: tuple[str, ...], view: View) -> Measurement:
    return Measurement.exactly(
        len(items),
        spec.unit,
        items=tuple(items),
        left_out=tuple(left_out),
        notes=notes,
        found=bool(items),
        place=view.place_of(spec.of),
    )
