"""The things an educator will use: files handed in, links, or texts that stand in the document itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from mcred_lint.document.blocks import Document, Kind, Line, Table
from mcred_lint.document.text import Link, Text
from mcred_lint.matching.content import Material, Materials, Passage
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.prose import visible, written
from mcred_lint.sources.places import Place
from mcred_lint.text.addresses import find_addresses
from mcred_lint.text.language import Language
from mcred_lint.text.words import count_words

LEAST_WORDS = 20
"""Slides, a PDF or a sheet with fewer words have nothing in them yet."""
USABLE_ITEMS = 4
USABLE_HEADINGS = 2
USABLE_WORDS = 150
"""From so many list items, headings or words on a text in the document itself is something to use rather than a remark."""

_FILE_NAME = re.compile(
    r"[\w()'&+-][\w ()'&+./-]{0,120}\.(?:pdf|docx?|pptx?|xlsx?|csv|md|markdown|txt|png|jpe?g|gif|mp4|key|odt|odp|html?|zip|ya?ml)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[^a-z\n.:]{5,60}[.:]?(?:\s|$)")
"""A line that begins in capitals: how headings look in plain text."""
_WEB = ("http://", "https://", "www.")


@dataclass(frozen=True)
class Folder:
    """The files of the submission by path, for looking up what a text names."""

    documents: Mapping[str, Document]

    def find(self, base: str, name: str) -> Document | None:
        """The file that a link or a mention in `base` means: by its path from there, else by its name."""
        wanted = unquote(name).split("#")[0].strip().removeprefix("./")
        beside = str(PurePosixPath(base).parent / wanted)
        parts: list[str] = []
        for part in PurePosixPath(beside).parts:
            if part == "..":
                parts = parts[:-1]
            else:
                parts.append(part)
        exact = self.documents.get("/".join(parts)) or self.documents.get(wanted)
        if exact is not None:
            return exact
        same = [
            document
            for path, document in self.documents.items()
            if PurePosixPath(path).name.lower() == PurePosixPath(wanted).name.lower()
        ]
        return same[0] if len(same) == 1 else None


def find_materials(
    described: Sequence[Passage], files: Sequence[Document], folder: Folder, language: Language
) -> Materials | None:
    """What can be used, from the component's text and from the files that its names claim."""
    used = {document.path: document for document in files}
    materials = [material for document in files if (material := _file(document, language))]
    missing: list[Link] = []
    unreadable = [document.path for document in files if document.unreadable]
    for passage in (*described, *(Passage(document.path, document.blocks) for document in files)):
        for link in _mentions(passage):
            found = folder.find(passage.file, link.target)
            if link.target.lower().startswith(_WEB):
                materials.append(Material(link.target, link.place, "link"))
            elif found is not None and found.path not in used and found.path != passage.file:
                used[found.path] = found
                materials += [material] if (material := _file(found, language)) else []
            elif found is None:
                missing.append(link)
    materials += [_text(passage) for passage in described if _usable(passage, language)]
    remarks = [
        Passage(document.path, document.blocks)
        for document in files
        if document.path not in {m.text for m in materials}
    ]
    prose = [text for passage in (*described, *remarks) for text in written(passage.blocks, language.placeholders)]
    if not (materials or missing or prose or unreadable):
        return None
    place = next((text.place for text in prose), materials[0].place if materials else None)
    return Materials(tuple(_distinct(materials)), tuple(missing), tuple(prose), tuple(unreadable), place)


def _distinct(materials: Iterable[Material]) -> Iterator[Material]:
    seen: set[str] = set()
    for material in materials:
        if material.text not in seen:
            seen.add(material.text)
            yield material


def _file(document: Document, language: Language) -> Material | None:
    """A file with something in it: words to use, or a picture or media file of some size."""
    place = Place(document.path)
    if document.blocks:
        passage = Passage(document.path, document.blocks)
        words = sum(count_words(text.string) for text in visible(document.blocks))
        links = [link for link in _mentions(passage) if link.target.lower().startswith(_WEB)]
        enough = (
            words >= LEAST_WORDS
            if document.format in ("slides", "PDF", "CSV", "spreadsheet")
            else _usable(passage, language)
        )
        return Material(document.path, place, "file", passage) if enough or links else None
    return (
        Material(document.path, place, "file")
        if document.size > 0 and (document.format == "other" or document.unreadable)
        else None
    )


def _mentions(passage: Passage) -> Iterator[Link]:
    """Links, bare addresses and file names in a text."""
    for text in _texts(passage):
        yield from (link for link in text.links if not link.target.startswith(("#", "mailto:", "tel:")))
        linked = [link.shown for link in text.links]
        for address in find_addresses(text.string):
            shown = text.slice(address.start, address.end)
            if not any(shown.string in other for other in linked):
                yield Link(address.url, shown.string, shown.place)
        if not text.links:
            for match in _FILE_NAME.finditer(text.string):
                if "//" not in text.string[max(0, match.start() - 3) : match.end()]:
                    piece = text.slice(*_trimmed(match))
                    yield Link(piece.string, piece.string, piece.place)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """A file name in a sentence: its last words, up to a word that begins like a name of a file."""
    words = match.group().split(" ")
    return match.end() - len(words[-1]), match.end()


def _texts(passage: Passage) -> Iterator[Text]:
    yield from visible(passage.blocks)
    yield from (block.text for block in passage.blocks if isinstance(block, Line) and block.kind is Kind.HEADING)


def _usable(passage: Passage, language: Language) -> bool:
    """Whether the text itself is what will be used: an agenda, slides, a handout written out."""
    lines = [block for block in passage.blocks if isinstance(block, Line)]
    rows = max((len(block.rows) for block in passage.blocks if isinstance(block, Table)), default=0)
    items = sum(line.kind is Kind.ITEM and count_words(line.text.string) >= 2 for line in lines)
    headings = sum(_heads_something(line) for line in lines)
    words = sum(count_words(text.string) for text in written(passage.blocks, language.placeholders))
    shaped = rows >= 3 or items >= USABLE_ITEMS or headings >= USABLE_HEADINGS
    return (words >= 40 and shaped) or (words >= USABLE_WORDS and (shaped or headings >= 1))


def _heads_something(line: Line) -> bool:
    """A heading, a label with what belongs to it, or words in capitals: the name of one of the things."""
    label = label_of(line)
    return (label is not None and not label.alone and not label.weak) or bool(_CAPITALS.match(line.text.string))


def _text(passage: Passage) -> Material:
    place = (
        passage.heading.place
        if passage.heading
        else next((text.place for text in visible(passage.blocks)), Place(passage.file))
    )
    title = passage.heading.flat if passage.heading else passage.file
    return Material(f"{title} (in the text)", place, "text", passage)
