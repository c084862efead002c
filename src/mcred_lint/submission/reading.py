"""What all text readers tell in the same way."""

from __future__ import annotations

from mcred_lint.document.blocks import Problem, Severity
from mcred_lint.sources.places import Place
from mcred_lint.sources.text import Decoded


def problems_of(path: str, decoded: Decoded) -> tuple[Problem, ...]:
    """What was noticed while the bytes became text."""
    severity = Severity.NOTE if decoded.readable else Severity.UNREADABLE
    return tuple(Problem(note.message, note.hint, Place(path, note.line), severity) for note in decoded.notes)
