"""One submission against one rubric: read, match, measure, judge, put together. Never prints, never decides an exit code."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from mcred_lint.document.blocks import Document
from mcred_lint.document.blocks import Severity as ProblemSeverity
from mcred_lint.findings import (
    ComponentReport,
    CriterionReport,
    FileUse,
    Finding,
    ReadFrom,
    Severity,
    Status,
    SubmissionReport,
    Waived,
)  # fmt: skip
from mcred_lint.judging.asked_for import asked_for, not_required
from mcred_lint.judging.component import component_not_required, component_not_submitted, component_report
from mcred_lint.judging.criterion import Judged, judged, not_submitted
from mcred_lint.judging.ladder import condition_holds
from mcred_lint.judging.submission import submission_level, submission_status
from mcred_lint.judging.telling import findings
from mcred_lint.judging.waivers import waived
from mcred_lint.matching.component import match_component
from mcred_lint.matching.content import ComponentContent
from mcred_lint.matching.materials.find import Folder
from mcred_lint.matching.recognition.recognise import Recognition, recognise
from mcred_lint.matching.specs import AnswersPlace
from mcred_lint.measures.conditions import Truth
from mcred_lint.measures.identity import hints
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Identity, Measure
from mcred_lint.measures.table import measure
from mcred_lint.measures.view import View
from mcred_lint.privacy import Masks, masked
from mcred_lint.reading_notes import reading_notes
from mcred_lint.rubric.model import Criterion, OnlyIf, Rubric, Scale
from mcred_lint.sources.places import Place
from mcred_lint.submission.discover import Submission
from mcred_lint.text.language import Language
from mcred_lint.text.words import count_words
from mcred_lint.waivers.waivers import NO_WAIVERS, Waivers

_JUDGED = (Status.JUDGED, Status.ADVICE, Status.NOT_REQUIRED)

SHORT_SENTENCE_WORDS = 4
"""The same of a line that ends as a sentence does."""
SENTENCE_WORDS = 8
"""A line with so many words says something; a shorter one may be a label or a cell of an empty template."""


def check(
    submission: Submission,
    rubric: Rubric,
    language: Language,
    reference_year: int | None = None,
    waivers: Waivers = NO_WAIVERS,
) -> SubmissionReport:
    """The report on one submission."""
    return _Check(submission, rubric, language, reference_year, waivers).report()


class _Check:
    """One run over one submission."""

    def __init__(
        self,
        submission: Submission,
        rubric: Rubric,
        language: Language,
        reference_year: int | None,
        waivers: Waivers,
    ) -> None:
        self.submission, self.rubric, self.language, self.reference_year = submission, rubric, language, reference_year
        self.waivers = waivers
        self.documents = submission.documents
        self.known: dict[Hashable, object] = {}
        self.recognition: Recognition = recognise(self.documents, rubric.components, rubric.containers, language)
        folder = Folder({document.path: document for document in self.documents})
        self.contents: Mapping[str, ComponentContent] = {
            key: match_component(key, component, self.recognition.of(key), folder, language)
            for key, component in rubric.components.items()
        }

    def report(self) -> SubmissionReport:
        components: list[ComponentReport] = []
        found: list[Finding] = []
        for key in self.rubric.components:
            component, its_findings = self._component(key)
            components.append(component)
            found += its_findings
        whole, whole_findings = self._whole()
        criteria = [criterion for component in components for criterion in component.criteria] + whole
        vain = self.waivers.of_submission(self.submission.id, criteria)
        report = SubmissionReport(
            id=self.submission.id, digest=self.submission.digest, status=submission_status(components, whole), level=submission_level(components, self.rubric),
            judged=sum(criterion.status in _JUDGED for criterion in criteria), criteria_total=len(criteria), files=tuple(self._files()),
            components=tuple(components), criteria=tuple(whole), findings=numbered([*whole_findings, *found, *self._file_findings(), *vain]),
            reading=tuple(reading_notes(self.contents, self.recognition, self.rubric)),
        )  # fmt: skip
        return masked(report, self._masks())

    # ---- components --------------------------------------------------------------------------------------------------

    def _view(self, component: str) -> View:
        return View(
            component,
            self.contents,
            self.rubric.components,
            self.documents,
            self.language,
            self.reference_year,
            self.known,
        )

    def _component(self, key: str) -> tuple[ComponentReport, list[Finding]]:
        component, scale, view = self.rubric.components[key], self.rubric.scale_of(key), self._view(key)
        if component.only_if is not None and self._is_excused(component.only_if, view):
            because = component.only_if.otherwise
            reports = tuple(not_required(f"{key}.{name}", each, because) for name, each in component.criteria.items())
            return component_not_required(key, component, scale, reports, self._read_from(key)), []
        unread = self._unreadable(key) or self._perhaps_unread(key)
        submitted = self._submitted(key, view)
        if not submitted and not unread:
            reports = tuple(not_submitted(f"{key}.{name}", criterion) for name, criterion in component.criteria.items())
            return component_not_submitted(key, component, scale, reports), [self._missing(key, component.title)]
        criteria = [
            self._judged(f"{key}.{name}", criterion, view, scale, unread)
            for name, criterion in component.criteria.items()
        ]
        closest = view.component_place(key) or self._stray()
        found = [finding for one in criteria for finding in findings(one, key, scale, closest)]
        if not submitted:  # nothing could be read, so there is nothing to advise on
            found = [finding for finding in found if finding.severity is Severity.ERROR]
        return component_report(key, component, scale, criteria, self._read_from(key)), found

    def _is_excused(self, only_if: OnlyIf, view: View) -> bool:
        """Whether something is plainly not asked for."""
        return condition_holds(only_if, measure(only_if.measure, view)) is Truth.NO

    def _judged(
        self, id_: str, criterion: Criterion, view: View, scale: Scale | None, unsure: str | None = None
    ) -> Judged:
        one = judged(id_, criterion, self._measured(criterion, view), scale, unsure)
        only_if = criterion.only_if
        if only_if is not None:
            one = asked_for(one, only_if, measure(only_if.measure, view), scale)
        return waived(one, self._waiver(id_), scale)

    def _measured(self, criterion: Criterion, view: View) -> dict[str, Measurement]:
        specs: dict[str, Measure] = {**criterion.all_measures, **({"it": criterion.help} if criterion.help else {})}
        return {name: measure(spec, view) for name, spec in specs.items()}

    def _waiver(self, criterion: str) -> Waived | None:
        return self.waivers.waived(criterion, self.submission.id)

    def _submitted(self, key: str, view: View) -> bool:
        """Whether anything of the author's stands in it. Where no prompts are answered, a sentence about it is something too."""
        if self.contents[key].submitted:
            return True
        asks = any(isinstance(place, AnswersPlace) for place in self.rubric.components[key].places.values())
        return not asks and any(_says_something(text.string) for text in view.texts("component"))

    def _unreadable(self, key: str) -> str | None:
        """Why part of what the component's names claim could not be read."""
        files = {claim.passage.file for claim in self.recognition.of(key)}
        for document in self.documents:
            if document.path in files and _unread(document):
                return f"{document.path} could not be read"
        return None

    def _perhaps_unread(self, key: str) -> str | None:
        """A component that nothing announces may stand in a file that could not be read."""
        if self.recognition.of(key):
            return None
        stray = self._stray()
        return f"nothing announces it, but {stray.file}, which could not be read, may hold it" if stray else None

    def _stray(self) -> Place | None:
        """The first file that could not be read and that no name gives to a component."""
        claimed = {claim.passage.file for claim in self.recognition.claims}
        stray = (document.path for document in self.documents if document.unreadable and document.path not in claimed)
        return next(map(Place, stray), None)

    def _missing(self, key: str, title: str) -> Finding:
        """That nothing was handed in for a component: where its heading or file is there, what is lacking is below it."""
        claims, place = self.recognition.of(key), self._nearest(key)
        step = f'Hand in "{title}", as a file or under a heading with that name.'
        if claims:
            place = self._view(key).component_place(key) or Place(claims[0].passage.file)
            step = "Nothing that belongs to it was found here yet: write it below this heading, or into this file."
        return Finding("", key, key, Severity.ERROR, f"{title}: not submitted.", step, place)

    def _nearest(self, key: str) -> Place | None:
        """Where a missing component would stand: behind the one before it."""
        keys = list(self.rubric.components)
        for other in reversed(keys[: keys.index(key)]):
            place = self._view(other).component_place(other)
            if place is not None:
                return place
        return Place(self.documents[0].path) if self.documents else None

    def _read_from(self, key: str) -> tuple[ReadFrom, ...]:
        found = []
        for claim in self.recognition.of(key):
            line = (
                claim.passage.heading.place.line
                if claim.passage.heading
                else next((block.place.line for block in claim.passage.blocks), None)
            )
            found.append(ReadFrom(claim.passage.file, line, claim.by, claim.note))
        return tuple(dict.fromkeys(found))

    # ---- the submission as a whole -----------------------------------------------------------------------------------

    def _whole(self) -> tuple[list[CriterionReport], list[Finding]]:
        view = self._view(next(iter(self.rubric.components)))
        criteria: list[Judged] = []
        found: list[Finding] = []
        for name, criterion in self.rubric.submission.criteria.items():
            one = self._judged(name, criterion, view, None)
            criteria.append(one)
            found += findings(one, None, None, None)
        return [one.report for one in criteria], found

    def _masks(self) -> Masks:
        """Every value that identifies somebody for certain, with what is shown instead."""
        view = self._view(next(iter(self.rubric.components)))
        specs = [
            spec
            for criterion in self.rubric.submission.criteria.values()
            for spec in criterion.all_measures.values()
            if isinstance(spec, Identity)
        ]
        return Masks.of(found.value for spec in specs for found in hints(spec, view))

    # ---- files -------------------------------------------------------------------------------------------------------

    def _files(self) -> Iterator[FileUse]:
        used: dict[str, list[str]] = {}
        for claim in self.recognition.claims:
            used.setdefault(claim.passage.file, []).append(claim.component)
        for key, content in self.contents.items():
            for found in content.places.values():
                for material in getattr(found, "materials", ()):
                    if material.kind == "file":
                        used.setdefault(material.place.file, []).append(key)
        for document in self.documents:
            components = tuple(dict.fromkeys(used.get(document.path, ())))
            yield FileUse(document.path, components, None if components else self._why_ignored(document))
        yield from (FileUse(path, (), reason) for path, reason in self.submission.skipped)

    def _why_ignored(self, document: Document) -> str:
        if document.path in self.recognition.ignored:
            return self.recognition.ignored[document.path]
        if document.unreadable:
            return "it could not be read, and its name says nothing about what it is"
        if not document.blocks:
            return "there is no text in it, and its name says nothing about what it is"
        return "neither its name, its headings nor its content say which part it is"

    def _file_findings(self) -> Iterator[Finding]:
        used = {claim.passage.file for claim in self.recognition.claims}
        for document in self.documents:
            for problem in document.problems:
                severity = Severity.NOTE
                if document.path in used and problem.severity is not ProblemSeverity.NOTE:
                    severity = Severity.ERROR if problem.severity is ProblemSeverity.UNREADABLE else Severity.WARNING
                yield Finding("", "file", None, severity, problem.message, problem.hint, problem.place)


def _says_something(text: str) -> bool:
    """Whether a line is a sentence, and not a label or a cell of an empty template."""
    words = count_words(text)
    return words >= SENTENCE_WORDS or (words >= SHORT_SENTENCE_WORDS and text.rstrip().endswith((".", "!")))


def _unread(document: Document) -> bool:
    """Whether there is something in a file that no reader could take: a scan, a recording, a picture, a broken file."""
    return document.unreadable or (not document.blocks and document.size > 0)


def numbered(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings with ids that do not depend on lines, so that an edit above does not make a finding new."""
    seen: dict[str, int] = {}
    told = []
    for finding in found:
        key = f"{finding.criterion}|{finding.severity}|{finding.message}|{finding.place.file if finding.place else ''}"
        seen[key] = seen.get(key, 0) + 1
        digest = hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:16]
        told.append(replace(finding, id=digest))
    return tuple(told)
