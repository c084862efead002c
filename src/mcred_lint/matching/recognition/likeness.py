"""How much a passage is like a component, by what the component is made of. Only asked where no name decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mcred_lint.document.blocks import Line
from mcred_lint.matching.content import Passage
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.materials.mentions import is_web, mentions
from mcred_lint.matching.parts.find import find_groups
from mcred_lint.matching.prose import visible
from mcred_lint.matching.references.entries import guess_entries
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
from mcred_lint.matching.surveys.questions import find_questions
from mcred_lint.matching.surveys.responses import find_responses
from mcred_lint.text.language import Language
from mcred_lint.text.names import NameTable
from mcred_lint.text.phrases import find_phrases, first_phrase
from mcred_lint.text.words import count_words

ENOUGH = 2.0
CLEAR = 3.0
MARGIN = 1.25
"""The best component must be this many times as like as the second."""

SIGN, MOST_SIGNS = 0.4, 4
RESTATED = 1.5
"""For each question of the issuer's that the passage restates."""
PROMPTS_SEEN, PROMPT_WORD, MOST_PROMPT_WORDS = 1.5, 0.05, 20
"""For the share of the prompts whose words are seen, and for each of these words."""
PROSE_WORDS = 40
"""In fewer words prompts are seen by chance."""
ONE_PART, SEVERAL_PARTS = 2.0, 4.0
PART_FIELDS = 3
"""Fields that a part must have filled to be no chance."""
LIST, LEAST_ENTRIES = 3.0, 3
LINKS = 1.0
LABEL = 1.0
FORM = 2.0
SHORT_FORM_WORDS = 250
"""A passage that asks several questions and has no more words is a form, even where no word says so."""

Sign = tuple[float, str]
"""How much something speaks for a component, and what it is, in words (empty: not worth telling)."""


@dataclass(frozen=True)
class Guess:
    component: str
    score: float
    note: str


class Likeness:
    """Weighs passages against the components that nothing names."""

    def __init__(self, components: Mapping[str, Component], language: Language) -> None:
        self._components = components
        self._language = language

    def best(self, passage: Passage) -> Guess | None:
        """The component a passage is most like, when it is like it enough and clearly more than like any other."""
        return self._decided(passage, ENOUGH)

    def clear(self, passage: Passage) -> Guess | None:
        """The same with a higher bar: to overrule the heading it stands under."""
        return self._decided(passage, CLEAR)

    def _decided(self, passage: Passage, least: float) -> Guess | None:
        guesses = sorted((self._guess(key, passage) for key in self._components), key=lambda guess: -guess.score)
        if not guesses or guesses[0].score < least:
            return None
        second = guesses[1].score if len(guesses) > 1 else 0.0
        return guesses[0] if guesses[0].score >= MARGIN * second else None

    def _guess(self, key: str, passage: Passage) -> Guess:
        found = list(_Weighing(self._components[key], passage, self._language).signs())
        told = ", ".join(words for _, words in found if words)
        return Guess(key, sum(weight for weight, _ in found), f"its content: {told}" if told else "its content")


class _Weighing:
    """One passage against one component."""

    def __init__(self, component: Component, passage: Passage, language: Language) -> None:
        self._component = component
        self._passage = passage
        self._language = language
        self._string = "\n".join(text.string for text in visible(passage.blocks))
        self._with_heading = f"{self._string}\n{passage.heading.flat if passage.heading else ''}"

    def signs(self) -> Iterator[Sign]:
        yield from self._words()
        for place in self._component.places.values():
            yield from self._place(place)
        yield from self._labels()

    def _place(self, place: Place) -> Iterable[Sign]:
        match place:
            case AnswersPlace():
                return self._prompts(place)
            case GroupsPlace():
                return self._parts(place)
            case ListPlace():
                return self._list(place)
            case MaterialsPlace():
                return [(LINKS, "")] if any(map(is_web, mentions(self._passage))) else []
            case QuestionsPlace():
                return self._form(place)
            case ResponsesPlace():
                return self._filled_forms(place)
            case FieldPlace():
                return []

    def _words(self) -> Iterator[Sign]:
        found = [sign for sign in self._component.signs if first_phrase(self._with_heading, (sign,))]
        if found:
            shown = ", ".join(f'"{word.rstrip("*")}"' for word in found[:3])
            yield min(len(found), MOST_SIGNS) * SIGN, f"words such as {shown}"

    def _labels(self) -> Iterator[Sign]:
        names = Names(self._component)
        fields = {key for key, place in self._component.places.items() if isinstance(place, FieldPlace)}
        labels = (label_of(block) for block in self._passage.blocks if isinstance(block, Line))
        found = {key for label in labels if label is not None for key in names.in_component(label)} & fields
        if found:
            yield len(found) * LABEL, "labels such as " + ", ".join(sorted(found))

    # ---- places ------------------------------------------------------------------------------------------------------

    def _prompts(self, place: AnswersPlace) -> Iterator[Sign]:
        prompts = place.prompts.values()
        restated = sum(first_phrase(self._string, prompt.restated) is not None for prompt in prompts)
        asked = max(restated, self._headed(place))
        if asked >= 2:
            yield asked * RESTATED, f"{asked} of its questions"
        elif count_words(self._string) >= PROSE_WORDS:
            hits = [len({hit.phrase for hit in find_phrases(self._string, prompt.words)}) for prompt in prompts]
            share = sum(hit > 0 for hit in hits) / len(hits)
            yield share * PROMPTS_SEEN + min(sum(hits), MOST_PROMPT_WORDS) * PROMPT_WORD, ""

    def _headed(self, place: AnswersPlace) -> int:
        """How many prompts have a heading or a label with a name of theirs."""
        table = NameTable.of({key: prompt.names for key, prompt in place.prompts.items()})
        labels = (label_of(block) for block in self._passage.blocks if isinstance(block, Line))
        named_ = (
            table.keys(label.text.flat, loosely=False) for label in labels if label is not None and not label.alone
        )
        return len({key for keys in named_ for key in keys})

    def _parts(self, place: GroupsPlace) -> Iterator[Sign]:
        found, _ = find_groups([self._passage], place, Names(self._component, self._key_of(place)), self._language)
        parts = found.groups if found else ()
        named = ([value for value in part.fields.values() if value.filled and not value.guessed] for part in parts)
        rich = sum(len(values) >= PART_FIELDS for values in named)
        if rich:
            yield SEVERAL_PARTS if rich > 1 else ONE_PART, f"{rich} parts with their own fields"

    def _key_of(self, place: GroupsPlace) -> str:
        return next(key for key, other in self._component.places.items() if other is place)

    def _list(self, place: ListPlace) -> Iterator[Sign]:
        found = guess_entries([self._passage], place, self._language.general, self._language.placeholders)
        if found is not None and len(found.entries) >= LEAST_ENTRIES:
            yield LIST, f"a list of {len(found.entries)} {place.title.rsplit(' ', 1)[-1]}"

    # ---- forms -------------------------------------------------------------------------------------------------------

    @property
    def _is_named(self) -> bool:
        """Whether a name or sign of the component stands anywhere in the passage."""
        return first_phrase(self._with_heading, (*self._component.names, *self._component.signs)) is not None

    def _form(self, place: QuestionsPlace) -> Iterator[Sign]:
        found = find_questions([self._passage], place, self._language.placeholders)
        questions = found.questions if found is not None else ()
        asked = sum(question.text.string.rstrip().endswith("?") for question in questions)
        short = 2 * asked > len(questions) and count_words(self._string) <= SHORT_FORM_WORDS
        if len(questions) >= 2 and (self._is_named or short):
            yield FORM, f"{len(questions)} survey questions"

    def _filled_forms(self, place: ResponsesPlace) -> Iterator[Sign]:
        if not self._is_named:
            return
        found = find_responses([self._passage], place, None, self._language.placeholders)
        if found is not None and len(found.responses) >= 2:
            yield FORM, f"{len(found.responses)} completed forms"
