"""Submissions that were made from the rubric itself, as trials beside the written cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from mcred_lint.authoring.trials.cases import Expect
from mcred_lint.authoring.trials.trial import Trial
from mcred_lint.submission.texts import submission_of
from mcred_lint.text.language import Language


class Made(Protocol):
    """A submission made so that one criterion gets one level. files: its texts by name."""

    @property
    def criterion(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def files(self) -> Mapping[str, str]: ...
    @property
    def why(self) -> str: ...
    @property
    def reference_year(self) -> int | None: ...


def made_trials(made: Iterable[Made], language: Language) -> Iterator[Trial]:
    """One trial for each: the criterion that it was made for gets the level that it was made for."""
    for each in made:
        name = f"made for {each.criterion}: {each.level} ({each.why})"
        yield Trial(
            name,
            submission_of(name, each.files, language),
            Expect.model_validate({"levels": {each.criterion: each.level}}),
            reference_year=each.reference_year,
        )
