"""Checks for what a rubric describes and nothing uses."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.findings import Basis
from mcred_lint.matching.specs import FieldPlace, ResponsesPlace
from mcred_lint.rubric.checks.addresses import EVERYTHING
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.checks.references import looked_at


def unused_lists(draft: Draft) -> Iterator[Told]:
    for name in draft.lists.nodes:
        if name not in draft.lists.used:
            message = f'The word list "{name}" is never taken in.'
            yield draft.at_key(("words", name), message, f"Use it as ${name} in a list of phrases, or take it out.", mild=True)


def unseen_places(draft: Draft) -> Iterator[Told]:
    """Places that no criterion looks at, and components that nothing countable is asked of."""
    if not draft.complete():
        return
    seen = {(address.component, address.place) for address in looked_at(draft)}
    for component, described in draft.rubric.components.items():
        if all(criterion.basis is Basis.PERSON for criterion in described.criteria.values()) and described.criteria:
            message = f'Component "{component}" has only criteria for a person: it has its highest level as soon as it is there.'
            hint = "Add a criterion that is counted, if only that something is there."
            yield draft.at_key(("components", component), message, hint, mild=True)
        serving = {place.of for place in described.places.values() if isinstance(place, ResponsesPlace)}
        asked = any(isinstance(place, FieldPlace) and place.question for place in described.places.values())
        for key, place in described.places.items():
            served = key in serving or (asked and place.kind == "answers") or (component, EVERYTHING) in seen
            if (component, key) not in seen and not served:
                message = f'No criterion looks at "{key}", so nobody notices when it is missing.'
                hint = "Add a criterion that measures it, or take the place out."
                yield draft.at_key(("components", component, "places", key), message, hint, mild=True)
