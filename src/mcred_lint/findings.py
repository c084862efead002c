"""What a check found: frozen data, complete enough that no reporter looks back.

The shapes follow the JSON report (format version 1) one to one; wording is done when these are made, so reporters only lay out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from mcred_lint.sources.places import Place


class Basis(StrEnum):
    """How a criterion is decided."""

    COUNTED = "counted"
    INFERRED = "inferred"
    PERSON = "person"


class Status(StrEnum):
    """What became of one criterion."""

    JUDGED = "judged"
    NOT_SUBMITTED = "not submitted"
    UNCHECKED = "could not be checked"
    PERSON = "for a person"
    ADVICE = "advice only"
    NOT_REQUIRED = "not required"


class ComponentStatus(StrEnum):
    JUDGED = "judged"
    NOT_SUBMITTED = "not submitted"
    UNCHECKED = "could not be checked"
    NOT_REQUIRED = "not required"


class SubmissionStatus(StrEnum):
    READY = "ready"
    NOT_READY = "not ready"
    INCOMPLETE = "incomplete"
    UNCHECKED = "could not be checked"


class Severity(StrEnum):
    """error: holds a level down or blocks; warning: advice; note: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Certainty(StrEnum):
    SURE = "sure"
    UNCLEAR = "unclear"


class RecognisedBy(StrEnum):
    DECLARATION = "declaration"
    NAME = "name"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing behind a number. `text` is at most a short line and already masked; `value` is its share of the
    number (minutes, words), `note` what was decided about it ("the same address as entry 2")."""

    text: str
    place: Place | None = None
    value: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity as reported: `low` equals `high` when it is certain; `high` None means no upper end is known.

    items: what was counted. left_out: what was seen and not counted, each with its note (breaks, duplicates, options).
    """

    low: float
    high: float | None
    unit: str
    items: tuple[Item, ...] = ()
    left_out: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One rung of a ladder in words and numbers."""

    level: str
    text: str
    thresholds: tuple[tuple[str, float], ...] = ()
    """(name, number) pairs, such as ("at_least", 5.0)."""


@dataclass(frozen=True, slots=True)
class Waived:
    """The waiver under which a criterion holds nothing back.

    until: the last day on which it holds, year-month-day. note: what could not be told about it. place: in its file.
    """

    reason: str
    by: str
    until: str | None = None
    note: str | None = None
    place: Place | None = None

    @property
    def in_words(self) -> str:
        """Who waived it, until when and why: "waived by the dean until 2026-12-31: agreed in May"."""
        until = f" until {self.until}" if self.until else ""
        note = f" ({self.note})" if self.note else ""
        return f"waived by {self.by}{until}{note}: {self.reason}"


@dataclass(frozen=True, slots=True)
class CriterionReport:
    """One criterion of one component, or of the submission as a whole (then `blocks` may be true)."""

    id: str
    title: str
    basis: Basis
    status: Status
    reason: str
    """One or two plain sentences: what was found, what is needed."""
    level: str | None = None
    certainty: Certainty = Certainty.SURE
    measured: Measured | None = None
    required: tuple[Requirement, ...] = ()
    set_by: str = "issuer"
    reading: str | None = None
    blocks: bool = False
    """A blocking criterion: while it fails, the submission is not ready."""
    failed: bool = False
    """For a blocking criterion: it fails."""
    waived: Waived | None = None
    """The waiver that was used. The level, the status and the reason stay what they are without it."""

    @property
    def blocking(self) -> bool:
        """Whether the submission is not ready because of it."""
        return self.blocks and self.failed and self.waived is None


@dataclass(frozen=True, slots=True)
class ReadFrom:
    file: str
    line: int | None
    recognised_by: RecognisedBy
    note: str | None = None
    """How it was recognised, in words ('heading "Artifact 1: Research"')."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The smallest set of changes that lifts a component by one level."""

    level: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell the author, with its place.

    id: a stable fingerprint that survives edits elsewhere in the file. message: what is; fix: what to do.
    """

    id: str
    criterion: str
    component: str | None
    severity: Severity
    message: str
    fix: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class ComponentReport:
    id: str
    title: str
    scale: tuple[str, ...]
    """Lowest level first."""
    passing: str
    status: ComponentStatus
    level: str | None
    at_most: str | None
    """The best level it could have, when its level could not be told."""
    read_from: tuple[ReadFrom, ...]
    next: NextStep | None
    criteria: tuple[CriterionReport, ...]

    @property
    def passes(self) -> bool:
        """At its passing level, or not asked for. What was not handed in does not pass, even where the lowest level would."""
        if self.status is not ComponentStatus.JUDGED:
            return self.status is ComponentStatus.NOT_REQUIRED
        return self.level is not None and self.scale.index(self.level) >= self.scale.index(self.passing)


@dataclass(frozen=True, slots=True)
class FileUse:
    path: str
    used_for: tuple[str, ...] = ()
    ignored_because: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """One line of `--show-reading`: what was read, as what, and why. `depth` indents."""

    text: str
    place: Place | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class SubmissionReport:
    id: str
    digest: str
    status: SubmissionStatus
    level: str | None
    judged: int
    criteria_total: int
    files: tuple[FileUse, ...]
    components: tuple[ComponentReport, ...]
    criteria: tuple[CriterionReport, ...]
    """Those of the submission as a whole."""
    findings: tuple[Finding, ...]
    error: str | None = None
    reading: tuple[ReadingNote, ...] = field(default=(), repr=False)
    """How the folder was understood; only shown on request."""

    @property
    def all_criteria(self) -> tuple[CriterionReport, ...]:
        """Those of the components and those of the submission as a whole."""
        return (*(row for part in self.components for row in part.criteria), *self.criteria)

    @property
    def ready(self) -> bool:
        return self.status is SubmissionStatus.READY


@dataclass(frozen=True, slots=True)
class RubricUsed:
    id: str
    version: str
    title: str
    digest: str
    chosen_by: str
    """option, config, declaration or default."""


@dataclass(frozen=True, slots=True)
class WaiversUsed:
    """The file of waivers of a run, and how many waivers stand in it."""

    file: str
    digest: str
    number: int


@dataclass(frozen=True, slots=True)
class Options:
    """What influenced the result, so that a report can be made again."""

    fail_under: str | None = None
    reference_date: str | None = None
    waivers: WaiversUsed | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One run: a single submission is a screening of one."""

    tool_version: str
    rubric: RubricUsed
    options: Options
    submissions: tuple[SubmissionReport, ...]
    findings: tuple[Finding, ...] = ()
    """What belongs to no single submission, such as a waiver that was not used in any."""
