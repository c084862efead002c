"""Question form: how many survey questions are long or ask two things at once."""

from __future__ import annotations

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Questions
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.specs import QuestionForm
from mcred_lint.measures.texts import item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import first_phrase
from mcred_lint.text.words import count_words


def question_form(spec: QuestionForm, view: View) -> Measurement:
    """The number of questions with more than `long` words, with two question marks, or with words that join two questions."""
    content = view.content(spec.of)
    if not isinstance(content, Questions):
        return Measurement.exactly(0, "question", found=False, place=view.place_of(spec.of))
    hard = [(question, why) for question in content.questions if (why := _why(question.text, spec))]
    remarks = tuple(
        Remark(f"{why}: {item(question.text).text}", "Ask one thing at a time, in few words.", question.place)
        for question, why in hard
    )
    items = tuple(item(question.text, note=why) for question, why in hard)
    return Measurement.exactly(
        len(hard),
        "question",
        items=items,
        remarks=remarks,
        found=bool(content.questions),
        said="" if hard else "no question is long or asks two things",
    )


def _why(text: Text, spec: QuestionForm) -> str | None:
    if text.string.count("?") > 1 or first_phrase(text.string, spec.double):
        return "asks two things at once"
    return "is long" if count_words(text.string) > spec.long else None
