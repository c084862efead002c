"""Checks of the words by which things are recognised: two things with one name, and phrases that match nothing or all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcred_lint.matching.specs import AnswersPlace, GroupsPlace, ResponsesPlace
from mcred_lint.rubric.checks.draft import Draft, Told
from mcred_lint.rubric.places import Path
from mcred_lint.rubric.wording import shown
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence, Style
from mcred_lint.text.folding import bare_words

_WORD = re.compile(r"[^\W_]")
_STRAY = re.compile(r"(?<![^\W_])\*|\*(?=[^\W_])")
"""A star that does not end a word."""

_SEARCHED = ("words", "hints", "restated", "signs", "none_words", "leave_out", "breaks", "double")
_COMPARED = ("names", "metadata", "containers")
_LISTED = (*_SEARCHED, *_COMPARED, "files", "groups", "called", "scale", "summaries", "length", "totals", "each")


def collisions(draft: Draft) -> Iterator[Told]:
    """Two components, or a component and a container, that go by one name: nothing could decide between them."""
    for key in ("names", "files"):
        seen: dict[str, Path] = {}
        for component, described in draft.rubric.components.items():
            for number, name in enumerate(getattr(described, key)):
                path: Path = ("components", component, key, number)
                first = seen.setdefault(bare_words(name) + "*" * name.count("*"), path)
                if first[1] != component:
                    yield _collision(draft, path, name, f'component "{first[1]}"', first)
    containers = {bare_words(name) for name in draft.rubric.containers}
    for component, described in draft.rubric.components.items():
        for number, name in enumerate(described.names):
            if bare_words(name) in containers:
                path = ("components", component, "names", number)
                yield _collision(draft, path, name, "a heading that only holds components together", ("containers",))


def _collision(draft: Draft, path: Path, name: str, other: str, first: Path) -> Told:
    line = draft.places.value(first).line
    message = f'{shown(name)} is also the name of {other} (line {line}), so nothing could decide between them.'
    return draft.at(path, message, "Keep it for one of them.")


def kinships(draft: Draft) -> Iterator[Told]:
    """Places of different kinds in one component that go by one name."""
    for component, described in draft.rubric.components.items():
        seen: dict[str, str] = {}
        for key, place in described.places.items():
            for number, name in enumerate(place.names):
                first = seen.setdefault(bare_words(name), key)
                if first != key and described.places[first].kind != place.kind:
                    path = ("components", component, "places", key, "names", number)
                    message = f'{shown(name)} is also a name of "{first}", which is another kind of place.'
                    hint = "What stands under it is read by its looks; keep the name for one of them to be sure."
                    yield draft.at(path, message, hint, mild=True)


def recognisable(draft: Draft) -> Iterator[Told]:
    """What has neither name nor words can never be found."""
    for component, described in draft.rubric.components.items():
        here = ("components", component)
        if not described.names:
            message = f'Component "{component}" has no name, so no heading can announce it.'
            yield draft.at_key(here, message, "Add its headings.", ("names",), "names: [artifact 1, research]")
        for key, place in described.places.items():
            path = (*here, "places", key)
            if isinstance(place, AnswersPlace):
                yield from _prompts(draft, place, path)
            if isinstance(place, GroupsPlace | ResponsesPlace) and not place.called:
                yield draft.at((*path, "called"), "One part of these has no name.", "Say what one is called.", (), "called: [session]")
            if isinstance(place, GroupsPlace):
                yield from _fields(draft, place, path)


def _prompts(draft: Draft, place: AnswersPlace, path: Path) -> Iterator[Told]:
    for key, prompt in place.prompts.items():
        if not (prompt.restated or prompt.names or prompt.words):
            message = f'Prompt "{key}" has nothing by which its answer could be recognised.'
            hint = "Add short phrases of the question, names of its heading, or words of an answer."
            allowed, example = ("restated", "names", "words"), "names: [need, my focus]"
            yield draft.at_key((*path, "prompts", key), message, hint, allowed, example)
    if not place.prompts and draft.complete(*map(str, path)):
        yield draft.at((*path, "prompts"), "There are no prompts to answer.", "Add them.", (), "prompts: {need: {asks: ...}}")


def _fields(draft: Draft, place: GroupsPlace, path: Path) -> Iterator[Told]:
    for key, field in place.fields.items():
        if not field.names and not field.from_heading:
            message = f'Field "{key}" has no name, so no label can announce it.'
            yield draft.at_key((*path, "fields", key), message, "Add its labels.", ("names", "from_heading"), "names: [topics]")


def phrases(draft: Draft) -> Iterator[Told]:
    """Single texts, wherever they stand in the file."""
    todo: list[tuple[Node, Path]] = [(draft.places.root, ())]
    while todo:
        node, path = todo.pop()
        if isinstance(node, Mapping):
            todo += ((entry.value, (*path, entry.key.raw)) for entry in node.entries)
        elif isinstance(node, Sequence):
            yield from _in_list(draft, node, path)
            todo += ((item, (*path, number)) for number, item in enumerate(node.items) if not isinstance(item, Scalar))
        elif node.style is not Style.PLAIN and not node.raw.strip():
            yield _nothing(draft, path)


def _in_list(draft: Draft, sequence: Sequence, path: Path) -> Iterator[Told]:
    keys = [step for step in path if isinstance(step, str)]
    listed = bool(keys) and (keys[0] == "words" or keys[-1] in _LISTED)
    for number, item in enumerate(sequence.items):
        if not isinstance(item, Scalar):
            continue
        if item.style is not Style.PLAIN and not item.raw.strip():
            yield _nothing(draft, (*path, number))
        elif listed and item.raw.strip() and ("*" in item.raw or not _WORD.search(item.raw)):
            yield from _phrase(draft, item.raw, (*path, number), keys)


def _nothing(draft: Draft, path: Path) -> Told:
    return draft.at(path, "There is nothing between the quotation marks.", "Write the text, or take it out.")


def _phrase(draft: Draft, phrase: str, path: Path, keys: list[str]) -> Iterator[Told]:
    if not _WORD.search(phrase):
        message = f"{shown(phrase)} holds no word, so it would match nothing or everything."
        yield draft.at(path, message, "Write at least one word.", (), "names: [research*]")
    elif (keys[0] == "words" or keys[-1] in _SEARCHED) and _STRAY.search(phrase):
        message = f"In {shown(phrase)} the * stands where it does nothing: it stands for the ending of a word."
        hint = "Put it right behind the beginning of a word, or take it out."
        yield draft.at(path, message, hint, (), "words: [priorit*]")
    elif keys[-1] in _COMPARED and "*" in phrase.strip("*"):
        message = f"In {shown(phrase)} the * stands inside a name: there it does nothing."
        yield draft.at(path, message, "Put it at the end of the name, or write the name out.", (), "names: [research*]")
