"""The JSON report, a contract with other tools: format version 1, described in `report.schema.json` beside this file.

Names and their order stay; keys may be added. Every criterion of the rubric stands in every submission.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mcred_lint.findings import (
    ComponentReport,
    ComponentStatus,
    CriterionReport,
    FileUse,
    Finding,
    Item,
    Measured,
    ReadFrom,
    Report,
    Requirement,
    SubmissionReport,
    SubmissionStatus,
    Waived,
    WaiversUsed,
)
from mcred_lint.reporters.escape import json_text, plain_number
from mcred_lint.sources.places import Place

FORMAT = "mcred-lint/report"
FORMAT_VERSION = 1

Json = dict[str, object]


def render(report: Report) -> str:
    """The report as indented JSON with a line end."""
    return json_text(report_data(report)) + "\n"


def report_data(report: Report) -> Json:
    """The whole report as JSON knows it: only dictionaries, lists, texts, numbers, booleans and None."""
    return {
        **header_data(report),
        "submissions": [submission_data(submission) for submission in report.submissions],
        "summary": _summary(report.submissions),
        "findings": [_finding(finding) for finding in report.findings],
    }


def header_data(report: Report) -> Json:
    """What is said once for all submissions."""
    rubric = report.rubric
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "tool": {"name": "mcred-lint", "version": report.tool_version},
        "rubric": {
            "id": rubric.id,
            "version": rubric.version,
            "title": rubric.title,
            "digest": rubric.digest,
            "chosen_by": rubric.chosen_by,
        },
        "options": {
            "fail_under": report.options.fail_under,
            "reference_date": report.options.reference_date,
            "waivers": _waivers(report.options.waivers),
        },
    }


def _waivers(used: WaiversUsed | None) -> Json | None:
    return None if used is None else {"file": used.file, "digest": used.digest, "number": used.number}


def submission_data(submission: SubmissionReport) -> Json:
    return {
        "id": submission.id,
        "digest": submission.digest,
        "status": submission.status.value,
        "ready": submission.ready,
        "level": submission.level,
        "judged": submission.judged,
        "criteria_total": submission.criteria_total,
        "files": [_file(file) for file in submission.files],
        "components": [_component(component) for component in submission.components],
        "criteria": [_criterion_of_whole(criterion) for criterion in submission.criteria],
        "findings": [_finding(finding) for finding in submission.findings],
        "error": submission.error,
    }


def _file(file: FileUse) -> Json:
    return {"path": file.path, "used_for": list(file.used_for), "ignored_because": file.ignored_because}


def _component(component: ComponentReport) -> Json:
    step = component.next
    return {
        "id": component.id,
        "title": component.title,
        "scale": list(component.scale),
        "passing": component.passing,
        "status": component.status.value,
        "level": component.level,
        "at_most": component.at_most,
        "read_from": [_read_from(source) for source in component.read_from],
        "to_next_level": None if step is None else {"level": step.level, "steps": list(step.steps)},
        "criteria": [_criterion(criterion) for criterion in component.criteria],
    }


def _read_from(source: ReadFrom) -> Json:
    return {
        "file": source.file,
        "line": source.line,
        "recognised_by": source.recognised_by.value,
        "note": source.note,
    }


def _criterion(criterion: CriterionReport) -> Json:
    return {
        "id": criterion.id,
        "title": criterion.title,
        "basis": criterion.basis.value,
        "status": criterion.status.value,
        "level": criterion.level,
        "certainty": criterion.certainty.value,
        "measured": _measured(criterion.measured),
        "required": [_requirement(requirement) for requirement in criterion.required],
        "set_by": criterion.set_by,
        "reason": criterion.reason,
        "reading": criterion.reading,
        "waived": _waived(criterion.waived),
        "manual": None,
    }


def _waived(waived: Waived | None) -> Json | None:
    if waived is None:
        return None
    return {
        "reason": waived.reason,
        "by": waived.by,
        "until": waived.until,
        "note": waived.note,
        "file": waived.place and waived.place.file,
        "line": waived.place and waived.place.line,
    }


def _criterion_of_whole(criterion: CriterionReport) -> Json:
    return {**_criterion(criterion), "blocks": criterion.blocks, "failed": criterion.failed}


def _measured(measured: Measured | None) -> Json | None:
    if measured is None:
        return None
    low = plain_number(measured.low)
    return {
        **({"value": low} if measured.low == measured.high else {"low": low, "high": plain_number(measured.high)}),
        "unit": measured.unit,
        "items": [_item(item) for item in measured.items],
        "left_out": [_item(item) for item in measured.left_out],
    }


def _item(item: Item) -> Json:
    place = item.place
    known = {"value": plain_number(item.value), "note": item.note}
    return {
        "text": item.text,
        "file": place and place.file,
        "line": place and place.line,
        "column": place and place.column,
        "place": place and place.label,
        **{key: value for key, value in known.items() if value is not None},
    }


def _requirement(requirement: Requirement) -> Json:
    thresholds = {name: plain_number(value) for name, value in requirement.thresholds}
    return {"level": requirement.level, "text": requirement.text, **thresholds}


def _finding(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "criterion": finding.criterion,
        "component": finding.component,
        "severity": finding.severity.value,
        "message": finding.message,
        "fix": finding.fix,
        **_span(finding.place),
    }


def _span(place: Place | None) -> Json:
    return {
        "file": place and place.file,
        "line": place and place.line,
        "column": place and place.column,
        "end_line": place and place.end_line,
        "end_column": place and place.end_column,
        "place": place and place.label,
    }


def _summary(submissions: Iterable[SubmissionReport]) -> Json:
    found = list(submissions)
    statuses = Counter(submission.status for submission in found)
    return {
        "submissions": len(found),
        "ready": statuses[SubmissionStatus.READY],
        "not_ready": statuses[SubmissionStatus.NOT_READY],
        "incomplete": statuses[SubmissionStatus.INCOMPLETE],
        "could_not_be_checked": statuses[SubmissionStatus.UNCHECKED],
        "by_component": _by_component(component for submission in found for component in submission.components),
        "waived": sum(criterion.waived is not None for submission in found for criterion in submission.all_criteria),
    }


def _by_component(components: Iterable[ComponentReport]) -> dict[str, dict[str, int]]:
    """How many submissions have each component at each level, the lowest first; what has no level by its status."""
    counts: dict[str, dict[str, int]] = {}
    for component in components:
        empty = (*component.scale, ComponentStatus.NOT_SUBMITTED.value, ComponentStatus.UNCHECKED.value)
        row = counts.setdefault(component.id, dict.fromkeys(empty, 0))
        level = component.level if component.status is ComponentStatus.JUDGED else None
        key = level or component.status.value
        row[key] = row.get(key, 0) + 1
    return counts
