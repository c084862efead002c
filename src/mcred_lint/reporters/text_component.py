"""What an author has to do: the blockers, and each component with its reasons, its next step and advice."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import groupby

from mcred_lint.findings import (
    ComponentReport,
    ComponentStatus,
    CriterionReport,
    Finding,
    Severity,
    Status,
    SubmissionReport,
)
from mcred_lint.reporters.layout import Page, Row, Style, cells
from mcred_lint.reporters.phrases import (
    component_level,
    failed_blockers,
    inside,
    only_a_person_above,
    passes,
    reason_of,
    waived,
    where,
    with_notes,
)
from mcred_lint.sources.places import Place
from mcred_lint.wording import count, first_few, sentence

LIMIT = 8
BULLET = "-"
_BOX = "[ ]"


def show_blockers(page: Page, submission: SubmissionReport) -> None:
    """What has to be put right whatever the levels are."""
    blockers = failed_blockers(submission)
    if blockers:
        page.section("PUT THIS RIGHT FIRST")
    for blocker in blockers:
        page.gap()
        findings = _errors(submission, blocker.id)
        show_reason(page, blocker, findings)
        _show_boxes(page, dict.fromkeys(finding.fix for finding in findings if finding.fix))


def show_component(page: Page, submission: SubmissionReport, component: ComponentReport) -> None:
    """A passing component takes two lines and its advice, another one its reasons and its to-do list."""
    page.gap()
    page.heading(component.title)
    words = component_level(component)
    page.paragraph(words, indent=2, lead=_level_words(component), style=_style(component))
    above = only_a_person_above(component)
    if above:
        page.paragraph(above, indent=2)
    told = {blocker.id for blocker in failed_blockers(submission)}
    if component.status is not ComponentStatus.NOT_SUBMITTED:
        told |= _show_reasons(page, submission, component)
    elif component.next is not None:
        told |= {criterion.id for criterion in component.criteria}
    _show_next(page, component)
    _show_rest(page, [finding for finding in _not_waived(submission) if finding.component == component.id], told)


def _level_words(component: ComponentReport) -> str:
    return component.level or component_level(component).partition(";")[0].partition(":")[0]


def _style(component: ComponentReport) -> Style:
    if passes(component):
        return Style.GOOD
    return Style.OPEN if component.status is ComponentStatus.UNCHECKED else Style.BAD


def below_passing(component: ComponentReport) -> dict[str, list[CriterionReport]]:
    """The criteria that hold a component down, by their level, the lowest first."""
    levels = component.scale[: component.scale.index(component.passing)]
    judged = [row for row in component.criteria if row.status is Status.JUDGED and row.waived is None]
    return {level: rows for level in levels if (rows := [row for row in judged if row.level == level])}


def _show_reasons(page: Page, submission: SubmissionReport, component: ComponentReport) -> set[str]:
    """Returns the criteria that were told."""
    groups = {
        "Not submitted": [row for row in component.criteria if row.status is Status.NOT_SUBMITTED],
        "Not asked for": [row for row in component.criteria if row.status is Status.NOT_REQUIRED],
        "Could not be checked": _unchecked(component.criteria),
        **{_group_title(component, level): rows for level, rows in below_passing(component).items()},
    }
    for title, criteria in groups.items():
        _show_group(page, submission, title, criteria)
    return {criterion.id for criteria in groups.values() for criterion in criteria}


def _unchecked(criteria: Iterable[CriterionReport]) -> list[CriterionReport]:
    return [row for row in criteria if row.status is Status.UNCHECKED and row.waived is None]


def _not_waived(submission: SubmissionReport) -> list[Finding]:
    """All findings but those of waived criteria, which have a section of their own."""
    off = {row.id for row in waived(submission.all_criteria)}
    return [row for row in submission.findings if row.criterion not in off]


def _group_title(component: ComponentReport, level: str) -> str:
    if component.level is None:
        return f"{level} so far"
    return f"Why {level}" if level == component.level else f"Also only {level}"


SAME_REASON = 1
"""More criteria than this with one and the same reason are told together."""


def _show_group(page: Page, submission: SubmissionReport, title: str, criteria: Sequence[CriterionReport]) -> None:
    if criteria:
        page.gap()
        page.paragraph(f"{title}:", indent=2)
    for reason, alike in groupby(criteria, key=lambda criterion: criterion.reason):
        same = list(alike)
        if len(same) > SAME_REASON:
            page.paragraph(sentence(f"{count(len(same), 'criterion', 'criteria')}: {reason}"), indent=2, mark=BULLET)
            continue
        for criterion in same:
            show_reason(page, criterion, _errors(submission, criterion.id))


def show_reason(page: Page, criterion: CriterionReport, findings: Sequence[Finding]) -> None:
    """The reason with the places of findings that say the same; those that say more follow it."""
    same = [where(finding.place) for finding in findings if finding.place and _alike(finding.message, criterion.reason)]
    page.paragraph(reason_of(criterion, _first_places(same)), indent=2, mark=BULLET)
    more = [(finding.message, finding.place) for finding in findings if not _alike(finding.message, criterion.reason)]
    show_places(page, more, indent=4)


def _first_places(places: Iterable[str]) -> str:
    return first_few(list(dict.fromkeys(filter(None, places))), LIMIT)


def show_places(page: Page, rows: Sequence[tuple[str, Place | None]], indent: int) -> None:
    """The first few of a list with their places, and how many more there are."""
    # "and 1 more" would take the line that the one takes.
    shown = rows if len(rows) <= LIMIT + 1 else rows[:LIMIT]
    file = _long_file(page, [place for _, place in shown])
    if file:
        page.path(f"In {file}:", indent)
    page.places([Row(text, inside(place) if file else where(place)) for text, place in shown], indent)
    if len(shown) < len(rows):
        page.paragraph(f"and {len(rows) - len(shown)} more", indent)


def _long_file(page: Page, places: Sequence[Place | None]) -> str | None:
    """The one file of all places, where naming it with each would take too much room."""
    files = {place.file if place else None for place in places}
    longest = max((cells(where(place)) for place in places), default=0)
    return files.pop() if len(files) == 1 and len(places) > 1 and longest > page.width // 3 else None


def _show_next(page: Page, component: ComponentReport) -> None:
    step = component.next
    if step is None or not step.steps:
        return
    page.gap()
    enough = component.scale.index(step.level) >= component.scale.index(component.passing)
    lead = "To go on and" if passes(component) else "To" if enough else "First, to"
    page.paragraph(f"{lead} reach {step.level}:", indent=2)
    _show_boxes(page, step.steps)


def _show_boxes(page: Page, steps: Iterable[str]) -> None:
    for step in steps:
        page.paragraph(sentence(step), indent=2, mark=_BOX)


def show_other_findings(page: Page, submission: SubmissionReport) -> None:
    """What was noticed about the submission as a whole, or about a file that belongs to no component."""
    unchecked = _unchecked(submission.criteria)
    told = {row.id for row in (*failed_blockers(submission), *unchecked)}
    rest = [row for row in _not_waived(submission) if row.component is None]
    if unchecked or any(row.severity is not Severity.ERROR or row.criterion not in told for row in rest):
        page.section("THE SUBMISSION AS A WHOLE")
        _show_group(page, submission, "Could not be checked", unchecked)
        _show_rest(page, rest, told)


def _show_rest(page: Page, findings: Sequence[Finding], told: Container[str]) -> None:
    """Findings that no reason has told: problems, then advice, then notes."""
    untold = [row for row in findings if row.severity is not Severity.ERROR or row.criterion not in told]
    show_advice(page, "Problems", [row for row in untold if row.severity is Severity.ERROR])
    show_advice(page, "Advice", [row for row in untold if row.severity is Severity.WARNING])
    show_advice(page, "Worth knowing", [row for row in untold if row.severity is Severity.NOTE])


def show_advice(page: Page, title: str, findings: Sequence[Finding]) -> None:
    """What is said of several places is said once."""
    places: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        places.setdefault((finding.message, finding.fix), []).append(where(finding.place))
    if places:
        page.gap()
        page.paragraph(f"{title}:", indent=2)
    for (message, fix), found in list(places.items())[:LIMIT]:
        at = _first_places(place for place in found if place not in message)
        page.paragraph(f"{with_notes(message, at)} {sentence(fix)}", indent=2, mark=BULLET)
    if len(places) > LIMIT:
        page.paragraph(f"and {len(places) - LIMIT} more", indent=2, mark=BULLET)


def _errors(submission: SubmissionReport, criterion: str) -> list[Finding]:
    return [row for row in submission.findings if row.criterion == criterion and row.severity is Severity.ERROR]


def _alike(one: str, other: str) -> bool:
    return one.strip().rstrip(".").casefold() == other.strip().rstrip(".").casefold()
