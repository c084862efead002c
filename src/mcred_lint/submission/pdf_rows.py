"""Words of a page put together: segments without a wide gap, rows of segments on one baseline, lines of a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from mcred_lint.document.text import Run
from mcred_lint.submission.line_marks import marks
from mcred_lint.submission.pdf_words import BROKEN, Word

_WIDE_GAP = 1.6
"""In heights of the font: no space inside a sentence is as wide, even in justified text."""
_SAME_BASELINE = 0.45
_LOOK_BACK = 6
_MARKER_GAP = 60.0
_ADDRESS = ("://", "www.")
_GOES_ON = re.compile(r"[/=&?_%#]|\.\w")
_SYMBOL_BULLET = re.compile(r"[\ue000-\uf8ff\u00a7]")
_MAX_MARKERS = 200
BULLET = "\u2022"


@dataclass(slots=True)
class Segment:
    """Words on one baseline with ordinary spaces between them."""

    words: list[Word]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words).replace(BROKEN, "-")


@dataclass(eq=False)
class TextRow:
    """What stands on one baseline, from left to right."""

    segments: list[Segment]
    page: int

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right

    @property
    def base(self) -> float:
        return self.segments[0].base

    @cached_property
    def words(self) -> list[Word]:
        return [word for segment in self.segments for word in segment.words]

    @cached_property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: Counter[float] = Counter()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @cached_property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.segments)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @cached_property
    def starts_item(self) -> bool:
        """It may begin a list item."""
        return bool(marks(self.text[:40])) or self.text[:1] in "\u2610\u2611\u2612["


def segments(words: Iterable[Word]) -> list[Segment]:
    """Words in the file's order, cut where the baseline changes or a wide gap opens."""
    found: list[Segment] = []
    for word in words:
        last = found[-1].words[-1] if found else None
        if last is not None and _follows(last, word):
            found[-1].words.append(word)
        else:
            found.append(Segment([word]))
    return found


def _follows(last: Word, word: Word) -> bool:
    size = max(last.size, word.size)
    gap = word.left - last.right
    return abs(word.base - last.base) <= size * _SAME_BASELINE and -size * 0.5 <= gap <= size * _WIDE_GAP


def rows(found: Sequence[Segment], page: int) -> list[TextRow]:
    """Segments on one baseline as a row. A table's cell that runs over several lines is written before its neighbour,
    so the neighbour may belong to a row a few lines back; the other column of a page is further back than that."""
    made: list[list[Segment]] = []
    for segment in found:
        row = next((row for row in reversed(made[-_LOOK_BACK:]) if _beside(row[-1], segment)), None)
        if row is None:
            made.append([segment])
        else:
            row.append(segment)
    for row in made:
        name_bullet(row)
        _join_marker(row)
    return [TextRow(row, page) for row in _markers_to_texts(made)]


def _beside(last: Segment, segment: Segment) -> bool:
    return abs(last.base - segment.base) <= segment.size * _SAME_BASELINE and segment.left >= last.right - 1


def name_bullet(row: Sequence[Segment]) -> None:
    """Bullets from symbol fonts come as private characters, the hollow one as the letter o; then a gap follows."""
    words = [word for segment in row for word in segment.words[:2]][:2]
    gap = words[1].left - words[0].right if len(words) > 1 else 0.0
    if _SYMBOL_BULLET.fullmatch(words[0].text) or (words[0].text == "o" and gap > words[0].size * 0.45):
        words[0].text = BULLET


def _join_marker(row: list[Segment]) -> None:
    """A bullet or number stands apart from its text, but is no column of its own."""
    if len(row) > 1 and _is_marker(row[0]) and row[1].left - row[0].right < _MARKER_GAP:
        row[:2] = [Segment([*row[0].words, *row[1].words])]


def _markers_to_texts(made: list[list[Segment]]) -> list[list[Segment]]:
    """Some programs write all numbers of a list first, then all texts: on the page each stands beside its text."""
    alone = [row for row in made if len(row) == 1 and _is_marker(row[0])]
    others = [row for row in made if not any(row is marker for marker in alone[:_MAX_MARKERS])]
    left_over = []
    for marker in alone[:_MAX_MARKERS]:
        text = next((row for row in others if _marked_by(marker[0], row[0])), None)
        if text is None:
            left_over.append(marker)
        else:
            text[0] = Segment([*marker[0].words, *text[0].words])
    kept = {id(row) for row in (*others, *left_over)}
    return [row for row in made if id(row) in kept]


def _marked_by(marker: Segment, first: Segment) -> bool:
    beside = abs(first.base - marker.base) <= first.size * _SAME_BASELINE
    return beside and 0 <= first.left - marker.right < _MARKER_GAP


def _is_marker(segment: Segment) -> bool:
    """Nothing but a bullet or a number."""
    text = segment.words[0].text
    return len(segment.words) == 1 and (text in "-\u2013*" or any(mark.end == len(text) for mark in marks(text)))


def fits(first: TextRow, second: TextRow, margin: float) -> bool:
    """The second row's first word would have had room on the first: its author ended the line there."""
    word = second.words[0]
    return first.right + first.size * 0.3 + (word.right - word.left) < margin - first.size * 0.25


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a hyphen at the end of a line was: part of the word, or made by the program that set the lines."""

    known: frozenset[str] = frozenset()
    """All words of the document, in lower case."""
    usual: bool = True
    """The document divides words often enough that a program must have done it."""

    @classmethod
    def of(cls, made: Sequence[TextRow]) -> Hyphens:
        words = [word.text for row in made for word in row.words]
        broken = sum(word.endswith(BROKEN) for word in words)
        known = frozenset(word.strip(".,;:!?()\"'\u201c\u201d\u2019").lower() for word in words)
        return cls(known, broken * 25 >= len(made))

    def joined(self, start: str, end: str) -> str:
        """The two halves of a word that was broken at the end of a line."""
        start = start.rstrip(BROKEN)
        bare = end.strip(".,;:!?()\"'\u201c\u201d\u2019").lower()
        if not end[:1].islower() or f"{start.lower()}-{bare}" in self.known:
            return f"{start}-{end}"
        return start + end if self.usual or start.lower() + bare in self.known else f"{start}-{end}"


def runs(lines: Sequence[Sequence[Word]], hyphens: Hyphens) -> tuple[Run, ...]:
    """Rows that are one line of text, with bold and links."""
    words = list(_flowing(lines, hyphens))
    made: list[Run] = []
    for (bold, link), group in groupby(words, key=lambda word: (word.bold, word.link)):
        text = " ".join(word.text for word in group).replace(BROKEN, "-")
        # The space between two styles belongs to the plain one, so that a label and a link's text have no blank end.
        if made and not (made[-1].bold or made[-1].link):
            made[-1] = replace(made[-1], text=f"{made[-1].text} ")
        elif made:
            text = f" {text}"
        made.append(Run(text, bold=bold, link=link))
    return tuple(made)


def _flowing(lines: Sequence[Sequence[Word]], hyphens: Hyphens) -> Iterator[Word]:
    """All words, with those that a line's end cut in two put together."""
    held: Word | None = None
    for line in lines:
        for index, word in enumerate(line):
            if held is not None and index == 0 and (held.text.endswith(BROKEN) or _address_goes_on(held, word)):
                broken = held.text.endswith(BROKEN) and not _is_address(held)
                text = hyphens.joined(held.text, word.text) if broken else held.text.replace(BROKEN, "-") + word.text
                held = Word(text, held.left, held.right, held.base, held.size, held.bold, held.link)
                continue
            if held is not None:
                yield held
            held = word
    if held is not None:
        yield held


def _is_address(word: Word) -> bool:
    return any(sign in word.text for sign in _ADDRESS)


def _address_goes_on(held: Word, word: Word) -> bool:
    """A web address that was cut at the end of a line."""
    if not _is_address(held):
        return False
    return held.link == word.link if held.link else bool(_GOES_ON.search(word.text[:-1])) and not _is_address(word)
