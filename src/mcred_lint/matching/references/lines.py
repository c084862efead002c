"""Entries typed as paragraphs and lines: with or without blank lines between, wrapped by hand, numbered, labelled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.references.links import web_links
from mcred_lint.matching.references.looks import Draft, Looks
from mcred_lint.matching.references.numbers import split_numbered
from mcred_lint.text.folding import bare_words
from mcred_lint.text.references import find_addresses, names_an_author, without_addresses

SHORT_LABEL_WORDS = 3
WRAP_WIDTH = 50
"""Lines of a paragraph wrapped by hand are at least this long,"""
CLEARLY_SHORT = 0.8
"""and one that ends before this share of the longest was not wrapped there."""

_OPENING_QUOTES = ("\u201c", '"', "\u2018")
_DIGITS = re.compile(r"\d+")


def paragraph_drafts(blocks: Sequence[Line], looks: Looks) -> list[Draft]:
    """One draft for each paragraph or line that is an entry; what is quoted below others is a remark on them."""
    if len({line.quoted for line in blocks}) == 2:
        return _with_quotations(blocks, looks)
    paragraphs = [[line.text for line in lines] for _, lines in groupby(blocks, key=lambda line: line.block)]
    paragraphs = [[text for text in lines if not looks.blank(text)] for lines in paragraphs]
    paragraphs = [lines for lines in paragraphs if lines]
    labelled = _labelled_drafts(paragraphs, looks)
    if labelled:
        return labelled
    setting = _Setting(_width(paragraphs), len(paragraphs) > 1, looks)
    drafts = [draft for lines in paragraphs for draft in _paragraph(lines, setting)]
    return _without_remarks(_attached(drafts, looks), looks)


def _with_quotations(blocks: Sequence[Line], looks: Looks) -> list[Draft]:
    drafts: list[Draft] = []
    for quoted, stretch in groupby(blocks, key=lambda line: line.quoted):
        if quoted and drafts:
            drafts[-1].below.extend(line.text for line in stretch)
        elif not quoted:
            drafts += paragraph_drafts(list(stretch), looks)
    return drafts


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
    pieces = split_numbered(join(lines))
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
    telling = 2 * sum(looks.introduces(draft.text) for draft in drafts) <= len(drafts)
    entries: list[Draft] = []
    for number, draft in enumerate(drafts):
        text = draft.text
        colon = text.flat.endswith(":") and not looks.reference(text)
        opening = not entries and number < len(drafts) - 1
        if looks.grouping(text) or colon or (opening and looks.introduces(text)):
            continue
        aside = telling and not text.bold_lead and looks.introduces(text)
        if aside or (looks.prose(text) and not looks.reference(text)):
            if entries:
                entries[-1].below.append(text)
        else:
            entries.append(draft)
    return entries
