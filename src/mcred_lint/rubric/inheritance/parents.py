"""Which rubric another one extends: found through an opener, because the rubric room does not touch files itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mcred_lint.errors import McredLintError, RubricErrors, RubricProblem, UsageError
from mcred_lint.rubric.wording import shown
from mcred_lint.sources.places import Place
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence

EXTENDS = "extends"
MOST_STEPS = 8
_EXAMPLE = f"{EXTENDS}: nea-advocacy"


class Opener(Protocol):
    """Finds the rubric that a file extends."""

    def __call__(self, name: str, said_in: str) -> tuple[str, bytes]:
        """The path to show and the bytes of `name`, as the file `said_in` says it. Raises UsageError."""


def nothing_to_extend(name: str, said_in: str) -> tuple[str, bytes]:
    """The opener where there is nothing but the one file."""
    raise UsageError(f"The rubric {shown(name)} is not at hand here.", "Write everything in one file.")


@dataclass(frozen=True, slots=True)
class Descent:
    """The way from the rubric that is loaded up to one that it extends. files: as shown, the extending one first."""

    opener: Opener
    files: tuple[str, ...] = ()

    def with_file(self, path: str) -> Descent:
        return Descent(self.opener, (*self.files, path))

    def open_parent(self, root: Mapping) -> tuple[str, bytes] | None:
        """The rubric that the last file extends, as (path to show, bytes). Raises RubricErrors."""
        named = root.get(EXTENDS)
        if named is None:
            return None
        if not isinstance(named, Scalar) or not named.raw.strip():
            raise self._error(*_no_name(named), named.place)
        if len(self.files) > MOST_STEPS:
            message = f"Rubrics extend each other more than {MOST_STEPS} steps deep here."
            raise self._error(message, "Extend one of the earlier ones, or put two of them together.", named.place)
        try:
            path, data = self.opener(named.raw, self.files[-1])
        except McredLintError as error:
            raise self._error(error.message, error.hint, named.place) from None
        if path in self.files:
            way = " extends ".join([*self.files[self.files.index(path) :], path])
            raise self._error(f"This goes in a circle: {way}.", "Take one of these lines out.", named.place)
        return path, data

    def faulty_parent(self, root: Mapping, error: RubricErrors) -> RubricErrors:
        """The errors of the rubric that the last file extends, with a word about why they matter here."""
        named = root.get(EXTENDS)
        message = f"The rubric that this one extends, {error.path}, cannot be used."
        here = RubricProblem(message, (), "What is wrong with it is told below.", "", named.place if named else None)
        return RubricErrors(self.files[-1], (here, *error.problems))

    def _error(self, message: str, hint: str, place: Place) -> RubricErrors:
        return RubricErrors(self.files[-1], (RubricProblem(message, (), hint, _EXAMPLE, place),))


def _no_name(named: Node) -> tuple[str, str]:
    if isinstance(named, Sequence):
        hint = "Name one of them, and let that one extend the next."
        return "A rubric extends one other rubric, and a list stands here.", hint
    return "It is not said which rubric this one extends.", "Write its id, or the path of its file, on this line."
