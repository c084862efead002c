"""Values of the wrong sort: a word where a list is wanted, a text where a number is wanted, nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_origin

from mcred_lint.measures.conditions import Amount, Condition
from mcred_lint.rubric.examples import example_part, flow
from mcred_lint.rubric.inheritance.edits import ADD, REMOVE
from mcred_lint.rubric.model import Rung
from mcred_lint.rubric.refusal import Found, Refusal
from mcred_lint.rubric.shapes import choices, is_model, keys_of
from mcred_lint.rubric.wording import did_you_mean, nearest, shown
from mcred_lint.sources.yaml import Mapping, Sequence


def wrong_value(found: Found) -> Refusal:
    """What is wanted instead of the value that stands there."""
    if found.type == "value_error":
        said = str(found.context["error"])
        return found.about_value(
            f"{found.part}: {said}.", "Write it as in the example." if found.example else "Write it so."
        )
    return _telling(found.spot.shape)(found)


def _telling(shape: Any) -> Callable[[Found], Refusal]:
    if choices(shape):
        return _want_choice
    if get_origin(shape) is tuple:
        return _want_pair if shape == _PAIR else _want_list
    return _BY_TYPE.get(shape, _want_keys)


def _empty(found: Found, wanted: str) -> Refusal:
    needed = found.spot.field is not None and found.spot.field.is_required()
    way_out = "" if needed else ", or take the key out"
    return found.about_value(f"{found.part} is empty.", f"Write {wanted}{way_out}.")


def _want_text(found: Found) -> Refusal:
    if isinstance(found.node, Mapping):
        hint = 'A text with a colon needs quotation marks around it: "like this: so".'
        return found.about_value(f"{found.part} is one text, and keys and values stand there.", hint)
    if isinstance(found.node, Sequence):
        return found.about_value(f"{found.part} is one text, and a list stands there.", "Take the brackets off.")
    return _empty(found, "a text")


def _want_list(found: Found) -> Refusal:
    if found.text is not None:
        hint = "Put it in brackets, with commas between several."
        return found.about_value(f"{found.part} is a list.", hint, (), f"{found.key}: {flow([found.text])}")
    if isinstance(found.node, Mapping) and {ADD, REMOVE} & set(found.node.keys()):
        message = f"{found.part} is new in this file, so there is no list to add to or to remove from."
        return found.about_value(message, "Write the whole list in brackets.")
    if isinstance(found.node, Mapping):
        hint = "Put the entries in brackets, or a dash before each."
        return found.about_value(f"{found.part} is a list, and keys and values stand there.", hint)
    told = _empty(found, "a list in brackets")
    return (
        told
        if found.example
        else found.about_value(told.problem.message, told.problem.hint, (), _A_LIST.format(found.key))
    )


def _want_pair(found: Found) -> Refusal:
    hint = "Write both numbers in brackets, the smaller one first."
    return found.about_value(f"{found.part} is a pair of numbers.", hint, (), "between: [3, 5]")


def _want_keys(found: Found) -> Refusal:
    model = found.spot.shape if is_model(found.spot.shape) else None
    allowed = tuple(keys_of(Condition if model is Rung else model)) if model else ()
    example = found.example or (
        f"{found.key}: {example_part(model)}" if model and model not in (Rung, Condition) else ""
    )
    if model in (Rung, Condition):
        example = f"{found.key}: {{at_least: {found.text if found.text and found.text.isdigit() else 5}}}"
    if isinstance(found.node, Sequence):
        hint = "Take the dashes or brackets off: each part has a key of its own here."
        return found.about_value(f"{found.part} is keys and values, and a list stands there.", hint, allowed, example)
    hint = "Write its keys in braces, or indented on the lines below."
    return found.about_value(f"{found.part} needs keys and values.", hint, allowed, example)


def _want_choice(found: Found) -> Refusal:
    allowed = choices(found.spot.shape)
    if found.text is None:
        return found.about_value(f"{found.part} is not said.", "Write one of the words that are allowed.", allowed)
    hint = did_you_mean(found.text, allowed, "Write one of the words that are allowed.")
    example = f"{found.key}: {nearest(found.text, allowed) or allowed[0]}"
    return found.about_value(f"{found.part} cannot be {shown(found.text)}.", hint, allowed, example)


def _want_truth(found: Found) -> Refusal:
    return found.about_value(f"{found.part} is either true or false.", "Write true or false.", ("true", "false"))


def _want_number(found: Found) -> Refusal:
    what = "a whole number" if found.spot.shape is int else "a number"
    said = f", and {shown(found.text)} stands there" if found.text is not None else ""
    return found.about_value(f"{found.part} is {what}{said}.", f"Write {what} in digits.")


_A_LIST = "{}: [next, follow-up]"
_PAIR = tuple[Amount, Amount]
_BY_TYPE: dict[Any, Callable[[Found], Refusal]] = {
    str: _want_text, bool: _want_truth, int: _want_number, float: _want_number,
}  # fmt: skip
