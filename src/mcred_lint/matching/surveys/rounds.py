"""Where a form begins again within one stretch: the first question comes back, or its number does, or a divider stands
between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.surveys.items import FormItem
from mcred_lint.matching.surveys.prompts import LEAD, shared_start
from mcred_lint.matching.surveys.stretches import Stretch
from mcred_lint.matching.surveys.styles import Style
from mcred_lint.matching.surveys.words import COMPLETED, ONE


@dataclass(frozen=True)
class Round:
    """One copy of the form within a stretch: its items, and its blocks from `first` up to `last`."""

    items: tuple[FormItem, ...] = ()
    first: int = 0
    last: int = 0
    heading: Text | None = None
    """The line right above it that names it."""


def rounds(stretch: Stretch, items: tuple[FormItem, ...], asked: int) -> list[Round]:
    """The copies of the form that a stretch holds. `asked`: how many questions the survey has, 0 when unknown."""
    groups = list(_groups(stretch, items, asked))
    firsts = [0, *(_first_block(stretch, former, group) for former, group in pairwise(groups))][: len(groups)]
    lasts = [*firsts[1:], len(stretch.blocks)]
    return [
        Round(
            _cut_off(group, stretch.blocks, last),
            first,
            last,
            _heading(stretch, first, group),
        )
        for group, first, last in zip(groups, firsts, lasts, strict=False)
    ]


def _groups(stretch: Stretch, items: tuple[FormItem, ...], asked: int) -> Iterator[tuple[FormItem, ...]]:
    if not items:
        return
    if stretch.role == ONE and len(items) == 1:
        yield items
    elif stretch.role == COMPLETED and all(item.style is Style.BULLET and not item.below for item in items):
        yield from _bullets(items, stretch, asked)
    else:
        starts = [0]
        for number in range(1, len(items)):
            if _begins_again(items, number, stretch) or _counts_anew(items, number, starts):
                starts.append(number)
        for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
            yield items[start:end]


def _bullets(items: tuple[FormItem, ...], stretch: Stretch, asked: int) -> Iterator[tuple[FormItem, ...]]:
    """Answers without questions or numbers: cut at dividers, else as many at a time as there are questions, else each
    is all that somebody said."""
    rules = [number for number, block in enumerate(stretch.blocks) if _is_rule(block)]
    if rules:
        edges = pairwise([-1, *rules, len(stretch.blocks)])
        groups = (tuple(item for item in items if low < item.start < high) for low, high in edges)
        yield from filter(None, groups)
        return
    size = asked if asked and len(items) % asked == 0 else 1
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _begins_again(items: Sequence[FormItem], number: int, stretch: Stretch) -> bool:
    first, item = items[0], items[number]
    if first.number is not None and item.number is not None and first.number != item.number:
        return False
    if first.key and len(first.key.split()) > 1 and (item.key == first.key or _same_question(item, first)):
        return True
    if first.number is None or item.number != first.number or item.style is not first.style:
        return False
    if stretch.role == COMPLETED or stretch.answers:
        return True
    between = any(_divides(block) for block in stretch.blocks[items[number - 1].start : item.start])
    return between and _answers_follow(items, number)


def _counts_anew(items: Sequence[FormItem], number: int, starts: Sequence[int]) -> bool:
    """Whether the numbers start once more, as they did before, as many items later as the form has."""
    first, item = items[0], items[number]
    length = starts[1] if len(starts) > 1 else 0
    return length > 1 and number - starts[-1] == length and item.number == first.number and item.style is first.style


def _same_question(item: FormItem, first: FormItem) -> bool:
    return first.asks and item.style is first.style and shared_start(item.head.string, first.head.string) > 0


def _divides(block: Block) -> bool:
    return isinstance(block, Line) and (
        block.kind in (Kind.HEADING, Kind.RULE) or (block.kind is Kind.TEXT and block.text.bold)
    )


def _answers_follow(items: Sequence[FormItem], number: int) -> bool:
    """Whether numbered answers follow numbered questions: the first round asks, this one does not."""
    length = next(place for place in range(1, number + 1) if items[place].number == items[0].number)
    ahead = items[number : number + length]
    return 2 * sum(item.asks for item in items[:length]) > length and 3 * sum(item.asks for item in ahead) <= len(ahead)


# -- the blocks of a round


def _first_block(stretch: Stretch, former: Sequence[FormItem], group: Sequence[FormItem]) -> int:
    """A round begins at its heading or name, or at the divider above."""
    first, floor = group[0].start, former[-1].start
    while first - 1 > floor and (_is_heading(stretch.blocks[first - 1]) or _names(stretch, first - 1, floor)):
        first -= 1
    return first


def _names(stretch: Stretch, number: int, floor: int) -> bool:
    """Whether a line such as "From: a participant" names who answers: a divider stands right above it, or the same
    label does before the first round."""
    block = stretch.blocks[number]
    if not isinstance(block, Line) or block.kind is not Kind.TEXT or (label := LEAD.match(block.text.string)) is None:
        return False
    if number - 1 > floor and _is_rule(stretch.blocks[number - 1]):
        return True
    first = next((other for other in stretch.blocks if isinstance(other, Line) and other.kind is Kind.TEXT), block)
    same = LEAD.match(first.text.string)
    return first is not block and same is not None and same["word"] == label["word"]


def _is_rule(block: Block) -> bool:
    return isinstance(block, Line) and block.kind is Kind.RULE


def _is_heading(block: Block) -> bool:
    return isinstance(block, Line) and (block.kind in (Kind.HEADING, Kind.ENTRY) or block.text.bold)


def _heading(stretch: Stretch, first: int, items: Sequence[FormItem]) -> Text | None:
    """The first line of a round, where it stands above the items."""
    for block in stretch.blocks[first : items[0].start]:
        if isinstance(block, Line) and (
            _is_heading(block) or (block.kind is Kind.TEXT and LEAD.match(block.text.string))
        ):
            return block.text
    return None


def _cut_off(items: tuple[FormItem, ...], blocks: Sequence[Block], last: int) -> tuple[FormItem, ...]:
    """The items without the lines that stand behind the round."""
    behind = {id(block) for block in blocks[last:]}
    final = items[-1]
    return (*items[:-1], replace(final, below=tuple(line for line in final.below if id(line) not in behind)))
