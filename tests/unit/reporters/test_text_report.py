"""A tired teacher finds the verdict, the next step and what it rests on, in any width, without colour."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_hostile import filled_with
from sample_parts import (
    FILES,
    OUTLINE,
    OVERVIEW,
    PERSON_DECIDES,
    RESEARCH,
    SURVEY,
    at,
    report,
    warning,
)
from sample_reports import ALL, HOSTILE, INCOMPLETE, LET_OFF, READY, UNREADABLE, WEAK

from mcred_lint.findings import (
    ComponentReport,
    Item,
    Measured,
    NextStep,
    ReadFrom,
    RecognisedBy,
    SubmissionReport,
    SubmissionStatus,
)
from mcred_lint.reporters import text
from mcred_lint.reporters.layout import cells
from mcred_lint.sources.places import Place

GOLDEN = Path(__file__).parents[2] / "golden" / "reporters"
UPDATE = "MCRED_LINT_UPDATE_GOLDEN"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def told(*submissions: SubmissionReport, width: int = 80, **options: Any) -> str:
    return text.render(report(*submissions), width=width, **{"colour": False, **options})


def squeezed(page: str) -> str:
    """The page without its line breaks, to look for sentences."""
    return " ".join(page.split())


SHOWN = {
    "ready": (READY,),
    "not-ready": (WEAK,),
    "incomplete": (INCOMPLETE,),
    "could-not-be-checked": (UNREADABLE,),
    "let-off": (LET_OFF,),
    "hostile": (HOSTILE,),
    "several": (UNREADABLE, replace(READY, components=(OVERVIEW,), files=(), findings=())),
}


@pytest.mark.parametrize("width", [60, 120])
@pytest.mark.parametrize("name", SHOWN)
def test_the_page_looks_as_agreed(name: str, width: int) -> None:
    page = told(*SHOWN[name], width=width, show_reading=name == "not-ready")
    golden = GOLDEN / f"{name}-{width}.txt"
    if os.environ.get(UPDATE):
        if os.environ.get("CI"):
            pytest.fail(f"{UPDATE} is for a person who looks at the difference, not for CI")
        golden.write_text(page, encoding="utf-8", newline="\n")
    assert page == golden.read_text(encoding="utf-8"), f"look at the page; if it is better, run again with {UPDATE}=1"


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 120, 200])
@pytest.mark.parametrize(
    "submission", [READY, WEAK, INCOMPLETE, UNREADABLE, LET_OFF], ids=lambda submission: submission.id
)
def test_no_line_is_wider_than_the_terminal(submission: SubmissionReport, width: int) -> None:
    assert max(map(cells, told(submission, width=width, show_reading=True).splitlines())) <= width


@pytest.mark.parametrize("submission", ALL, ids=lambda submission: ascii(submission.id))
def test_without_its_colour_a_page_is_the_plain_page(submission: SubmissionReport) -> None:
    coloured = told(submission, colour=True)
    assert coloured != told(submission)
    assert COLOUR.sub("", coloured) == told(submission)


def test_the_verdict_comes_first_and_what_blocks_directly_after_it() -> None:
    lines = [line for line in told(WEAK).splitlines() if line]
    assert lines[0] == "basic"
    assert lines[1].startswith("NOT READY.")
    assert lines.index("PUT THIS RIGHT FIRST") == 3
    assert "research.md:20" in squeezed(told(WEAK)).partition("THE COMPONENTS")[0]


def test_the_weakest_component_is_told_first() -> None:
    page = told(WEAK)
    order = [page.index(f"\n{title}\n  ") for title in (SURVEY.title, RESEARCH.title, OUTLINE.title, OVERVIEW.title)]
    assert order == sorted(order)


def test_every_step_has_a_box() -> None:
    page = squeezed(told(WEAK, INCOMPLETE))
    for submission in (WEAK, INCOMPLETE):
        for component in submission.components:
            for step in component.next.steps if component.next else ():
                assert f"[ ] {step[:1].upper()}{step[1:]}" in page


def test_a_reason_has_its_place() -> None:
    assert "4 h needed; lunch is left out (outline.md:11)." in squeezed(told(WEAK))


def test_a_step_that_is_not_enough_says_so() -> None:
    page = told(WEAK)
    assert "First, to reach Basic:" in page and "To reach Proficient:" in page


def test_a_passing_component_takes_two_lines() -> None:
    page = told(WEAK).partition("THE SUBMISSION AS A WHOLE")[0]
    assert page.endswith("Part 3: Reflection\n  Passing on what can be counted; 2 for the assessor\n\n")


def test_a_passing_component_below_the_top_is_told_how_to_go_on() -> None:
    higher = replace(OVERVIEW, scale=("Not passing", "Passing", "Distinguished"), passing="Passing")
    page = told(replace(READY, components=(replace(higher, next=NextStep("Distinguished", ("add a source",))),)))
    assert "To go on and reach Distinguished:\n  [ ] Add a source." in page


@pytest.mark.parametrize("submission", [READY, WEAK, INCOMPLETE, UNREADABLE], ids=lambda submission: submission.id)
def test_a_level_is_never_shown_bare(submission: SubmissionReport) -> None:
    levels = {level for component in submission.components for level in component.scale}
    assert not levels & {line.strip(" .") for line in told(submission, width=120).splitlines()}


def test_every_number_has_its_items_with_their_places() -> None:
    page = told(READY, width=120).partition("\nFILES\n")[0]
    for component in READY.components:
        for criterion in component.criteria:
            for item in criterion.measured.items if criterion.measured else ():
                (line,) = {line for line in page.splitlines() if line.strip().startswith(item.text)}
                assert item.place is None or line.endswith(f"{item.place.file}:{item.place.line}")


def test_times_are_said_with_each_session_and_breaks_with_their_reason() -> None:
    page = squeezed(told(WEAK, width=120))
    assert "Every Absence Has a Reason, 1 h 15 outline.md:13" in page
    assert "Not counted: Lunch, 11:30 a.m.\u201312:15 p.m., 45 minutes, a break outline.md:15" in page


def test_a_long_name_of_a_file_is_said_once_for_a_list() -> None:
    name = "Micro-credential submission (FINAL) of the spring.docx"
    questions = tuple(Item(f"question {n}", Place(name, label=f"paragraph {n}")) for n in (4, 7))
    row = replace(SURVEY.criteria[0], measured=Measured(2, 2, "question", questions))
    page = told(replace(READY, components=(replace(SURVEY, criteria=(row,)),)))
    assert f"    In {name}:\n    question 4  paragraph 4\n    question 7  paragraph 7\n" in page


def test_the_same_items_are_listed_once() -> None:
    assert told(READY, width=120).count("Rising Tide of Chronic Absence") == 1


def with_items(count: int) -> SubmissionReport:
    items = tuple(Item(f"source number {index}", at("research.md", index)) for index in range(1, count + 1))
    row = replace(RESEARCH.criteria[0], measured=Measured(count, count, "source", items))
    return replace(READY, components=(replace(RESEARCH, criteria=(row,)),))


def test_a_long_list_says_how_much_more_there_is() -> None:
    assert "and 4 more" in told(with_items(12)) and "source number 9" not in told(with_items(12))
    assert "more" not in told(with_items(9)) and "source number 9" in told(with_items(9))


def test_what_several_lines_would_say_alike_is_said_once() -> None:
    page = told(READY)
    assert PERSON_DECIDES not in squeezed(page)
    assert "The sources are on nccp.org" in page


def test_advice_for_several_places_is_given_once() -> None:
    twice = tuple(warning("outline.promotion", "No bait.", "Add some.", at("outline.md", line)) for line in (5, 9))
    page = told(replace(READY, findings=twice))
    assert "- No bait (outline.md:5 and outline.md:9). Add some.\n" in page


def test_a_signal_is_said_to_be_one() -> None:
    page = squeezed(told(READY))
    assert "the present situation all appear (by signals)." in page
    assert "By signals: not counted but inferred" in page


def test_a_guess_is_said_to_be_one() -> None:
    page = squeezed(told(INCOMPLETE, width=120))
    assert "pl plan.md Artifact 2: Professional learning outline (a guess from what it contains)" in page


def test_a_declaration_of_the_author_is_named() -> None:
    declared = replace(OVERVIEW, read_from=(ReadFrom("overview.md", 1, RecognisedBy.DECLARATION),))
    page = squeezed(told(replace(READY, components=(declared,)), width=120))
    assert "overview.md Part 1: Overview (as declared)" in page


def test_files_that_were_not_used_say_why() -> None:
    assert "README.md  a read-me file about the folder" in told(READY)
    assert "nothing in it was asked for" in told(replace(READY, files=(replace(FILES[4], ignored_because=None),)))


def test_what_was_not_submitted_is_one_line_and_not_a_line_per_criterion() -> None:
    page = told(INCOMPLETE)
    assert "Artifact 4: Feedback survey\n  Not submitted; counts as Developing\n\n  First, to reach Basic:" in page


def test_the_last_line_says_what_judged_and_how_much() -> None:
    assert squeezed(told(WEAK)).endswith(
        "Rubric nea-advocacy, version 1.0.0 (the default). mcred-lint 0.1.0. "
        "17 of 27 criteria judged by counting or by signals."
    )


def test_quiet_is_the_verdict_and_what_is_below() -> None:
    assert told(WEAK, width=100, quiet=True).splitlines() == [
        "basic: NOT READY. 3 of 6 components are below their passing level. 2 things have to be put right",
        "first.",
        "  - 1 certain hint was found.",
        "  - Template text is left in 2 places.",
        "  - Artifact 4: Feedback survey: Developing; Proficient is needed",
        "  - Artifact 1: Research: Basic; Proficient is needed",
        "  - Artifact 2: Professional learning outline: Basic; Proficient is needed",
    ]
    assert told(READY, quiet=True) == "proficient: READY on what can be counted; 9 things are for the assessor.\n"


def test_several_submissions_end_with_a_sum() -> None:
    for quiet in (True, False):
        assert told(READY, WEAK, quiet=quiet).endswith("\n2 submissions: 1 ready, 1 not ready.\n")
    assert told(READY, WEAK).count("-" * 80) == 2


def test_no_submission_is_said_too() -> None:
    assert told() == "0 submissions.\n"


def test_the_reading_is_shown_on_request_only() -> None:
    assert "HOW IT WAS READ" not in told(READY)
    page = told(READY, show_reading=True, width=100)
    assert re.search(r"^    answers by number: 4 +overview\.md:3$", page, re.MULTILINE)
    assert "Nothing was read." in told(replace(READY, reading=()), show_reading=True)


def test_what_belongs_to_nothing_else_is_told_too() -> None:
    page = told(UNREADABLE)
    assert "THE SUBMISSION AS A WHOLE" in page
    assert "Save it without a password" in squeezed(page)


HARMLESS = st.text(st.characters(codec=None, categories=None), min_size=1)


@settings(max_examples=60)
@given(HARMLESS, st.integers(min_value=-1, max_value=200), st.booleans())
def test_any_text_of_a_stranger_is_only_text(hostile: str, width: int, quiet: bool) -> None:
    page = told(filled_with(hostile), width=width, quiet=quiet, show_reading=True)
    assert page.isprintable() or all(line.isprintable() or not_obeyed(line) for line in page.split("\n"))
    assert "::" not in page and "##[" not in page


def not_obeyed(line: str) -> bool:
    return not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", line)


def test_colour_codes_are_only_ours() -> None:
    codes = set(COLOUR.findall(told(HOSTILE, colour=True)))
    assert codes <= {"\x1b[1m", "\x1b[0m", "\x1b[1;31m", "\x1b[1;32m", "\x1b[1;35m"}
    assert "\x1b" not in COLOUR.sub("", told(HOSTILE, colour=True))


def test_every_status_has_its_verdict() -> None:
    words = {told(replace(READY, status=status), quiet=True).split(":")[1].split(".")[0] for status in SubmissionStatus}
    assert len(words) == len(SubmissionStatus)


def test_nothing_to_show_is_a_short_page() -> None:
    nothing: tuple[ComponentReport, ...] = ()
    page = told(replace(UNREADABLE, components=nothing, criteria=(), findings=(), files=()))
    assert len([line for line in page.splitlines() if line]) == 4
