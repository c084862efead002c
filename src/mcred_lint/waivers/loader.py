"""From the bytes of a file of waivers to waivers, or to everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from mcred_lint.errors import RubricProblem, WaiversErrors
from mcred_lint.rubric.keyed_file import FileKind, in_order, read_keys
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.places import RubricPlaces
from mcred_lint.rubric.refusals import refusals
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.rubric.wording import nearest, shown
from mcred_lint.sources.places import Place
from mcred_lint.waivers.model import WaiversFile, WaiverSpec
from mcred_lint.waivers.waivers import Waiver, Waivers, same_name

WAIVERS_FILE = FileKind(
    "file of waivers",
    "A file of waivers is keys and values: mcred-lint-waivers, waivers.",
    "mcred-lint-waivers: 1",
    WaiversErrors,
    'reason: "Agreed in May: no library"',
)


def load_waivers(path_shown: str, data: bytes, rubric: Rubric | None, reference: date | None) -> Waivers:
    """The waivers in a file. Raises WaiversErrors with all its problems, in the order of the file.

    rubric: whose criteria can be waived; None while it is not known yet. reference: the day on which a waiver has to hold.
    """
    root, problems = read_keys(path_shown, data, WAIVERS_FILE)
    lists, places = WordLists({}), RubricPlaces(root, f"the {WAIVERS_FILE.name}")
    values = plain(root, lists)
    problems += [*lists.problems, *_repeated(values, places), *(_unknown(values, places, rubric) if rubric else ())]
    try:
        file = WaiversFile.model_validate(values)
    except ValidationError as error:
        problems += [refusal.problem for refusal in refusals(error, places, lists, WaiversFile)]
    if problems:
        raise WaiversErrors(path_shown, in_order(problems, path_shown))
    entries = tuple(_waiver(spec, places.key(("waivers", n)).start()) for n, spec in enumerate(file.waivers))
    return Waivers(path_shown, f"sha256:{sha256(data).hexdigest()}", entries, reference)


def _waiver(spec: WaiverSpec, place: Place) -> Waiver:
    reason, by = (" ".join(text.split()) for text in (spec.reason, spec.by))
    return Waiver(spec.criterion, spec.submission, reason, by, spec.until, place)


def _texts(values: Any, *keys: str) -> Iterator[tuple[int, list[str]]]:
    """The values of these keys, of each waiver that has them all, whatever else is wrong with it."""
    waivers = values.get("waivers")
    for number, waiver in enumerate(waivers if isinstance(waivers, list) else ()):
        found = [waiver.get(key) for key in keys] if isinstance(waiver, dict) else []
        texts = [value.strip() for value in found if isinstance(value, str) and value.strip()]
        if len(texts) == len(keys):
            yield number, texts


def _unknown(values: Any, places: RubricPlaces, rubric: Rubric) -> Iterator[RubricProblem]:
    known = rubric.criterion_ids
    for number, (criterion,) in _texts(values, "criterion"):
        if criterion not in known:
            message = f'The rubric "{rubric.id}" has no criterion {shown(criterion)}.'
            meant = _meant(criterion, known)
            hint = f'Did you mean "{meant}"?' if meant else "mcred-lint explain lists all of them."
            place = places.value(("waivers", number, "criterion"))
            beside = tuple(each for each in known if each.partition(".")[0] == criterion.partition(".")[0])
            yield RubricProblem(message, beside or known, hint, f"criterion: {meant or known[0]}", place)


def _meant(criterion: str, known: tuple[str, ...]) -> str | None:
    """The criterion with the same name in its component, else the one that is spelled nearly alike."""
    short = [each for each in known if each.rpartition(".")[2] == criterion.rpartition(".")[2]]
    return short[0] if len(short) == 1 else nearest(criterion, known)


def _repeated(values: Any, places: RubricPlaces) -> Iterator[RubricProblem]:
    """Two waivers for one thing: nothing could decide whose reason and day count."""
    seen: dict[tuple[str, str], int] = {}
    for number, (criterion, submission) in _texts(values, "criterion", "submission"):
        first = seen.setdefault((criterion, same_name(submission)), number)
        if first != number:
            line = places.key(("waivers", first)).line
            message = f"The waiver on line {line} is for the same criterion and submission already."
            yield RubricProblem(message, (), "Keep one of them.", "", places.key(("waivers", number)).start())
