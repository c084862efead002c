"""Whole rubrics, made up but valid: components of every kind of place, with names that nothing in the language knows.

A rubric's own names differ within a component, because nothing could decide between two things with one name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric

LEVELS = ("Seed", "Sprout", "Sapling", "Tree")
_ONE = [
    "anvil",
    "beacon",
    "cabin",
    "dune",
    "easel",
    "fjord",
    "glacier",
    "hamlet",
    "inlet",
    "jetty",
    "kiln",
    "lagoon",
    "mantle",
    "nectar",
    "oasis",
    "paddock",
    "quarry",
    "ravine",
    "summit",
    "tundra",
    "vessel",
    "wharf",
    "atrium",
    "bazaar",
    "canopy",
    "delta",
    "estuary",
    "flume",
    "grotto",
    "hedge",
    "isthmus",
    "jasper",
    "knoll",
    "lattice",
    "mosaic",
    "nook",
    "obelisk",
    "pergola",
    "quill",
    "rotunda",
    "sconce",
    "trellis",
    "urn",
    "viaduct",
    "wicket",
    "yurt",
    "zenith",
    "alcove",
    "brook",
    "crypt",
    "dome",
    "eave",
    "fresco",
    "gable",
]
_TWO = ("amber", "brisk", "civic", "dusty", "early", "final", "grand", "inner", "outer", "rural", "steep", "woven")
_KINDS = ("field", "list", "sources", "answers", "groups", "questions")
_ONCE = ("groups", "questions", "answers")
"""Of these the reader expects one in a component."""
_SHARES = ("filled", "links")


@st.composite
def rubrics(draw: st.DrawFn, ladders: bool = False) -> Rubric:
    """A rubric of one to three components. ladders: with criteria that count what is there."""
    names = _Names(draw)
    scale = LEVELS[: draw(st.integers(2, len(LEVELS)))]
    keys = [f"part-{names.word()}" for _ in range(draw(st.integers(1, 3)))]
    components = {key: _component(draw, names, scale, ladders) for key in keys}
    rubric = {
        "mcred-lint-rubric": 1,
        "id": "made-up",
        "version": "1",
        "title": "Made up",
        "description": "Made up.",
        "issuer": "Nobody",
        "scales": {"level": {"levels": scale, "passing": scale[-1]}},
        "main_scale": "level",
        "components": components,
    }
    return load_rubric("made-up.yaml", json.dumps(rubric).encode()).rubric


class _Names:
    """Words and names, none of them given twice."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        shuffled = draw(st.permutations(_ONE))
        self._words: Iterator[str] = iter(shuffled * 20)
        self._used: dict[str, int] = {}

    def word(self) -> str:
        """A word; once all are used up, with another before it."""
        word = next(self._words)
        times = self._used[word] = self._used.get(word, -1) + 1
        return word if times == 0 else f"{_TWO[times % len(_TWO)]} {word}"

    def names(self) -> list[str]:
        """One to three names, some of two words, some with an open end."""
        found = []
        for _ in range(self._draw(st.integers(1, 3))):
            shape = self._draw(st.sampled_from(["{}", "{}", "the {}", "{} and more", "{}*", "our {} today"]))
            found.append(shape.format(self.word()))
        return found


def _component(draw: st.DrawFn, names: _Names, scale: tuple[str, ...], ladders: bool) -> dict[str, Any]:
    # In a component with materials, everything may be one: they stand alone.
    mixed = st.lists(st.sampled_from(_KINDS), min_size=1, max_size=4)
    wanted = draw(st.one_of(mixed, mixed, mixed, st.just(["materials"])))
    kinds = [kind for at, kind in enumerate(wanted) if kind not in _ONCE or kind not in wanted[:at]]
    places: dict[str, Any] = {}
    for kind in kinds:
        places[names.word().replace(" ", "-")] = _place(draw, names, kind)
    questions = next((key for key, place in places.items() if place["kind"] == "questions"), None)
    if questions is not None and draw(st.booleans()):
        places[names.word().replace(" ", "-")] = _common("responses", names) | {
            "of": questions,
            "called": [names.word()],
        }
    own = names.names()
    criteria: dict[str, Any] = {"whole": {"title": "All of it", "basis": "person", "set_by": "ours"}}
    for key, place in places.items() if ladders else ():
        kind, measure, most = draw(st.sampled_from(_measures(key, place, names)))
        criteria[f"{kind}-of-{key}"] = _criterion(draw, measure, scale, list(_rungs(draw, kind, len(scale) - 1, most)))
    return {
        "title": draw(st.sampled_from([own[0].strip("*").title(), f"All about {names.word()}"])),
        "scale": "level",
        "names": own,
        "places": places,
        "criteria": criteria,
    }


def _common(kind: str, names: _Names) -> dict[str, Any]:
    return {"kind": kind, "title": f"the {names.word()}", "names": names.names()}


def _place(draw: st.DrawFn, names: _Names, kind: str) -> dict[str, Any]:
    match kind:
        case "sources":
            return _common("list", names) | {"holds": "sources"}
        case "answers":
            prompts = {names.word().replace(" ", "-"): _prompt(draw, names) for _ in range(draw(st.integers(1, 4)))}
            return _common("answers", names) | {"prompts": prompts}
        case "groups":
            fields = {names.word().replace(" ", "-"): _field(names) for _ in range(draw(st.integers(1, 4)))}
            next(iter(fields.values()))["from_heading"] = draw(st.booleans())
            return _common("groups", names) | {"called": [names.word()], "fields": fields} | _times(draw, names)
        case _:
            return _common(kind, names)


def _prompt(draw: st.DrawFn, names: _Names) -> dict[str, Any]:
    asks = " ".join(
        ["Why", "the", names.word(), draw(st.sampled_from(["matters", "was chosen and", "of the"])), names.word()]
    )
    restated = [asks.removeprefix("Why ").lower()] if draw(st.booleans()) else []
    return {"asks": asks, "names": names.names(), "restated": restated}


def _field(names: _Names) -> dict[str, Any]:
    return {"title": f"the {names.word()}", "names": names.names()}


def _times(draw: st.DrawFn, names: _Names) -> dict[str, Any]:
    kind = draw(st.sampled_from(["length", "clock", "none"]))
    if kind == "length":
        return {"length": names.names()}
    return {"starts": names.names(), "ends": names.names()} if kind == "clock" else {}


# ---- criteria ----------------------------------------------------------------------------------------------------------


def _measures(key: str, place: dict[str, Any], names: _Names) -> list[tuple[str, dict[str, Any], float | None]]:
    """(kind, measure, the most it gives) of what can be counted in a place."""
    count = ("count", {"kind": "count", "of": key, "unit": "thing"}, None)
    words = ("words", {"kind": "words", "of": key}, None)
    themes = {
        f"theme-{number}": {"title": "a theme", "words": [names.word(), f"{names.word()}*"]} for number in range(3)
    }
    mentions = ("mentions", {"kind": "mentions", "of": [key], "themes": themes}, 3)
    match place["kind"]:
        case "field":
            characters = ("characters", {"kind": "characters", "of": key}, None)
            return [
                words,
                characters,
                mentions,
                ("filled", {"kind": "filled", "of": [key]}, 1),
                ("years", {"kind": "years", "of": [key]}, None),
            ]
        case "list":
            return [count, words, mentions, ("links", {"kind": "links", "of": key}, 1)]
        case "answers":
            answers = {"kind": "answers", "of": key, "at_least_words": 7}
            return [("answers", answers, len(place["prompts"])), words, mentions]
        case "groups":
            hours = [("hours", {"kind": "hours", "of": key}, None)] if {"length", "starts"} & place.keys() else []
            return [count, ("filled", {"kind": "filled", "of": [], "per": key}, 1), *hours]
        case "questions":
            return [count, mentions]
        case "responses":
            return [("responses", {"kind": "responses", "of": key}, None)]
        case _:
            return [("files", {"kind": "files", "of": key}, None)]


def _rungs(draw: st.DrawFn, kind: str, upper: int, most: float | None) -> Iterator[dict[str, Any]]:
    """Conditions for so many levels or fewer, the highest first."""
    if kind in _SHARES:
        yield from ({"all": True}, {"at_least": "1/2"}, {"at_least": "1/4"})[:upper]
        return
    highest = 40 if most is None else int(most)
    amounts = draw(st.lists(st.integers(1, highest), min_size=1, max_size=upper, unique=True))
    yield from ({"at_least": f"{amount} h" if kind == "hours" else amount} for amount in sorted(amounts, reverse=True))


def _criterion(
    draw: st.DrawFn, measure: dict[str, Any], scale: tuple[str, ...], rungs: list[dict[str, Any]]
) -> dict[str, Any]:
    """A criterion with a rung for as many of the upper levels as the measure can tell apart."""
    levels = scale[:0:-1][: len(rungs)]
    floor = scale[scale.index(levels[-1]) - 1]
    return {
        "title": "Counted",
        "basis": draw(st.sampled_from(["counted", "inferred"])),
        "set_by": "ours",
        "measure": measure,
        "ladder": dict(zip(levels, rungs, strict=True)),
        "advice": "Do more.",
    } | ({"not_below": floor} if floor != scale[0] else {})
