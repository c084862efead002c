"""How the folder was understood, line by line: the page for an educator or a rubric author who wonders about a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mcred_lint.findings import ReadingNote
from mcred_lint.matching.content import (
    Answers,
    ComponentContent,
    Entries,
    Group,
    Groups,
    Materials,
    PlaceContent,
    Questions,
    Responses,
    Value,
)  # fmt: skip
from mcred_lint.matching.recognition.recognise import Recognition
from mcred_lint.matching.specs import Component, GroupsPlace, Place
from mcred_lint.rubric.model import Rubric
from mcred_lint.text.words import count_words
from mcred_lint.wording import count, minutes_in_words, shorten

WIDTH = 100


def reading_notes(
    contents: Mapping[str, ComponentContent], recognition: Recognition, rubric: Rubric
) -> Iterator[ReadingNote]:
    """Each component: where it was read and why, then what was found in it; and how to settle a wrong reading."""
    for key, component in rubric.components.items():
        yield ReadingNote(component.title)
        claims = recognition.of(key)
        if not claims:
            yield ReadingNote(
                f"not found; looked for headings, labels, keys or files such as {_examples(component)}", depth=1
            )
        for claim in claims:
            place = (
                claim.passage.heading.place
                if claim.passage.heading
                else next((block.place for block in claim.passage.blocks), None)
            )
            guess = "; a guess: give it a heading with that name to settle it" if claim.by == "content" else ""
            yield ReadingNote(f"{claim.passage.file}, recognised by {claim.note}{guess}", place, 1)
        for place_key, place_spec in component.places.items():
            yield from _place(place_spec, contents[key].places.get(place_key))


def _examples(component: Component) -> str:
    return ", ".join(f'"{name}"' for name in component.names[:4])


def _place(place: Place, content: PlaceContent) -> Iterator[ReadingNote]:
    lines = list(_lines(place, content))
    if not lines:
        looked = ", ".join(f'"{name}"' for name in place.names[:3])
        yield ReadingNote(
            f"{place.title}: not found" + (f" (a label or heading such as {looked} settles it)" if looked else ""),
            depth=1,
        )
        return
    yield ReadingNote(f"{place.title}:", depth=1)
    yield from lines


def _lines(place: Place, content: PlaceContent) -> Iterator[ReadingNote]:
    match content:
        case Value():
            text = (
                shorten(" ".join(content.string.split()), WIDTH) if content.filled else "a label with nothing under it"
            )
            yield ReadingNote(text + (f" ({content.note})" if content.note else ""), content.place, 2)
        case Entries():
            for number, entry in enumerate(content.entries, start=1):
                repeated = f" [repeats number {entry.duplicate_of}]" if entry.duplicate_of is not None else ""
                yield ReadingNote(f"{number}. {shorten(entry.text.flat, WIDTH)}{repeated}", entry.place, 2)
            if content.note:
                yield ReadingNote(f"({content.note})", depth=2)
        case Answers():
            yield from _answers(content)
        case Groups():
            timed = isinstance(place, GroupsPlace) and bool(place.length)
            yield from _groups(content, timed=timed)
        case Questions():
            yield from (
                ReadingNote(f"{n}. {shorten(q.text.flat, WIDTH)}", q.place, 2)
                for n, q in enumerate(content.questions, start=1)
            )
            yield from (
                ReadingNote(f"not counted: {shorten(text.flat, 60)} ({why})", text.place, 2)
                for text, why in content.left_out
            )
        case Responses():
            yield from (
                ReadingNote(f"{r.label}: {r.answered} of {r.asked} answered", r.place, 2) for r in content.responses
            )
        case Materials():
            yield from (ReadingNote(f"{m.kind}: {m.text}", m.place, 2) for m in content.materials)
            yield from (
                ReadingNote(f'named but not there: "{link.target}"', link.place, 2) for link in content.missing_files
            )
        case None:
            return


def _answers(content: Answers) -> Iterator[ReadingNote]:
    if content.flowing:
        words = count_words(" ".join(text.string for text in content.flowing))
        yield ReadingNote(
            f"flowing prose, {count(words, 'word')}, not divided by questions, numbers or headings", content.place, 2
        )
        return
    for answer in content.answers:
        words = count_words(" ".join(text.string for text in answer.texts))
        yield ReadingNote(f"{answer.prompt}: {count(words, 'word')}, matched by {answer.matched_by}", answer.place, 2)


def _groups(content: Groups, *, timed: bool) -> Iterator[ReadingNote]:
    """timed: the rubric says how a length is named, so that a missing one is worth telling."""
    for group in content.groups:
        length = f", {_length(group)}" if timed or group.length else ""
        yield ReadingNote(f"{group.label}{length}", group.place, 2)
        for key, value in group.fields.items():
            shown = shorten(" ".join(value.string.split()), 70) if value.filled else "empty"
            yield ReadingNote(f"{key}: {shown}", value.place, 3)
    yield from (
        ReadingNote(f"left out: {group.label}, {_length(group)} ({group.left_out_because})", group.place, 2)
        for group in content.left_out
    )
    yield from (
        ReadingNote(f"timetable: {group.label}, {_length(group)}", group.place, 2) for group in content.timetable
    )
    yield from (
        ReadingNote(f"{key}, for all: {shorten(value.string, 70)}", value.place, 2)
        for key, value in content.for_all.items()
    )
    if content.stated_total is not None:
        yield ReadingNote(f"stated total: {content.stated_total.text}", content.stated_total.place, 2)


def _length(group: Group) -> str:
    return "no length found" if group.length is None else f"{minutes_in_words(group.length.low)} ({group.length.rule})"
