"""The shipped words of form services, and what was read from a sheet in one short line each."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

from mcred_lint.document.blocks import Block, Document, Kind, Line
from mcred_lint.text.forms import FormWords

WORDS = FormWords.from_mapping(
    yaml.safe_load((files("mcred_lint.text") / "english.yaml").read_text(encoding="utf-8"))["forms"]
)
_SIGNS = {Kind.ENTRY: "*", Kind.HEADING: "? ", Kind.TEXT: "> "}


def answers(document: Document) -> list[Any]:
    """Responses, questions and answers as in tests/cases/form_export.yaml."""
    return [_told(block, document) for block in document.blocks]


def _told(block: Block, document: Document) -> Any:
    if not isinstance(block, Line):
        return [[cell.text.string for cell in row.cells] for row in block.all_rows]
    responses = any(isinstance(other, Line) and other.kind is Kind.ENTRY for other in document.blocks)
    return f"{_SIGNS[block.kind] if responses else '# '}{block.text}"
