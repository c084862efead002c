"""Keys that are unknown or missing, and kinds that do not exist."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic.fields import FieldInfo

from mcred_lint.errors import RubricProblem
from mcred_lint.matching.specs import Spec
from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric.examples import example_of, example_part
from mcred_lint.rubric.inheritance.merge import OWN_KEYS
from mcred_lint.rubric.inheritance.parents import EXTENDS
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.refusal import Found, Refusal
from mcred_lint.rubric.shapes import choices, keys_of
from mcred_lint.rubric.wording import did_you_mean, nearest, shown
from mcred_lint.sources import yaml

_TAKE_OUT = "Take it out, or use one of the keys that are allowed here."


def no_such_key(found: Found) -> Refusal:
    """A key that this part of a rubric does not have."""
    fields = keys_of(found.spot.owner) if found.spot.owner else {}
    return _unknown(found, fields, tuple(fields))


def no_such_condition(found: Found) -> Refusal:
    """In a rung, a key that is neither a condition nor, with several measures, the name of one."""
    measures = _measure_names(found)
    fields = keys_of(Condition)
    if found.key in measures:
        message = f'"{found.key}" is not followed by a condition in {found.owner}.'
        hint = "Write what it must be, in braces."
        return found.about_value(message, hint, tuple(fields), f"{found.key}: {{at_least: 5}}")
    return _unknown(found, fields, (*(() if measures else fields), "any", "in_words", *measures))


def _unknown(found: Found, fields: Mapping[str, FieldInfo], allowed: tuple[str, ...]) -> Refusal:
    known = dict.fromkeys((*allowed, *fields))
    near = nearest(found.key, known)
    example = _example(near, fields)
    message = f'There is no key "{found.key}" in {found.owner}.'
    hint = did_you_mean(found.key, known, _TAKE_OUT)
    problem = RubricProblem(message, allowed, hint, example, found.places.key(found.path))
    return Refusal(found.path, problem, unknown=True)


def _example(near: str | None, fields: Mapping[str, FieldInfo]) -> str:
    """The key that was probably meant; else any that is allowed here."""
    lines = (example_of(key, field) for key, field in fields.items() if near in (key, None))
    return next(filter(None, lines), "")


def _measure_names(found: Found) -> tuple[str, ...]:
    criterion: Path = found.path[: found.path.index("ladder")] if "ladder" in found.path else ()
    named = found.places.node((*criterion, "measures"))
    return tuple(named.keys()) if isinstance(named, yaml.Mapping) else ()


def missing_key(found: Found) -> Refusal:
    """A key without which this part of a rubric means nothing."""
    field = found.spot.field
    about = field.description if field else None
    hint = f"Add it. It says: {about[0].lower()}{about[1:]}" if about else "Add it."
    if len(found.path) == 1 and found.key in OWN_KEYS and found.places.entry((EXTENDS,)):
        hint = f"It is not taken over from the rubric that this one extends. {hint}"
    message = f'The key "{found.key}" is missing in {found.owner}.'
    allowed = choices(field.annotation) if field else ()
    place = found.places.key(found.path[:-1])
    return Refusal(found.path, RubricProblem(message, allowed, hint, found.example, place), missing=True)


def no_such_kind(found: Found) -> Refusal:
    """A measure or place that does not say its kind, or says one that does not exist."""
    models: dict[str, type[Spec]] = {
        kind: model for model in found.spot.shape for kind in choices(model.model_fields["kind"].annotation)
    }
    what, usual = ("measure", "count") if "count" in models else ("place", "list")
    kind = found.context.get("tag")
    near = nearest(str(kind), models) if kind is not None else None
    example = f"{found.key}: {example_part(models[near or usual])}"
    if kind is None:
        message, place = f"{found.part} does not say its kind.", found.places.key(found.path)
        return Refusal(found.path, RubricProblem(message, tuple(models), f"Add the kind of {what}.", example, place))
    path: Path = (*found.path, "kind")
    hint = did_you_mean(str(kind), models, f"Use one of the kinds of {what} that there are.")
    message = f"There is no kind of {what} {shown(str(kind))}."
    return Refusal(path, RubricProblem(message, tuple(models), hint, example, found.places.value(path)))
