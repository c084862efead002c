"""From a folder (or a file) on disk to a submission: which files belong to it, opened carefully.

A submission comes from a stranger: links that lead out of the folder, special files and huge files are not opened, and the
report says so. The order is that of the paths, so that two machines give the same report.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mcred_lint.document.blocks import Document
from mcred_lint.errors import NoSubmission
from mcred_lint.submission.readers import read
from mcred_lint.text.language import Language

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. A submission's file is text, slides or a scan; a larger one is media, and only its presence counts."""
MOST_FILES = 2_000
DEEPEST = 12
"""Folders below the submission's own."""

_CLOSED = "it could not be opened; check that you may read it"
_NO_HAND_IN = ("__MACOSX", "node_modules", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Submission:
    """A submission as it was read: its id for reports and its files in the order of their paths."""

    id: str
    documents: tuple[Document, ...]
    digest: str = ""
    skipped: tuple[tuple[str, str], ...] = ()
    """(path, reason) of files that were not opened."""


def open_submission(path: Path, language: Language) -> Submission:
    """Read a folder, or a single file, as one submission. Raises NoSubmission when there is nothing of the kind."""
    if not path.exists():
        raise NoSubmission(
            f"There is no file or folder {path}.", "Check the spelling, or run the command from the folder above it."
        )
    skipped: list[tuple[str, str]] = []
    name = path.resolve().name if path.is_dir() else path.name
    return put_together(name, _contents(path, skipped), language, skipped)


def put_together(
    id_: str, contents: Iterable[tuple[str, bytes]], language: Language, skipped: list[tuple[str, str]]
) -> Submission:
    """A submission from the names and bytes of its files, read one after the other in the order given."""
    documents: list[Document] = []
    digest = hashlib.sha256()
    for name, data in contents:
        ours = judging_file(name, data)
        if ours is not None:
            skipped.append((name, ours))
            continue
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
        documents.append(read(name, data, language))
    return Submission(id_, tuple(documents), f"sha256:{digest.hexdigest()}", tuple(skipped))


def _contents(path: Path, skipped: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """The files that may be opened, each with its bytes. What is not opened is added to `skipped` with the reason."""
    root = path if path.is_dir() else path.parent
    closed: list[str] = []
    found = sorted(_files(path, closed)) if path.is_dir() else [path.name]
    skipped += [(name, _CLOSED) for name in closed]
    for number, name in enumerate(found):
        reason = _why_not(root, name) if number < MOST_FILES else f"the folder has more than {MOST_FILES:,} files"
        data = _bytes(root / name) if reason is None else None
        if data is None:
            skipped.append((name, reason or _CLOSED))
        else:
            yield name, data


_OURS = {
    b"mcred-lint-rubric": "it is a rubric file; a submission never chooses its judge",
    b"mcred-lint-waivers": "it is a file of waivers; a submission never chooses its judge",
    b"mcred-lint-cases": "it holds the cases of a rubric, which are no part of a submission",
}


def judging_file(name: str, data: bytes) -> str | None:
    """Why a file is not read as a part of a submission: it says how to judge, or holds a rubric's cases."""
    if not name.lower().endswith((".yaml", ".yml")):
        return None
    return next((why for key, why in _OURS.items() if re.search(rb"^%s\s*:" % key, data, re.MULTILINE)), None)


def _files(folder: Path, closed: list[str]) -> Iterator[str]:
    """Relative paths with forward slashes; hidden files and what systems leave behind are left out. Folders that cannot be
    opened are added to `closed`."""

    def tell(error: OSError) -> None:
        closed.append(Path(error.filename or folder).relative_to(folder).as_posix())

    for base, folders, names in os.walk(folder, followlinks=False, onerror=tell):
        relative = Path(base).relative_to(folder)
        folders[:] = sorted(name for name in folders if _handed_in(name) and len(relative.parts) < DEEPEST)
        yield from ((relative / name).as_posix() for name in names if _handed_in(name))


def _handed_in(name: str) -> bool:
    return not name.startswith((".", "~$")) and name not in _NO_HAND_IN


def _why_not(root: Path, name: str) -> str | None:
    """Why a file is not opened."""
    path = root / name
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) and not path.resolve().is_relative_to(root.resolve()):
            return "it is a link that leads out of the folder"
        found = path.stat()
    except (OSError, RuntimeError):
        return "it is a link that leads nowhere"
    if not stat.S_ISREG(found.st_mode):
        return "it is no ordinary file"
    if found.st_size > LARGEST_FILE:
        return f"it is larger than {LARGEST_FILE // 1024 // 1024} MB"
    return None


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
