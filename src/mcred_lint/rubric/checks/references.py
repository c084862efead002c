"""Checks that measures look at places which exist and are of a kind that they can measure."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.matching.specs import FieldPlace, ResponsesPlace
from mcred_lint.measures.specs import Filled, Measure, Mentions
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
    ("files", "of"): ("materials",),
    ("covers", "of"): ("materials",),
    ("covers", "titles"): ("groups",),
    ("readability", "of"): ("materials",),
    ("question_form", "of"): ("questions",),
    ("responses", "of"): ("responses",),
}
"""Of which kinds the places must be; measures that read any text are not listed."""

_PART_WANTED = {("shared_terms", "of")}
_PART_ALLOWED = {"words", "characters", "years", "mentions"}


def references(draft: Draft) -> Iterator[Told]:
    for row in draft.rows():
        for path, measure in _measures(row):
            for key, of, at in _addresses(measure, path):
                yield from _reference(draft, row, measure, key, of, at)
            if isinstance(measure, Filled):
                yield from _filled(draft, row, measure, path)
    yield from _between_places(draft)


def _measures(row: Row) -> Iterator[tuple[Path, Measure]]:
    if row.criterion.measure is not None:
        yield (*row.path, "measure"), row.criterion.measure
    for name, measure in row.criterion.measures.items():
        yield (*row.path, "measures", name), measure
    if row.criterion.help is not None:
        yield (*row.path, "help"), row.criterion.help


def _addresses(measure: Measure, path: Path) -> Iterator[tuple[str, str, Path]]:
    """(key, address, its path) of everything the measure looks at."""
    for key, name in (("of", "of"), ("per", "per"), ("titles", "titles"), ("with", "with_")):
        value = getattr(measure, name, None)
        if isinstance(value, str):
            yield key, value, (*path, key)
        else:
            yield from ((key, each, (*path, key, number)) for number, each in enumerate(value or ()))


def looked_at(draft: Draft) -> Iterator[Address]:
    """Every place that some measure looks at."""
    for row in draft.rows():
        for path, measure in _measures(row):
            for _, of, _ in _addresses(measure, path):
                address = resolve(of, row.component, draft)
                if isinstance(address, Address):
                    yield address


def _reference(draft: Draft, row: Row, measure: Measure, key: str, of: str, at: Path) -> Iterator[Told]:
    address = resolve(of, row.component, draft)
    if isinstance(address, NoAddress):
        yield draft.at(at, address.message, address.hint, address.allowed)
        return
    wanted = _WANTED.get((measure.kind, key))
    if isinstance(measure, Mentions) and measure.per_entry:
        wanted = ("list", "questions", "groups", "responses")
    if wanted is not None and address.kind not in wanted and draft.complete("components", address.component, "places"):
        yield _wrong_kind(draft, measure, of, at, address, wanted)
    elif (measure.kind, key) in _PART_WANTED and address.part is None:
        fields = draft.keys("components", address.component, "places", address.place, "fields")
        allowed = tuple(f"{of}.{field}" for field in fields)
        message = f'"{measure.kind}" looks at one field of the parts, and "{of}" names none.'
        yield draft.at(at, message, "Name the field behind a dot.", allowed, f"of: {allowed[0]}" if allowed else "")
    elif address.part is not None and (measure.kind, key) not in _PART_WANTED and wanted is not None:
        whole = of.rpartition(".")[0]
        yield draft.at(at, f'"{measure.kind}" looks at "{whole}" as a whole, not at a part of it.', "Take the part out.", (whole,))


def _wrong_kind(draft: Draft, measure: Measure, of: str, at: Path, address: Address, wanted: tuple[str, ...]) -> Told:
    kinds = " or ".join(wanted)
    here = "everything written" if address.kind == EVERYTHING else f'a place of kind "{address.kind}"'
    places = draft.keys("components", address.component, "places")
    fit = tuple(p for p in places if draft.written(("components", address.component, "places", p, "kind")) in wanted)
    message = f'"{measure.kind}" needs a place of kind {kinds}, and "{of}" is {here}.'
    hint = "Name one of the places that fit, or use another measure." if fit else f"Add a place of kind {kinds}, or use another measure."
    return draft.at(at, message, hint, fit)


def _filled(draft: Draft, row: Row, measure: Filled, path: Path) -> Iterator[Told]:
    if not measure.of and measure.per is None:
        message = "This measure looks at nothing: it has neither of nor per."
        yield draft.at_key(path, message, "Say which places or parts are to be filled.", ("of", "per"), "of: [audience]")
    address = resolve(measure.per, row.component, draft) if measure.per is not None else None
    if measure.fields and measure.per is None:
        yield draft.at_key((*path, "fields"), "fields are named without the parts they belong to.", "Add per.", (), "per: sessions")
    if not isinstance(address, Address) or address.kind != "groups":
        return
    known = draft.keys("components", address.component, "places", address.place, "fields")
    for number, field in enumerate(measure.fields):
        if field not in known:
            hint = did_you_mean(field, known, "Name fields of these parts.")
            yield draft.at((*path, "fields", number), f'"{measure.per}" has no field "{field}".', hint, known)


def _between_places(draft: Draft) -> Iterator[Told]:
    """Places that name others of their component: responses their questions, a field the prompt that serves for it."""
    for key, component in draft.rubric.components.items():
        for name, place in component.places.items():
            path = ("components", key, "places", name)
            if isinstance(place, ResponsesPlace):
                known = _of_kind(draft, key, "questions")
                yield from _named(draft, (*path, "of"), place.of, known, "questions", "of")
            if isinstance(place, FieldPlace) and place.question is not None:
                known = tuple(p for a in _of_kind(draft, key, "answers") for p in draft.keys(*path[:3], a, "prompts"))
                yield from _named(draft, (*path, "question"), place.question, known, "prompt", "question")


def _of_kind(draft: Draft, component: str, kind: str) -> tuple[str, ...]:
    places = draft.keys("components", component, "places")
    return tuple(place for place in places if draft.written(("components", component, "places", place, "kind")) == kind)


def _named(draft: Draft, at: Path, name: str, known: tuple[str, ...], what: str, key: str) -> Iterator[Told]:
    if name not in known:
        hint = did_you_mean(name, known, "Name one that this component has.")
        yield draft.at(at, f'This component has no {what} "{name}".', hint, known, f"{key}: {known[0]}" if known else "")
