"""The table of a part's keys: what each says, what may stand there, and an example."""

from __future__ import annotations

from collections.abc import Callable
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mcred_lint.authoring.schema.models import UNWRITTEN
from mcred_lint.matching.specs import Place, Spec
from mcred_lint.measures.conditions import Amount
from mcred_lint.measures.specs import Measure
from mcred_lint.rubric.examples import example_of
from mcred_lint.rubric.shapes import choices, is_model, keys_of

Link = Callable[[type[Spec]], str]
"""A model's name as a link from the page at hand."""

_PLAIN: dict[Any, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    Amount: "a number such as 5, 1/2, 50 % or 4 h",
    get_args(Measure)[0]: "a measure",
    get_args(Place)[0]: "a place",
}


def keys_table(model: type[Spec], link: Link) -> str:
    """The keys of a part as a Markdown table, those that it needs first."""
    keys = {key: field for key, field in keys_of(model).items() if key != UNWRITTEN}
    ordered = sorted(keys.items(), key=lambda pair: not pair[1].is_required())
    rows = (_row(key, field, link) for key, field in ordered)
    return "\n".join(["| key | what it says | what may stand there | example |", "|---|---|---|---|", *rows])


def _row(key: str, field: FieldInfo, link: Link) -> str:
    annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    said = [field.description or "Which kind it is.", "**Needed.**" if field.is_required() else _default(field)]
    cells = [f"`{key}`", " ".join(filter(None, said)), _values(annotation, link), f"`{example_of(key, field)}`"]
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _default(field: FieldInfo) -> str:
    silent = field.default_factory is not None or field.default in (None, (), {}, False, "")
    return "" if silent else f"Without it: `{field.default}`."


def _values(annotation: Any, link: Link) -> str:
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if is_model(annotation):
        return link(annotation)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(inner[0], link)
    if origin in (Union, UnionType):
        return " or ".join(_values(each, link) for each in inner if each is not type(None))
    if origin is dict:
        return f"by name: {_values(inner[1], link)}"
    if origin is tuple:
        return (
            "a list"
            if inner == (str, ...)
            else f"{'a list' if inner[-1] is ... else 'a pair'}: {_values(inner[0], link)}"
        )
    return ", ".join(f"`{each}`" for each in choices(annotation))
