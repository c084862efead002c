"""The shapes in which people write the entries of a list: list items, paragraphs, lines, table rows.

Each shape turns blocks into drafts: what belongs to one entry, and what only stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from mcred_lint.document.blocks import Cell, Kind, Line, Row, Table
from mcred_lint.document.text import Text, join
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.prose import is_blank
from mcred_lint.matching.source_links import web_links
from mcred_lint.text.folding import bare_words
from mcred_lint.text.general import GeneralWords
from mcred_lint.text.names import NameTable
from mcred_lint.text.phrases import find_phrases, index
from mcred_lint.text.placeholders import PlaceholderWords
from mcred_lint.text.references import (
    REFERENCE,
    find_addresses,
    names_an_author,
    reads_as_prose,
    reads_as_sentence,
    reference_score,
    without_addresses,
)

SHORTEST_TITLE = 4
"""Characters; a shorter cell is a number or a code."""
DEEPEST = 6
"""Levels of lists in lists that are looked into."""
INTRODUCTION_SHARE = 0.4
SHORT_LABEL_WORDS = 3
WRAP_WIDTH = 50
"""Lines of a paragraph wrapped by hand are at least this long,"""
CLEARLY_SHORT = 0.8
"""and one that ends before this share of the longest was not wrapped there."""

_MARKER = re.compile(r"(?<!\S)(?:\[(\d{1,2})\]|\((\d{1,2})\)|(\d{1,2})([.)]))\s{1,9}(?=\S)")
_DIGITS = re.compile(r"\d+")


@dataclass
class Draft:
    """One entry in the making: its own lines, and what stands below it (annotations, a line with the link)."""

    lines: list[Text]
    below: list[Text] = field(default_factory=list)
    title: str = ""

    @cached_property
    def text(self) -> Text:
        return join(self.lines)


@dataclass(frozen=True)
class Looks:
    """What a text looks like to somebody who reads a list of sources."""

    general: GeneralWords
    placeholders: PlaceholderWords
    groups: NameTable
    names: NameTable

    def score(self, text: Text) -> int:
        return reference_score(text.flat, self.general, bool(web_links((text,))))

    def reference(self, text: Text) -> bool:
        return self.score(text) >= REFERENCE

    def blank(self, text: Text) -> bool:
        return is_blank(text.string, self.placeholders)

    def prose(self, text: Text) -> bool:
        return reads_as_prose(text.flat, self.general)

    def grouping(self, text: Text) -> bool:
        """The text is the name of a group of entries, or of the list itself."""
        title = text.flat.strip(" :")
        return len(title) <= 120 and bool(self.groups.keys(title) or self.names.keys(title))

    def introduces(self, text: Text) -> bool:
        """A sentence that may stand over a list: closed, made of small words, without a sign of a reference."""
        string = text.flat
        if string.endswith(":"):
            return not self.reference(text)
        words = index(string).words
        small = sum(word in self.general.common_words for word in words) >= INTRODUCTION_SHARE * len(words)
        return small and string.endswith((".", "!")) and len(words) >= 4 and not self.score(text)

    def address_only(self, text: Text) -> bool:
        """Nothing but an address, perhaps behind a word such as "Link:"."""
        found = find_addresses(text.string)
        if not found:
            return bool(text.links) and len(index(text.flat).words) <= 2
        rest = text.string[: found[0].start] + text.string[found[-1].end :]
        return len(index(rest).words) <= 1

    def opened(self, string: str) -> bool:
        """The string says when a page was opened."""
        return any(hit.start == 0 for hit in find_phrases(string, self.general.accessed))

    def citation(self, draft: Draft) -> bool:
        """Looks like a reference, and not like a sentence that mentions one."""
        text = draft.text
        if not self.reference(text) or self.prose(text) or reads_as_sentence(text.flat, self.general):
            return False
        return len(index(text.string).words) <= 45 or names_an_author(text.string)


# ---- list items ------------------------------------------------------------------------------------------------------


def item_drafts(blocks: Sequence[Line], looks: Looks, depth: int = 0) -> list[Draft]:
    """One draft for each item of the highest level; deeper ones stand below it, unless it only groups them."""
    drafts: list[Draft] = []
    for own in _by_item(blocks):
        item, *rest = own
        nested = [line for line in rest if line.level > item.level or (line.kind is Kind.ITEM)]
        lines = [item.text, *(line.text for line in rest if line.kind is Kind.TEXT and line.block == item.block)]
        if depth < DEEPEST and _groups_items(join(lines), nested, looks):
            drafts += item_drafts(nested, looks, depth + 1)
            continue
        below = [line.text for line in rest if line.block != item.block or line.kind is not Kind.TEXT]
        pieces = _numbered_on(join(lines), item.marker)
        drafts += [Draft([piece]) for piece in pieces[:-1] if not looks.blank(piece)]
        own = Draft([pieces[-1]] if len(pieces) > 1 else lines, below)
        drafts += [] if looks.blank(own.text) else [_with_addresses(own, looks)]
    return drafts


def _numbered_on(text: Text, marker: str | None) -> list[Text]:
    """An item "1) ..." in which "2) ..." and "3) ..." follow on the same line, in pieces."""
    if not (marker and marker.isdecimal() and len(marker) <= 2):
        return [text]
    cuts = _in_order(text.string, int(marker) + 1)
    ends = [*(start for start, _ in cuts), len(text.string)]
    return [text.slice(start, end).strip() for start, end in zip([0, *(after for _, after in cuts)], ends, strict=True)]


def _by_item(blocks: Sequence[Line]) -> Iterator[list[Line]]:
    top = min((line.level for line in blocks if line.kind is Kind.ITEM), default=0)
    own: list[Line] = []
    for line in blocks:
        if line.kind is Kind.ITEM and line.level <= top:
            if own:
                yield own
            own = [line]
        elif own:
            own.append(line)
    if own:
        yield own


def _groups_items(text: Text, nested: Sequence[Line], looks: Looks) -> bool:
    items = [line.text for line in nested if line.kind is Kind.ITEM]
    if not items:
        return looks.grouping(text)
    if looks.grouping(text) or (text.flat.endswith(":") and not looks.reference(text)):
        return True
    return not looks.reference(text) and sum(map(looks.reference, items)) > len(items) / 2


def _with_addresses(draft: Draft, looks: Looks) -> Draft:
    """Lines below that are nothing but an address belong to the entry itself."""
    own = [text for text in draft.below if looks.address_only(text)]
    return Draft([*draft.lines, *own], [text for text in draft.below if text not in own], draft.title)


# ---- paragraphs and lines --------------------------------------------------------------------------------------------


def paragraph_drafts(blocks: Sequence[Line], looks: Looks) -> list[Draft]:
    """One draft for each paragraph or line that is an entry."""
    paragraphs = [[line.text for line in lines] for _, lines in groupby(blocks, key=lambda line: line.block)]
    paragraphs = [[text for text in lines if not looks.blank(text)] for lines in paragraphs]
    paragraphs = [lines for lines in paragraphs if lines]
    labelled = _labelled_drafts(paragraphs, looks)
    if labelled:
        return labelled
    setting = _Setting(_width(paragraphs), len(paragraphs) > 1, looks)
    drafts = [draft for lines in paragraphs for draft in _paragraph(lines, setting)]
    return _without_remarks(_attached(drafts, looks), looks)


@dataclass(frozen=True)
class _Setting:
    """What the paragraphs around a line say: how long their lines are, and whether blank lines divide them."""

    width: int
    divided: bool
    looks: Looks


def _width(paragraphs: Sequence[Sequence[Text]]) -> int:
    """The longest line, addresses left out: they are not wrapped."""
    return max((len(without_addresses(text.string)) for lines in paragraphs for text in lines), default=0)


def _labelled_drafts(paragraphs: Sequence[Sequence[Text]], looks: Looks) -> list[Draft]:
    """Blocks of labelled lines ("Title: ...", "Author: ..."): one for each time that the first label comes again."""
    lines = [text for paragraph in paragraphs for text in paragraph]
    names = [_label_name(text) for text in lines]
    start = next((name for name in names if name), "")
    others = [text for text, name in zip(lines, names, strict=True) if name != start]
    if not start or names.count(start) < 2 or not others or names[0] != start:
        return []
    if sum(looks.reference(text) and not looks.address_only(text) for text in others) * 2 > len(others):
        return []
    drafts: list[Draft] = []
    for text, name in zip(lines, names, strict=True):
        if name == start:
            drafts.append(Draft([_without_number(text)]))
        elif looks.prose(text) or not name:
            drafts[-1].below.append(text)
        else:
            drafts[-1].lines.append(text)
    return drafts


def _without_number(text: Text) -> Text:
    """The value behind "Source 1:"; other labels ("Interview:") say something about the entry and stay."""
    label = label_of(Line(Kind.TEXT, text))
    numbered = label is not None and label.rest is not None and _DIGITS.search(label.text.string)
    return label.rest if label and label.rest and numbered else text


def _label_name(text: Text) -> str:
    """The words of a short label at the beginning of a line, without its number."""
    label = label_of(Line(Kind.TEXT, text))
    if label is None or label.alone or label.rest is None or len(label.text.string.split()) > SHORT_LABEL_WORDS:
        return ""
    return bare_words(_DIGITS.sub(" ", label.text.string)) or "#"


def _paragraph(lines: Sequence[Text], setting: _Setting) -> Iterator[Draft]:
    """The entries of one paragraph: numbered in the text, or begun by some of its lines."""
    pieces = _numbered(join(lines))
    if pieces:
        yield from (Draft([piece]) for piece in pieces if not setting.looks.blank(piece))
        return
    bold = lines[0].bold_lead > 0
    drafts: list[list[Text]] = []
    for text in lines:
        if drafts and (text.bold_lead == 0 if bold else not _begins(text, drafts[-1], setting)):
            drafts[-1].append(text)
        else:
            drafts.append([text])
    yield from map(Draft, drafts)


def _numbered(text: Text) -> list[Text]:
    """The pieces of "[1] ... [2] ..."; empty when the text does not begin with such a number."""
    string = text.string
    first = _MARKER.match(string)
    if first is None:
        return []
    cuts = [first.span(), *_in_order(string, int(first[1] or first[2] or first[3]) + 1)]
    ends = [*(start for start, _ in cuts), len(string)][1:]
    return [text.slice(after, end).strip() for (_, after), end in zip(cuts, ends, strict=True)]


def _in_order(string: str, expected: int) -> list[tuple[int, int]]:
    """Where the numbers from `expected` on stand in a text: [2], (2), 2), and 2. at the beginning of a line."""
    cuts = []
    for match in _MARKER.finditer(string):
        inside_line = match.start() > 0 and string[match.start() - 1] != "\n"
        if int(match[1] or match[2] or match[3]) == expected and not (inside_line and match[3] and match[4] == "."):
            cuts.append(match.span())
            expected += 1
    return cuts


def _begins(text: Text, before: Sequence[Text], setting: _Setting) -> bool:
    """Whether a line begins a new entry or goes on with the one before it."""
    looks, last, string = setting.looks, before[-1].string.rstrip(), text.string.lstrip()
    if looks.address_only(text):
        return any(web_links((other,)) for other in before)
    if not (string[:1].isupper() or string[:1].isdigit() or string[:1] in _OPENING_QUOTES) or looks.opened(string):
        return False
    if names_an_author(string) and (_is_ended(last) or _ends_with_address(last)):
        return True
    room = len(last) + 1 + len(string.split()[0])
    if setting.width < WRAP_WIDTH or _ends_with_address(last) or room <= CLEARLY_SHORT * setting.width:
        return True
    return _is_ended(last) and looks.reference(text) and not setting.divided


_OPENING_QUOTES = ("\u201c", '"', "\u2018")


def _is_ended(string: str) -> bool:
    return string.endswith((".", ")", "?", "!", "\u201d", '"'))


def _ends_with_address(string: str) -> bool:
    found = find_addresses(string)
    return bool(found) and len(string) - found[-1].end <= 2


def _attached(drafts: Iterable[Draft], looks: Looks) -> list[Draft]:
    """An address in a paragraph of its own belongs to the entry above, when that has none."""
    found: list[Draft] = []
    for draft in drafts:
        if found and looks.address_only(draft.text) and not web_links(found[-1].lines):
            found[-1] = Draft([*found[-1].lines, *draft.lines], found[-1].below, found[-1].title)
        else:
            found.append(draft)
    return found


def _without_remarks(drafts: Sequence[Draft], looks: Looks) -> list[Draft]:
    """Introductions and sentences about an entry are no entries."""
    entries: list[Draft] = []
    for number, draft in enumerate(drafts):
        text = draft.text
        if looks.grouping(text) or (number < len(drafts) - 1 and not entries and looks.introduces(text)):
            continue
        if text.flat.endswith(":") and not looks.reference(text):
            continue
        if looks.prose(text) and not looks.reference(text):
            if entries:
                entries[-1].below.append(text)
        else:
            entries.append(draft)
    return entries


# ---- tables ----------------------------------------------------------------------------------------------------------


def table_drafts(table: Table, looks: Looks) -> list[Draft]:
    """One draft for each row that says something; a header that holds data is a row like the others."""
    rows = list(table.rows)
    header = table.header
    if header is not None and _is_data(header, looks):
        rows = [header, *rows]
    elif header is None and rows and not _is_data(rows[0], looks) and any(_is_data(row, looks) for row in rows[1:]):
        rows = rows[1:]
    if max((len(row.cells) for row in table.all_rows), default=0) == 1:
        cells = [cell for row in rows for cell in row.cells]
        return [draft for cell in cells for draft in _cell_drafts(cell, looks)]
    return [draft for row in rows if (draft := _row_draft(row, looks)) is not None]


def _is_data(row: Row, looks: Looks) -> bool:
    return any(looks.score(cell.text) >= REFERENCE for cell in row.cells)


def _cell_drafts(cell: Cell, looks: Looks) -> list[Draft]:
    lines = [Line(Kind.TEXT, text.strip(), block=1) for text in cell.text.lines()]
    return paragraph_drafts(lines, looks)


def _row_draft(row: Row, looks: Looks) -> Draft | None:
    """The cells of a row, each said once; its title is what its first two cells with words say: author and title."""
    cells = list({cell.text.flat: cell.text for cell in row.cells if cell.text and not looks.blank(cell.text)}.values())
    said = [text for text in cells if any(map(str.isalpha, text.string))]
    if not said or (len(said) == 1 and looks.grouping(said[0])):
        return None
    titles = [text.flat for text in said if len(text.flat) >= SHORTEST_TITLE and not looks.address_only(text)]
    return Draft(cells, title=bare_words(" ".join(titles[:2])))
