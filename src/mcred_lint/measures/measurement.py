"""What every measure returns: a quantity, the items behind it, and what is lacking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from mcred_lint.findings import Item
from mcred_lint.sources.places import Place


@dataclass(frozen=True, slots=True)
class Remark:
    """Advice on one item: what is, and what to do."""

    message: str
    fix: str
    place: Place | None


class Remedy(NamedTuple):
    """What to do about what is missing: of one thing by its name, and of some of several."""

    one: str = "Add"
    some: str = "Fill in"


FILL = Remedy()


@dataclass(frozen=True, slots=True)
class Measurement:
    """A quantity between `low` and `high` (None: no upper end known) in `unit`.

    whole: what all of it would amount to, where there is such a thing (1 for a share, the number of prompts).
    items: what was counted. left_out: what was seen and not counted, each with its note. missing: what is lacking, by name, with
    the closest place. found_place: False when nothing that belongs to the criterion was found at all. unreadable: why it could not
    be measured. notes: plain sentences on how it was read. place: where a finding about it points.
    """

    low: float
    high: float | None
    unit: str
    whole: float | None = None
    items: tuple[Item, ...] = ()
    left_out: tuple[Item, ...] = ()
    missing: tuple[Item, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()
    said: str = ""
    """What was found, as a report says it: "4 of 6 questions answered". Without it the quantity is said with its unit."""
    noun: str = ""
    """What the whole is a number of, in the plural: "questions"."""
    each: str = ""
    """What each one must be to count: "at least 60 words"."""
    found: bool = True
    unclear: str | None = None
    """Why the ends lie apart, or why the whole rests on a guess."""
    unreadable: str | None = None
    place: Place | None = None
    remedy: Remedy = FILL

    @classmethod
    def exactly(cls, value: float, unit: str, **rest: object) -> Self:
        return replace(cls(value, value, unit), **rest)  # type: ignore[arg-type]

    @property
    def sure(self) -> bool:
        return self.low == self.high and self.unclear is None and self.unreadable is None
