"""The lines of a form that begin an item.

People number their questions, print them bold, put them under bullets or write them as plain lines, and number the
options and the answers as well. So the lines are found by the form's own style: that of its first question.
"""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.matching.surveys.keys import leaf_keys
from mcred_lint.matching.surveys.leads import labelled, paired
from mcred_lint.matching.surveys.prompts import FINISHED, PROMPT_WORDS, asks, code_of, repeats
from mcred_lint.matching.surveys.styles import Style, bold_lead_asks, rated_style, style_of
from mcred_lint.text.folding import bare_words


def item_heads(lines: Sequence[Line], known: Sequence[str]) -> dict[int, Style]:
    """{line number: the style of the item that begins there}."""
    if any(line.declared and line.kind is Kind.HEADING for line in lines):
        return _declared_heads(lines)
    pairs = paired(lines)
    if pairs:
        return pairs
    styles = {
        number: style
        for number in range(len(lines))
        if (style := style_of(lines[number]) or rated_style(lines, number))
    }
    repeated = {number for number, line in enumerate(lines) if known and _repeats_known(line, known)}
    if repeated and 2 * len(repeated) >= len(known):
        return _known_heads(lines, styles, repeated)
    main = _main_style(lines, styles)
    heads = labelled(lines) if main is None else _without_wrapped(lines, _of_style(lines, styles, main))
    return _with_statements(lines, heads)


def _with_statements(lines: Sequence[Line], heads: dict[int, Style]) -> dict[int, Style]:
    """The heads, and before them the statements to tick that stand under no question."""
    first = min(heads, default=len(lines))
    if len(heads) == 1 and heads[first] is Style.BOLD and not asks(lines[first].text.string):
        first = len(lines)
    boxed = [number for number, line in enumerate(lines[:first]) if line.ticked is not None]
    if len(boxed) < 2 or any(len(lines[number].text.string.split()) < PROMPT_WORDS for number in boxed):
        return heads
    return dict.fromkeys(boxed, Style.BOX) | {number: style for number, style in heads.items() if first <= number}


def _without_wrapped(lines: Sequence[Line], heads: dict[int, Style]) -> dict[int, Style]:
    """The heads without the second lines of wrapped questions."""
    return {
        number: style
        for number, style in heads.items()
        if number - 1 not in heads or not _wraps(lines[number - 1], lines[number])
    }


def _wraps(line: Line, following: Line) -> bool:
    same = line.block == following.block and following.kind is Kind.TEXT
    return same and not line.text.string.rstrip().endswith(FINISHED) and code_of(following.text) is None


def _repeats_known(line: Line, known: Sequence[str]) -> bool:
    if line.kind in (Kind.RULE, Kind.ENTRY) or line.ticked is not None or not line.text:
        return False
    code = code_of(line.text)
    return repeats((code[1] if code else line.text).string, known) is not None


def _known_heads(lines: Sequence[Line], styles: dict[int, Style], repeated: set[int]) -> dict[int, Style]:
    """Repeated questions, and with them numbered lines of the same kind that change the words."""
    counted = [
        styles[number]
        for number in repeated
        if styles.get(number) in (Style.CODED, Style.NUMBERED_BOLD, Style.NUMBERED)
    ]
    like = {number for number, style in styles.items() if counted and style is counted[0]}
    if like:
        level = min(lines[number].level for number in like)
        like = {number for number in like if lines[number].level == level}
    return dict.fromkeys(sorted(repeated | like), Style.KNOWN)


def _main_style(lines: Sequence[Line], styles: dict[int, Style]) -> Style | None:
    """The style of the first question; where nothing asks, the plainest style that stands there."""
    asking = [style for number, style in styles.items() if asks(lines[number].text.string)]
    coded = [style for style in styles.values() if style is Style.CODED]
    if len(coded) > 1 or not asking:  # one alone is a title: "Artifact 4: Feedback survey"
        asking = [s for n, s in styles.items() if s is Style.CODED or asks(lines[n].text.string)]
    headings = [number for number, style in styles.items() if style is Style.HEADING]
    if asking.count(Style.HEADING) < 2 and not _same_headings(lines, headings):
        asking = [style for style in asking if style is not Style.HEADING] or asking
    elif _same_headings(lines, headings):
        return Style.HEADING
    counted = [style for style in asking if style is not Style.MARK]
    if counted:
        return counted[0]
    marked = [number for number, style in styles.items() if style is Style.MARK]
    others = [number for number, style in styles.items() if style not in (Style.MARK, Style.HEADING)]
    if len(marked) > 1 and (not others or marked[0] < others[0]):
        return Style.MARK
    below = [styles[number] for number in others]
    bold = [number for number, style in styles.items() if style is Style.BOLD]
    if len(bold) > 1 and below[0] is Style.BOLD:
        return Style.BOLD
    return min(below, default=Style.MARK if asking else None)


def _same_headings(lines: Sequence[Line], headings: Sequence[int]) -> bool:
    """One heading over every question: "Question:" again and again."""
    texts = [bare_words(lines[number].text.string) for number in headings]
    return (
        len(texts) > 1
        and texts.count(texts[-1]) > 1
        and all(code_of(lines[number].text) is None for number in headings)
    )


def _of_style(lines: Sequence[Line], styles: dict[int, Style], main: Style) -> dict[int, Style]:
    """The lines of the main style at its outermost level, with the questions that stand out as plainly."""
    found = {number: style for number, style in styles.items() if style is main}
    if main is Style.HEADING:
        same = _same_headings(lines, list(found))
        texts = [bare_words(lines[number].text.string) for number in found]
        return {
            n: s
            for n, s in found.items()
            if asks(lines[n].text.string) or (same and texts.count(bare_words(lines[n].text.string)) > 1)
        }
    if main in (Style.NUMBERED, Style.NUMBERED_BOLD, Style.BULLET):
        found |= _counted_with(lines, styles, main)
        level = min(lines[number].level for number in found)
        found = {number: style for number, style in found.items() if lines[number].level == level}
        found = _without_letters(lines, found)
    if main is Style.BOLD and any(asks(lines[number].text.string) for number in found):
        found = {
            n: s
            for n, s in found.items()
            if asks(lines[n].text.string)
            or lines[n].text.string.rstrip().endswith(":")
            or bold_lead_asks(lines[n].text)
        }
    if main is Style.MARK and len(found) > 1:
        found |= {
            n: Style.MARK
            for n, line in enumerate(lines)
            if line.kind is Kind.TEXT and n not in styles and _is_open_label(line)
        }
    if main is not Style.MARK:
        found |= {
            n: s
            for n, s in styles.items()
            if s in (Style.BOLD, Style.HEADING, Style.CODED) and asks(lines[n].text.string)
        }
    return dict(sorted(found.items()))


def _counted_with(lines: Sequence[Line], styles: dict[int, Style], main: Style) -> dict[int, Style]:
    """The numbered lines that belong to the main ones although they are set another way: bold ones among plain ones;
    plain ones among bold ones where only together they count from 1 to the last."""
    if main is Style.NUMBERED:
        return {number: Style.NUMBERED_BOLD for number, style in styles.items() if style is Style.NUMBERED_BOLD}
    both: dict[int, Style] = {n: s for n, s in styles.items() if s in (Style.NUMBERED, Style.NUMBERED_BOLD)}
    markers = [lines[number].marker for number in both]
    counting = markers == [str(number) for number in range(1, len(markers) + 1)]
    return both if main is Style.NUMBERED_BOLD and counting else {}


def _is_open_label(line: Line) -> bool:
    """ "What would you change:" among plain questions."""
    string = line.text.string.strip()
    return string.endswith(":") and PROMPT_WORDS <= len(string.split()) <= 20


def _without_letters(lines: Sequence[Line], found: dict[int, Style]) -> dict[int, Style]:
    """Of numbers and letters the numbers count: a) to d) are options, A over 1 is a section."""
    numbered = {number: style for number, style in found.items() if (lines[number].marker or "").isdigit()}
    return numbered or found


def _declared_heads(lines: Sequence[Line]) -> dict[int, Style]:
    """Keys that hold a text, not further keys; of a key that holds a list, the entries of the list."""
    heads: dict[int, Style] = {}
    for number, entries in leaf_keys(lines).items():
        heads |= dict.fromkeys(entries, Style.BULLET) if entries else {number: Style.DECLARED}
    bullets = {n: Style.BULLET for n, line in enumerate(lines) if line.kind is Kind.ITEM and line.ticked is None}
    return heads or bullets
