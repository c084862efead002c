"""What a template tells its author, in the rubric's own words: what is asked, how much, and what is for a person."""

from __future__ import annotations

from functools import cached_property

from mcred_lint.authoring.pages.described import DescribedCriterion, DescribedPart, describe
from mcred_lint.authoring.pages.words import NOT_NEEDS
from mcred_lint.authoring.templates.layout import Notes
from mcred_lint.findings import Basis
from mcred_lint.judging.words import needs_in_words
from mcred_lint.matching.specs import (
    AnswersPlace,
    FieldPlace,
    GroupsPlace,
    ListPlace,
    MaterialsPlace,
    Place,
    QuestionsPlace,
    ResponsesPlace,
)  # fmt: skip
from mcred_lint.rubric.model import Rubric
from mcred_lint.text.language import Language
from mcred_lint.wording import join_words, sentence

_FOR_A_PERSON = "The assessor judges, and nothing is counted"
_HOW: tuple[tuple[type[Place], str], ...] = (
    (ListPlace, "One to a line; add or delete lines as you need them"),
    (MaterialsPlace, "Put the files into this folder and name each on a line of its own, or give links"),
    (AnswersPlace, "Write below each question"),
    (GroupsPlace, "Copy the lines of one part for each further part; delete a part that you do not need"),
    (QuestionsPlace, "One question to a line, in the words of your form"),
    (ResponsesPlace, "For each form that came back, the answers in the order of your questions; no names"),
)


class Guidance:
    """The notes for one component."""

    def __init__(self, component: str, rubric: Rubric, language: Language) -> None:
        self._key, self._component = component, rubric.components[component]
        self._rubric, self._language = rubric, language

    @cached_property
    def _parts(self) -> dict[str, DescribedPart]:
        return {part.id: part for part in describe(self._rubric, self._language).parts}

    # ---- a component ------------------------------------------------------------------------------------------------

    def component(self) -> Notes:
        """Everything that is asked of it."""
        part = self._parts[self._key]
        counted = [self._criterion(criterion) for criterion in part.criteria if criterion.basis is not Basis.PERSON]
        people = [criterion.title for criterion in part.criteria if criterion.basis is Basis.PERSON]
        told = (f"{_FOR_A_PERSON}: {'; '.join(people)}.",) if people else ()
        return (sentence(part.scale or ""), *counted, *told)

    def _criterion(self, criterion: DescribedCriterion) -> str:
        """A criterion with what its levels need and the advice, in one paragraph."""
        needs = (needs_in_words(level, needed) for level, needed in criterion.levels if needed not in NOT_NEEDS)
        # What is said when advice is not followed would read here as if that were so already.
        advises = self._component.criteria[criterion.id.removeprefix(f"{self._key}.")].advise
        notes = [note for note in criterion.notes if not (advises and note == criterion.guide)]
        return " ".join(map(sentence, (criterion.title, *needs, *notes, *_filled(criterion.advice))))

    def everywhere(self) -> Notes:
        """What is asked of the whole submission."""
        whole = self._parts.get("submission")
        return tuple(
            " ".join(map(sentence, (f"Everywhere: {criterion.title}", *_filled(criterion.advice))))
            for criterion in (whole.criteria if whole is not None else ())
        )

    # ---- what it is made of -----------------------------------------------------------------------------------------

    def place(self, key: str) -> Notes:
        """What belongs there, and how to write it."""
        place = self._component.places[key]
        how = next((words for kind, words in _HOW if isinstance(place, kind)), None)
        if isinstance(place, FieldPlace | ListPlace):
            return tuple(map(sentence, (place.title, *_filled(how))))
        return tuple(map(sentence, _filled(how)))

    def field(self, groups: GroupsPlace, key: str) -> Notes:
        """What may fill it."""
        field = groups.fields[key]
        answers = (f'"{field.none_words[0]}" is an answer too',) if field.none_words else ()
        choice = (
            (f"One of: {join_words([word.replace('*', '...') for word in field.one_of], last='or')}",)
            if field.one_of
            else ()
        )
        return tuple(map(sentence, (*choice, *answers)))


def _filled(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()
