"""The files of a new submission, made from any rubric."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mcred_lint.authoring.templates import markdown, yaml
from mcred_lint.authoring.templates.layout import Layout
from mcred_lint.authoring.templates.planning import layout_of
from mcred_lint.rubric.model import Rubric
from mcred_lint.text.language import Language

WRITERS: Mapping[str, Callable[[Layout, bool], dict[str, str]]] = {"markdown": markdown.files, "yaml": yaml.files}


def new_submission(
    rubric: Rubric, language: Language, *, format: str, one_file: bool = False, declared: str | None = None
) -> dict[str, str]:
    """{path: text} of an empty submission. declared: the id of the rubric that it has to name."""
    return WRITERS[format](layout_of(rubric, language, declared), one_file)
