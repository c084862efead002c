"""Addresses in a rubric: which place of which component a measure's `of` means, and of what kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.rubric.checks.draft import Draft
from mcred_lint.rubric.wording import did_you_mean

EVERYTHING = "component"
_PARTS = {"groups": "fields", "answers": "prompts"}


@dataclass(frozen=True, slots=True)
class Address:
    """component, place and what of it; `kind` is the place's kind, `component` for everything written in it."""

    component: str
    place: str
    part: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class NoAddress:
    """An address that leads nowhere: what is wrong with it, what could stand there, what to do."""

    message: str
    allowed: tuple[str, ...]
    hint: str


def resolve(of: str, component: str | None, draft: Draft) -> Address | NoAddress:
    """Where `of` leads when it stands in a criterion of `component`."""
    steps = of.split(".")
    own = draft.keys("components", component, "places") if component is not None else ()
    if steps[0] in draft.keys("components") and steps[0] not in own:
        component = steps.pop(0)
    if component is None:
        return _nowhere(of, steps[0], draft.keys("components"), "component")
    if steps in ([], [EVERYTHING]):
        return Address(component, EVERYTHING, None, EVERYTHING)
    return _inside(of, component, steps, draft)


def _inside(of: str, component: str, steps: list[str], draft: Draft) -> Address | NoAddress:
    places = draft.keys("components", component, "places")
    if steps[0] not in places:
        return _unknown_place(of, component, steps, draft)
    kind = draft.written(("components", component, "places", steps[0], "kind"))
    if len(steps) == 1:
        return Address(component, steps[0], None, kind)
    parts = draft.keys("components", component, "places", steps[0], _PARTS.get(kind, "-"))
    if len(steps) > 2 or steps[1] not in parts:
        whole = of[: len(of) - len(".".join(steps[1:])) - 1]
        allowed = (whole, *(f"{whole}.{part}" for part in parts))
        return NoAddress(f'"{of}" leads nowhere: "{steps[0]}" has no "{".".join(steps[1:])}".', allowed, _hint(of, allowed))
    return Address(component, steps[0], steps[1], kind)


def _unknown_place(of: str, component: str, steps: list[str], draft: Draft) -> NoAddress:
    """Also when the place's own name was left out: research.need for research.answers.need."""
    places = draft.keys("components", component, "places")
    lead = of[: len(of) - len(".".join(steps))]
    allowed = (*(f"{lead}{place}" for place in places), f"{lead}{EVERYTHING}")
    for place in places:
        kind = draft.written(("components", component, "places", place, "kind"))
        if steps[0] in draft.keys("components", component, "places", place, _PARTS.get(kind, "-")):
            meant = f"{lead}{place}.{steps[0]}"
            return NoAddress(f'"{of}" leads nowhere.', (*allowed, meant), f'Did you mean "{meant}"? Name the place too.')
    message = f'There is no place "{steps[0]}" in component "{component}".'
    return NoAddress(message, allowed, _hint(of, allowed))


def _nowhere(of: str, step: str, known: tuple[str, ...], what: str) -> NoAddress:
    message = f'"{of}" has to begin with a {what}, and there is no {what} "{step}".'
    return NoAddress(message, known, did_you_mean(step, known, f"Begin with one of the {what}s."))


def _hint(of: str, allowed: tuple[str, ...]) -> str:
    return did_you_mean(of, allowed, "Use one that is there, or add the place to the component.")
