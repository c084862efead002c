"""What a measure may look at: the matched content of every component, addressed as rubrics address it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, TypeVar

from mcred_lint.document.blocks import Block, Document, Kind, Line, Table
from mcred_lint.document.text import Text
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
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.prose import visible, written
from mcred_lint.matching.specs import Component
from mcred_lint.sources.places import Place
from mcred_lint.text.language import Language

Known = TypeVar("Known")

EVERYTHING = "component"
"""The address of all that is written in a component."""

NAMING_LABEL_WORDS = 3
"""A label of so few words over a filled field says by itself what the field is about."""


@dataclass(frozen=True)
class View:
    """The submission as a measure of one component sees it."""

    component: str
    contents: Mapping[str, ComponentContent]
    components: Mapping[str, Component]
    documents: Sequence[Document]
    language: Language
    reference_year: int | None = None
    known: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was worked out once and is asked for again; shared by the views of one submission."""

    def once(self, key: Hashable, make: Callable[[], Known]) -> Known:
        """The value for a key, made when it is first asked for."""
        if key not in self.known:
            self.known[key] = make()
        value: Known = self.known[key]
        return value

    def address(self, of: str) -> tuple[str, str, str | None]:
        """(component, place, what of it) for an address such as `sources`, `sessions.outcomes` or `research.answers.need`."""
        parts = of.split(".")
        component = parts.pop(0) if parts[0] in self.components and parts[0] not in self.own.places else self.component
        place = parts.pop(0) if parts else EVERYTHING
        return component, place, parts[0] if parts else None

    @property
    def own(self) -> ComponentContent:
        return self.contents[self.component]

    def content(self, of: str) -> PlaceContent:
        component, place, _ = self.address(of)
        return self.contents[component].places.get(place)

    def place_of(self, of: str) -> Place | None:
        """The closest place to point at for an address."""
        component, _, _ = self.address(of)
        texts = self.texts(of)
        if texts:
            return texts[0].place
        found = getattr(self.content(of), "place", None)
        return found if isinstance(found, Place) else self.component_place(component)

    def component_place(self, component: str) -> Place | None:
        for passage in self.contents[component].passages:
            if passage.heading is not None:
                return passage.heading.place
            first = next((block.place for block in passage.blocks), None)
            return first or Place(passage.file)
        return None

    # ---- texts -------------------------------------------------------------------------------------------------------

    def texts(self, of: str) -> tuple[Text, ...]:
        """The author's own words at an address."""
        component, place, part = self.address(of)
        if place == EVERYTHING:
            return self.once(("said", component), lambda: tuple(self._said(component)))
        return tuple(_texts_in(self.contents[component].places.get(place), part))

    def naming_labels(self, of: str) -> tuple[Text, ...]:
        """Short labels with something under them: "Adult learning theory: ..." says by itself what follows."""
        component, place, _ = self.address(of)
        if place != EVERYTHING:
            return ()
        return self.once(("labels", component), lambda: tuple(self._labels(component)))

    def _said(self, component: str) -> Iterator[Text]:
        """Everything written, without the labels that the rubric's names know."""
        names = Names(self.components[component])
        for passage in self.contents[component].passages:
            for block in passage.blocks:
                yield from written([_without_label(block, names)], self.language.placeholders)

    def _labels(self, component: str) -> Iterator[Text]:
        for passage in self.contents[component].passages:
            for block, following in zip_longest(passage.blocks, passage.blocks[1:]):
                label = label_of(block) if isinstance(block, Line) else None
                if label is None or label.alone or len(label.text.flat.split()) > NAMING_LABEL_WORDS:
                    continue
                said = (
                    written([Line(Kind.TEXT, label.rest)], self.language.placeholders)
                    if label.rest is not None
                    else _is_content(following)
                )
                if said:
                    yield label.text


def _is_content(block: Block | None) -> bool:
    return isinstance(block, Table) or (
        isinstance(block, Line) and block.kind is not Kind.HEADING and not block.text.bold
    )


def _without_label(block: Block, names: Names) -> Block:
    if not isinstance(block, Line):
        return block
    label = label_of(block)
    if label is None or not (names.in_part(label) or names.in_component(label)):
        return block
    return Line(Kind.TEXT, label.rest if label.rest is not None else block.text.slice(0, 0))


def _texts_in(content: PlaceContent, part: str | None) -> Iterator[Text]:
    match content:
        case Value():
            yield from content.texts
        case Entries():
            yield from (entry.text for entry in content.entries)
        case Answers():
            if part is None:
                yield from content.flowing
            seen: set[tuple[Place, str]] = set()  # a text that answers two prompts at once is one text
            for answer in content.answers:
                if part is None or answer.prompt == part:
                    yield from (text for text in answer.texts if part or (text.place, text.string) not in seen)
                    seen.update((text.place, text.string) for text in answer.texts)
        case Groups():
            for group in content.groups:
                for key, value in group.fields.items():
                    if part is None or key == part:
                        yield from value.texts
        case Questions():
            yield from (question.text for question in content.questions)
        case Responses():
            for response in content.responses:
                yield from response.texts
        case Materials():
            yield from content.description
            for material in content.materials:
                if material.passage is not None:
                    yield from visible(material.passage.blocks)
        case None:
            return
