"""Addresses in a rubric: which place of which component a measure's `of` means, and of what kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.rubric.checks.draft import Draft
from mcred_lint.rubric.wording import did_you_mean, nearest

EVERYTHING = "component"
_PARTS = {"groups": "fields", "answers": "prompts"}


@dataclass(frozen=True, slots=True)
class Address:
    """Component, place and what of it; `kind` is the place's kind, or EVERYTHING for all that is written."""

    component: str
    place: str
    part: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class NoAddress:
    """An address that leads nowhere: what could stand there, what to do, and which one was probably meant."""

    message: str
    allowed: tuple[str, ...]
    hint: str
    meant: str | None = None


def resolve(of: str, component: str | None, draft: Draft) -> Address | NoAddress:
    """Where `of` leads when it stands in a criterion of `component` (None: of the whole submission)."""
    steps = of.split(".")
    own = draft.keys("components", component, "places") if component is not None else ()
    if steps[0] in draft.keys("components") and steps[0] not in own:
        component = steps.pop(0)
    if component is None:
        known = draft.keys("components")
        message = f'"{of}" has to begin with a component here, and there is no component "{steps[0]}".'
        hint = did_you_mean(steps[0], known, "Begin with the component and a dot.")
        return NoAddress(message, known, hint, nearest(steps[0], known))
    if steps in ([], [EVERYTHING]):
        return Address(component, EVERYTHING, None, EVERYTHING)
    return _inside(of, component, steps, draft)


def _inside(of: str, component: str, steps: list[str], draft: Draft) -> Address | NoAddress:
    place = steps[0]
    if place not in draft.keys("components", component, "places"):
        return _no_place(of, component, steps, draft)
    if len(steps) == 1:
        return Address(component, place, None, _kind(component, place, draft))
    parts = _parts(component, place, draft)
    if len(steps) == 2 and steps[1] in parts:
        return Address(component, place, steps[1], _kind(component, place, draft))
    rest = ".".join(steps[1:])
    whole = of.removesuffix(f".{rest}")
    allowed = (whole, *(f"{whole}.{part}" for part in parts))
    return _nowhere(f'"{of}" leads nowhere: "{place}" has no "{rest}".', of, allowed)


def _no_place(of: str, component: str, steps: list[str], draft: Draft) -> NoAddress:
    """Also when the place was left out on the way to a part: research.need for research.answers.need."""
    places = draft.keys("components", component, "places")
    lead = of.removesuffix(".".join(steps))
    allowed = (*(f"{lead}{place}" for place in places), f"{lead}{EVERYTHING}")
    for place in places:
        if steps[0] in _parts(component, place, draft):
            meant = f"{lead}{place}.{steps[0]}"
            message = f'"{of}" leads nowhere: the place that "{steps[0]}" belongs to is left out.'
            return NoAddress(message, (meant, *allowed), f'Did you mean "{meant}"?', meant)
    other = ", and no component of that name" if len(steps) > 1 and not lead else ""
    return _nowhere(f'There is no place "{steps[0]}" in component "{component}"{other}.', of, allowed)


def _nowhere(message: str, of: str, allowed: tuple[str, ...]) -> NoAddress:
    hint = did_you_mean(of, allowed, "Name one that is there, or add the place to the component.")
    return NoAddress(message, allowed, hint, nearest(of, allowed))


def _kind(component: str, place: str, draft: Draft) -> str:
    return draft.written(("components", component, "places", place, "kind"))


def _parts(component: str, place: str, draft: Draft) -> tuple[str, ...]:
    """The fields of repeated parts, the prompts of answers; nothing else has parts."""
    key = _PARTS.get(_kind(component, place, draft))
    return draft.keys("components", component, "places", place, key) if key is not None else ()
