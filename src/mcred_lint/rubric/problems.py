"""What the models refuse, told to the author of a rubric: the place, what is allowed, what was meant, an example."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mcred_lint.errors import RubricProblem
from mcred_lint.measures.conditions import Condition
from mcred_lint.rubric.examples import example_of, example_part, flow
from mcred_lint.rubric.model import Rung
from mcred_lint.rubric.places import Path, RubricPlaces
from mcred_lint.rubric.shapes import Spot, choices, is_model, keys_of, spot_at
from mcred_lint.rubric.wording import did_you_mean, nearest, part_name, shown
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing the models refuse. `path` leads to it in the file, or to the key that is missing there."""

    path: Path
    problem: RubricProblem
    missing: bool = False
    unknown: bool = False


def refusals(error: ValidationError, places: RubricPlaces, lists: WordLists) -> Iterator[Refusal]:
    """Everything in `error`, once for each place."""
    seen: set[tuple[Path, str]] = set()
    for details in error.errors(include_url=False):
        spot = spot_at(details["loc"])
        found = _Found(spot, _in_file(spot.path, places, lists), details["type"], details.get("ctx", {}), places)
        refusal = _told(found)
        if (refusal.path, refusal.problem.message) not in seen:
            seen.add((refusal.path, refusal.problem.message))
            yield refusal


def _in_file(path: Path, places: RubricPlaces, lists: WordLists) -> Path:
    """`path` with list positions as they are before word lists were taken in."""
    steps: Path = ()
    for step in path:
        node = places.node(steps)
        steps += (lists.position(node, step) if isinstance(node, Sequence) and isinstance(step, int) else step,)
    return steps


@dataclass(frozen=True, slots=True)
class _Found:
    """One error of pydantic, and what stands at its place."""

    spot: Spot
    path: Path
    type: str
    context: dict[str, Any]
    places: RubricPlaces

    @property
    def key(self) -> str:
        return str(self.path[-1]) if self.path else ""

    @property
    def node(self) -> Node | None:
        return self.places.node(self.path)

    @property
    def example(self) -> str:
        return example_of(self.key, self.spot.field) if self.spot.field else ""

    def told(self, message: str, hint: str, allowed: tuple[str, ...] = (), example: str | None = None) -> Refusal:
        """About the value."""
        place = self.places.value(self.path)
        shown_example = self.example if example is None else example
        return Refusal(self.path, RubricProblem(message, allowed, hint, shown_example, place))


def _told(found: _Found) -> Refusal:
    node, shape = found.node, found.spot.shape
    if found.type == "extra_forbidden":
        return _unknown_key(found)
    if found.type == "missing":
        return _missing_entry(found) if isinstance(found.key, str) and found.spot.field is None else _missing(found)
    if found.type == "value_error":
        return found.told(f"{_here(found)}: {found.context['error']}.", "Change it.")
    if shape is Condition and found.spot.owner is None and isinstance(node, Scalar):
        return _unknown_condition(found)
    if found.type.startswith("union_tag"):
        return _kind(found)
    return next((telling(found) for wanted, telling in _WANTED if wanted(shape)), _other)(found)


def _here(found: _Found) -> str:
    name = part_name(found.path)
    return name[0].upper() + name[1:]


def _unknown_key(found: _Found) -> Refusal:
    owner = found.path[:-1]
    fields = keys_of(found.spot.owner) if found.spot.owner else {}
    near = nearest(found.key, fields)
    example = example_of(near, fields[near]) if near else ""
    hint = did_you_mean(found.key, fields, "Take it out, or use one of the keys that are allowed here.")
    message = f'There is no key "{found.key}" in {part_name(owner)}.'
    problem = RubricProblem(message, tuple(fields), hint, example, found.places.key(found.path))
    return Refusal(found.path, problem, unknown=True)


def _missing(found: _Found) -> Refusal:
    owner = found.path[:-1]
    message = f'The key "{found.key}" is missing in {part_name(owner)}.'
    about = found.spot.field.description if found.spot.field else None
    hint = f"Add it: {about[0].lower()}{about[1:]}" if about else "Add it."
    allowed = choices(found.spot.field.annotation) if found.spot.field else ()
    place = found.places.key(owner)
    return Refusal(found.path, RubricProblem(message, allowed, hint, found.example, place), missing=True)


def _missing_entry(found: _Found) -> Refusal:
    owner = found.path[:-1]
    message = f"{part_name(owner).capitalize()} needs two numbers, the smaller one first."
    return Refusal(owner, RubricProblem(message, (), "Write both ends.", "between: [3, 5]", found.places.value(owner)))


def _unknown_condition(found: _Found) -> Refusal:
    """In a rung, a key that is neither a condition nor, with several measures, the name of one."""
    criterion = found.path[: found.path.index("ladder")] if "ladder" in found.path else ()
    named = found.places.node((*criterion, "measures"))
    names = tuple(named.keys()) if isinstance(named, Mapping) else ()
    fields = keys_of(Condition)
    if found.key in names:
        message = f'"{found.key}" needs a condition in {part_name(found.path[:-1])}.'
        return found.told(message, "Write what it must be.", tuple(fields), f"{found.key}: {{at_least: 5}}")
    allowed = (*(() if names else fields), "any", *names)
    near = nearest(found.key, (*fields, *allowed))
    hint = did_you_mean(found.key, (*fields, *allowed), "Use one of the keys that are allowed here.")
    example = example_of(near, fields[near]) if near in fields else "at_least: 5"
    message = f'There is no key "{found.key}" in {part_name(found.path[:-1])}.'
    return Refusal(found.path, RubricProblem(message, allowed, hint, example, found.places.key(found.path)), unknown=True)


def _kind(found: _Found) -> Refusal:
    models = {kind: model for model in found.spot.shape for kind in choices(model.model_fields["kind"].annotation)}
    what = "measure" if "count" in models else "place"
    tag = found.context.get("tag")
    if tag is None:
        message = f"{_here(found)} does not say its kind."
        place = found.places.key(found.path)
        problem = RubricProblem(message, tuple(models), f"Add the kind of {what}.", example_part(models[_FIRST[what]]), place)
        return Refusal(found.path, problem)
    near = nearest(str(tag), models)
    hint = did_you_mean(str(tag), models, f"Use one of the kinds of {what} that there are.")
    example = example_part(models[near or _FIRST[what]])
    problem = RubricProblem(f"There is no kind of {what} {shown(str(tag))}.", tuple(models), hint, example)
    path = (*found.path, "kind")
    place = found.places.value(path)
    return Refusal(path, RubricProblem(problem.message, problem.allowed, hint, example, place))


_FIRST = {"measure": "count", "place": "list"}


def _nothing(found: _Found) -> bool:
    return isinstance(found.node, Scalar) and not found.node.raw.strip()


def _empty(found: _Found, wanted: str) -> Refusal:
    return found.told(f"Nothing stands after the key of {part_name(found.path)}.", f"Write {wanted}, or take the key out.")


def _want_text(found: _Found) -> Refusal:
    if isinstance(found.node, Mapping):
        cause = "Keys and values stand where a text is wanted"
        hint = 'A colon inside a text needs quotation marks around it: "the text: like this".'
        return found.told(f"{cause}, in {part_name(found.path)}.", hint)
    if isinstance(found.node, Sequence):
        return found.told(f"A list stands where one text is wanted, in {part_name(found.path)}.", "Write one text.")
    return _empty(found, "a text")


def _want_list(found: _Found) -> Refusal:
    if isinstance(found.node, Scalar) and not _nothing(found):
        example = f"{found.key}: {flow([found.node.raw])}"
        return found.told(f"{_here(found)} is a list.", "Put it in brackets, with commas between.", (), example)
    if isinstance(found.node, Mapping):
        return found.told(f"{_here(found)} is a list, not keys and values.", "Put the entries in brackets.")
    return _empty(found, "a list in brackets")


def _want_keys(found: _Found) -> Refusal:
    model = found.spot.shape if is_model(found.spot.shape) else None
    allowed = tuple(keys_of(Condition)) if model is Rung else tuple(keys_of(model)) if model else ()
    example = f"{found.key}: {{at_least: 5}}" if model is Rung else found.example
    if model and not example:
        example = f"{found.key}: {example_part(model)}"
    message = f"{_here(found)} needs keys and values."
    return found.told(message, "Write them in braces, or indented on the lines below.", allowed, example)


def _want_choice(found: _Found) -> Refusal:
    allowed = choices(found.spot.shape)
    if not isinstance(found.node, Scalar) or _nothing(found):
        return found.told(f"{_here(found)} is not said.", "Write one of the words that are allowed.", allowed)
    hint = did_you_mean(found.node.raw, allowed, "Write one of the words that are allowed.")
    near = nearest(found.node.raw, allowed)
    example = f"{found.key}: {near or allowed[0]}"
    return found.told(f"{_here(found)} cannot be {shown(found.node.raw)}.", hint, allowed, example)


def _want_truth(found: _Found) -> Refusal:
    return found.told(f"{_here(found)} is true or false.", "Write true or false.", ("true", "false"))


def _want_number(found: _Found) -> Refusal:
    what = "a whole number" if found.spot.shape is int else "a number"
    said = f", not {shown(found.node.raw)}" if isinstance(found.node, Scalar) and not _nothing(found) else ""
    return found.told(f"{_here(found)} is {what}{said}.", f"Write {what} in digits.")


def _other(found: _Found) -> Refusal:
    return found.told(f"{_here(found)} is not as it should be.", "Compare it with the example.")


def _is_plain(kind: type) -> Callable[[Any], bool]:
    return lambda shape: shape is kind


_WANTED: tuple[tuple[Callable[[Any], bool], Callable[[_Found], Refusal]], ...] = (
    (lambda shape: bool(choices(shape)), _want_choice),
    (_is_plain(str), _want_text),
    (_is_plain(bool), _want_truth),
    (_is_plain(int), _want_number),
    (_is_plain(float), _want_number),
    (lambda shape: getattr(shape, "__origin__", None) is tuple, _want_list),
    (lambda shape: True, _want_keys),
)
