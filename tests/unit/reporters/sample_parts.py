"""The components of a finished submission, built by hand as the engine would make them, and how to build more."""

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
    Options,
    ReadFrom,
    ReadingNote,
    RecognisedBy,
    Report,
    Requirement,
    RubricUsed,
    Severity,
    Status,
    SubmissionReport,
)
from mcred_lint.sources.places import Place

ARTIFACT = ("Developing", "Basic", "Proficient")
PART = ("Not passing", "Passing")
PERSON_DECIDES = "A person decides this; the tool does not."

RUBRIC = RubricUsed(
    "nea-advocacy",
    "1.0.0",
    "Professional learning that helps educators advocate for student success",
    "sha256:5f2c",
    "default",
)


def at(file: str, line: int, column: int = 1) -> Place:
    return Place(file, line, column, line, column + 20)


def report(*submissions: SubmissionReport) -> Report:
    return Report("0.1.0", RUBRIC, Options(), submissions)


def criterion(id: str, title: str, level: str | None, reason: str, **more: object) -> CriterionReport:
    """A counted criterion that was judged, unless `more` says otherwise."""
    settings: dict[str, object] = {"basis": Basis.COUNTED, "status": Status.JUDGED, "level": level, **more}
    return CriterionReport(id=id, title=title, reason=reason, **settings)  # type: ignore[arg-type]


def person(id: str, title: str, reason: str = PERSON_DECIDES) -> CriterionReport:
    return CriterionReport(id, title, Basis.PERSON, Status.PERSON, reason)


def component(
    id: str, title: str, level: str | None, *criteria: CriterionReport, file: str = "", **more: object
) -> ComponentReport:
    """A component that was judged and recognised by its name, unless `more` says otherwise."""
    scale = PART if id in ("overview", "reflection") else ARTIFACT
    settings: dict[str, object] = {
        "scale": scale,
        "passing": scale[-1],
        "status": ComponentStatus.JUDGED,
        "at_most": None,
        "read_from": (ReadFrom(file or f"{id}.md", 1, RecognisedBy.NAME, f'heading "{title}"'),),
        "next": None,
        **more,
    }
    return ComponentReport(id=id, title=title, level=level, criteria=criteria, **settings)  # type: ignore[arg-type]


def warning(criterion: str, message: str, fix: str, place: Place | None, component: str | None = "") -> Finding:
    """Advice for the component its criterion belongs to."""
    owner = criterion.partition(".")[0] if component == "" else component
    return Finding(f"id-{criterion}-{place}", criterion, owner, Severity.WARNING, message, fix, place)


def error(criterion: str, message: str, fix: str, place: Place | None, component: str | None = "") -> Finding:
    return replace(warning(criterion, message, fix, place, component), severity=Severity.ERROR)


# ---- the parts of a finished submission -----------------------------------------------------------------------------

OVERVIEW_WORDS = Measured(
    231,
    231,
    "word",
    (
        Item("Why you want your colleagues to become advocates", at("overview.md", 3), 58),
        Item("Why you advocate openly for your students", at("overview.md", 7), 49),
        Item("How your own background and experience shape your advocacy", at("overview.md", 11), 66),
        Item("The outcome you hope for when colleagues are strong advocates", at("overview.md", 15), 58),
    ),
)

OVERVIEW = component(
    "overview",
    "Part 1: Overview",
    "Passing",
    criterion(
        "overview.questions",
        "All four overview questions answered in substance",
        "Passing",
        "All 4 questions are answered.",
    ),
    criterion(
        "overview.words",
        "Long enough to be an answer",
        "Passing",
        "231 words; at least 100 are needed.",
        measured=OVERVIEW_WORDS,
        required=(Requirement("Passing", "100 words or more", (("at_least", 100.0),)),),
        set_by="ours",
        reading="The issuer's 200-300 words are a guide, not a gate. As a floor we take half of the guide's minimum.",
    ),
    person("overview.reasons", "The reasons are reasonable, accurate and justify the aim"),
)

SOURCES = (
    Item("Chang, H. N., & Romero, M. (2008). Present, Engaged, and Accounted For", at("research.md", 5)),
    Item("Balfanz, R., & Byrnes, V. (2012). The Importance of Being in School", at("research.md", 6)),
    Item("U.S. Department of Education (2016). Chronic Absenteeism in the Nation's Schools", at("research.md", 7)),
    Item("Oregon Department of Education (2023). Oregon Statewide Report Card 2022\u201323", at("research.md", 8)),
    Item("Attendance Works (2023). Rising Tide of Chronic Absence", at("research.md", 9)),
)

RESEARCH_PERSONS = (
    person("research.local", "The sources speak of local or state priorities and disparities"),
    person(
        "research.credible",
        "The sources are credible",
        "The sources are on nccp.org, every1graduates.org, ed.gov and oregon.gov.",
    ),
)

RESEARCH = component(
    "research",
    "Artifact 1: Research",
    "Proficient",
    criterion(
        "research.sources",
        "At least five different sources",
        "Proficient",
        "5 different sources; 5 are needed.",
        measured=Measured(
            5,
            5,
            "source",
            SOURCES,
            (Item("Balfanz & Byrnes, attendance report", at("research.md", 10), note="the same address as entry 2"),),
        ),
        required=(
            Requirement("Proficient", "5 or more", (("at_least", 5.0),)),
            Requirement("Basic", "3 or more", (("at_least", 3.0),)),
        ),
    ),
    criterion(
        "research.links",
        "Links where the sources are online",
        "Proficient",
        "4 of 5 sources have a link; at least half are needed.",
        measured=Measured(0.8, 0.8, "share", SOURCES),
        required=(Requirement("Proficient", "at least half", (("at_least", 0.5),)),),
        set_by="ours",
    ),
    criterion(
        "research.decade",
        "Reaching back at least a decade",
        None,
        "The years named reach from 2008 to 2023.",
        status=Status.ADVICE,
    ),
    criterion(
        "research.context",
        "History, inequity and the present all appear",
        "Proficient",
        "The history, inequity and the present situation all appear.",
        basis=Basis.INFERRED,
        measured=Measured(
            3,
            3,
            "theme",
            (
                Item('the history: "for a long time"', at("research.md", 18)),
                Item('inequity: "low incomes"', at("research.md", 16)),
                Item('the present situation: "now"', at("research.md", 24)),
            ),
        ),
    ),
    *RESEARCH_PERSONS,
    criterion(
        "research.questions",
        "All six research questions answered in substance",
        "Proficient",
        "All 6 questions are answered, in 431 words.",
    ),
)

SESSIONS = (
    Item("Every Absence Has a Reason", at("outline.md", 13), 75),
    Item("Listening to Families", at("outline.md", 14), 75),
    Item("Bringing It to the Table", at("outline.md", 16), 65),
    Item("Our Ask", at("outline.md", 17), 40),
)
LUNCH = Item("Lunch, 11:30 a.m.\u201312:15 p.m.", at("outline.md", 15), 45, "a break")

OUTLINE = component(
    "outline",
    "Artifact 2: Professional learning outline",
    "Proficient",
    criterion(
        "outline.hours",
        "Four to five hours of learning",
        "Proficient",
        "4 h 15 of learning; 4 h are needed.",
        measured=Measured(255, 255, "minutes", SESSIONS, (LUNCH,)),
    ),
    criterion(
        "outline.audience",
        "A specific audience",
        "Proficient",
        "The audience is described specifically.",
        basis=Basis.INFERRED,
    ),
)

ARTIFACTS = component(
    "artifacts",
    "Artifact 3: Professional learning materials",
    "Proficient",
    criterion(
        "artifacts.present",
        "Materials that will be used are there",
        "Proficient",
        "2 files with content were found.",
        measured=Measured(2, 2, "file", (Item("artifacts/agenda.md"), Item("artifacts/listening-guide.md"))),
    ),
    criterion(
        "artifacts.covers",
        "Every session turns up in the materials",
        None,
        "1 session was not found in the materials.",
        status=Status.ADVICE,
        basis=Basis.INFERRED,
    ),
    person("artifacts.ready", "The materials are fully developed and ready to use"),
    person("artifacts.aligned", "The learning fits the need and outcomes and raises awareness"),
    person("artifacts.equity", "The learning shows equitable practice and challenges inequality"),
    file="artifacts/agenda.md",
)

SURVEY = component(
    "survey",
    "Artifact 4: Feedback survey",
    "Proficient",
    criterion(
        "survey.questions",
        "Three to five questions",
        "Proficient",
        "3 questions; 3 to 5 are asked for.",
        measured=Measured(
            3,
            3,
            "question",
            tuple(
                Item(text, at("survey.md", line))
                for line, text in enumerate(("What helped you most?", "What was hard?", "What will you do next?"), 3)
            ),
        ),
    ),
    criterion("survey.completed", "Three completed surveys", "Proficient", "3 completed surveys; 3 are needed."),
    person("survey.engagement", "The surveys show that participants took part"),
)

REFLECTION = component(
    "reflection",
    "Part 3: Reflection",
    "Passing",
    criterion(
        "reflection.questions",
        "All six reflection questions answered in substance",
        "Passing",
        "All 6 questions are answered.",
    ),
    criterion(
        "reflection.next-steps",
        "A concrete next step",
        "Passing",
        'Only "keep" hints at a next step; the assessor decides whether it is concrete.',
        basis=Basis.INFERRED,
        certainty=Certainty.UNCLEAR,
        measured=Measured(0, 1, "next step", (Item('"we will keep at it"', at("reflection.md", 13)),)),
    ),
    person("reflection.impact", "The effect on practice and on students is described"),
)

IDENTITY = criterion(
    "identity",
    "Nothing that identifies the educator or students",
    None,
    "No certain hint was found.",
    basis=Basis.INFERRED,
    blocks=True,
)
PLACEHOLDERS = criterion(
    "placeholders", "No left-over template text", None, "No template text was found.", blocks=True, set_by="ours"
)

FILES = (
    FileUse("artifacts/agenda.md", ("artifacts",)),
    FileUse("artifacts/listening-guide.md", ("artifacts",)),
    FileUse("outline.md", ("outline",)),
    FileUse("overview.md", ("overview",)),
    FileUse("README.md", (), "a read-me file about the folder"),
    FileUse("reflection.md", ("reflection",)),
    FileUse("research.md", ("research",)),
    FileUse("survey.md", ("survey",)),
)

READING = (
    ReadingNote("Part 1: Overview, recognised by its name", at("overview.md", 1)),
    ReadingNote("answers by number: 4", at("overview.md", 3), 1),
    ReadingNote("Artifact 2: Professional learning outline, recognised by its name", at("outline.md", 1)),
    ReadingNote("sessions: one in each row of the table", at("outline.md", 11), 1),
    ReadingNote('"Every Absence Has a Reason", 9:00\u201310:15 a.m., 1 h 15', at("outline.md", 13), 2),
    ReadingNote('"Lunch" is a break', at("outline.md", 15), 2),
    ReadingNote("materials named in the text that are not there: none", None, 1),
)
