"""A builder of submissions: from a few numbers and texts to a draft, and from a draft to files.

Without arguments the draft is proficient everywhere. Each argument of `draft` bends one thing, so that a case says only what it is
about; layout.py writes the same draft in Markdown and in YAML, as a teacher might.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice

from edges import material

PROMPTS = {"overview": 4, "research": 6, "reflection": 6}
FIELDS = ("outcomes", "activity", "topics", "resources", "materials")
"""The fields of a session beside its title."""


@dataclass
class Session:
    """One session: its length as written, and its fields; an empty text is a label or cell with nothing behind it."""

    title: str
    length: str | None
    fields: dict[str, str]


@dataclass
class Draft:
    """What a submission says, before it is laid out."""

    answers: dict[str, list[str]]
    sources: list[str]
    about: dict[str, str]
    """Audience, promotion and best practices, each as it is written; a left-out key is a left-out section."""
    sessions: list[Session]
    agenda: list[str] = field(default_factory=list)
    """Rows "time | what": the outline's day on the clock, in place of lengths of sessions."""
    total: str | None = None
    questions: list[str] = field(default_factory=list)
    responses: list[list[str]] = field(default_factory=list)
    summary: str | None = None
    survey_link: str | None = None
    artifacts: str = "file"
    without: tuple[str, ...] = ()
    """Components that are not handed in."""


def draft(
    *,
    words: dict[str, int] | None = None,
    answered: dict[str, int] | None = None,
    short_answer: dict[str, int] | None = None,
    adds: dict[str, str] | None = None,
    replaces: dict[str, str] | None = None,
    sources: int = 6,
    same_address: int = 0,
    same_title: int = 0,
    unlinked: int = 0,
    interviews: int = 0,
    lengths: Sequence[str | None] = ("1 h 30 min", "1 h 30 min", "1 h 15 min"),
    agenda: Sequence[str] = (),
    total: str | None = None,
    filled: int | None = None,
    fields: dict[str, str | None] | None = None,
    about: dict[str, str | None] | None = None,
    questions: int = 4,
    completed: int = 3,
    answered_each: int | None = None,
    blank: int = 0,
    copied: int = 0,
    summary: str | None = None,
    survey_link: str | None = None,
    artifacts: str = "file",
    without: Sequence[str] = (),
) -> Draft:
    """A draft that is proficient but for what is given.

    words: of all answers of a component together. answered: the first so many prompts. short_answer: the words of its last answer.
    adds, replaces: what its last answer ends with, or says instead. unlinked, interviews: how many sources have no
    address; further entries that are interviews. filled: of the required fields, in the order in which people fill them in.
    fields: of the last session; None leaves the field out. answered_each: of the survey's questions; without questions, completed surveys
    are free text. artifacts: file, sentences, link, missing file.
    """
    made = Draft(
        answers={
            key: _answers(key, (words or {}).get(key), (answered or {}).get(key, number))
            for key, number in PROMPTS.items()
        },
        sources=list(_sources(sources, same_address, same_title, unlinked, interviews)),
        about={key: text for key, text in (material.ABOUT | (about or {})).items() if text is not None},
        sessions=[_session(number, length) for number, length in enumerate(lengths)],
        agenda=list(agenda),
        total=total,
        questions=list(islice(cycle(material.QUESTIONS), questions)) if questions <= len(material.QUESTIONS) else [],
        summary=summary,
        survey_link=survey_link,
        artifacts=artifacts,
        without=tuple(without),
    )
    for key, number in (short_answer or {}).items():
        made.answers[key][-1] = prose(key, len(made.answers[key]) - 1, number)
    for key, text in (adds or {}).items():
        made.answers[key][-1] += f" {text}"
    for key, text in (replaces or {}).items():
        made.answers[key][-1] = text
    made.responses = list(_responses(questions, completed, answered_each, blank, copied))
    _change_fields(made, filled, fields or {})
    return made


# ---- words -----------------------------------------------------------------------------------------------------------


def prose(key: str, prompt: int, words: int) -> str:
    """So many words that answer one prompt: its own opening, then sentences that fit anywhere."""
    opening = material.OPENINGS[key][prompt]
    middle = material.MIDDLES[prompt:] + material.MIDDLES[:prompt]
    running = islice(cycle(f"{opening} {' '.join(middle)}".split()), words)
    return " ".join(running).rstrip(".,") + "."


def _answers(key: str, words: int | None, answered: int) -> list[str]:
    per_prompt, more = divmod(words or material.WORDS[key], answered or 1)
    return [prose(key, prompt, per_prompt + (prompt < more)) for prompt in range(answered)]


# ---- research --------------------------------------------------------------------------------------------------------


def _sources(number: int, same_address: int, same_title: int, unlinked: int, interviews: int) -> Iterator[str]:
    for index in range(number):
        author, title, address = material.SOURCES[index]
        if index >= number - same_address:
            address = material.SOURCES[0][2]
        if index >= number - same_title:
            title, address = material.SOURCES[0][1], f"{address}/again"
        yield f"{author} {title}." + ("" if index >= number - unlinked else f" {address}")
    yield from material.INTERVIEWS[:interviews]


# ---- outline ---------------------------------------------------------------------------------------------------------


def _session(number: int, length: str | None) -> Session:
    title, *texts = material.SESSIONS[number]
    return Session(title, length, dict(zip(FIELDS, texts, strict=True)))


def _change_fields(made: Draft, filled: int | None, fields: dict[str, str | None]) -> None:
    for name, text in fields.items():
        if text is None:
            del made.sessions[-1].fields[name]
        else:
            made.sessions[-1].fields[name] = text
    if filled is None:
        return
    del made.about["delivery"]  # said once for all sessions, it would fill a field of each
    places: list[tuple[dict[str, str], str]] = [(session.fields, name) for session in made.sessions for name in FIELDS]
    places += [(made.about, name) for name in ("audience", "promotion", "best practices")]
    for holder, name in places[filled - len(made.sessions) :]:
        del holder[name]


# ---- survey ----------------------------------------------------------------------------------------------------------


def _responses(questions: int, completed: int, answered: int | None, blank: int, copied: int) -> Iterator[list[str]]:
    if not questions:
        yield from ([" ".join(answers[:2])] for answers in material.RESPONSES[:completed])
        return
    whole = questions if answered is None else answered
    for number in range(completed):
        yield [*material.RESPONSES[number][:whole], *[""] * (questions - whole)]
    yield from ([""] * questions for _ in range(blank))
    yield from ([*material.RESPONSES[0][:whole], *[""] * (questions - whole)] for _ in range(copied))
