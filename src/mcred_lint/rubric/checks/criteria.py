"""Checks of one criterion: who decides, what is measured, what decides, what the author is told."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.findings import Basis
from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.ladders import scale_of
from mcred_lint.rubric.checks.samples import ladder_sample
from mcred_lint.rubric.model import THE_MEASURE
from mcred_lint.rubric.wording import did_you_mean

_MEASURED_ONLY = (
    "measure",
    "measures",
    "ladder",
    "not_below",
    "person_above",
    "when_unclear",
    "guide",
    "advise",
    "must",
    "blocks",
)
_FOR_A_PERSON = ("title", "basis", "set_by", "help", "help_warns", "reading", "advice")
_HELP = "help: {kind: readability, of: materials}"


def criteria(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        yield from _for_a_person(draft, row) if row.criterion.basis is Basis.PERSON else _measured(draft, row)
        yield from _help(draft, row)


def _name(row: Row) -> str:
    return f'Criterion "{row.path[-1]}"'


def _for_a_person(draft: Draft, row: Row) -> Iterator[Told]:
    for key in draft.keys(*map(str, row.path)):
        if key in _MEASURED_ONLY:
            message = f'{_name(row)} is for a person to decide, so it has no "{key}".'
            hint = 'Take it out, or make the basis "counted" or "inferred". What to show beside it goes under "help".'
            yield draft.at_key((*row.path, key), message, hint, _HELP, _FOR_A_PERSON)


def _help(draft: Draft, row: Row) -> Iterator[Told]:
    if row.criterion.help_warns is not None and row.criterion.help is None:
        hint = 'Add what "help" measures, or take this out.'
        yield draft.at_key((*row.path, "help_warns"), f'{_name(row)} has "help_warns" without "help".', hint, _HELP)


def _measured(draft: Draft, row: Row) -> Iterator[Told]:
    yield from _one_way_to_measure(draft, row)
    yield from _one_way_to_decide(draft, row)
    yield from _explained(draft, row)
    yield from _measure_names(draft, row)


def _one_way_to_measure(draft: Draft, row: Row) -> Iterator[Told]:
    example = "measure: {kind: count, of: sources, unit: source}"
    if row.criterion.measure is not None and row.criterion.measures:
        hint = 'Keep "measures" and give each a name, or keep "measure" alone.'
        yield draft.at_key((*row.path, "measures"), f'{_name(row)} has "measure" and "measures".', hint, example)
    if not row.criterion.all_measures:
        hint = 'Say what is measured, or make the basis "person".'
        allowed = ("measure", "measures")
        yield draft.at_key(row.path, f"{_name(row)} does not say what is measured.", hint, example, allowed)


def _one_way_to_decide(draft: Draft, row: Row) -> Iterator[Told]:
    """A ladder in a component, `must` anywhere, or advice alone."""
    criterion = row.criterion
    example = ladder_sample(scale_of(row, draft)) if row.component is not None else "must: {none: true}"
    allowed = ("ladder", "must", "advise") if row.component is not None else ("must", "advise")
    if not (criterion.ladder or criterion.advise or criterion.must or criterion.blocks):
        message = f"{_name(row)} says nothing of what is enough, so it decides nothing."
        yield draft.at_key(row.path, message, f"Add {' or '.join(allowed)}.", example, allowed)
    if criterion.ladder and criterion.must:
        hint = 'Keep the ladder for levels, or "must" for a plain yes or no.'
        yield draft.at_key((*row.path, "must"), f'{_name(row)} has a ladder and "must".', hint, example)
    if criterion.blocks and not criterion.must:
        hint = 'Add "must": while it does not hold, the submission is not ready.'
        message = f"{_name(row)} blocks, and does not say what must hold."
        yield draft.at_key((*row.path, "blocks"), message, hint, "must: {none: true}", ("must",))
    for key in ("ladder", "not_below", "person_above", "when_unclear") if row.component is None else ():
        if key in draft.keys(*map(str, row.path)):
            message = f'{_name(row)} is asked of the whole submission, which has no levels, so it has no "{key}".'
            yield draft.at_key((*row.path, key), message, 'Use "must", or move it to a component.', example, allowed)


def _explained(draft: Draft, row: Row) -> Iterator[Told]:
    criterion = row.criterion
    if criterion.advice is None and (criterion.ladder or criterion.must):
        hint, example = (
            "Say what the educator is to do when it is not met.",
            "advice: Add sources on your local schools.",
        )
        yield draft.at_key(row.path, f"{_name(row)} has no advice.", hint, example, ("advice",))
    if criterion.set_by == "ours" and criterion.reading is None:
        hint = "The rule is ours: say why in a reading, so that an educator can tell it from the issuer's rules."
        example = "reading: The issuer gives no number; we ask for half, because ..."
        yield draft.at_key(row.path, f"{_name(row)} has no reading.", hint, example, ("reading",), mild=True)


_TAKEN = frozenset({*Condition.model_fields, "any", "in_words", "of", "conditions", THE_MEASURE})


def _measure_names(draft: Draft, row: Row) -> Iterator[Told]:
    """That measures have names of their own, and that guide and advice name one of them."""
    names = tuple(row.criterion.measures)
    for name in sorted(_TAKEN.intersection(names)):
        hint = "Give the measure another name: this word has a meaning of its own in conditions."
        yield draft.at_key(
            (*row.path, "measures", name), f'A measure cannot be called "{name}".', hint, f"my-{name}: {{...}}"
        )
    for key, part in (("guide", row.criterion.guide), ("advise", row.criterion.advise)):
        if part is None or not row.criterion.all_measures:
            continue
        if names and part.of is None:
            message = f'"{key}" does not say at which of the measures it looks.'
            yield draft.at_key((*row.path, key), message, "Name one of them with of.", f"of: {names[0]}", names)
        elif part.of is not None and part.of not in names:
            hint = did_you_mean(
                part.of, names, "Name one of its measures." if names else "It has only one measure: take of out."
            )
            example = f"of: {names[0]}" if names else f"{key}: {{between: [200, 300]}}"
            yield draft.at((*row.path, key, "of"), f'{_name(row)} has no measure "{part.of}".', hint, example, names)
