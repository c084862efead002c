"""Count: how many entries of a list, questions of a survey or repeated parts there are."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.findings import Item
from mcred_lint.matching.content import Entries, Entry, Groups, Questions
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Count
from mcred_lint.measures.texts import item, named_item
from mcred_lint.measures.view import View


def count(spec: Count, view: View) -> Measurement:
    """The number of things at `of`; with `distinct`, an entry that repeats another is left out and named."""
    content = view.content(spec.of)
    match content:
        case Entries():
            return _entries(spec, content, view)
        case Questions():
            return _questions(spec, content, view)
        case Groups():
            items = (named_item(group.label, group.place) for group in content.groups)
            left_out = (named_item(group.label, group.place, note=group.left_out_because) for group in content.left_out)
            return _measured(spec, items, left_out, content.note, view)
        case _:
            return _measured(spec, (), (), None, view)


def _entries(spec: Count, content: Entries, view: View) -> Measurement:
    repeated = [entry for entry in content.entries if spec.distinct and entry.duplicate_of is not None]
    items = (item(entry.text, place=entry.place) for entry in content.entries if entry not in repeated)
    left_out = (item(entry.text, place=entry.place, note=_repeats(entry)) for entry in repeated)
    return _measured(spec, items, left_out, content.note, view)


def _repeats(entry: Entry) -> str:
    return f"the same {entry.duplicate_by or 'entry'} as number {entry.duplicate_of}"


def _questions(spec: Count, content: Questions, view: View) -> Measurement:
    if content.behind_link is not None and not content.questions:
        reason = f"the survey stands behind a link ({content.behind_link.target}) and links are not opened"
        return Measurement(0, None, spec.unit, unreadable=reason, place=content.behind_link.place)
    items = (item(question.text, place=question.place) for question in content.questions)
    left_out = (item(text, note=why) for text, why in content.left_out)
    return _measured(spec, items, left_out, content.note, view)


def _measured(
    spec: Count, items: Iterable[Item], left_out: Iterable[Item], note: str | None, view: View
) -> Measurement:
    counted = tuple(items)
    return Measurement.exactly(
        len(counted),
        spec.unit,
        items=counted,
        left_out=tuple(left_out),
        notes=(note,) if note else (),
        found=bool(counted),
        place=view.place_of(spec.of),
    )
