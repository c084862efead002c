"""What is content: the author's own words, without headings, labels, blanks, empty boxes and left-over template text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text, join
from mcred_lint.text.phrases import only_phrases
from mcred_lint.text.placeholders import PlaceholderWords, find_placeholders


def written(blocks: Iterable[Block], words: PlaceholderWords) -> tuple[Text, ...]:
    """The lines of content in reading order; table cells line by line."""
    return tuple(text for text in visible(blocks) if not is_blank(text.string, words))


def visible(blocks: Iterable[Block]) -> Iterator[Text]:
    """Every line that is no heading and no footnote, with the cells of tables."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.all_rows:
                for cell in row.cells:
                    yield from (line.strip() for line in cell.text.lines())
        elif block.kind not in (Kind.HEADING, Kind.ENTRY, Kind.RULE, Kind.NOTE) and block.text:
            yield block.text.strip()


def paragraphs(lines: Iterable[Line]) -> Iterator[Text]:
    """The lines of each paragraph as one text, so that a sentence is found across line ends."""
    for _, group in groupby(lines, key=lambda line: (line.block or id(line), line.text.file)):
        yield join([line.text for line in group])


@lru_cache(maxsize=4096)
def is_blank(string: str, words: PlaceholderWords) -> bool:
    """Whether a line says nothing: only marks and blanks to fill in, or only left-over template text."""
    if not any(map(str.isalnum, string)):
        return True
    left = string
    for found in reversed(find_placeholders(string, words)):
        left = left[: found.start] + left[found.end :]
    return not any(map(str.isalnum, left))


def says_none(texts: Iterable[Text], none_words: Iterable[str]) -> bool:
    """Whether a field holds nothing but "none needed" or the like."""
    return only_phrases(" ".join(text.flat for text in texts), tuple(none_words))
