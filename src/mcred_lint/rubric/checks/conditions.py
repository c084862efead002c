"""Checks of single conditions: whether what they ask can be measured, can be met, and can be missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.checks.quantities import Quantity, quantity_of
from mcred_lint.rubric.model import THE_MEASURE, Rung
from mcred_lint.rubric.places import Path

End = tuple[float, bool]

_NUMBERS = ("at_least", "more_than", "at_most", "less_than", "exactly", "about")
_FEW_MINUTES = 16
"""A number without a unit that is smaller than this was meant as hours."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A condition, its path in the file, and what it is a condition on."""

    condition: Condition
    path: Path
    quantity: Quantity


def conditions(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        for placed in _placed(draft, row):
            told = [*_units(draft, placed), *_wholes(draft, placed)]
            yield from told or _bounds(draft, placed)


def _placed(draft: Draft, row: Row) -> Iterator[Placed]:
    """Every condition of the criterion whose measure is known."""
    quantities = {name: quantity_of(each, row.component, draft) for name, each in row.criterion.all_measures.items()}
    for level, rung in row.criterion.ladder.items():
        for name, condition, path in _in_rung(rung, (*row.path, "ladder", level)):
            if name in quantities:
                yield Placed(condition, path, quantities[name])
    for key, part in (("guide", row.criterion.guide), ("advise", row.criterion.advise)):
        name = THE_MEASURE if part is None or part.of is None else part.of
        if part is not None and name in quantities:
            condition = part if isinstance(part, Condition) else part.condition
            yield Placed(condition, (*row.path, key), quantities[name])
    if row.criterion.help is not None and row.criterion.help_warns is not None:
        quantity = quantity_of(row.criterion.help, row.component, draft)
        yield Placed(row.criterion.help_warns, (*row.path, "help_warns"), quantity)


def _in_rung(rung: Rung, path: Path) -> Iterator[tuple[str, Condition, Path]]:
    for name, condition in rung.conditions.items():
        yield name, condition, path if name == THE_MEASURE else (*path, name)
    for number, other in enumerate(rung.any):
        yield from _in_rung(other, (*path, "any", number))


def _units(draft: Draft, placed: Placed) -> Iterator[Told]:
    """Hours and percentages where they make sense, and nowhere else."""
    for path in _number_paths(draft, placed):
        written = draft.written(path).strip()
        unit = written.lstrip("0123456789./ ")
        quantity = placed.quantity
        if quantity.minutes and not unit and 0 < _number(written) < _FEW_MINUTES:
            message = f"{written} is read as {written} minutes here."
            yield draft.at(path, message, f"Write {written} h, or {written} min if minutes are meant.", (), f"{_key(path)}: {written} h")
        elif quantity.minutes and unit == "%":
            yield draft.at(path, f"{written} is a share, and a time is measured here.", "Write a time.", (), f"{_key(path)}: 4 h")
        elif unit.startswith(("h", "m")) and not quantity.minutes:
            yield draft.at(path, f"{written} is a time, and {quantity.named} is measured here.", "Write a number without a unit.")
        elif quantity.steps and (unit == "%" or "/" in written or not _number(written).is_integer()) and unit == unit.strip("hm"):
            hint = f"Write a whole number{' up to ' + str(int(quantity.whole)) if quantity.whole else ''}."
            yield draft.at(path, f"{written} is a part of a whole, and {quantity.named} is measured here.", hint, (), f"{_key(path)}: 3")
        elif quantity.share and _number(written) > 1 and not unit and "/" not in written:
            message = f"{written} cannot be reached: a share of the whole is measured here, which is 1 at most."
            yield draft.at(path, message, f'Write a share such as 1/2 or 50 %, or all: true.', (), f"{_key(path)}: 1/2")


def _number_paths(draft: Draft, placed: Placed) -> Iterator[Path]:
    for key in _NUMBERS:
        if getattr(placed.condition, key) is not None:
            yield (*placed.path, key)
    if placed.condition.between is not None:
        yield from ((*placed.path, "between", number) for number in (0, 1))


def _key(path: Path) -> str:
    return str(path[-2] if isinstance(path[-1], int) else path[-1])


def _number(written: str) -> float:
    digits = written.split("/")[0].rstrip("hminutesr% ")
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _wholes(draft: Draft, placed: Placed) -> Iterator[Told]:
    if placed.condition.all and placed.quantity.whole is None:
        message = f"There is no whole here of which this could be all: {placed.quantity.named} is measured."
        yield draft.at((*placed.path, "all"), message, "Write how much is needed.", (), "at_least: 5")


def _bounds(draft: Draft, placed: Placed) -> Iterator[Told]:
    """Conditions that nothing, or everything, meets."""
    low, high = placed.condition.resolved(placed.quantity.whole)
    between = placed.condition.between
    if between is not None and between[0] > between[1]:
        yield draft.at((*placed.path, "between"), "The larger number stands first.", "Turn the two numbers round.", (), "between: [3, 5]")
    elif empty(low, high) or empty(low, _top(placed.quantity)) or empty((0.0, True), high):
        hint = "Change one of the numbers."
        top = f": {placed.quantity.named} is {placed.quantity.whole:g} at most" if placed.quantity.whole and low[0] > placed.quantity.whole else ""
        yield draft.at(placed.path, f"No number can meet this condition{top}.", hint, (), "between: [3, 5]")
    elif _always(low, high, placed.quantity):
        yield draft.at(placed.path, "Every number meets this condition, nothing at all too.", "Ask for something.", (), "at_least: 1")


def empty(low: End, high: End) -> bool:
    """No number lies between the ends."""
    return low[0] > high[0] or (low[0] == high[0] and not (low[1] and high[1]))


def _top(quantity: Quantity) -> End:
    return (float("inf") if quantity.whole is None else quantity.whole, True)


def _always(low: End, high: End, quantity: Quantity) -> bool:
    reaches_nothing = low[0] < 0 or (low[0] == 0 and low[1])
    top = float("inf") if quantity.whole is None else quantity.whole
    return reaches_nothing and (high[0] > top or (high[0] == top and high[1]))
