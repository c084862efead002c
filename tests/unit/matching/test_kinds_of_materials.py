"""Materials in a component that holds other things as well: a choice of several kinds, and an analysis that tells of them."""

from __future__ import annotations

from typing import Any

import pytest
from made_up import matched

from mcred_lint.matching.content import Materials, Questions, Responses, has_content

AGENDA = "- 9:00 Reading student work in groups of three\n" * 6
EVIDENCE: dict[str, Any] = {
    "title": "Evidence",
    "names": ["evidence"],
    "files": ["evidence*"],
    "places": {
        "form": {"kind": "questions", "title": "the form", "names": ["blank survey"]},
        "survey": {"kind": "responses", "of": "form", "title": "the survey", "names": ["survey", "survey responses"],
                   "called": ["participant"], "summaries": ["% of *"]},
        "agenda": {"kind": "materials", "title": "the agenda", "names": ["agenda*"], "files": ["agenda*"]},
        "slides": {"kind": "materials", "title": "the slides", "names": ["slides"], "files": ["slides*"]},
    },
}  # fmt: skip


def held(files: dict[str, str]) -> list[str]:
    return [key for key, place in matched(EVIDENCE, files).places.items() if has_content(place)]


@pytest.mark.parametrize(
    ("files", "kinds"),
    [
        ({"a.md": "# Evidence\n\n## Agenda\n\nhttps://example.org/a\n"}, ["agenda"]),
        ({"a.md": "# Evidence\n\n- Agenda: https://example.org/a\n- Slides: https://example.org/s\n"}, ["agenda", "slides"]),
        ({"a.md": f"# Agenda of our day\n\n{AGENDA}"}, ["agenda"]),
        ({"evidence/agenda.md": AGENDA, "evidence/slides.pptx": "not to be read"}, ["agenda", "slides"]),
        ({"a.md": "# Evidence\n\n## Survey\n\n24 of 26 answered; 92 % of them agree.\n"}, ["survey"]),
        ({"a.md": "# Evidence\n\n- Survey responses: https://example.org/r\n"}, ["survey"]),
        ({"a.md": "# Evidence\n\nWhat helped you? What was hard?\n"}, []),
    ],
)  # fmt: skip
def test_of_several_kinds_each_is_found_under_its_own_name_only(files: dict[str, str], kinds: list[str]) -> None:
    assert held(files) == kinds


def test_a_blank_form_beside_other_evidence_is_no_completed_survey() -> None:
    text = f"# Evidence\n\n## Blank survey\n\n1. What helped you?\n2. What was hard?\n\n## Agenda\n\n{AGENDA}"
    places = matched(EVIDENCE, {"a.md": text}).places
    assert isinstance(places["form"], Questions) and len(places["form"].questions) == 2
    assert not isinstance(places["survey"], Responses)


PORTFOLIO: dict[str, Any] = {
    "title": "Portfolio",
    "names": ["portfolio"],
    "files": ["portfolio*", "artifacts*"],
    "places": {
        "details": {
            "kind": "groups",
            "title": "the details",
            "called": ["detail"],
            "fields": {
                "artifact": {"title": "the artifact", "names": ["artifact"]},
                "why": {"title": "the reason", "names": ["why"]},
            },
        },
        "artifacts": {"kind": "materials", "title": "the artifacts"},
    },
}
ANALYSIS = (
    "| Detail | Artifact | Why |\n|---|---|---|\n" + "| Listens | notes.md | They are quoted word for word. |\n" * 6
)


@pytest.mark.parametrize(
    ("files", "artifacts"),
    [
        ({"portfolio.md": ANALYSIS}, []),
        ({"all.md": f"# Portfolio\n\n{ANALYSIS}\n# Other\n"}, []),
        ({"portfolio.md": ANALYSIS, "notes.md": AGENDA}, ["notes.md"]),
        ({"portfolio.md": ANALYSIS, "artifacts/plan.md": f"# Plan\n\n## Day\n\n{AGENDA}"}, ["artifacts/plan.md"]),
    ],
)
def test_the_analysis_of_artifacts_is_none_of_them(files: dict[str, str], artifacts: list[str]) -> None:
    found = matched(PORTFOLIO, files).places["artifacts"]
    assert isinstance(found, Materials)
    assert [material.text for material in found.materials] == artifacts
