"""Checks that measures look at places which exist and are of a kind that they can measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.matching.specs import ResponsesPlace
from mcred_lint.measures.specs import Measure, Mentions
from mcred_lint.rubric.checks.addresses import EVERYTHING, Address, NoAddress, resolve
from mcred_lint.rubric.checks.draft import Draft, Row, Told
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import did_you_mean

_WANTED: dict[tuple[str, str], tuple[str, ...]] = {
    ("count", "of"): ("list", "questions", "groups"),
    ("links", "of"): ("list",),
    ("hours", "of"): ("groups",),
    ("filled", "of"): ("field",),
    ("filled", "per"): ("groups",),
    ("answers", "of"): ("answers",),
    ("shared_terms", "of"): ("groups",),
    ("each", "of"): ("list", "answers", "groups", "questions", "responses", "materials"),
    ("refers", "of"): ("groups",),
    ("refers", "to"): ("list", "groups", "materials"),
    ("stated", "of"): ("field",),
    ("files", "of"): ("materials",),
    ("covers", "of"): ("materials",),
    ("covers", "titles"): ("groups",),
    ("readability", "of"): ("materials",),
    ("question_form", "of"): ("questions",),
    ("responses", "of"): ("responses",),
}
"""Of which kinds the places must be; measures that read any text are not listed."""

_ENTRIES = ("list", "questions", "groups", "responses")
_OF_A_FIELD = {("shared_terms", "of"), ("refers", "of")}
"""Which must name a field of parts."""

_OF_A_PART_TOO = {("each", "of"), ("present", "of"), ("mentions", "of")}
"""Which may name a field of parts or the answer to one prompt."""


_KEYS_OF_LOOKS = (("of", "of"), ("per", "per"), ("to", "to"), ("titles", "titles"), ("with", "with_"))
"""The keys that hold addresses, and their names in the models."""


@dataclass(frozen=True, slots=True)
class Site:
    """A measure, the component in which it stands (None: the whole submission), and its path in the file."""

    measure: Measure
    component: str | None
    path: Path


@dataclass(frozen=True, slots=True)
class Look:
    """Something a measure looks at: the key that names it, the address, and its path in the file."""

    site: Site
    key: str
    of: str
    path: Path

    def example(self, address: str) -> str:
        """The key with an address that is there."""
        return f"{self.key}: {f'[{address}]' if isinstance(self.path[-1], int) else address}"


def references(draft: Draft) -> Iterator[Told]:
    for site in sites(draft):
        for look in _looks(site):
            yield from _look(draft, look)
    yield from _between_places(draft)


def sites(draft: Draft) -> Iterator[Site]:
    """Every measure of the rubric: those of criteria, and those that say whether a part is asked for."""
    for row in draft.rows():
        yield from sites_of(row)
    for key, component in draft.rubric.components.items():
        if component.only_if is not None:
            yield Site(component.only_if.measure, key, ("components", key, "only_if", "measure"))


def sites_of(row: Row) -> Iterator[Site]:
    """The measures of one criterion."""
    criterion = row.criterion
    if criterion.measure is not None:
        yield Site(criterion.measure, row.component, (*row.path, "measure"))
    for name, measure in criterion.measures.items():
        yield Site(measure, row.component, (*row.path, "measures", name))
    if criterion.help is not None:
        yield Site(criterion.help, row.component, (*row.path, "help"))
    if criterion.only_if is not None:
        yield Site(criterion.only_if.measure, row.component, (*row.path, "only_if", "measure"))


def _looks(site: Site) -> Iterator[Look]:
    for key, name in _KEYS_OF_LOOKS:
        value, path = getattr(site.measure, name, None), (*site.path, key)
        if isinstance(value, str):
            yield Look(site, key, value, path)
        else:
            yield from (Look(site, key, of, (*path, number)) for number, of in enumerate(value or ()))


def looked_at(draft: Draft) -> Iterator[Address]:
    """Every place that some measure looks at."""
    for site in sites(draft):
        for look in _looks(site):
            address = resolve(look.of, site.component, draft)
            if isinstance(address, Address):
                yield address


def _look(draft: Draft, look: Look) -> Iterator[Told]:
    address = resolve(look.of, look.site.component, draft)
    if isinstance(address, NoAddress):
        example = look.example(address.meant or address.allowed[0]) if address.allowed else "places: {...}"
        yield draft.at(look.path, address.message, address.hint, example, address.allowed)
        return
    wanted = _WANTED.get((look.site.measure.kind, look.key), ())
    if isinstance(look.site.measure, Mentions) and look.site.measure.per_entry:
        wanted = _ENTRIES
    if wanted and address.kind not in wanted and draft.complete("components", address.component, "places"):
        yield _wrong_kind(draft, look, address, wanted)
    elif (look.site.measure.kind, look.key) in _OF_A_FIELD:
        yield from _without_field(draft, look, address)
    elif wanted and address.part is not None and not _takes_parts(look):
        whole = look.of.rpartition(".")[0]
        message = f'"{look.site.measure.kind}" looks at all of "{whole}", not at a part of it.'
        yield draft.at(look.path, message, "Take the part out.", look.example(whole), (whole,))


def _takes_parts(look: Look) -> bool:
    measure = look.site.measure
    return (measure.kind, look.key) in _OF_A_PART_TOO or isinstance(measure, Mentions)


def _without_field(draft: Draft, look: Look, address: Address) -> Iterator[Told]:
    if address.part is None:
        fields = draft.keys("components", address.component, "places", address.place, "fields")
        allowed = tuple(f"{look.of}.{field}" for field in fields) or (f"{look.of}.outcomes",)
        message = f'"{look.site.measure.kind}" looks at one field of the parts, and "{look.of}" names none.'
        yield draft.at(look.path, message, "Name the field behind a dot.", look.example(allowed[-1]), allowed)


def _wrong_kind(draft: Draft, look: Look, address: Address, wanted: tuple[str, ...]) -> Told:
    kinds = " or ".join(f'"{kind}"' for kind in wanted)
    here = "everything written" if address.kind == EVERYTHING else f'of kind "{address.kind}"'
    places = draft.keys("components", address.component, "places")
    fit = tuple(p for p in places if draft.written(("components", address.component, "places", p, "kind")) in wanted)
    message = f'"{look.site.measure.kind}" needs a place of kind {kinds}, and "{look.of}" is {here}.'
    if not fit:
        hint = "Add such a place to the component, or use another measure."
        return draft.at(look.path, message, hint, f"places: {{my-{wanted[0]}: {{kind: {wanted[0]}, ...}}}}")
    return draft.at(look.path, message, "Name a place that fits, or use another measure.", look.example(fit[0]), fit)


def _between_places(draft: Draft) -> Iterator[Told]:
    """Responses name the questions that they answer."""
    for key, component in draft.rubric.components.items():
        known = _of_kind(draft, key, "questions")
        for name, place in component.places.items():
            if isinstance(place, ResponsesPlace) and place.of not in known:
                hint = did_you_mean(place.of, known, "Name the questions." if known else "Add them to the component.")
                message = f'This component has no place of kind questions "{place.of}".'
                path = ("components", key, "places", name, "of")
                yield draft.at(path, message, hint, f"of: {known[0] if known else 'questions'}", known)


def _of_kind(draft: Draft, component: str, kind: str) -> tuple[str, ...]:
    places = draft.keys("components", component, "places")
    return tuple(place for place in places if draft.written(("components", component, "places", place, "kind")) == kind)
