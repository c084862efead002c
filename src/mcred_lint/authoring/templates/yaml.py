"""A layout as YAML: a key for everything that is asked, the notes as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import indent

from mcred_lint.authoring.templates.comments import wrapped
from mcred_lint.authoring.templates.layout import (
    AnswersSection,
    Blank,
    CopiesSection,
    Layout,
    ListSection,
    Notes,
    PartsSection,
    Section,
    Sheet,
    TextSection,
)
from mcred_lint.reporters.escape import visible
from mcred_lint.rubric.examples import flow

ONE_FILE = "submission.yaml"
_STEP = "  "
_HOW = (
    "Write a text on the line below its key, two spaces further in than the key. An entry of a list stands behind its dash; "
    "put quotes around a short text that has a colon and a space in it.",
)


def files(layout: Layout, one_file: bool = False) -> dict[str, str]:
    """{path: text} of a submission."""
    sheets = {f"{sheet.file}.yaml": tuple(_sheet(sheet)) for sheet in layout.sheets}
    if one_file:
        sheets = {ONE_FILE: tuple(line for lines in sheets.values() for line in ("", *lines))[1:]}
    declared = (f"rubric: {layout.rubric}", "") if layout.rubric else ()
    heads = {path: declared if number == 0 else () for number, path in enumerate(sheets)}
    return {path: "\n".join((*_comment(_HOW), *heads[path], *lines)) + "\n" for path, lines in sheets.items()}


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield from _comment((sheet.heading, *sheet.notes))
    yield _key(sheet.key)
    for section in sheet.sections:
        yield from _indented(_section(section))


def _section(section: Section) -> Iterator[str]:
    """The section's key with what stands under it; without a label the section is all that its component holds."""
    yield from _comment(section.notes)
    if isinstance(section, TextSection):
        yield from _text(section.label, section.text)
    elif section.label:
        yield _key(section.label)
        yield from _indented(_body(section))
    else:
        yield from _body(section)


def _body(section: AnswersSection | ListSection | PartsSection | CopiesSection) -> Iterator[str]:
    match section:
        case AnswersSection():
            for number, blank in enumerate(section.blanks, start=1):
                yield from _comment((f"{number}. {blank.label}", *blank.notes))
                yield from _text(blank.name, blank.text)
        case ListSection():
            yield from map(_entry, section.entries)
        case PartsSection():
            for part in section.parts:
                yield from _part(part)
        case CopiesSection():
            for copy in section.copies:
                yield f"- {_key(section.called)}"
                yield from _indented(_indented(map(_entry, copy)))


def _part(blanks: tuple[Blank, ...]) -> Iterator[str]:
    """One entry of a list, with a key for each blank."""
    for number, blank in enumerate(blanks):
        lines = [*_comment(blank.notes), f"{_key(blank.name)} {_value(blank.text)}".rstrip()]
        if number == 0:
            yield f"- {lines[-1]}"
        else:
            yield from _indented(lines)


def _text(label: str, text: str) -> Iterator[str]:
    """A text that may run over several lines and hold any character."""
    if label:
        yield f"{_key(label)} >"
        yield from (_indented(text.split("\n")) if text else ("",))
    else:
        yield from text.split("\n")


def _entry(text: str) -> str:
    return f"- {_value(text)}".rstrip()


def _value(text: str) -> str:
    return flow(text) if text else ""


def _key(label: str) -> str:
    """The words of a label as a key: "learning_outcomes:"."""
    return flow("_".join(visible(label.lower()).split())) + ":"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (indent(line, _STEP) for line in lines)


def _comment(notes: Notes) -> Iterator[str]:
    return (f"# {line}".rstrip() for line in wrapped(notes).split("\n") if notes)
