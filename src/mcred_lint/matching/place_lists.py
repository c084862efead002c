"""Lists of a component, such as its sources: under their own name, in files of their own, or where nothing announces them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mcred_lint.document.blocks import Document, Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.answers.find import answer_headings
from mcred_lint.matching.content import Entries, Passage
from mcred_lint.matching.references.entries import distinct, find_entries, guess_entries
from mcred_lint.matching.specs import AnswersPlace, ListPlace, Place
from mcred_lint.text.addresses import find_addresses
from mcred_lint.text.language import Language

PROSE_WORDS = 12
"""An item with so many words and no address reads as an answer where answers may stand."""


def find_list(
    announced: Sequence[Passage], unannounced: Sequence[Passage], place: ListPlace, language: Language
) -> Entries | None:
    """The entries of a list. unannounced: where sources are looked for by their looks when nothing is found under a name."""
    general, placeholders = language.general, language.placeholders
    found = find_entries(announced, place, general, placeholders) if announced else None
    if (found is None or not found.entries) and place.holds == "sources":
        found = guess_entries(unannounced, place, general, placeholders) or found
    return distinct(found) if found is not None else None


def footnotes(passages: Sequence[Passage], documents: Mapping[str, Document]) -> list[Passage]:
    """The footnotes of the passages' files: they stand at the end of a file, wherever they belong."""
    inside = {id(block) for passage in passages for block in passage.blocks}
    found = []
    for file in dict.fromkeys(passage.file for passage in passages if passage.file in documents):
        lines = (block for block in documents[file].blocks if isinstance(block, Line) and block.kind is Kind.NOTE)
        notes = tuple(line for line in lines if id(line) not in inside)
        found += [Passage(file, notes)] if notes else []
    return found


# ---- where a list ends ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ListEnds:
    """Where a list ends that is followed by answers under no heading of their own."""

    asking: AnswersPlace | None
    """The place of the component's answers."""
    language: Language

    @classmethod
    def of(cls, places: Mapping[str, Place], language: Language) -> ListEnds:
        return cls(next((place for place in places.values() if isinstance(place, AnswersPlace)), None), language)

    def before_answers(self, passage: Passage) -> Passage:
        """A passage up to what is answers: the headings of most prompts, or items in prose that are numbered from 1 again."""
        if self.asking is None:
            return passage
        return self._before_headings(passage, self.asking) or self._before_items(passage, self.asking)

    def _before_headings(self, passage: Passage, asking: AnswersPlace) -> Passage | None:
        lines = [block for block in passage.blocks if isinstance(block, Line)]
        headed = answer_headings(lines, asking, self.language)
        if 2 * len(headed) < len(asking.prompts) or headed[0] is lines[0]:
            return None
        return replace(passage, blocks=passage.blocks[: passage.blocks.index(headed[0])])

    def _before_items(self, passage: Passage, asking: AnswersPlace) -> Passage:
        items = [
            (at, block)
            for at, block in enumerate(passage.blocks)
            if isinstance(block, Line) and block.kind is Kind.ITEM and block.level == 1
        ]
        last = items[-(len(asking.prompts) + 1) :]  # more items than that are no answers
        for number, (at, first) in enumerate(last):
            if first.marker != "1" or not at:
                continue
            if _are_answers([_paragraph(item, passage) for _, item in last[number:]], asking):
                return replace(passage, blocks=passage.blocks[:at])
        return passage


def _paragraph(item: Line, passage: Passage) -> Text:
    """An item with its further lines."""
    return join([block.text for block in passage.blocks if isinstance(block, Line) and block.block == item.block])


def _are_answers(items: Sequence[Text], asking: AnswersPlace) -> bool:
    """Whether numbered items, none with an address, are answers rather than references: as many as there are prompts and half of
    them a sentence or more, or all of them."""
    if any(text.links or find_addresses(text.string) for text in items):
        return False
    sentences = sum(len(text.string.split()) >= PROSE_WORDS for text in items)
    return sentences == len(items) or (len(items) == len(asking.prompts) and 2 * sentences >= len(items))
