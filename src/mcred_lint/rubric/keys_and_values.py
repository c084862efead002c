"""The keys and values of a file that has to be right as a whole, a rubric or a file of waivers, and what is wrong with its YAML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import decode
from mcred_lint.sources.yaml import Mapping, Parsed, YamlProblem, parse


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is. made_of: its keys, in words. beginning: its first line. quoted: a line of it with quotation marks."""

    name: str
    made_of: str
    beginning: str
    quoted: str


def read_keys(path: str, data: bytes, kind: FileKind) -> tuple[Mapping, list[RubricProblem]]:
    """The keys and values, and what is wrong with them so far. Raises RubricErrors when there are none."""
    decoded = decode(path, data)
    parsed = parse(path, decoded.text)
    problems = [RubricProblem(note.message, (), note.hint, "", Place(path, note.line)) for note in decoded.notes]
    problems += _from_yaml(parsed, kind)
    root = parsed.root
    if isinstance(root, Mapping) and len(parsed.documents) == 1:
        return root, problems
    raise RubricErrors(path, tuple(problems or [_nothing(path, parsed, kind)]), kind.name)


def in_order(problems: Iterable[RubricProblem]) -> tuple[RubricProblem, ...]:
    """Each problem once, in the order of the file."""
    unique = {(problem.place, problem.message): problem for problem in problems}
    return tuple(sorted(unique.values(), key=_position))


def _position(problem: RubricProblem) -> tuple[int, int]:
    place = problem.place
    return (0, 0) if place is None else (place.line or 0, place.column or 0)


def _from_yaml(parsed: Parsed, kind: FileKind) -> list[RubricProblem]:
    told = (problem for problem in parsed.problems if problem.fatal or problem.lost)
    return [RubricProblem(each.message, (), each.hint, _quoted(each, kind), each.place) for each in told]


def _quoted(problem: YamlProblem, kind: FileKind) -> str:
    """An example for what quotation marks put right."""
    return kind.quoted if '"' in problem.hint else ""


def _nothing(path: str, parsed: Parsed, kind: FileKind) -> RubricProblem:
    if not parsed.documents:
        hint = f"Write a {kind.name} into it."
        return RubricProblem("The file is empty.", (), hint, kind.beginning, Place(path, 1, 1))
    if len(parsed.documents) > 1:
        place = parsed.documents[1].place
        return RubricProblem(
            "The file holds more than one document.", (), "Take the line --- out.", kind.beginning, place
        )
    hint = f"A {kind.name} is keys and values: {kind.made_of}."
    return RubricProblem(f"This is no {kind.name}.", (), hint, kind.beginning, parsed.documents[0].place)
