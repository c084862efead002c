"""A rubric file is loaded whole, or everything that is wrong with it is told at once, in its author's words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.rubric.bundled import bundled_ids, load_bundled
from mcred_lint.rubric.loader import LoadedRubric, load_rubric

TABLE = yaml.safe_load((Path(__file__).parents[2] / "cases" / "broken_rubrics.yaml").read_text(encoding="utf-8"))
RUBRIC: str = TABLE["rubric"]
FILE = "my-rubric.yaml"
CHOICE = re.compile(
    r"^There is no (?!condition|prompt|theme|whole)|cannot be \"|does not say its kind|has no (?:level|measure) "
)
"""Messages about something that has to be one of a few."""


def loaded(text: str) -> LoadedRubric:
    return load_rubric(FILE, text.encode())


def told(text: str) -> tuple[RubricProblem, ...]:
    """The problems of a rubric; none when it can be used."""
    try:
        loaded(text)
    except RubricErrors as error:
        return error.problems
    return ()


def changed(changes: Sequence[dict[str, str]]) -> str:
    text = RUBRIC
    for change in changes:
        assert change["from"] in text, f"the rubric of the table does not hold {change['from']!r}"
        text = text.replace(change["from"], change["to"], 1)
    return text


def position(problem: RubricProblem) -> str:
    assert problem.place is not None
    return f"{problem.place.line}:{problem.place.column}"


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_each_mistake_is_told_with_place_cause_and_way_out(case: dict[str, Any]) -> None:
    problems = told(changed(case["changes"]))
    assert [position(problem) for problem in problems] == [wanted["at"] for wanted in case["told"]]
    for problem, wanted in zip(problems, case["told"], strict=True):
        assert wanted["says"] in problem.message
        assert wanted["hint"] in problem.hint
        assert set(wanted.get("allowed", ())) <= set(problem.allowed)
        assert wanted.get("example", "") in problem.example


def test_the_table_is_large_enough_to_be_a_promise() -> None:
    assert len(TABLE["cases"]) >= 40


def test_the_rubric_of_the_table_has_nothing_wrong() -> None:
    assert loaded(RUBRIC).warnings == ()


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_every_message_is_a_sentence_with_a_place_a_way_out_and_an_example(case: dict[str, Any]) -> None:
    for problem in told(changed(case["changes"])):
        assert problem.message.endswith(".")
        assert problem.hint
        assert problem.example
        assert position(problem).replace(":", "").isdigit()
        assert problem.allowed or not CHOICE.search(problem.message), "what could stand there instead?"
        assert "pydantic" not in problem.message.lower() and "dict" not in problem.message.lower()


def test_scalars_stay_as_they_are_written() -> None:
    assert loaded(RUBRIC).rubric.version == "1.10"


def test_a_block_of_text_ends_with_its_last_word() -> None:
    text = RUBRIC.replace("advice: Add sources.", "advice: >\n          Add\n          sources.")
    assert loaded(text).rubric.components["reading"].criteria["sources"].advice == "Add sources."


def test_word_lists_are_taken_in_through_other_lists() -> None:
    measure = loaded(RUBRIC).rubric.components["reading"].criteria["times"].measure
    assert measure is not None and measure.kind == "mentions"
    assert measure.themes["times"].words == ("histor*", "years ago", "this year")


def test_the_digest_is_that_of_the_file() -> None:
    assert loaded(RUBRIC).digest == hashlib.sha256(RUBRIC.encode()).hexdigest()


def test_every_value_and_key_has_its_place() -> None:
    places = loaded(RUBRIC).places
    path = ("components", "reading", "criteria", "sources", "ladder", "There", "at_least")
    lines = RUBRIC.splitlines()
    value, key = places.value(path), places.key(path)
    assert (value.line, key.line) == (36, 36)
    assert lines[35][(key.column or 0) - 1 :].startswith("at_least")
    assert lines[35][(value.column or 0) - 1 :].startswith("5}")


def test_what_is_not_in_the_file_has_the_place_of_its_closest_parent() -> None:
    places = loaded(RUBRIC).places
    criterion = ("components", "reading", "criteria", "credible")
    assert places.value((*criterion, "reading")) == places.key(criterion)


WARNED = [
    ("[$times]", "[now]", "13:3", 'The word list "times" is never taken in.'),
    ("of: [audience], per", "of: [], per", "71:7", 'No criterion looks at "audience"'),
    ("names: [replies]", "names: [survey]", "83:74", '"survey" is also a name of "survey"'),
    ("        reading: Words are only a signal.\n", "", "52:7", 'Criterion "times" has no reading.'),
    ("Under way: {at_least: 2}", "Under way: {between: [2, 5]}", "111:11", 'More than 5 misses "Under way"'),
    (
        "outcomes: {title: outcomes",
        "aims: {title: aims, names: [outcomes]}\n          outcomes: {title: outcomes",
        "80:47",
        "for both.",
    ),
    ("reason: {asks: Why it matters, words", "reason: {asks: Why it matters, names: [Need], words", "28:50", "both."),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), WARNED, ids=lambda value: str(value)[:30])
def test_what_does_no_harm_is_a_warning_and_no_error(old: str, new: str, at: str, says: str) -> None:
    assert old in RUBRIC
    warnings = loaded(RUBRIC.replace(old, new, 1)).warnings
    assert [position(each) for each in warnings] == [at]
    assert says in warnings[0].message and warnings[0].hint and warnings[0].example


def test_too_much_may_fall_deep_where_a_reading_says_why() -> None:
    capped = "Under way: {between: [2, 5]}\n        reading: A longer survey is no better than none."
    assert loaded(RUBRIC.replace("Under way: {at_least: 2}\n", f"{capped}\n", 1)).warnings == ()


def test_one_label_may_be_meant_for_two_fields() -> None:
    both = "names: [outcomes, title and outcomes]"
    text = RUBRIC.replace("names: [outcomes]", both, 1).replace("names: [title]", "names: [title, title and outcomes]")
    assert loaded(text).warnings == ()


def test_warnings_are_told_beside_problems() -> None:
    with pytest.raises(RubricErrors) as error:
        loaded(RUBRIC.replace("[$times]", "[now]", 1).replace("title: Reading up", "title: ''", 1))
    assert [position(each) for each in error.value.warnings] == ["13:3"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty."),
        (b"hello", "This is no rubric."),
        (b"- a\n- b\n", "This is no rubric."),
        (b"\x00\x01\x02PK\x03", "is not a text file"),
        (b"{" * 80, "nested"),
        (b"title: [a, b", "A bracket [ is opened"),
    ],
)
def test_a_file_that_is_no_rubric_is_told_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(RubricErrors) as error:
        load_rubric(FILE, data)
    assert says in error.value.problems[0].message


@pytest.mark.parametrize("rubric_id", bundled_ids())
def test_bundled_rubrics_have_neither_errors_nor_warnings(rubric_id: str) -> None:
    assert load_bundled(rubric_id).warnings == ()


SOURCES = "          There: {at_least: 5}\n          Under way: {at_least: 3}\n"
PLAN = "          There: {all: true}\n          Under way: {at_least: 1/2}\n"
PUBLISHED = {
    "an exact number": (SOURCES, "          There: {exactly: 3}\n          Under way: {at_least: 1}\n"),
    "a closed range": (SOURCES, "          There: {between: [5, 7]}\n          Under way: {at_least: 2}\n"),
    "k of n": (PLAN, "          There: {at_least: 2/9}\n          Under way: {at_least: 1/9}\n"),
    "a percentage of blanks": (PLAN, "          There: {all: true}\n          Under way: {more_than: 80 %}\n"),
    "about so many words": ("length: {at_least: 100}", "length: {about: 250}"),
    "a limit as a gate": ("length: {at_least: 100}", "length: {more_than: 0, at_most: 500}"),
    "a yes or no beside levels": (SOURCES, "      "),
    "one of two ways": ("length: {at_least: 100}", "any: [{length: {at_least: 100}}, {answered: {at_least: 2}}]"),
    "a scale that passes below its top": ("passing: There", "passing: Under way"),
}


@pytest.mark.parametrize(("old", "new"), PUBLISHED.values(), ids=list(PUBLISHED))
def test_what_published_rubrics_ask_for_can_be_said(old: str, new: str) -> None:
    text = RUBRIC.replace(old, new, 1)
    if not new.strip():
        text = text.replace("        ladder:\n      ", "        must: {at_least: 3}\n", 1)
    assert text != RUBRIC
    assert told(text) == ()


def test_four_levels_need_three_rungs_and_may_pass_at_the_third() -> None:
    levels, passing = "[Started, Under way, There]", "passing: There"
    text = RUBRIC.replace(levels, "[Started, Under way, There, Beyond]").replace(passing, "passing: There")
    assert {'no rung for "Beyond"' in problem.message for problem in told(text)} == {True}
    rungs = {"There: {at_least: 5}": "Beyond: {at_least: 9}\n          There: {at_least: 5}"}
    fuller = text.replace(*next(iter(rungs.items())))
    assert len(told(fuller)) == len(told(text)) - 1


LINES = RUBRIC.splitlines()
WORDS = [
    "{at_least: 5}",
    "[]",
    "{}",
    "~",
    "- x",
    "kind: count",
    "$past",
    "*",
    "''",
    "there",
    "1/0",
    "::",
    "\t",
    "&a [*a]",
    "5 h",
]


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """The rubric with a few lines deleted, repeated, indented or with another value."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.integers(0, len(lines) - 1))
        key, colon, _rest = lines[number].partition(":")
        word = draw(st.sampled_from(WORDS))
        lines[number] = draw(
            st.sampled_from(["", f"  {lines[number]}", f"{key}{colon} {word}", f"{lines[number]} {word}", word])
        )
    return "\n".join(lines)


@settings(max_examples=300, deadline=None)
@given(spoilt())
def test_whatever_is_wrong_becomes_problems_in_order_with_places_inside_the_file(text: str) -> None:
    problems = told(text)
    length = text.count("\n") + 2
    places = [problem.place for problem in problems]
    assert all(place is not None and place.line is not None and 1 <= place.line <= length for place in places)
    assert [(p.line, p.column) for p in places if p] == sorted((p.line, p.column) for p in places if p)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda data: data.decode("latin-1")))
def test_no_text_at_all_does_more_than_raise_rubric_errors(text: str) -> None:
    assert told(text)
