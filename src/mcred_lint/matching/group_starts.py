"""Parts that begin with a heading, a label, a list item or a YAML entry. Each way of dividing gives a family of drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.group_drafts import Draft, Setting, fill_from_blocks, is_break, numbered_start, title_in
from mcred_lint.matching.labels import PLAIN_RANK, Label, label_of
from mcred_lint.matching.lengths import title_length
from mcred_lint.matching.lexicon import FIELD, TIMES
from mcred_lint.text.folding import bare_words, fold

_WORD_AND_NUMBER = re.compile(r"[^\w]*([^\W\d]{2,20})\s+#?(\d{1,2})\b")

LEAST_FIELDS = 2
"""A heading of the author's own divides parts when at least this many field labels stand under it."""

Stream = Sequence[tuple[int, Block]]
"""Blocks with the number of the passage they stand in."""


@dataclass(frozen=True)
class Start:
    """A line that may begin a part."""

    at: int
    heading: Text
    rank: int
    number: str | None = None
    title: Text | None = None
    level: int = 0
    """The nesting depth of a list item, 0 for other lines."""
    word: str | None = None
    """What a part is called before its number."""


def families(stream: Stream, setting: Setting) -> Iterator[list[Draft]]:
    """Every way in which the lines of a passage divide into parts."""
    by_word: dict[str, list[Start]] = {}
    for word, start in _numbered(stream, setting):
        by_word.setdefault(word, []).append(start)
    yield from (_drafts(starts, stream, setting) for starts in by_word.values())
    yield from (_drafts(starts, stream, setting) for starts in _lists_of_entries(stream))
    titled = [
        draft
        for draft in _drafts(list(_titled(stream, setting)), stream, setting)
        if draft.filled or draft.length is not None
    ]
    if titled:
        yield titled
    yield from _own_titles(stream, setting)


# ---- ways of beginning ------------------------------------------------------------------------------------------------


def _numbered(stream: Stream, setting: Setting) -> Iterator[tuple[str, Start]]:
    extra = tuple(word for word in _counting_words(stream) if word not in setting.spec.called)
    if extra:
        setting = replace(setting, spec=setting.spec.model_copy(update={"called": (*setting.spec.called, *extra)}))
    for at, (_, block) in enumerate(stream):
        label = label_of(block) if isinstance(block, Line) else None
        if label is None or not isinstance(block, Line):
            continue
        found = numbered_start(label.text.string, setting)
        if found is None or not _reads_as_heading(label, block):
            continue
        word, number, end = found
        heading = block.text if label.rest is None else block.text.strip()
        title = title_in(label.text, end, setting) or (title_in(label.rest, 0, setting) if label.rest else None)
        yield word, Start(at, heading, label.rank, number, title, _depth(block), word)


def _depth(line: Line) -> int:
    return line.level if line.kind is Kind.ITEM else 0


def _counting_words(stream: Stream) -> tuple[str, ...]:
    """Words of the author's own that count parts: headings of one rank that begin "Lunch 1", "Lunch 2"."""
    numbers: dict[tuple[int, str], list[int]] = {}
    for _, block in stream:
        label = label_of(block) if isinstance(block, Line) else None
        match = (
            _WORD_AND_NUMBER.match(fold(label.text.string)) if label is not None and label.rank < PLAIN_RANK else None
        )
        if label is not None and match is not None:
            numbers.setdefault((label.rank, match[1]), []).append(int(match[2]))
    return tuple(word for (_, word), found in numbers.items() if found[:2] == [1, 2])


def _reads_as_heading(label: Label, line: Line) -> bool:
    """Not the beginning of a sentence: "Session 1 went well because ..."."""
    if line.kind is Kind.HEADING or line.text.bold_lead:
        return True
    return len(line.text.string.split()) <= 25 and not (label.alone and line.text.string.rstrip().endswith("."))


def _lists_of_entries(stream: Stream) -> list[list[Start]]:
    """The entries of each YAML list by themselves: a schedule and the sessions may stand side by side."""
    lists: dict[tuple[int, int], list[Start]] = {}
    parents: dict[int, int] = {}
    for at, (_, block) in enumerate(stream):
        if isinstance(block, Line) and block.declared and block.kind is Kind.HEADING:
            parents = {level: where for level, where in parents.items() if level < block.level} | {block.level: at}
        elif isinstance(block, Line) and block.kind is Kind.ENTRY:
            parent = max((level for level in parents if level < block.level), default=0)
            starts = lists.setdefault((block.level, parents.get(parent, -1)), [])
            starts.append(Start(at, block.text, block.level, str(len(starts) + 1)))
    return list(lists.values())


def _titled(stream: Stream, setting: Setting) -> Iterator[Start]:
    """Lines such as "Title: Finding our numbers"."""
    for at, (_, block) in enumerate(stream):
        label = label_of(block) if isinstance(block, Line) else None
        if label is None or not isinstance(block, Line) or label.rest is None or label.declared:
            continue
        keys = setting.names.in_part(label)
        if len(keys) == 1 and _is_title(keys[0], setting):
            yield Start(at, block.text, label.rank, None, title_in(label.rest, 0, setting))


def _is_title(key: str, setting: Setting) -> bool:
    return key.startswith(FIELD) and setting.spec.fields[key.removeprefix(FIELD)].from_heading


def _own_titles(stream: Stream, setting: Setting) -> Iterator[list[Draft]]:
    """Headings in the author's own words, by rank, that have the fields of a part below them."""
    by_rank: dict[int, list[Start]] = {}
    for at, (_, block) in enumerate(stream):
        label = label_of(block) if isinstance(block, Line) else None
        if (
            label is None
            or not isinstance(block, Line)
            or not (_own_title(label, block, setting) or _own_key(at, stream, setting))
        ):
            continue
        title = title_in(block.text if label.rest is None else label.text, 0, setting)
        if title is not None:
            by_rank.setdefault(label.rank, []).append(Start(at, block.text, label.rank, None, title, _depth(block)))
    for starts in by_rank.values():
        drafts = [draft for draft in _drafts(starts, stream, setting) if _labels(draft, setting) >= LEAST_FIELDS]
        if drafts:
            yield drafts


def _own_title(label: Label, line: Line, setting: Setting) -> bool:
    if setting.names.in_part(label) or setting.names.in_component(label) or is_break(label.text.string, setting.spec):
        return False
    if label.declared or (label.rest is not None and label.rank >= PLAIN_RANK):
        return False
    return not label.alone or title_length(line.text, setting.language.durations) is not None


def _own_key(at: int, stream: Stream, setting: Setting) -> bool:
    """A YAML key of the author's own over a mapping: the part's title."""
    block, following = stream[at][1], stream[at + 1][1] if at + 1 < len(stream) else None
    if (
        not isinstance(block, Line)
        or not isinstance(following, Line)
        or not (block.declared and block.kind is Kind.HEADING)
    ):
        return False
    label = label_of(block)
    known = label is None or setting.names.in_part(label) or setting.names.in_component(label)
    return not known and following.declared and following.kind is Kind.HEADING and following.level > block.level


def _labels(draft: Draft, setting: Setting) -> int:
    return (
        len([key for key in draft.values if key != "title"]) + (draft.length is not None) + min(len(draft.unknown), 3)
    )


# ---- where a part ends ------------------------------------------------------------------------------------------------


def _drafts(starts: Sequence[Start], stream: Stream, setting: Setting) -> list[Draft]:
    """One draft for each start; a number that comes again further down continues the part of that number."""
    drafts: dict[str, Draft] = {}
    for order, start in enumerate(starts):
        stop = next(
            (other.at for other in starts[order + 1 :] if other.rank <= start.rank or other.number != start.number),
            len(stream),
        )
        region = _region(start, stop, stream, setting)
        key = start.number or (f'"{bare_words(start.heading.string)}"' if start.title is not None else f"at {start.at}")
        known = drafts.get(key)
        if known is None:
            drafts[key] = Draft(
                start.heading, start.number, start.title, start.rank, region, order=start.at, word=start.word
            )
        else:
            known.blocks += region
            known.title = known.title or start.title
    for draft in drafts.values():
        fill_from_blocks(draft, setting)
    return list(drafts.values())


def _region(start: Start, stop: int, stream: Stream, setting: Setting) -> list[Block]:
    """The blocks from a start up to the next one or to what ends it."""
    passage = stream[start.at][0]
    region: list[Block] = []
    first = stream[start.at][1]
    label = label_of(first) if isinstance(first, Line) else None
    if isinstance(first, Line) and start.title is None and start.number is None:
        region.append(first)
    elif isinstance(first, Line) and label is not None and label.rest is not None and ":" in label.rest.string:
        region.append(Line(Kind.TEXT, label.rest, first.level, first.block))
    ends = _end_test(start, setting)
    for number, block in stream[start.at + 1 : stop]:
        if number != passage or ends(block):
            break
        region.append(block)
    return region


def _end_test(start: Start, setting: Setting) -> Callable[[Block], bool]:
    """Whether a block ends the part. Labels as strong as the part's own heading are its fields when their words say so."""
    flat = False

    def ends(block: Block) -> bool:
        nonlocal flat
        if not isinstance(block, Line):
            return False
        label = label_of(block)
        if block.kind is Kind.ENTRY:
            return block.level <= start.rank
        if (
            start.level
            and block.kind is Kind.ITEM
            and block.level <= start.level
            and is_break(block.text.string, setting.spec)
        ):
            return True
        if label is None or label.rank > start.rank:
            return False
        keys = setting.names.in_part(label)
        if any(key.startswith(FIELD) or key in TIMES for key in keys):
            flat = True
            return block.kind is Kind.HEADING and label.rank < start.rank
        if keys or setting.names.in_component(label):
            return True
        if block.kind is Kind.HEADING:
            return label.rank < start.rank or not flat
        return bool(start.level) and block.kind is Kind.ITEM and label.rest is None and label.rank < start.rank

    return ends
