"""Completed surveys are found one by one, with what each of them answers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from survey_submissions import ANY_TEXT, COMPLETED, FORM, PLACEHOLDERS, ROOT, load, passages, read, whole_files

from mcred_lint.matching.content import Passage, Questions, Responses
from mcred_lint.matching.surveys.grouped import BY_QUESTION
from mcred_lint.matching.surveys.responses import find_survey

CASES: dict[str, dict[str, Any]] = load(ROOT / "tests/cases/completed_surveys.yaml")
FORM_TEXT = "# Feedback survey\n\n1. What worked for you?\n2. How ready are you? (1-5)\n3. What will you do next?\n\n"
ASKED = ["What worked for you?", "How ready are you?", "What will you do next?"]
COPIES = ["response-1.md", "response-2.md", "response-3.md"]


def find(case: dict[str, Any]) -> tuple[Questions | None, Responses | None]:
    return find_survey(passages(case), FORM, COMPLETED, PLACEHOLDERS)


def responses(text: str) -> Responses:
    found = find({"text": FORM_TEXT + text})[1]
    assert found is not None
    return found


def counts(found: Responses | None) -> list[str]:
    return [f"{response.answered} of {response.asked}" for response in found.responses] if found else []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_layout_gives_the_responses_that_a_person_counts(case: dict[str, Any]) -> None:
    questions, found = find(case)
    assert (len(questions.questions) if questions else 0) == int(case["questions"])
    assert counts(found) == case["responses"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "summaries" in case])
def test_a_summary_is_no_response_and_is_told(name: str) -> None:
    found = find(CASES[name])[1]
    assert found is not None and not found.responses
    assert [text.flat for text in found.summaries] == CASES[name]["summaries"]


def test_completed_surveys_behind_a_link_are_told() -> None:
    found = responses("## Completed surveys\n\n[See attached](https://drive.example.org/x)\n")
    assert found.behind_link is not None and found.behind_link.target == "https://drive.example.org/x"


def test_written_answers_and_choices_are_kept_apart_for_telling_copies() -> None:
    (response,) = responses("## Response 1\n\n1. The Cards!\n2. 4\n3. Speak\u2019 up\n").responses
    assert (response.free_text, response.ticks) == ("the cards\nspeak up", "4")


def test_the_same_answers_in_another_order_give_the_same_text_to_compare() -> None:
    answers = "What worked for you? The cards\n\nWhat will you do next? Speak\n"
    turned = "What will you do next? Speak!\n\nWhat worked for you? the cards\n"
    first, second = responses(f"## Response 1\n\n{answers}\n## Response 2\n\n{turned}").responses
    assert first.free_text == second.free_text == "the cards\nspeak"


def test_the_same_few_words_at_every_question_answer_none() -> None:
    (response,) = responses("## Response 1\n\n1. N/A\n2. n/a\n3. N/A\n").responses
    assert response.answered == 0 and response.texts


def test_answers_told_apart_by_their_order_below_each_question_say_so() -> None:
    found = responses(
        "## Completed surveys\n\n"
        + "".join(f"**{question}**\n\n- a {n}\n- b {n}\n\n" for n, question in enumerate(ASKED))
    )
    assert [response.answered for response in found.responses] == [3, 3] and found.note == BY_QUESTION


def test_no_and_none_are_answers_to_a_survey_question() -> None:
    (response,) = responses("## Response 1\n\n1. N/A\n2. 2\n3. No\n").responses
    assert response.answered == 3


@pytest.mark.parametrize("blank", ["____", "[Your answer here]", "Answer: ______", "-", "1  2  3  4  5", "☐ yes ☐ no"])
def test_what_was_there_before_somebody_wrote_is_no_answer(blank: str) -> None:
    answered = "1. What worked for you?\n\nThe cards\n\n"
    left = f"2. How ready are you?\n\n{blank}\n\n3. What will you do next?\n\n{blank}\n"
    assert counts(responses(f"## Response 1\n\n{answered}{left}")) == ["1 of 3"]


RESPONDENTS = [
    "Response 1",
    "Participant A",
    "Completed survey #2",
    "Teacher 3's form",
    "Survey 1 (completed)",
    "P1",
    "Completed survey, first",
    "Completed survey: Participant 1",
    "Response from Teacher 4",
    "Feedback form no. 3",
]


@pytest.mark.parametrize("title", RESPONDENTS)
def test_a_respondent_is_known_by_the_names_of_the_rubric(title: str) -> None:
    found = responses(f"## {title}\n\n1. The cards\n2. 5\n3. Speak\n")
    assert [response.label for response in found.responses] == [title]


@pytest.mark.parametrize("title", ["Email to participants", "Survey a colleague first", "Teachers", "Form and purpose"])
def test_a_title_that_only_mentions_people_is_no_respondent(title: str) -> None:
    found = find({"text": f"{FORM_TEXT}## {title}\n\nPlease bring a pencil. Thank you all for coming.\n"})[1]
    assert counts(found) == []


def test_a_response_stands_where_its_heading_stands() -> None:
    found = responses("## Response 1\n\n1. cards\n2. 4\n3. speak\n\n## Response 2\n\n1. food\n2. 5\n3. write\n")
    assert [response.place.line for response in found.responses] == [7, 13]


def test_blank_copies_are_responses_without_answers() -> None:
    folder = ROOT / "tests/corpus/folders/md-blank-surveys-advanced-courses/submission"
    files = whole_files(folder, "survey-form.md", *(f"completed-survey-{number}.md" for number in (1, 2, 3)))
    assert counts(find_survey(files, FORM, COMPLETED, PLACEHOLDERS)[1]) == ["0 of 4"] * 3


@pytest.mark.parametrize(
    ("folder", "expected"), [("proficient", ["4 of 4"] * 3), ("every-finding", ["6 of 6", "0 of 6", "6 of 6"])]
)
def test_a_file_for_each_respondent_is_a_response(folder: str, expected: list[str]) -> None:
    files = whole_files(ROOT / "examples" / folder, "survey.md", *(f"completed-surveys/{name}" for name in COPIES))
    assert counts(find_survey(files, FORM, COMPLETED, PLACEHOLDERS)[1]) == expected


def test_a_copy_has_the_same_written_answers_as_its_original() -> None:
    files = whole_files(ROOT / "examples/every-finding", "survey.md", *(f"completed-surveys/{name}" for name in COPIES))
    found = find_survey(files, FORM, COMPLETED, PLACEHOLDERS)[1]
    assert found is not None
    first, blank, copy = found.responses
    assert first.free_text == copy.free_text != blank.free_text == ""


@given(ANY_TEXT)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error_and_nobody_answers_more_than_is_asked(text: str) -> None:
    component = [Passage("survey.md", read("survey.md", text).blocks)]
    found = find_survey(component, FORM, COMPLETED, PLACEHOLDERS)[1]
    assert found is None or all(0 <= response.answered <= response.asked for response in found.responses)
