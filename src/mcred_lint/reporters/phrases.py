"""Phrases that every report for people shares: the verdict on a submission, the level of a component, what is left to a
person, where something stands, and in which order. Worded once, so that no two formats differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from mcred_lint.findings import (
    Basis,
    Certainty,
    ComponentReport,
    ComponentStatus,
    CriterionReport,
    Report,
    Status,
    SubmissionReport,
    SubmissionStatus,
)
from mcred_lint.sources.places import Place
from mcred_lint.wording import (
    NOT_ASKED_FOR,
    count,
    join_words,
    level_below,
    level_counted,
    no_level,
    not_submitted,
    number,
    sentence,
)

_NAMED_AT_MOST = 3

SIGNALS = "By signals: not counted but inferred, from words for example; the assessor has the last word."

_VERDICTS = {
    SubmissionStatus.READY: "READY",
    SubmissionStatus.NOT_READY: "NOT READY",
    SubmissionStatus.INCOMPLETE: "INCOMPLETE",
    SubmissionStatus.UNCHECKED: "COULD NOT BE CHECKED",
}
_CHOSEN_BY = {
    "option": "chosen on the command line",
    "config": "chosen in the configuration",
    "declaration": "declared by the submission",
    "default": "the default",
}


def verdict_word(submission: SubmissionReport) -> str:
    return _VERDICTS[submission.status]


def verdict(submission: SubmissionReport) -> str:
    """One to four sentences, beginning with the verdict in capitals."""
    word = verdict_word(submission)
    if submission.ready:
        left = len(for_assessor(submission.all_criteria))
        rest = f"; {count(left, 'thing')} {_be(left)} for the assessor" if left else ""
        off = len(waived(submission.all_criteria))
        let_off = f"; {count(off, 'criterion', 'criteria')} {_be(off)} waived" if off else ""
        return f"{word} on what can be counted{let_off}{rest}."
    why = " ".join(filter(None, (sentence(submission.error or ""), *_shortfalls(submission))))
    return f"{word}. {why or 'Something that is needed could not be read or checked.'}"


def _shortfalls(submission: SubmissionReport) -> Iterable[str]:
    """What stands between a submission and being ready: first what the verdict says."""
    parts = submission.components
    missing = [part for part in parts if part.status is ComponentStatus.NOT_SUBMITTED]
    unchecked = [part for part in parts if part.status is ComponentStatus.UNCHECKED]
    below = [part for part in parts if part.status is ComponentStatus.JUDGED and not passes(part)]
    absent = f"{_named(missing, len(parts))} {'was' if len(missing) == 1 else 'were'} not submitted." if missing else ""
    unread = f"{_named(unchecked, len(parts))} could not be checked." if unchecked else ""
    yield from (unread, absent) if submission.status is SubmissionStatus.UNCHECKED else (absent, unread)
    if below:
        whose = "its" if len(below) == 1 else "their"
        yield sentence(
            f"{_which(len(below), len(parts) - len(missing) - len(unchecked), len(parts))} below {whose} passing level"
        )
    blockers = failed_blockers(submission)
    if blockers:
        lead = "" if missing or unchecked or below else "Every component is at its passing level, but "
        yield f"{lead}{count(len(blockers), 'thing')} {'has' if len(blockers) == 1 else 'have'} to be put right first."


def _which(below: int, others: int, of: int) -> str:
    """ "3 of 6 components are", "1 of the other 5 components is", "the other component is"."""
    if below == others < of:
        return f"the other {f'{number(others)} components are' if others > 1 else 'component is'}"
    return f"{number(below)} of {'the other ' if others < of else ''}{count(others, 'component')} {_be(below)}"


def _named(parts: Sequence[ComponentReport], of: int) -> str:
    if len(parts) <= _NAMED_AT_MOST:
        return join_words([f'"{part.title}"' for part in parts])
    return f"{number(len(parts))} of {number(of)} components"


def _be(n: int) -> str:
    return "is" if n == 1 else "are"


def passes(component: ComponentReport) -> bool:
    """At its passing level, or not asked for."""
    return component.passes


def only_a_person_above(component: ComponentReport) -> str:
    """That nothing countable speaks for a higher level; nothing where something does, or at the top."""
    higher = component.level is not None and component.level != component.scale[-1]
    return (
        f"Above {component.level}, only a person decides."
        if higher and passes(component) and not component.next
        else ""
    )


def component_level(component: ComponentReport) -> str:
    """The level in words, never bare: "Basic; Proficient is needed"."""
    if component.status is ComponentStatus.NOT_SUBMITTED:
        return sentence(not_submitted(component.scale[0])).rstrip(".")
    if component.status is ComponentStatus.NOT_REQUIRED:
        return sentence(NOT_ASKED_FOR).rstrip(".")
    off = len(waived(component.criteria))
    if component.level is None:
        return sentence(no_level(component.at_most, off)).rstrip(".")
    if passes(component):
        return level_counted(component.level, len(for_assessor(component.criteria)), off)
    return level_below(component.level, component.passing, off)


def weakest_first(components: Iterable[ComponentReport]) -> list[ComponentReport]:
    """Not submitted, could not be checked, below passing (the lowest first), passing; otherwise as in the rubric."""
    return sorted(components, key=_strength)


def _strength(component: ComponentReport) -> tuple[int, int]:
    if component.status is ComponentStatus.NOT_SUBMITTED:
        return 0, 0
    if passes(component):
        return 3, 0
    return (1, 0) if component.level is None else (2, component.scale.index(component.level))


def waived(criteria: Iterable[CriterionReport]) -> list[CriterionReport]:
    """What holds nothing back because somebody let it off."""
    return [row for row in criteria if row.waived is not None]


def for_assessor(criteria: Iterable[CriterionReport]) -> list[CriterionReport]:
    """What a person decides: what only a person can judge, and signals that were unclear."""
    return [row for row in criteria if is_for_assessor(row)]


def is_for_assessor(criterion: CriterionReport) -> bool:
    unclear = criterion.status is Status.JUDGED and criterion.certainty is Certainty.UNCLEAR
    return criterion.waived is None and (criterion.status is Status.PERSON or unclear)


def failed_blockers(submission: SubmissionReport) -> list[CriterionReport]:
    return [row for row in submission.all_criteria if row.blocking]


def how_judged(submission: SubmissionReport) -> str:
    """How much of the rubric the verdict rests on."""
    judged, total = number(submission.judged), number(submission.criteria_total)
    off = len(waived(submission.all_criteria))
    return f"{judged} of {total} criteria judged by counting or by signals{f', {number(off)} waived' if off else ''}"


def how_chosen(report: Report) -> str:
    """Which rubric was used, and why this one."""
    rubric = report.rubric
    day = f", reference date {report.options.reference_date}" if report.options.reference_date else ""
    return f"Rubric {rubric.id}, version {rubric.version} ({_CHOSEN_BY.get(rubric.chosen_by, rubric.chosen_by)}{day})"


def summary(report: Report) -> str:
    """One sentence about all submissions: "3 submissions: 1 ready, 2 not ready."."""
    found = Counter(submission.status for submission in report.submissions)
    parts = [f"{number(found[status])} {status.value}" for status in SubmissionStatus if found[status]]
    return f"{count(len(report.submissions), 'submission')}{': ' if parts else ''}{', '.join(parts)}."


def with_notes(text: str, *notes: str) -> str:
    """A sentence with remarks in brackets before its full stop; empty ones are left out."""
    told = "; ".join(filter(None, notes))
    whole = text.strip()
    bare = whole if whole.endswith("..") else whole.removesuffix(".")
    return sentence(f"{bare} ({told})" if told else whole)


def basis_note(criterion: CriterionReport) -> str:
    """That a criterion was not counted but inferred; SIGNALS says what it means."""
    looked_at = criterion.status in (Status.JUDGED, Status.ADVICE)
    return "by signals" if looked_at and criterion.basis is Basis.INFERRED else ""


def reason_of(criterion: CriterionReport, *notes: str) -> str:
    """What the criterion asks, and the reason, with whether it was only inferred and with more remarks."""
    told = " ".join(sentence(part) for part in (criterion.title, criterion.reason) if part)
    return with_notes(told, basis_note(criterion), *notes)


def where(place: Place | None) -> str:
    """A place as an editor takes it, "outline.md:12", or in words, "plan.docx, paragraph 4"; columns say nothing to a
    reader."""
    if place is None:
        return ""
    if place.line is not None:
        return f"{place.file}:{place.line}"
    return f"{place.file}, {place.label}" if place.label else place.file


def inside(place: Place | None) -> str:
    """A place within a file that was named already: "line 12", "paragraph 4"."""
    if place is None:
        return ""
    return (place.label or "") if place.line is None else f"line {place.line}"
