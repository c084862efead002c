"""Opening the zip of an Office file without trusting it: its parts, its links between parts, its document properties.

Word, slides and spreadsheets share this packaging. Sizes, numbers and depths are bounded here, once, so that the
readers may walk what they get.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from mcred_lint.document.blocks import Block, Problem, Property, Severity
from mcred_lint.sources.places import Place

MAX_PARTS = 10_000
MAX_PART_BYTES = 16 * 1024 * 1024
MAX_TOTAL_BYTES = 48 * 1024 * 1024
MAX_XML_DEPTH = 120

RELATIONSHIPS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
_ZIP_ERRORS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError, KeyError, OverflowError,
)  # fmt: skip

# The "strict" flavour of the format differs in its namespaces only.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/presentationml/main", b"http://schemas.openxmlformats.org/presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONSHIPS[1:-1].encode()),
)

_KNOWN_CONTENT = (
    ("word/", "a Word file (.docx)"),
    ("ppt/", "a slide show (.pptx)"),
    ("xl/", "a spreadsheet (.xlsx)"),
    ("Index/", "an Apple Pages, Keynote or Numbers file"),
    ("mimetype", "a LibreOffice (OpenDocument) file"),
)


@dataclass(frozen=True, slots=True)
class OfficeFormat:
    """One kind of Office file: what people call it, and where its content stands."""

    name: str
    """With its article: "a Word file"."""
    old_name: str
    """The format before 2007: "an old Word file (.doc)"."""
    main_part: str
    ending: str


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another part (`target` is its name) or to an address outside the file."""

    kind: str
    """The last word of its type: "hyperlink", "header", "notesSlide"."""
    target: str
    external: bool


@dataclass
class Package:
    """An opened Office file. A part that can not be read is None and leaves a problem behind."""

    path: str
    archive: zipfile.ZipFile
    main: str
    problems: list[Problem] = field(default_factory=list)
    _unpacked: int = 0
    _relationships: dict[str, dict[str, Relationship]] = field(default_factory=dict)

    def xml(self, name: str, prune: Callable[[bytes], bytes] | None = None) -> ET.Element | None:
        """The root of one part; None when it is not there or can not be used. `prune` cuts away what nobody needs."""
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        data = self._unpack(info)
        root = _parse(prune(data) if prune else data) if isinstance(data, bytes) else data
        if isinstance(root, ET.Element):
            return root
        self.problems.append(_part_problem(self.path, name, root))
        return None

    def _unpack(self, info: zipfile.ZipInfo) -> bytes | str:
        # Other methods unpack without a bound on memory, and Office writes none of them.
        if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return "it is packed in a way Office does not use"
        room = min(MAX_PART_BYTES, MAX_TOTAL_BYTES - self._unpacked)
        try:
            with self.archive.open(info) as part:
                data = part.read(room + 1)
        except _ZIP_ERRORS:
            return "it is damaged"
        self._unpacked += len(data)
        return data if len(data) <= room else "unpacked it is far larger than any document"

    def relationships(self, name: str) -> dict[str, Relationship]:
        """The links of one part by their ids."""
        if name not in self._relationships:
            folder, base = posixpath.split(name)
            root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
            self._relationships[name] = {} if root is None else dict(_relationships(root, folder))
        return self._relationships[name]

    def related(self, name: str, kind: str) -> tuple[str, ...]:
        """Names of the parts that one part points to with links of this kind, in the file's order."""
        links = self.relationships(name).values()
        return tuple(link.target for link in links if link.kind == kind and not link.external)


def open_package(path: str, data: bytes, wanted: OfficeFormat) -> Package | Problem:
    """The opened file, or why it is not one."""
    if not data.startswith(_ZIP_SIGNATURES):
        return _foreign(path, data, wanted)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_ERRORS:
        return _broken(path, wanted)
    names = archive.namelist()
    if len(names) > MAX_PARTS:
        message = f"This file is packed with {len(names)} parts, far more than {wanted.name} has; it was not opened."
        return _unreadable(path, message, f"Save it again as {wanted.ending} and submit the new file.")
    package = Package(path, archive, wanted.main_part)
    package.main = _main_part(package, wanted)
    if package.main in archive.NameToInfo:
        return package
    held = next((what for start, what in _KNOWN_CONTENT if any(name.startswith(start) for name in names)), None)
    return _not_wanted(path, wanted, held or "an archive (.zip) of something else")


def _main_part(package: Package, wanted: OfficeFormat) -> str:
    """Word on the web sometimes calls it document2.xml, so the package's own link decides."""
    folder = posixpath.dirname(wanted.main_part)
    main = [name for name in package.related("", "officeDocument") if name.startswith(f"{folder}/")]
    return main[0] if main and main[0] in package.archive.NameToInfo else wanted.main_part


def unreadable_main(package: Package, wanted: OfficeFormat) -> Problem:
    """The problem of a file whose main part is there but can not be used."""
    reason = package.problems[-1].message if package.problems else ""
    return _broken(package.path, wanted, reason)


def no_text(package: Package, blocks: Sequence[Block]) -> tuple[Problem, ...]:
    """What to say of a file in which there is nothing to read."""
    if blocks:
        return ()
    if any("/media/" in name for name in package.archive.NameToInfo):
        return (
            Problem("This file holds pictures only; text in pictures can not be read.",
                    "Type in the text that matters.", Place(package.path), Severity.UNREADABLE),
        )  # fmt: skip
    return (Problem("There is no text in this file.", "Check that you saved the right file.", Place(package.path)),)


def core_properties(package: Package) -> tuple[Property, ...]:
    """Who wrote the file, as the program recorded it: creator, lastModifiedBy, title, company, manager."""
    wanted = ("creator", "lastModifiedBy", "title", "company", "manager")
    place = Place(package.path, label="document properties")
    found: dict[str, str] = {}
    for part in ("docProps/core.xml", "docProps/app.xml"):
        root = package.xml(part)
        for element in () if root is None else root:
            name = _local(element.tag)
            name = name[:1].lower() + name[1:]
            if name in wanted and element.text and element.text.strip():
                found.setdefault(name, element.text.strip())
    return tuple(Property(name, found[name], place) for name in wanted if name in found)


def branch(alternatives: ET.Element) -> ET.Element | None:
    """The one of several renderings of the same content that is meant to be read."""
    choice = alternatives.find(f"{COMPATIBILITY}Choice")
    return choice if choice is not None else alternatives.find(f"{COMPATIBILITY}Fallback")


def _parse(data: bytes) -> ET.Element | str:
    """The root, or what is wrong. Office writes no document type, and one could hold an entity bomb."""
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        return "it holds a document type, which Office never writes"
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    try:
        root = ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError):
        return "it is damaged"
    return "its content is nested too deeply" if _too_deep(root) else root


def _too_deep(root: ET.Element) -> bool:
    level, depth = [root], 0
    while level and depth <= MAX_XML_DEPTH:
        level = [child for element in level for child in element]
        depth += 1
    return bool(level)


def _relationships(root: ET.Element, folder: str) -> Iterator[tuple[str, Relationship]]:
    for element in root:
        target, kind = element.get("Target", ""), element.get("Type", "").rpartition("/")[2]
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield element.get("Id", ""), Relationship(kind, target, external)


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2]


def _foreign(path: str, data: bytes, wanted: OfficeFormat) -> Problem:
    """A file that is no zip at all."""
    if not data.strip(b"\0"):
        hint = "Check that the file was saved and uploaded completely, then submit it again."
        return _unreadable(path, "This file is empty." if not data else "This file holds nothing but zeros.", hint)
    if data.startswith(_OLE_SIGNATURE):
        if _ENCRYPTED_MARK in data:
            return _unreadable(path, "This file is protected with a password, so it could not be opened.",
                               "Remove the password (File > Info > Protect) and save it again.")  # fmt: skip
        return _older(path, wanted)
    return _not_wanted(path, wanted, _looks_like(data))


def _older(path: str, wanted: OfficeFormat) -> Problem:
    if path.lower().endswith(wanted.ending):
        return _not_wanted(path, wanted, wanted.old_name)
    message = f"This is {wanted.old_name}; files of that format can not be read."
    return _unreadable(path, message, f"Open it and save it as {wanted.ending}, then submit the new file.")


def _looks_like(data: bytes) -> str:
    start = data[:2048].lstrip()
    if start.startswith(b"%PDF"):
        return "a PDF"
    if start.startswith(b"{\\rtf"):
        return "a rich text file (.rtf)"
    if start[:200].lower().startswith((b"<!doctype html", b"<html")):
        return "a web page"
    text = data[:4096].decode("utf-8", errors="replace")
    strange = sum(character == "\ufffd" or (character < " " and character not in "\t\r\n\f") for character in text)
    return "plain text" if strange * 20 <= len(text) else "a file of an unknown kind"


def _not_wanted(path: str, wanted: OfficeFormat, what: str) -> Problem:
    ending = posixpath.splitext(path)[1] or wanted.ending
    message = f"This is not {wanted.name}, although its name ends in {ending}: it is {what}."
    hint = f"Open it in the program it was made with and save it as {wanted.ending}, or give it the ending that fits."
    return _unreadable(path, message, hint)


def _broken(path: str, wanted: OfficeFormat, reason: str = "") -> Problem:
    message = f"This looks like {wanted.name}, but it is damaged or incomplete. {reason}".rstrip()
    return _unreadable(path, message, f"Open it yourself; if that works, save it again as {wanted.ending}.")


def _part_problem(path: str, name: str, trouble: str) -> Problem:
    message = f'The part "{name}" inside this file was left out: {trouble}.'
    return Problem(message, "Open the file, check it and save it again.", Place(path), Severity.PARTLY)


def _unreadable(path: str, message: str, hint: str) -> Problem:
    return Problem(message, hint, Place(path), Severity.UNREADABLE)
