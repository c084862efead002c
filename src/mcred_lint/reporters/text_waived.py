"""What was waived, by whom and why, and which waivers came to nothing: shown apart from what was reached."""

from __future__ import annotations

from mcred_lint.findings import Report, SubmissionReport
from mcred_lint.reporters.layout import Page
from mcred_lint.reporters.phrases import waived
from mcred_lint.reporters.text_basis import groups_of
from mcred_lint.reporters.text_component import show_advice, show_reason
from mcred_lint.wording import sentence


def show_waived(page: Page, submission: SubmissionReport) -> None:
    """Each waived criterion with what was found all the same, and with its waiver."""
    if waived(submission.all_criteria):
        page.section("WAIVED")
    for title, criteria in groups_of(submission):
        rows = waived(criteria)
        if rows:
            page.gap()
            page.heading(title)
        for row in rows:
            show_reason(page, row, [finding for finding in submission.findings if finding.criterion == row.id])
            page.paragraph(sentence(row.waived.in_words) if row.waived else "", indent=4)


def show_unused(page: Page, report: Report) -> None:
    """What belongs to no single submission."""
    if report.findings:
        page.section("THE FILE OF WAIVERS")
        show_advice(page, "Advice", report.findings)
