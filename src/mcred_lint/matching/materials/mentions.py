"""What a text names beside itself: links, bare addresses and file names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Link, Text
from mcred_lint.matching.content import Passage
from mcred_lint.matching.prose import visible
from mcred_lint.text.addresses import find_addresses

_ENDINGS = "pdf|docx?|pptx?|xlsx?|csv|md|markdown|txt|png|jpe?g|gif|mp4|key|odt|odp|html?|zip|ya?ml"
_FILE_NAME = re.compile(rf"[\w()'&+-][\w ()'&+./-]{{0,120}}\.(?:{_ENDINGS})\b", re.IGNORECASE)
_WEB = ("http://", "https://", "www.")
_NOTHING_TO_OPEN = ("#", "mailto:", "tel:")


def is_web(link: Link) -> bool:
    return link.target.lower().startswith(_WEB)


def mentions(passage: Passage) -> Iterator[Link]:
    """Every link, bare address and file name in a passage and its headings."""
    headings = (block.text for block in passage.blocks if isinstance(block, Line) and block.kind is Kind.HEADING)
    for text in (*visible(passage.blocks), *headings):
        yield from (link for link in text.links if not link.target.startswith(_NOTHING_TO_OPEN))
        yield from _addresses(text)
        yield from _file_names(text)


def _addresses(text: Text) -> Iterator[Link]:
    for address in find_addresses(text.string):
        shown = text.slice(address.start, address.end)
        if not any(shown.string in link.shown for link in text.links):
            yield Link(address.url, shown.string, shown.place)


def _file_names(text: Text) -> Iterator[Link]:
    """The last word of each: where in a sentence a name with spaces begins cannot be told."""
    for match in _FILE_NAME.finditer(text.string):
        piece = text.slice(match.end() - len(match.group().rsplit(" ", 1)[-1]), match.end())
        linked = any(piece.string in link.shown for link in text.links)
        if not linked and "//" not in text.string[max(0, match.start() - 3) : match.end()]:
            yield Link(piece.string, piece.string, piece.place)
