"""Made-up content of a component, and a view on it: measures never see a file."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from mcred_lint.document.blocks import Document, Kind, Line
from mcred_lint.document.text import Link, Run, Text
from mcred_lint.findings import Item
from mcred_lint.matching.content import (
    Answer,
    Answers,
    ComponentContent,
    Entries,
    Entry,
    Group,
    Groups,
    Length,
    Material,
    Materials,
    Passage,
    PlaceContent,
    Question,
    Questions,
    Value,
)
from mcred_lint.matching.specs import Component
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Measure
from mcred_lint.measures.table import measure
from mcred_lint.measures.view import View
from mcred_lint.rubric.language import load_language
from mcred_lint.sources.places import Place

FILE = "work.md"
SPEC: TypeAdapter[Any] = TypeAdapter(Measure)

PLACES: dict[str, Any] = {
    "audience": {"kind": "field", "title": "the audience"},
    "need": {"kind": "field", "title": "the need"},
    "sources": {"kind": "list", "title": "the sources"},
    "answers": {
        "kind": "answers",
        "title": "the answers",
        "prompts": {
            "why": {"asks": "Why you do it", "words": ["because"]},
            "how": {"asks": "How you do it", "words": ["by hand"]},
            "when": {"asks": "When you do it", "words": ["on monday"]},
        },
    },
    "lessons": {
        "kind": "groups",
        "title": "the lessons",
        "called": ["lesson"],
        "fields": {
            "goal": {"title": "the goal", "names": ["goal"]},
            "tools": {"title": "the tools", "names": ["tools"], "or_for_all": True},
        },
    },
    "ratings": {
        "kind": "groups",
        "title": "the ratings",
        "called": ["rating"],
        "fields": {"level": {"title": "the level", "names": ["level"], "one_of": ["low", "high"]}},
    },
    "questions": {"kind": "questions", "title": "the questions"},
    "things": {"kind": "materials", "title": "the things"},
}


def text(string: str, line: int = 1) -> Text:
    return Text(FILE, (Run(string, line, 1),))


def place(line: int = 1) -> Place:
    return Place(FILE, line)


def value(string: str = "") -> Value:
    return Value((text(string),) if string else (), place())


def entries(*said: str, repeats: dict[int, int] | None = None, links: tuple[int, ...] = ()) -> Entries:
    """Entries of a list. repeats: {number: number of the one it repeats}; links: the numbers of those with one."""
    found = [
        Entry(
            text(one, number),
            place(number),
            ("https://example.org",) if number in links else (),
            duplicate_of=(repeats or {}).get(number),
            duplicate_by="title" if number in (repeats or {}) else None,
        )
        for number, one in enumerate(said, start=1)
    ]
    return Entries(tuple(found), place())


def answers(flowing: str = "", **said: str) -> Answers:
    given = (
        Answer(key, (text(said[key]),) if said.get(key) else (), None, "heading") for key in ("why", "how", "when")
    )
    return Answers(tuple(given), flowing=(text(flowing),) if flowing else (), place=place())


def length(low: float, high: float | None = -1) -> Length:
    return Length(low, low if high == -1 else high, place(), "as read", f"{low:.0f} min")


def lesson(label: str, took: Length | None = None, **fields: str) -> Group:
    return Group(text(label), label, place(), {key: value(string) for key, string in fields.items()}, took)


def lessons(*groups: Group, **rest: Any) -> Groups:
    return Groups(groups, **rest)


def questions(*asked: str, link: bool = False) -> Questions:
    behind = Link("https://forms.example.org", "form", place()) if link else None
    return Questions(tuple(Question(text(one), place()) for one in asked), behind_link=behind, place=place())


def passage(*lines: str) -> Passage:
    return Passage(
        FILE, tuple(Line(Kind.TEXT, text(line, number), block=number) for number, line in enumerate(lines, 1))
    )


def things(*said: str, missing: tuple[str, ...] = (), unreadable: tuple[str, ...] = ()) -> Materials:
    """Materials of which each holds one line."""
    found = tuple(Material(f"{number}.md", place(), "file", passage(one)) for number, one in enumerate(said, start=1))
    return Materials(found, tuple(Link(name, name, place()) for name in missing), (), unreadable, place())


def view(year: int | None = None, said: Passage | None = None, **content: PlaceContent) -> View:
    """A view on one component with this content in its places."""
    component = Component.model_validate({"title": "Work", "names": ["work"], "places": PLACES})
    contents = {"work": ComponentContent("work", (said,) if said else (), content)}
    documents = [Document(FILE, "Markdown", said.blocks)] if said else []
    return View("work", contents, {"work": component}, documents, load_language(), year)


def measured(spec: dict[str, Any], on: View) -> Measurement:
    """What a rubric's measure, written as in a rubric, finds."""
    found = measure(SPEC.validate_python(spec), on)
    assert isinstance(found, Measurement)
    return found


def names(items: tuple[Item, ...]) -> list[str]:
    return [item.text for item in items]
