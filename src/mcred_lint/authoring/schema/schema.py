"""The JSON Schema of the rubric format, made from its models: what an editor completes, shows and underlines.

It says what people write rather than what the models hold: numbers where a text is wanted, `1/2` and `4 h` where a number
is, a rung in its short form, and in a rubric that extends another only what it changes. It is draft 7, which editors know
best. What only the checks see, it cannot say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from urllib.parse import quote

from pydantic.fields import FieldInfo

from mcred_lint.authoring.schema.models import UNWRITTEN, about, all_models, summary
from mcred_lint.matching.specs import Place, Spec
from mcred_lint.measures.conditions import AMOUNT_PATTERN, Amount, Condition
from mcred_lint.measures.specs import Measure
from mcred_lint.rubric.examples import example_of
from mcred_lint.rubric.inheritance.edits import ADD, REMOVE, REMOVED
from mcred_lint.rubric.inheritance.merge import OWN_KEYS
from mcred_lint.rubric.inheritance.parents import EXTENDS
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

_CHOICES: Mapping[Any, str] = {get_args(Measure)[0]: "any measure", get_args(Place)[0]: "any place"}
"""Choices that stand in many places: written down once."""


def rubric_schema() -> str:
    """The schema as text, ready to be saved."""
    whole, changes = _Parts(edits=False), _Parts(edits=True)
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:mcred-lint:rubric:{LANGUAGE_VERSION}",
        "title": "mcred-lint rubric",
        "type": "object",
        "if": {"required": [EXTENDS]},
        "then": changes.reference(Rubric),
        "else": whole.reference(Rubric),
        "definitions": {"amount": _AMOUNT, **dict(whole.definitions()), **dict(changes.definitions())},
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


@dataclass(frozen=True)
class _Parts:
    """The schemas of all parts of a rubric. edits: of one that extends another, where each part says what it changes."""

    edits: bool

    def definitions(self) -> Iterator[tuple[str, Schema]]:
        for model in sorted(all_models(Rubric), key=lambda model: model.__name__):
            yield self._name(_title(model)), {"title": _title(model), **self._of_model(model)}
        for choice, title in _CHOICES.items():
            yield self._name(title), self._one_of(list(get_args(choice)))

    def reference(self, model: type[Spec]) -> Schema:
        return self._to(_title(model))

    def _to(self, title: str) -> Schema:
        return {"$ref": f"#/definitions/{quote(self._name(title))}"}

    def _name(self, title: str) -> str:
        return f"{title}, changed" if self.edits else title

    # ---- parts and their keys ----------------------------------------------------------------------------------------

    def _of_model(self, model: type[Spec]) -> Schema:
        if model is Rung:
            return self._rung()
        needed = [key for key, field in keys_of(model).items() if field.is_required() and self._asks_for(model, key)]
        return {
            "description": about(model),
            "type": "object",
            **({"required": needed} if needed else {}),
            "properties": self._properties(model),
            "additionalProperties": False,
        }

    def _asks_for(self, model: type[Spec], key: str) -> bool:
        return not self.edits or (model is Rubric and key in OWN_KEYS)

    def _rung(self) -> Schema:
        """In the short form: a condition, or conditions by the names of their measures; `any` beside either."""
        other = {key: value for key, value in self._properties(Rung).items() if key != UNWRITTEN}
        return {
            "description": about(Rung),
            "type": "object",
            "properties": {**self._properties(Condition), **other},
            "additionalProperties": self.reference(Condition),
        }

    def _properties(self, model: type[Spec]) -> Schema:
        return {key: self._of_field(key, field) for key, field in keys_of(model).items()}

    def _of_field(self, key: str, field: FieldInfo) -> Schema:
        annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        return {**_told(key, field), **self._removable(self._of(annotation)), **_default(field)}

    # ---- values ------------------------------------------------------------------------------------------------------

    def _of(self, annotation: Any) -> Schema:
        """The schema of a value of this type."""
        if annotation in _PLAIN:
            return _PLAIN[annotation]
        if is_model(annotation):
            return self.reference(annotation)
        if annotation in _CHOICES:
            return self._to(_CHOICES[annotation])
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._of(inner[0])
        if origin in (Union, UnionType):
            return self._one_of([each for each in inner if each is not type(None)])
        if origin is dict:
            return {"type": "object", "additionalProperties": self._removable(self._of(inner[1]))}
        if origin is tuple:
            return self._list(inner)
        allowed = list(choices(annotation))
        return {"const": allowed[0]} if len(allowed) == 1 else {"enum": allowed}

    def _list(self, inner: tuple[Any, ...]) -> Schema:
        """A list of any length, or so many values; a list of any length may be edited."""
        plain = {"type": "array", "items": self._of(inner[0])}
        if inner[-1] is not ...:
            return {**plain, "minItems": len(inner), "maxItems": len(inner)}
        edit = {"type": "object", "properties": {ADD: plain, REMOVE: plain}, "additionalProperties": False}
        return {"anyOf": [plain, edit]} if self.edits else plain

    def _one_of(self, options: list[Any]) -> Schema:
        """One type, or a choice: between models by their kind."""
        if len(options) == 1:
            return self._of(options[0])
        if all(is_model(each) and KIND in each.model_fields for each in options):
            return self._by_kind({choices(each.model_fields[KIND].annotation)[0]: each for each in options})
        return {"anyOf": [self._of(each) for each in options]}

    def _by_kind(self, models: Mapping[str, type[Spec]]) -> Schema:
        """First the kind, then what that kind may have: so an editor offers and underlines the keys of that kind only."""
        told = [summary(model) for model in models.values()]
        return {
            "type": "object",
            **({} if self.edits else {"required": [KIND]}),
            "properties": {KIND: {"enum": list(models), "markdownEnumDescriptions": told}},
            "allOf": [
                {"if": {"required": [KIND], "properties": {KIND: {"const": kind}}}, "then": self.reference(model)}
                for kind, model in models.items()
            ],
        }

    def _removable(self, schema: Schema) -> Schema:
        """In a rubric that extends another, a value or the word that takes it out."""
        return {"anyOf": [schema, {"const": REMOVED}]} if self.edits and schema is not _TEXT else schema


# ---- what is told of a key -------------------------------------------------------------------------------------------


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


def _title(model: type[Spec]) -> str:
    """GroupsPlace is "groups place": editors show it."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()
