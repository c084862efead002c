"""Component passages made from text as teachers hand it in, and the bundled rubric's description of the survey."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from mcred_lint.document.blocks import Document
from mcred_lint.matching.content import Passage
from mcred_lint.matching.specs import QuestionsPlace, ResponsesPlace
from mcred_lint.submission import csv_reader, markdown, yaml_reader
from mcred_lint.text.forms import FormWords
from mcred_lint.text.placeholders import PlaceholderWords

ROOT = Path(__file__).parents[3]
LANGUAGE = ROOT / "src/mcred_lint/text/english.yaml"


def load(path: Path) -> Any:
    """YAML with every scalar as it is written: "yes" is a word."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


PLACES = load(ROOT / "rubrics/nea-advocacy.yaml")["components"]["survey"]["places"]
FORM = QuestionsPlace.model_validate(PLACES["questions"])
COMPLETED = ResponsesPlace.model_validate(PLACES["completed"])
PLACEHOLDERS = PlaceholderWords.from_mapping(load(LANGUAGE)["placeholders"])
FORM_WORDS = FormWords.from_mapping(load(LANGUAGE)["forms"])


def read(path: str, text: str) -> Document:
    data = text.encode()
    if path.endswith(".yaml"):
        return yaml_reader.read(path, data)
    return csv_reader.read(path, data, FORM_WORDS) if path.endswith(".csv") else markdown.read(path, data)


def passages(case: dict[str, Any]) -> list[Passage]:
    """A case's file as the one passage of its component."""
    path = case.get("file", "survey.md")
    return [Passage(path, read(path, case["text"]).blocks)]


def whole_files(folder: Path, *names: str) -> list[Passage]:
    """Files of an example submission, each as a passage."""
    return [Passage(name, read(name, (folder / name).read_text(encoding="utf-8")).blocks) for name in names]


FRAGMENTS = st.sampled_from(
    [
        "# Survey",
        "## Response 1",
        "1. What?",
        "2. ",
        "- [x] yes",
        "- a",
        "Q3: why?",
        "**Q:** a",
        "**A:** b",
        "| a | b |",
        "|---|---|",
        "---",
        "____",
        "☐ 1 ☒ 2",
        "a) x",
        "1 2 3 4 5",
        "Name: ___",
        '> "q"',
        "https://x.org",
        "```",
        "(",
        "?????",
        ":",
        "",
    ]
)
ANY_TEXT = st.lists(st.one_of(FRAGMENTS, st.text(max_size=30)), max_size=25).map("\n".join)
"""Pieces of forms in any order, between any other characters."""
