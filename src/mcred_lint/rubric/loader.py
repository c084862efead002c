"""From the bytes of a rubric file to a rubric, or to everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.rubric.checks import Draft, all_checks
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import RubricPlaces
from mcred_lint.rubric.salvage import validated
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import decode
from mcred_lint.sources.yaml import Mapping, Parsed, YamlProblem, parse


@dataclass(frozen=True, slots=True)
class LoadedRubric:
    """A rubric that can be used.

    digest: the SHA-256 of the file. places: where its keys and values stand. warnings: what its author should look at.
    """

    rubric: Rubric
    digest: str
    places: RubricPlaces
    warnings: tuple[RubricProblem, ...] = ()


def load_rubric(path_shown: str, data: bytes) -> LoadedRubric:
    """The rubric in a file. Raises RubricErrors with all its problems, in the order of the file."""
    root, problems = _read(path_shown, data)
    lists, places = WordLists.of(root), RubricPlaces(root)
    found = validated(plain(root, lists), places, lists)
    problems += [*lists.problems, *(refusal.problem for refusal in found.refused)]
    draft = Draft(found.rubric, places, lists, found.left_out) if found.rubric is not None else None
    told = list(all_checks(draft)) if draft is not None else []
    problems += [each.problem for each in told if not each.mild]
    warnings = _in_order(each.problem for each in told if each.mild)
    if problems or found.rubric is None:
        raise RubricErrors(path_shown, _in_order(problems), warnings)
    return LoadedRubric(found.rubric, sha256(data).hexdigest(), places, warnings)


def _read(path: str, data: bytes) -> tuple[Mapping, list[RubricProblem]]:
    """The keys and values of the file, and what is wrong with it so far. Raises RubricErrors when there are none."""
    decoded = decode(path, data)
    parsed = parse(path, decoded.text)
    problems = [
        RubricProblem(note.message, (), note.hint, _BEGINNING, Place(path, note.line)) for note in decoded.notes
    ]
    problems += _from_yaml(parsed)
    root = parsed.root
    if isinstance(root, Mapping) and len(parsed.documents) == 1:
        return root, problems
    raise RubricErrors(path, tuple(problems or [_no_rubric(path, parsed)]))


def _from_yaml(parsed: Parsed) -> list[RubricProblem]:
    told = (problem for problem in parsed.problems if problem.fatal or problem.lost)
    return [RubricProblem(each.message, (), each.hint, _sound(each), each.place) for each in told]


_BEGINNING = "mcred-lint-rubric: 1"
_QUOTED = 'title: "Part 1: Overview"'
_INDENTED = "main_scale: level\nscales:\n  level: {levels: [Starting, Growing, Leading], passing: Leading}"


def _sound(problem: YamlProblem) -> str:
    """A few lines of sound YAML: with quotation marks where those put it right."""
    return _QUOTED if '"' in problem.hint else _INDENTED


def _no_rubric(path: str, parsed: Parsed) -> RubricProblem:
    if not parsed.documents:
        return RubricProblem("The file is empty.", (), "Write a rubric into it.", _BEGINNING, Place(path, 1, 1))
    if len(parsed.documents) > 1:
        place = parsed.documents[1].place
        return RubricProblem("The file holds more than one document.", (), "Take the line --- out.", _BEGINNING, place)
    hint = "A rubric is keys and values: id, title, scales, components."
    return RubricProblem("This is no rubric.", (), hint, _BEGINNING, parsed.documents[0].place)


def _in_order(problems: Iterable[RubricProblem]) -> tuple[RubricProblem, ...]:
    unique = {(problem.place, problem.message): problem for problem in problems}
    return tuple(sorted(unique.values(), key=_position))


def _position(problem: RubricProblem) -> tuple[int, int]:
    place = problem.place
    return (0, 0) if place is None else (place.line or 0, place.column or 0)
