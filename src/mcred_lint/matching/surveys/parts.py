"""All that one respondent says in one paragraph, each part behind a label: "Worked: the songs. Hard: the time."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.known import Known
from mcred_lint.matching.surveys.people import Person
from mcred_lint.matching.surveys.prompts import named_question
from mcred_lint.matching.surveys.styles import Style

_LABEL = re.compile(r"(?<![^\s.;,/|(])(?P<label>[^\W\d_][^\n:.;,?!/|]{0,40}):(?=\s)")


def people_in_paragraphs(items: Sequence[FormItem], known: Known) -> tuple[Person, ...]:
    """A respondent for each item, where every item holds the answers to several questions; else nobody."""
    read = [list(_parts(join((item.head, *(line.text for line in item.below))), known)) for item in items]
    if len(items) < 2 or any(len(parts) < 2 for parts in read):
        return ()
    return tuple(
        Person(Text(item.head.file), tuple(parts), item.head.place) for item, parts in zip(items, read, strict=True)
    )


def _parts(text: Text, known: Known) -> Iterator[FormItem]:
    """An item for each label that stands for a question of its own."""
    found: dict[int, re.Match[str]] = {}
    for label in _LABEL.finditer(text.string):
        question = named_question(label["label"], known.questions)
        if question is not None:
            found.setdefault(question, label)
    ends = [*sorted(label.start() for label in found.values()), len(text.string)]
    for question, label in found.items():
        end = next(end for end in ends if end > label.start())
        answer = text.slice(label.end(), end).strip(" \t\n;,/|")
        below = (Line(Kind.TEXT, answer),) if answer else ()
        yield FormItem(
            text.slice(label.start("label"), label.end("label")), Style.DECLARED, 0, str(question + 1), below
        )
