"""What announces a survey sheet: a heading, a label, a file's name, an entry of a list or of a form export.

Each announcement opens a stretch of the component that ends at the next one as strong, or at a heading above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import PurePosixPath

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Passage
from mcred_lint.matching.labels import BOLD_RANK, Label, label_of
from mcred_lint.matching.surveys.inline import spread
from mcred_lint.matching.surveys.prompts import ASKED, asks, code_of
from mcred_lint.matching.surveys.words import COMPLETED, FORM, ONE, SurveyWords


@dataclass
class Stretch:
    """A stretch under one announcement. role: FORM, COMPLETED (may hold several), ONE, or None."""

    passage: Passage
    role: str | None
    rank: float
    heading: Text | None = None
    blocks: list[Block] = field(default_factory=list)
    within: str | None = None
    """The role of the stretch it stands in."""
    answers: bool = False
    """Its numbered lines are answers, whatever announces them."""


def stretches(passage: Passage, words: SurveyWords, role: str | None = None) -> list[Stretch]:
    """The passage cut at what it announces, its paragraphs of numbered answers spread out. `role`: what the passage
    itself is known to be."""
    passage = replace(passage, blocks=spread(passage.blocks, words))
    return [stretch for stretch in _Cutter(passage, words, role).read() if stretch.blocks]


class _Cutter:
    """Goes through a passage once and opens a stretch at every announcement."""

    def __init__(self, passage: Passage, words: SurveyWords, role: str | None = None) -> None:
        self.passage, self.words = passage, words
        self.open = [Stretch(passage, role or _role(passage, words), 0, passage.heading)]
        self.found = [self.open[0]]
        self.repeated = _repeated_labels(passage.blocks)
        self.run_in = _run_in_labels(passage.blocks)

    def read(self) -> list[Stretch]:
        blocks = self.passage.blocks
        for number, block in enumerate(blocks):
            label = label_of(block) if isinstance(block, Line) else None
            if isinstance(block, Line) and block.kind is Kind.ENTRY and self._is_person(blocks, number):
                self._begin(ONE, block.level, None)
                self.open[-1].blocks.append(block)
            elif label is None or not self._announced(block, label, blocks, number):
                self._keep(block)
        return self.found

    def _keep(self, block: Block) -> None:
        """A heading closes what is announced below its rank."""
        if isinstance(block, Line) and self._closes(block):
            while len(self.open) > 1 and self.open[-1].rank >= block.level:
                self.open.pop()
            # Half a rank above: the next heading of this rank opens a stretch beside it.
            self._begin(self.open[-1].role, block.level - 0.5, None if block.declared else block.text)
        self.open[-1].blocks.append(block)

    def _closes(self, block: Line) -> bool:
        if len(self.open) < 2 or self.open[-1].rank < block.level:
            return False
        if block.declared:
            return block.kind in (Kind.HEADING, Kind.ENTRY)
        return block.kind is Kind.HEADING and not asks(block.text.string)

    def _begin(self, role: str | None, rank: float, heading: Text | None) -> None:
        while len(self.open) > 1 and self.open[-1].rank >= rank:
            self.open.pop()
        stretch = Stretch(self.passage, role, rank, heading, within=self.open[-1].role)
        self.open.append(stretch)
        self.found.append(stretch)

    def _announced(self, block: Block, label: Label, blocks: Sequence[Block], number: int) -> bool:
        assert isinstance(block, Line)
        says = self.words.announces(label.text.flat)
        if says is not None and self._is_plain_value(block, label, says, blocks, number):
            says = None
        if says is None and self._is_respondent(block, label, blocks, number):
            says = ONE
        if says is None:
            return False
        self._begin(says, label.rank, label.text)
        if label.rest is not None:
            self.open[-1].blocks.append(replace(block, kind=Kind.TEXT, text=label.rest, marker=None))
        return True

    def _is_plain_value(self, block: Line, label: Label, says: str, blocks: Sequence[Block], number: int) -> bool:
        """A word that only looks like an announcement: a title behind a key, an answer, a line of a sentence."""
        if block.kind is Kind.HEADING:
            return (
                block.declared
                and says == ONE
                and not _holds_more(blocks, number)
                and self.open[-1].role in (ONE, None, FORM)
            )
        before = blocks[number - 1] if number else None
        if isinstance(before, Line) and before.declared:
            return True
        if label.rest is not None and says == ONE and self.run_in[label.text.flat.casefold()] > 1:
            return True  # "Teacher A: ..." below each question
        if label.rest is not None and says != ONE:
            return not (label.rank < BOLD_RANK + 10 and block.text.bold_lead)
        return block.kind is Kind.ITEM and (says != ONE or (not _holds_more(blocks, number) and label.rest is None))

    def _is_person(self, blocks: Sequence[Block], number: int) -> bool:
        """Whether an entry of a list or of an export holds somebody's answers: it stands among completed ones, or its
        keys ask."""
        entry = blocks[number]
        assert isinstance(entry, Line)
        outer = next((stretch.role for stretch in reversed(self.open) if stretch.rank < entry.level), None)
        if outer == COMPLETED:
            return True
        keys = [line for line in _inside(blocks, number) if line.kind is Kind.HEADING and line.level == entry.level + 1]
        if any(self.words.calls_respondent(line.text.flat) for line in keys):
            return True
        asking = sum(
            asks(line.text.string) or len(line.text.string.split()) > 4 or _is_code(line.text) for line in keys
        )
        return len(keys) > 1 and 2 * asking >= len(keys) - 1 and asking > 1

    def _is_respondent(self, block: Line, label: Label, blocks: Sequence[Block], number: int) -> bool:
        """A heading of the author's own among completed surveys: "First", "The blue card"."""
        inside = [stretch for stretch in self.open if stretch.rank < label.rank]
        container = inside[-1] if inside else None
        if container is None or container.role != COMPLETED or label.rest is not None or label.alone:
            return False
        title = label.text.flat
        if asks(title) or self.repeated[title.casefold()] > 1 or not title:
            return False
        if code_of(label.text) and not (block.kind is Kind.HEADING and _holds_a_form(blocks, number)):
            return False
        if block.declared:
            return _holds_more(blocks, number)
        if block.kind is Kind.HEADING:
            return not self.words.sums_up(title)
        return (
            block.kind is Kind.TEXT
            and block.text.bold
            and block.text.string.rstrip()[-1:] != ":"
            and _lines_until_bold(blocks, number) > 1
        )


def _role(passage: Passage, words: SurveyWords) -> str | None:
    """What a passage's heading or else its file announces."""
    title = words.announces(passage.heading.flat) if passage.heading else None
    if title in (COMPLETED, ONE):
        return title
    file = words.file_announces(passage.file)
    return (
        ONE
        if file == COMPLETED and words.names_one(PurePosixPath(passage.file).stem) and title is None
        else file or title
    )


def _repeated_labels(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(
        block.text.flat.strip(" :").casefold()
        for block in blocks
        if isinstance(block, Line) and (block.text.bold or block.kind is Kind.HEADING)
    )


def _run_in_labels(blocks: Iterable[Block]) -> Counter[str]:
    """How often each label stands before a text on its own line."""
    labels = (label_of(block) for block in blocks if isinstance(block, Line) and block.kind in (Kind.TEXT, Kind.ITEM))
    return Counter(label.text.flat.casefold() for label in labels if label is not None and label.rest is not None)


def _inside(blocks: Sequence[Block], number: int) -> Iterator[Line]:
    """The lines of an entry or key, up to the next one of its level."""
    level = blocks[number].level
    for block in blocks[number + 1 :]:
        if isinstance(block, Line):
            if block.declared and block.kind in (Kind.HEADING, Kind.ENTRY) and block.level <= level:
                return
            yield block


def _holds_more(blocks: Sequence[Block], number: int) -> bool:
    """Whether a key holds keys or a list, or an item further items: more than one value."""
    opening = blocks[number]
    following = [block for block in blocks[number + 1 : number + 3] if isinstance(block, Line)]
    if not isinstance(opening, Line) or not following:
        return False
    if opening.declared:
        first = following[0]
        return (first.declared and first.level > opening.level) or (
            first.kind is Kind.ITEM and len(following) > 1 and following[1].kind is Kind.ITEM
        )
    return following[0].level > opening.level or (following[0].block == opening.block and len(following) > 1)


def _holds_a_form(blocks: Sequence[Block], number: int) -> bool:
    """Whether several lines below a heading such as "Anonymous 1" ask or are numbered: below "Question 1" none is."""
    lines = takewhile(lambda block: isinstance(block, Line) and block.kind is not Kind.HEADING, blocks[number + 1 :])
    texts = [line for line in lines if isinstance(line, Line) and line.kind in (Kind.TEXT, Kind.ITEM)]
    return sum((line.marker or "").isdigit() or ASKED.match(line.text.string) is not None for line in texts) > 1


def _lines_until_bold(blocks: Sequence[Block], number: int) -> int:
    count = 0
    for block in blocks[number + 1 :]:
        if isinstance(block, Table):
            return 2
        if block.kind in (Kind.HEADING, Kind.RULE) or block.text.bold:
            break
        count += bool(block.text)
    return count


def _is_code(text: Text) -> bool:
    string = text.flat
    return string.isdigit() or (len(string) <= 3 and string[-1:].isdigit()) or code_of(text) is not None
