"""The report a teacher reads in a terminal: the verdict, what to do, the weakest part first, then what it rests on."""

from __future__ import annotations

from mcred_lint.findings import Report, SubmissionReport, SubmissionStatus
from mcred_lint.reporters import reading
from mcred_lint.reporters.layout import Page, Style
from mcred_lint.reporters.phrases import (
    component_level,
    failed_blockers,
    how_chosen,
    how_judged,
    passes,
    summary,
    verdict,
    verdict_word,
    weakest_first,
)
from mcred_lint.reporters.text_basis import show_basis
from mcred_lint.reporters.text_component import (
    BULLET,
    show_blockers,
    show_component,
    show_other_findings,
)
from mcred_lint.reporters.text_waived import show_unused, show_waived
from mcred_lint.wording import sentence

_VERDICT_STYLES = {
    SubmissionStatus.READY: Style.GOOD,
    SubmissionStatus.NOT_READY: Style.BAD,
    SubmissionStatus.INCOMPLETE: Style.BAD,
    SubmissionStatus.UNCHECKED: Style.OPEN,
}


def render(report: Report, *, width: int, colour: bool, quiet: bool = False, show_reading: bool = False) -> str:
    """The report as text of at most `width` columns; only names of files may be longer.

    quiet: only the verdict and the components below their passing level.
    show_reading: with how the folder was understood.
    """
    page = Page(width, colour)
    several = len(report.submissions) > 1
    for submission in report.submissions:
        if quiet:
            _show_briefly(page, submission)
        else:
            _show(page, report, submission, show_reading)
        if several and not quiet:
            page.rule()
    if not quiet:
        show_unused(page, report)
    if several or not report.submissions:
        page.paragraph(summary(report))
    return str(page)


def _show_briefly(page: Page, submission: SubmissionReport) -> None:
    page.paragraph(f"{submission.id}: {verdict(submission)}")
    for blocker in failed_blockers(submission):
        page.paragraph(sentence(blocker.reason), indent=2, mark=BULLET)
    for component in weakest_first(submission.components):
        if not passes(component):
            page.paragraph(f"{component.title}: {component_level(component)}", indent=2, mark=BULLET)


def _show(page: Page, report: Report, submission: SubmissionReport, show_reading: bool) -> None:
    page.section(submission.id)
    page.paragraph(verdict(submission), lead=verdict_word(submission), style=_VERDICT_STYLES[submission.status])
    show_blockers(page, submission)
    if submission.components:
        all_pass = all(map(passes, submission.components))
        page.section("THE COMPONENTS" if all_pass else "THE COMPONENTS, WEAKEST FIRST")
    for component in weakest_first(submission.components):
        show_component(page, submission, component)
    show_other_findings(page, submission)
    show_waived(page, submission)
    show_basis(page, submission)
    if show_reading:
        reading.show(page, submission)
    page.gap()
    page.paragraph(f"{how_chosen(report)}. mcred-lint {report.tool_version}. {how_judged(submission)}.")
