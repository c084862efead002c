"""Finding the entries of a list, such as the sources: below what announces it, or by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Entries, Entry, Passage
from mcred_lint.matching.source_links import distinct, web_links
from mcred_lint.matching.source_sections import linked, of_run, plain_drafts, runs_of, section_drafts, texts_of
from mcred_lint.matching.source_shapes import Draft, Looks
from mcred_lint.matching.specs import ListPlace
from mcred_lint.text.general import GeneralWords
from mcred_lint.text.names import NameTable
from mcred_lint.text.placeholders import PlaceholderWords
from mcred_lint.text.references import same_address, title_of

__all__ = ["distinct", "find_entries", "guess_entries"]

MOST = 0.6
"""A run is a list of sources when this share of it looks like references."""
SHORT = 120
"""Characters of a line that may be an entry without looking like one."""

_BRACKETED = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|\"[^\"]{0,200}\"|\u201c[^\u201d]{0,200}\u201d")


def find_entries(
    passages: Sequence[Passage], spec: ListPlace, general: GeneralWords, placeholders: PlaceholderWords
) -> Entries | None:
    """The entries below the list's own heading, label or key: each counts, whatever it looks like. None without a passage."""
    if not passages:
        return None
    looks = _looks(spec, general, placeholders)
    drafts = [draft for passage in passages for draft in _declared(passage, looks)]
    heading = next((passage.heading for passage in passages if passage.heading is not None), None)
    entries = tuple(map(_entry, drafts))
    place = heading.place if heading is not None else entries[0].place if entries else None
    return distinct(Entries(entries, place, _several_works(entries)))


def _looks(spec: ListPlace, general: GeneralWords, placeholders: PlaceholderWords) -> Looks:
    return Looks(general, placeholders, NameTable({"group": spec.groups}), NameTable({"list": spec.names}))


def _declared(passage: Passage, looks: Looks) -> list[Draft]:
    drafts = section_drafts(passage.blocks, looks)
    if len(drafts) <= 1 and not any(isinstance(block, Table) or block.kind is Kind.ITEM for block in passage.blocks):
        return _in_sentence(passage.blocks, looks) or drafts
    return drafts


def _in_sentence(blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    """The sources that one sentence names: its links, or what stands between its semicolons."""
    drafts = _link_drafts(blocks)
    if len(drafts) >= 2:
        return drafts
    lines = [block.text for block in blocks if isinstance(block, Line) and block.kind is Kind.TEXT]
    pieces = [piece for text in lines for piece in _between_semicolons(text)] if len(lines) == 1 else []
    return [Draft([piece]) for piece in pieces if not looks.blank(piece)] if len(pieces) >= 3 else []


def _between_semicolons(text: Text) -> Iterator[Text]:
    start = 0
    for end in (*_semicolons(text.string), len(text.string)):
        yield text.slice(start, end).strip()
        start = end + 1


def _semicolons(string: str) -> list[int]:
    bare = _BRACKETED.sub(lambda found: " " * len(found[0]), string)
    return [offset for offset, character in enumerate(bare) if character == ";"]


def _entry(draft: Draft) -> Entry:
    text = draft.text
    return Entry(text, text.place, linked(draft), draft.title or _shown_title(draft) or title_of(text.string))


def _shown_title(draft: Draft) -> str:
    """The text shown for a link when it is the whole entry."""
    return ""


def _several_works(entries: Sequence[Entry]) -> str | None:
    places = [str(entry.place) for entry in entries if _semicolons(entry.text.string) and len(entry.links) > 1]
    return f"An entry that names several works counts as one: {', '.join(places)}." if places else None


# ---- nothing announces the list ---------------------------------------------------------------------------------------


def guess_entries(
    passages: Sequence[Passage], spec: ListPlace, general: GeneralWords, placeholders: PlaceholderWords
) -> Entries | None:
    """The entries of a list that nothing announces: runs of references, else footnotes, else the links in the text. None when
    nothing looks like a source; only for lists that hold sources."""
    if spec.holds != "sources":
        return None
    looks = _looks(spec, general, placeholders)
    blocks = [block for passage in passages for block in passage.blocks]
    drafts, how = _by_looks(blocks, looks)
    if not drafts:
        return None
    entries = tuple(map(_entry, drafts))
    return distinct(Entries(entries, entries[0].place, f"Nothing announces {spec.title}; {how}."))


def _by_looks(blocks: Sequence[Block], looks: Looks) -> tuple[list[Draft], str]:
    runs = [draft for run in _runs(blocks) for draft in _references(run, looks)]
    if len(runs) >= 2:
        return runs, "what looks like references was taken for it"
    notes = _note_drafts(blocks, looks)
    links = _link_drafts([block for block in blocks if isinstance(block, Table) or block.kind is not Kind.NOTE])
    seen = {same_address(link) for draft in (*runs, *notes) for link in linked(draft)}
    new = [draft for draft in links if not seen.intersection(map(same_address, linked(draft)))]
    if notes:
        return [*runs, *notes, *new], "the footnotes and links in the text were taken for it"
    return [*runs, *new], "the links in the text were taken for it"


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Stretches without a heading or rule between."""
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and block.kind in (Kind.HEADING, Kind.RULE):
            if run:
                yield run
            run = []
        else:
            run.append(block)
    if run:
        yield run


def _references(run: Sequence[Block], looks: Looks) -> list[Draft]:
    """The entries of those lists, tables and paragraphs of a run that mostly look like references."""
    found: list[Draft] = []
    for shape, blocks in runs_of(run):
        if shape == "notes":
            continue
        drafts = of_run(shape, blocks, looks)
        if shape == "lines":
            drafts = _stretch(drafts, looks)
        citations = sum(map(looks.citation, drafts))
        if citations >= 2 and citations >= MOST * len(drafts):
            found += drafts
    return found


def _stretch(drafts: Sequence[Draft], looks: Looks) -> list[Draft]:
    """The paragraphs from the first reference to the last, and a short one behind them."""
    at = [number for number, draft in enumerate(drafts) if looks.citation(draft)]
    if not at:
        return []
    behind = drafts[at[-1] + 1 : at[-1] + 2]
    short = [draft for draft in behind if len(draft.text.flat) <= SHORT and not looks.introduces(draft.text)]
    return [*drafts[at[0] : at[-1] + 1], *short]


def _note_drafts(blocks: Sequence[Block], looks: Looks) -> list[Draft]:
    notes = [block for block in blocks if isinstance(block, Line) and block.kind is Kind.NOTE]
    return [draft for draft in plain_drafts(notes, looks)]


def _link_drafts(blocks: Sequence[Block]) -> list[Draft]:
    """One draft for each page that the text links to."""
    found: dict[str, Draft] = {}
    for block in blocks:
        for text in texts_of(block):
            for draft in _links_of(text):
                for link in web_links(draft.lines)[:1]:
                    found.setdefault(same_address(link), draft)
    return list(found.values())


def _links_of(text: Text) -> Iterator[Draft]:
    from mcred_lint.text.references import find_addresses

    offset, spans = 0, []
    for run in text.runs:
        if run.link is not None:
            spans.append((offset, offset + len(run.text)))
        offset += len(run.text)
    for address in find_addresses(text.string):
        if not any(start <= address.start < end for start, end in spans):
            spans.append((address.start, address.end))
    for start, end in sorted(spans):
        yield Draft([text.slice(start, end)])
