"""How much a passage is like a component, by what the component is made of. Only asked where no name decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mcred_lint.document.blocks import Line
from mcred_lint.matching.content import Passage
from mcred_lint.matching.entries import guess_entries
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.lexicon import Names
from mcred_lint.matching.parts.find import find_groups
from mcred_lint.matching.prose import visible
from mcred_lint.matching.questions import find_questions
from mcred_lint.matching.responses import find_responses
from mcred_lint.matching.specs import (
    AnswersPlace,
    Component,
    FieldPlace,
    GroupsPlace,
    ListPlace,
    MaterialsPlace,
    QuestionsPlace,
    ResponsesPlace,
)  # fmt: skip
from mcred_lint.text.addresses import find_addresses
from mcred_lint.text.language import Language
from mcred_lint.text.phrases import find_phrases, first_phrase
from mcred_lint.text.words import count_words

ENOUGH = 2.0
CLEAR = 3.0
SHORT_FORM_WORDS = 250
"""A passage that asks several questions and has no more words is a form, even where no word says so."""
MARGIN = 1.25
"""The best component must be this many times as like as the second."""


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
        if len(guesses) > 1 and guesses[0].score < MARGIN * guesses[1].score:
            return None
        return guesses[0]

    def _guess(self, key: str, passage: Passage) -> Guess:
        component = self._components[key]
        string = "\n".join(text.string for text in visible(passage.blocks))
        heading = passage.heading.flat if passage.heading else ""
        seen: list[str] = []
        score = self._signs(component, string + "\n" + heading, seen)
        for place in component.places.values():
            if isinstance(place, AnswersPlace):
                score += self._prompts(place, string, seen)
            elif isinstance(place, GroupsPlace):
                score += self._parts(component, place, passage, seen)
            elif isinstance(place, ListPlace):
                score += self._list(place, passage, seen)
            elif isinstance(place, MaterialsPlace):
                score += 1.0 if _has_links(passage) else 0.0
            elif isinstance(place, QuestionsPlace | ResponsesPlace):
                score += self._survey(place, passage, string + heading, component, seen)
        score += self._labels(component, passage, seen)
        return Guess(key, score, "its content: " + ", ".join(seen) if seen else "its content")

    def _signs(self, component: Component, string: str, seen: list[str]) -> float:
        found = [sign for sign in component.signs if first_phrase(string, (sign,))]
        if found:
            seen.append("words such as " + ", ".join(f'"{word.rstrip("*")}"' for word in found[:3]))
        return min(len(found), 4) * 0.4

    def _prompts(self, place: AnswersPlace, string: str, seen: list[str]) -> float:
        restated = sum(first_phrase(string, prompt.restated) is not None for prompt in place.prompts.values())
        if restated >= 2:
            seen.append(f"{restated} of its questions")
            return restated * 1.5
        if count_words(string) < 40:
            return 0
        hits = [len({hit.phrase for hit in find_phrases(string, prompt.words)}) for prompt in place.prompts.values()]
        share = sum(1 for hit in hits if hit) / len(hits)
        return share * 1.5 + min(sum(hits), 20) * 0.05

    def _parts(self, component: Component, place: GroupsPlace, passage: Passage, seen: list[str]) -> float:
        groups, _ = find_groups([passage], place, Names(component), self._language)
        rich = (
            [group for group in groups.groups if sum(value.filled for value in group.fields.values()) >= 3]
            if groups
            else []
        )
        if rich:
            seen.append(f"{len(rich)} parts with their own fields")
        return 4.0 if len(rich) >= 2 else 2.0 if rich else 0.0

    def _list(self, place: ListPlace, passage: Passage, seen: list[str]) -> float:
        entries = guess_entries([passage], place, self._language.general, self._language.placeholders)
        if entries is None or len(entries.entries) < 3:
            return 0
        seen.append(f"a list of {len(entries.entries)} {place.title.rsplit(' ', 1)[-1]}")
        return 3.0

    def _survey(
        self,
        place: QuestionsPlace | ResponsesPlace,
        passage: Passage,
        string: str,
        component: Component,
        seen: list[str],
    ) -> float:
        named = first_phrase(string, (*component.names, *component.signs)) is not None
        if isinstance(place, QuestionsPlace):
            questions = find_questions([passage], place, self._language.placeholders)
            found = questions.questions if questions is not None else ()
            asked = [question for question in found if question.text.string.rstrip().endswith("?")]
            if len(found) < 2 or not (
                named or (2 * len(asked) > len(found) and count_words(string) <= SHORT_FORM_WORDS)
            ):
                return 0
            seen.append(f"{len(found)} survey questions")
            return 2.0
        if not named:
            return 0
        responses = find_responses([passage], place, None, self._language.placeholders)
        if responses is None or len(responses.responses) < 2:
            return 0
        seen.append(f"{len(responses.responses)} completed forms")
        return 2.0

    def _labels(self, component: Component, passage: Passage, seen: list[str]) -> float:
        names = Names(component)
        fields = {key for key, place in component.places.items() if isinstance(place, FieldPlace)}
        found = set()
        for block in passage.blocks:
            label = label_of(block) if isinstance(block, Line) else None
            if label is not None:
                found |= fields.intersection(names.in_component(label))
        if found:
            seen.append("labels such as " + ", ".join(sorted(found)))
        return len(found) * 1.0


def _has_links(passage: Passage) -> bool:
    return any(text.links or find_addresses(text.string) for text in visible(passage.blocks))
