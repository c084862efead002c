"""A template is nothing until somebody writes into it, and what they write anywhere is read as what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

import pytest
from rubric_list import RUBRICS
from template_reading import LANGUAGE, Found, contents, read, text_for, texts_for, written

from mcred_lint.authoring.templates.filling import Slot, filled, resized, slots
from mcred_lint.authoring.templates.planning import layout_of
from mcred_lint.authoring.templates.start import WRITERS, new_submission
from mcred_lint.findings import ComponentStatus, Severity
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric
from mcred_lint.service import check
from mcred_lint.submission.texts import submission_of

EACH_RUBRIC = pytest.mark.parametrize("rubric", RUBRICS.values(), ids=RUBRICS)
EACH_FORMAT = pytest.mark.parametrize("format", WRITERS)
BOTH = pytest.mark.parametrize("one_file", [False, True], ids=["files", "one-file"])


@EACH_RUBRIC
@EACH_FORMAT
@BOTH
def test_an_untouched_template_is_not_submitted(rubric: Rubric, format: str, one_file: bool) -> None:
    files = new_submission(rubric, LANGUAGE, format=format, one_file=one_file, declared=rubric.id)
    report = check(submission_of("new", files, LANGUAGE), rubric, LANGUAGE)
    assert {part.status for part in report.components} == {ComponentStatus.NOT_SUBMITTED}
    assert not any(criterion.failed for criterion in report.criteria)
    errors = [finding.criterion for finding in report.findings if finding.severity is not Severity.NOTE]
    assert errors == list(rubric.components)


@EACH_RUBRIC
@EACH_FORMAT
@BOTH
def test_a_template_filled_in_everywhere_is_read_as_it_was_written(rubric: Rubric, format: str, one_file: bool) -> None:
    layout = layout_of(rubric, LANGUAGE)
    texts = texts_for(layout, rubric)
    assert read(WRITERS[format](filled(layout, texts), one_file), rubric) == written(rubric, texts)


@EACH_RUBRIC
@EACH_FORMAT
def test_one_text_in_an_otherwise_untouched_template_is_read_where_it_stands(rubric: Rubric, format: str) -> None:
    layout = layout_of(rubric, LANGUAGE)
    misread: dict[Slot, Found] = {}
    for slot, text in texts_for(layout, rubric).items():
        files = WRITERS[format](filled(layout, {slot: text}), False)
        found = read(files, rubric)
        begun = {key for key, content in contents(files, rubric).items() if content.submitted}
        if found != written(rubric, {slot: text}) or begun != {slot.component}:
            misread[slot] = found
    assert not misread


# ---- as a person fills it in -------------------------------------------------------------------------------------------


def _without_comments(text: str) -> str:
    return re.sub(r"<!--.*?-->\n?", "", text, flags=re.DOTALL)


def _below_its_label(text: str) -> str:
    return re.sub(r"^(\*\*[^*\n]+:\*\*) (.+)$", r"\1\n\2", text, flags=re.MULTILINE)


def _apart_from_its_label(text: str) -> str:
    return re.sub(r"^(\*\*[^*\n]+:\*\*) (.+)$", r"\1\n\n\2", text, flags=re.MULTILINE)


def _right_below_a_heading(text: str) -> str:
    return re.sub(r"^(#+ .+)\n\n(?=\w)", r"\1\n", text, flags=re.MULTILINE)


def _right_below_a_comment(text: str) -> str:
    return re.sub(r"-->\n\n(?=[\w-])", "-->\n", text)


def _with_windows_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def _with_bullets_of_another_kind(text: str) -> str:
    return re.sub(r"^- ", "* ", text, flags=re.MULTILINE)


@pytest.mark.parametrize(
    "habit",
    [
        _without_comments,
        _below_its_label,
        _apart_from_its_label,
        _right_below_a_heading,
        _right_below_a_comment,
        _with_windows_line_ends,
        _with_bullets_of_another_kind,
    ],
)
@EACH_RUBRIC
def test_habits_of_writing_change_nothing(rubric: Rubric, habit: Callable[[str], str]) -> None:
    layout = layout_of(rubric, LANGUAGE)
    texts = texts_for(layout, rubric)
    files = WRITERS["markdown"](filled(layout, texts), False)
    assert read({path: habit(text) for path, text in files.items()}, rubric) == written(rubric, texts)


@EACH_RUBRIC
def test_questions_that_stay_unanswered_may_be_deleted_or_left(rubric: Rubric) -> None:
    layout = layout_of(rubric, LANGUAGE)
    texts = {slot: text for slot, text in texts_for(layout, rubric).items() if slot.key not in _second_prompts(rubric)}
    files = WRITERS["markdown"](filled(layout, texts), False)
    deleted = {
        path: re.sub(r"^### 2\. .+\n\n(?:<!--.*?-->\n\n)?(?=###)", "", text, flags=re.M) for path, text in files.items()
    }
    assert read(files, rubric) == read(deleted, rubric) == written(rubric, texts)


def _second_prompts(rubric: Rubric) -> set[str]:
    places = (place for part in rubric.components.values() for place in part.places.values())
    return {list(prompts)[1] for place in places if len(prompts := getattr(place, "prompts", {})) > 2}


@EACH_RUBRIC
@EACH_FORMAT
def test_more_entries_and_parts_than_the_template_has_are_read(rubric: Rubric, format: str) -> None:
    layout = layout_of(rubric, LANGUAGE)
    larger = resized(layout, {(slot.component, slot.place): 6 for slot in slots(layout)})
    texts = {slot: text_for(slot, rubric, number) for number, slot in enumerate(slots(larger))}
    assert read(WRITERS[format](filled(larger, texts), False), rubric) == written(rubric, texts)


# ---- what stands in it -------------------------------------------------------------------------------------------------


def test_what_the_rubric_asks_stands_in_the_template() -> None:
    rubric = RUBRICS["nea-advocacy"]
    text = " ".join("".join(new_submission(rubric, LANGUAGE, format="markdown").values()).split())
    for component in rubric.components.values():
        assert all(criterion.title in text for criterion in component.criteria.values())
    assert "At least 5 sources for Proficient" in text
    assert "The assessor judges, and nothing is counted: The sources speak of local or state priorities" in text


HOSTILE = 'Ends --> here <script>alert(1)</script> \x1b[31m "quoted": # not\n---\nrubric: other'


def _hostile() -> Rubric:
    place = {"kind": "list", "title": HOSTILE, "names": ["sources"]}
    prompts = {"one": {"asks": HOSTILE, "names": ["one"]}, "two": {"asks": HOSTILE, "names": ["two"]}}
    part = {
        "title": HOSTILE,
        "scale": "level",
        "names": ["part"],
        "places": {
            "sources": place,
            "answers": {"kind": "answers", "title": HOSTILE, "names": ["answers"], "prompts": prompts},
        },
        "criteria": {"good": {"title": HOSTILE, "basis": "person", "set_by": "ours"}},
    }
    rubric = {
        "mcred-lint-rubric": 1, "id": "hostile", "version": "1", "title": HOSTILE, "description": HOSTILE, "issuer": HOSTILE,
        "scales": {"level": {"levels": ["Low", "High"], "passing": "High"}}, "main_scale": "level", "components": {"part": part},
    }  # fmt: skip
    return load_rubric("hostile.yaml", json.dumps(rubric).encode()).rubric


@EACH_FORMAT
@BOTH
def test_nothing_in_a_rubric_gets_out_of_its_comment(format: str, one_file: bool) -> None:
    rubric = _hostile()
    files = new_submission(rubric, LANGUAGE, format=format, one_file=one_file)
    assert not any("\x1b" in text for text in files.values())
    assert not any(content.submitted for content in contents(files, rubric).values())
    assert _properties(files) == []


def _properties(files: Mapping[str, str]) -> list[str]:
    documents = submission_of("hostile", files, LANGUAGE).documents
    return [str(found) for document in documents for found in (*document.properties, *document.problems)]
