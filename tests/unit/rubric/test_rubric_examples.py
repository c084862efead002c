"""Every example that a message shows could stand in a rubric as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from mcred_lint.matching import specs as places
from mcred_lint.matching.specs import Spec
from mcred_lint.measures import conditions
from mcred_lint.measures import specs as measures
from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric import model
from mcred_lint.rubric.examples import example_of, example_part, flow
from mcred_lint.rubric.model import Rubric, Rung
from mcred_lint.rubric.shapes import is_model, keys_of
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import parse


def models() -> dict[str, type[Spec]]:
    found = [value for module in (places, measures, conditions, model) for value in vars(module).values()]
    return {each.__name__: each for each in found if is_model(each) and each is not Spec}


def fields() -> Iterator[tuple[str, str, FieldInfo]]:
    for name, spec in models().items():
        yield from ((name, key, field) for key, field in keys_of(spec).items())


def read(text: str) -> Any:
    root = parse("example.yaml", text).root
    assert root is not None, text
    return plain(root, WordLists({}))


WITHOUT = {("Rung", "conditions")}
"""Keys that are never written."""


@pytest.mark.parametrize(
    ("owner", "key", "field"), list(fields()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_key_has_a_meaning_and_a_valid_example(owner: str, key: str, field: FieldInfo) -> None:
    if (owner, key) in WITHOUT:
        return
    Rubric.model_rebuild()
    example = example_of(key, field)
    assert example.startswith(f"{key}: ")
    value = read(example)[key]
    wanted: Any = Annotated[(field.annotation, None, *field.metadata)]
    TypeAdapter(wanted).validate_python(value)
    assert field.description or key == "kind"


@pytest.mark.parametrize("spec", list(models().values()), ids=lambda spec: spec.__name__)
def test_the_smallest_part_of_each_kind_is_valid(spec: type[Spec]) -> None:
    if spec in (Condition, Rung) or ("names" in spec.model_fields and "kind" not in spec.model_fields):
        return
    spec.model_validate(read(f"part: {example_part(spec)}")["part"])


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        "a: b",
        "no # comment",
        "true",
        "1.10",
        "",
        "it's",
        'a "b"',
        "* x",
        "[x]",
        "x:",
        "-",
        "a, b",
        "null",
        "~",
        "{",
        "é",
    ],
)
def test_text_survives_being_shown_as_an_example(value: str) -> None:
    assert read(f"key: {flow([value, {'k': value}])}")["key"] == [value, {"k": value}]
