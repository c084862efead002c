"""Present: how many of several places hold something."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.matching.content import Materials, PlaceContent, Questions, Responses, has_content
from mcred_lint.matching.specs import AnswersPlace, GroupsPlace
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Present
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import EVERYTHING, View
from mcred_lint.sources.places import Place
from mcred_lint.text.words import count_words


@dataclass(frozen=True, slots=True)
class _Choice:
    """One of the places to choose from. note: why it does not count although something stands there."""

    title: str
    place: Place | None
    holds: bool
    note: str | None = None


def present(spec: Present, view: View) -> Measurement:
    """The number of places at `of` that hold something of the author's own; the others are named."""
    choices = [_choice(of, spec, view) for of in spec.of]
    held = [choice for choice in choices if choice.holds]
    return Measurement.exactly(
        len(held),
        spec.unit,
        whole=len(choices),
        items=tuple(named_item(choice.title, choice.place) for choice in held),
        missing=tuple(named_item(each.title, each.place, note=each.note) for each in choices if not each.holds),
        found=bool(held),
        place=next((choice.place for choice in choices if not choice.holds), view.component_place(view.component)),
    )


def _choice(of: str, spec: Present, view: View) -> _Choice:
    component, place, part = view.address(of)
    title, where = _title(component, place, part, view), view.place_of(of)
    content = view.contents[component].places.get(place)
    if _counts_as_it_is(content):
        return _Choice(title, where, True)
    holds = has_content(content) if place != EVERYTHING else view.contents[component].submitted
    summaries = content.summaries if isinstance(content, Responses) else ()
    words = sum(count_words(text.string) for text in (*view.texts(of), *summaries))
    if not holds or (part is not None and not words):
        return _Choice(title, where, False)
    short = words < spec.at_least_words
    return _Choice(title, where, not short, f"only {words} of {spec.at_least_words} words" if short else None)


def _counts_as_it_is(content: PlaceContent) -> bool:
    """Files and links, however little is written beside them."""
    if isinstance(content, Materials):
        return bool(content.materials)
    return isinstance(content, Questions | Responses) and content.behind_link is not None


def _title(component: str, place: str, part: str | None, view: View) -> str:
    """What a report calls it."""
    if place == EVERYTHING:
        return view.components[component].title
    described = view.components[component].places[place]
    if part is not None and isinstance(described, GroupsPlace):
        return described.fields[part].title
    if part is not None and isinstance(described, AnswersPlace):
        return described.prompts[part].asks
    return described.title
