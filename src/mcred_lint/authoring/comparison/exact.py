"""Values of a rubric as they could be written: for what has no better words, or where the words would be the same."""

from __future__ import annotations

from enum import Enum
from typing import Any

from mcred_lint.matching.specs import Spec
from mcred_lint.rubric.examples import flow
from mcred_lint.rubric.model import THE_MEASURE, Rung
from mcred_lint.rubric.shapes import keys_of

_WORDS = {"issuer": "the issuer's", "ours": "ours"}


def in_words(key: str, value: Any) -> str:
    """A value behind its key: text in quotation marks, other things as they are written."""
    if value is None or value == () or value == {}:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and key == "set_by":
        return _WORDS.get(value, value)
    if isinstance(value, str) and not isinstance(value, Enum):
        return f'"{value}"'
    if _is_texts(value):
        return ", ".join(f'"{text}"' if "," in text else text for text in value)
    return flow(written(value))


def written(value: Any) -> Any:
    """Plain values, without what is said by default."""
    if isinstance(value, Rung):
        own = written(value.conditions.get(THE_MEASURE)) or {}
        named = {name: written(each) for name, each in value.conditions.items() if name != THE_MEASURE}
        beside = {"any": written(value.any), "in_words": value.in_words}
        return {**own, **named, **{key: each for key, each in beside.items() if each}}
    if isinstance(value, Spec):
        said = {key: getattr(value, name) for name, key in _names(type(value)) if name in value.model_fields_set}
        return {key: written(each) for key, each in said.items()}
    if isinstance(value, dict):
        return {key: written(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [written(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _names(model: type[Spec]) -> list[tuple[str, str]]:
    return list(zip(model.model_fields, keys_of(model), strict=True))


def _is_texts(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
