"""The entries of a whole section: below its sub-headings, in its lists, paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.references.lines import paragraph_drafts
from mcred_lint.matching.references.looks import Draft, Looks
from mcred_lint.matching.references.shapes import item_drafts, table_drafts
from mcred_lint.text.folding import bare_words
from mcred_lint.text.phrases import index
from mcred_lint.text.references import REFERENCE

BOLD_LEVEL = 7
"""Where a bold line stands below real headings."""

LONGEST_TITLE = 20
"""Words."""

_SHAPES = {Kind.ITEM: "items", Kind.NOTE: "notes", Kind.TEXT: "lines", Kind.CODE: "lines"}


@dataclass
class Section:
    """A heading with the blocks below it, up to the next one of its level or a higher one."""

    heading: Text
    level: int
    blocks: list[Block] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)

    @property
    def everything(self) -> list[Text]:
        own = [text for block in self.blocks for text in texts_of(block)]
        return own + [text for child in self.children for text in (child.heading, *child.everything)]


def texts_of(block: Block) -> Iterator[Text]:
    """Every text of a block."""
    if isinstance(block, Line):
        yield block.text
    else:
        yield from (cell.text for row in block.all_rows for cell in row.cells)


def heading_drafts(blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    """The entries of a section without keys, whatever shapes it mixes."""
    return _of_section(_tree(blocks, looks), looks)


# ---- headings --------------------------------------------------------------------------------------------------------


def _tree(blocks: Sequence[Block], looks: Looks) -> Section:
    top = Section(Text(""), 0)
    path = [top]
    for block in _with_bold_headings(blocks, looks):
        if isinstance(block, Line) and block.kind is Kind.HEADING:
            while len(path) > 1 and path[-1].level >= block.level:
                path.pop()
            section = Section(block.text, block.level)
            path[-1].children.append(section)
            path.append(section)
        else:
            path[-1].blocks.append(block)
    return top


def _with_bold_headings(blocks: Sequence[Block], looks: Looks) -> Iterator[Block]:
    """Bold lines that stand alone and do not look like references, as headings."""
    sizes: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Line):
            sizes[block.block] = sizes.get(block.block, 0) + 1
    for block in blocks:
        bold = isinstance(block, Line) and block.kind is Kind.TEXT and not block.level and block.text.bold
        if isinstance(block, Line) and bold and sizes[block.block] == 1 and _is_title(block.text, looks):
            yield Line(Kind.HEADING, block.text, BOLD_LEVEL, block.block)
        else:
            yield block


def _is_title(text: Text, looks: Looks) -> bool:
    return not looks.reference(text) and len(index(text.string).words) <= LONGEST_TITLE


def _of_section(section: Section, looks: Looks) -> list[Draft]:
    drafts = plain_drafts(section.blocks, looks)
    if not section.children:
        return drafts
    if len(drafts) == 1 and looks.introduces(drafts[0].text):
        drafts = []
    grouping = [_only_groups(child, section.children, looks) for child in section.children]
    for child, groups in zip(section.children, grouping, strict=True):
        if groups:
            drafts += _of_section(child, looks)
        elif not looks.blank(child.heading) and (child.everything or not all(grouping)):
            drafts.append(_of_heading(child, looks))
    return drafts


def _only_groups(section: Section, siblings: Sequence[Section], looks: Looks) -> bool:
    """Whether a heading holds several entries together, or is the entry itself."""
    if looks.grouping(section.heading):
        return True
    if section.children and not section.blocks:
        return not _repeat_each_other(siblings)
    drafts = plain_drafts(section.blocks, looks)
    references = [draft for draft in drafts if looks.citation(draft) and not looks.address_only(draft.text)]
    if len(references) >= 2:
        return True
    if any(isinstance(block, Table) for block in section.blocks) and len(drafts) >= 2:
        return True
    items = [block for block in section.blocks if isinstance(block, Line) and block.kind is Kind.ITEM]
    titles = [item for item in items if not looks.prose(item.text) and ":" not in item.text.flat[:30]]
    if len(titles) < max(2, len(items)):
        return False
    return not looks.reference(section.heading) and not _numbered(section.heading)


def _numbered(heading: Text) -> bool:
    """ "Citation 1", "2. Closing Doors": one of a series."""
    words = index(heading.flat).words
    return any(word.isdecimal() and len(word) <= 2 for word in (words[:1] + words[-1:] + words[1:2]))


def _counts_only(heading: Text) -> bool:
    """ "Source 6": a word and a number."""
    return len(index(heading.flat).words) <= 2 and _numbered(heading)


def _repeat_each_other(siblings: Sequence[Section]) -> bool:
    """Whether headings have the same sub-headings (Summary, Evaluation), which then are parts of one entry each."""
    parts = [{bare_words(child.heading.flat) for child in section.children} for section in siblings if section.children]
    return len(parts) >= 2 and any(first & second for first, second in pairwise(parts))


def _of_heading(section: Section, looks: Looks) -> Draft:
    """The entry that a heading announces: the heading is its title, unless the reference itself stands below."""
    below = section.everything
    written = (text for text in below if not looks.address_only(text) and not looks.prose(text))
    reference = next((text for text in written if looks.reference(text)), None)
    if reference is None and _counts_only(section.heading):
        reference = next(iter(below), None)
    if reference is not None and not looks.reference(section.heading):
        return Draft([reference], [section.heading, *(text for text in below if text is not reference)])
    return Draft([section.heading], below)


# ---- runs of one shape -----------------------------------------------------------------------------------------------


def plain_drafts(blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    """The entries of blocks without headings among them."""
    parts = [(shape, of_run(shape, found, looks)) for shape, found in runs_of(blocks)]
    chosen = _chosen(parts, looks)
    return _collect(parts, chosen, looks)


def runs_of(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Neighbouring blocks of one shape: "items", "lines", "table" or "notes"."""
    for shape, found in groupby(_shaped(blocks), key=lambda pair: pair[0]):
        yield shape, [block for _, block in found]


def _shaped(blocks: Iterable[Block]) -> Iterator[tuple[str, Block]]:
    """Each block with its shape; what stands inside a list item goes with the list."""
    for block in blocks:
        if isinstance(block, Table):
            yield ("items" if block.level else "table"), block
        elif block.kind in _SHAPES:
            yield ("items" if block.level and block.kind is not Kind.NOTE else _SHAPES[block.kind]), block


def of_run(shape: str, blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    """The entries of one run; of notes only those that look like references."""
    lines = [block for block in blocks if isinstance(block, Line)]
    if shape == "table":
        return [draft for block in blocks if isinstance(block, Table) for draft in table_drafts(block, looks)]
    if shape == "items":
        return item_drafts(lines, looks)
    drafts = paragraph_drafts(lines, looks)
    if shape == "notes":
        drafts = [draft for draft in drafts if looks.reference(draft.text) and not looks.prose(draft.text)]
    return drafts


def _chosen(parts: Sequence[tuple[str, list[Draft]]], looks: Looks) -> set[str]:
    """Which shapes carry the entries: lists and tables before paragraphs, paragraphs before notes.

    Where the paragraphs look much more like references than the items below them, the items are remarks on them.
    """
    found: dict[str, list[Draft]] = {}
    for shape, drafts in parts:
        found.setdefault(shape, []).extend(drafts)
    found = {shape: drafts for shape, drafts in found.items() if drafts}
    if "lines" in found and "items" in found and _mean(found["lines"], looks) >= _mean(found["items"], looks) + 1:
        references = [draft for draft in found["items"] if looks.citation(draft)]
        if 2 * len(references) < len(found["items"]):
            return {"lines"}
    if {"items", "table"} & found.keys():
        return {"items", "table"}
    return {"lines"} if "lines" in found else {"notes"}


def _mean(drafts: Sequence[Draft], looks: Looks) -> float:
    return sum(looks.score(draft.text) for draft in drafts) / len(drafts)


def _collect(parts: Sequence[tuple[str, list[Draft]]], chosen: set[str], looks: Looks) -> list[Draft]:
    entries: list[Draft] = []
    for shape, drafts in parts:
        if shape in chosen:
            entries += drafts
        elif shape == "lines" and chosen == {"items", "table"}:
            entries += [draft for draft in drafts if looks.citation(draft) and looks.score(draft.text) > REFERENCE]
        elif entries and shape == "items":
            entries[-1].below.extend(draft.text for draft in drafts)
    return entries
