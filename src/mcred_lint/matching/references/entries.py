"""Finding the entries of a list, such as the sources: below what announces it, or by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Entries, Entry, Passage
from mcred_lint.matching.references.links import TITLE_WORDS, distinct, link_spans, web_links
from mcred_lint.matching.references.looks import Draft, Looks
from mcred_lint.matching.references.mappings import section_drafts
from mcred_lint.matching.references.sections import of_run, plain_drafts, runs_of, texts_of
from mcred_lint.matching.specs import ListPlace, Phrases
from mcred_lint.text.folding import bare_words
from mcred_lint.text.general import GeneralWords
from mcred_lint.text.names import NameTable
from mcred_lint.text.placeholders import PlaceholderWords
from mcred_lint.text.references import (
    is_web,
    reads_as_sentence,
    same_address,
    stated_title,
    title_of,
)

__all__ = ["distinct", "find_entries", "guess_entries"]

MOST = 0.6
"""A run is a list of sources when this share of it looks like references."""
SHORT = 120
"""Characters of a line that may be an entry without looking like one."""

_DIVIDED = (Kind.ITEM, Kind.ENTRY, Kind.HEADING)
_BRACKETED = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|\"[^\"]{0,200}\"|\u201c[^\u201d]{0,200}\u201d")


def find_entries(
    passages: Sequence[Passage], spec: ListPlace, general: GeneralWords, placeholders: PlaceholderWords
) -> Entries | None:
    """The entries below the list's own heading, label or key: each counts, whatever it looks like.

    None without a passage; a list in which nothing was filled in has no entries.
    """
    if not passages:
        return None
    looks = _looks(spec, general, placeholders)
    drafts = [draft for passage in passages for draft in _declared(passage, looks)]
    heading = next((passage.heading for passage in passages if passage.heading is not None), None)
    entries = tuple(map(_entry, drafts))
    place = heading.place if heading is not None else entries[0].place if entries else None
    return distinct(Entries(entries, place, _several_works(entries, looks)))


def _looks(spec: ListPlace, general: GeneralWords, placeholders: PlaceholderWords) -> Looks:
    return Looks(general, placeholders, _table(spec.groups), _table(spec.names))


@lru_cache(maxsize=32)
def _table(names: Phrases) -> NameTable:
    return NameTable({"": names})


def _declared(passage: Passage, looks: Looks) -> list[Draft]:
    drafts = section_drafts(passage.blocks, looks)
    shaped = any(isinstance(block, Table) or block.kind in _DIVIDED for block in passage.blocks)
    told = all(looks.prose(draft.text) or reads_as_sentence(draft.text.flat, looks.general) for draft in drafts)
    return drafts if shaped or not (told or len(drafts) == 1) else _in_sentences(passage.blocks, drafts, looks)


def _in_sentences(blocks: Sequence[Block], drafts: list[Draft], looks: Looks) -> list[Draft]:
    """The sources that sentences name: their links, or what stands between the semicolons of a single line."""
    if any(looks.citation(draft) and stated_title(draft.text.string) for draft in drafts):
        return drafts
    links = _link_drafts(blocks)
    if len(links) > max(1, len(drafts)):
        return links
    lines = [block.text for block in blocks if isinstance(block, Line) and block.kind is Kind.TEXT]
    pieces = [piece for text in lines[:1] for piece in _between_semicolons(text) if not looks.blank(piece)]
    return [Draft([piece]) for piece in pieces] if len(lines) == 1 and len(pieces) >= 3 else drafts


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
    title = draft.title or stated_title(text.string) or _shown_title(text) or title_of(text.string)
    return Entry(text, text.place, draft.addresses, title)


def _shown_title(text: Text) -> str:
    """The longest text that a link of the entry shows, where it is long enough to be a title."""
    shown = [bare_words(link.shown) for link in text.links if not is_web(link.shown)]
    longest = max(shown, key=len, default="")
    return longest if len(longest.split()) >= TITLE_WORDS else ""


def _several_works(entries: Sequence[Entry], looks: Looks) -> str | None:
    """A note on the entries in which at least two pieces between semicolons have a year or an address of their own."""
    places = []
    for entry in (entry for entry in entries if ";" in entry.text.string):
        works = [piece for piece in _between_semicolons(entry.text) if looks.dated_or_linked(piece)]
        places += [str(entry.place)] if len(works) > 1 else []
    return f"An entry that names several works counts as one: {', '.join(places)}." if places else None


# ---- nothing announces the list --------------------------------------------------------------------------------------


def guess_entries(
    passages: Sequence[Passage], spec: ListPlace, general: GeneralWords, placeholders: PlaceholderWords
) -> Entries | None:
    """The entries of a list that nothing announces: runs of references, else footnotes and the links in the text.

    None when nothing looks like a source; only for lists that hold sources.
    """
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
    seen = {same_address(link) for draft in (*runs, *notes) for link in draft.addresses}
    new = [draft for draft in links if not seen.intersection(map(same_address, draft.addresses))]
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
    return plain_drafts(notes, looks)


def _link_drafts(blocks: Sequence[Block]) -> list[Draft]:
    """One draft for each page that the text links to."""
    found: dict[str, Draft] = {}
    for block in blocks:
        for text in texts_of(block):
            for start, end, _ in link_spans(text):
                shown = text.slice(start, end)
                for link in web_links((shown,))[:1]:
                    found.setdefault(same_address(link), Draft([shown]))
    return list(found.values())
