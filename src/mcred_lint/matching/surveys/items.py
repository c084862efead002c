"""The items of a form: each prompt with what stands below it. The same for a blank form and for a filled-in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text, join
from mcred_lint.matching.surveys.heads import item_heads
from mcred_lint.matching.surveys.options import Option, before_scale, is_printed_scale
from mcred_lint.matching.surveys.prompts import CODE, FINISHED, LEAD, asks, code_of
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.text.folding import bare_words


@dataclass(frozen=True)
class FormItem:
    """One item. `head` is the line that begins it, without its number; it may hold the answer as well, or be the
    answer.

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


@dataclass
class _Draft:
    head: Text
    style: Style
    start: int
    block: int
    number: str | None = None
    below: list[Line] = field(default_factory=list)
    blank: bool = False

    def item(self) -> FormItem:
        return FormItem(self.head, self.style, self.start, self.number, tuple(self.below), (), self.blank)


def read_form(blocks: Sequence[Block], known: Sequence[str] = (), first: int = 0) -> Form:
    """The items that a stretch of lines holds (tables are left out). `known`: the survey's questions, where they are
    known; `first`: the number of the stretch's first block in its form."""
    lines = [(first + number, block) for number, block in enumerate(blocks) if isinstance(block, Line)]
    heads = item_heads([line for _, line in lines], known)
    drafts: list[_Draft] = []
    loose: list[Line] = []
    for position, (start, line) in enumerate(lines):
        style = heads.get(position)
        if style is not None:
            drafts.append(_begun(line, style, start))
        elif not drafts or (line.kind is Kind.HEADING and not line.declared):
            loose.append(line)
        else:
            _add(drafts[-1], line)
    return Form(tuple(draft.item() for draft in drafts), tuple(loose))


def _begun(line: Line, style: Style, start: int) -> _Draft:
    text, number = line.text.strip(), line.marker if line.marker != "-" else None
    code = (
        code_of(text)
        if style in (Style.CODED, Style.HEADING, Style.BOLD, Style.KNOWN, Style.MARK, Style.DECLARED)
        else None
    )
    if code is not None and (code[1] or style is not Style.KNOWN):
        number, text = code[0], code[1] or text
    elif style is Style.PAIRED:
        text = text.slice(_lead_end(text.string))
    if style is Style.BOX:
        return _Draft(text, style, start, line.block, below=[line])
    cut = before_scale(text)
    if not text.string[:cut].strip():
        return _Draft(text, style, start, line.block, number)
    scale = [replace(line, kind=Kind.TEXT, text=text.slice(cut))] if cut < len(text.string) else []
    return _Draft(text.slice(0, cut).strip(), style, start, line.block, number, scale)


def _lead_end(string: str) -> int:
    found = LEAD.match(string)
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
    return draft.style in (Style.HEADING, Style.CODED) and (
        CODE.fullmatch(draft.head.string) is not None or draft.head.string.endswith(":")
    )


def _continues(draft: _Draft, line: Line) -> bool:
    """A question that was wrapped over two lines."""
    same = line.block == draft.block and line.kind is Kind.TEXT and draft.style is not Style.DECLARED
    return (
        same
        and not draft.below
        and not draft.head.string.rstrip().endswith(FINISHED)
        and line.ticked is None
        and any(map(str.isalpha, line.text.string))
        and not is_printed_scale(line.text)
    )
