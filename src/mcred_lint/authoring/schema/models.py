"""The models of the rubric format as a whole: which there are, and what each says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from typing import Any, get_args

from mcred_lint.matching.specs import Spec
from mcred_lint.rubric.shapes import is_model, keys_of

UNWRITTEN = "conditions"
"""The key of a rung that nobody writes: in a file, its conditions stand in the rung itself."""


def all_models(model: type[Spec]) -> tuple[type[Spec], ...]:
    """`model` and everything that can stand inside it, each once, in the order in which a reader meets them."""
    found: dict[type[Spec], None] = {}
    todo = [model]
    while todo:
        each = todo.pop(0)
        if each not in found:
            found[each] = None
            todo += (inner for field in keys_of(each).values() for inner in models_in(field.annotation))
    return tuple(found)


def models_in(annotation: Any) -> Iterator[type[Spec]]:
    """The models that a type names, at any depth."""
    if is_model(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def about(model: type[Spec]) -> str:
    """What a model says of itself, each paragraph on one line."""
    return "\n\n".join(" ".join(part.split()) for part in cleandoc(model.__doc__ or "").split("\n\n"))


def summary(model: type[Spec]) -> str:
    """The first paragraph of it."""
    return about(model).partition("\n\n")[0]
