"""Answers: how many of a component's prompts are answered in substance."""

from __future__ import annotations

from collections.abc import Mapping

from mcred_lint.document.text import join
from mcred_lint.findings import Item
from mcred_lint.matching.content import Answer, Answers
from mcred_lint.matching.specs import AnswersPlace, Prompt
from mcred_lint.measures.measurement import Measurement, Remedy
from mcred_lint.measures.specs import AnswersMeasure
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import first_phrase
from mcred_lint.text.words import count_words
from mcred_lint.wording import count as count_in_words
from mcred_lint.wording import part_of

ONE = "answer"
ALL = "questions"
ANSWER = Remedy("Answer in a few sentences", "Answer")
Prompts = Mapping[str, Prompt]


def answers(spec: AnswersMeasure, view: View) -> Measurement:
    """The number of prompts whose answer has at least `at_least_words` words; in flowing prose, those whose words are seen."""
    component, key, _ = view.address(spec.of)
    place, content = view.components[component].places[key], view.content(spec.of)
    prompts = place.prompts if isinstance(place, AnswersPlace) else {}
    if not isinstance(content, Answers):
        return _none_found(prompts, component, view)
    if content.flowing:
        return _flowing(spec, content, prompts)
    done = [answer for answer in content.answers if _words(answer) >= spec.at_least_words]
    return Measurement.exactly(
        len(done),
        ONE,
        whole=len(prompts),
        noun=ALL,
        said=f"{part_of(len(done), len(prompts))} {ALL} answered",
        items=tuple(_item(answer, prompts) for answer in done),
        missing=tuple(_lacking(answer, prompts, content, spec) for answer in content.answers if answer not in done),
        remedy=ANSWER,
        place=content.place,
    )


def _none_found(prompts: Prompts, component: str, view: View) -> Measurement:
    place = view.component_place(component)
    missing = tuple(named_item(prompt.asks, place) for prompt in prompts.values())
    said = "no answers were found"
    rest = {"whole": len(prompts), "noun": ALL, "missing": missing, "remedy": ANSWER, "place": place}
    return Measurement.exactly(0, ONE, said=said, found=False, **rest)


def _words(answer: Answer) -> int:
    return sum(count_words(text.string) for text in answer.texts)


def _item(answer: Answer, prompts: Prompts) -> Item:
    note = f"{count_in_words(_words(answer), 'word')}, matched by {answer.matched_by}"
    return named_item(prompts[answer.prompt].asks, answer.texts[0].place, note=note)


def _lacking(answer: Answer, prompts: Prompts, content: Answers, spec: AnswersMeasure) -> Item:
    words = _words(answer)
    short = f"only {count_in_words(words, 'word')}; an answer counts from {spec.at_least_words}"
    note = short if words else "no answer found"
    return named_item(prompts[answer.prompt].asks, answer.place or content.place, note=note)


# ---- flowing prose ----------------------------------------------------------------------------------------------------


def _flowing(spec: AnswersMeasure, content: Answers, prompts: Prompts) -> Measurement:
    """Prose that nothing divides. With enough prompts seen and enough words, all count and the others go to a person."""
    words = count_words(join(content.flowing).string)
    items = _seen(content, prompts)
    rule = spec.flowing
    enough = rule is not None and len(items) >= rule.share * len(prompts) and words >= rule.words
    most = min(len(prompts), words // spec.at_least_words)
    unseen = (prompt.asks for key, prompt in prompts.items() if key not in items)
    note = "its words were not seen; for the assessor"
    return Measurement(
        len(prompts) if enough else 0,
        len(prompts) if enough else most,
        ONE,
        whole=len(prompts),
        noun=ALL,
        said=f"{part_of(len(items), len(prompts))} {ALL} recognised by their words",
        items=tuple(items.values()),
        missing=tuple(named_item(asks, content.place, note=note) for asks in unseen),
        unclear=f"flowing prose of {words} words that no question, number or heading divides, so the assessor has the last word",
        remedy=ANSWER,
        place=content.place,
    )


def _seen(content: Answers, prompts: Prompts) -> dict[str, Item]:
    """The prompts whose words stand in the prose, each with the first of them."""
    whole = join(content.flowing)
    hits = ((key, first_phrase(whole.string, prompt.words)) for key, prompt in prompts.items())
    return {
        key: named_item(prompts[key].asks, whole.place_at(hit.start), note=f'"{whole.string[hit.start : hit.end]}"')
        for key, hit in hits
        if hit is not None
    }
