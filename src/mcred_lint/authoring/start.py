"""A rubric to start from: the shipped, annotated one under a name of its own."""

from __future__ import annotations

from importlib.resources import files

from mcred_lint.errors import RubricErrors, UsageError
from mcred_lint.rubric.examples import flow
from mcred_lint.rubric.loader import load_rubric

_TEMPLATE = "templates/rubric.yaml"


def start_rubric(rubric_id: str, title: str | None, issuer: str | None) -> str:
    """The text of a rubric that can be used as it stands. Raises UsageError for a name that cannot be one."""
    template = (files("mcred_lint.authoring") / _TEMPLATE).read_text("utf-8")
    text = _with(template, "id", rubric_id)
    text = _with(text, "title", title or _as_title(rubric_id))
    text = _with(text, "issuer", issuer) if issuer else text
    try:
        load_rubric(rubric_id, text.encode())
    except RubricErrors as error:
        problem = error.problems[0]
        raise UsageError(problem.message, f"{problem.hint} For example, {problem.example}") from None
    return text


def _as_title(rubric_id: str) -> str:
    words = rubric_id.replace("-", " ")
    return words[:1].upper() + words[1:]


def _with(text: str, key: str, value: str) -> str:
    """The text with another value behind a key that stands at the beginning of a line."""
    lines = text.splitlines(keepends=True)
    number = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    return "".join([*lines[:number], f"{key}: {flow(value)}\n", *lines[number + 1 :]])
