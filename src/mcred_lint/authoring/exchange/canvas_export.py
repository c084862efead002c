"""From our rubric to one that Canvas can hold, and what Canvas cannot hold of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.authoring.exchange.canvas import PART_SEPARATOR, CanvasCriterion, CanvasRubric, Rating
from mcred_lint.authoring.pages.described import DescribedCriterion, DescribedPart, DescribedRubric
from mcred_lint.findings import Basis
from mcred_lint.wording import count, join_words, sentence

FOR_THE_ASSESSOR = "For the assessor."
_MET, _NOT_MET = "Met", "Not met"


@dataclass(frozen=True, slots=True)
class CanvasExport:
    """The rubric for Canvas. lost: what it does not say any more, a sentence or two for each."""

    rubric: CanvasRubric
    lost: tuple[str, ...]


def for_canvas(rubric: DescribedRubric) -> CanvasExport:
    """A row for each criterion that can give a level, with its levels as ratings, the highest first."""
    names: Counter[str] = Counter()
    rows = []
    for part in rubric.parts:
        for criterion in part.criteria:
            if ratings := tuple(_ratings(part, criterion)):
                name = _once(_name(part, criterion), names)
                rows.append(CanvasCriterion(name, " ".join(_description(criterion)), ratings))
    canvas = CanvasRubric(f"{_flat(rubric.title)} (v{_flat(rubric.version)})", tuple(rows))
    return CanvasExport(canvas, tuple(_lost(rubric)))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _name(part: DescribedPart, criterion: DescribedCriterion) -> str:
    # A title with the separator in it would be cut in two when the file comes back.
    return _flat(part.title).replace(PART_SEPARATOR, " / ") + PART_SEPARATOR + _flat(criterion.title)


def _once(name: str, seen: Counter[str]) -> str:
    """Canvas files scores under a criterion's name, so no two can share one."""
    seen[name] += 1
    return name if seen[name] == 1 else _once(f"{name} ({seen[name]})", seen)


def _ratings(part: DescribedPart, criterion: DescribedCriterion) -> Iterator[Rating]:
    """The lowest level is worth nothing and each above it one more, so that points never stand level or turn round."""
    if criterion.must is not None:
        yield Rating(_MET, sentence(f"needed: {_flat(criterion.must)}"), 1)
        yield Rating(_NOT_MET, "Anything less.", 0)
    elif criterion.basis is Basis.PERSON:
        for level in reversed(part.levels):
            yield Rating(_flat(level), FOR_THE_ASSESSOR, part.levels.index(level))
    else:
        for level, need in criterion.needs:
            yield Rating(_flat(level), sentence(_flat(need)), part.levels.index(level))


def _description(criterion: DescribedCriterion) -> Iterator[str]:
    if criterion.looked_for:
        yield sentence(f"Looked for: {'; '.join(map(_flat, criterion.looked_for))}")
    yield from map(_flat, criterion.notes)
    if not criterion.issuers:
        yield "Our rule, not the issuer's."
    if criterion.reading:
        yield f"Our reading: {_flat(criterion.reading)}"


def _lost(rubric: DescribedRubric) -> Iterator[str]:
    criteria = [criterion for part in rubric.parts for criterion in part.criteria]
    if checked := sum(bool(each.needs or each.must) for each in criteria):
        many = count(
            checked, "criterion that mcred-lint checks by itself is", "criteria that mcred-lint checks by itself are"
        )
        yield f"{many} for a person to rate in Canvas."
    yield (
        "Canvas adds the points up; this rubric never does: a part has the lowest level among its criteria. "
        'The points only keep the levels in order; tick "Remove points from rubric" in Canvas if you can.'
    )
    passing = {part.levels: part.passing for part in rubric.parts if part.passing}
    said = [f"{level} passes ({join_words(levels)})" for levels, level in passing.items()]
    yield f"Canvas does not know which level passes. Here {join_words(said)}."
    if blocking := [each.title for each in criteria if each.blocks]:
        yield f"In Canvas nothing blocks: {join_words(blocking)}."
    yield from _left_out(rubric)


def _left_out(rubric: DescribedRubric) -> Iterator[str]:
    advice = [each.title for part in rubric.parts for each in part.criteria if not any(_ratings(part, each))]
    if advice:
        yield f"Left out, because no level hangs on it: {'; '.join(advice)}."
