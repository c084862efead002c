"""How a line of a form shows that an item begins there: by a number, bold, a bullet, a question mark."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.surveys.options import is_printed_scale
from mcred_lint.matching.surveys.prompts import CODE, PROMPT_WORDS, asks


class Style(IntEnum):
    """How a line shows that an item begins, the plainest sign first."""

    DECLARED = 0
    """A YAML key or a column header."""
    KNOWN = 1
    """It repeats a question of the survey."""
    CODED = 2
    """"Q3." or "Question 3:"."""
    PAIRED = 3
    """"Q:" above "A:"."""
    HEADING = 4
    NUMBERED_BOLD = 5
    NUMBERED = 6
    BOLD = 7
    BULLET = 8
    MARK = 9
    """A plain line that ends with a question mark."""
    LABELLED = 10
    """"Best part: the cards", line by line."""
    BOX = 11
    """A statement with a box to tick, under no question."""


def style_of(line: Line) -> Style | None:
    """The sign of an item that a line bears."""
    text = line.text.strip()
    if not text or line.ticked is not None or line.kind in (Kind.RULE, Kind.ENTRY):
        return None
    string = text.string
    code = CODE.match(string)
    if line.kind is Kind.HEADING:
        return Style.CODED if code and (code["word"] or asks(string)) else Style.HEADING
    if line.kind is Kind.ITEM and line.marker not in (None, "-"):
        return Style.NUMBERED_BOLD if text.bold_lead > 1 else Style.NUMBERED
    if code is not None and code["word"] is not None and len(code["word"]) != 2:
        return Style.CODED
    if text.bold and any(map(str.isalpha, string)):
        return Style.BOLD
    if bold_lead_asks(text):
        return Style.BOLD
    if line.kind is Kind.ITEM:
        return Style.BULLET
    return Style.MARK if asks(string) and line.kind in (Kind.TEXT, Kind.CODE) else None


def rated_style(lines: Sequence[Line], number: int) -> Style | None:
    """A plain statement above the numbers or boxes to choose from is marked as plainly as a question."""
    line, following = lines[number], lines[number + 1 : number + 2]
    if line.kind is not Kind.TEXT or line.ticked is not None or len(line.text.string.split()) < PROMPT_WORDS:
        return None
    chosen_from = [other for other in following if other.kind is Kind.TEXT and is_printed_scale(other.text)]
    return Style.MARK if chosen_from and not is_printed_scale(line.text) else None


def bold_lead_asks(text: Text) -> bool:
    """Whether a line begins with a bold question or a bold label, whose colon may stand behind the bold."""
    lead, rest = text.string[: text.bold_lead].rstrip(), text.string[text.bold_lead :].lstrip()
    return bool(lead) and (asks(lead) or lead.endswith(":") or rest.startswith(":"))
