"""Checks of one criterion: who decides, what is measured, what the author is told."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.findings import Basis
from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.model import THE_MEASURE
from mcred_lint.rubric.wording import did_you_mean, part_name

_MEASURED_ONLY = ("measure", "measures", "ladder", "not_below", "when_unclear", "guide", "advise", "blocks")


def criteria(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        yield from _for_a_person(draft, row) if row.criterion.basis is Basis.PERSON else _measured(draft, row)
        yield from _in_whole_submission(draft, row) if row.component is None else ()
        yield from _measure_names(draft, row)


def _for_a_person(draft: Draft, row: Row) -> Iterator[Told]:
    for key in draft.keys(*map(str, row.path)):
        if key in _MEASURED_ONLY:
            message = f'{_name(row)} is for a person to decide, so it has no "{key}".'
            hint = 'Take it out, or make the basis "counted" or "inferred". What to show beside it goes under "help".'
            yield draft.at_key((*row.path, key), message, hint, ("title", "basis", "set_by", "help", "help_warns", "reading", "advice"))
    if row.criterion.help_warns is not None and row.criterion.help is None:
        hint = 'Add what "help" measures, or take this out.'
        example = "help: {kind: readability, of: materials}"
        yield draft.at_key((*row.path, "help_warns"), f'{_name(row)} has "help_warns" without "help".', hint, (), example)


def _measured(draft: Draft, row: Row) -> Iterator[Told]:
    criterion = row.criterion
    if criterion.measure is not None and criterion.measures:
        hint = 'Keep "measures" and give each a name, or keep "measure" alone.'
        yield draft.at_key((*row.path, "measures"), f'{_name(row)} has "measure" and "measures".', hint)
    if not criterion.all_measures:
        hint = 'Say what is measured, or make the basis "person".'
        example = "measure: {kind: count, of: sources, unit: source}"
        yield draft.at_key(row.path, f"{_name(row)} does not say what is measured.", hint, ("measure", "measures"), example)
    if not (criterion.ladder or criterion.advise or criterion.blocks):
        hint = "Add a ladder, or advise, or blocks: true; without them it decides nothing."
        example = "ladder: {Proficient: {at_least: 5}, Basic: {at_least: 3}}"
        yield draft.at_key(row.path, f"{_name(row)} has nothing that decides.", hint, ("ladder", "advise", "blocks"), example)
    yield from _explained(draft, row)


def _explained(draft: Draft, row: Row) -> Iterator[Told]:
    criterion = row.criterion
    if criterion.advice is None and (criterion.ladder or criterion.blocks):
        hint = "Say what the educator is to do when it is not met."
        example = "advice: Add different sources on your local schools."
        yield draft.at_key(row.path, f"{_name(row)} has no advice.", hint, ("advice",), example)
    if criterion.set_by == "ours" and criterion.reading is None:
        hint = "The rule is ours; say in a reading why, so that an educator can tell it from the issuer's."
        yield draft.at_key(row.path, f"{_name(row)} has no reading.", hint, ("reading",), "reading: The issuer ...", mild=True)


def _in_whole_submission(draft: Draft, row: Row) -> Iterator[Told]:
    for key in ("ladder", "not_below", "when_unclear"):
        if key in draft.keys(*map(str, row.path)):
            message = f'{_name(row)} is asked of the whole submission, which has no scale, so it has no "{key}".'
            hint = "Use blocks: true, or move the criterion to a component."
            yield draft.at_key((*row.path, key), message, hint, ("blocks", "advise"), "blocks: true")


_TAKEN = frozenset({*Condition.model_fields, "any", "of", "conditions", THE_MEASURE})


def _measure_names(draft: Draft, row: Row) -> Iterator[Told]:
    """That rungs, guide and advice name measures which the criterion has."""
    names = tuple(row.criterion.measures)
    for name in _TAKEN & set(names):
        hint = "Give the measure another name; this one is a key of conditions."
        yield draft.at_key((*row.path, "measures", name), f'A measure cannot be called "{name}".', hint)
    for key, part in (("guide", row.criterion.guide), ("advise", row.criterion.advise), ("help_warns", row.criterion.help_warns)):
        if part is None or (key == "help_warns") or not row.criterion.all_measures:
            continue
        if names and part.of is None:
            message = f'"{key}" of {part_name(row.path)} does not say which measure it looks at.'
            yield draft.at_key((*row.path, key), message, "Name one of them with of.", names, f"of: {names[0]}")
        elif part.of is not None and part.of not in names:
            message = f'{part_name(row.path).capitalize()} has no measure "{part.of}".'
            hint = did_you_mean(part.of, names, "Name one of its measures." if names else "It has only one measure: take of out.")
            yield draft.at((*row.path, key, "of"), message, hint, names)


def _name(row: Row) -> str:
    return f'Criterion "{row.path[-1]}"'
