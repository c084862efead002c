"""Single fields: the text under a field's own label, under a label of the author's own, or where the field's words stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mcred_lint.document.blocks import Block, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Value
from mcred_lint.matching.prose import written
from mcred_lint.matching.segments import Segment
from mcred_lint.matching.specs import FieldPlace, GroupsPlace, Place
from mcred_lint.matching.telling import TellingWords
from mcred_lint.text.language import Language
from mcred_lint.text.phrases import find_phrases

OWN_LABEL_WORDS = 4
"""Under a label of the author's own so many words must stand before it is taken for a field's."""
BY_WORDS = "recognised by its words, no label with its name announces it"


@dataclass(frozen=True)
class Fields:
    """The fields of a component, looked for in what stands outside its repeated parts."""

    places: Mapping[str, Place]
    segments: Sequence[Segment]
    language: Language

    def find(self, key: str, place: FieldPlace) -> Value | None:
        """What fills a field. A value without texts says that only its label stands there."""
        labelled = list(self._labelled(key))
        filled = [value for value in labelled if value.filled]
        if filled:
            return Value(tuple(text for value in filled for text in value.texts), filled[0].place)
        return self._by_title(key) or self._by_words(place) or next(iter(labelled), None)

    def _labelled(self, key: str) -> Iterator[Value]:
        for segment in self.segments:
            if key in segment.keys and segment.label is not None:
                texts = self._written(segment)
                yield Value(texts, texts[0].place if texts else segment.label.place)

    def _by_title(self, key: str) -> Value | None:
        """What stands under a label of the author's own whose words tell of this field and of no other."""
        for segment in self.segments:
            if segment.keys or segment.label is None or self._telling.best(segment.label.flat) != key:
                continue
            texts = self._written(segment)
            if sum(len(text.string.split()) for text in texts) >= OWN_LABEL_WORDS:
                note = f'under "{segment.label.flat}", recognised by the words of that label'
                return Value(texts, texts[0].place, note)
        return None

    def _by_words(self, place: FieldPlace) -> Value | None:
        """The stretch, under a label of the author's own or none, in which most of the field's words stand."""
        best, most = None, max(place.least_words, 1) - 1
        for segment in self.segments if place.words else ():
            for texts in self._stretches(segment):
                string = " ".join(text.string for text in (segment.label, *texts) if text is not None)
                hits = len({hit.phrase for hit in find_phrases(string, place.words)})
                if hits > most:
                    best, most = Value(texts, texts[0].place, BY_WORDS), hits
        return best

    def _stretches(self, segment: Segment) -> Iterator[tuple[Text, ...]]:
        """What stands under a label that is no field's, as a whole; without a label each paragraph by itself."""
        if segment.keys:
            return
        stretches = [segment.blocks] if segment.label is not None else _paragraphs(segment.blocks)
        for blocks in stretches:
            texts = written(blocks, self.language.placeholders)
            if texts:
                yield texts

    def _written(self, segment: Segment) -> tuple[Text, ...]:
        return written(segment.blocks, self.language.placeholders)

    @cached_property
    def _telling(self) -> TellingWords:
        named = {key: place for key, place in self.places.items() if not isinstance(place, GroupsPlace)}
        return TellingWords({key: (place.title, *place.names) for key, place in named.items()})


def _paragraphs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Lines of one paragraph together; a table, or a line that belongs to none, by itself."""
    alike = groupby(blocks, key=lambda block: block.block if isinstance(block, Line) and block.block else id(block))
    return [list(group) for _, group in alike]
