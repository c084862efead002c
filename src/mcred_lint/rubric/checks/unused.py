"""Checks for what a rubric describes and nothing uses. They are mild: what stays unused does no harm to a level."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.findings import Basis
from mcred_lint.matching.specs import Component, ResponsesPlace
from mcred_lint.rubric.checks.addresses import EVERYTHING
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.checks.references import looked_at


def unused_lists(draft: Draft) -> Iterator[Told]:
    for name in draft.lists.nodes:
        if name not in draft.lists.used:
            message, example = f'The word list "{name}" is never taken in.', f"words: [${name}]"
            hint = f"Use it as ${name} in a list of phrases, or take it out."
            yield draft.at_key(("words", name), message, hint, example, mild=True)


def only_for_a_person(draft: Draft) -> Iterator[Told]:
    for key, component in draft.rubric.components.items():
        whole = draft.complete("components", key, "criteria")
        if whole and component.criteria and all(each.basis is Basis.PERSON for each in component.criteria.values()):
            message = f'Component "{key}" has only criteria for a person, so nothing about it is counted.'
            hint = "Add a criterion that is counted, if only that something is there."
            example = "measure: {kind: words, of: component}"
            yield draft.at_key(("components", key), message, hint, example, mild=True)


def unseen_places(draft: Draft) -> Iterator[Told]:
    """Places that no criterion looks at."""
    if draft.left_out:
        return
    seen = {(address.component, address.place) for address in looked_at(draft)}
    for component, described in draft.rubric.components.items():
        whole = (component, EVERYTHING) in seen
        for key in described.places if not whole else ():
            if (component, key) not in seen and not _serves(key, described):
                message = f'No criterion looks at "{key}", so nobody notices when it is missing.'
                hint, path = (
                    "Add a criterion that measures it, or take the place out.",
                    ("components", component, "places", key),
                )
                yield draft.at_key(path, message, hint, f"measure: {{kind: words, of: {key}}}", mild=True)


def _serves(key: str, component: Component) -> bool:
    """Another place needs it: responses their questions."""
    return any(isinstance(place, ResponsesPlace) and place.of == key for place in component.places.values())
