"""A survey's questions are counted as a person would count them, whatever the layout."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from survey_submissions import ANY_TEXT, COMPLETED, FORM, PLACEHOLDERS, ROOT, load, passages, read, whole_files

from mcred_lint.matching.content import Passage, Questions
from mcred_lint.matching.surveys.questions import AROUND, OPTION, PART_OF, find_questions
from mcred_lint.matching.surveys.responses import find_survey
from mcred_lint.matching.surveys.shown import ABOUT_PERSON, FROM_COPIES

CASES: dict[str, dict[str, Any]] = load(ROOT / "tests/cases/survey_questions.yaml")


def find(case: dict[str, Any]) -> Questions | None:
    return find_questions(passages(case), FORM, PLACEHOLDERS)


def reasons(text: str) -> dict[str, str]:
    """What was left out of the count, and why."""
    found = find({"text": text})
    assert found is not None
    return {line.flat: reason for line, reason in found.left_out}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_layout_gives_the_questions_that_a_person_counts(case: dict[str, Any]) -> None:
    found = find(case)
    assert ([question.text.flat for question in found.questions] if found else []) == case["questions"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_options_belong_to_their_question(case: dict[str, Any]) -> None:
    found = find(case)
    shown = {q.text.flat: [option.flat for option in q.options] for q in found.questions if q.options} if found else {}
    assert shown == case.get("options", {})


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_each_question_stands_where_its_place_says(case: dict[str, Any]) -> None:
    found = find(case)
    lines = case["text"].split("\n")
    for question in found.questions if found else ():
        place = question.place
        assert place.line is not None and place.column is not None
        first_word = question.text.flat.split()[0]
        assert lines[place.line - 1][place.column - 1 :].startswith(first_word)


@pytest.mark.parametrize("name", ["link", "bare link", "iframe", "link text"])
def test_a_survey_behind_a_link_is_told_and_not_counted_as_zero(name: str) -> None:
    found = find(CASES[name])
    assert found is not None and found.behind_link is not None
    assert found.behind_link.target == CASES[name]["behind_link"]


def test_a_link_beside_questions_hides_nothing() -> None:
    found = find({"text": "# Survey\n\n[Form](https://forms.gle/x)\n\n1. What worked?\n2. What was hard?\n"})
    assert found is not None and found.behind_link is None and len(found.questions) == 2


def test_what_is_seen_and_not_counted_is_named_with_its_reason() -> None:
    form = "1. School: ____\n2. What worked?\n   - [ ] Was it the data?\n3. What was hard?\n"
    assert reasons(f"# Survey\n\nShall we begin?\n\nName: ____\n\n{form}") == {
        "Shall we begin?": AROUND,
        "Name: ____": ABOUT_PERSON,
        "School: ____": ABOUT_PERSON,
        "Was it the data?": OPTION,
    }


def test_parts_of_a_numbered_question_are_named_as_left_out() -> None:
    form = (
        "# Survey\n\n1. About the content\n   a) What was new?\n   b) What did you miss?\n2. What will you do next?\n"
    )
    found = find({"text": form})
    assert found is not None and len(found.questions) == 2
    assert reasons(form) == {"What was new?": PART_OF, "What did you miss?": PART_OF}


def test_links_that_only_lead_to_the_form_are_no_questions() -> None:
    contents = "# Survey\n\n- [The form](form.md)\n- [Three completed surveys](answers.md)\n"
    found = find_questions([*passages({"text": contents}), *passages(CASES["numbered"])], FORM, PLACEHOLDERS)
    assert found is not None and len(found.questions) == 3


def test_a_title_in_which_a_question_is_quoted_asks_nothing() -> None:
    found = find({"text": '# Feedback on "Who stands for our children?"\n\n1. What worked?\n2. What was hard?\n'})
    assert found is not None and [question.text.flat for question in found.questions] == [
        "What worked?",
        "What was hard?",
    ]


def test_two_questions_with_the_same_words_in_one_form_are_two() -> None:
    why = "Please explain your rating."
    found = find({"text": f"# Survey\n\n1. How useful was it?\n2. {why}\n3. How ready are you?\n4. {why}\n"})
    assert found is not None and len(found.questions) == 4


def test_copies_show_the_questions_where_no_blank_form_is_handed_in() -> None:
    copy = "## Response {}\n\n**What worked?**\n\nThe cards {}\n\n**What was hard?**\n\nTime\n\n"
    component = passages({"text": copy.format(1, "a") + copy.format(2, "b")})
    found, _ = find_survey(component, FORM, COMPLETED, PLACEHOLDERS)
    assert found is not None and found.note == FROM_COPIES
    assert [question.text.flat for question in found.questions] == ["What worked?", "What was hard?"]


def test_nothing_that_looks_like_a_survey_is_no_survey() -> None:
    assert find({"text": "We met on Saturday. Everybody brought soup.\n"}) is None


@pytest.mark.parametrize(
    ("folder", "file", "count"),
    [
        ("proficient", "survey.md", 4),
        ("basic", "survey.md", 2),
        ("developing", "survey.md", 1),
        ("every-finding", "survey.md", 6),
    ],
)
def test_the_examples_have_the_questions_they_promise(folder: str, file: str, count: int) -> None:
    found = find_questions(whole_files(ROOT / "examples" / folder, file), FORM, PLACEHOLDERS)
    assert found is not None and len(found.questions) == count


@given(ANY_TEXT)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_an_error_and_every_question_has_words(text: str) -> None:
    found = find_questions([Passage("survey.md", read("survey.md", text).blocks)], FORM, PLACEHOLDERS)
    assert found is None or all(any(map(str.isalnum, question.text.string)) for question in found.questions)
