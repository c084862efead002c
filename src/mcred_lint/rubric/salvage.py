"""A rubric with mistakes, without the parts that hold them: so that one mistake does not hide others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import ValidationError

from mcred_lint.rubric.model import LANGUAGE_VERSION, Rubric
from mcred_lint.rubric.places import Path, RubricPlaces
from mcred_lint.rubric.refusal import Refusal
from mcred_lint.rubric.word_lists import WordLists

_UNITS = ("criteria", "places", "scales", "words")
"""Under these keys stand parts that can be left out whole."""

_STAND_IN = "?"
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be built, everything that was refused, and the paths of the parts left out."""

    rubric: Rubric | None
    refused: tuple[Refusal, ...] = ()
    left_out: frozenset[Path] = frozenset()


def validated(data: Any, places: RubricPlaces, lists: WordLists) -> Salvaged:
    """The rubric in `data`, as far as it can be built. `data` is changed when something is refused."""
    refused: list[Refusal] = []
    left_out: set[Path] = set()
    for _ in range(_ROUNDS):
        try:
            return Salvaged(Rubric.model_validate(data), tuple(refused), frozenset(left_out))
        except ValidationError as error:
            from mcred_lint.rubric.refusals import refusals

            found = refusals(error, places, lists)
        refused += found if not refused else ()
        left_out.update(_mend(data, found))
    return Salvaged(None, tuple(refused), frozenset(left_out))


def _mend(data: Any, refused: Iterable[Refusal]) -> Iterable[Path]:
    for refusal in refused:
        unit = _unit(refusal.path)
        if unit is not None:
            _drop(data, unit)
            yield unit
        elif refusal.unknown:
            _drop(data, refusal.path)
        elif refusal.path:
            _put(data, refusal.path, _stand_in(refusal.path))
            yield refusal.path


def _unit(path: Path) -> Path | None:
    """The smallest part around `path` that can be left out."""
    ends = [place + 2 for place, step in enumerate(path[:-1]) if step in _UNITS and place in (0, 1, 2)]
    return path[: ends[0]] if ends else None


def _stand_in(path: Path) -> Any:
    """Something valid for a key of the rubric or of a component."""
    from mcred_lint.rubric.shapes import spot_at

    shape = spot_at(path).shape
    if shape is int:
        return LANGUAGE_VERSION
    if shape is str:
        return _STAND_IN
    return [] if get_origin(shape) is tuple else {}


def _drop(data: Any, path: Path) -> None:
    parent = _parent(data, path)
    if isinstance(parent, dict):
        parent.pop(path[-1], None)


def _put(data: Any, path: Path, value: Any) -> None:
    parent, last = _parent(data, path), path[-1]
    if isinstance(parent, dict):
        parent[last] = value
    if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
        parent[last] = value


def _parent(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data
