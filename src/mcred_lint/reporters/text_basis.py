"""What a report rests on: what was counted, what a person still decides, which files were used and which were not."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from mcred_lint.findings import (
    ComponentReport,
    CriterionReport,
    FileUse,
    Item,
    Measured,
    RecognisedBy,
    Severity,
    Status,
    SubmissionReport,
)
from mcred_lint.reporters.layout import Page
from mcred_lint.reporters.phrases import (
    SIGNALS,
    basis_note,
    failed_blockers,
    for_assessor,
    is_for_assessor,
    reason_of,
    waived,
    with_notes,
)
from mcred_lint.reporters.text_component import BULLET, below_passing, show_places
from mcred_lint.sources.places import Place
from mcred_lint.wording import (
    MINUTES,
    SHARE,
    count,
    join_words,
    minutes_in_words,
    quantity,
)

_WHOLE = "The submission as a whole"
_RECOGNISED = {
    RecognisedBy.DECLARATION: "as declared",
    RecognisedBy.NAME: "",
    RecognisedBy.CONTENT: "a guess from what it contains",
}


def show_basis(page: Page, submission: SubmissionReport) -> None:
    _show_counted(page, submission)
    _show_for_assessor(page, submission)
    _show_files(page, submission)


def groups_of(submission: SubmissionReport) -> Iterator[tuple[str, Sequence[CriterionReport]]]:
    """Titles with their criteria, in the order of the rubric."""
    for component in submission.components:
        yield component.title, component.criteria
    yield _WHOLE, submission.criteria


def _show_counted(page: Page, submission: SubmissionReport) -> None:
    told = _told(submission)
    blockers = failed_blockers(submission)
    groups = [
        (title, [row for row in rows if _is_counted(row, told) and row not in blockers])
        for title, rows in groups_of(submission)
    ]
    if any(rows for _, rows in groups):
        page.section("WHAT WAS COUNTED")
    if any(basis_note(row) for _, rows in groups for row in rows):
        page.paragraph(SIGNALS)
    for title, rows in groups:
        if rows:
            page.gap()
            page.heading(title)
            _show_criteria(page, rows, told)


def _is_counted(criterion: CriterionReport, told: Container[str]) -> bool:
    looked_at = criterion.status in (Status.JUDGED, Status.ADVICE) and not is_for_assessor(criterion)
    return looked_at and (criterion.measured is not None or criterion.id not in told)


def _told(submission: SubmissionReport) -> set[str]:
    """Criteria whose reason stands further up, so that only their numbers are left to show."""
    held = [row.id for part in submission.components for rows in below_passing(part).values() for row in rows]
    off = [row.id for row in waived(submission.all_criteria)]
    return {*held, *off, *(row.criterion for row in submission.findings if row.severity is Severity.WARNING)}


def _show_criteria(page: Page, criteria: Sequence[CriterionReport], told: Container[str]) -> None:
    shown: set[tuple[Item, ...]] = set()
    for criterion in criteria:
        measured = criterion.measured
        if criterion.id not in told:
            page.paragraph(reason_of(criterion), indent=2, mark=BULLET)
        elif measured is not None:
            amount = quantity(measured.low, measured.high, measured.unit)
            page.paragraph(with_notes(f"{criterion.title}: {amount}", basis_note(criterion)), indent=2, mark=BULLET)
        # Several criteria look at the same things: five sources, their links, their years.
        if measured is not None and measured.items not in shown:
            _show_items(page, measured)
            shown.add(measured.items)


def _show_items(page: Page, measured: Measured) -> None:
    with_values = measured.unit == MINUTES or _adds_up(measured)
    if measured.unit != SHARE:  # of shares, what is missing is told with the reason, and the rest is a long list
        show_places(page, [_row(item, measured.unit, with_values) for item in measured.items], indent=4)
    if measured.left_out:
        page.paragraph("Not counted:", indent=4)
        show_places(page, [_row(item, measured.unit, with_values) for item in measured.left_out], indent=6)


def _adds_up(measured: Measured) -> bool:
    """Whether the items' values are parts of the number, and not just one each."""
    values = [item.value for item in measured.items if item.value is not None]
    ones = all(value == 1 for value in values)
    return not ones and measured.unit != SHARE and math.isclose(sum(values), measured.low)


def _row(item: Item, unit: str, with_value: bool) -> tuple[str, Place | None]:
    value = ""
    if item.value is not None and with_value:
        value = minutes_in_words(item.value) if unit == MINUTES else count(item.value, unit)
    return ", ".join(filter(None, (item.text, value, item.note))), item.place


def _show_for_assessor(page: Page, submission: SubmissionReport) -> None:
    groups = [(title, for_assessor(criteria)) for title, criteria in groups_of(submission)]
    reasons = Counter(row.reason for _, rows in groups for row in rows)
    if reasons:
        page.section("FOR THE ASSESSOR")
    for title, rows in groups:
        if rows:
            page.gap()
            page.heading(title)
        for row in rows:
            # A reason that several criteria share ("a person decides") says nothing about any of them.
            own_reason = f": {row.reason}" if row.reason and reasons[row.reason] == 1 else ""
            page.paragraph(f"{row.title}{own_reason}", indent=2, mark=BULLET)
            if row.measured is not None:
                _show_items(page, row.measured)


def _show_files(page: Page, submission: SubmissionReport) -> None:
    used = [(file.path, _use(file, submission.components)) for file in submission.files if file.used_for]
    unused = [file for file in submission.files if not file.used_for]
    ignored = [(file.path, file.ignored_because or "nothing in it was asked for") for file in unused]
    if used or ignored:
        page.section("FILES")
    page.files(used, indent=2)
    if ignored:
        page.gap()
        page.paragraph("Not used:", indent=2)
        page.files(ignored, indent=2)


def _use(file: FileUse, components: Sequence[ComponentReport]) -> str:
    parts = {component.id: component for component in components}
    return join_words([_part_read(file, parts[id]) if id in parts else id for id in file.used_for])


def _part_read(file: FileUse, component: ComponentReport) -> str:
    how = dict.fromkeys(_RECOGNISED[source.recognised_by] for source in component.read_from if source.file == file.path)
    notes = "; ".join(filter(None, how))
    return f"{component.title} ({notes})" if notes else component.title
