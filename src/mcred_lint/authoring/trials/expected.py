"""What a case may expect of a component or criterion: the ids there are, and the words that are possible for each."""

from __future__ import annotations

from mcred_lint.authoring.trials.cases import MET, NOT_MET
from mcred_lint.findings import Basis, ComponentStatus, Status
from mcred_lint.rubric.model import Criterion, Rubric
from mcred_lint.rubric.outcomes import criteria_of, possible_levels

FILE = "file"
"""Whose the findings on files are that could not be read."""


class Possible:
    """The ids of a rubric, and what can be expected of each."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.criteria = criteria_of(rubric)
        self.ids = (*rubric.components, *self.criteria)
        self.with_findings = (*self.ids, FILE)
        self.measured = tuple(id_ for id_, (_, one) in self.criteria.items() if one.all_measures or one.help)

    def of(self, id_: str) -> tuple[str, ...]:
        """The levels and statuses that a component or criterion can have."""
        if id_ in self.rubric.components:
            statuses = (ComponentStatus.NOT_SUBMITTED, ComponentStatus.UNCHECKED)
            return (*reversed(self.rubric.scale_of(id_).levels), *map(str, statuses), *self._not_asked_for(id_))
        component, criterion = self.criteria[id_]
        missing = () if component is None else (Status.NOT_SUBMITTED,)
        judged = self._judged(component, criterion)
        return (*map(str, (*judged, *missing)), *self._not_asked_for(component, criterion))

    def _not_asked_for(self, component: str | None, criterion: Criterion | None = None) -> tuple[str, ...]:
        """What becomes of what is asked for under a condition only, its component's or its own."""
        part = None if component is None else self.rubric.components[component]
        conditions = (one.only_if for one in (part, criterion) if one is not None)
        return (str(Status.NOT_REQUIRED),) if any(conditions) else ()

    def _judged(self, component: str | None, criterion: Criterion) -> tuple[str, ...]:
        if criterion.basis is Basis.PERSON:
            return (Status.PERSON,)
        if criterion.must is not None:
            return (MET, NOT_MET, Status.UNCHECKED)
        if not criterion.ladder or component is None:
            return (Status.ADVICE,)
        levels = reversed(possible_levels(criterion, self.rubric.scale_of(component)))
        unclear = (Status.PERSON,) if criterion.basis is Basis.INFERRED else ()
        return (*levels, *unclear, Status.UNCHECKED)
