"""The single items at an address, whatever kind of place it is: entries, answers, parts, questions, responses, materials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Answers, Entries, Group, Groups, Materials, Questions, Responses, Value
from mcred_lint.matching.prose import visible
from mcred_lint.matching.specs import AnswersPlace, GroupField, GroupsPlace
from mcred_lint.measures.closed_lists import not_on_list
from mcred_lint.measures.view import View
from mcred_lint.sources.places import Place


@dataclass(frozen=True, slots=True)
class One:
    """One item: what a report calls it, where it stands, what was written in it and to what it links.

    fields: of a part that repeats, what fills its fields.
    """

    label: str
    place: Place | None
    texts: tuple[Text, ...]
    links: tuple[str, ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)


def items_at(of: str, view: View) -> list[One]:
    """The items at an address; repeats of an entry, unanswered prompts and breaks are none."""
    content = view.content(of)
    match content:
        case Entries():
            return [
                One(entry.text.flat, entry.place, (entry.text,), entry.links)
                for entry in content.entries
                if entry.duplicate_of is None
            ]
        case Answers():
            return list(_answers(of, content, view))
        case Groups():
            return list(_parts(of, content, view))
        case Questions():
            return [_of_text(question.text, question.place) for question in content.questions]
        case Responses():
            return [
                One(one.label, one.place, one.texts, _links(one.texts)) for one in content.responses if one.answered
            ]
        case Materials():
            return list(_materials(content))
        case Value():
            return [_of_text(text, text.place) for text in content.texts]
        case _:
            return []


def _of_text(text: Text, place: Place) -> One:
    return One(text.flat, place, (text,), _links((text,)))


def _links(texts: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(link.target for text in texts for link in text.links)


def _answers(of: str, content: Answers, view: View) -> Iterator[One]:
    component, place, prompt = view.address(of)
    described = view.components[component].places[place]
    prompts = described.prompts if isinstance(described, AnswersPlace) else {}
    for answer in content.answers:
        if answer.texts and prompt in (None, answer.prompt):
            yield One(prompts[answer.prompt].asks, answer.texts[0].place, answer.texts, _links(answer.texts))


def _parts(of: str, content: Groups, view: View) -> Iterator[One]:
    component, place, key = view.address(of)
    described = view.components[component].places[place]
    specs = described.fields if isinstance(described, GroupsPlace) else {}
    for group in content.groups:
        texts = tuple(text for name, value in group.fields.items() if key in (None, name) for text in value.texts)
        own = group.fields.get(key) if key is not None else None
        yield One(group.label, _place(group, own), texts, _links(texts), _that_count(group, specs))


def _that_count(group: Group, specs: Mapping[str, GroupField]) -> dict[str, Value]:
    """The fields without those that say something else than their closed list."""
    fields = group.fields.items()
    return {key: value for key, value in fields if key not in specs or not not_on_list(value, specs[key].one_of)}


def _place(group: Group, own: Value | None) -> Place:
    return own.place if own is not None else group.place


def _materials(content: Materials) -> Iterator[One]:
    for material in content.materials:
        texts = tuple(visible(material.passage.blocks)) if material.passage is not None else ()
        yield One(material.text, material.place, texts, _links(texts))
