"""Recipes for what is counted: entries, questions, parts, answers, completed copies, time."""

from __future__ import annotations

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.recipes.recipe import SHARED_ENTRIES, Amounts, whole
from mcred_lint.authoring.templates.writing import CannotMake, Writing
from mcred_lint.matching.lexicon import ENDS, LENGTH, STARTS
from mcred_lint.matching.materials.usable import USABLE_WORDS
from mcred_lint.matching.specs import AnswersPlace, GroupsPlace, ResponsesPlace
from mcred_lint.measures.specs import AnswersMeasure, Count, Files, Hours, Links, QuestionForm, ResponsesMeasure

LONGEST_PART = 90
BEGINNING = 8 * 60
DAY = 24 * 60
"""Minutes."""


def count(spec: Count, amount: float, writing: Writing) -> None:
    """Something in each of them. A part in which a measure of its fields has written is left as it is."""
    slots = writing.make(spec.of, int(amount))
    begun = {slot.number for slot in slots if slot in writing.texts}
    for slot in slots:
        if slot.number not in begun:
            writing.fill(slot)


def prepare_count(spec: Count, amount: float, writing: Writing) -> None:
    writing.make(spec.of, int(amount))


def answers(spec: AnswersMeasure, amount: float, writing: Writing) -> None:
    component, place, described = writing.place(spec.of)
    prompts = list(described.prompts) if isinstance(described, AnswersPlace) else []
    for prompt in prompts[: int(amount)]:
        writing.put(Slot(component, place, key=prompt), writing.filler.words(max(spec.at_least_words, 5)))


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
    if not amount:
        writing.most_words = USABLE_WORDS - 1  # a longer text is something to use itself
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
            writing.put(Slot(component, place, number, key), text)


def _times(described: GroupsPlace, minutes: int, writing: Writing) -> dict[str, str]:
    if described.length:
        return {LENGTH: writing.filler.form("length", minutes)}
    ends = BEGINNING + minutes
    if ends >= DAY:
        raise CannotMake("a day is too short for it")
    return {STARTS: _clock(BEGINNING), ENDS: _clock(ends)}


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def links(spec: Links, amount: float, writing: Writing) -> None:
    many = writing.size(spec.of, SHARED_ENTRIES)
    linked = whole(amount * many)
    for number, slot in enumerate(writing.make(spec.of, many)):
        writing.put(slot, writing.filler.form("source" if number < linked else "source_without_link"))


def question_form(spec: QuestionForm, amount: float, writing: Writing) -> None:
    for slot in writing.make(spec.of, int(amount) + 1):
        writing.put(slot, writing.filler.form("question"))
    for slot in writing.slots(spec.of)[: int(amount)]:
        writing.put(slot, writing.filler.words(spec.long + 1).rstrip(".") + "?")
