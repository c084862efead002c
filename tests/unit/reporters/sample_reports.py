"""Reports built by hand: one of each kind that reporters must tell well."""

from __future__ import annotations

from dataclasses import replace

from sample_hostile import EVIL, filled_with
from sample_parts import (
    ARTIFACTS,
    FILES,
    IDENTITY,
    LUNCH,
    OUTLINE,
    OVERVIEW,
    PLACEHOLDERS,
    READING,
    REFLECTION,
    RESEARCH,
    RESEARCH_PERSONS,
    SESSIONS,
    SOURCES,
    SURVEY,
    at,
    component,
    criterion,
    error,
    person,
    warning,
)

from mcred_lint.findings import (
    Basis,
    ComponentReport,
    ComponentStatus,
    FileUse,
    Item,
    Measured,
    NextStep,
    ReadFrom,
    RecognisedBy,
    Severity,
    Status,
    SubmissionReport,
    SubmissionStatus,
    Waived,
)
from mcred_lint.sources.places import Place

READY = SubmissionReport(
    id="proficient",
    digest="sha256:aa01",
    status=SubmissionStatus.READY,
    level="Proficient",
    judged=16,
    criteria_total=25,
    files=FILES,
    components=(OVERVIEW, RESEARCH, OUTLINE, ARTIFACTS, SURVEY, REFLECTION),
    criteria=(IDENTITY, PLACEHOLDERS),
    findings=(
        warning(
            "artifacts.covers",
            'Not every session of the outline was found in the materials: "Our Ask" is missing.',
            "Check that the materials cover every session, under the same titles.",
            at("outline.md", 17),
        ),
    ),
    reading=READING,
)

_HOURS_REASON = "3 h 35 of learning found, 4 h needed; lunch is left out."
_FIELDS_REASON = "17 of 18 fields of the sessions are filled."
WEAK_ANSWERS = criterion(
    "research.questions",
    "All six research questions answered in substance",
    "Basic",
    "5 of 6 questions are answered in substance; the one on bias has 7 words, about 12 are needed.",
    measured=Measured(
        5,
        5,
        "answer",
        (
            Item(
                "Which priorities, policies and practices align with student success",
                at("research.md", 14),
                note="71 words",
            ),
            Item("Which disparities you found", at("research.md", 16), note="80 words"),
            Item("How the system's priorities changed over time, and why", at("research.md", 18), note="84 words"),
            Item(
                "Where your work can align with your association's priorities", at("research.md", 22), note="60 words"
            ),
            Item("The need or needs you will focus on", at("research.md", 24), note="48 words"),
        ),
        (Item("Which practices upheld and which challenged bias", at("research.md", 20), note="7 words"),),
    ),
)
ONE_SOURCE_TWICE = (
    Item("Balfanz & Byrnes, attendance report", at("research.md", 10), note="the same address as entry 2"),
)
WEAK_RESEARCH = replace(
    RESEARCH,
    level="Basic",
    next=NextStep("Proficient", ("add 1 more source", "answer the question on bias in a few full sentences")),
    criteria=(
        replace(
            RESEARCH.criteria[0],
            level="Basic",
            reason="4 different sources found, 5 needed; one is listed twice.",
            measured=Measured(4, 4, "source", SOURCES[:4], ONE_SOURCE_TWICE),
        ),
        replace(
            RESEARCH.criteria[1],
            measured=Measured(0.75, 0.75, "share", SOURCES[:4]),
            reason="3 of 4 sources have a link; at least half are needed.",
        ),
        *RESEARCH.criteria[2:6],
        WEAK_ANSWERS,
    ),
)
WEAK_OUTLINE = replace(
    OUTLINE,
    level="Basic",
    next=NextStep(
        "Proficient",
        (
            "add 25 minutes: 3 h 35 found, 4 h needed",
            'fill in the materials of session 3, "Bringing It to the Table" ("none needed" is an answer)',
            "say who the audience is: grades, roles, schools",
        ),
    ),
    criteria=(
        replace(
            OUTLINE.criteria[0],
            level="Basic",
            reason=_HOURS_REASON,
            measured=Measured(215, 215, "minutes", SESSIONS[:3], (LUNCH,)),
        ),
        criterion("outline.session-fields", "Everything asked for in every session", "Basic", _FIELDS_REASON),
        criterion(
            "outline.audience",
            "A specific audience",
            "Basic",
            'The audience is given in two words: "Elementary teachers".',
            basis=Basis.INFERRED,
        ),
        person("outline.fit", "The sessions build on one another"),
    ),
)
WEAK_SURVEY = replace(
    SURVEY,
    level="Developing",
    next=NextStep("Basic", ("add 1 more question", "hand in at least 1 completed survey")),
    criteria=(
        criterion(
            "survey.questions",
            "Three to five questions",
            "Developing",
            "1 question found, 3 needed.",
            measured=Measured(
                1,
                1,
                "question",
                (Item("What did you learn?", at("survey.md", 3)),),
                (Item("Your school", at("survey.md", 5), note="asks about the person"),),
            ),
        ),
        criterion(
            "survey.coverage",
            "Success, challenges and next steps are all asked about",
            "Basic",
            "Challenges and next steps are not asked about.",
            basis=Basis.INFERRED,
        ),
        criterion("survey.completed", "Three completed surveys", "Developing", "No completed survey found, 3 needed."),
        SURVEY.criteria[2],
    ),
)

WEAK = SubmissionReport(
    id="basic",
    digest="sha256:bb02",
    status=SubmissionStatus.NOT_READY,
    level="Developing",
    judged=17,
    criteria_total=27,
    files=(
        *FILES[:-1],
        FileUse("survey.md", ("survey",)),
        FileUse("~$utline.docx", (), "a lock file that Word leaves behind"),
    ),
    components=(OVERVIEW, WEAK_RESEARCH, WEAK_OUTLINE, ARTIFACTS, WEAK_SURVEY, REFLECTION),
    criteria=(
        replace(IDENTITY, failed=True, reason="1 certain hint was found."),
        replace(
            PLACEHOLDERS,
            failed=True,
            reason="Template text is left in 2 places.",
            measured=Measured(
                2, 2, "place", (Item("[insert your answer]", at("research.md", 20)), Item("TBD", at("outline.md", 8)))
            ),
        ),
    ),
    findings=(
        error(
            "identity",
            "An e-mail address: j...@...org",
            'Take it out, or replace it with a role ("a colleague", "my district").',
            at("outline.md", 3),
            None,
        ),
        error(
            "placeholders",
            'Left over: "[insert your answer]"',
            "Replace it with your own text, or delete the line.",
            at("research.md", 20),
            None,
        ),
        error(
            "placeholders",
            'Left over: "TBD"',
            "Replace it with your own text, or delete the line.",
            at("outline.md", 8),
            None,
        ),
        error(
            "research.sources",
            "4 different sources found, 5 needed; one is listed twice.",
            "Add different sources.",
            at("research.md", 5),
        ),
        error("outline.hours", _HOURS_REASON, "Add 25 minutes.", at("outline.md", 11)),
        error(
            "outline.session-fields",
            'Session 3, "Bringing It to the Table": no materials',
            "Fill in the field.",
            at("outline.md", 16),
        ),
        error(
            "outline.audience",
            'The audience is given in two words: "Elementary teachers".',
            "Say who.",
            at("outline.md", 3),
        ),
        warning(
            "outline.promotion",
            "Promoting and inviting are there, but nothing that entices.",
            "Say what makes it worth coming.",
            at("outline.md", 5),
        ),
        warning(
            "research.decade",
            "The years named reach back 7 years.",
            "Add a source or a sentence that reaches back at least ten years.",
            None,
        ),
        warning(
            "identity",
            "A full name without a role: J... W...",
            "Make sure that it is no student's or colleague's.",
            at("reflection.md", 9),
            None,
        ),
    ),
    reading=READING,
)


def _not_submitted(part: ComponentReport, *steps: str) -> ComponentReport:
    blank = tuple(
        replace(
            row,
            status=row.status if row.status is Status.PERSON else Status.NOT_SUBMITTED,
            level=None,
            measured=None,
            reason="Not submitted.",
        )
        for row in part.criteria
    )
    return replace(
        part,
        status=ComponentStatus.NOT_SUBMITTED,
        level=None,
        criteria=blank,
        read_from=(),
        next=NextStep(part.scale[1], steps),
    )


INCOMPLETE = SubmissionReport(
    id="Ms. R. - draft 2",
    digest="sha256:cc03",
    status=SubmissionStatus.INCOMPLETE,
    level=None,
    judged=7,
    criteria_total=25,
    files=(
        FileUse("Advocacy MC.docx", ("overview", "research")),
        FileUse("photos/IMG_2041.HEIC", (), "a picture; nothing in it could be read"),
        FileUse("pl plan.md", ("outline",)),
    ),
    components=(
        replace(
            OVERVIEW,
            criteria=(OVERVIEW.criteria[0], replace(OVERVIEW.criteria[1], measured=None), OVERVIEW.criteria[2]),
        ),
        component(
            "research",
            "Artifact 1: Research",
            None,
            criterion(
                "research.sources",
                "At least five different sources",
                None,
                "The list of sources is a picture, which cannot be read.",
                status=Status.UNCHECKED,
            ),
            criterion(
                "research.questions",
                "All six research questions answered in substance",
                "Basic",
                "4 of 6 questions are answered in substance, 6 needed.",
            ),
            *RESEARCH_PERSONS,
            status=ComponentStatus.UNCHECKED,
            at_most="Basic",
            next=NextStep(
                "Proficient", ("type the list of sources as text", "answer the questions on history and bias")
            ),
            file="Advocacy MC.docx",
        ),
        replace(
            OUTLINE,
            read_from=(ReadFrom("pl plan.md", 1, RecognisedBy.CONTENT, "it has sessions with outcomes and materials"),),
        ),
        _not_submitted(ARTIFACTS, "hand in what you will use: slides, an agenda, a handout or a link to them"),
        _not_submitted(SURVEY, "hand in a survey with at least 2 questions", "hand in at least 1 completed survey"),
        _not_submitted(REFLECTION, "answer the six reflection questions, in 150 words or more"),
    ),
    criteria=(IDENTITY, PLACEHOLDERS),
    findings=(
        error(
            "research.sources",
            "The list of sources is a picture, which cannot be read.",
            "Type the list as text.",
            Place("Advocacy MC.docx", label="paragraph 41"),
        ),
        error("artifacts.present", "Not submitted.", "Hand in what you will use.", None),
        warning(
            "reading",
            "Recognised as Artifact 2 only by what it contains.",
            'Give it the heading "Artifact 2: Professional learning outline".',
            at("pl plan.md", 1),
            "outline",
        ),
    ),
)

UNREADABLE = SubmissionReport(
    id="2031",
    digest="sha256:dd04",
    status=SubmissionStatus.UNCHECKED,
    level=None,
    judged=0,
    criteria_total=25,
    files=(FileUse("portfolio.pdf", (), "it is protected by a password"),),
    components=(
        component(
            "overview",
            "Part 1: Overview",
            None,
            criterion(
                "overview.questions",
                "All four overview questions answered in substance",
                None,
                "portfolio.pdf could not be read.",
                status=Status.UNCHECKED,
            ),
            status=ComponentStatus.UNCHECKED,
            read_from=(),
        ),
    ),
    criteria=(replace(IDENTITY, status=Status.UNCHECKED, reason="portfolio.pdf could not be read."),),
    findings=(
        error(
            "reading",
            "portfolio.pdf is protected by a password, so nothing of it could be read.",
            "Save it without a password and hand it in again.",
            Place("portfolio.pdf"),
            None,
        ),
    ),
    error="the only file, portfolio.pdf, is protected by a password",
)

LET_OFF = replace(
    READY,
    id="let-off",
    components=(
        OVERVIEW,
        replace(
            RESEARCH,
            criteria=(
                replace(
                    WEAK_RESEARCH.criteria[0],
                    waived=Waived(
                        "The library was closed; agreed on 3 May.",
                        "the assessor of record",
                        "2026-12-31",
                        "no reference date was given, so this was not checked",
                        Place("waivers.yaml", 3, 5),
                    ),
                ),
                *RESEARCH.criteria[1:],
            ),
        ),
        *READY.components[2:],
    ),
    criteria=(
        replace(
            IDENTITY,
            failed=True,
            reason="1 hint found.",
            waived=Waived("The educator agreed to it.", "the program office"),
        ),
        PLACEHOLDERS,
    ),
    findings=tuple(
        replace(found, severity=Severity.NOTE, fix="Waived.")
        for found in (
            error(
                "research.sources",
                "4 different sources found, 5 needed; one is listed twice.",
                "",
                at("research.md", 3),
            ),
            error("identity", "E-mail: d...@...org", "", at("outline.md", 5)),
        )
    ),
)
HOSTILE = replace(filled_with(EVIL), id="evil\nname\x1b[31m.md")
ALL = (READY, WEAK, INCOMPLETE, UNREADABLE, LET_OFF, HOSTILE)
