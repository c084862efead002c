"""Files of keys and values that people write for this program: read with positions, and every problem in order.

Rubrics are such files, and so are their cases and waivers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import decode
from mcred_lint.sources.yaml import Mapping, Parsed, YamlProblem, parse


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file with keys and values: what to say when it holds none.

    name: what one is called. keys: what stands in it. beginning: how it begins. errors: what its problems are raised as.
    quoted: a line of it with quotation marks. sample: a few lines of it that are indented as they should be.
    """

    name: str
    keys: str
    beginning: str
    errors: type[RubricErrors] = RubricErrors
    quoted: str = 'title: "Part 1: Overview"'
    sample: str = ""


def read_keys(path: str, data: bytes, kind: FileKind) -> tuple[Mapping, list[RubricProblem]]:
    """The keys and values of the file, and what is wrong with it so far. Raises `kind.errors` when there are none."""
    decoded = decode(path, data)
    parsed = parse(path, decoded.text)
    problems = [
        RubricProblem(note.message, (), note.hint, kind.beginning, Place(path, note.line)) for note in decoded.notes
    ]
    problems += _from_yaml(parsed, kind)
    root = parsed.root
    if isinstance(root, Mapping) and len(parsed.documents) == 1:
        return root, problems
    raise kind.errors(path, in_order(problems or [_no_keys(path, parsed, kind)], path))


def _from_yaml(parsed: Parsed, kind: FileKind) -> list[RubricProblem]:
    told = (problem for problem in parsed.problems if problem.fatal or problem.lost)
    return [RubricProblem(each.message, (), each.hint, _sound(each, kind), each.place) for each in told]


def _sound(problem: YamlProblem, kind: FileKind) -> str:
    """A few lines that are written right: with quotation marks where those help."""
    return kind.quoted if '"' in problem.hint else kind.sample or kind.beginning


def _no_keys(path: str, parsed: Parsed, kind: FileKind) -> RubricProblem:
    if not parsed.documents:
        hint = f"Write a {kind.name} into it."
        return RubricProblem("The file is empty.", (), hint, kind.beginning, Place(path, 1, 1))
    if len(parsed.documents) > 1:
        message, hint = "The file holds more than one document.", "Take the line --- out."
        return RubricProblem(message, (), hint, kind.beginning, parsed.documents[1].place)
    return RubricProblem(f"This is no {kind.name}.", (), kind.keys, kind.beginning, parsed.documents[0].place)


def in_order(problems: Iterable[RubricProblem], file: str) -> tuple[RubricProblem, ...]:
    """Each problem once: those of `file` first, then those of others."""
    unique = {(problem.place, problem.message): problem for problem in problems}
    return tuple(sorted(unique.values(), key=lambda problem: _position(problem, file)))


def _position(problem: RubricProblem, file: str) -> tuple[bool, str, int, int]:
    place = problem.place or Place(file)
    return (place.file != file, place.file, place.line or 0, place.column or 0)
