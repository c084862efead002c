"""Finding the completed surveys: one response for each copy that somebody filled in, or that is handed in as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Passage, Question, Questions, Response, Responses
from mcred_lint.matching.prose import is_blank
from mcred_lint.matching.specs import QuestionsPlace, ResponsesPlace
from mcred_lint.matching.surveys.form_answers import Answered, read_answers
from mcred_lint.matching.surveys.links import first_link
from mcred_lint.matching.surveys.prompts import asks
from mcred_lint.matching.surveys.questions import questions_of
from mcred_lint.matching.surveys.sheet import Sheet
from mcred_lint.matching.surveys.sheets import divide
from mcred_lint.matching.surveys.words import SurveyWords
from mcred_lint.text.folding import bare_words
from mcred_lint.text.placeholders import PlaceholderWords

EMPTY_WORDS = 3
"""An answer of so few words that comes back at every question says nothing."""

_BETWEEN_ANSWERS = ("/", "|", ";")


def find_survey(
    passages: Sequence[Passage],
    form: QuestionsPlace,
    completed: ResponsesPlace,
    words: PlaceholderWords,
    filled: Sequence[Passage] = (),
) -> tuple[Questions | None, Responses | None]:
    """The questions and the completed surveys of a component that the author divided or not. `filled`: passages known
    to hold completed surveys."""
    survey = SurveyWords(words, form, completed)
    sheets = divide(passages, survey, filled=filled)
    questions = questions_of(sheets, survey)
    return questions, responses_of(sheets, questions, survey)


def find_responses(
    passages: Sequence[Passage], spec: ResponsesPlace, questions: Questions | None, words: PlaceholderWords
) -> Responses | None:
    """The completed surveys in these passages, blank and copied ones among them; None when nothing looks like one.
    `questions` are those of the survey, as far as they are known."""
    options = [option.flat for question in questions.questions for option in question.options] if questions else []
    form = QuestionsPlace.model_validate({"kind": "questions", "title": "", "scale": tuple(dict.fromkeys(options))})
    survey = SurveyWords(words, form, spec)
    asked = tuple(question.text.flat for question in questions.questions) if questions else ()
    return responses_of(divide(passages, survey, asked), questions, survey)


def responses_of(sheets: Sequence[Sheet], questions: Questions | None, words: SurveyWords) -> Responses | None:
    """The completed surveys of a component that is divided already."""
    completed = [sheet for sheet in sheets if sheet.completed]
    reader = _Reader(questions.questions if questions else (), words)
    read = [reader.response(sheet, number) for number, sheet in enumerate(completed, 1)]
    found = tuple(response for response in read if response is not None)
    summaries = tuple(_summaries(sheets, words))
    if found or summaries:
        note = next((sheet.note for sheet in completed if sheet.note), None)
        return Responses(found, summaries, place=(found[0].place if found else summaries[0].place), note=note)
    if not completed:
        return None
    return Responses((), (), behind_link=first_link(completed), place=completed[0].place)


@dataclass(frozen=True)
class _Reader:
    """Reads completed sheets against the survey's questions."""

    questions: Sequence[Question]
    words: SurveyWords

    @cached_property
    def asked(self) -> tuple[str, ...]:
        return tuple(question.text.flat for question in self.questions)

    @cached_property
    def options(self) -> list[list[str]]:
        return [[option.flat for option in question.options] for question in self.questions]

    def response(self, sheet: Sheet, number: int) -> Response | None:
        """What one sheet answers; None where it holds nothing that could."""
        label = sheet.label or f"Completed survey {number}"
        if self._only_sums_up(sheet):
            return None
        answers = read_answers(sheet.items, self.asked, self.options, self.words)
        answers = [answer for answer in answers if not self.asked or _belongs(answer)]
        if not answers:
            return self._in_prose(sheet, label)
        asked = len(self.asked) + sum(answer.question is None for answer in answers)
        filled = [answer for answer in answers if answer.filled]
        filled.sort(key=lambda answer: asked if answer.question is None else answer.question)
        return Response(
            label,
            sheet.place,
            0 if _says_nothing(filled) else len(filled),
            asked,
            texts=tuple(text for answer in filled for text in (*answer.free, *answer.chosen)),
            free_text=_compared(text for answer in filled for text in answer.free),
            ticks=_compared(text for answer in filled for text in answer.chosen),
        )

    def _only_sums_up(self, sheet: Sheet) -> bool:
        """Whether a sheet tells what all of them said: it is nobody's own, asks nothing, and says how many answered what."""
        told = sheet.single or any(item.asks for item in sheet.items)
        return not told and any(self.words.is_summary(line.text.string) for line in sheet.loose)

    def _in_prose(self, sheet: Sheet, label: str) -> Response | None:
        """A respondent's text without any form: as many answers as there are paragraphs, or pieces between strokes,
        where that is the number of questions; else one."""
        lines = [line for line in _prose(sheet) if not is_blank(line.text.string, self.words.placeholders)]
        if not sheet.single or not lines or first_link([sheet]):
            return None
        if any(self.words.sums_up(line.text.string) for line in lines):
            return None
        texts = tuple(line.text for line in lines)
        said = [len({line.block for line in lines}), *(_pieces(texts, sign) for sign in _BETWEEN_ANSWERS)]
        answered = len(self.asked) if len(self.asked) in said else 1
        return Response(label, sheet.place, answered, max(len(self.asked), answered), texts, _compared(texts))


def _belongs(answer: Answered) -> bool:
    """It answers a question of the survey, or one that this copy asks besides."""
    return answer.question is not None or (answer.prompt is not None and asks(answer.prompt.string))


def _says_nothing(filled: Sequence[Answered]) -> bool:
    """Whether the same few words stand at every question, and nothing is rated: "N/A" throughout."""
    said = {bare_words(text.string) for answer in filled for text in answer.free}
    rated = any(answer.chosen or answer.passed_over for answer in filled)
    return len(filled) > 1 and not rated and len(said) == 1 and len(next(iter(said)).split()) <= EMPTY_WORDS


def _pieces(texts: Sequence[Text], sign: str) -> int:
    """How many pieces of the only line stand between these signs; 0 where one of them says nothing."""
    pieces = texts[0].string.replace(f" {sign}", sign).split(f"{sign} ") if len(texts) == 1 else []
    return len(pieces) if all(any(map(str.isalnum, piece)) for piece in pieces) else 0


def _compared(texts: Iterable[Text]) -> str:
    """Answers in the one spelling in which copies are told, a line for each."""
    return "\n".join(bare_words(text.string) for text in texts)


def _prose(sheet: Sheet) -> Iterator[Line]:
    kinds = (Kind.TEXT, Kind.ITEM, Kind.CODE)
    for block in sheet.blocks:
        if isinstance(block, Line) and block.kind in kinds and block.ticked is None and block.text:
            yield block


def _summaries(sheets: Sequence[Sheet], words: SurveyWords) -> Iterator[Text]:
    """Passages that only sum up: loose lines and tables with the words of a summary."""
    for sheet in sheets:
        yield from sheet.sums
        for line in sheet.loose if sheet.items else _prose(sheet):
            if line.text and line.kind is not Kind.HEADING and words.sums_up(line.text.string):
                yield line.text
