"""Each prompt gets the text that answers it, however the educator tells them apart."""

from __future__ import annotations

import pytest
from advocacy_matching import Case, cases, place
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.matching.content import Answers
from mcred_lint.text.words import count_words

CASES = cases("answers.yaml")


def answers(case: Case) -> Answers | None:
    found = place("overview.answers", {case.get("file", "overview.md"): case["text"]})
    assert found is None or isinstance(found, Answers)
    return found


def said(found: Answers) -> dict[str, str]:
    """What answers each prompt, on one line."""
    return {answer.prompt: " ".join(text.flat for text in answer.texts) for answer in found.answers}


@pytest.mark.parametrize("case", CASES)
def test_each_prompt_gets_its_own_answer(case: Case) -> None:
    found = answers(case)
    if case["answers"] is None:
        assert found is None
        return
    assert found is not None and bool(found.flowing) == case.get("flowing", False)
    given_ = said(found)
    assert {key: start and given_[key][: len(start)] for key, start in case["answers"].items()} == case["answers"]
    assert not [key for key, start in case["answers"].items() if start is None and given_[key]]


@pytest.mark.parametrize("case", CASES)
def test_no_answer_takes_in_another(case: Case) -> None:
    found, wanted = answers(case), case["answers"] or {}
    given_ = said(found) if found else {}
    starts = [start for start in wanted.values() if start]
    for key, text in given_.items():
        assert not [start for start in starts if start in text and start != wanted[key]]


@pytest.mark.parametrize("case", [case for case in CASES if {"words", "unmatched"} & case.values[0].keys()])
def test_an_answer_is_whole_and_nothing_before_the_first_is_one(case: Case) -> None:
    found = answers(case)
    assert found is not None
    given_ = said(found)
    assert {key: count_words(given_[key]) for key in case.get("words", {})} == case.get("words", {})
    assert [text.flat for text in found.unmatched] == case.get("unmatched", [])


PIECES = st.sampled_from(
    ["1.", "1. ", "2. and 3. both", "## Reasons", "**Why openly?**", "Q4", "| 1 | a |", "|---|---|", "> openly advocate for your students?",
     "help your colleagues become strong advocates?", "- item", "Background:", "?", "", "---"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=14))
def test_any_text_gives_one_answer_for_each_prompt_or_none_at_all(lines: list[str]) -> None:
    found = answers({"text": "\n".join(lines)})
    assert found is None or [answer.prompt for answer in found.answers] == ["reasons", "need", "background", "outcome"]
