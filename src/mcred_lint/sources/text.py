"""Bytes of a file as text: encodings told apart, line ends made one, and lines and columns for offsets.

Files come from Word, Google Docs, old Windows editors and form services. Whatever the bytes are, the outcome is text
and notes in plain words; nothing here raises.
"""

from __future__ import annotations

import codecs
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from mcred_lint.sources.places import Place

MAX_BYTES = 20_000_000
"""More than this is never a person's writing; the rest of the file is left unread, and a note says so."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_096
_SAVE_AS_UTF8 = "Save the file again as UTF-8 (in most editors: Save as, then choose the encoding UTF-8)."

# UTF-8 read as Windows-1252: the first bytes of curly quotes and dashes, of accented letters and of no-break spaces.
_MOJIBAKE = (
    "\u00e2\u20ac",
    "\u00c3\u00a9",
    "\u00c3\u00b1",
    "\u00c3\u00a1",
    "\u00c3\u00b3",
    "\u00c2\u00a0",
    "\u00c2\u00a1",
)


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a file as a whole: what was found, what to do about it, and on which line if on one."""

    message: str
    hint: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with "\\n" line ends. Without `readable` the file holds no text, and `text` is empty."""

    text: str
    notes: tuple[Note, ...] = ()
    readable: bool = True


def decode(path: str, data: bytes) -> Decoded:
    """The text in `data`. `path` only serves the wording of the notes."""
    notes: list[Note] = []
    if len(data) > MAX_BYTES:
        notes.append(_too_long(path, len(data)))
        data = data[:MAX_BYTES]
    encoding, start = _encoding(data)
    if encoding is None:
        return Decoded("", (_not_text(path),), readable=False)
    text, note = _decoded(path, data[start:], encoding)
    if note is not None:
        notes.append(note)
    if _looks_binary(text):
        return Decoded("", (_not_text(path),), readable=False)
    if "\x00" in text:
        text = text.replace("\x00", "\ufffd")
        notes.append(_strange(path))
    text = one_kind_of_line_end(text)
    return Decoded(text, (*notes, *_mojibake(path, text)))


def one_kind_of_line_end(text: str) -> str:
    """`text` with "\\n" for every "\\r\\n" and every lone "\\r"."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _encoding(data: bytes) -> tuple[str | None, int]:
    """The encoding to try and how many bytes its mark takes; None for what cannot be text."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if not zeros:
        return "utf-8", 0
    if zeros * 10 < len(sample) * 3:
        return ("utf-8", 0) if zeros * 100 < len(sample) else (None, 0)
    # Western text in UTF-16 has its zero bytes on one side of nearly every pair.
    if sample[1::2].count(0) >= zeros * 0.9:
        return "utf-16-le", 0
    if sample[::2].count(0) >= zeros * 0.9:
        return "utf-16-be", 0
    return None, 0


def _decoded(path: str, data: bytes, encoding: str) -> tuple[str, Note | None]:
    try:
        return codecs.decode(data, encoding), None
    except UnicodeDecodeError as error:
        cut = len(data) >= MAX_BYTES - 4 and error.start >= len(data) - 4
    if encoding != "utf-8" or cut:
        note = None if cut else Note(f"{path} is damaged: some characters could not be read.", _SAVE_AS_UTF8)
        return data.decode(encoding, errors="replace"), note
    message = f"{path} is not written in UTF-8; it was read as Windows text, so some characters may be wrong."
    return data.decode("cp1252", errors="replace"), Note(message, _SAVE_AS_UTF8)


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(1 for character in sample if character < " " and character not in "\t\n\r\x0b\x0c\x00")
    return odd * 20 > len(sample)


def _mojibake(path: str, text: str) -> tuple[Note, ...]:
    for sign in _MOJIBAKE:
        offset = text.find(sign)
        if offset >= 0:
            line = text.count("\n", 0, offset) + 1
            shown = text[offset : offset + 3].strip()
            message = f'{path} has garbled characters ("{shown}" on line {line}): quotes or accents were saved wrongly.'
            return (Note(message, "Copy the text again from the original document and save it as UTF-8.", line),)
    return ()


def _not_text(path: str) -> Note:
    hint = "Save or export it as text, and look whether the file's ending is right."
    return Note(f"{path} is not a text file.", hint)


def _strange(path: str) -> Note:
    message = f"{path} holds characters that are no text."
    return Note(message, "Open it, look for strange signs, and save it again.")


def _too_long(path: str, size: int) -> Note:
    message = f"{path} is very large ({size // 1_000_000} MB); only the first {MAX_BYTES // 1_000_000} MB were read."
    return Note(message, "Take pictures out of the text, or split the file.")


@dataclass(frozen=True)
class SourceText:
    """A file's text and where its lines begin. Offsets count characters from 0; lines and columns count from 1."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        starts, offset = [0], self.text.find("\n")
        while offset >= 0:
            starts.append(offset + 1)
            offset = self.text.find("\n", offset + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character; offsets outside the text give its nearest end."""
        offset = min(max(offset, 0), len(self.text))
        index = bisect_right(self.line_starts, offset) - 1
        return index + 1, offset - self.line_starts[index] + 1

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters from `start` up to `end` (of one character's beginning without `end`)."""
        line, column = self.position(start)
        if end is None:
            return Place(self.path, line, column)
        end_line, end_column = self.position(max(start, end))
        return Place(self.path, line, column, end_line, end_column)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; outside the text its nearest end."""
        if line > len(self.line_starts):
            return len(self.text)
        return min(self.line_starts[max(line, 1) - 1] + max(column, 1) - 1, len(self.text))

    def line(self, number: int) -> str:
        """One line without its end; "" where there is none."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]
