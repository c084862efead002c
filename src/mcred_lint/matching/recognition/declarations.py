"""What a submission declares of itself: which component a file is, which files a component has, and for which rubric it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Block, Document, Kind, Line
from mcred_lint.text.folding import bare_words

DECLARING_KEYS = ("component", "part", "artifact")
"""The keys by which a file of a submission declares what it is."""

MAP_KEY = "files"
"""The key of a YAML file under which an author says which files belong to which component."""

RUBRIC_KEY = "rubric"
"""The key, in front matter or at the top of a YAML file, under which a submission declares its rubric."""


def top_values(document: Document) -> Iterator[tuple[str, str]]:
    """The (key, value) pairs at the top of a YAML file whose value is one line."""
    if document.format != "YAML":
        return
    for block, following in zip(document.blocks, document.blocks[1:], strict=False):
        if (
            isinstance(block, Line)
            and block.kind is Kind.HEADING
            and block.level == 1
            and isinstance(following, Line)
            and following.kind is Kind.TEXT
        ):
            yield block.text.flat, following.text.flat


def map_entries(blocks: Sequence[Block]) -> Iterator[tuple[str, list[str]]]:
    """(component, paths of its files), as a map in a YAML file of the submission has them."""
    inside, key = False, ""
    paths: list[str] = []
    for block in blocks:
        if not isinstance(block, Line):
            continue
        if block.kind is Kind.HEADING and block.declared:
            if inside and key:
                yield key, paths
            inside = bare_words(block.text.flat) == MAP_KEY if block.level == 1 else inside
            key, paths = (block.text.flat if inside and block.level == 2 else ""), []
        elif inside and key:
            paths.append(block.text.flat.removeprefix("./"))
    if inside and key:
        yield key, paths
