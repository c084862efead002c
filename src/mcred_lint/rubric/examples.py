"""Valid pieces of a rubric file, made from the examples that the models carry for each key."""

from __future__ import annotations

import re
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from mcred_lint.matching.specs import Spec
from mcred_lint.rubric.shapes import bare, choices, is_model, keys_of

_BARE = re.compile(r"[\w$][\w$*%/ .'()-]*")
_NOT_TEXT = re.compile(r"(?:true|false|null|[\d.]+)", re.IGNORECASE)


def example_of(key: str, field: FieldInfo) -> str:
    """A line with this key as it could stand in a rubric; empty when the models have no example."""
    value = _value(field)
    return "" if value is None else f"{key}: {flow(value)}"


def example_part(model: type[Spec]) -> str:
    """A small valid part of this kind: {kind: count, of: sources, unit: source}."""
    return flow(_sample(model))


def _value(field: FieldInfo) -> Any:
    if field.examples:
        return field.examples[0]
    allowed = choices(field.annotation)
    return allowed[0] if allowed else _sample(bare(field.annotation))


def _sample(shape: Any) -> Any:
    if is_model(shape):
        fields = keys_of(shape)
        needed = {key: field for key, field in fields.items() if field.is_required() or key == "of"} or fields
        return {key: _value(needed[key]) for key in sorted(needed, key=lambda key: key != "kind")}
    inner = get_args(shape)
    return {"my-part": _sample(inner[1])} if get_origin(shape) is dict and is_model(inner[1]) else None


def flow(value: Any) -> str:
    """A plain value on one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(str(key))}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int | float) else _text(str(value))


def _text(text: str) -> str:
    if _BARE.fullmatch(text) and not text.endswith(" ") and not _NOT_TEXT.fullmatch(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
