"""Refers: in which share of the parts a field names an entry of another place. Whether it is the right one, a person judges."""

from __future__ import annotations

from itertools import compress

from mcred_lint.findings import Item
from mcred_lint.matching.content import Group, Groups, Value
from mcred_lint.measures.measurement import Measurement, Remedy
from mcred_lint.measures.named_entries import NamedEntries
from mcred_lint.measures.parts import part_name
from mcred_lint.measures.specs import Refers
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.wording import SHARE, part_of, plural

NAME_ONE = Remedy("Name one in", "Name one in")


def refers(spec: Refers, view: View) -> Measurement:
    """The share (0-1) of parts whose field names an entry of `to`. With nothing to name, or no part, none does."""
    key, content, part = view.address(spec.of)[2] or "", view.content(spec.of), part_name(spec.of, view)
    groups = content.groups if isinstance(content, Groups) else ()
    entries, place = NamedEntries.at(spec.to, view), view.place_of(spec.of)
    if not groups or not entries:
        said = f"no {part} was found" if not groups else "there is nothing that could be named"
        return Measurement.exactly(0, SHARE, whole=1, noun=plural(part), said=said, found=False, place=place)
    named = [_names_one(group.fields.get(key), entries) for group in groups]
    naming = list(compress(groups, named))
    lacking = [_item(group, key) for group, names_one in zip(groups, named, strict=True) if not names_one]
    return Measurement.exactly(
        len(naming) / len(groups),
        SHARE,
        whole=1,
        noun=plural(part),
        said=f"{part_of(len(naming), len(groups))} {plural(part)} name one" if len(groups) > 1 else "",
        items=tuple(_item(group, key, f'"{_text(group, key)}"') for group in naming),
        missing=tuple(lacking),
        remedy=NAME_ONE,
        place=next((item.place for item in lacking), place),
    )


def _text(group: Group, key: str) -> str:
    value = group.fields.get(key)
    return _said(value) if value is not None else ""


def _said(value: Value) -> str:
    return " ".join(text.flat for text in value.texts)


def _names_one(value: Value | None, entries: NamedEntries) -> bool:
    """Whether a field names one of the entries, or links to it."""
    if value is None:
        return False
    linked = (link.target for text in value.texts for link in text.links)
    return entries.named_in(_said(value)) or any(target in entries.addresses for target in linked)


def _item(group: Group, key: str, note: str | None = None) -> Item:
    return named_item(group.label, group.fields[key].place if key in group.fields else group.place, note=note)
