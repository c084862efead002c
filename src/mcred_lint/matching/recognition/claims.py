"""Claims: which passage belongs to which component, how that was recognised, and which files are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.findings import RecognisedBy
from mcred_lint.matching.content import Passage


@dataclass(frozen=True)
class Claim:
    """A passage that belongs to a component, or only to one place of it, and how that was recognised."""

    component: str
    place: str | None
    passage: Passage
    by: RecognisedBy
    note: str


@dataclass
class Recognition:
    """What became of every file."""

    claims: list[Claim] = field(default_factory=list)
    ignored: dict[str, str] = field(default_factory=dict)
    """Why a file is left out, by its path."""

    def of(self, component: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.component == component]

    def ignore(self, file: str, reason: str) -> None:
        """Leave a file out with everything that its names claim."""
        self.claims = [claim for claim in self.claims if claim.passage.file != file]
        self.ignored[file] = reason


def has_content(blocks: Sequence[Block]) -> bool:
    """Whether anything but headings stands in a stretch."""
    return any(not isinstance(block, Line) or block.kind is not Kind.HEADING for block in blocks)
