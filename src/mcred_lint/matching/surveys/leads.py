"""Lines that begin with a word of their own and a colon: "Worked: the data", "Q: ..." above "A: ..."."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.matching.surveys.prompts import ASKED, LABEL, LEAD
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.text.folding import fold


def labelled(lines: Sequence[Line]) -> dict[int, Style]:
    """{line number: style} of lines that all begin with a label or a question of their own: "Worked: the data",
    "What worked? The data"."""
    texts = [number for number, line in enumerate(lines) if line.kind is Kind.TEXT]
    for lead, style in ((LABEL, Style.LABELLED), (ASKED, Style.MARK)):
        found = {number: match.group() for number in texts if (match := lead.match(lines[number].text.string))}
        distinct = len({fold(label) for label in found.values()}) == len(found)
        if len(found) > 1 and distinct and 2 * len(found) > len(texts):
            return dict.fromkeys(found, style)
    return {}


def paired(lines: Sequence[Line]) -> dict[int, Style]:
    """The same of lines that begin with one short word and a colon, in turn with lines that begin with another:
    "Q:" and "A:"."""
    leads = [
        (number, fold(found["word"]))
        for number, line in enumerate(lines)
        if line.kind in (Kind.TEXT, Kind.ITEM) and (found := LEAD.match(line.text.string))
    ]
    words = [word for _, word in leads]
    if len(words) < 2 or words[0] == words[1] or len(set(words)) != 2:
        return {}
    first = words[0]
    in_turn = all(word == first or words[number - 1] == first for number, word in enumerate(words))
    if not in_turn or (len(words) < 4 and len(first) > 1):
        return {}
    return {number: Style.PAIRED for number, word in leads if word == first}
