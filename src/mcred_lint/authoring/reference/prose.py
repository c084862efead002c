"""What is written by hand for one page: when and why, an example, and what the thing does not do.

It is Markdown. Text before the first block of code says when and why; a block of YAML holds the places and the measure of an
example, blocks of Markdown hold the files it is tried on, each behind its name; text after them says what it does not do.
Without files, the block of YAML only shows how the thing is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_BLOCK = re.compile(
    r"^```(?P<language>yaml|markdown)(?: (?P<name>\S+))?\n(?P<text>.*?)^```\n", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Prose:
    """One page's prose. rubric: places and measure of the example, as YAML; files: what it is tried on, by name."""

    why: str
    rubric: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    limits: str = ""

    @classmethod
    def of(cls, text: str) -> Prose:
        blocks = list(_BLOCK.finditer(text))
        if not blocks:
            return cls(text.strip())
        return cls(
            why=text[: blocks[0].start()].strip(),
            rubric=next((block["text"] for block in blocks if block["language"] == "yaml"), ""),
            files={block["name"]: block["text"] for block in blocks if block["language"] == "markdown"},
            limits=text[blocks[-1].end() :].strip(),
        )
