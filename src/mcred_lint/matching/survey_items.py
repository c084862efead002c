"""The items of a form: each prompt with what stands below it. The same for a blank form and for a filled-in one.

People number their questions, print them bold, put them under bullets or write them as plain lines, and number the options and
the answers as well. So the lines that begin an item are found by the form's own style: that of its first question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.survey_options import Option, before_scale
from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.phrases import index


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


@dataclass(frozen=True)
class FormItem:
    """One item. `head` is the line that begins it, without its number; it may hold the answer as well, or be the answer.

    `start` is the number of its first block in the form.
    """

    head: Text
    style: Style
    start: int
    number: str | None = None
    below: tuple[Line, ...] = ()
    options: tuple[Option, ...] = ()
    """From a table's columns; options in lines are still below."""
    blank: bool = False
    """A line to write on stands below it."""

    @property
    def asks(self) -> bool:
        return asks(self.head.string)

    @property
    def key(self) -> str:
        return bare_words(self.head.string)


@dataclass(frozen=True)
class Form:
    """A form as read: its items, and the lines that belong to none of them."""

    items: tuple[FormItem, ...] = ()
    loose: tuple[Line, ...] = ()


_CODE = re.compile(r"\W{0,3}(?:(?P<word>[^\W\d_]{1,9})[ .]{0,2}#?\s?)?(?P<number>\d{1,2})\s?(?:[.:)\u2013\u2014-](?=\s|$|[^\W\d])\s*|$)")
_LEAD = re.compile(r"\W{0,3}(?P<word>[^\W\d_]{1,10}):\s*")
LABEL = re.compile(r"\W{0,3}(?P<label>[^\W\d_][^\n:.?!]{0,40}):(?=\s|$)\s*")
_ASKING = re.compile(r"\?[\s*_)\"'\u201d\u2019\u2b50\ufe0f:]{0,6}(?:\([^()]{0,120}\)|\[[^\[\]]{0,60}\]|[*_.\s:\u2026\u2b50\ufe0f]){0,8}$")
_OPEN_END = re.compile(r"(?:_{3,}|\.{3,}|\u2026)\s*[.?*]?\s*$")
_FINISHED = (".", "?", "!", ":", ")", "_", "\u2026", "*")
PROMPT_WORDS = 3
"""A statement to rate has at least so many words."""


def asks(string: str) -> bool:
    """Whether a line ends as a question: with "?", whatever scale or mark stands behind, or with a blank to fill in."""
    tail = string[-300:]
    return bool(_ASKING.search(tail)) or bool(_OPEN_END.search(tail))


def code_of(text: Text) -> tuple[str, Text] | None:
    """The number of "Q3. What ...", and the text behind it; None where no number stands before."""
    found = _CODE.match(text.string)
    return (found["number"], text.slice(found.end())) if found else None


def repeats(string: str, known: Sequence[str]) -> int | None:
    """Which of the known questions a line begins with or shortens."""
    words = index(string).words
    for number, question in enumerate(known):
        if shared_start(string, question) or _shortens(words, string, question):
            return number
    return None


def shared_start(string: str, question: str) -> int:
    """The offset behind a question that a line begins with, 0 where it does not. Brackets and what follows the question mark
    may be missing, and what completes a sentence may stand in the place of its dots."""
    line = index(string)
    for version in _versions(question):
        words = index(version).words
        if len(words) >= 2 and line.words[: len(words)] == words:
            return line.spans[len(words) - 1][1]
    return 0


def _versions(question: str) -> list[str]:
    """A question as written, up to its question mark, and without its brackets."""
    cut = question.find("?")
    bare = re.sub(r"\([^()]{0,200}\)", " ", question)
    found = [question, bare] + ([question[: cut + 1]] if cut > 0 else [])
    stem = _OPEN_END.split(bare.replace("__", "___", 1))[0] if _OPEN_END.search(bare) else re.split(r"_{3,}", bare)[0]
    return [*found, stem] if len(index(stem).words) >= 2 else found


def _shortens(words: list[str], string: str, question: str) -> bool:
    """A question restated in part: its beginning, or most of its words in their order, and a question mark."""
    asked = index(question).words
    if len(words) >= PROMPT_WORDS and asked[: len(words)] == words:
        return True
    shared = sum(word in asked for word in words)
    return asks(string) and len(words) >= PROMPT_WORDS and 5 * shared >= 4 * len(words) and 2 * len(words) >= len(asked)


@dataclass
class _Draft:
    head: Text
    style: Style
    start: int
    block: int
    number: str | None
    below: list[Line] = field(default_factory=list)
    blank: bool = False

    def item(self) -> FormItem:
        return FormItem(self.head, self.style, self.start, self.number, tuple(self.below), (), self.blank)


def read_form(blocks: Sequence[Block], known: Sequence[str] = (), first: int = 0) -> Form:
    """The items that a stretch of lines holds (tables are left out). `known`: the survey's questions, where they are known;
    `first`: the number of the stretch's first block in its form."""
    lines = [(first + number, block) for number, block in enumerate(blocks) if isinstance(block, Line)]
    heads = _heads([line for _, line in lines], known)
    drafts: list[_Draft] = []
    loose: list[Line] = []
    for position, (start, line) in enumerate(lines):
        style = heads.get(position)
        if style is not None:
            drafts.append(_begun(line, style, start))
        elif not drafts:
            loose.append(line)
        elif line.kind is Kind.HEADING and not line.declared:
            loose.append(line)
        else:
            _add(drafts[-1], line)
    return Form(tuple(draft.item() for draft in drafts), tuple(loose))


def _begun(line: Line, style: Style, start: int) -> _Draft:
    text, number = line.text.strip(), line.marker if line.marker != "-" else None
    code = code_of(text) if style in (Style.CODED, Style.HEADING, Style.BOLD, Style.KNOWN, Style.MARK, Style.DECLARED) else None
    if code is not None and (code[1] or style is not Style.KNOWN):
        number, text = code[0], code[1] or text
    elif style is Style.PAIRED:
        text = text.slice(_lead_end(text.string))
    cut = before_scale(text)
    if not text.string[:cut].strip():
        return _Draft(text, style, start, line.block, number)
    scale = [replace(line, kind=Kind.TEXT, text=text.slice(cut))] if cut < len(text.string) else []
    return _Draft(text.slice(0, cut).strip(), style, start, line.block, number, scale)


def _lead_end(string: str) -> int:
    found = _LEAD.match(string)
    return found.end() if found else 0


def _add(draft: _Draft, line: Line) -> None:
    if line.kind is Kind.RULE:
        draft.blank = True
    elif _continues(draft, line):
        draft.head = join((draft.head, line.text))
    elif not draft.below and _is_code_only(draft):
        draft.head, draft.block, draft.style = line.text.strip(), line.block, Style.CODED
    else:
        draft.below.append(line)


def _is_code_only(draft: _Draft) -> bool:
    """A heading such as "Question 3" or "Question:" whose text stands below it."""
    return draft.style in (Style.HEADING, Style.CODED) and (_CODE.fullmatch(draft.head.string) is not None or draft.head.string.endswith(":"))


def _continues(draft: _Draft, line: Line) -> bool:
    """A question that was wrapped over two lines."""
    same = line.block == draft.block and line.kind is Kind.TEXT and draft.style is not Style.DECLARED
    return same and not draft.below and not draft.head.string.rstrip().endswith(_FINISHED) and line.ticked is None and any(map(str.isalpha, line.text.string))


# -- which lines begin an item


def _heads(lines: Sequence[Line], known: Sequence[str]) -> dict[int, Style]:
    """{line number: the style of the item that begins there}."""
    if any(line.declared and line.kind is Kind.HEADING for line in lines):
        return _declared_heads(lines)
    paired = _paired(lines)
    if paired:
        return paired
    styles = {number: style for number, line in enumerate(lines) if (style := _style(line)) is not None}
    repeated = {number for number, line in enumerate(lines) if known and _repeats_known(line, known)}
    if repeated and 2 * len(repeated) >= len(known):
        return _known_heads(lines, styles, repeated)
    main = _main_style(lines, styles)
    return _labelled(lines) if main is None else _without_wrapped(lines, _of_style(lines, styles, main))


def _labelled(lines: Sequence[Line]) -> dict[int, Style]:
    """Lines that all begin with a label of their own: "Worked: the data"."""
    found = {number: match["label"] for number, line in enumerate(lines) if line.kind is Kind.TEXT and (match := LABEL.match(line.text.string))}
    texts = sum(line.kind is Kind.TEXT for line in lines)
    distinct = len({fold(label) for label in found.values()}) == len(found)
    return dict.fromkeys(found, Style.LABELLED) if len(found) > 1 and distinct and 2 * len(found) > texts else {}


def _without_wrapped(lines: Sequence[Line], heads: dict[int, Style]) -> dict[int, Style]:
    """The heads without the second lines of wrapped questions."""
    return {number: style for number, style in heads.items() if number - 1 not in heads or not _wraps(lines[number - 1], lines[number])}


def _wraps(line: Line, following: Line) -> bool:
    same = line.block == following.block and following.kind is Kind.TEXT
    return same and not line.text.string.rstrip().endswith(_FINISHED) and code_of(following.text) is None


def _repeats_known(line: Line, known: Sequence[str]) -> bool:
    if line.kind in (Kind.RULE, Kind.ENTRY) or line.ticked is not None or not line.text:
        return False
    code = code_of(line.text)
    return repeats((code[1] if code else line.text).string, known) is not None


def _known_heads(lines: Sequence[Line], styles: dict[int, Style], repeated: set[int]) -> dict[int, Style]:
    """Repeated questions, and with them numbered lines of the same kind that change the words."""
    counted = [styles[number] for number in repeated if styles.get(number) in (Style.CODED, Style.NUMBERED_BOLD, Style.NUMBERED)]
    like = {number for number, style in styles.items() if counted and style is counted[0]}
    if like:
        level = min(lines[number].level for number in like)
        like = {number for number in like if lines[number].level == level}
    return dict.fromkeys(sorted(repeated | like), Style.KNOWN)


def _style(line: Line) -> Style | None:
    """The sign of an item that a line bears."""
    text = line.text.strip()
    if not text or line.ticked is not None or line.kind in (Kind.RULE, Kind.ENTRY):
        return None
    string = text.string
    code = _CODE.match(string)
    if line.kind is Kind.HEADING:
        return Style.CODED if code and (code["word"] or asks(string)) else Style.HEADING
    if line.kind is Kind.ITEM and line.marker not in (None, "-"):
        return Style.NUMBERED_BOLD if text.bold_lead > 1 else Style.NUMBERED
    if code is not None and code["word"] is not None and len(code["word"]) != 2:
        return Style.CODED
    if text.bold and any(map(str.isalpha, string)):
        return Style.BOLD
    if _bold_lead_asks(text):
        return Style.BOLD
    if line.kind is Kind.ITEM:
        return Style.BULLET
    return Style.MARK if asks(string) and line.kind in (Kind.TEXT, Kind.CODE) else None


def _main_style(lines: Sequence[Line], styles: dict[int, Style]) -> Style | None:
    """The style of the first question; where nothing asks, the plainest style that stands there."""
    asking = [styles[number] for number in styles if asks(lines[number].text.string) or styles[number] is Style.CODED]
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
    return len(texts) > 1 and texts.count(texts[-1]) > 1 and all(code_of(lines[number].text) is None for number in headings)


def _of_style(lines: Sequence[Line], styles: dict[int, Style], main: Style) -> dict[int, Style]:
    """The lines of the main style at its outermost level, with the questions that stand out as plainly."""
    found = {number: style for number, style in styles.items() if style is main}
    if main is Style.HEADING:
        same = _same_headings(lines, list(found))
        texts = [bare_words(lines[number].text.string) for number in found]
        return {n: s for n, s in found.items() if asks(lines[n].text.string) or (same and texts.count(bare_words(lines[n].text.string)) > 1)}
    if main in (Style.NUMBERED, Style.NUMBERED_BOLD, Style.BULLET):
        found |= {number: style for number, style in styles.items() if main is Style.NUMBERED and style is Style.NUMBERED_BOLD}
        level = min(lines[number].level for number in found)
        found = {number: style for number, style in found.items() if lines[number].level == level}
        found = _without_letters(lines, found)
    if main is Style.BOLD and any(asks(lines[number].text.string) for number in found):
        found = {n: s for n, s in found.items() if asks(lines[n].text.string) or lines[n].text.string.rstrip().endswith(":") or _bold_lead_asks(lines[n].text)}
    if main is Style.MARK and len(found) > 1:
        found |= {n: Style.MARK for n, line in enumerate(lines) if line.kind is Kind.TEXT and n not in styles and _is_open_label(line)}
    if main is not Style.MARK:
        found |= {n: s for n, s in styles.items() if s in (Style.BOLD, Style.HEADING, Style.CODED) and asks(lines[n].text.string)}
    return dict(sorted(found.items()))


def _is_open_label(line: Line) -> bool:
    """"What would you change:" among plain questions."""
    string = line.text.string.strip()
    return string.endswith(":") and PROMPT_WORDS <= len(string.split()) <= 20


def _bold_lead_asks(text: Text) -> bool:
    """Whether a line begins with a bold question or a bold label, whose colon may stand behind the bold."""
    lead, rest = text.string[: text.bold_lead].rstrip(), text.string[text.bold_lead :].lstrip()
    return bool(lead) and (asks(lead) or lead.endswith(":") or rest.startswith(":"))


def _without_letters(lines: Sequence[Line], found: dict[int, Style]) -> dict[int, Style]:
    """Of numbers and letters the numbers count: a) to d) are options, A over 1 is a section."""
    numbered = {number: style for number, style in found.items() if (lines[number].marker or "").isdigit()}
    return numbered or found


def _paired(lines: Sequence[Line]) -> dict[int, Style]:
    """Lines that begin with one short word and a colon, in turn with lines that begin with another: "Q:" and "A:"."""
    leads = [(number, fold(found["word"])) for number, line in enumerate(lines) if line.kind in (Kind.TEXT, Kind.ITEM) and (found := _LEAD.match(line.text.string))]
    words = [word for _, word in leads]
    if len(words) < 2 or words[0] == words[1] or len(set(words)) != 2:
        return {}
    first = words[0]
    in_turn = all(word == first or words[number - 1] == first for number, word in enumerate(words))
    if not in_turn or (len(words) < 4 and len(first) > 1):
        return {}
    return {number: Style.PAIRED for number, word in leads if word == first}


def _declared_heads(lines: Sequence[Line]) -> dict[int, Style]:
    """Keys that hold a text, not further keys; of a key that holds a list, the entries of the list."""
    heads: dict[int, Style] = {}
    for number, line in enumerate(lines):
        if line.kind is Kind.HEADING and line.declared and _is_leaf(lines, number):
            items = _entries(lines, number)
            heads |= dict.fromkeys(items, Style.BULLET) if items else {number: Style.DECLARED}
    return heads if heads else {n: Style.BULLET for n, line in enumerate(lines) if line.kind is Kind.ITEM and line.ticked is None}


def _is_leaf(lines: Sequence[Line], number: int) -> bool:
    following = next((line for line in lines[number + 1 :] if line.kind in (Kind.HEADING, Kind.ENTRY)), None)
    return following is None or following.level <= lines[number].level


def _entries(lines: Sequence[Line], number: int) -> list[int]:
    """The outer entries of a list below a key that stands alone among keys with a list: a form's questions or answers."""
    found: list[int] = []
    for position in range(number + 1, len(lines)):
        line = lines[position]
        if line.kind in (Kind.HEADING, Kind.ENTRY):
            break
        if line.kind is Kind.ITEM and line.ticked is None:
            found.append(position)
    level = min((lines[position].level for position in found), default=0)
    found = [position for position in found if lines[position].level == level]
    listed = len(found) > 1 or any(asks(lines[position].text.string) for position in found)
    key = lines[number].text
    if not listed or asks(key.string) or code_of(key) is not None or _lists_options(lines, number):
        return []
    return found


def _lists_options(lines: Sequence[Line], number: int) -> bool:
    """Whether the entry that a key stands in asks something before: then its list holds the options."""
    for line in reversed(lines[:number]):
        if line.kind is Kind.ENTRY or line.level < lines[number].level and line.kind is Kind.HEADING:
            return False
        if line.kind is Kind.TEXT and asks(line.text.string):
            return True
    return False
