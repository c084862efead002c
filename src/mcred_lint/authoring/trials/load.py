"""From the bytes of a file of cases to cases that can be tried, or to everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mcred_lint.authoring.trials.cases import CASES_VERSION, Case, Cases
from mcred_lint.authoring.trials.checks import problems_of
from mcred_lint.authoring.trials.expected import Possible
from mcred_lint.errors import CasesErrors, RubricProblem
from mcred_lint.rubric.keyed_file import FileKind, in_order, read_keys
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import RubricPlaces
from mcred_lint.rubric.refusals import refusals
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.rubric.wording import shown
from mcred_lint.sources.places import Place

_KIND = FileKind(
    "list of cases",
    "It says for which rubric it is, and lists cases: name, submission, expect.",
    f"mcred-lint-cases: {CASES_VERSION}",
    CasesErrors,
)

A_CASES_FILE = """\
mcred-lint-cases: 1
rubric: {}
cases:
  - name: an empty folder is not ready
    files: {{}}
    expect: {{ready: false}}
"""
"""A beginning, for a rubric's id."""


@dataclass(frozen=True, slots=True)
class PlacedCase:
    """A case, where its name stands, and where its folder stands when it has one."""

    case: Case
    place: Place
    folder_place: Place


def load_cases(path_shown: str, data: bytes, rubric: Rubric) -> tuple[PlacedCase, ...]:
    """The cases in a file for this rubric. Raises CasesErrors with all its problems, in the order of the file."""
    root, problems = read_keys(path_shown, data, _KIND)
    places, lists = RubricPlaces(root, "the file"), WordLists({})
    values = plain(root, lists)
    try:
        cases = dict(enumerate(Cases.model_validate(values).cases))
    except ValidationError as error:
        problems += [refusal.problem for refusal in refusals(error, places, lists, Cases)]
        cases = dict(_usable(values))
    problems += [*lists.problems, *_none(values, places)]
    another = _of_another(values, rubric, places)
    problems += [another] if another else problems_of(cases, Possible(rubric), places)
    if problems:
        raise CasesErrors(path_shown, in_order(problems, path_shown))
    return tuple(_placed(number, case, places) for number, case in cases.items())


def _usable(values: Any) -> Iterator[tuple[int, Case]]:
    """The cases that nothing is wrong with, by their position: what they expect is looked at all the same."""
    listed = values.get("cases")
    for number, each in enumerate(listed if isinstance(listed, list) else ()):
        try:
            yield number, Case.model_validate(each)
        except ValidationError:
            continue


def _of_another(values: Any, rubric: Rubric, places: RubricPlaces) -> RubricProblem | None:
    """That the cases are for another rubric: then nothing is said of what they expect."""
    named = values.get("rubric")
    if not isinstance(named, str) or named == rubric.id:
        return None
    message = f'These cases are for the rubric {shown(named)}; they are tried on "{rubric.id}".'
    hint = "Name the other rubric on the command line, or put this line right."
    return RubricProblem(message, (), hint, f"rubric: {rubric.id}", places.value(("rubric",)))


def _none(values: Any, places: RubricPlaces) -> Iterator[RubricProblem]:
    if values.get("cases") == []:
        hint = "Write down a small submission and what must come of it."
        example = "cases: [{name: nothing is not ready, files: {}, expect: {ready: false}}]"
        yield RubricProblem("The list of cases is empty.", (), hint, example, places.key(("cases",)))


def _placed(number: int, case: Case, places: RubricPlaces) -> PlacedCase:
    path = ("cases", number)
    return PlacedCase(case, places.value((*path, "name")).start(), places.value((*path, "folder")).start())
