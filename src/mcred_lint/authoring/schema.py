"""The JSON Schema of the rubric format, made from its models: what an editor completes, shows and underlines.

It says what people write rather than what the models hold: numbers where a text is wanted, `1/2` and `4 h` where a number
is, a rung in its short form. It is draft 7, which editors know best. What only the checks see, it cannot say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from urllib.parse import quote

from pydantic.fields import FieldInfo

from mcred_lint.authoring.models import about, all_models, summary
from mcred_lint.matching.specs import Spec
from mcred_lint.measures.conditions import AMOUNT_PATTERN, Amount, Condition
from mcred_lint.rubric.examples import example_of
from mcred_lint.rubric.model import LANGUAGE_VERSION, Rubric, Rung
from mcred_lint.rubric.shapes import choices, is_model, keys_of

Schema = dict[str, Any]

KIND = "kind"
_TEXT: Schema = {"type": ["string", "number"]}  # a version such as 1.10 needs no quotation marks
_AMOUNT: Schema = {
    "type": ["number", "string"],
    "minimum": 0,
    "pattern": AMOUNT_PATTERN,
    "patternErrorMessage": "Write a number such as 5, 1/2, 50 % or 4 h.",
}
_PLAIN: Mapping[Any, Schema] = {
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Amount: {"$ref": "#/definitions/amount"},
}


def rubric_schema() -> str:
    """The schema as text, ready to be saved."""
    models = sorted(all_models(Rubric), key=lambda model: model.__name__)
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:mcred-lint:rubric:{LANGUAGE_VERSION}",
        "title": "mcred-lint rubric",
        **_of_model(Rubric),
        "definitions": {
            "amount": _AMOUNT,
            **{_name(model): {"title": _name(model), **_of_model(model)} for model in models if model is not Rubric},
        },
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


# ---- parts and their keys --------------------------------------------------------------------------------------------


def _of_model(model: type[Spec]) -> Schema:
    if model is Rung:
        return _rung()
    keys = keys_of(model)
    needed = [key for key, field in keys.items() if field.is_required()]
    return {
        "description": about(model),
        "type": "object",
        **({"required": needed} if needed else {}),
        "properties": _properties(model),
        "additionalProperties": False,
    }


def _rung() -> Schema:
    """In the short form: a condition, or conditions by the names of their measures; `any` beside either."""
    other = {key: value for key, value in _properties(Rung).items() if key != "conditions"}
    return {
        "description": about(Rung),
        "type": "object",
        "properties": {**_properties(Condition), **other},
        "additionalProperties": _reference(Condition),
    }


def _properties(model: type[Spec]) -> Schema:
    return {key: _of_field(key, field) for key, field in keys_of(model).items()}


def _of_field(key: str, field: FieldInfo) -> Schema:
    annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return {**_told(key, field), **_of(annotation), **_default(field)}


def _told(key: str, field: FieldInfo) -> Schema:
    """What an editor shows beside a key: its meaning, and a line that could stand in a rubric."""
    if not field.description:
        return {}
    example = example_of(key, field)
    shown = f"{field.description}\n\n```yaml\n{example}\n```" if example else field.description
    return {"description": field.description, "markdownDescription": shown}


def _default(field: FieldInfo) -> Schema:
    """A default that says something; nothing is what every key has."""
    if field.is_required() or field.default_factory is not None or field.default in (None, (), {}, False):
        return {}
    return {"default": field.default}


# ---- values ----------------------------------------------------------------------------------------------------------


def _of(annotation: Any) -> Schema:
    """The schema of a value of this type."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if is_model(annotation):
        return _reference(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(inner[0])
    if origin in (Union, UnionType):
        return _one_of([each for each in inner if each is not type(None)])
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(inner[1])}
    if origin is tuple:
        long = {"minItems": len(inner), "maxItems": len(inner)} if inner[-1] is not ... else {}
        return {"type": "array", "items": _of(inner[0]), **long}
    return {"const": choices(annotation)[0]} if len(choices(annotation)) == 1 else {"enum": list(choices(annotation))}


def _one_of(options: list[Any]) -> Schema:
    """One type, or a choice: between models by their kind."""
    if len(options) == 1:
        return _of(options[0])
    if all(is_model(each) and KIND in each.model_fields for each in options):
        return _by_kind({choices(each.model_fields[KIND].annotation)[0]: each for each in options})
    return {"anyOf": [_of(each) for each in options]}


def _by_kind(models: Mapping[str, type[Spec]]) -> Schema:
    """First the kind, then what that kind may have: so an editor offers and underlines the keys of that kind only."""
    return {
        "type": "object",
        "required": [KIND],
        "properties": {KIND: {"enum": list(models), "markdownEnumDescriptions": [summary(m) for m in models.values()]}},
        "allOf": [
            {"if": {"required": [KIND], "properties": {KIND: {"const": kind}}}, "then": _reference(model)}
            for kind, model in models.items()
        ],
    }


def _reference(model: type[Spec]) -> Schema:
    return {"$ref": f"#/definitions/{quote(_name(model))}"}


def _name(model: type[Spec]) -> str:
    """GroupsPlace is "groups place": editors show it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
