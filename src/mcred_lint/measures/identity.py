"""Identity: places that tell who somebody is, in texts, file names, link targets and document properties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.document.blocks import Document, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.matching.content import Entries, Responses
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.specs import Identity
from mcred_lint.measures.view import View
from mcred_lint.sources.places import Place
from mcred_lint.text.identity import Context, Hint, identity_hints

PERSON_PROPERTIES = ("author", "creator", "lastmodifiedby", "company", "manager", "name", "header", "footer")
"""Properties whose values name who made a file; of the others, only contact data is looked for."""


@dataclass(frozen=True)
class Found:
    """A hint with its place, and (value, what is shown instead)."""

    hint: Hint
    place: Place
    value: tuple[str, str]


def identity(spec: Identity, view: View) -> Measurement:
    """The number of certain hints; possible ones are remarks for a person."""
    found = hints(spec, view)
    certain = [one for one in found if one.hint.certain]
    possible = [one for one in found if not one.hint.certain]
    remarks = tuple(
        Remark(
            f"possibly identifying ({one.hint.kind}): {one.hint.masked}",
            "If it names you, a student or your school, take it out.",
            one.place,
        )
        for one in _once(possible)
    )
    items = tuple(Item(one.hint.masked, one.place, note=str(one.hint.kind)) for one in certain)
    return Measurement.exactly(
        len(certain),
        "hint",
        items=items,
        remarks=remarks,
        place=certain[0].place if certain else None,
        said="" if certain else "nothing that identifies somebody for certain was found",
    )


def _once(found: list[Found]) -> Iterator[Found]:
    seen: set[str] = set()
    for one in found:
        if one.hint.masked not in seen:
            seen.add(one.hint.masked)
            yield one


def hints(spec: Identity, view: View) -> tuple[Found, ...]:
    """Every hint in the submission, with its place."""
    return view.once(("hints", spec.allow, spec.deny), lambda: tuple(_hints_in(spec, view)))


def _hints_in(spec: Identity, view: View) -> Iterator[Found]:
    sources = _lines_of_sources(view)
    answers = _files_of_responses(view)
    for document in view.documents:
        yield from _in_name(document, spec, view)
        for prop in document.properties:
            context = (
                Context.PROPERTY
                if prop.name.lower().replace("_", "").replace(" ", "") in PERSON_PROPERTIES
                else Context.SOURCE
            )
            yield from _hints(prop.value, prop.place, spec, view, context)
        for text, form in _texts(document):
            context = Context.SOURCE if _key(text.place) in sources else Context.FORM if form else Context.PROSE
            if context is Context.PROSE and document.path in answers:
                context = Context.ANSWER
            yield from _in_text(text, spec, view, context)


def _in_name(document: Document, spec: Identity, view: View) -> Iterator[Found]:
    yield from _hints(document.path, Place(document.path), spec, view, Context.FILE_NAME)


def _in_text(text: Text, spec: Identity, view: View, context: Context) -> Iterator[Found]:
    for hint in identity_hints(text.string, view.language.identity, context, allow=spec.allow, deny=spec.deny):
        yield Found(hint, text.slice(hint.start, hint.end).place, (text.string[hint.start : hint.end], hint.masked))
    for link in text.links:
        yield from _hints(link.target, link.place, spec, view, Context.LINK)


def _hints(value: str, place: Place, spec: Identity, view: View, context: Context) -> Iterator[Found]:
    for hint in identity_hints(value, view.language.identity, context, allow=spec.allow, deny=spec.deny):
        yield Found(hint, place, (value[hint.start : hint.end], hint.masked))


def _texts(document: Document) -> Iterator[tuple[Text, bool]]:
    """(text, whether it is a heading or label of a form)."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.all_rows:
                yield from ((cell.text, False) for cell in row.cells)
        elif isinstance(block, Line):
            yield block.text, block.kind in (Kind.HEADING, Kind.ENTRY)


def _key(place: Place) -> tuple[str, int | None, str | None]:
    return place.file, place.line, place.label


def _lines_of_sources(view: View) -> set[tuple[str, int | None, str | None]]:
    lines: set[tuple[str, int | None, str | None]] = set()
    for content in view.contents.values():
        for found in content.places.values():
            if isinstance(found, Entries):
                for entry in found.entries:
                    lines |= {_key(line.place) for line in entry.text.lines()} | {_key(entry.place)}
    for document in view.documents:
        lines |= {_key(block.place) for block in document.blocks if isinstance(block, Line) and block.kind is Kind.NOTE}
    return lines


def _files_of_responses(view: View) -> set[str]:
    return {
        response.place.file
        for content in view.contents.values()
        for found in content.places.values()
        if isinstance(found, Responses)
        for response in found.responses
    }
