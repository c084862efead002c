"""The entries of a list typed in YAML: mappings and texts, names with addresses, lists in groups."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.matching.references.looks import Draft, Looks
from mcred_lint.matching.references.sections import heading_drafts, plain_drafts, texts_of
from mcred_lint.text.folding import bare_words

TITLE_KEY = "title"
"""The key of a mapping whose value tells two works apart."""


def section_drafts(blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    """The entries of a section, with keys or without."""
    if any(isinstance(block, Line) and block.declared for block in blocks):
        return mapping_drafts(_own_part(blocks), looks)
    return heading_drafts(blocks, looks)


def _own_part(blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands before the next key above the level of the first one."""
    keys = [(at, block) for at, block in enumerate(blocks) if isinstance(block, Line) and block.declared]
    end = next((at for at, block in keys if block.level < keys[0][1].level), None)
    return blocks[:end]


def mapping_drafts(blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    """The entries of a YAML value: a list of mappings and texts, a mapping of names to addresses, lists in groups."""
    if _is_list(blocks):
        return _of_entries(blocks, looks)
    keys = _by_key(blocks)
    names = [bare_words(key.text.flat) for key, _ in keys if key is not None]
    if TITLE_KEY in names and len(names) == len(set(names)):
        return [draft for draft in _of_pairs(keys) if not looks.blank(draft.text)]
    drafts = []
    for key, below in keys:
        drafts += _of_key(key, below, looks)
    return drafts


def _is_list(blocks: Sequence[Block]) -> bool:
    """Whether the mappings of a list stand at the top, below no key."""
    declared = [block for block in blocks if isinstance(block, Line) and block.declared]
    entry = next((line for line in declared if line.kind is Kind.ENTRY), None)
    return entry is not None and all(line.level >= entry.level for line in declared)


def _of_entries(blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    """Each mapping of a list is one entry; so is each text between them."""
    drafts: list[Draft] = []
    for mapping, part in _parts(blocks):
        drafts += _of_pairs(_by_key(part)) if mapping else section_drafts(part, looks)
    return [draft for draft in drafts if not looks.blank(draft.text)]


def _parts(blocks: Sequence[Block]) -> list[tuple[bool, list[Block]]]:
    """The blocks of each mapping (True), and what stands between mappings (False)."""
    start = next(block for block in blocks if isinstance(block, Line) and block.kind is Kind.ENTRY)
    parts: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        kind = block.kind if isinstance(block, Line) else None
        sibling = _column(block) <= _column(start) + 1
        if kind is Kind.ENTRY and sibling:
            parts.append((True, []))
            continue
        leaves = (kind is Kind.ITEM and sibling) or (kind is Kind.HEADING and block.level < start.level)
        if not parts or (parts[-1][0] and leaves):
            parts.append((False, []))
        parts[-1][1].append(block)
    return parts


def _column(block: Block) -> int:
    return block.place.column or 0


def _by_key(blocks: Sequence[Block]) -> list[tuple[Line | None, list[Block]]]:
    """The blocks below each key of the highest level."""
    top = min((block.level for block in blocks if isinstance(block, Line) and block.kind is Kind.HEADING), default=0)
    found: list[tuple[Line | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if isinstance(block, Line) and block.kind is Kind.HEADING and block.level == top:
            found.append((block, []))
        else:
            found[-1][1].append(block)
    return [(key, below) for key, below in found if key is not None or below]


def _of_pairs(pairs: Sequence[tuple[Line | None, list[Block]]]) -> list[Draft]:
    """One entry out of "title: ...", "url: ..."."""
    values = [(key, [text for block in below for text in texts_of(block) if text]) for key, below in pairs]
    titles = [texts[0] for key, texts in values if key and texts and bare_words(key.text.flat) == TITLE_KEY]
    lone = [key.text for key, _ in values if key and len(values) == 1]
    lines = lone + [text for _, texts in values for text in texts]
    return [Draft(lines, title=bare_words(titles[0].flat) if titles else "")]


def _of_key(key: Line | None, below: list[Block], looks: Looks) -> list[Draft]:
    if key is None:
        return plain_drafts(below, looks)
    several = any(isinstance(block, Table) or block.kind in (Kind.ITEM, Kind.ENTRY, Kind.HEADING) for block in below)
    if several or looks.grouping(key.text):
        return section_drafts(below, looks)
    return [Draft([key.text, *(text for block in below for text in texts_of(block))], title=bare_words(key.text.flat))]
