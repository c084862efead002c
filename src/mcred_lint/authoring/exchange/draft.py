"""A first draft of a rubric file from a Canvas rubric: it can be used as it is, and says what is still to be decided.

Canvas knows the levels and their descriptions, and nothing of how to find or measure anything. So every criterion is for
a person, with the descriptions kept as its advice, and each decision that is left has a comment of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mcred_lint.authoring.exchange.canvas import CanvasRubric
from mcred_lint.authoring.exchange.canvas_parts import DraftCriterion, DraftPart, parts_of
from mcred_lint.authoring.exchange.draft_names import id_of, names_of
from mcred_lint.errors import RubricProblem
from mcred_lint.reporters.escape import visible
from mcred_lint.rubric.examples import flow
from mcred_lint.rubric.model import LANGUAGE_VERSION
from mcred_lint.sources.places import Place
from mcred_lint.wording import count, join_words, sentence

_VERSION = re.compile(r"\s*\(v(?P<version>\d[\w.+-]{0,40})\)\s*\Z")
_RESERVED = ("component", "submission")

_HEAD = """\
# A draft, made from a Canvas rubric. It can be used, and counts nothing yet: every criterion is for the assessor.
# Go through the lines with DECIDE. mcred-lint rubric show FILE reads it back to you; mistakes come with their lines.
"""
_ISSUER = "Not named in the Canvas file"
_DESCRIPTION = "Made from a Canvas rubric."
_NAMES = "# DECIDE: under which headings people hand it in."
_NAMES_SPLIT = "# DECIDE: is it handed in as a part of its own, under which headings? If not, move its criteria to the part it judges."
_PLACES = "# DECIDE: what it is made of (lists, answers, parts that repeat), so that it can be counted."
_BASIS = "# DECIDE: counted, with a measure and a ladder, wherever something can be counted."
_PASSING = "# DECIDE: from which level it passes; Canvas does not say."


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a rubric file. gaps: what the Canvas file left open, and where."""

    text: str
    gaps: tuple[RubricProblem, ...]


def draft_from_canvas(path: str, rubric: CanvasRubric) -> Draft:
    """A draft of the rubric; `path` is the Canvas file, for the places of the gaps."""
    parts = parts_of(rubric)
    scales = _scales(parts)
    text = "\n".join((_HEAD + _frame(rubric.name), *_scale_lines(scales), "", *_component_lines(parts, scales)))
    return Draft(text + "\n", tuple(_gaps(path, parts, scales)))


def _said(text: str) -> str:
    """Text on one line of YAML, whatever it holds."""
    return flow(visible(text))


def _frame(name: str) -> str:
    version = _VERSION.search(name)
    title = name[: version.start()].strip() if version else name.strip()
    lines = (
        f"mcred-lint-rubric: {LANGUAGE_VERSION}",
        f"id: {id_of(title, 'our-rubric')}",
        f"version: {_said(version['version'])}" if version else "version: 0.1.0",
        f"title: {_said(title or name)}",
        f"issuer: {_ISSUER}  # DECIDE: who grants the credential.",
        f"description: {_DESCRIPTION}  # DECIDE: what an educator does for it, in one or two sentences.",
        "",
    )
    return "\n".join(lines)


# ---- scales ----------------------------------------------------------------------------------------------------------


def _scales(parts: Sequence[DraftPart]) -> dict[tuple[str, ...], str]:
    """The names of the scales by their levels, that of most parts first."""
    counted = Counter(part.levels for part in parts)
    return {
        levels: "levels" if number == 1 else f"levels-{number}"
        for number, (levels, _) in enumerate(counted.most_common(), start=1)
    }


def _scale_lines(scales: Mapping[tuple[str, ...], str]) -> Iterator[str]:
    yield "scales:"
    for levels, name in scales.items():
        listed = flow([visible(level) for level in levels])
        yield f"  {name}: {{levels: {listed}, passing: {_said(levels[-1])}}}  {_PASSING}"
    yield f"main_scale: {next(iter(scales.values()))}"


# ---- components ------------------------------------------------------------------------------------------------------


def _component_lines(parts: Sequence[DraftPart], scales: Mapping[tuple[str, ...], str]) -> Iterator[str]:
    yield "components:"
    taken = list(_RESERVED)
    for number, (part, names) in enumerate(zip(parts, names_of([part.title for part in parts]), strict=True), start=1):
        id_ = id_of(part.title, f"part-{number}", taken)
        taken.append(id_)
        yield f"  {id_}:"
        yield f"    title: {_said(part.title)}"
        yield f"    scale: {scales[part.levels]}"
        yield f"    {_NAMES if part.of_several else _NAMES_SPLIT}"
        yield f"    names: {flow(names)}"
        yield f"    places: {{}}  {_PLACES}"
        yield "    criteria:"
        yield from _criteria_lines(part.criteria)


def _criteria_lines(criteria: Sequence[DraftCriterion]) -> Iterator[str]:
    taken: list[str] = []
    for number, criterion in enumerate(criteria, start=1):
        id_ = id_of(criterion.title, f"criterion-{number}", taken)
        taken.append(id_)
        yield f"      {id_}:  # row {criterion.row} of the Canvas file"
        yield f"        title: {_said(criterion.title)}"
        yield f"        basis: person  {_BASIS}"
        yield "        set_by: issuer"
        texts = list(_advice(criterion))
        if texts:
            yield "        advice: |"
        yield from (f"          {visible(text)}" for text in texts)


def _advice(criterion: DraftCriterion) -> Iterator[str]:
    """The descriptions, one to a line."""
    if criterion.description:
        yield sentence(criterion.description)
    for level, descriptor in criterion.descriptors:
        if descriptor:
            yield f"{level}: {sentence(descriptor)}"


# ---- gaps ------------------------------------------------------------------------------------------------------------


def _gaps(path: str, parts: Sequence[DraftPart], scales: Mapping[tuple[str, ...], str]) -> Iterator[RubricProblem]:
    criteria = [criterion for part in parts for criterion in part.criteria]
    for criterion in criteria:
        place = Place(path, label=f"row {criterion.row}")
        yield from (RubricProblem(f'"{criterion.title}": {gap}', place=place) for gap in criterion.gaps)
    yield from _same_names(path, parts)
    if len(scales) > 1:
        hint = "Give them one scale if they mean the same levels."
        yield RubricProblem(f"The criteria do not share their levels: {len(scales)} scales were made.", (), hint)
    many = count(len(criteria), "criterion is", "criteria are")
    hint = "Give a measure to what can be counted."
    yield RubricProblem(f"No automatic checks: {many} for the assessor.", (), hint)
    yield RubricProblem(
        "Canvas says neither who grants the credential, nor which level passes, nor under which headings parts are "
        "handed in: look for DECIDE in the draft."
    )


def _same_names(path: str, parts: Sequence[DraftPart]) -> Iterator[RubricProblem]:
    rows: dict[tuple[str, str], list[int]] = {}
    for part in parts:
        for criterion in part.criteria:
            key = (part.title if part.of_several else "", criterion.title)
            rows.setdefault(key, []).append(criterion.row)
    for (_, title), found in rows.items():
        if len(found) > 1:
            where = Place(path, label=f"row {found[1]}")
            message = f'"{title}" is there {len(found)} times (rows {join_words([str(row) for row in found])}).'
            yield RubricProblem(message, (), "Give them different titles, or take one out.", place=where)
