"""Checks of the names by which things are recognised: two things with one name, and things without any."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.matching.specs import AnswersPlace, FieldPlace, GroupsPlace, ResponsesPlace
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import shown
from mcred_lint.sources.places import Place
from mcred_lint.text.folding import bare_words


def collisions(draft: Draft) -> Iterator[Told]:
    """Two components, or a component and a container, that go by one name: nothing could decide between them."""
    seen: dict[tuple[str, str], Path] = {}
    for number, name in enumerate(draft.rubric.containers):
        seen.setdefault(("names", compared(name)), ("containers", number))
    for component, described in draft.rubric.components.items():
        for key, names in (("names", described.names), ("files", described.files)):
            for number, name in enumerate(names):
                path: Path = ("components", component, key, number)
                first = seen.setdefault((key, compared(name)), path)
                if first[:2] != path[:2]:
                    yield _collision(draft, path, name, first)


def compared(name: str) -> str:
    """A name as it is compared with headings and labels."""
    return bare_words(name) + "*" * name.count("*")


def _collision(draft: Draft, path: Path, name: str, first: Path) -> Told:
    where = _where(draft.places.value(first), draft.places.value(path))
    other = f'component "{first[1]}"' if first[0] == "components" else "a heading that only holds components together"
    message = f"{shown(name)} is also a name of {other} ({where}), so nothing could decide between them."
    return draft.at(
        path, message, "Keep it for one of them, or say more in it.", f'{path[2]}: [artifact 2, "{name} ..."]'
    )


def _where(place: Place, here: Place) -> str:
    """A line, with its file where that is another one."""
    return f"line {place.line}" if place.file == here.file else f"{place.file}:{place.line}"


def recognisable(draft: Draft) -> Iterator[Told]:
    """What has neither name nor words can never be found."""
    for component, described in draft.rubric.components.items():
        here = ("components", component)
        if not described.names and draft.complete(*here, "names"):
            message = f'Component "{component}" has no name, so no heading can announce it.'
            yield draft.at_key(here, message, "Add its headings.", "names: [artifact 1, research]", ("names",))
        for key, place in described.places.items():
            path = (*here, "places", key)
            if isinstance(place, FieldPlace) and not (place.names or place.words):
                message = f'Place "{key}" has neither names nor words, so nothing would ever be found for it.'
                allowed, example = ("names", "words"), "names: [audience, participants]"
                yield draft.at_key(path, message, "Add its labels, or words that give it away.", example, allowed)
            if isinstance(place, AnswersPlace):
                yield from _prompts(draft, place, path)
            if isinstance(place, GroupsPlace | ResponsesPlace) and not place.called:
                example = "called: [session, module]"
                yield draft.at((*path, "called"), "It is not said what one of them is called.", "Add it.", example)
            if isinstance(place, GroupsPlace):
                yield from _fields(draft, place, path)


def _prompts(draft: Draft, place: AnswersPlace, path: tuple[str, ...]) -> Iterator[Told]:
    for key, prompt in place.prompts.items():
        if not (prompt.restated or prompt.names or prompt.words):
            message = f'Prompt "{key}" has nothing by which its answer could be recognised.'
            hint = "Add short phrases of the question, names of its heading, or words of an answer."
            allowed, example = ("restated", "names", "words"), "names: [need, my focus]"
            yield draft.at_key((*path, "prompts", key), message, hint, example, allowed)
    if not place.prompts:
        example = "prompts: {need: {asks: Which need you will focus on, names: [need]}}"
        yield draft.at((*path, "prompts"), "There is no prompt to answer.", "Add the questions.", example)


def _fields(draft: Draft, place: GroupsPlace, path: tuple[str, ...]) -> Iterator[Told]:
    for key, field in place.fields.items():
        if not field.names and not field.from_heading:
            message = f'Field "{key}" has no name, so no label can announce it.'
            allowed = ("names", "from_heading")
            yield draft.at_key((*path, "fields", key), message, "Add its labels.", "names: [topics, content]", allowed)
