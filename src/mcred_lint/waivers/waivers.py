"""Which waiver holds for which criterion of which submission, on the reference date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from mcred_lint.findings import CriterionReport, Finding, Severity, Status, Waived, WaiversUsed
from mcred_lint.sources.places import Place

ALL = "*"
"""In place of a submission: every one."""
KIND = "waivers"
"""Stands for a criterion in findings about the file of waivers."""
_NOT_CHECKED = "no reference date was given, so this was not checked"
_NOT_NEEDED = "Take it out if it is no longer needed."


@dataclass(frozen=True, slots=True)
class Waiver:
    """One criterion let off, for one submission or for all. place: in its file."""

    criterion: str
    submission: str
    reason: str
    by: str
    until: date | None
    place: Place


@dataclass(frozen=True)
class Waivers:
    """The waivers of one file. reference: the day on which they have to hold; None where none was given."""

    file: str = ""
    digest: str = ""
    entries: tuple[Waiver, ...] = ()
    reference: date | None = None

    @property
    def used(self) -> WaiversUsed:
        """What a report says of the file."""
        return WaiversUsed(self.file, self.digest, len(self.entries))

    def waived(self, criterion: str, submission: str) -> Waived | None:
        """The waiver that holds for a criterion; one that names the submission comes before one for all."""
        holding = [one for one in self.entries if one.criterion == criterion and not self._expired(one)]
        mine = [one for one in holding if _names(one, submission)]
        for_all = [one for one in holding if one.submission == ALL]
        return next(map(self._as_told, (*mine, *for_all)), None)

    def of_submission(self, submission: str, criteria: Iterable[CriterionReport]) -> Iterator[Finding]:
        """A warning for each waiver that names this submission and was not used."""
        rows = {row.id: row for row in criteria}
        for one in self.entries:
            if _names(one, submission) and not _is_used(one, rows.values()):
                missing = rows[one.criterion].status is Status.NOT_SUBMITTED
                yield self._not_used(one, *(_NOT_SUBMITTED if missing else _NOTHING_TO_WAIVE))

    def of_run(self, submissions: Iterable[str], criteria: Iterable[CriterionReport]) -> Iterator[Finding]:
        """A warning for each waiver that names no submission of the run, or is for all, and was used in none."""
        names, rows = tuple(submissions), tuple(criteria)
        for one in self.entries:
            for_all = one.submission == ALL
            if not any(_names(one, name) for name in names) and not _is_used(one, rows):
                yield self._not_used(one, *(_NOTHING_IN_ANY if for_all else _NOBODY))

    def _expired(self, one: Waiver) -> bool:
        until = one.until
        return until is not None and self.reference is not None and until < self.reference

    def _as_told(self, one: Waiver) -> Waived:
        until = one.until.isoformat() if one.until else None
        note = _NOT_CHECKED if until and self.reference is None else None
        return Waived(one.reason, one.by, until, note, one.place)

    def _not_used(self, one: Waiver, why: str, fix: str) -> Finding:
        if self._expired(one):
            why = f"it ended on {one.until}, before the reference date {self.reference}"
            fix = "Write a later day if it still holds, or take it out."
        message = f"The waiver for {one.criterion} was not used: {why}."
        return Finding("", KIND, None, Severity.WARNING, message, fix, one.place)


NO_WAIVERS = Waivers()

_NOT_SUBMITTED = ("its component was not submitted, and a waiver does not stand in for that", _NOT_NEEDED)
_NOTHING_TO_WAIVE = ("the criterion holds nothing back here", _NOT_NEEDED)
_NOTHING_IN_ANY = ("the criterion holds nothing back in any submission that was checked", _NOT_NEEDED)
_NOBODY = (
    "no submission that was checked has the name it gives",
    "Check how the name is written, or leave it for the run that checks that submission.",
)


def same_name(name: str) -> str:
    """A name as it is compared: some systems write an accented letter as two characters."""
    return normalize("NFC", name)


def _names(one: Waiver, submission: str) -> bool:
    return same_name(one.submission) == same_name(submission)


def _is_used(one: Waiver, criteria: Iterable[CriterionReport]) -> bool:
    # A report masks names, those of files too; the lines in the file of waivers it leaves alone.
    used = (row.waived.place for row in criteria if row.waived and row.waived.place)
    return any((place.line, place.column) == (one.place.line, one.place.column) for place in used)
