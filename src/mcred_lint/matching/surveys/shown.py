"""The questions that completed surveys show, where no blank form is handed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Question, Questions
from mcred_lint.matching.surveys.asked import options_of
from mcred_lint.matching.surveys.form_answers import split_head
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.sheet import Sheet
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import SurveyWords
from mcred_lint.text.folding import bare_words

ABOUT_PERSON = "asks who fills in the form, when or where, and is left out of the count"
UNUSED = "was left empty by everybody and does not read as a question"
FROM_COPIES = "No blank survey was found; these are the questions that the completed surveys show."


def shown_by_copies(sheets: Sequence[Sheet], words: SurveyWords) -> Questions | None:
    """The distinct prompts of the completed surveys; None where they show none."""
    found: dict[str, Question] = {}
    left_out: dict[str, tuple[Text, str]] = {}
    often = _heads_of_many(sheets)
    used = {item.key for sheet in sheets for item in sheet.items if item.below or item.options}
    for sheet in sheets:
        for item in sheet.items:
            prompt = _shown_prompt(item, often)
            if prompt is None or not any(map(str.isalnum, prompt.string)):
                continue
            if words.is_about_person(item.head.flat):
                left_out.setdefault(bare_words(prompt.string), (prompt, ABOUT_PERSON))
            elif item.style is Style.DECLARED and not item.asks and item.key not in used:
                left_out.setdefault(bare_words(prompt.string), (prompt, UNUSED))
            else:
                question = Question(prompt, prompt.place, tuple(options_of(item, words)))
                found.setdefault(bare_words(prompt.string), question)
    if not found:
        return None
    questions = tuple(found.values())
    return Questions(questions, tuple(left_out.values()), place=questions[0].place, note=FROM_COPIES)


def _heads_of_many(sheets: Sequence[Sheet]) -> frozenset[str]:
    keys = [key for sheet in sheets for key in {item.key for item in sheet.items}]
    return frozenset(key for key, count in Counter(keys).items() if count > 1 and len(key.split()) > 1)


def _shown_prompt(item: FormItem, often: frozenset[str]) -> Text | None:
    prompt, _ = split_head(item, None)
    if prompt is not None and (
        item.style is Style.DECLARED or "?" in prompt.string or item.head.bold_lead > 1 or item.below or item.blank
    ):
        return prompt.strip(" \t\n:*")
    return item.head if item.key in often else None
