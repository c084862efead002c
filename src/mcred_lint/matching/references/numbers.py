"""Numbers typed into a text as markers of entries: [1] ... [2] ..., 1) ... 2) ..."""

from __future__ import annotations

import re

from mcred_lint.document.text import Text

_MARKER = re.compile(r"(?<!\S)(?:\[(\d{1,2})\]|\((\d{1,2})\)|(\d{1,2})([.)]))\s{1,9}(?=\S)")


def split_numbered(text: Text) -> list[Text]:
    """The pieces of "[1] ... [2] ..."; empty when the text does not begin with such a number."""
    string = text.string
    first = _MARKER.match(string)
    if first is None:
        return []
    cuts = [first.span(), *_in_order(string, int(first[1] or first[2] or first[3]) + 1)]
    ends = [*(start for start, _ in cuts), len(string)][1:]
    return [text.slice(after, end).strip() for (_, after), end in zip(cuts, ends, strict=True)]


def split_item(text: Text, marker: str | None) -> list[Text]:
    """An item "1) ..." in which "2) ..." and "3) ..." follow on the same line, in pieces."""
    if not (marker and marker.isdecimal() and len(marker) <= 2):
        return [text]
    cuts = _in_order(text.string, int(marker) + 1)
    ends = [*(start for start, _ in cuts), len(text.string)]
    return [text.slice(start, end).strip() for start, end in zip([0, *(after for _, after in cuts)], ends, strict=True)]


def _in_order(string: str, expected: int) -> list[tuple[int, int]]:
    """Where the numbers from `expected` on stand in a text: [2], (2), 2), and 2. at the beginning of a line."""
    cuts = []
    for match in _MARKER.finditer(string):
        inside_line = match.start() > 0 and string[match.start() - 1] != "\n"
        if int(match[1] or match[2] or match[3]) == expected and not (inside_line and match[3] and match[4] == "."):
            cuts.append(match.span())
            expected += 1
    return cuts
