"""Labels: the part of a line that says what follows, and the value behind it.

A label may be a heading, a YAML key, a bold lead ("**Audience:** ..."), a plain lead ("Audience: ..."), a short line alone, or
the first cell of a table row. Whether its words mean anything is for the rubric's names to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text

MAX_LABEL_WORDS = 16
"""A longer lead before a colon is a sentence."""

BOLD_RANK = 10
ITALIC_RANK = 15
PLAIN_RANK = 20
"""Where labels stand below headings (rank 1-6): a bold lead above a plain one, list items by their depth."""

MAX_LABEL_LENGTH = 120

LEAD_ENDS = (".", "?", "!")
"""A bold or italic lead may end like a sentence: "**Who should come.** Teachers of ..."."""

_COLON = re.compile(":")
_DASH = re.compile(r"([^\n\u2013\u2014-]{2,60}?)\s+[-\u2013\u2014]{1,2}\s+")
_AFTER_BOLD = re.compile(r"\s*(?:\([^()]{0,60}\)\s*)?[:\u2013\u2014-]\s*")


@dataclass(frozen=True)
class Label:
    """What a line announces. `rest` is the value on the same line, None when nothing follows there.

    rank: how strongly it divides, 1 the most; a label ends everything announced with the same rank or a higher one.
    alone: the line is nothing but this label, without a colon: only a known name makes it one. weak: styled words that run
    into the text without a mark; only a longer known name makes them one.
    """

    text: Text
    rest: Text | None
    rank: int
    declared: bool = False
    alone: bool = False
    weak: bool = False


@lru_cache(maxsize=2048)
def label_of(line: Line) -> Label | None:
    """The label a line begins with, or None when it reads as plain content. Every part of matching asks it of every line."""
    if line.kind is Kind.HEADING:
        return _heading_label(line)
    if line.kind not in (Kind.TEXT, Kind.ITEM) or line.ticked is not None:
        return None
    if line.kind is Kind.TEXT and line.value:
        return None  # the value of a YAML key: its label is the key
    text = line.text.strip()
    if not text.string:
        return None
    return _styled_label(text, line) or _plain_label(text, line) or _lone_label(text, line)


def _heading_label(line: Line) -> Label:
    if line.declared:
        return Label(line.text, None, line.level, declared=True)
    return Label(line.text, None, line.level)


def _rank(line: Line, rank: int) -> int:
    return rank + line.level if line.kind is Kind.ITEM or line.level else rank


def _styled_label(text: Text, line: Line) -> Label | None:
    """A label in bold or italics; its end mark stands inside, behind, or (for a whole bold line) nowhere."""
    length, rank = (text.bold_lead, BOLD_RANK) if text.bold_lead else (text.italic_lead, ITALIC_RANK)
    if not length:
        return None
    lead, rest = text.slice(0, length), text.slice(length)
    inside = _split(lead)
    if inside:
        label, value = inside[0], _joined(inside[1], rest)
    elif not rest.string.strip():
        if rank == ITALIC_RANK:
            return None
        label, value = lead, rest
    elif lead.string.rstrip().endswith(LEAD_ENDS):
        label, value = lead, rest
    else:
        behind = _AFTER_BOLD.match(rest.string)
        if not behind:
            return _weak_label(lead, rest, _rank(line, rank))
        label, value = lead, rest.slice(behind.end())
    if len(label.string.split()) > MAX_LABEL_WORDS:
        return None
    return Label(label.strip(" :."), value.strip() or None, _rank(line, rank))


def _weak_label(lead: Text, rest: Text, rank: int) -> Label | None:
    """Styled words that run into the text: "*By the end you can* say ...", or in capitals: "**ACTIVITY** Webinar with ..."."""
    capitals = lead.string.isupper() and sum(map(str.isalpha, lead.string)) >= 4
    words = len(lead.string.split())
    begins = rest.string.strip()[:1]
    new_sentence = rank < ITALIC_RANK and (
        begins.isupper() or begins.isdigit()
    )  # "**Audience** Teachers of grades 3 to 5"
    if not capitals and not (3 <= words <= MAX_LABEL_WORDS or new_sentence):
        return None
    return Label(lead.strip(" :."), rest.strip() or None, rank, weak=not capitals)


def _joined(head: Text, tail: Text) -> Text:
    return Text(tail.file, (*head.runs, *tail.runs), tail.label) if head.runs else tail


def _plain_label(text: Text, line: Line) -> Label | None:
    split = _split(text)
    if split is None or len(split[0].string.split()) > MAX_LABEL_WORDS or not any(map(str.isalpha, split[0].string)):
        return None
    return Label(split[0].strip(), split[1] or None, _rank(line, PLAIN_RANK))


def _split(text: Text) -> tuple[Text, Text] | None:
    """At the first colon (not inside a time or an address), or at a free-standing dash when it comes early."""
    cut = _colon(text.string)
    if cut:
        return text.slice(0, cut), text.slice(cut + 1).strip(" :\t\n")
    dash = _DASH.match(text.string)
    if dash:
        return text.slice(0, dash.end(1)), text.slice(dash.end()).strip()
    return None


def _colon(string: str) -> int:
    """The offset of the colon that ends a label, 0 when there is none."""
    for match in _COLON.finditer(string, 1, MAX_LABEL_LENGTH):
        before, after = string[match.start() - 1], string[match.end() : match.end() + 2]
        if not (before.isdigit() and after[:1].isdigit()) and after != "//":
            return match.start()
    return 0


def _lone_label(text: Text, line: Line) -> Label | None:
    words = text.string.split()
    if "\n" in text.string or len(words) > MAX_LABEL_WORDS or text.string.endswith((".", "!", ";", ",")):
        return None
    return Label(text.strip(" :"), None, _rank(line, PLAIN_RANK), alone=True)
