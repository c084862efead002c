"""Measures that compare places: k of n things that are there, and fields that name something handed in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from measure_samples import lesson, lessons, measured, place, questions, text, things, view

from mcred_lint.document.text import Run, Text
from mcred_lint.matching.content import Group, Material, Materials, Responses, Value

PRESENT = {"kind": "present", "of": ["questions", "things"], "at_least_words": 5, "unit": "kind"}
REFERS = {"kind": "refers", "of": "lessons.tools", "to": "things"}
A_LINK = "https://example.org/d/17"


def handed_in(*paths: str) -> Materials:
    materials = tuple(Material(path, place(), "link" if "://" in path else "file") for path in paths)
    return Materials(materials, place=place())


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("Staff survey, page 2", "artifacts/staff-survey.pdf"),
        ("the agenda of October", "Agenda_October.docx"),
        ("video", "uploads/video.mp4"),
        (A_LINK, A_LINK),
    ],
)
def test_a_file_is_named_without_its_folder_and_its_ending(said: str, path: str) -> None:
    assert measured(REFERS, view(lessons=lessons(lesson("A", tools=said)), things=handed_in(path))).low == 1


def test_a_file_of_another_name_is_not_named() -> None:
    on = view(lessons=lessons(lesson("A", tools="Staff survey")), things=handed_in("artifacts/budget.xlsx"))
    assert measured(REFERS, on).low == 0


def test_a_field_that_links_to_what_is_handed_in_names_it_whatever_it_calls_it() -> None:
    linked = Text("work.md", (Run("see here", 1, 1, link=A_LINK),))
    group = replace(lesson("A"), fields={"tools": Value((linked,), place())})
    assert isinstance(group, Group)
    assert measured(REFERS, view(lessons=lessons(group), things=handed_in(A_LINK))).low == 1


def test_what_stands_behind_a_link_counts_however_little_is_written() -> None:
    assert measured(PRESENT, view(questions=questions(link=True))).low == 1
    assert measured(PRESENT, view(questions=questions("What helped?"))).low == 0
    assert measured(PRESENT, view(things=things("x"))).low == 1


@pytest.mark.parametrize(("words", "kinds"), [(4, 0), (5, 1)])
def test_a_summary_of_responses_counts_by_its_words(words: int, kinds: int) -> None:
    summary = Responses((), (text(" ".join(["agree"] * words)),), place=place())
    assert measured(PRESENT, view(questions=summary)).low == kinds
