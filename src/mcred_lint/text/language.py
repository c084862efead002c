"""The words of the language itself, shipped as one data file that rubrics extend; English for now."""

from __future__ import annotations

from dataclasses import dataclass

from mcred_lint.text.durations import DurationWords
from mcred_lint.text.forms import FormWords
from mcred_lint.text.general import GeneralWords
from mcred_lint.text.identity import IdentityWords
from mcred_lint.text.placeholders import PlaceholderWords
from mcred_lint.text.years import SpanWords

__all__ = ["GeneralWords", "Language"]


@dataclass(frozen=True)
class Language:
    """All of them, one part for each task."""

    durations: DurationWords
    identity: IdentityWords
    placeholders: PlaceholderWords
    forms: FormWords
    spans: SpanWords
    general: GeneralWords
