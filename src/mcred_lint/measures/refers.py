"""Refers: in which share of the parts a field names an entry of another place. Whether it is the right one, a person judges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from pathlib import PurePosixPath

from mcred_lint.matching.content import Entries, Group, Groups, Material, Materials, Value
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.measures.measurement import Measurement, Remedy
from mcred_lint.measures.parts import part_name
from mcred_lint.measures.specs import Refers
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.sources.places import Place
from mcred_lint.text.folding import fold
from mcred_lint.text.phrases import index
from mcred_lint.wording import SHARE, part_of, plural

NAME_ONE = Remedy("Name one in", "Name one in")
WORDS_NAMED = 0.6
"""An entry is named where this share of the telling words at its beginning stands."""
BEGINNING = 8
"""Telling words at an entry's beginning."""
LEAST_LETTERS = 3

_CODE = re.compile(r"\s*[\[(]?(?P<code>[a-z]{1,3}[ .-]?\d{1,2}|[a-z](?=[.):]))[\])]?(?=[\s.:)\u2013\u2014-]|\Z)")
_NUMBERS = re.compile(r"(?<![\w.,/])#?(\d{1,2})(?![\w/%]|[.,]\d)")
_ONLY_NUMBERS = re.compile(r"[\s\d,;&#.+()-]*(?:\band\b[\s\d,;&#.+()-]*)*")


@dataclass(frozen=True, slots=True)
class _Target:
    """An entry that may be named: its number (from 1), its code ("c2", empty without one), its telling words, and of a material
    where it lies."""

    number: int
    code: str
    words: frozenset[str]
    address: str | None = None


def refers(spec: Refers, view: View) -> Measurement:
    """The share (0-1) of parts whose field names an entry of `to`. With nothing to name, or no part, none does."""
    key, content, part = view.address(spec.of)[2] or "", view.content(spec.of), part_name(spec.of, view)
    groups = content.groups if isinstance(content, Groups) else ()
    targets, called = _targets(spec, view), _called(spec, view)
    place = view.place_of(spec.of)
    if not groups or not targets:
        said = f"no {part} was found" if not groups else "there is nothing that could be named"
        return Measurement.exactly(0, SHARE, whole=1, noun=plural(part), said=said, found=False, place=place)
    named = [_names_any(group.fields.get(key), targets, called) for group in groups]
    naming = list(compress(groups, named))
    lacking = [group for group, names_one in zip(groups, named, strict=True) if not names_one]
    return Measurement.exactly(
        len(naming) / len(groups),
        SHARE,
        whole=1,
        noun=plural(part),
        said=f"{part_of(len(naming), len(groups))} {plural(part)} name one" if len(groups) > 1 else "",
        items=tuple(named_item(group.label, _place(group, key), note=f'"{_text(group, key)}"') for group in naming),
        missing=tuple(named_item(group.label, _place(group, key)) for group in lacking),
        remedy=NAME_ONE,
        place=next((_place(group, key) for group in lacking), place),
    )


def _text(group: Group, key: str) -> str:
    value = group.fields.get(key)
    return _said(value) if value is not None else ""


def _said(value: Value) -> str:
    return " ".join(text.flat for text in value.texts)


def _names_any(value: Value | None, targets: Sequence[_Target], called: Sequence[str]) -> bool:
    """Whether a field names one of the entries, or links to it."""
    if value is None:
        return False
    linked = {link.target for text in value.texts for link in text.links}
    return any(target.address in linked or _names(_said(value), target, called) for target in targets)


def _place(group: Group, key: str) -> Place:
    return group.fields[key].place if key in group.fields else group.place


# ---- what can be named ------------------------------------------------------------------------------------------------


def _targets(spec: Refers, view: View) -> list[_Target]:
    match content := view.content(spec.to):
        case Entries():
            texts = [entry.text.flat for entry in content.entries]
        case Groups():
            texts = [group.label for group in content.groups]
        case Materials():
            named = enumerate(content.materials, start=1)
            return [replace(_target(number, _name(one), view), address=one.text) for number, one in named]
        case _:
            texts = []
    return [_target(number, text, view) for number, text in enumerate(texts, start=1)]


def _name(material: Material) -> str:
    """What a material goes by: of a file its name as words, without its folder and its ending."""
    return re.sub(r"[_-]+", " ", PurePosixPath(material.text).stem) if material.kind == "file" else material.text


def _target(number: int, text: str, view: View) -> _Target:
    folded = fold(text)
    code = _CODE.match(folded)
    common = view.language.general.common_words
    telling = [word for word in index(text).words if len(word) >= LEAST_LETTERS and word not in common]
    return _Target(number, _bare(code["code"]) if code else "", frozenset(telling[:BEGINNING]))


def _bare(code: str) -> str:
    return re.sub(r"[ .-]", "", code)


def _called(spec: Refers, view: View) -> tuple[str, ...]:
    """What one of them is called before its number: the words of repeated parts, else the place's names in the singular."""
    component, place, _ = view.address(spec.to)
    described = view.components[component].places[place]
    words = described.called if isinstance(described, GroupsPlace) else (*described.names, described.title)
    return tuple(word.removesuffix("s") for name in words for word in fold(name).split()[-1:])


def _names(said: str, target: _Target, called: Sequence[str]) -> bool:
    folded = fold(said)
    words = set(index(said).words)
    if target.code and re.search(rf"(?<!\w){target.code[0]}[ .-]?{re.escape(target.code[1:])}(?!\w)", folded):
        return True
    if str(target.number) in _numbers(folded, called):
        return True
    if any(re.search(rf"(?<!\w){re.escape(word[:1])}{target.number}(?!\w)", folded) for word in called):
        return True
    hits = sum(word in words for word in target.words)
    return bool(target.words) and hits >= WORDS_NAMED * len(target.words)


def _numbers(folded: str, called: Sequence[str]) -> set[str]:
    """The numbers that name entries: alone in a cell ("1, 3"), behind "#", or behind what one of them is called."""
    if _ONLY_NUMBERS.fullmatch(folded):
        return set(_NUMBERS.findall(folded))
    lead = "|".join(re.escape(word) + "s?" for word in called)
    found = re.findall(rf"(?:#|\b(?:{lead}|no\.?|number)\s)\s*(\d{{1,2}}(?:\s*(?:,|and|&)\s*\d{{1,2}})*)(?!\w)", folded)
    return {number for many in found for number in re.findall(r"\d+", many)}
