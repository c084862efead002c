"""One component's content: its passages divided among the places that the rubric says it is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.matching.answers.find import find_answers
from mcred_lint.matching.answers.prompts import restates
from mcred_lint.matching.content import (
    Answers,
    ComponentContent,
    Entries,
    Materials,
    Passage,
    PlaceContent,
    Questions,
    Responses,
)
from mcred_lint.matching.labels import PLAIN_RANK, Label, label_of
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.materials.find import Folder, find_materials
from mcred_lint.matching.parts.kinds import RepeatedParts
from mcred_lint.matching.place_fields import Fields
from mcred_lint.matching.place_lists import ListEnds, find_list, footnotes
from mcred_lint.matching.recognition.claims import Claim
from mcred_lint.matching.segments import Segment, segments
from mcred_lint.matching.specs import (
    AnswersPlace,
    Component,
    FieldPlace,
    GroupsPlace,
    ListPlace,
    MaterialsPlace,
    Place,
    PlaceSpec,
    QuestionsPlace,
    ResponsesPlace,
)  # fmt: skip
from mcred_lint.matching.surveys.questions import find_questions
from mcred_lint.matching.surveys.responses import find_survey
from mcred_lint.text.language import Language

PlaceKind = TypeVar("PlaceKind", bound=PlaceSpec)


def match_component(
    key: str, component: Component, claims: Sequence[Claim], folder: Folder, language: Language
) -> ComponentContent:
    """Everything the claimed passages hold for one component."""
    matcher = _Matcher(component, tuple(_ended(claims, component, language)), folder, language)
    places = {place_key: matcher.place(place_key, place) for place_key, place in component.places.items()}
    return ComponentContent(key, matcher.passages, places)


def _ended(claims: Iterable[Claim], component: Component, language: Language) -> Iterator[Claim]:
    """The claims, where one that a list's name takes ends with the list: answers that follow it are open to their own place."""
    ends = ListEnds.of(component.places, language)
    for claim in claims:
        if claim.place is None or not isinstance(component.places[claim.place], ListPlace):
            yield claim
            continue
        listed = ends.before_answers(claim.passage)
        yield replace(claim, passage=listed)
        rest = claim.passage.blocks[len(listed.blocks) :]
        if rest:
            yield replace(claim, passage=replace(claim.passage, blocks=rest), place=None)


@dataclass(frozen=True)
class _Matcher:
    component: Component
    claims: tuple[Claim, ...]
    folder: Folder
    language: Language

    def place(self, key: str, place: Place) -> PlaceContent:
        match place:
            case FieldPlace():
                return self._fields.find(key, place)
            case ListPlace():
                return self._lists[key]
            case AnswersPlace():
                return self._answers(key, place)
            case GroupsPlace():
                return self._parts.find(key)
            case QuestionsPlace():
                return self._survey[0]
            case ResponsesPlace():
                return self._survey[1]
            case MaterialsPlace():
                return self._materials(key)

    @cached_property
    def names(self) -> Names:
        return Names(self.component)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(claim.passage for claim in self.claims)

    @cached_property
    def _open(self) -> list[Passage]:
        """The passages that no name gives to a single place."""
        return [claim.passage for claim in self.claims if claim.place is None]

    def _claimed(self, key: str) -> list[Passage]:
        return [claim.passage for claim in self.claims if claim.place == key]

    # ---- what labels divide ------------------------------------------------------------------------------------------

    @cached_property
    def _cut(self) -> list[tuple[Passage, list[Segment]]]:
        """Every open passage cut at the names of places and at restated prompts."""
        return [(passage, segments(passage.blocks, self._lookup, self._labelled)) for passage in self._open]

    def _lookup(self, label: Label) -> tuple[str, ...]:
        prompts = tuple(key for key, place in self._asking if restates(label.text, place))
        return prompts or self.names.in_component(label)

    def _labelled(self, line: Line) -> Label | None:
        """A restated prompt divides although it is longer than a label."""
        label = label_of(line)
        if label is None and any(restates(line.text, place) for _, place in self._asking):
            return Label(line.text, None, PLAIN_RANK, alone=True)
        return label

    @cached_property
    def _asking(self) -> list[tuple[str, AnswersPlace]]:
        return [(key, place) for key, place in self.component.places.items() if isinstance(place, AnswersPlace)]

    def _under(self, key: str) -> list[Passage]:
        """The sections under a place's own name."""
        return [
            Passage(passage.file, tuple(segment.blocks), segment.label)
            for passage, cut in self._cut
            for segment in cut
            if key in segment.keys and segment.label is not None
        ]

    def _named(self, key: str) -> list[Passage]:
        """What a place's own name announces: files, sections, labels."""
        return [*self._claimed(key), *self._under(key)]

    # ---- repeated parts and single fields ----------------------------------------------------------------------------

    @cached_property
    def _parts(self) -> RepeatedParts:
        return RepeatedParts(self.component, self._open, self._claimed, self.language)

    @cached_property
    def _fields(self) -> Fields:
        inside = {id(block) for block in self._parts.blocks}
        outside = ([block for block in passage.blocks if id(block) not in inside] for passage in self._open)
        cut = [segment for blocks in outside for segment in segments(blocks, self.names.in_component)]
        return Fields(self.component.places, cut, self.language)

    # ---- lists and answers -------------------------------------------------------------------------------------------

    @cached_property
    def _lists(self) -> dict[str, Entries | None]:
        notes = footnotes(self._open, self.folder.documents)
        lists = self._of_kind(ListPlace)
        found = {}
        for key, place in lists.items():
            unannounced = [self._without(passage, lists.keys() - {key}) for passage in self._open]
            announced = [*map(self._without_parts, self._listed(key)), *self._claimed(key)] or self._right_below(key)
            found[key] = find_list(announced, [*unannounced, *notes], place, self.language)
        return found

    def _listed(self, key: str) -> Iterator[Passage]:
        """The sections under a list's own name, without answers that follow the list in them."""
        return map(ListEnds.of(self.component.places, self.language).before_answers, self._under(key))

    def _right_below(self, key: str) -> list[Passage]:
        """The items right below the component's own heading, where it is made of one list, beside single fields perhaps: the
        heading announces the list as well."""
        others = [place for other, place in self.component.places.items() if other != key]
        if not all(isinstance(place, FieldPlace) for place in others):
            return []
        free = [self._without(passage, self.component.places.keys() - {key}) for passage in self._open]
        listed = (replace(passage, blocks=tuple(filter(_is_listed, passage.blocks))) for passage in free)
        return [passage for passage in listed if passage.blocks]

    def _without_parts(self, passage: Passage) -> Passage:
        """A list's passage without the tables below it whose rows are repeated parts, such as sessions."""
        return replace(passage, blocks=tuple(block for block in passage.blocks if id(block) not in self._part_tables))

    @cached_property
    def _part_tables(self) -> frozenset[int]:
        return frozenset(id(block) for block in self._parts.blocks if isinstance(block, Table))

    def _answers(self, key: str, place: AnswersPlace) -> Answers | None:
        """Answers in what no name gives to another place; entries of lists are no answers, wherever they stand."""
        others = self.component.places.keys() - self._of_kind(AnswersPlace).keys()
        entries = [entry for found in self._lists.values() if found for entry in found.entries]
        places = {(entry.place.file, entry.place.line, entry.place.label) for entry in entries}
        passages = []
        for passage in [*self._open, *self._claimed(key)]:
            free = self._without(passage, others)
            passages.append(
                replace(free, blocks=tuple(block for block in free.blocks if not _stands_at(block, places)))
            )
        return find_answers(passages, place, self.language)

    def _of_kind(self, *kinds: type[PlaceKind]) -> dict[str, PlaceKind]:
        return {key: place for key, place in self.component.places.items() if isinstance(place, kinds)}

    def _without(self, passage: Passage, others: Collection[str]) -> Passage:
        """A passage without what stands under the names of other places, and without these names."""
        if not others:
            return passage
        inside = frozenset[int]().union(*(self._sections[other] for other in others))
        free = (block for block in passage.blocks if id(block) not in inside and not self._names_one(block, others))
        return replace(passage, blocks=tuple(free))

    @cached_property
    def _sections(self) -> dict[str, frozenset[int]]:
        """The blocks that stand under each place's name, by their ids."""
        lists = self._of_kind(ListPlace)
        sections = {key: self._listed(key) if key in lists else self._under(key) for key in self.component.places}
        return {key: frozenset(id(block) for one in found for block in one.blocks) for key, found in sections.items()}

    def _names_one(self, block: Block, others: Collection[str]) -> bool:
        label = label_of(block) if isinstance(block, Line) else None
        return label is not None and any(key in others for key in self.names.in_component(label))

    # ---- survey and materials ----------------------------------------------------------------------------------------

    @cached_property
    def _survey(self) -> tuple[Questions | None, Responses | None]:
        """A survey and its completed copies are told apart together, in what no name gives to another place."""
        forms = self._of_kind(QuestionsPlace, ResponsesPlace)
        questions = next((place for place in forms.values() if isinstance(place, QuestionsPlace)), None)
        responses = next(((key, place) for key, place in forms.items() if isinstance(place, ResponsesPlace)), None)
        if questions is None:
            return None, None
        others = self.component.places.keys() - forms.keys()
        if responses is None:
            passages = [self._without(passage, others) for passage in self.passages]
            return find_questions(passages, questions, self.language.placeholders), None
        if self._has_several_materials:
            asked = next(key for key, place in forms.items() if place is questions)
            passages, filled = self._named(asked), self._named(responses[0])
        else:
            claims = [claim.passage for claim in self.claims if claim.place != responses[0]]
            passages, filled = [self._without(passage, others) for passage in claims], self._claimed(responses[0])
        headed = list(map(_with_heading, passages))
        return find_survey(headed, questions, responses[1], self.language.placeholders, filled)

    @cached_property
    def _has_several_materials(self) -> bool:
        """Whether the component is a choice of several kinds of things: then each is looked for under its own name only."""
        return sum(isinstance(place, MaterialsPlace) for place in self.component.places.values()) > 1

    def _materials(self, key: str) -> Materials | None:
        """Whole files are materials; a section that a heading names is looked into. What the component's repeated parts stand in
        tells of materials and is none."""
        passages = self._named(key) if self._has_several_materials else self.passages
        inside = {id(block) for block in self._parts.blocks}
        telling = [passage for passage in passages if any(id(block) in inside for block in passage.blocks)]
        whole = [passage for passage in passages if self._is_whole_file(passage) and passage not in telling]
        described = [passage for passage in passages if passage not in whole and passage not in telling]
        files = [self.folder.documents[passage.file] for passage in whole]
        return find_materials(described, files, self.folder, self.language, telling)

    def _is_whole_file(self, passage: Passage) -> bool:
        document = self.folder.documents.get(passage.file)
        return document is not None and passage.heading is None and len(passage.blocks) == len(document.blocks)


def _is_listed(block: Block) -> bool:
    return isinstance(block, Table) or block.kind in (Kind.ITEM, Kind.ENTRY)


def _with_heading(passage: Passage) -> Passage:
    """The passage with its heading as first line: what a sheet is called says whether it is filled in."""
    if passage.opening is None or passage.opening.kind is not Kind.HEADING:
        return passage
    return replace(passage, blocks=(passage.opening, *passage.blocks))


def _stands_at(block: Block, places: set[tuple[str, int | None, str | None]]) -> bool:
    place = block.place
    return (place.file, place.line, place.label) in places if place.line or place.label else False
