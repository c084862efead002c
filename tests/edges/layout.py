"""Two ways to lay a draft out: a folder of Markdown files, and one YAML file with the materials beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from edges import material
from edges.build import Draft, Session

LABELS = {
    "outcomes": "Learning outcomes",
    "activity": "Type of activity",
    "topics": "Topics",
    "resources": "Resources",
    "materials": "Materials",
}
FORMATS = ("markdown", "yaml")

_ARTIFACTS = {
    "sentences": "The series took place in the spring and sixteen teachers came. It was a good time for all.",
    "link": "All slides are here: https://slides.example.org/routes",
    "missing file": "See [the agenda](agenda-final.pdf).",
}


def laid_out(draft: Draft, format_: str) -> dict[str, bytes]:
    """The files of the submission."""
    files = dict(_markdown(draft) if format_ == "markdown" else _yaml(draft))
    if draft.artifacts == "file" and "artifacts" not in draft.without:
        files["artifacts/agenda.md" if format_ == "markdown" else "agenda.md"] = material.AGENDA
    return {name: text.encode() for name, text in files.items()}


# ---- Markdown --------------------------------------------------------------------------------------------------------


def _markdown(draft: Draft) -> Iterator[tuple[str, str]]:
    for key in ("overview", "reflection"):
        if key not in draft.without:
            yield f"{key}.md", f"# {key.capitalize()}\n\n" + _numbered(draft.answers[key])
    if "research" not in draft.without:
        sources = "".join(f"- {source}\n" for source in draft.sources)
        yield (
            "research.md",
            f"# Research\n\n## Sources\n\n{sources}\n## Answers\n\n{_numbered(draft.answers['research'])}",
        )
    if "outline" not in draft.without:
        yield "outline.md", _markdown_outline(draft)
    if "survey" not in draft.without:
        yield "survey.md", _markdown_survey(draft)
    if draft.artifacts in _ARTIFACTS and "artifacts" not in draft.without:
        yield "artifacts.md", f"# Artifacts\n\n{_ARTIFACTS[draft.artifacts]}\n"


def _numbered(lines: list[str]) -> str:
    return "\n".join(f"{number}. {line}\n" for number, line in enumerate(lines, start=1))


def _markdown_outline(draft: Draft) -> str:
    parts = ["# Professional Learning Outline"]
    parts += [f"**{name.capitalize()}:** {text}".rstrip() for name, text in draft.about.items()]
    parts += [f"**Total time:** {draft.total}"] if draft.total else []
    if draft.agenda:
        rows = "".join(f"| {row} |\n" for row in draft.agenda)
        parts.append(f"## Schedule\n\n| Time | Session |\n| --- | --- |\n{rows}".rstrip())
    parts += [_markdown_session(number, session) for number, session in enumerate(draft.sessions, start=1)]
    return "\n\n".join(parts) + "\n"


def _markdown_session(number: int, session: Session) -> str:
    lines = [f"- Duration: {session.length}"] if session.length is not None else []
    lines += [f"- {LABELS[name]}: {text}".rstrip() for name, text in session.fields.items()]
    return f"## Session {number}: {session.title}\n\n" + "\n".join(lines)


def _markdown_survey(draft: Draft) -> str:
    parts = ["# Feedback Survey"]
    if draft.survey_link:
        parts.append(f"The survey is online: {draft.survey_link}")
    if draft.questions:
        parts.append(
            "## Questions\n\n" + "\n".join(f"{n}. {question}" for n, question in enumerate(draft.questions, 1))
        )
    if draft.summary or draft.responses:
        parts.append("## Completed Surveys")
    parts += [draft.summary] if draft.summary else []
    asked = [f"**{question}**\n\n" for question in draft.questions] or [""]
    for number, answers in enumerate(draft.responses, start=1):
        pairs = zip(asked, answers, strict=True)
        parts.append(f"### Response {number}\n\n" + "\n\n".join(f"{question}{answer}" for question, answer in pairs))
    return "\n\n".join(parts) + "\n"


# ---- YAML ------------------------------------------------------------------------------------------------------------


def _yaml(draft: Draft) -> Iterator[tuple[str, str]]:
    survey: dict[str, Any] = {"questions": draft.questions} if draft.questions else {}
    survey |= {"link": draft.survey_link} if draft.survey_link else {}
    whole = {
        "overview": draft.answers["overview"],
        "research": {"sources": draft.sources, "answers": draft.answers["research"]},
        "outline": _yaml_outline(draft),
        "artifacts": _ARTIFACTS.get(draft.artifacts, ["agenda.md"]),
        "survey": survey | _yaml_completed(draft),
        "reflection": draft.answers["reflection"],
    }
    handed_in = {key: value for key, value in whole.items() if key not in draft.without}
    yield "submission.yaml", yaml.safe_dump(handed_in, sort_keys=False, allow_unicode=True, width=90)


def _yaml_outline(draft: Draft) -> dict[str, Any]:
    about: dict[str, Any] = {name.replace(" ", "_"): text or None for name, text in draft.about.items()}
    about |= {"total_time": draft.total} if draft.total else {}
    if draft.agenda:
        rows = [row.split(" | ") for row in draft.agenda]
        about["schedule"] = [{"time": time, "session": what} for time, what in rows]
    return about | ({"sessions": [_yaml_session(session) for session in draft.sessions]} if draft.sessions else {})


def _yaml_session(session: Session) -> dict[str, Any]:
    length = {"duration": session.length} if session.length is not None else {}
    return {"title": session.title, **length, **{name: text or None for name, text in session.fields.items()}}


def _yaml_completed(draft: Draft) -> dict[str, Any]:
    completed: list[Any] = [{"answers": [answer or None for answer in answers]} for answers in draft.responses]
    if not draft.questions:
        completed = [answer for answers in draft.responses for answer in answers]
    if draft.summary:
        return {"completed": draft.summary}
    return {"completed": completed} if completed else {}
