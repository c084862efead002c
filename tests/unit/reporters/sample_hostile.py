"""A submission from a stranger who means harm: every text in it is the same attack on whoever shows it."""

from __future__ import annotations

from dataclasses import replace

from mcred_lint.findings import (
    Basis,
    Certainty,
    ComponentReport,
    ComponentStatus,
    CriterionReport,
    FileUse,
    Finding,
    Item,
    Measured,
    NextStep,
    ReadFrom,
    ReadingNote,
    RecognisedBy,
    Requirement,
    Severity,
    Status,
    SubmissionReport,
    SubmissionStatus,
    Waived,
)
from mcred_lint.sources.places import Place

EVIL = (
    "\x1b]0;owned\x07\x1b[2J[bold red]<script>alert('x')</script> ::add-mask::a ##[group]b ##vso[task]c "
    "=cmd|'/c calc'!A1 `|` @root &amp; ]]> \u202egnp.exe"
)


def filled_with(text: str) -> SubmissionReport:
    """A submission in which every text that may come from the author or the rubric is `text`."""
    place = Place(text, 3, 4, 3, 9)
    item = Item(text, place, 5, text)
    measured = Measured(5, None, text, (item,), (item, Item(text, Place(text, label=text))))
    row = CriterionReport(
        f"{text}.a",
        text,
        Basis.COUNTED,
        Status.JUDGED,
        text,
        "Low",
        measured=measured,
        required=(Requirement("Low", text),),
        reading=text,
    )
    unclear = replace(row, id=f"{text}.b", certainty=Certainty.UNCLEAR, level="High")
    off = replace(row, id=f"{text}.c", waived=Waived(text, text, text, text, place))
    part = ComponentReport(
        text,
        text,
        ("Low", "High"),
        "High",
        ComponentStatus.JUDGED,
        "Low",
        None,
        (ReadFrom(text, 3, RecognisedBy.CONTENT, text),),
        NextStep("High", (text, text)),
        (row, unclear, off),
    )
    blocker = replace(row, id=text, level=None, blocks=True, failed=True)
    findings = tuple(
        Finding(text, owner, text if owner != text else None, severity, message, text, place)
        for owner in (f"{text}.a", f"{text}.c", text)
        for severity in Severity
        for message in (text, f"{text} again")
    )
    return SubmissionReport(
        text,
        text,
        SubmissionStatus.NOT_READY,
        "Low",
        3,
        4,
        (FileUse(text, (text,)), FileUse(text, (), text)),
        (part,),
        (blocker,),
        findings,
        text,
        (ReadingNote(text, place, 1),),
    )
