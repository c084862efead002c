"""What the reader found in a filled-in template, in the shape of what was written there, so that the two can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mcred_lint.authoring.templates.filling import Slot, Texts, slots
from mcred_lint.authoring.templates.layout import Layout
from mcred_lint.matching.component import match_component
from mcred_lint.matching.content import (
    Answers,
    ComponentContent,
    Entries,
    Groups,
    Materials,
    PlaceContent,
    Questions,
    Responses,
    Value,
)  # fmt: skip
from mcred_lint.matching.lexicon import ENDS, LENGTH, STARTS
from mcred_lint.matching.materials.find import Folder
from mcred_lint.matching.recognition.recognise import recognise
from mcred_lint.matching.specs import FieldPlace, GroupsPlace, ListPlace, MaterialsPlace, QuestionsPlace, ResponsesPlace
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.model import Rubric
from mcred_lint.submission.texts import submission_of

LANGUAGE = load_language()
Found = dict[tuple[str, str], Any]
"""By component and place: a text, a list of them, texts by prompt, a list of parts, or how much of each copy is filled in."""

_WORDS = [
    "maple",
    "lantern",
    "pebble",
    "willow",
    "kettle",
    "saddle",
    "velvet",
    "marble",
    "cedar",
    "ribbon",
    "basket",
    "meadow",
    "thimble",
    "pigeon",
    "walnut",
    "candle",
    "juniper",
    "otter",
    "feather",
    "granite",
    "bramble",
    "clover",
    "sparrow",
    "barrel",
    "mitten",
    "hazel",
    "turnip",
    "puddle",
    "gravel",
    "orchard",
]


def text_for(slot: Slot, rubric: Rubric, number: int) -> str:
    """Something that an author could write there; no two slots get the same."""
    place = rubric.components[slot.component].places.get(slot.place)
    one, other, third = (_WORDS[(number * step + step) % len(_WORDS)] for step in (1, 7, 11))
    match place:
        case ListPlace(holds="sources"):
            return f"Journal of {one} and {other} studies, issue {number}. 2019. https://example.org/{one}/{number}"
        case MaterialsPlace():
            return f"https://example.org/{one}-{other}/{number}"
        case QuestionsPlace():
            return f"Where did the {one} meet the {other} by the {third} number {number}?"
        case GroupsPlace() if slot.key == LENGTH:
            return f"{30 + 5 * slot.number} minutes"
        case GroupsPlace() if slot.key in (STARTS, ENDS):
            return "9:00 am" if slot.key == STARTS else "9:45 am"
        case GroupsPlace():
            return f"{one} {other} {third} {number}"
        case _:
            return f"A {one} stood near the {other} until {number} of us carried the {third} away from it."


def texts_for(layout: Layout, rubric: Rubric) -> dict[Slot, str]:
    """A text for every slot."""
    return {slot: text_for(slot, rubric, number) for number, slot in enumerate(slots(layout), start=1)}


# ---- what was written --------------------------------------------------------------------------------------------------


def written(rubric: Rubric, texts: Texts) -> Found:
    """What a reader should find of these texts."""
    found: Found = {}
    for slot, text in texts.items():
        _put(found, rubric, slot, text)
    for key, value in found.items():
        if isinstance(value, dict) and key in _numbered(rubric):
            found[key] = [value[number] for number in sorted(value)]
    return {key: [_timed(part) for part in value] if key in _groups(rubric) else value for key, value in found.items()}


def _put(found: Found, rubric: Rubric, slot: Slot, text: str) -> None:
    key, place = (slot.component, slot.place), rubric.components[slot.component].places[slot.place]
    match place:
        case FieldPlace():
            found[key] = text
        case ListPlace() | QuestionsPlace() | MaterialsPlace():
            found.setdefault(key, []).append(text)
        case GroupsPlace():
            found.setdefault(key, {}).setdefault(slot.number, {})[slot.key] = text
        case ResponsesPlace():
            copies = found.setdefault(key, {})
            copies[slot.number] = copies.get(slot.number, 0) + 1
        case _:
            found.setdefault(key, {})[slot.key] = text


def _numbered(rubric: Rubric) -> set[tuple[str, str]]:
    return _of_kind(rubric, GroupsPlace | ResponsesPlace)


def _groups(rubric: Rubric) -> set[tuple[str, str]]:
    return _of_kind(rubric, GroupsPlace)


def _of_kind(rubric: Rubric, kind: Any) -> set[tuple[str, str]]:
    components = rubric.components.items()
    return {(key, name) for key, one in components for name, place in one.places.items() if isinstance(place, kind)}


def _timed(part: Mapping[str, str]) -> dict[str, str]:
    """A part with its length as it is read: from a length, or from a beginning and an end."""
    times = {key: part[key] for key in (STARTS, ENDS) if key in part}
    length = {LENGTH: "45 minutes"} if len(times) == 2 else {}
    return {key: text for key, text in part.items() if key not in times} | length


# ---- what was read -----------------------------------------------------------------------------------------------------


def contents(files: Mapping[str, str], rubric: Rubric) -> dict[str, ComponentContent]:
    """What matching makes of these files."""
    documents = submission_of("made", files, LANGUAGE).documents
    recognition = recognise(documents, rubric.components, rubric.containers, LANGUAGE)
    folder = Folder({document.path: document for document in documents})
    components = rubric.components.items()
    return {key: match_component(key, one, recognition.of(key), folder, LANGUAGE) for key, one in components}


def read(files: Mapping[str, str], rubric: Rubric) -> Found:
    """What stands in these files, as the reader takes it; nothing of places in which nothing was found."""
    found = (
        ((key, place), _read(value, rubric, key, place))
        for key, content in contents(files, rubric).items()
        for place, value in content.places.items()
    )
    return {key: value for key, value in found if value}


def _read(content: PlaceContent, rubric: Rubric, component: str, place: str) -> Any:
    match content:
        case Value():
            return _flat(content.string)
        case Entries():
            return [_flat(entry.text.string) for entry in content.entries]
        case Questions():
            return [_flat(question.text.string) for question in content.questions]
        case Answers():
            answers = {one.prompt: _flat(" ".join(text.string for text in one.texts)) for one in content.answers}
            rest = {"unmatched": content.unmatched, "flowing": content.flowing}
            return {key: text for key, text in (answers | rest).items() if text}
        case Groups():
            return [part for group in content.groups if (part := dict(_part(group)))]
        case Responses():
            return [response.answered for response in content.responses if response.answered]
        case Materials():
            return [material.text for material in content.materials]
        case None:
            return None


def _part(group: Any) -> Iterator[tuple[str, str]]:
    for key, value in group.fields.items():
        if value.filled:
            yield key, _flat(value.string)
    if group.length is not None:
        yield LENGTH, f"{group.length.low:g} minutes"


def _flat(text: str) -> str:
    return " ".join(text.split())
