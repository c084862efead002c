"""Parts that begin with a heading, a label, a list item or a YAML entry. Each way of dividing gives a family of drafts."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.labels import PLAIN_RANK, Label
from mcred_lint.matching.parts.drafts import Draft, Setting
from mcred_lint.matching.parts.lengths import title_length
from mcred_lint.matching.parts.regions import drafts_from
from mcred_lint.matching.parts.stream import Start, Stream, depth, labelled_lines
from mcred_lint.matching.parts.titles import is_break, numbered_start, title_in
from mcred_lint.text.folding import fold

LEAST_FIELDS = 2
"""A heading of the author's own divides parts when at least this many field labels stand under it."""
MOST_UNKNOWN = 3
"""More labels of the author's own say no more."""
HEADING_WORDS = 25
"""A plain line that begins "Session 1" and has more words is a sentence about it."""

Item = TypeVar("Item")

_WORD_AND_NUMBER = re.compile(r"[^\w]*([^\W\d]{2,20})\s+#?(\d{1,2})\b")


def families(stream: Stream, setting: Setting) -> Iterator[list[Draft]]:
    """Every way in which the lines of a passage divide into parts."""
    for starts in _sorted(_numbered(stream, setting), lambda found: found[0]):
        yield drafts_from([start for _, start in starts], stream, setting)
    for entries in _lists_of_entries(stream):
        yield drafts_from(entries, stream, setting)
    titled = drafts_from(list(_titled(stream, setting)), stream, setting)
    yield [draft for draft in titled if setting.filled(draft) or draft.length is not None]
    for starts_by_rank in _sorted(_own_titles(stream, setting), lambda start: start.rank):
        drafts = drafts_from(starts_by_rank, stream, setting)
        yield [draft for draft in drafts if _labels(draft, setting) >= LEAST_FIELDS]


def _sorted(items: Iterable[Item], key: Callable[[Item], Hashable]) -> Iterable[list[Item]]:
    """Items that have a key in common, each list in its order."""
    lists: dict[Hashable, list[Item]] = {}
    for item in items:
        lists.setdefault(key(item), []).append(item)
    return lists.values()


# ---- numbered headings ------------------------------------------------------------------------------------------------


def _numbered(stream: Stream, setting: Setting) -> Iterator[tuple[str, Start]]:
    """(what the part is called, its start): "Session 2: ...", also with a word of the author's own that counts."""
    called = tuple(dict.fromkeys((*setting.spec.called, *_counting_words(stream))))
    counting = replace(setting, spec=setting.spec.model_copy(update={"called": called}))
    for at, line, label in labelled_lines(stream):
        found = numbered_start(label.text.string, counting)
        if found is None or not _reads_as_heading(label, line):
            continue
        word, number, end = found
        heading = line.text if label.rest is None else line.text.strip()
        title = title_in(label.text, end, setting) or (title_in(label.rest, 0, setting) if label.rest else None)
        yield word, Start(at, heading, label.rank, number, title, depth(line), word)


def _counting_words(stream: Stream) -> Iterator[str]:
    """Words of the author's own that count parts: headings of one rank that begin "Lunch 1", "Lunch 2"."""
    numbers: dict[tuple[int, str], list[int]] = {}
    for _, _, label in labelled_lines(stream):
        match = _WORD_AND_NUMBER.match(fold(label.text.string)) if label.rank < PLAIN_RANK else None
        if match is not None:
            numbers.setdefault((label.rank, match[1]), []).append(int(match[2]))
    return (word for (_, word), found in numbers.items() if found[:2] == [1, 2])


def _reads_as_heading(label: Label, line: Line) -> bool:
    """Not the beginning of a sentence: "Session 1 went well because ..."."""
    if line.kind is Kind.HEADING or line.text.bold_lead:
        return True
    sentence = label.alone and line.text.string.rstrip().endswith(".")
    return len(line.text.string.split()) <= HEADING_WORDS and not sentence


# ---- entries and titles -----------------------------------------------------------------------------------------------


def _lists_of_entries(stream: Stream) -> Iterable[list[Start]]:
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
    return lists.values()


def _titled(stream: Stream, setting: Setting) -> Iterator[Start]:
    """Lines such as "Title: Finding our numbers"."""
    for at, line, label in labelled_lines(stream):
        if label.rest is None or label.declared:
            continue
        keys = setting.names.in_part(label)
        if len(keys) == 1 and setting.heads(keys[0]):
            yield Start(at, line.text, label.rank, None, title_in(label.rest, 0, setting))


# ---- headings in the author's own words -------------------------------------------------------------------------------


def _own_titles(stream: Stream, setting: Setting) -> Iterator[Start]:
    """Headings and keys in the author's own words that name neither a field nor a place nor the whole component."""
    for at, line, label in labelled_lines(stream):
        timed = title_length(line.text, setting.language.durations) is not None
        if setting.names.in_part(label) or (
            (setting.names.in_component(label) or setting.names.announce(label)) and not timed
        ):
            continue
        following = next((block for _, block in islice(stream, at + 1, at + 2)), None)
        if _own_title(label, line, setting) or _heads_mapping(line, following):
            heading = line.text if label.rest is None else label.text
            title = title_in(heading, 0, setting)
            if title is not None and not _only_counts(heading, setting):
                yield Start(at, line.text, label.rank, None, title, depth(line))


def _only_counts(heading: Text, setting: Setting) -> bool:
    """Whether a heading says which part it is and no more: "Session 1" is no title."""
    found = numbered_start(heading.string, setting)
    return found is not None and title_in(heading, found[2], setting) is None


def _own_title(label: Label, line: Line, setting: Setting) -> bool:
    if label.declared or (label.rest is not None and label.rank >= PLAIN_RANK):
        return False
    if is_break(label.text.string, setting.spec):
        return False
    return not label.alone or title_length(line.text, setting.language.durations) is not None


def _heads_mapping(line: Line, following: Block | None) -> bool:
    """Whether a YAML key stands over a mapping: then it is the part's title."""
    return (
        isinstance(following, Line)
        and all(each.declared and each.kind is Kind.HEADING for each in (line, following))
        and following.level > line.level
    )


def _labels(draft: Draft, setting: Setting) -> int:
    """How many labels of a part stand under a heading."""
    fields = sum(not setting.spec.fields[key].from_heading for key in draft.values)
    return fields + (draft.length is not None) + min(len(draft.unknown), MOST_UNKNOWN)
