"""Cutting a component at its survey sheets: the blank form, and each completed copy.

A sheet is announced by a heading, a label, a file's name or an entry of a form export. Where nothing announces it,
the form that begins again tells: the first question comes back, or its number does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text, join
from mcred_lint.matching.content import Passage
from mcred_lint.matching.form_answers import read_answers
from mcred_lint.matching.survey_items import Form, FormItem, read_form
from mcred_lint.matching.survey_prompts import repeats
from mcred_lint.matching.survey_stretches import Stretch, stretches
from mcred_lint.matching.survey_styles import Style
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


def divide(
    passages: Sequence[Passage], words: SurveyWords, known: tuple[str, ...] = (), filled: Sequence[Passage] = ()
) -> list[Sheet]:
    """Every sheet in reading order. `known`: the survey's questions, where they are known already; `filled`: further
    passages, known to hold completed surveys."""
    cut = [stretch for passage in passages for stretch in stretches(passage, words)]
    cut += [stretch for passage in filled for stretch in stretches(passage, words, COMPLETED)]
    given = known
    known = known or _known_questions(cut, words)
    sheets = [sheet for stretch in cut for sheet in _sheets(stretch, words, known)]
    return [replace(sheet, completed=True) if _is_filled(sheet, sheets, given, words) else sheet for sheet in sheets]


# -- stretches to sheets


def _known_questions(cut: Sequence[Stretch], words: SurveyWords) -> tuple[str, ...]:
    """The questions of the blank form: those of the first sheet that is not handed in as completed."""
    for stretch in sorted(
        (stretch for stretch in cut if stretch.role in (FORM, None)), key=lambda stretch: stretch.role is None
    ):
        sheets = _sheets(stretch, words, ())
        if sheets and sheets[0].items:
            return tuple(item.head.flat for item in sheets[0].items if item.asks or len(item.head.string.split()) > 2)
    return ()


def _sheets(stretch: Stretch, words: SurveyWords, known: tuple[str, ...]) -> list[Sheet]:
    return list(_read(stretch, words, known if stretch.role in (COMPLETED, ONE) else ()))


def _read(stretch: Stretch, words: SurveyWords, known: tuple[str, ...]) -> Iterator[Sheet]:
    form, people, sums = _without_closing_sum(*_items(stretch.blocks, words, known), words)
    parts = _restarts(form.items, stretch, known) if stretch.role != ONE or len(form.items) > 1 else [form.items]
    if stretch.role == COMPLETED and not parts:
        parts = [()] if sums or _says_something(form.loose) else []
    elif not parts:
        parts = [()]
    for number, items in enumerate(parts):
        yield _sheet(
            stretch,
            items,
            number,
            len(parts),
            parts,
            form.loose if number == 0 else (),
            sums if number == 0 else (),
            bool(people),
        )
    for person in people:
        yield _of_person(stretch, person)


def _without_closing_sum(
    form: Form, people: tuple[Person, ...], sums: tuple[Text, ...], words: SurveyWords
) -> tuple[Form, tuple[Person, ...], tuple[Text, ...]]:
    """The same, a paragraph that sums up behind the last question apart from its answer."""
    last = form.items[-1] if form.items else None
    if last is None or not last.below or last.style is Style.DECLARED or not words.sums_up(last.below[-1].text.string):
        return form, people, sums
    closing = last.below[-1]
    alone = len(last.below) == 1
    if (
        alone
        and not words.is_summary(closing.text.string)
        and any(line.ticked is None for item in form.items[:-1] for line in item.below)
    ):
        return form, people, sums
    items = (*form.items[:-1], replace(last, below=last.below[:-1]))
    return Form(items, form.loose), people, (*sums, closing.text)


def _says_something(lines: Iterable[Line]) -> bool:
    return any(line.kind is not Kind.HEADING and line.text for line in lines)


def _items(
    blocks: Sequence[Block], words: SurveyWords, known: tuple[str, ...]
) -> tuple[Form, tuple[Person, ...], tuple[Text, ...]]:
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
                sums.append(join(cell.text for cell in block.all_rows[0].cells))
    items.sort(key=lambda item: item.start)
    return Form(tuple(items), form.loose), tuple(people), tuple(sums)


def _restarts(items: tuple[FormItem, ...], stretch: Stretch, known: Sequence[str]) -> list[tuple[FormItem, ...]]:
    """The items cut where the form begins again."""
    if not items:
        return []
    if stretch.role == COMPLETED and all(item.style is Style.BULLET and not item.below for item in items):
        return _rounds(items, stretch, len(known))
    starts = [number for number in range(len(items)) if number == 0 or _begins_again(items, number, stretch, known)]
    return [items[start:end] for start, end in zip(starts, [*starts[1:], len(items)], strict=True)]


def _rounds(items: tuple[FormItem, ...], stretch: Stretch, asked: int) -> list[tuple[FormItem, ...]]:
    """Answers without questions or numbers: cut at dividers, else as many at a time as there are questions, else each
    is all that somebody said."""
    rules = [
        number for number, block in enumerate(stretch.blocks) if isinstance(block, Line) and block.kind is Kind.RULE
    ]
    if rules:
        groups = [
            tuple(item for item in items if low < item.start < high)
            for low, high in pairwise([-1, *rules, len(stretch.blocks)])
        ]
        return [group for group in groups if group]
    size = asked if asked and len(items) % asked == 0 else 1
    return [items[start : start + size] for start in range(0, len(items), size)]


def _begins_again(items: Sequence[FormItem], number: int, stretch: Stretch, known: Sequence[str]) -> bool:
    first, item = items[0], items[number]
    if first.key and len(first.key.split()) > 1 and (item.key == first.key or _same_question(item, first)):
        return True
    if first.number is None or item.number != first.number or item.style is not first.style:
        return False
    if stretch.role == COMPLETED:
        return True
    between = any(_divides(block) for block in stretch.blocks[items[number - 1].start : item.start])
    return between and _answers_follow(items, number)


def _divides(block: Block) -> bool:
    return isinstance(block, Line) and (
        block.kind in (Kind.HEADING, Kind.RULE) or (block.kind is Kind.TEXT and block.text.bold)
    )


def _answers_follow(items: Sequence[FormItem], number: int) -> bool:
    """Whether numbered answers follow numbered questions: the first round asks, this one does not."""
    length = next(place for place in range(1, number + 1) if items[place].number == items[0].number)
    ahead = items[number : number + length]
    return 2 * sum(item.asks for item in items[:length]) > length and 3 * sum(item.asks for item in ahead) <= len(ahead)


def _same_question(item: FormItem, first: FormItem) -> bool:
    return first.asks and repeats(item.head.string, (first.head.string,)) is not None and item.style is first.style


def _sheet(
    stretch: Stretch,
    items: tuple[FormItem, ...],
    number: int,
    count: int,
    parts: Sequence[tuple[FormItem, ...]],
    loose: tuple[Line, ...],
    sums: tuple[Text, ...],
    people: bool,
) -> Sheet:
    first = _first_block(stretch, parts, number)
    last = _first_block(stretch, parts, number + 1) if number + 1 < count else len(stretch.blocks)
    blocks = tuple(block for block in stretch.blocks[first:last] if not (people and isinstance(block, Table)))
    ahead = parts[number + 1][0].start if number + 1 < count else last
    items = _cut_off(items, stretch.blocks[last:ahead])
    own = _own_heading(stretch, first, items)
    heading = own if number else stretch.heading
    place = heading or (items[0].head if items else None)
    label = heading.flat if heading and (number == 0 or own) else ""
    completed = stretch.role in (COMPLETED, ONE) or (number > 0 and _only_answers(items))
    return Sheet(
        label,
        place.place if place else _place(stretch),
        items,
        blocks,
        stretch.passage,
        completed,
        stretch.role is not None,
        loose,
        sums,
        stretch.within == FORM,
        stretch.role == ONE,
        stretch.heading,
    )


def _cut_off(items: tuple[FormItem, ...], behind: Sequence[Block]) -> tuple[FormItem, ...]:
    """The items without the lines that belong to the next sheet."""
    if not items or not behind:
        return items
    others = {id(block) for block in behind}
    last = items[-1]
    return (*items[:-1], replace(last, below=tuple(line for line in last.below if id(line) not in others)))


def _only_answers(items: Sequence[FormItem]) -> bool:
    return 2 * sum(item.asks for item in items) < len(items) and not any(item.below for item in items)


def _place(stretch: Stretch) -> Place:
    return stretch.blocks[0].place if stretch.blocks else Place(stretch.passage.file)


def _first_block(stretch: Stretch, parts: Sequence[tuple[FormItem, ...]], number: int) -> int:
    """A sheet begins at the heading or divider right above its first item."""
    if number == 0:
        return 0
    first = parts[number][0].start
    floor = parts[number - 1][-1].start
    while first - 1 > floor and _is_heading(stretch.blocks[first - 1]):
        first -= 1
    return first


def _is_heading(block: Block) -> bool:
    return isinstance(block, Line) and (block.kind in (Kind.HEADING, Kind.ENTRY) or block.text.bold)


def _own_heading(stretch: Stretch, first: int, items: Sequence[FormItem]) -> Text | None:
    block = stretch.blocks[first] if first < len(stretch.blocks) else None
    return block.text if isinstance(block, Line) and _is_heading(block) and items and first < items[0].start else None


def _of_person(stretch: Stretch, person: Person) -> Sheet:
    tables = tuple(block for block in stretch.blocks if isinstance(block, Table))
    place = person.label.place if person.label else person.items[0].head.place
    return Sheet(person.label.flat, place, person.items, tables, stretch.passage, True, True, heading=stretch.heading)


# -- filled in or blank


def _is_filled(sheet: Sheet, sheets: Sequence[Sheet], given: Sequence[str], words: SurveyWords) -> bool:
    """A sheet that nothing announces: an answered copy of another one, or the only one and answered."""
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
    return sum(
        answer.filled and answer.question is not None for answer in read_answers(sheet.items, questions, [], words)
    )


def _answered_alone(sheet: Sheet, words: SurveyWords) -> int:
    """The same without a blank form at hand: only what was chosen or stands as text below a question. A word that
    comes back below several questions says what kind of question each is."""
    items = [
        replace(item, below=tuple(line for line in item.below if line.kind is not Kind.ITEM or line.ticked))
        for item in sheet.items
        if item.asks
    ]
    answers = read_answers(
        [item for item in items if item.below or item.options], [item.head.flat for item in items], [], words
    )
    said = Counter(bare_words(text.string) for answer in answers for text in answer.free)
    return 0 if said and max(said.values()) > 1 else sum(answer.filled for answer in answers)
