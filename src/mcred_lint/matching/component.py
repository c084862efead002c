"""One component's content: its passages divided among the places that the rubric says it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from mcred_lint.document.blocks import Block, Document, Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.answer_prompts import restates
from mcred_lint.matching.answers import answer_headings, find_answers
from mcred_lint.matching.content import (
    Answers,
    ComponentContent,
    Entries,
    Groups,
    Passage,
    PlaceContent,
    Questions,
    Responses,
    Value,
)
from mcred_lint.matching.entries import distinct, find_entries, guess_entries
from mcred_lint.matching.labels import PLAIN_RANK, Label, label_of
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.materials import Folder, find_materials
from mcred_lint.matching.parts.find import find_groups
from mcred_lint.matching.prose import written
from mcred_lint.matching.questions import find_questions
from mcred_lint.matching.recognise import Claim
from mcred_lint.matching.responses import find_survey
from mcred_lint.matching.segments import Segment, segments
from mcred_lint.matching.specs import (
    AnswersPlace,
    Component,
    FieldPlace,
    GroupsPlace,
    ListPlace,
    MaterialsPlace,
    Place,
    QuestionsPlace,
    ResponsesPlace,
)  # fmt: skip
from mcred_lint.matching.telling import TellingWords
from mcred_lint.text.addresses import find_addresses
from mcred_lint.text.language import Language
from mcred_lint.text.phrases import find_phrases

OWN_LABEL_WORDS = 4
"""Under a label of the author's own so many words must stand before it is taken for a field's."""
PROSE_WORDS = 12
"""An item with so many words and no address reads as an answer where answers may stand."""


def match_component(
    key: str, component: Component, claims: Sequence[Claim], folder: Folder, language: Language
) -> ComponentContent:
    """Everything the claimed passages hold for one component."""
    matcher = _Matcher(component, tuple(claims), folder, language)
    places = {place_key: matcher.place(place_key, place) for place_key, place in component.places.items()}
    return ComponentContent(key, matcher.passages, places)


@dataclass(frozen=True)
class _Matcher:
    component: Component
    claims: tuple[Claim, ...]
    folder: Folder
    language: Language

    @cached_property
    def names(self) -> Names:
        return Names(self.component)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(claim.passage for claim in self.claims)

    @cached_property
    def open_passages(self) -> list[Passage]:
        """The passages that no name gives to a single place."""
        return [claim.passage for claim in self.claims if claim.place is None]

    def claimed(self, key: str) -> list[Passage]:
        return [claim.passage for claim in self.claims if claim.place == key]

    def place(self, key: str, place: Place) -> PlaceContent:
        match place:
            case FieldPlace():
                return self._field(key, place)
            case ListPlace():
                return self._lists.get(key)
            case AnswersPlace():
                return self._answers(key, place)
            case GroupsPlace():
                return self._groups
            case QuestionsPlace():
                return self._survey[0]
            case ResponsesPlace():
                return self._survey[1]
            case MaterialsPlace():
                return self._materials(key)

    # ---- what labels divide ------------------------------------------------------------------------------------------

    @cached_property
    def _cut(self) -> list[tuple[Passage, list[Segment]]]:
        """Every open passage cut at the names of places and at restated prompts."""
        return [(passage, segments(passage.blocks, self._lookup, self._labelled)) for passage in self.open_passages]

    def _lookup(self, label: Label) -> tuple[str, ...]:
        keys = self.names.in_component(label)
        prompts = [
            key
            for key, place in self.component.places.items()
            if isinstance(place, AnswersPlace) and restates(label.text, place)
        ]
        return tuple(prompts) or keys

    def _labelled(self, line: Line) -> Label | None:
        """A restated prompt divides although it is longer than a label."""
        label = label_of(line)
        if label is None and any(
            isinstance(place, AnswersPlace) and restates(line.text, place) for place in self.component.places.values()
        ):
            return Label(line.text, None, PLAIN_RANK, alone=True)
        return label

    def _under(self, key: str) -> list[Passage]:
        """The sections under a place's own name."""
        return [
            Passage(passage.file, tuple(segment.blocks), segment.label)
            for passage, cut in self._cut
            for segment in cut
            if key in segment.keys and segment.label is not None
        ]

    # ---- single fields -----------------------------------------------------------------------------------------------

    def _field(self, key: str, place: FieldPlace) -> Value | None:
        """The text under the field's label outside the repeated parts, else a line that its words give away."""
        found: list[Value] = []
        for segment in self._outside_parts:
            if key in segment.keys and segment.label is not None:
                texts = written(segment.blocks, self.language.placeholders)
                found.append(Value(texts, texts[0].place if texts else segment.label.place))
        filled = [value for value in found if value.filled]
        if filled:
            return Value(tuple(text for value in filled for text in value.texts), filled[0].place)
        return self._by_title(key) or self._by_words(place) or (found[0] if found else None)

    def _by_title(self, key: str) -> Value | None:
        """What stands under a label of the author's own whose words tell of this field and of no other."""
        for segment in self._outside_parts:
            if segment.keys or segment.label is None or self._telling.best(segment.label.flat) != key:
                continue
            texts = written(segment.blocks, self.language.placeholders)
            if sum(len(text.string.split()) for text in texts) >= OWN_LABEL_WORDS:
                return Value(
                    texts, texts[0].place, f'under "{segment.label.flat}", recognised by the words of that label'
                )
        return None

    @cached_property
    def _telling(self) -> TellingWords:
        places = self.component.places.items()
        return TellingWords(
            {key: (place.title, *place.names) for key, place in places if not isinstance(place, GroupsPlace)}
        )

    def _by_words(self, place: FieldPlace) -> Value | None:
        """The stretch outside the parts, under a label of the author's own or none, in which most of the field's words stand."""
        best: tuple[int, Value] | None = None
        for segment in self._outside_parts:
            if segment.keys or not place.words:
                continue
            for texts in _stretches(segment, self.language):
                string = " ".join(text.string for text in ([segment.label] if segment.label else []) + list(texts))
                hits = len({hit.phrase for hit in find_phrases(string, place.words)})
                if hits >= place.least_words and (best is None or hits > best[0]):
                    best = (
                        hits,
                        Value(texts, texts[0].place, "recognised by its words, no label with its name announces it"),
                    )
        return best[1] if best else None

    @cached_property
    def _outside_parts(self) -> list[Segment]:
        inside = {id(block) for block in self._part_blocks}
        found = []
        for passage in self.open_passages:
            blocks = [block for block in passage.blocks if id(block) not in inside]
            found += segments(blocks, self.names.in_component)
        return found

    # ---- repeated parts ----------------------------------------------------------------------------------------------

    @cached_property
    def _found_groups(self) -> tuple[Groups | None, list[Block]]:
        if self.names.groups is None:
            return None, []
        return find_groups(self.open_passages, self.names.groups[1], self.names, self.language)

    @property
    def _groups(self) -> Groups | None:
        return self._found_groups[0]

    @property
    def _part_blocks(self) -> list[Block]:
        return self._found_groups[1]

    # ---- lists and answers -------------------------------------------------------------------------------------------

    @cached_property
    def _lists(self) -> dict[str, Entries | None]:
        return {
            key: self._list(key, place) for key, place in self.component.places.items() if isinstance(place, ListPlace)
        }

    def _list(self, key: str, place: ListPlace) -> Entries | None:
        general, placeholders = self.language.general, self.language.placeholders
        announced = [*map(self._before_answers, self._under(key)), *self.claimed(key)]
        found = find_entries(announced, place, general, placeholders) if announced else None
        if (found is None or not found.entries) and place.holds == "sources":
            found = guess_entries(self._unannounced(), place, general, placeholders) or found
        return distinct(found) if found is not None else None

    def _before_answers(self, passage: Passage) -> Passage:
        """A list without the answers that follow it: under headings that most prompts are recognised by, or as items numbered from 1
        again, in prose."""
        place = next((place for place in self.component.places.values() if isinstance(place, AnswersPlace)), None)
        if place is None:
            return passage
        prompts = len(place.prompts)
        lines = [block for block in passage.blocks if isinstance(block, Line)]
        headed = answer_headings(lines, place, self.language)
        if 2 * len(headed) >= prompts and headed[0] is not lines[0]:
            return replace(passage, blocks=passage.blocks[: passage.blocks.index(headed[0])])
        items = [
            (at, block)
            for at, block in enumerate(passage.blocks)
            if isinstance(block, Line) and block.kind is Kind.ITEM and block.level == 1
        ]
        for at, block in items[1:]:
            later = [_paragraph(line, passage) for _, line in items if line.block >= block.block]
            if block.marker == "1" and len(later) <= prompts + 1 and all(map(_is_prose, later)):
                return replace(passage, blocks=passage.blocks[:at])
        return passage

    def _unannounced(self) -> list[Passage]:
        """What may hold a list that nothing announces: the component's text, and the footnotes of its files, which stand at
        their end."""
        files = dict.fromkeys(passage.file for passage in self.open_passages if passage.file in self.folder.documents)
        inside = {id(block) for passage in self.open_passages for block in passage.blocks}
        notes = []
        for file in files:
            blocks = self.folder.documents[file].blocks
            notes.append(
                Passage(
                    file,
                    tuple(b for b in blocks if isinstance(b, Line) and b.kind is Kind.NOTE and id(b) not in inside),
                )
            )
        return [*self.open_passages, *(passage for passage in notes if passage.blocks)]

    def _answers(self, key: str, place: AnswersPlace) -> Answers | None:
        """Answers in what no list claims: entries of lists, and the labels over them, are no answers."""
        taken = {
            id(block)
            for list_key in self._lists
            for passage in map(self._before_answers, self._under(list_key))
            for block in passage.blocks
        }
        listed = {
            (entry.place.file, entry.place.line, entry.place.label)
            for found in self._lists.values()
            if found
            for entry in found.entries
        }
        own = {key for key, other in self.component.places.items() if isinstance(other, ListPlace)}
        passages = []
        for passage in [*self.open_passages, *self.claimed(key)]:
            blocks = tuple(
                block for block in passage.blocks
                if id(block) not in taken and not _stands_at(block, listed) and not self._heads(block, own)
            )  # fmt: skip
            passages.append(Passage(passage.file, blocks, passage.heading))
        return find_answers(passages, place, self.language)

    def _heads(self, block: Block, keys: set[str]) -> bool:
        label = label_of(block) if isinstance(block, Line) else None
        return label is not None and bool(keys.intersection(self.names.in_component(label)))

    # ---- survey ------------------------------------------------------------------------------------------------------

    @cached_property
    def _survey(self) -> tuple[Questions | None, Responses | None]:
        """A survey and its completed copies are told apart together."""
        questions = next((place for place in self.component.places.values() if isinstance(place, QuestionsPlace)), None)
        responses = next(
            ((key, place) for key, place in self.component.places.items() if isinstance(place, ResponsesPlace)), None
        )
        if questions is None:
            return None, None
        if responses is None:
            return find_questions(self.passages, questions, self.language.placeholders), None
        others = [_with_heading(claim.passage) for claim in self.claims if claim.place != responses[0]]
        return find_survey(others, questions, responses[1], self.language.placeholders, self.claimed(responses[0]))

    # ---- materials ---------------------------------------------------------------------------------------------------

    def _materials(self, key: str) -> PlaceContent:
        """Whole files are materials; a section that a heading names is looked into."""
        whole = [claim for claim in self.claims if self._is_whole_file(claim)]
        described = [replace(claim.passage) for claim in self.claims if not self._is_whole_file(claim)]
        files = [self.folder.documents[claim.passage.file] for claim in whole]
        return find_materials(described, files, self.folder, self.language)

    def _is_whole_file(self, claim: Claim) -> bool:
        document: Document | None = self.folder.documents.get(claim.passage.file)
        return (
            document is not None and claim.passage.heading is None and len(claim.passage.blocks) == len(document.blocks)
        )


def _with_heading(passage: Passage) -> Passage:
    """The passage with its heading as first line: what a sheet is called says whether it is filled in."""
    if passage.opening is None or passage.opening.kind is not Kind.HEADING:
        return passage
    return replace(passage, blocks=(passage.opening, *passage.blocks))


def _stretches(segment: Segment, language: Language) -> Iterator[tuple[Text, ...]]:
    """What stands under a label, as a whole; without a label each paragraph by itself."""
    if segment.label is not None:
        texts = written(segment.blocks, language.placeholders)
        if texts:
            yield texts
        return
    for _, group in groupby(
        segment.blocks, key=lambda block: block.block if isinstance(block, Line) and block.block else id(block)
    ):
        texts = written(group, language.placeholders)
        if texts:
            yield texts


def _paragraph(item: Line, passage: Passage) -> Text:
    """An item with its further lines."""
    return join([block.text for block in passage.blocks if isinstance(block, Line) and block.block == item.block])


def _is_prose(text: Text) -> bool:
    """A sentence or more, without an address: an answer rather than a reference."""
    return len(text.string.split()) >= PROSE_WORDS and not text.links and not find_addresses(text.string)


def _stands_at(block: Block, places: set[tuple[str, int | None, str | None]]) -> bool:
    place = block.place
    return (place.file, place.line, place.label) in places if place.line or place.label else False
