"""What matching finds in a component: the things that measures count, each with its text and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mcred_lint.document.blocks import Block, Line
from mcred_lint.document.text import Link, Text
from mcred_lint.sources.places import Place


@dataclass(frozen=True)
class Passage:
    """A stretch of a document in reading order: the blocks of a component, a section, an answer."""

    file: str
    blocks: tuple[Block, ...]
    heading: Text | None = None
    """The heading or label that announces it."""
    opening: Line | None = None
    """The line it stands on, as the reader gave it."""


@dataclass(frozen=True)
class Value:
    """A field's content. `texts` holds what was written, without labels, blanks and left-over prompts; it is empty
    when the label stands there and nothing else."""

    texts: tuple[Text, ...]
    place: Place
    """Of the content or, where it is empty, of the label."""
    note: str | None = None
    """How it was recognised, where that is worth saying."""
    guessed: bool = False
    """Recognised by its words and by no name of the rubric's."""

    @property
    def filled(self) -> bool:
        return bool(self.texts)

    @property
    def string(self) -> str:
        return "\n".join(text.string for text in self.texts)


@dataclass(frozen=True)
class Entry:
    """One entry of a list, such as a source. `duplicate_of` is the number (from 1) of the entry it repeats."""

    text: Text
    place: Place
    links: tuple[str, ...] = ()
    """Addresses, as written."""
    title: str = ""
    duplicate_of: int | None = None
    duplicate_by: str | None = None
    """"address" or "title"."""


@dataclass(frozen=True)
class Entries:
    entries: tuple[Entry, ...]
    place: Place | None
    """Of the list's heading, or of its first entry."""
    note: str | None = None


@dataclass(frozen=True)
class Answer:
    """The answer to one prompt; `texts` is empty when none was found or only the question stands there."""

    prompt: str
    texts: tuple[Text, ...]
    place: Place | None
    matched_by: str
    """In words: "number", "heading", "restated question", "order", "key", "table"; "nothing" when not found."""


@dataclass(frozen=True)
class Answers:
    answers: tuple[Answer, ...]
    """One for each prompt, in the rubric's order."""
    flowing: tuple[Text, ...] = ()
    """The text when it is flowing prose that no marker divides: then the answers are empty and prompts are looked for
    by their words."""
    place: Place | None = None
    unmatched: tuple[Text, ...] = ()
    """Prose of the component that stands under no prompt although others do."""


@dataclass(frozen=True)
class Length:
    """How long one part takes, in minutes; `high` None when open. `rule` says in words how it was read."""

    low: float
    high: float | None
    place: Place
    rule: str
    text: str
    """As written."""


@dataclass(frozen=True)
class Group:
    """One repeated part, such as a session, with its fields by their ids."""

    title: Text | None
    label: str
    """What a report calls it: "Session 2: Finding our numbers"."""
    place: Place
    fields: Mapping[str, Value]
    length: Length | None = None
    left_out_because: str | None = None
    """A break, or a row that repeats another: shown, not counted."""


@dataclass(frozen=True)
class Groups:
    groups: tuple[Group, ...]
    left_out: tuple[Group, ...] = ()
    stated_total: Length | None = None
    for_all: Mapping[str, Value] = field(default_factory=dict)
    """Fields given once, outside the parts."""
    timetable: tuple[Group, ...] = ()
    """Timed rows that no part claims; they carry the time where no part has a length."""
    note: str | None = None


@dataclass(frozen=True)
class Question:
    """One question of a survey."""

    text: Text
    place: Place
    options: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Questions:
    questions: tuple[Question, ...]
    left_out: tuple[tuple[Text, str], ...] = ()
    """Lines that are no questions, each with the reason ("asks who somebody is")."""
    behind_link: Link | None = None
    """The survey stands behind this link only: it cannot be counted."""
    place: Place | None = None
    note: str | None = None


@dataclass(frozen=True)
class Response:
    """One survey handed in as completed. answered and asked count questions; `free_text` is what was written in own
    words, folded, `ticks` what was chosen, for telling copies."""

    label: str
    place: Place
    answered: int
    asked: int
    texts: tuple[Text, ...] = ()
    free_text: str = ""
    ticks: str = ""


@dataclass(frozen=True)
class Responses:
    responses: tuple[Response, ...]
    summaries: tuple[Text, ...] = ()
    """Passages that only sum up responses."""
    behind_link: Link | None = None
    place: Place | None = None
    note: str | None = None


@dataclass(frozen=True)
class Material:
    """One thing to be used: a file of the submission, a link, or a text in the document itself."""

    text: str
    place: Place
    kind: str
    """"file", "link" or "text"."""
    passage: Passage | None = None
    """Its text, where it could be read."""


@dataclass(frozen=True)
class Materials:
    materials: tuple[Material, ...]
    missing_files: tuple[Link, ...] = ()
    """Files named in the text that are not in the submission."""
    description: tuple[Text, ...] = ()
    """Prose about the materials."""
    unreadable: tuple[str, ...] = ()
    place: Place | None = None


PlaceContent = Value | Entries | Answers | Groups | Questions | Responses | Materials | None
"""None: nothing that announces the place, and nothing that looks like it, was found."""


@dataclass(frozen=True)
class ComponentContent:
    """Everything found for one component."""

    component: str
    passages: tuple[Passage, ...]
    places: Mapping[str, PlaceContent]

    @property
    def submitted(self) -> bool:
        """Whether anything of the author's stands in it: an untouched template, or a bare heading, is not submitted."""
        return any(map(has_content, self.places.values()))


def has_content(place: PlaceContent) -> bool:
    """Whether a place holds anything of the author's own."""
    match place:
        case Value():
            return place.filled
        case Entries():
            return bool(place.entries)
        case Answers():
            return bool(place.flowing or place.unmatched or any(answer.texts for answer in place.answers))
        case Groups():
            return bool(place.timetable) or any(
                group.title or group.length or any(value.filled for value in group.fields.values())
                for group in place.groups
            )
        case Questions():
            return bool(place.questions or place.behind_link)
        case Responses():
            return bool(place.responses or place.summaries or place.behind_link)
        case Materials():
            return bool(place.materials or place.description or place.unreadable)
        case None:
            return False
