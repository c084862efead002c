"""The things an educator will use: files handed in, links, or texts that stand in the document itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from mcred_lint.document.blocks import Document
from mcred_lint.document.text import Link
from mcred_lint.matching.content import Material, Materials, Passage
from mcred_lint.matching.materials.mentions import is_web, mentions
from mcred_lint.matching.materials.usable import has_something_in_it, is_usable, only_labels
from mcred_lint.matching.prose import visible, written
from mcred_lint.sources.places import Place
from mcred_lint.text.language import Language


@dataclass(frozen=True)
class Folder:
    """The files of the submission by path, for looking up what a text names."""

    documents: Mapping[str, Document]

    def find(self, base: str, name: str) -> Document | None:
        """The file that a link or a mention in `base` means: by its path from there, else by its name."""
        wanted = unquote(name).split("#")[0].strip().removeprefix("./")
        beside = _resolved(PurePosixPath(base).parent / wanted)
        return self.documents.get(beside) or self.documents.get(wanted) or self._called(PurePosixPath(wanted).name)

    def _called(self, name: str) -> Document | None:
        """The only file of that name in any folder."""
        same = [path for path in self.documents if PurePosixPath(path).name.lower() == name.lower()]
        return self.documents[same[0]] if len(same) == 1 else None


def _resolved(path: PurePosixPath) -> str:
    """A path without "..": one that leads out of the folder ends at its top."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def find_materials(
    described: Sequence[Passage],
    files: Sequence[Document],
    folder: Folder,
    language: Language,
    telling: Sequence[Passage] = (),
) -> Materials | None:
    """What can be used, from the component's text and from the files that its names claim.

    telling: passages that tell of materials and, however they look, are none themselves.
    """
    own = [_named_file(document) for document in files if has_something_in_it(document, language)]
    texts = [*described, *telling, *(Passage(document.path, document.blocks) for document in files)]
    linked, missing = _mentioned(texts, files, folder, language)
    written_out = [_of_text(passage) for passage in described if is_usable(passage, language)]
    materials = tuple(_distinct([*own, *linked, *written_out]))
    listed = {material.text for material in materials}
    remarks = [Passage(document.path, document.blocks) for document in files if document.path not in listed]
    prose = tuple(
        text
        for passage in (*described, *telling, *remarks)
        for text in written((block for block in passage.blocks if not only_labels(block)), language.placeholders)
    )
    unreadable = tuple(document.path for document in files if document.unreadable)
    if not (materials or missing or prose or unreadable):
        return None
    place = prose[0].place if prose else materials[0].place if materials else None
    return Materials(materials, tuple(missing), prose, unreadable, place)


def _mentioned(
    texts: Sequence[Passage], files: Sequence[Document], folder: Folder, language: Language
) -> tuple[list[Material], list[Link]]:
    """(links and files that the texts name, files that they name and that are not there)."""
    materials: list[Material] = []
    missing: list[Link] = []
    used = {document.path for document in files}
    for passage in texts:
        for link in mentions(passage):
            found = folder.find(passage.file, link.target)
            if is_web(link):
                materials.append(Material(link.target, link.place, "link"))
            elif found is None:
                missing.append(link)
            elif found.path not in used and found.path != passage.file:
                used.add(found.path)
                materials += [_named_file(found)] if _holds_something(found, language) else []
    return materials, missing


def _distinct(materials: Iterable[Material]) -> Iterator[Material]:
    seen: set[str] = set()
    for material in materials:
        if material.text not in seen:
            seen.add(material.text)
            yield material


def _holds_something(document: Document, language: Language) -> bool:
    """Whether a file that a text names holds something to use, be it only a link."""
    passage = Passage(document.path, document.blocks)
    return has_something_in_it(document, language) or any(map(is_web, mentions(passage)))


def _named_file(document: Document) -> Material:
    passage = Passage(document.path, document.blocks) if document.blocks else None
    return Material(document.path, Place(document.path), "file", passage)


def _of_text(passage: Passage) -> Material:
    first = next((text.place for text in visible(passage.blocks)), Place(passage.file))
    title, place = (passage.heading.flat, passage.heading.place) if passage.heading else (passage.file, first)
    return Material(f"{title} (in the text)", place, "text", passage)
