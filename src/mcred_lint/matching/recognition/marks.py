"""Headings that begin a component or a place of one, weighed against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mcred_lint.document.blocks import Document, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.recognition.claims import has_content
from mcred_lint.matching.recognition.names import CONTAINER, ComponentNames, Named

NO_RANK = 99
"""Below every heading and label: nothing holds the line down."""
LOWEST_HEADING = 6
LEAST_SERIES = 2
"""So many headings that bear the numbers of the components they name show that the others of their rank do as well."""


@dataclass(frozen=True)
class Mark:
    """A heading that begins a component or a place of one, and the number of its block in the document."""

    at: int
    named: Named
    rank: int
    text: Text
    declared: bool

    @property
    def note(self) -> str:
        return f'{"key" if self.declared else "heading"} "{self.text.flat}"'

    @property
    def whole(self) -> bool:
        """Whether it begins a whole component and not one place of it or what holds several."""
        return self.named is not CONTAINER and self.named.place is None


def marks_in(document: Document, names: ComponentNames, by_file: Named | None) -> list[Mark]:
    """The headings of a file that begin something, in their order. by_file: what the file as a whole is said to be."""
    lines = ((at, block) for at, block in enumerate(document.blocks) if isinstance(block, Line))
    candidates = _with_series([mark for at, line in lines if (mark := _mark(at, line, names))], document, names)
    strong = {mark.named.component for mark in candidates if mark.whole and mark.named.strong}
    current = _Current(names, by_file, _highest(candidates))
    for mark in candidates:
        if mark.named.strong or not mark.whole or mark.named.component not in strong:
            current.meet(mark)
    return _without_contents_list(current.accepted, document)


def _mark(at: int, line: Line, names: ComponentNames) -> Mark | None:
    """What a line announces, as its looks and its words say."""
    label = label_of(line)
    if label is None or (label.rest is not None and not names.code_leads(label)):
        return None
    if (line.kind is Kind.ITEM and not line.text.bold) or _is_web_link(line):
        return None
    text = line.text if label.rest is not None else label.text
    named = names.of_heading(text.flat)
    headed = line.kind is Kind.HEADING or line.text.bold or line.text.string.isupper()
    if named is None or (not headed and (named.place is not None or (label.alone and not named.strong))):
        return None
    return Mark(at, named, label.rank, text, label.declared)


def _is_web_link(line: Line) -> bool:
    """Whether a line is a link to the web and no heading: "[Video reflection](https://...)" is what was handed in."""
    shown = line.text.string.strip()
    links = (link for link in line.text.links if link.target.startswith("http"))
    return line.kind is not Kind.HEADING and any(link.shown.strip() == shown for link in links)


def _with_series(marks: Sequence[Mark], document: Document, names: ComponentNames) -> list[Mark]:
    """With the headings that only their number names, where others of their rank bear the issuer's numbers: "3 Stuff" between
    "2 Outline" and "4 Survey"."""
    series = Counter(
        (mark.rank, kind)
        for mark in marks
        for kind, component in names.numbered(mark.text.flat).items()
        if mark.whole and component == mark.named.component
    )
    found = list(marks)
    taken = {mark.at for mark in marks} if series else set()
    missing = set(names.components) - {mark.named.component for mark in marks}
    for at, line in enumerate(document.blocks) if series else ():
        if isinstance(line, Line) and line.kind is Kind.HEADING and at not in taken:
            for kind, component in names.numbered(line.text.flat).items():
                if component in missing and series[line.level, kind] >= LEAST_SERIES:
                    found.append(
                        Mark(at, Named(component, strong=True, coded=True), line.level, line.text, line.declared)
                    )
    return sorted(found, key=lambda mark: mark.at)


def _highest(marks: Iterable[Mark]) -> dict[str, int]:
    """The rank of the highest heading of each component."""
    ranks: dict[str, int] = {}
    for mark in marks:
        if mark.whole:
            ranks[mark.named.component] = min(mark.rank, ranks.get(mark.named.component, NO_RANK))
    return ranks


class _Current:
    """What the reader of a file stands in, heading by heading."""

    def __init__(self, names: ComponentNames, by_file: Named | None, highest: dict[str, int]) -> None:
        self.accepted: list[Mark] = []
        self._names = names
        self._by_file = by_file
        self._highest = highest
        self._named = by_file
        self._rank = 0 if by_file else NO_RANK

    def meet(self, mark: Mark) -> None:
        """Accept a heading that really begins something here."""
        if mark.named is CONTAINER:
            if self._by_file is None and mark.rank <= self._rank:
                self._enter(mark, None, NO_RANK)
        elif self._begins(mark):
            self._enter(mark, mark.named, mark.rank)

    def _enter(self, mark: Mark, named: Named | None, rank: int) -> None:
        self.accepted.append(mark)
        self._named, self._rank = named, rank

    def _begins(self, mark: Mark) -> bool:
        """Whether a heading with a component's name begins it, and is not a name inside another component."""
        here, named = self._named, mark.named
        if here is not None and named.component == here.component:
            return named.coded or (here.place is not None and named.place != here.place)
        if named.coded:
            return True
        high_enough = mark.rank <= self._rank
        if (
            here is not None
            and not (mark.declared and high_enough)
            and self._names.knows(here.component, mark.text.flat)
        ):
            return False
        if self._by_file is not None:
            return mark.rank == 1 and mark.whole and (named.strong or high_enough)
        if not mark.whole:
            return here is None or high_enough
        return mark.rank <= self._highest[named.component] and (here is None or high_enough or named.strong)


def _without_contents_list(marks: Sequence[Mark], document: Document) -> list[Mark]:
    """Without the marks of a table of contents: nothing stands under them, and their component is named again."""
    kept = []
    for number, mark in enumerate(marks):
        later = marks[number + 1 :]
        end = later[0].at if later else len(document.blocks)
        again = any(other.named.component == mark.named.component for other in later)
        if has_content(document.blocks[mark.at + 1 : end]) or not again:
            kept.append(mark)
    return kept


def end_of(mark: Mark, stop: int, document: Document, names: ComponentNames) -> int:
    """Where what a heading begins ends: at the next mark (stop); a single place of a component ends at the next heading as high
    as its own, unless that heads one of its copies or entries."""
    if mark.whole or mark.named is CONTAINER or mark.rank > LOWEST_HEADING:
        return stop
    for at in range(mark.at + 1, stop):
        block = document.blocks[at]
        heading = isinstance(block, Line) and block.kind is Kind.HEADING and block.level <= mark.rank
        if heading and isinstance(block, Line) and not names.heads_copy(mark.named, block.text.flat):
            return at
    return stop
