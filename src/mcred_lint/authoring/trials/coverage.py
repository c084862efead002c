"""Which criteria the cases have seen both met and not met.

Only what a case pins down counts: a criterion whose level or findings it names, all of a component that it expects at its top
level or not submitted, all that gives a level in a submission that it expects to be ready. What merely happens in a
submission is not tried: a wrong reading of it would go unnoticed. A case that did not come as expected shows nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from mcred_lint.authoring.trials.cases import MET, NOT_MET, Expect
from mcred_lint.authoring.trials.compare import is_grave, outcome
from mcred_lint.authoring.trials.trial import Outcome
from mcred_lint.findings import Basis, Certainty, CriterionReport, Severity, Status, SubmissionReport
from mcred_lint.rubric.model import Criterion, Rubric, Scale
from mcred_lint.rubric.outcomes import criteria_of, level_when_met, possible_levels

NO_ADVICE, ADVICE_GIVEN = "no advice", "advice given"
"""What becomes of a criterion that only advises."""
MISSING, UNCHECKED = str(Status.NOT_SUBMITTED), str(Status.UNCHECKED)


@dataclass(frozen=True)
class Seen:
    """How often the cases have seen each thing that can become of a criterion."""

    id: str
    when_met: tuple[str, ...]
    otherwise: tuple[str, ...]
    counts: Counter[str]
    """By level or other outcome; `not submitted` and `could not be checked` too."""

    @property
    def met(self) -> bool:
        return any(self.counts[each] for each in self.when_met)

    @property
    def not_met(self) -> bool:
        return any(self.counts[each] for each in self.otherwise)


def coverage(rubric: Rubric, outcomes: Iterable[Outcome]) -> tuple[Seen, ...]:
    """What the cases have seen of every criterion that is not for a person, in the rubric's order."""
    counts: dict[str, Counter[str]] = {}
    for one in outcomes:
        if one.as_expected:
            for id_, what in _shown(one, rubric):
                counts.setdefault(id_, Counter())[what] += 1
    return tuple(
        Seen(id_, *_sides(criterion, rubric.scale_of(component) if component else None), counts.get(id_, Counter()))
        for id_, (component, criterion) in criteria_of(rubric).items()
        if criterion.basis is not Basis.PERSON
    )


def _sides(criterion: Criterion, scale: Scale | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The outcomes that count as met, and those that count as not met; the best first."""
    if criterion.must is not None:
        return (MET,), (NOT_MET,)
    if not criterion.ladder or scale is None:
        return (NO_ADVICE,), (ADVICE_GIVEN,)
    possible = possible_levels(criterion, scale)
    first = possible.index(level_when_met(criterion, scale))
    return tuple(reversed(possible[first:])), tuple(reversed(possible[:first]))


def _shown(one: Outcome, rubric: Rubric) -> Iterator[tuple[str, str]]:
    """(criterion, what became of it) for all that the case pins down."""
    graded, advised, settled = *_named(one.trial.expect), _settled(one.trial.expect, rubric)
    grave = {finding.criterion for finding in one.report.findings if is_grave(finding)}
    for component, each in _criteria(one.report):
        if each.status is not Status.ADVICE and (each.id in graded or component in settled):
            yield each.id, outcome(each)
        if each.status is Status.ADVICE and each.id in advised:
            yield each.id, _advice(each, grave)


def _named(expect: Expect) -> tuple[set[str], set[str]]:
    """The criteria whose level a case pins down, and those whose advice; a quantity alone decides neither."""
    holding = {each.criterion for each in expect.findings if each.severity in (None, Severity.ERROR)}
    told = {each.criterion for each in expect.findings}
    return {*expect.levels, *expect.no_findings} | holding, {*expect.no_findings} | told


def _advice(each: CriterionReport, grave: Collection[str]) -> str:
    """Where there was nothing to measure, that nothing is advised shows nothing."""
    if each.id in grave:
        return ADVICE_GIVEN
    return NO_ADVICE if each.certainty is Certainty.SURE else UNCHECKED


def _settled(expect: Expect, rubric: Rubric) -> set[str | None]:
    """The components (None for what blocks the whole) in which the expected level leaves no choice to any criterion."""
    if expect.ready:
        return {None, *rubric.components}
    levels = {id_: level for id_, level in expect.levels.items() if id_ in rubric.components}
    return {id_ for id_, level in levels.items() if level in (MISSING, rubric.scale_of(id_).levels[-1])}


def _criteria(report: SubmissionReport) -> Iterator[tuple[str | None, CriterionReport]]:
    """(component, criterion); of the whole, a criterion that does not block belongs to nothing that could be settled."""
    for component in report.components:
        yield from ((component.id, one) for one in component.criteria)
    yield from ((None if one.blocks else one.id, one) for one in report.criteria)
