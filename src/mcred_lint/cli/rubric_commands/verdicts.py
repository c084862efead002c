"""What `rubric check` says of one rubric."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mcred_lint.cli.configuration import find_configuration
from mcred_lint.cli.output import problem_lines
from mcred_lint.cli.rubric_choice import load
from mcred_lint.cli.rubric_files import RubricFiles
from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.rubric.loader import LoadedRubric, load_rubric
from mcred_lint.rubric.model import Rubric
from mcred_lint.wording import count

_STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rubric by the name it was asked for, and what is wrong with it; without a rubric it cannot be used."""

    name: str
    rubric: Rubric | None
    problems: tuple[RubricProblem, ...]
    warnings: tuple[RubricProblem, ...]

    def fails(self, strict: bool) -> bool:
        return bool(self.problems or (strict and self.warnings))

    @property
    def lines(self) -> Iterator[str]:
        """Every problem, every warning, and the sum."""
        for problem in self.problems:
            yield from problem_lines(problem, self.name)
        for warning in self.warnings:
            yield from problem_lines(warning, self.name, "warning: ")
        yield f"{self.name}: {self._sum}"

    @property
    def _sum(self) -> str:
        found = [count(len(self.problems), "problem") if self.problems else "no problems"]
        found += [count(len(self.warnings), "warning")] if self.warnings else []
        return "; ".join([", ".join(found), *([_size(self.rubric)] if self.rubric is not None else [])])


def _size(rubric: Rubric) -> str:
    criteria = sum(len(component.criteria) for component in rubric.components.values())
    parts = f"{count(criteria, 'criterion', 'criteria')} in {count(len(rubric.components), 'component')}"
    whole = len(rubric.submission.criteria)
    return f"{parts}, {whole} of the whole submission" if whole else parts


def verdict_on(name: str) -> Verdict:
    """Check a rubric by its id or file; - is standard input. Raises UsageError when there is none."""
    try:
        loaded = _loaded(name)
    except RubricErrors as error:
        return Verdict(error.path, None, error.problems, error.warnings)
    return Verdict(_STDIN if name == "-" else name, loaded.rubric, (), loaded.warnings)


def _loaded(name: str) -> LoadedRubric:
    configuration = find_configuration(Path.cwd(), ())
    if name == "-":
        return load_rubric(_STDIN, sys.stdin.buffer.read(), RubricFiles(configuration).open_extended)
    return load(name, configuration)
