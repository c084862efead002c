"""Valid pieces of a rubric file, made from the examples that the models carry for each key."""

from __future__ import annotations

import re
from typing import Any, get_args

from pydantic.fields import FieldInfo

from mcred_lint.matching.specs import Spec
from mcred_lint.rubric.shapes import bare, choices, is_model, keys_of

_BARE = re.compile(r"[\w$*%][\w$*%/ .'()-]*")
_NOT_TEXT = re.compile(r"(?:true|false|null|~|[-+.\d][-+.\d e]*)", re.IGNORECASE)


def example_of(key: str, field: FieldInfo) -> str:
    """A line with this key as it could stand in a rubric; empty when the model has no example."""
    value = _value(field)
    if value is not None:
        return f"{key}: {flow(value)}"
    parts = get_args(bare(field.annotation))
    return f"{key}: {{my-part: {example_part(parts[1])}}}" if len(parts) == 2 and is_model(parts[1]) else ""


def example_part(model: type[Spec]) -> str:
    """The smallest valid part of this kind: {kind: count, of: sources, unit: source}."""
    fields = {key: field for key, field in keys_of(model).items() if field.is_required() or key == "of"}
    return flow({key: _value(fields[key]) for key in sorted(fields, key=lambda key: key != "kind")})


def _value(field: FieldInfo) -> Any:
    if field.examples:
        return field.examples[0]
    allowed = choices(field.annotation)
    return allowed[0] if allowed else None


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
    fits = _BARE.fullmatch(text) and text[0] not in "*%" and not text.endswith(" ")
    if fits and not (_NOT_TEXT.fullmatch(text) and "/" not in text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
