"""Filled: which share of the required fields is there, once for the component and for each repeated part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mcred_lint.matching.content import Group, Groups, Value
from mcred_lint.matching.specs import FieldPlace, GroupField, GroupsPlace, Phrases
from mcred_lint.measures.closed_lists import not_on_list
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.parts import part_name
from mcred_lint.measures.specs import Filled
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.sources.places import Place
from mcred_lint.wording import part_of, with_article


@dataclass(frozen=True)
class _Slot:
    """One required field: its name, its value, where to point when it is missing, and what alone may fill it."""

    name: str
    value: Value | None
    place: Place | None
    one_of: Phrases = ()

    @property
    def filled(self) -> bool:
        return self.value is not None and self.value.filled and self.note is None

    @property
    def note(self) -> str | None:
        """Why what stands there does not fill it."""
        return not_on_list(self.value, self.one_of)


def filled(spec: Filled, view: View) -> Measurement:
    """The share (0-1) of required fields that hold something. Where no part is found, the fields of one are required."""
    slots = [*_singles(spec, view), *_per_part(spec, view)]
    done = [slot for slot in slots if slot.filled]
    share = len(done) / len(slots) if slots else 0.0
    found = any(slot.value is not None for slot in slots)
    return Measurement.exactly(
        share,
        "share",
        whole=1,
        noun="fields",
        said=f"{part_of(len(done), len(slots))} required fields filled" if len(slots) > 1 else "",
        found=found or not spec.per,
        items=tuple(named_item(slot.name, slot.value.place, note=slot.value.note) for slot in done if slot.value),
        missing=tuple(named_item(slot.name, slot.place, note=slot.note) for slot in slots if not slot.filled),
        place=next((slot.place for slot in slots if not slot.filled), None),
    )


def _singles(spec: Filled, view: View) -> Iterator[_Slot]:
    for of in spec.of:
        component, place, _ = view.address(of)
        content = view.content(of)
        value = content if isinstance(content, Value) else None
        described = view.components[component].places[place]
        one_of = described.one_of if isinstance(described, FieldPlace) else ()
        yield _Slot(described.title, value, value.place if value else view.component_place(component), one_of)


def _per_part(spec: Filled, view: View) -> Iterator[_Slot]:
    if spec.per is None:
        return
    component, place, _ = view.address(spec.per)
    described = view.components[component].places[place]
    if not isinstance(described, GroupsPlace):
        return
    wanted = {key: field for key, field in described.fields.items() if not spec.fields or key in spec.fields}
    content = view.content(spec.per)
    if not isinstance(content, Groups) or not content.groups:
        where = view.component_place(component)
        name = with_article(part_name(spec.per, view))
        yield from (_Slot(f"{field.title} of {name}", None, where) for field in wanted.values())
        return
    for group in content.groups:
        yield from _part_slots(group, wanted, content.for_all)


def _part_slots(group: Group, wanted: Mapping[str, GroupField], for_all: Mapping[str, Value]) -> Iterator[_Slot]:
    for key, field in wanted.items():
        own = group.fields.get(key)
        shared = for_all.get(key) if field.or_for_all and not (own and own.filled) else None
        value = shared or own
        yield _Slot(f"{field.title} of {group.label}", value, value.place if value else group.place, field.one_of)
