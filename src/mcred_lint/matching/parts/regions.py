"""Which blocks belong to a part: those from its start up to the next one or to what ends it."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.matching.labels import Label, label_of
from mcred_lint.matching.lexicon import FIELD, TIMES
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.fields import fill_from_blocks
from mcred_lint.matching.parts.stream import Start, Stream
from mcred_lint.matching.parts.titles import is_break
from mcred_lint.text.folding import bare_words


def drafts_from(starts: Sequence[Start], stream: Stream, setting: Setting) -> list[Draft]:
    """One draft for each start; a number, or a heading, that comes again further down continues the part of that name."""
    drafts: dict[str, Draft] = {}
    for order, start in enumerate(starts):
        region = _region(start, _stop(start, starts[order + 1 :], stream), stream, setting)
        known = drafts.setdefault(_name(start), _draft(start))
        known.blocks += region
        known.title = known.title or start.title
    for draft in drafts.values():
        fill_from_blocks(draft, setting)
    return list(drafts.values())


def _name(start: Start) -> str:
    """What tells a part from the others."""
    if start.number is not None:
        return start.number
    return f'"{bare_words(start.heading.string)}"' if start.title is not None else f"at {start.at}"


def _draft(start: Start) -> Draft:
    return Draft(start.heading, start.number, start.title, start.rank, order=start.at, word=start.word)


def _stop(start: Start, later: Sequence[Start], stream: Stream) -> int:
    """Where the next part begins. A deeper start with the same number is the part itself once more."""
    following = (other.at for other in later if other.rank <= start.rank or other.number != start.number)
    return next(following, len(stream))


def _region(start: Start, stop: int, stream: Stream, setting: Setting) -> list[Block]:
    passage, first = stream[start.at]
    region = _said_on_first_line(start, first)
    end = _End(start, setting)
    for number, block in stream[start.at + 1 : stop]:
        if number != passage or end.is_reached(block):
            break
        region.append(block)
    return region


def _said_on_first_line(start: Start, first: Block) -> list[Block]:
    """What of the first line belongs to the part's content: a label that is no number and title, or labels behind them."""
    if not isinstance(first, Line):
        return []
    if start.title is None and start.number is None:
        return [first]
    label = label_of(first)
    if label is None or label.rest is None or ":" not in label.rest.string:
        return []
    return [Line(Kind.TEXT, label.rest, first.level, first.block)]


class _End:
    """Whether a block ends a part. Labels as strong as the part's own heading are its fields when their words say so; once one
    was (`_flat`), the fields of this part stand beside its heading and not below it."""

    def __init__(self, start: Start, setting: Setting) -> None:
        self._start = start
        self._setting = setting
        self._flat = False

    def is_reached(self, block: Block) -> bool:
        if not isinstance(block, Line):
            return False
        if block.kind is Kind.ENTRY:
            return block.level <= self._start.rank
        if self._is_break_beside(block):
            return True
        label = label_of(block)
        return label is not None and label.rank <= self._start.rank and self._is_ended_by(label, block)

    def _is_break_beside(self, line: Line) -> bool:
        beside = line.kind is Kind.ITEM and line.level <= self._start.level
        return beside and is_break(line.text.string, self._setting.spec)

    def _is_ended_by(self, label: Label, line: Line) -> bool:
        stronger = label.rank < self._start.rank
        keys = self._setting.names.in_part(label)
        if any(key.startswith(FIELD) or key in TIMES for key in keys):
            self._flat = True
            return line.kind is Kind.HEADING and stronger
        if keys or self._setting.names.in_component(label):
            return True
        if line.kind is Kind.HEADING:
            return stronger or not self._flat
        return self._start.level > 0 and line.kind is Kind.ITEM and label.rest is None and stronger
