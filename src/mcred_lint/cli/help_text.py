"""Help texts written as paragraphs in the code, as the command line shows them."""

from __future__ import annotations

from textwrap import dedent


def paragraphs(text: str) -> str:
    """Each paragraph on one line, so that the terminal's width decides where it breaks."""
    blocks = dedent(text).strip().split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks)
