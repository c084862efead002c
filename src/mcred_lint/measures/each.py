"""Each: how many items are as they must be, each looked at by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mcred_lint.findings import Item
from mcred_lint.measures.conditions import Truth
from mcred_lint.measures.item_rules import Verdict, rules_in_words, verdict
from mcred_lint.measures.items import One, items_at
from mcred_lint.measures.measurement import Measurement, Remedy
from mcred_lint.measures.specs import Each
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.wording import SHARE, count, first_few, part_of, plural

NAMED = 3
"""How many items a reason names."""
CHANGE = Remedy("Put right", "Put right")


@dataclass(frozen=True, slots=True)
class _Looked:
    """One item and what came of it."""

    one: One
    verdict: Verdict

    @property
    def item(self) -> Item:
        return named_item(self.one.label, self.one.place, note=self.verdict.said or None)


def each(spec: Each, view: View) -> Measurement:
    """The items at `of` that are as they must be. Of no items none is: the share is 0, and nothing was found."""
    ones = items_at(spec.of, view)
    if not ones:
        return _none_found(spec, view)
    looked = [_Looked(one, verdict(one, spec.must, view)) for one in ones]
    good, open_ = (_with(truth, looked) for truth in (Truth.YES, Truth.UNCLEAR))
    low, high = float(len(good)), float(len(good) + len(open_))
    whole = float(len(ones)) if spec.as_ == SHARE else 1.0
    others = [each for each in looked if each.verdict.truth is not Truth.YES]
    lacking = tuple(each.item for each in others)
    return Measurement(
        low / whole,
        high / whole,
        SHARE if spec.as_ == SHARE else spec.unit,
        whole=1 if spec.as_ == SHARE else None,
        noun=plural(spec.unit),
        each=rules_in_words(spec.must),
        items=tuple(each.item for each in good),
        missing=lacking if spec.as_ == SHARE else (),
        left_out=() if spec.as_ == SHARE else lacking,
        said=_said(spec, len(good), len(ones)),
        unclear=_why_open(open_),
        remedy=CHANGE,
        place=(others or looked)[0].one.place,
    )


def _with(truth: Truth, looked: Sequence[_Looked]) -> list[_Looked]:
    return [each for each in looked if each.verdict.truth is truth]


def _said(spec: Each, good: int, whole: int) -> str:
    if spec.as_ == SHARE:
        return f"{part_of(good, whole)} {plural(spec.unit)} as asked" if whole > 1 else ""
    return f"{count(good, spec.unit)} as asked, of {whole}" if good < whole else ""


def _why_open(open_: Sequence[_Looked]) -> str | None:
    told = [f'"{each.item.text}": {each.verdict.said}' for each in open_]
    return first_few(told, NAMED) if told else None


def _none_found(spec: Each, view: View) -> Measurement:
    unit, whole = (SHARE, 1.0) if spec.as_ == SHARE else (spec.unit, None)
    said = f"no {spec.unit} was found"
    place = view.place_of(spec.of)
    rest = {"noun": plural(spec.unit), "each": rules_in_words(spec.must), "said": said, "place": place}
    return Measurement.exactly(0, unit, whole=whole, found=False, **rest)
