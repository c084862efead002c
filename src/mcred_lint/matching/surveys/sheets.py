"""Cutting a component at its survey sheets: the blank form, and each completed copy.

A sheet is announced by a heading, a label, a file's name or an entry of a form export. Where nothing announces it,
the form that begins again tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from mcred_lint.document.blocks import Kind, Line, Table
from mcred_lint.matching.content import Passage
from mcred_lint.matching.surveys.content import Content, read_content
from mcred_lint.matching.surveys.filled import is_filled
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.known import Known
from mcred_lint.matching.surveys.people import Person
from mcred_lint.matching.surveys.rounds import Round, rounds
from mcred_lint.matching.surveys.sheet import Sheet
from mcred_lint.matching.surveys.stretches import Stretch, stretches
from mcred_lint.matching.surveys.words import COMPLETED, FORM, ONE, SurveyWords
from mcred_lint.sources.places import Place


def divide(
    passages: Sequence[Passage], words: SurveyWords, known: tuple[str, ...] = (), filled: Sequence[Passage] = ()
) -> list[Sheet]:
    """Every sheet in reading order. `known`: the survey's questions, where they are known already; `filled`: further
    passages, known to hold completed surveys."""
    cut = [stretch for passage in passages for stretch in stretches(passage, words)]
    cut += [stretch for passage in filled for stretch in stretches(passage, words, COMPLETED)]
    form, asked = (None, Known(known)) if known else _blank_form(cut, words)
    sheets = [sheet for stretch in cut for sheet in _sheets(stretch, words, Known() if stretch is form else asked)]
    return [replace(sheet, completed=sheet.completed or is_filled(sheet, sheets, known, words)) for sheet in sheets]


def _blank_form(cut: Sequence[Stretch], words: SurveyWords) -> tuple[Stretch | None, Known]:
    """The stretch of the blank form, the first that is not handed in as completed, and its questions."""
    asking = (stretch for stretch in cut if stretch.role in (FORM, None))
    for stretch in sorted(asking, key=lambda stretch: stretch.role is None):
        first = next(_sheets(stretch, words, Known()), None)
        if first is not None and first.items:
            return stretch, Known.of_form(first.items)
    return None, Known()


def _sheets(stretch: Stretch, words: SurveyWords, known: Known) -> Iterator[Sheet]:
    content = read_content(stretch, words, known)
    answers = _only_answers_by_number(content.items, known)
    copies = rounds(replace(stretch, answers=answers), content.items, len(known.questions))
    if answers and (len(copies) < 2 or not all(_set_apart(stretch, copy) for copy in copies[1:])):
        answers, copies = False, rounds(stretch, content.items, len(known.questions))
    if not copies and (stretch.role != COMPLETED or content.sums or _says_something(content.loose)):
        copies = [Round(last=len(stretch.blocks))]
    for number, copy in enumerate(copies):
        sheet = _sheet(stretch, copy, number, content)
        yield replace(sheet, completed=True) if answers else sheet
    for person in content.people:
        yield _of_person(stretch, person)
    if not content.items and stretch.role == COMPLETED:
        yield from _quoted(stretch)


def _quoted(stretch: Stretch) -> Iterator[Sheet]:
    """What several people wrote, each in a quotation of its own."""
    lines = [block for block in stretch.blocks if isinstance(block, Line) and block.quoted and block.text]
    said = [list(group) for _, group in groupby(lines, key=lambda line: line.block)]
    for group in said if len(said) > 1 else ():
        yield Sheet("", group[0].place, (), tuple(group), completed=True, named=True, single=True)


def _says_something(lines: Iterable[Line]) -> bool:
    return any(line.kind is not Kind.HEADING and line.text for line in lines)


def _only_answers_by_number(items: Sequence[FormItem], known: Known) -> bool:
    """Whether numbered lines answer the survey's questions again and again: they count up to as many as it asks, and
    begin anew."""
    asked = len(known.questions)
    numbers = [item.number for item in items]
    starts = numbers.count("1")
    asking = sum(item.asks or known.prints(item.head.string) for item in items)
    return (
        asked > 1
        and starts > 1
        and len(items) <= starts * asked
        and 2 * len(items) >= starts * asked
        and 3 * asking <= len(items)
    )


def _set_apart(stretch: Stretch, copy: Round) -> bool:
    """Whether a divider or a line such as "From: a participant" begins a round, and no heading of the author's own."""
    above = [block for block in stretch.blocks[copy.first : copy.items[0].start] if isinstance(block, Line)]
    return bool(above) and all(line.kind in (Kind.RULE, Kind.TEXT) for line in above)


def _sheet(stretch: Stretch, copy: Round, number: int, content: Content) -> Sheet:
    blocks = stretch.blocks[copy.first : copy.last]
    heading = copy.heading if number else stretch.heading or copy.heading
    place = heading or (copy.items[0].head if copy.items else None)
    return Sheet(
        label=heading.flat if heading and (number == 0 or copy.heading) else "",
        place=place.place if place else _place(stretch),
        items=copy.items,
        blocks=tuple(block for block in blocks if not (content.people and isinstance(block, Table))),
        completed=stretch.role in (COMPLETED, ONE) or (number > 0 and _only_answers(copy.items)),
        named=stretch.role is not None,
        inner=stretch.within == FORM,
        single=stretch.role == ONE,
        loose=() if number else content.loose,
        sums=() if number else content.sums,
    )


def _only_answers(items: Sequence[FormItem]) -> bool:
    return 2 * sum(item.asks for item in items) < len(items) and not any(item.below for item in items)


def _place(stretch: Stretch) -> Place:
    return stretch.blocks[0].place if stretch.blocks else Place(stretch.passage.file)


def _of_person(stretch: Stretch, person: Person) -> Sheet:
    tables = tuple(block for block in stretch.blocks if isinstance(block, Table))
    return Sheet(person.label.flat, person.place, person.items, tables, True, True, note=person.note)
