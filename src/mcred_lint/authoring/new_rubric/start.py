"""A rubric to start from: a shipped, annotated one under a name of its own, complete or extending another."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from mcred_lint.errors import RubricErrors, UsageError
from mcred_lint.rubric.examples import flow
from mcred_lint.rubric.inheritance.parents import Opener, nothing_to_extend
from mcred_lint.rubric.loader import load_rubric

_COMPLETE, _EXTENDING = "rubric.yaml", "extending.yaml"


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of the rubric to begin. extends: the rubric of which it will say only what it changes."""

    id: str
    title: str | None = None
    issuer: str | None = None
    extends: str | None = None


def start_rubric(wish: Start, file: str = "rubric.yaml", opener: Opener = nothing_to_extend) -> str:
    """The text of a rubric that can be used as it stands. Raises UsageError for an id or a rubric to extend that is none.

    file: where it will stand; opener: finds from there what it extends.
    """
    name = _COMPLETE if wish.extends is None else _EXTENDING
    text = (files("mcred_lint.authoring.new_rubric") / name).read_text("utf-8")
    given = {"id": wish.id, "title": wish.title or _as_title(wish.id), "issuer": wish.issuer, "extends": wish.extends}
    for key, value in given.items():
        text = text if value is None else _with(text, key, value)
    try:
        load_rubric(file, text.encode(), opener)
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
    number = next(number for number, line in enumerate(lines) if line.removeprefix("# ").startswith(f"{key}:"))
    return "".join([*lines[:number], f"{key}: {flow(value)}\n", *lines[number + 1 :]])
