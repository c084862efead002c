"""Cutting a component at its survey sheets: the blank form, and each completed copy.

A sheet is announced by a heading, a label, a file's name or an entry of a form export. Where nothing announces it, the form that
begins again tells: the first question comes back, or its number does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Passage
from mcred_lint.matching.form_answers import read_answers
from mcred_lint.matching.labels import BOLD_RANK, Label, label_of
from mcred_lint.matching.survey_items import Form, FormItem, Style, asks, code_of, read_form, repeats
from mcred_lint.matching.survey_tables import Person, TableForm, read_table
from mcred_lint.matching.survey_words import COMPLETED, FORM, ONE, SurveyWords
from mcred_lint.sources.places import Place
from mcred_lint.text.folding import bare_words


@dataclass(frozen=True)
class Sheet:
    """One copy of the form. `completed`: somebody filled it in, or it is handed in as such."""

    label: str
    place: Place
    items: tuple[FormItem, ...]
    blocks: tuple[Block, ...]
    passage: Passage
    completed: bool = False
    named: bool = False
    """A heading, a label or the file announces it."""
    loose: tuple[Line, ...] = ()
    sums: tuple[Text, ...] = ()
    """Tables that only sum up."""
    inner: bool = False
    """It stands in a section about the survey that is named as well."""

    single: bool = False
    """It is announced as one person's."""
    heading: Text | None = None

    def as_passage(self) -> Passage:
        return replace(self.passage, blocks=self.blocks, heading=self.heading)


@dataclass
class _Draft:
    """A stretch under one announcement. role: FORM, COMPLETED (may hold several), ONE, or None."""

    passage: Passage
    role: str | None
    rank: float
    heading: Text | None = None
    blocks: list[Block] = field(default_factory=list)
    within: str | None = None
    """The role of the stretch it stands in."""

    @property
    def label(self) -> str:
        return self.heading.flat if self.heading else ""


def divide(passages: Sequence[Passage], words: SurveyWords, known: tuple[str, ...] = (), filled: Sequence[Passage] = ()) -> list[Sheet]:
    """Every sheet in reading order. `known`: the survey's questions, where they are known already; `filled`: further passages,
    known to hold completed surveys."""
    drafts = [draft for passage in passages for draft in _Cutter(passage, words).drafts() if draft.blocks]
    drafts += [draft for passage in filled for draft in _Cutter(passage, words, COMPLETED).drafts() if draft.blocks]
    given = known
    known = known or _known_questions(drafts, words)
    sheets = [sheet for draft in drafts for sheet in _sheets(draft, words, known)]
    return [replace(sheet, completed=True) if _is_filled(sheet, sheets, given, words) else sheet for sheet in sheets]


# -- announcements


class _Cutter:
    """Goes through a passage once and opens a stretch at every announcement."""

    def __init__(self, passage: Passage, words: SurveyWords, role: str | None = None) -> None:
        self.passage, self.words = passage, words
        self.open = [_Draft(passage, role or _role(passage, words), 0, passage.heading)]
        self.found = [self.open[0]]
        self.repeated = _repeated_labels(passage.blocks)

    def drafts(self) -> list[_Draft]:
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
        if isinstance(block, Line) and block.kind is Kind.HEADING and not block.declared:
            closed = False
            while len(self.open) > 1 and self.open[-1].rank >= block.level and not asks(block.text.string):
                self.open.pop()
                closed = True
            if closed:
                self._begin(self.open[-1].role, block.level - 0.5, block.text, container=False)
        elif isinstance(block, Line) and block.declared and block.kind in (Kind.HEADING, Kind.ENTRY):
            if len(self.open) > 1 and self.open[-1].rank >= block.level:
                while len(self.open) > 1 and self.open[-1].rank >= block.level:
                    self.open.pop()
                self._begin(self.open[-1].role, block.level - 0.5, None, container=False)
        self.open[-1].blocks.append(block)

    def _begin(self, role: str | None, rank: float, heading: Text | None, container: bool = True) -> None:
        while len(self.open) > 1 and self.open[-1].rank >= rank:
            self.open.pop()
        draft = _Draft(self.passage, role, rank, heading, within=self.open[-1].role)
        self.open.append(draft)
        self.found.append(draft)

    def _announced(self, block: Block, label: Label, blocks: Sequence[Block], number: int) -> bool:
        assert isinstance(block, Line)
        says = self.words.announces(label.text.flat)
        if says is not None and self._is_plain_value(block, label, says, blocks, number):
            says = None
        if says is None and self._is_respondent(block, label, blocks, number):
            says = ONE
        if says is None:
            return False
        if says == COMPLETED and self.open[-1].role == COMPLETED and self.open[-1].rank == label.rank:
            says = COMPLETED
        self._begin(says, label.rank, label.text)
        if label.rest is not None:
            self.open[-1].blocks.append(replace(block, kind=Kind.TEXT, text=label.rest, marker=None))
        return True

    def _is_plain_value(self, block: Line, label: Label, says: str, blocks: Sequence[Block], number: int) -> bool:
        """A word that only looks like an announcement: a title behind a key, an answer, a line of a sentence."""
        if block.kind is Kind.HEADING:
            return block.declared and says == ONE and not _holds_more(blocks, number) and self.open[-1].role in (ONE, None, FORM)
        before = blocks[number - 1] if number else None
        if isinstance(before, Line) and before.declared:
            return True
        if label.rest is not None and says != ONE:
            return not (label.rank < BOLD_RANK + 10 and block.text.bold_lead)
        return block.kind is Kind.ITEM and (says != ONE or not _holds_more(blocks, number) and label.rest is None)

    def _is_person(self, blocks: Sequence[Block], number: int) -> bool:
        """Whether an entry of a list or of an export holds somebody's answers: it stands among completed ones, or its keys ask."""
        entry = blocks[number]
        assert isinstance(entry, Line)
        outer = next((draft.role for draft in reversed(self.open) if draft.rank < entry.level), None)
        if outer == COMPLETED:
            return True
        keys = [line for line in _inside(blocks, number) if line.kind is Kind.HEADING and line.level == entry.level + 1]
        if any(self.words.calls_respondent(line.text.flat) for line in keys):
            return True
        asking = sum(asks(line.text.string) or len(line.text.string.split()) > 4 or _is_code(line.text) for line in keys)
        return len(keys) > 1 and 2 * asking >= len(keys) - 1 and asking > 1

    def _is_respondent(self, block: Line, label: Label, blocks: Sequence[Block], number: int) -> bool:
        """A heading of the author's own among completed surveys: "First", "The blue card"."""
        inside = [draft for draft in self.open if draft.rank < label.rank]
        container = inside[-1] if inside else None
        if container is None or container.role != COMPLETED or label.rest is not None or label.alone:
            return False
        title = label.text.flat
        if asks(title) or code_of(label.text) or self.repeated[title.casefold()] > 1 or not title:
            return False
        if block.declared:
            return _holds_more(blocks, number)
        if block.kind is Kind.HEADING:
            return not self.words.sums_up(title)
        return block.kind is Kind.TEXT and block.text.bold and block.text.string.rstrip()[-1:] != ":" and _lines_until_bold(blocks, number) > 1


def _role(passage: Passage, words: SurveyWords) -> str | None:
    """What a passage's heading or else its file announces."""
    title = words.announces(passage.heading.flat) if passage.heading else None
    if title in (COMPLETED, ONE):
        return title
    file = words.file_announces(passage.file)
    return ONE if file == COMPLETED and words.names_one(PurePosixPath(passage.file).stem) and title is None else file or title


def _repeated_labels(blocks: Iterable[Block]) -> Counter[str]:
    return Counter(block.text.flat.strip(" :").casefold() for block in blocks if isinstance(block, Line) and (block.text.bold or block.kind is Kind.HEADING))


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
        return (first.declared and first.level > opening.level) or (first.kind is Kind.ITEM and len(following) > 1 and following[1].kind is Kind.ITEM)
    return following[0].level > opening.level or (following[0].block == opening.block and len(following) > 1)


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


# -- stretches to sheets


def _known_questions(drafts: Sequence[_Draft], words: SurveyWords) -> tuple[str, ...]:
    """The questions of the blank form: those of the first sheet that is not handed in as completed."""
    for draft in sorted((draft for draft in drafts if draft.role in (FORM, None)), key=lambda draft: draft.role is None):
        sheets = _sheets(draft, words, ())
        if sheets and sheets[0].items:
            return tuple(item.head.flat for item in sheets[0].items if item.asks or len(item.head.string.split()) > 2)
    return ()


def _sheets(draft: _Draft, words: SurveyWords, known: tuple[str, ...]) -> list[Sheet]:
    return list(_read(draft, words, known if draft.role in (COMPLETED, ONE) else ()))


def _read(draft: _Draft, words: SurveyWords, known: tuple[str, ...]) -> Iterator[Sheet]:
    form, people, sums = _without_closing_sum(*_items(draft.blocks, words, known), words)
    parts = _restarts(form.items, draft, known) if draft.role != ONE or len(form.items) > 1 else [form.items]
    if draft.role == COMPLETED and not parts:
        parts = [()] if _says_something(form.loose, words) else []
    elif not parts:
        parts = [()]
    for number, items in enumerate(parts):
        yield _sheet(draft, items, number, len(parts), parts, form.loose if number == 0 else (), sums if number == 0 else (), bool(people))
    for person in people:
        yield _of_person(draft, person)


def _without_closing_sum(
    form: Form, people: tuple[Person, ...], sums: tuple[Text, ...], words: SurveyWords
) -> tuple[Form, tuple[Person, ...], tuple[Text, ...]]:
    """The same, a paragraph that sums up behind the last question apart from its answer."""
    last = form.items[-1] if form.items else None
    if last is None or not last.below or last.style is Style.DECLARED or not words.sums_up(last.below[-1].text.string):
        return form, people, sums
    closing = last.below[-1]
    alone = len(last.below) == 1
    if alone and not words.is_summary(closing.text.string) and any(line.ticked is None for item in form.items[:-1] for line in item.below):
        return form, people, sums
    items = (*form.items[:-1], replace(last, below=last.below[:-1]))
    return Form(items, form.loose), people, (*sums, closing.text)


def _says_something(lines: Iterable[Line], words: SurveyWords) -> bool:
    return any(line.kind is not Kind.HEADING and line.text for line in lines)


def _items(blocks: Sequence[Block], words: SurveyWords, known: tuple[str, ...]) -> tuple[Form, tuple[Person, ...], tuple[Text, ...]]:
    """The items of lines and tables in reading order, the people of tables, and what sums up."""
    form = read_form(blocks, known)
    items: list[FormItem] = list(form.items)
    people: list[Person] = []
    sums: list[Text] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            found: TableForm = read_table(block, words, known, number)
            items.extend(found.items)
            people.extend(found.people)
            if found.sums_up:
                sums.append(block.all_rows[0].cells[0].text)
    items.sort(key=lambda item: item.start)
    return Form(tuple(items), form.loose), tuple(people), tuple(sums)


def _restarts(items: tuple[FormItem, ...], draft: _Draft, known: Sequence[str]) -> list[tuple[FormItem, ...]]:
    """The items cut where the form begins again."""
    if not items:
        return []
    if draft.role == COMPLETED and all(item.style is Style.BULLET and not item.below for item in items):
        return _rounds(items, draft, len(known))
    starts = [number for number in range(len(items)) if number == 0 or _begins_again(items, number, draft, known)]
    return [items[start:end] for start, end in zip(starts, [*starts[1:], len(items)], strict=True)]


def _rounds(items: tuple[FormItem, ...], draft: _Draft, asked: int) -> list[tuple[FormItem, ...]]:
    """Answers without questions or numbers: cut at dividers, else as many at a time as there are questions, else each is all that
    somebody said."""
    rules = [number for number, block in enumerate(draft.blocks) if isinstance(block, Line) and block.kind is Kind.RULE]
    if rules:
        groups = [tuple(item for item in items if low < item.start < high) for low, high in pairwise([-1, *rules, len(draft.blocks)])]
        return [group for group in groups if group]
    size = asked if asked and len(items) % asked == 0 else 1
    return [items[start : start + size] for start in range(0, len(items), size)]


def _begins_again(items: Sequence[FormItem], number: int, draft: _Draft, known: Sequence[str]) -> bool:
    first, item = items[0], items[number]
    if first.key and len(first.key.split()) > 1 and (item.key == first.key or _same_question(item, first)):
        return True
    if first.number is None or item.number != first.number or item.style is not first.style:
        return False
    if draft.role == COMPLETED:
        return True
    between = any(_divides(block) for block in draft.blocks[items[number - 1].start : item.start])
    return between and _answers_follow(items, number)


def _divides(block: Block) -> bool:
    return isinstance(block, Line) and (block.kind in (Kind.HEADING, Kind.RULE) or (block.kind is Kind.TEXT and block.text.bold))


def _answers_follow(items: Sequence[FormItem], number: int) -> bool:
    """Whether numbered answers follow numbered questions: the first round asks and the one that begins here does not."""
    length = next(place for place in range(1, number + 1) if items[place].number == items[0].number)
    ahead = items[number : number + length]
    return 2 * sum(item.asks for item in items[:length]) > length and 3 * sum(item.asks for item in ahead) <= len(ahead)


def _same_question(item: FormItem, first: FormItem) -> bool:
    return first.asks and repeats(item.head.string, (first.head.string,)) is not None and item.style is first.style


def _sheet(
    draft: _Draft,
    items: tuple[FormItem, ...],
    number: int,
    count: int,
    parts: Sequence[tuple[FormItem, ...]],
    loose: tuple[Line, ...],
    sums: tuple[Text, ...],
    people: bool,
) -> Sheet:
    first = _first_block(draft, parts, number)
    last = _first_block(draft, parts, number + 1) if number + 1 < count else len(draft.blocks)
    blocks = tuple(block for block in draft.blocks[first:last] if not (people and isinstance(block, Table)))
    items = _cut_off(items, draft.blocks[last:])
    own = _own_heading(draft, first, items)
    heading = own if number else draft.heading
    place = (heading or (items[0].head if items else None))
    label = heading.flat if heading and (number == 0 or own) else ""
    completed = draft.role in (COMPLETED, ONE) or (number > 0 and _only_answers(items))
    return Sheet(label, place.place if place else _place(draft), items, blocks, draft.passage, completed, draft.role is not None, loose, sums, draft.within == FORM, draft.role == ONE, draft.heading)


def _cut_off(items: tuple[FormItem, ...], behind: Sequence[Block]) -> tuple[FormItem, ...]:
    """The items without the lines that belong to the next sheet."""
    if not items or not behind:
        return items
    others = {id(block) for block in behind}
    last = items[-1]
    return (*items[:-1], replace(last, below=tuple(line for line in last.below if id(line) not in others)))


def _only_answers(items: Sequence[FormItem]) -> bool:
    return 2 * sum(item.asks for item in items) < len(items) and not any(item.below for item in items)


def _place(draft: _Draft) -> Place:
    return draft.blocks[0].place if draft.blocks else Place(draft.passage.file)


def _first_block(draft: _Draft, parts: Sequence[tuple[FormItem, ...]], number: int) -> int:
    """A sheet begins at the heading or divider right above its first item."""
    if number == 0:
        return 0
    first = parts[number][0].start
    floor = parts[number - 1][-1].start
    while first - 1 > floor and _is_heading(draft.blocks[first - 1]):
        first -= 1
    return first


def _is_heading(block: Block) -> bool:
    return isinstance(block, Line) and (block.kind in (Kind.HEADING, Kind.ENTRY) or block.text.bold)


def _own_heading(draft: _Draft, first: int, items: Sequence[FormItem]) -> Text | None:
    block = draft.blocks[first] if first < len(draft.blocks) else None
    return block.text if isinstance(block, Line) and _is_heading(block) and items and first < items[0].start else None


def _of_person(draft: _Draft, person: Person) -> Sheet:
    tables = tuple(block for block in draft.blocks if isinstance(block, Table))
    place = person.label.place if person.label else person.items[0].head.place
    return Sheet(person.label.flat, place, person.items, tables, draft.passage, True, True, heading=draft.heading)


# -- filled in or blank


def _is_filled(sheet: Sheet, sheets: Sequence[Sheet], given: Sequence[str], words: SurveyWords) -> bool:
    """A sheet that nothing announces as completed: a copy of another one, with answers, or the only one and answered."""
    if sheet.completed or not sheet.items:
        return False
    if given:
        return 2 * _answered(sheet, given, words) >= len(given)
    before = [other for other in sheets[: _position(sheets, sheet)] if other.items and not other.completed]
    original = next((other for other in before if _copies(sheet, other)), None)
    if original is not None:
        return 2 * _answered(sheet, [item.head.flat for item in original.items], words) >= len(original.items)
    alone = not any(other is not sheet and other.items and other.completed for other in sheets)
    return alone and len(sheet.items) > 1 and 3 * _answered_alone(sheet, words) >= 2 * len(sheet.items)


def _position(sheets: Sequence[Sheet], sheet: Sheet) -> int:
    return next(number for number, other in enumerate(sheets) if other is sheet)


def _copies(sheet: Sheet, other: Sheet) -> bool:
    known = [item.head.flat for item in other.items]
    return 2 * sum(repeats(item.head.flat, known) is not None for item in sheet.items) >= len(other.items) > 0


def _answered(sheet: Sheet, questions: Sequence[str], words: SurveyWords) -> int:
    """How many questions a sheet answers, by the questions of the blank form."""
    return sum(answer.filled and answer.question is not None for answer in read_answers(sheet.items, questions, [], words))


def _answered_alone(sheet: Sheet, words: SurveyWords) -> int:
    """The same without a blank form at hand: only what was chosen or stands as text below a question. A word that comes back
    below several questions says what kind of question each is."""
    items = [replace(item, below=tuple(line for line in item.below if line.kind is not Kind.ITEM or line.ticked)) for item in sheet.items if item.asks]
    answers = read_answers([item for item in items if item.below or item.options], [item.head.flat for item in items], [], words)
    said = Counter(bare_words(text.string) for answer in answers for text in answer.free)
    return 0 if said and max(said.values()) > 1 else sum(answer.filled for answer in answers)
