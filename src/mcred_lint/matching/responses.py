"""Finding the completed surveys: one response for each copy that somebody filled in, or that is handed in as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Passage, Questions, Response, Responses
from mcred_lint.matching.form_answers import Answered, read_answers
from mcred_lint.matching.prose import is_blank
from mcred_lint.matching.questions import first_link, questions_of
from mcred_lint.matching.specs import QuestionsPlace, ResponsesPlace
from mcred_lint.matching.survey_prompts import asks
from mcred_lint.matching.survey_sheets import Sheet, divide
from mcred_lint.matching.survey_words import SurveyWords
from mcred_lint.text.folding import fold
from mcred_lint.text.placeholders import PlaceholderWords


def find_responses(
    passages: Sequence[Passage],
    spec: ResponsesPlace,
    questions: Questions | None,
    words: PlaceholderWords,
    form: QuestionsPlace | None = None,
) -> Responses | None:
    """The completed surveys in these passages, blank and copied ones among them; None when nothing looks like one.

    `questions` are those of the survey, as far as they are known; `form` describes the survey itself.
    """
    survey = SurveyWords(words, form or _form_of(questions), spec)
    return responses_of(divide(passages, survey, _texts(questions)), questions, survey)


def _form_of(questions: Questions | None) -> QuestionsPlace:
    """A description of the survey made from its questions: their options are its scale."""
    options = [option.flat for question in questions.questions for option in question.options] if questions else []
    return QuestionsPlace.model_validate({"kind": "questions", "title": "", "scale": tuple(dict.fromkeys(options))})


def find_survey(
    passages: Sequence[Passage],
    form: QuestionsPlace,
    completed: ResponsesPlace,
    words: PlaceholderWords,
    filled: Sequence[Passage] = (),
) -> tuple[Questions | None, Responses | None]:
    """Both at once, of a component that the author divided or not. `filled`: passages known to hold completed
    surveys."""
    survey = SurveyWords(words, form, completed)
    sheets = divide(passages, survey, filled=filled)
    questions = questions_of(sheets, survey)
    return questions, responses_of(sheets, questions, survey)


def split_survey(
    passages: Sequence[Passage],
    questions: QuestionsPlace,
    responses: ResponsesPlace,
    words: PlaceholderWords | None = None,
) -> tuple[list[Passage], list[Passage]]:
    """The component's passages divided into those of the blank survey and those of completed ones, in reading order."""
    sheets = divide(passages, SurveyWords(words or PlaceholderWords.from_mapping({}), questions, responses))
    blank, completed = (
        [sheet.as_passage() for sheet in sheets if sheet.completed is wanted] for wanted in (False, True)
    )
    return list(dict.fromkeys(blank)), list(dict.fromkeys(completed))


def responses_of(sheets: Sequence[Sheet], questions: Questions | None, words: SurveyWords) -> Responses | None:
    """The completed surveys of a component that is divided already."""
    completed = [sheet for sheet in sheets if sheet.completed]
    asked = _texts(questions)
    options = [[option.flat for option in question.options] for question in questions.questions] if questions else []
    read = [_response(sheet, number, asked, options, words) for number, sheet in enumerate(completed, 1)]
    found = tuple(response for response in read if response is not None)
    summaries = tuple(_summaries(sheets, words))
    if found or summaries:
        return Responses(found, summaries, place=(found[0].place if found else summaries[0].place))
    if not completed:
        return None
    return Responses((), (), behind_link=first_link(completed), place=completed[0].place)


def _texts(questions: Questions | None) -> tuple[str, ...]:
    return tuple(question.text.flat for question in questions.questions) if questions else ()


def _response(
    sheet: Sheet, number: int, asked: Sequence[str], options: Sequence[Sequence[str]], words: SurveyWords
) -> Response | None:
    answers = [answer for answer in read_answers(sheet.items, asked, options, words) if not asked or _belongs(answer)]
    if not answers:
        return _in_prose(sheet, number, len(asked), words)
    filled = [answer for answer in answers if answer.filled]
    more = sum(answer.question is None for answer in answers)
    return Response(
        _label(sheet, number),
        sheet.place,
        len(filled),
        len(asked) + more,
        tuple(text for answer in filled for text in (*answer.free, *answer.chosen)),
        _folded(text for answer in filled for text in answer.free),
        _folded(text for answer in filled for text in answer.chosen),
    )


def _belongs(answer: Answered) -> bool:
    """It answers a question of the survey, or one that this copy asks besides."""
    return answer.question is not None or (answer.prompt is not None and asks(answer.prompt.string))


def _folded(texts: Iterable[Text]) -> str:
    return "\n".join(" ".join(fold(text.string).split()) for text in texts)


def _label(sheet: Sheet, number: int) -> str:
    return sheet.label or f"Completed survey {number}"


def _in_prose(sheet: Sheet, number: int, asked: int, words: SurveyWords) -> Response | None:
    """A respondent's text without any form: as many answers as there are paragraphs, at most one for each question."""
    lines = [line for line in _prose(sheet) if not is_blank(line.text.string, words.placeholders)]
    paragraphs = len({line.block for line in lines})
    if not sheet.single or not lines or any(words.sums_up(line.text.string) for line in lines) or first_link([sheet]):
        return None
    answered = paragraphs if paragraphs == asked else 1
    texts = tuple(line.text for line in lines)
    return Response(_label(sheet, number), sheet.place, answered, max(asked, answered), texts, _folded(texts))


def _prose(sheet: Sheet) -> Iterator[Line]:
    for block in sheet.blocks:
        if (
            isinstance(block, Line)
            and block.kind in (Kind.TEXT, Kind.ITEM, Kind.CODE)
            and block.ticked is None
            and block.text
        ):
            yield block


def _summaries(sheets: Sequence[Sheet], words: SurveyWords) -> Iterator[Text]:
    """Passages that only sum up: loose lines and tables with the words of a summary."""
    for sheet in sheets:
        yield from sheet.sums
        lines = sheet.loose if sheet.items else tuple(_prose(sheet))
        yield from (
            line.text
            for line in lines
            if line.text and line.kind is not Kind.HEADING and words.sums_up(line.text.string)
        )
