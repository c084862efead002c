"""How a submission is written in which a measure gives a certain amount: one recipe for each measure that can be made to order.

A recipe says which amounts it can make (None: any number) and writes one. The early ones write what can be counted, the later
ones put words into it, the last ones make it as long as it has to be. A measure without a recipe is named as not made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.writing import MOST_WORDS, CannotMake, Writing, part_slots
from mcred_lint.matching.lexicon import ENDS, LENGTH, STARTS
from mcred_lint.matching.specs import AnswersPlace, FieldPlace, GroupsPlace, ListPlace, ResponsesPlace
from mcred_lint.measures.specs import (
    AnswersMeasure,
    Characters,
    Count,
    Files,
    Filled,
    Hours,
    Identity,
    Links,
    Mentions,
    Placeholders,
    QuestionForm,
    ResponsesMeasure,
    SharedTerms,
    Theme,
    Words,
    Years,
)  # fmt: skip
from mcred_lint.measures.view import EVERYTHING
from mcred_lint.text.phrases import first_phrase

EARLY, LATER, LAST = range(3)
SHARED_ENTRIES, SHARED_PARTS = 12, 4
"""Of how many entries or parts a share is made, where nothing else says how many there are."""
LONGEST_PART = 90
"""Minutes."""
LATEST_YEAR = 2020

Amounts = Sequence[float] | None


@dataclass(frozen=True)
class Recipe:
    """amounts: which it can make of this measure. write: one of them. stage: after which others."""

    write: Callable[[Any, float, Writing], None]
    amounts: Callable[[Any, Writing], Amounts] = lambda spec, writing: None
    stage: int = EARLY


# ---- what is counted ---------------------------------------------------------------------------------------------------


def count(spec: Count, amount: float, writing: Writing) -> None:
    for slot in writing.make(spec.of, int(amount)):
        writing.fill(slot)


def answers(spec: AnswersMeasure, amount: float, writing: Writing) -> None:
    component, place, described = writing.place(spec.of)
    prompts = list(described.prompts) if isinstance(described, AnswersPlace) else []
    for prompt in prompts[: int(amount)]:
        writing.texts[Slot(component, place, key=prompt)] = writing.filler.words(max(spec.at_least_words, 5))


def answers_amounts(spec: AnswersMeasure, writing: Writing) -> Amounts:
    described = writing.place(spec.of)[2]
    return range(len(described.prompts) + 1) if isinstance(described, AnswersPlace) else ()


def responses(spec: ResponsesMeasure, amount: float, writing: Writing) -> None:
    component, _, described = writing.place(spec.of)
    if not isinstance(described, ResponsesPlace):
        raise CannotMake("these are no completed surveys")
    for slot in (*writing.slots_in(component, described.of), *writing.make(spec.of, int(amount))):
        writing.fill(slot)


def files(spec: Files, amount: float, writing: Writing) -> None:
    for slot in writing.make(spec.of, int(amount)) if amount else ():
        writing.fill(slot)


def hours(spec: Hours, amount: float, writing: Writing) -> None:
    component, place, described = writing.place(spec.of)
    minutes = int(amount)
    if not isinstance(described, GroupsPlace) or not minutes:
        raise CannotMake("no time at all is not the same as a time of nothing")
    if not (described.length or (described.starts and described.ends)):
        raise CannotMake("the rubric has no name for a length")
    many = writing.size(spec.of, -(-minutes // LONGEST_PART))
    writing.make(spec.of, many)
    for number in range(many):
        lasts = minutes // many + (number < minutes % many)
        for key, text in _times(described, lasts, writing).items():
            writing.texts[Slot(component, place, number, key)] = text


def _times(described: GroupsPlace, minutes: int, writing: Writing) -> dict[str, str]:
    if described.length:
        return {LENGTH: writing.filler.form("length", minutes)}
    return {STARTS: "8:00 am", ENDS: f"{8 + minutes // 60}:{minutes % 60:02d} am"}


def filled(spec: Filled, amount: float, writing: Writing) -> None:
    required = _required(spec, writing)
    wanted = round(amount * len(required))
    for of in spec.of:
        if not isinstance(writing.place(of)[2], FieldPlace):
            raise CannotMake("only single fields and the fields of parts can be filled to order")
    by_part = sorted(
        required, key=lambda slot: (bool(slot.key), list(_keys(spec, writing)).index(slot.key) if slot.key else 0)
    )
    for slot in by_part[:wanted]:
        writing.fill(slot)
    writing.closed.update(by_part[wanted:])
    if spec.per is not None:
        _let_parts_exist(spec, spec.per, writing)


def filled_amounts(spec: Filled, writing: Writing) -> Amounts:
    total = len(_required(spec, writing))
    return [number / total for number in range(total + 1)] if total else ()


def _keys(spec: Filled, writing: Writing) -> Iterable[str]:
    described = writing.place(spec.per)[2] if spec.per else None
    fields = described.fields if isinstance(described, GroupsPlace) else {}
    return [key for key in fields if not spec.fields or key in spec.fields]


def _required(spec: Filled, writing: Writing) -> list[Slot]:
    """The fields that are asked for: the single ones, and those of some parts."""
    single = [Slot(*writing.view.address(of)[:2]) for of in spec.of]
    if spec.per is None:
        return single
    many = writing.size(spec.per, SHARED_PARTS)
    return single + [
        slot for number in range(many) for slot in part_slots(writing, spec.per, number, _keys(spec, writing))
    ]


def _let_parts_exist(spec: Filled, per: str, writing: Writing) -> None:
    """A part in which nothing stands is none: what is not asked for is written into each."""
    component, place, described = writing.place(per)
    many = writing.size(per, SHARED_PARTS)
    writing.make(per, many)
    timed = isinstance(described, GroupsPlace) and bool(described.length)
    for number in range(many):
        slots = part_slots(writing, per, number)
        spare = [slot for slot in slots if slot.key not in _keys(spec, writing)]
        if timed:
            writing.texts.setdefault(
                Slot(component, place, number, LENGTH), writing.filler.form("length", LONGEST_PART)
            )
        elif spare:
            writing.fill(spare[0])
        elif not any(slot in writing.texts for slot in slots):
            raise CannotMake("parts in which nothing stands are no parts")


def links(spec: Links, amount: float, writing: Writing) -> None:
    many = writing.size(spec.of, SHARED_ENTRIES)
    linked = _whole(amount * many)
    for number, slot in enumerate(writing.make(spec.of, many)):
        writing.texts[slot] = writing.filler.form("source" if number < linked else "source_without_link")


def share_of_entries(spec: Any, writing: Writing) -> Amounts:
    many = writing.size(spec.of, SHARED_ENTRIES)
    return [number / many for number in range(many + 1)] if many else (0.0,)


def _whole(number: float) -> int:
    if abs(number - round(number)) > 1e-9:
        raise CannotMake("this share cannot be made of so many")
    return round(number)


def question_form(spec: QuestionForm, amount: float, writing: Writing) -> None:
    for slot in writing.make(spec.of, int(amount) + 1):
        writing.texts[slot] = writing.filler.form("question")
    for slot in writing.slots(spec.of)[: int(amount)]:
        writing.texts[slot] = writing.filler.words(spec.long + 1).rstrip(".") + "?"


# ---- what is said ------------------------------------------------------------------------------------------------------


def mentions(spec: Mentions, amount: float, writing: Writing) -> None:
    if spec.per_entry:
        return _in_entries(spec, amount, writing)
    if not amount:
        return _say_something(spec.of, writing)
    slot = _text_slot(spec.of, writing)
    writing.fill(slot)
    for theme in list(spec.themes.values())[: int(amount)]:
        writing.add(slot, f"{_telling(theme, writing)} {writing.filler.words(1)}")


def _say_something(of: Iterable[str], writing: Writing) -> None:
    """Something to look in, where that may be."""
    with suppress(CannotMake):
        writing.fill(_text_slot(of, writing))


def _in_entries(spec: Mentions, amount: float, writing: Writing) -> None:
    of, theme = spec.of[0], next(iter(spec.themes.values()))
    many = writing.size(of, SHARED_ENTRIES)
    said = _whole(amount * many)
    if not isinstance(writing.place(of)[2], ListPlace) or len(spec.of) > 1:
        raise CannotMake("a share of entries is made of one list only")
    for number, slot in enumerate(writing.make(of, many)):
        writing.fill(slot)
        if number < said:
            writing.texts[slot] = f"{_telling(theme, writing)} {writing.texts[slot]}"


def mentions_amounts(spec: Mentions, writing: Writing) -> Amounts:
    if spec.per_entry:
        many = writing.size(spec.of[0], SHARED_ENTRIES)
        return [number / many for number in range(many + 1)]
    many = len(spec.themes)
    beyond = many if spec.unclear_beyond is None else spec.unclear_beyond
    return [number for number in range(many + 1) if number < beyond or number == many]


def _text_slot(of: Iterable[str], writing: Writing) -> Slot:
    """A slot at one of the addresses, the first at which a text can stand."""
    problem = CannotMake("there is no place for a text")
    for address in of:
        try:
            return writing.some_text(address)
        except CannotMake as error:
            problem = error
    raise problem


def _telling(theme: Theme, writing: Writing) -> str:
    """Words that show a theme, and nothing that is unwanted."""
    for phrase in theme.words:
        said = phrase.replace("*", "").strip()
        if said and first_phrase(said, (phrase,)) and not first_phrase(said, writing.unwanted):
            return said
    raise CannotMake(f'no word that shows "{theme.title}" shows nothing else')


def shared_terms(spec: SharedTerms, amount: float, writing: Writing) -> None:
    field = writing.view.address(spec.of)[2] or ""
    many = writing.size(spec.of, SHARED_PARTS)
    shared = _whole(amount * many)
    slot = _text_slot(spec.with_, writing)
    common = writing.filler.words(max(spec.least, 1) + 3)
    writing.add(slot, common)
    writing.make(spec.of, many)
    for number in range(many):
        for part in part_slots(writing, spec.of, number, (field,)):
            if number < shared:
                writing.add(part, common)
            elif part not in writing.closed:
                writing.fill(part)


def share_of_parts(spec: SharedTerms, writing: Writing) -> Amounts:
    many = writing.size(spec.of, SHARED_PARTS)
    return [number / many for number in range(many + 1)] if many else ()


def years(spec: Years, amount: float, writing: Writing) -> None:
    if amount > LATEST_YEAR - 1900:
        raise CannotMake("years so long ago are not written as years")
    slot = _text_slot(spec.of, writing)
    for year in dict.fromkeys((LATEST_YEAR, LATEST_YEAR - int(amount))):
        writing.add(slot, writing.filler.form("earlier_year", year) + ".")


# ---- how long it is ----------------------------------------------------------------------------------------------------


def words(spec: Words, amount: float, writing: Writing) -> None:
    lacking = int(amount) - writing.words_at(spec.of)
    if lacking < 0:
        raise CannotMake("what else is asked for takes more words")
    if lacking > MOST_WORDS:
        raise CannotMake(f"texts of more than {MOST_WORDS} words are not made")
    if lacking:
        writing.add(writing.some_text(spec.of), writing.filler.words(lacking))


def characters(spec: Characters, amount: float, writing: Writing) -> None:
    if any(slot in writing.texts for slot in writing.slots(spec.of)):
        raise CannotMake("characters are counted out in a text of its own only")
    if amount:
        writing.texts[writing.some_text(spec.of)] = writing.filler.characters(int(amount))


# ---- what must not be there ----------------------------------------------------------------------------------------------


def identity(spec: Identity, amount: float, writing: Writing) -> None:
    slot = writing.some_text(EVERYTHING)
    writing.fill(slot)
    for _ in range(int(amount)):
        writing.add(slot, f"{writing.filler.form('identifies')} {writing.filler.words(1)}")


def placeholders(spec: Placeholders, amount: float, writing: Writing) -> None:
    slot = writing.some_text(EVERYTHING)
    writing.fill(slot)
    for _ in range(int(amount)):
        writing.add(slot, f"{writing.view.language.placeholders.phrases[0]} {writing.filler.words(1)}")


RECIPES: Mapping[str, Recipe] = {
    "answers": Recipe(answers, answers_amounts),
    "characters": Recipe(characters, stage=LAST),
    "count": Recipe(count),
    "files": Recipe(files),
    "filled": Recipe(filled, filled_amounts),
    "hours": Recipe(hours),
    "identity": Recipe(identity, stage=LATER),
    "links": Recipe(links, share_of_entries),
    "mentions": Recipe(mentions, mentions_amounts, LATER),
    "placeholders": Recipe(placeholders, stage=LATER),
    "question_form": Recipe(question_form),
    "responses": Recipe(responses),
    "shared_terms": Recipe(shared_terms, share_of_parts, LATER),
    "words": Recipe(words, stage=LAST),
    "years": Recipe(years, stage=LATER),
}
"""One line for each measure that can be made to order."""
