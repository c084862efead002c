"""Measures that count: the quantity, the items behind it, and what is left out or lacking, each by name."""

from __future__ import annotations

from typing import Any

import pytest
from measure_samples import (
    FILE,
    answers,
    entries,
    lesson,
    lessons,
    measured,
    names,
    passage,
    place,
    questions,
    text,
    things,
    value,
    view,
)

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.matching.content import Materials, Passage, PlaceContent, Value

SOURCES = {"kind": "count", "of": "sources", "unit": "source", "distinct": True}


def test_an_entry_that_repeats_another_is_left_out_and_named() -> None:
    found = measured(SOURCES, view(sources=entries("The bus", "The bell", "The bus", repeats={3: 1})))
    assert (found.low, found.high, names(found.items)) == (2, 2, ["The bus", "The bell"])
    assert [(item.text, item.note) for item in found.left_out] == [("The bus", "the same title as number 1")]


def test_without_distinct_every_entry_counts() -> None:
    again = entries("The bus", "The bus", repeats={2: 1})
    assert measured(SOURCES | {"distinct": False}, view(sources=again)).low == 2


@pytest.mark.parametrize("content", [None, entries(), value("a text")])
def test_what_is_not_there_is_not_found_rather_than_none(content: PlaceContent) -> None:
    found = measured(SOURCES, view(sources=content))
    assert (found.low, found.found) == (0, False)


def test_questions_and_parts_are_counted_and_a_survey_behind_a_link_cannot_be() -> None:
    asked = {"kind": "count", "of": "questions", "unit": "question"}
    assert measured(asked, view(questions=questions("What?", "Why?"))).low == 2
    hidden = measured(asked, view(questions=questions(link=True)))
    assert (hidden.low, hidden.high) == (0, None) and hidden.unreadable and "behind a link" in hidden.unreadable
    parts = {"kind": "count", "of": "lessons", "unit": "lesson"}
    assert names(measured(parts, view(lessons=lessons(lesson("One"), lesson("Two")))).items) == ["One", "Two"]


# ---- words and characters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "words"), [("", 0), ("teachers of grade 4", 4), ("well-known - and/or e.g. this", 4), ("— • *", 0)]
)
def test_words_are_those_of_the_author(said: str, words: int) -> None:
    assert measured({"kind": "words", "of": "audience"}, view(audience=value(said))).low == words


def test_words_that_tell_nothing_can_be_left_out() -> None:
    spec = {"kind": "words", "of": "audience", "leave_out": ["all staff", "teacher*"]}
    assert measured(spec, view(audience=value("All staff and teachers of rural schools"))).low == 4


@pytest.mark.parametrize(("paragraphs", "count"), [((1, 1, 1), 2), ((1, 2, 3), 4)])
def test_a_sentence_may_run_over_the_ends_of_lines(paragraphs: tuple[int, ...], count: int) -> None:
    said = ("We bake. The", "oven is hot and", "the bread is done")
    lines = [Line(Kind.TEXT, text(one, at), block=paragraphs[at - 1]) for at, one in enumerate(said, 1)]
    on = view(said=Passage(FILE, tuple(lines)), audience=Value(tuple(line.text for line in lines), place()))
    assert measured({"kind": "sentences", "of": "audience"}, on).low == count


def test_characters_count_spaces_and_one_for_each_line_end() -> None:
    spec = {"kind": "characters", "of": "component"}
    assert measured(spec, view(said=passage("four", "six or"))).low == 4 + 1 + 6


# ---- answers ----------------------------------------------------------------------------------------------------------

ANSWERED: dict[str, Any] = {"kind": "answers", "of": "answers", "at_least_words": 3}


def test_an_answer_of_a_word_is_none_and_each_missing_one_is_named_with_its_reason() -> None:
    found = measured(ANSWERED, view(answers=answers(why="Because we can do it", how="Well")))
    assert (found.low, found.high, found.whole, found.said) == (1, 1, 3, "1 of 3 questions answered")
    assert [(item.text, item.note) for item in found.missing] == [
        ("How you do it", "only 1 word; an answer counts from 3"),
        ("When you do it", "no answer found"),
    ]


def test_no_answers_at_all_are_not_found() -> None:
    found = measured(ANSWERED, view())
    assert (found.low, found.found, len(found.missing)) == (0, False, 3)


@pytest.mark.parametrize(
    ("prose", "low", "high"),
    [
        ("We do it because it helps, and by hand.", 3, 3),
        ("We do it because it helps and for no other reason.", 0, 3),
        ("Because, by hand.", 0, 1),  # three words cannot be more than one answer of three words
        ("Because.", 0, 0),
    ],
)
def test_flowing_prose_counts_when_enough_questions_are_seen_and_it_is_long_enough(
    prose: str, low: int, high: int
) -> None:
    spec = ANSWERED | {"flowing": {"share": "1/2", "words": 8}}
    found = measured(spec, view(answers=answers(flowing=prose)))
    assert (found.low, found.high) == (low, high)
    assert found.unclear is not None and "flowing prose" in found.unclear


# ---- fields -----------------------------------------------------------------------------------------------------------

FILLED: dict[str, Any] = {"kind": "filled", "of": ["audience", "need"], "per": "lessons"}


def test_the_share_of_filled_fields_names_those_that_are_missing() -> None:
    found = measured(
        FILLED, view(audience=value("all of us"), need=value(), lessons=lessons(lesson("One", goal="read")))
    )
    assert found.low == 2 / 4
    assert names(found.missing) == ["the need", "the tools of One"]


def test_a_field_given_once_fills_every_part_but_not_one_that_must_have_its_own() -> None:
    given = lessons(lesson("One"), lesson("Two", goal="read"), for_all={"tools": value("maps"), "goal": value("all")})
    found = measured(FILLED | {"of": []}, view(lessons=given))
    assert (found.low, names(found.missing)) == (3 / 4, ["the goal of One"])


def test_without_parts_the_fields_of_one_are_asked_for() -> None:
    found = measured(FILLED, view(audience=value("us"), need=value("time")))
    assert found.low == 2 / 4 and names(found.missing) == ["the goal of a lesson", "the tools of a lesson"]


# ---- files, links, question form --------------------------------------------------------------------------------------


def test_things_to_use_are_counted_and_missing_files_told() -> None:
    found = measured({"kind": "files", "of": "things"}, view(things=things("Map", "Agenda", missing=("deck.pdf",))))
    assert found.low == 2 and "deck.pdf" in found.remarks[0].message


def test_a_file_that_could_not_be_read_is_no_zero() -> None:
    only = Materials((), unreadable=("scan.pdf",))
    assert measured({"kind": "files", "of": "things"}, view(things=only)).unreadable == "scan.pdf could not be read"
    assert (
        measured({"kind": "files", "of": "things"}, view(things=things("Map", unreadable=("scan.pdf",)))).unreadable
        is None
    )


@pytest.mark.parametrize(
    ("linked", "leave_out", "share"), [((), [], 0), ((1,), [], 1 / 3), ((1,), ["interview"], 1 / 2), ((1, 2, 3), [], 1)]
)
def test_the_share_of_links_leaves_out_what_needs_none(
    linked: tuple[int, ...], leave_out: list[str], share: float
) -> None:
    spec = {"kind": "links", "of": "sources", "leave_out": leave_out}
    found = measured(spec, view(sources=entries("A report", "A law", "An interview", links=linked)))
    assert found.low == pytest.approx(share)


def test_a_list_without_entries_has_no_share_of_links() -> None:
    assert not measured({"kind": "links", "of": "sources"}, view(sources=entries())).found


def test_long_and_double_questions_are_told() -> None:
    spec = {"kind": "question_form", "of": "questions", "long": 4, "double": ["and also"]}
    found = measured(
        spec,
        view(
            questions=questions(
                "What worked?", "What? And why?", "Did it and also that help?", "Was it worth your whole evening?"
            )
        ),
    )
    assert [item.note for item in found.items] == ["asks two things at once", "asks two things at once", "is long"]
