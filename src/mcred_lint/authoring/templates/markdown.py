"""A layout as Markdown: headings and labels to write under, the notes as comments that no reader takes for content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
from mcred_lint.reporters.escape import markdown as escaped

ONE_FILE = "submission.md"
_DECLARED, _RUBRIC = "component", "rubric"


def files(layout: Layout, one_file: bool = False) -> dict[str, str]:
    """{path: text} of a submission."""
    if one_file:
        text = "\n\n".join(_text(_sheet(sheet)) for sheet in layout.sheets)
        return {ONE_FILE: _front(rubric=layout.rubric) + text + "\n"}
    return {
        f"{sheet.file}.md": _front(
            rubric=layout.rubric if number == 0 else None, component=sheet.component if sheet.declared else None
        )
        + _text(_sheet(sheet))
        + "\n"
        for number, sheet in enumerate(layout.sheets)
    }


def _front(rubric: str | None = None, component: str | None = None) -> str:
    """What the file says of itself."""
    facts = [f"{key}: {value}" for key, value in ((_RUBRIC, rubric), (_DECLARED, component)) if value]
    return "\n".join(("---", *facts, "---", "", "")) if facts else ""


def _text(paragraphs: Iterable[str]) -> str:
    return "\n\n".join(filter(None, paragraphs))


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.heading)}"
    yield _comment(sheet.notes)
    for section in sheet.sections:
        if section.label:
            yield f"## {escaped(section.label)}"
        yield _comment(section.notes)
        yield from _body(section)


def _body(section: Section) -> Iterator[str]:
    match section:
        case TextSection():
            yield section.text
        case AnswersSection():
            yield from _answers(section)
        case ListSection():
            yield _list(section.entries, section.numbered)
        case PartsSection():
            for number, part in enumerate(section.parts, start=1):
                yield from _part(f"{section.called} {number}", part)
        case CopiesSection():
            for number, copy in enumerate(section.copies, start=1):
                yield f"### {escaped(section.called)} {number}"
                yield _list(copy, numbered=True)


def _answers(section: AnswersSection) -> Iterator[str]:
    for number, blank in enumerate(section.blanks, start=1):
        yield f"### {number}. {escaped(blank.label)}"
        yield _comment(blank.notes)
        yield blank.text


def _part(heading: str, blanks: tuple[Blank, ...]) -> Iterator[str]:
    titles = [blank.text for blank in blanks if not blank.label]
    yield f"### {escaped(heading)}" + "".join(f": {title}" for title in titles if title)
    for blank in blanks:
        if blank.label:
            yield f"**{escaped(blank.label)}:** {blank.text}".rstrip()
            yield _comment(blank.notes)


def _list(entries: tuple[str, ...], numbered: bool) -> str:
    marks = [f"{number}." if numbered else "-" for number in range(1, len(entries) + 1)]
    return "\n".join(f"{mark} {entry}".rstrip() for mark, entry in zip(marks, entries, strict=True))


def _comment(notes: Notes) -> str:
    """Paragraphs that a reader of the page does not see. What would end the comment early is pulled apart."""
    text = wrapped(tuple(note.replace("--", "- -") for note in notes))
    return f"<!--\n{text}\n-->" if "\n" in text else f"<!-- {text} -->" if text else ""
