"""Notes for the author, as paragraphs of a comment: on one line each until they are wrapped, and nothing that is obeyed."""

from __future__ import annotations

import textwrap

from mcred_lint.authoring.templates.layout import Notes
from mcred_lint.reporters.escape import visible

_WIDTH = 96


def wrapped(notes: Notes) -> str:
    """The notes with a blank line between them."""
    paragraphs = (" ".join(visible(note, "\n\t").split()) for note in notes)
    return "\n\n".join(
        textwrap.fill(paragraph, _WIDTH, break_long_words=False) for paragraph in paragraphs if paragraph
    )
