"""Answers: how many of a component's prompts are answered in substance."""

from __future__ import annotations

from mcred_lint.document.text import join
from mcred_lint.findings import Item
from mcred_lint.matching.content import Answer, Answers
from mcred_lint.matching.specs import AnswersPlace, Prompt
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import AnswersMeasure
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import first_phrase
from mcred_lint.text.words import count_words
from mcred_lint.wording import count as count_in_words
from mcred_lint.wording import part_of


def answers(spec: AnswersMeasure, view: View) -> Measurement:
    """The number of prompts whose answer has at least `at_least_words` words; in flowing prose, those whose words are seen."""
    component, key, _ = view.address(spec.of)
    place = view.components[component].places[key]
    content = view.content(spec.of)
    prompts = place.prompts if isinstance(place, AnswersPlace) else {}
    if not isinstance(content, Answers):
        missing = tuple(named_item(prompt.asks, view.component_place(component)) for prompt in prompts.values())
        return Measurement.exactly(
            0,
            "answer",
            whole=len(prompts),
            noun="questions",
            said="no answers were found",
            found=False,
            missing=missing,
            place=view.component_place(component),
        )
    if content.flowing:
        return _flowing(spec, content, prompts)
    done = [answer for answer in content.answers if _words(answer) >= spec.at_least_words]
    return Measurement.exactly(
        len(done), "answer", whole=len(prompts), noun="questions", said=f"{part_of(len(done), len(prompts))} questions answered", items=tuple(_item(answer, prompts) for answer in done),
        missing=tuple(_lacking(answer, prompts, content) for answer in content.answers if answer not in done), place=content.place,
    )  # fmt: skip


def _words(answer: Answer) -> int:
    return sum(count_words(text.string) for text in answer.texts)


def _item(answer: Answer, prompts: dict[str, Prompt]) -> Item:
    words = count_in_words(_words(answer), "word")
    return named_item(
        prompts[answer.prompt].asks, answer.texts[0].place, note=f"{words}, matched by {answer.matched_by}"
    )


def _lacking(answer: Answer, prompts: dict[str, Prompt], content: Answers) -> Item:
    words = _words(answer)
    asks = prompts[answer.prompt].asks
    note = f"only {count_in_words(words, 'word')}: a word or a line is no answer" if words else "no answer found"
    return named_item(asks, answer.place or content.place, note=note)


def _flowing(spec: AnswersMeasure, content: Answers, prompts: dict[str, Prompt]) -> Measurement:
    """Prose that nothing divides. With enough prompts seen and enough words, all count and the others go to a person."""
    whole = join(content.flowing)
    string = whole.string
    hits = {key: first_phrase(string, prompt.words) for key, prompt in prompts.items()}
    seen = {key: hit for key, hit in hits.items() if hit is not None}
    items = tuple(
        named_item(prompts[key].asks, whole.place_at(hit.start), note=f'"{whole.string[hit.start : hit.end]}"')
        for key, hit in seen.items()
    )
    missing = tuple(
        named_item(prompt.asks, content.place, note="its words were not seen; for the assessor")
        for key, prompt in prompts.items()
        if key not in seen
    )
    words = count_words(string)
    rule = spec.flowing
    enough = rule is not None and len(seen) >= rule.share * len(prompts) and words >= rule.words
    recognised = f"{part_of(len(seen), len(prompts))} questions recognised by their words"
    reason = (
        f"flowing prose of {words} words that no question, number or heading divides, so the assessor has the last word"
    )
    low = len(prompts) if enough else 0
    return Measurement(
        low,
        len(prompts),
        "answer",
        len(prompts),
        items,
        missing=missing,
        noun="questions",
        said=recognised,
        unclear=reason,
        place=content.place,
    )
