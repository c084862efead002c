"""Checks of a component's places among each other: two of a kind that is read once, and one name for two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mcred_lint.matching.lexicon import joined_parts
from mcred_lint.matching.specs import AnswersPlace, Component, GroupsPlace, Phrases
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.checks.names import compared
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import shown

_READ_ONCE = ("questions", "responses")
"""Kinds of which matching reads one in each component."""

_TWO_FORMS = {"groups", "list"}
"""One thing may come as parts with fields or as a plain list, and a rubric that takes both names both alike."""


def places(draft: Draft) -> Iterator[Told]:
    for key, component in draft.rubric.components.items():
        here = ("components", key, "places")
        yield from _one_of_a_kind(draft, component, here)
        yield from _kinships(draft, component, here)
        yield from _shared(draft, {name: place.names for name, place in component.places.items()}, here)
        for name, place in component.places.items():
            if isinstance(place, GroupsPlace):
                # What a part's heading says may stand under a label of its own as well, such as the date of a log's entry.
                fields = {field: spec.names for field, spec in place.fields.items() if not spec.from_heading}
                yield from _shared(draft, fields, (*here, name, "fields"))
            if isinstance(place, AnswersPlace):
                prompts = {prompt: spec.names for prompt, spec in place.prompts.items()}
                yield from _shared(draft, prompts, (*here, name, "prompts"))


def _one_of_a_kind(draft: Draft, component: Component, here: Path) -> Iterator[Told]:
    first: dict[str, str] = {}
    for key, place in component.places.items():
        known = first.setdefault(place.kind, key)
        if known != key and place.kind in _READ_ONCE:
            message = (
                f'"{key}" is of kind "{place.kind}", and so is "{known}": in one component only the first is read.'
            )
            hint = "Make another component of it, or one place of the two."
            yield draft.at_key((*here, key), message, hint, f"places: {{{known}: {{kind: {place.kind}, ...}}}}")


def _kinships(draft: Draft, component: Component, here: Path) -> Iterator[Told]:
    """Places of different kinds that go by one name."""
    seen: dict[str, str] = {}
    for key, place in component.places.items():
        for number, name in enumerate(place.names):
            first = seen.setdefault(compared(name), key)
            kinds = {place.kind, component.places[first].kind}
            if len(kinds) > 1 and kinds != _TWO_FORMS:
                message = f'{shown(name)} is also a name of "{first}", which is another kind of place.'
                hint = "What stands under it is told apart by its looks; keep the name for one of them to be sure."
                path = (*here, key, "names", number)
                yield draft.at(path, message, hint, "names: [survey questions]", mild=True)


def _shared(draft: Draft, named: Mapping[str, Phrases], here: Path) -> Iterator[Told]:
    """Things of one kind that go by one name. A label such as "topics and resources" is meant for both."""
    seen: dict[tuple[str, str], str] = {}
    for key, names in named.items():
        kind = draft.written((*here, key, "kind"))
        for number, name in enumerate(names):
            first = seen.setdefault((kind, compared(name)), key)
            if first != key and not joined_parts(name):
                message = f'{shown(name)} is also a name of "{first}", so one text under it would count for both.'
                hint = "Keep the name for one of them."
                yield draft.at((*here, key, "names", number), message, hint, "names: [topics, content]", mild=True)
