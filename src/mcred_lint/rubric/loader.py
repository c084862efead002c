"""From the bytes of a rubric file to a rubric, or to everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from mcred_lint.errors import RubricErrors, RubricProblem
from mcred_lint.rubric.checks import Draft, Told, all_checks
from mcred_lint.rubric.inheritance.causes import with_cause
from mcred_lint.rubric.inheritance.merge import merged, without_edits
from mcred_lint.rubric.inheritance.parents import Descent, Opener, nothing_to_extend
from mcred_lint.rubric.keyed_file import FileKind, in_order, read_keys
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import RubricPlaces
from mcred_lint.rubric.salvage import validated
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import Mapping

RUBRIC = FileKind(
    "rubric",
    "A rubric is keys and values: id, title, scales, components.",
    "mcred-lint-rubric: 1",
    sample="main_scale: level\nscales:\n  level: {levels: [Starting, Growing, Leading], passing: Leading}",
)


@dataclass(frozen=True, slots=True)
class LoadedRubric:
    """A rubric that can be used.

    digest: the SHA-256 of the file, or of all files where it extends another. places: where its keys and values stand,
    each in the file from which it comes. warnings: what its author should look at. parent: the rubric that it extends.
    """

    rubric: Rubric
    file: str
    digest: str
    places: RubricPlaces
    warnings: tuple[RubricProblem, ...] = ()
    parent: LoadedRubric | None = None

    @property
    def family(self) -> tuple[LoadedRubric, ...]:
        """The rubric itself, the one it extends, and so on."""
        return (self, *(self.parent.family if self.parent else ()))


def load_rubric(path_shown: str, data: bytes, opener: Opener = nothing_to_extend) -> LoadedRubric:
    """The rubric in a file. Raises RubricErrors with all its problems, in the order of the file.

    opener: finds the rubric that this one extends, if it does.
    """
    return _loaded(path_shown, data, Descent(opener, (path_shown,)))


def _loaded(path: str, data: bytes, descent: Descent) -> LoadedRubric:
    own, problems = read_keys(path, data, RUBRIC)
    parent = _parent(own, descent)
    root = without_edits(own, problems) if parent is None else merged(parent.places.root, own, problems)
    lists, places = WordLists.of(root), RubricPlaces(root)
    found = validated(plain(root, lists), places, lists)
    problems += [*lists.problems, *(refusal.problem for refusal in found.refused)]
    draft = Draft(found.rubric, places, lists, found.left_out) if found.rubric is not None else None
    told = [*all_checks(draft), *_same_id(draft, parent)] if draft is not None else []
    problems += [each.problem for each in told if not each.mild]
    warnings = _told((each.problem for each in told if each.mild), path, root)
    if problems or found.rubric is None:
        raise RubricErrors(path, _told(problems, path, root), warnings)
    known = parent.warnings if parent else ()
    digest = sha256(data + parent.digest.encode() if parent else data).hexdigest()
    fresh = tuple(warning for warning in warnings if warning not in known)
    return LoadedRubric(found.rubric, path, digest, places, fresh, parent)


def _parent(root: Mapping, descent: Descent) -> LoadedRubric | None:
    """The rubric that the one in `root` extends, which has to be one that can be used. Raises RubricErrors."""
    opened = descent.open_parent(root)
    if opened is None:
        return None
    try:
        return _loaded(*opened, descent.with_file(opened[0]))
    except RubricErrors as error:
        raise descent.faulty_parent(root, error) from None


def _same_id(draft: Draft, parent: LoadedRubric | None) -> Iterator[Told]:
    """Two rubrics of one family with one id: nobody could tell which of them judged."""
    for elder in parent.family if parent else ():
        if elder.rubric.id == draft.rubric.id:
            message = f'The id "{elder.rubric.id}" is that of {elder.file}, which this rubric extends.'
            yield draft.at(("id",), message, "Give this rubric an id of its own.", f"id: our-{elder.rubric.id}")


def _told(problems: Iterable[RubricProblem], file: str, root: Mapping) -> tuple[RubricProblem, ...]:
    return tuple(with_cause(problem, file, root) for problem in in_order(problems, file))
