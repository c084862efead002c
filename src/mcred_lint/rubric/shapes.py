"""The models of a rubric, walked along the way on which pydantic found something: which model and key are meant there?

Pydantic's way is not the file's: it names the kind chosen at each measure and place, and the full form of a rung.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mcred_lint.matching.specs import Spec
from mcred_lint.rubric.model import THE_MEASURE, Rubric, Rung
from mcred_lint.rubric.places import Path


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in the file and what the models want there.

    owner: the model one of whose keys ends `path`; field: that key's field, None for a key that it does not know.
    shape: the type of the value: a model, a tuple of models to choose from by `kind`, or anything typing has.
    """

    path: Path
    shape: Any
    owner: type[Spec] | None = None
    field: FieldInfo | None = None


def spot_at(location: tuple[str | int, ...], top: type[Spec] = Rubric) -> Spot:
    """Follow `location`, as pydantic gives it, from the top of a rubric, or of another file that has models."""
    spot = Spot((), top)
    for step in location:
        spot = _next(spot, step)
    return spot


def _next(spot: Spot, step: str | int) -> Spot:
    shape = spot.shape
    if isinstance(shape, tuple):
        chosen = next((model for model in shape if step in choices(model.model_fields["kind"].annotation)), None)
        return Spot(spot.path, chosen, spot.owner, spot.field)
    if is_model(shape):
        return _into_model(spot, shape, str(step))
    inner = get_args(shape)
    if get_origin(shape) is dict:
        path = spot.path if shape is _CONDITIONS and step == THE_MEASURE else (*spot.path, step)
        return Spot(path, bare(inner[1]))
    return Spot((*spot.path, step), bare(inner[0]) if get_origin(shape) is tuple else None, spot.owner, spot.field)


def _into_model(spot: Spot, model: type[Spec], step: str) -> Spot:
    if model is Rung and step == "conditions":
        return Spot(spot.path, _CONDITIONS, model)
    field = next((field for name, field in model.model_fields.items() if step in (name, field.alias)), None)
    return Spot((*spot.path, step), bare(field.annotation) if field else None, model, field)


def bare(annotation: Any) -> Any:
    """A type without None and notes; a choice between models as a tuple of them."""
    if get_origin(annotation) is Annotated:
        return bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        options = [each for each in get_args(annotation) if each is not type(None)]
        return bare(options[0]) if len(options) == 1 else tuple(map(bare, options))
    return annotation


_CONDITIONS = bare(Rung.model_fields["conditions"].annotation)


def is_model(shape: Any) -> bool:
    return isinstance(shape, type) and issubclass(shape, Spec)


def choices(annotation: Any) -> tuple[str, ...]:
    """The words a key accepts, where it accepts only a few."""
    shape = bare(annotation)
    if get_origin(shape) is Literal:
        return tuple(map(str, get_args(shape)))
    return tuple(str(each.value) for each in shape) if isinstance(shape, type) and issubclass(shape, Enum) else ()


def keys_of(model: type[Spec]) -> dict[str, FieldInfo]:
    """The keys a part of this kind may have, as they are written."""
    return {field.alias or name: field for name, field in model.model_fields.items()}
