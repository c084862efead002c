"""`--show-reading`: how the folder was understood, line by line, with the place of each.

A wrong level is most often a wrong reading; this page shows it in a minute.
"""

from __future__ import annotations

from mcred_lint.findings import SubmissionReport
from mcred_lint.reporters.layout import Page, Row
from mcred_lint.reporters.phrases import where


def show(page: Page, submission: SubmissionReport) -> None:
    """The reading as an indented list, with the places in a column."""
    page.section("HOW IT WAS READ")
    if not submission.reading:
        page.paragraph("Nothing was read.", indent=2)
    page.places([Row(note.text, where(note.place), note.depth) for note in submission.reading], indent=2)
