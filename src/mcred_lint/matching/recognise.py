"""Which part of the submission is which component: by declaration, by name, and, last and told as a guess, by content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mcred_lint.document.blocks import Block, Document, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.findings import RecognisedBy
from mcred_lint.matching.content import Passage
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.likeness import Likeness
from mcred_lint.matching.names import CONTAINER, ComponentNames, Named
from mcred_lint.matching.prose import visible
from mcred_lint.matching.specs import Component, MaterialsPlace
from mcred_lint.text.language import Language
from mcred_lint.text.phrases import index

SAME_TEXT = 0.7
"""Two passages that share this part of their runs of words are one text."""
LEAST_RUNS = 40


@dataclass(frozen=True)
class Claim:
    """A passage that belongs to a component, or only to one place of it, and how that was recognised."""

    component: str
    place: str | None
    passage: Passage
    by: RecognisedBy
    note: str


@dataclass(frozen=True)
class Mark:
    """A heading that begins a component or a place of one."""

    at: int
    named: Named
    rank: int
    text: Text
    declared: bool

    @property
    def note(self) -> str:
        return f'{"key" if self.declared else "heading"} "{self.text.flat}"'


@dataclass
class Recognition:
    """What became of every file."""

    claims: list[Claim] = field(default_factory=list)
    ignored: dict[str, str] = field(default_factory=dict)

    def of(self, component: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.component == component]


def recognise(
    documents: Sequence[Document], components: Mapping[str, Component], containers: Sequence[str], language: Language
) -> Recognition:
    """Lay the rubric's components over the documents."""
    names = ComponentNames(components, containers, language)
    found = Recognition()
    undecided: list[Passage] = []
    mapped = names.mapped_files(documents)
    for document in documents:
        claims = list(_claims(document, names, mapped.get(document.path)))
        found.claims += claims
        undecided += _unclaimed(document, claims)
    _drop_drafts(found, names)
    _drop_same_texts(found, documents, components)
    _by_content(found, undecided, components, names, language)
    return found


# ---- by declaration and by name ---------------------------------------------------------------------------------------


def _claims(document: Document, names: ComponentNames, mapped: Named | None) -> Iterator[Claim]:
    declared = mapped or names.declared(document)
    by_file = declared or names.of_path(document.path)
    marks = _marks(document, names, by_file)
    begun = [mark for mark in marks if mark.named is not CONTAINER]
    if names.is_debris(document.path) and declared is None and len({mark.named.component for mark in begun}) < 3:
        return
    first = marks[0].at if marks else len(document.blocks)
    if by_file is not None and (_has_content(document.blocks[:first]) or not marks):
        by = RecognisedBy.DECLARATION if declared else RecognisedBy.NAME
        note = "declared in the submission" if declared else f'file name "{document.path}"'
        yield Claim(by_file.component, by_file.place, Passage(document.path, document.blocks[:first]), by, note)
    ends = (
        [
            _end(mark, stop, document, names)
            for mark, stop in zip(marks, [*(mark.at for mark in marks[1:]), len(document.blocks)], strict=True)
        ]
        if marks
        else []
    )
    for mark, end in zip(marks, ends, strict=True):
        if mark.named is CONTAINER:
            continue
        blocks = document.blocks[mark.at + 1 : end]
        by = RecognisedBy.DECLARATION if mark.declared else RecognisedBy.NAME
        yield Claim(
            mark.named.component,
            mark.named.place,
            Passage(document.path, blocks, mark.text, _line(document.blocks[mark.at])),
            by,
            mark.note,
        )


def _line(block: Block) -> Line | None:
    return block if isinstance(block, Line) else None


def _end(mark: Mark, stop: int, document: Document, names: ComponentNames) -> int:
    """Where what a heading begins ends: at the next mark; a single place of a component ends at the next heading as high as its own,
    unless that heads one of its copies or entries."""
    if mark.named.place is None or not isinstance(document.blocks[mark.at], Line) or mark.rank > 6:
        return stop
    for at in range(mark.at + 1, stop):
        block = document.blocks[at]
        if (
            isinstance(block, Line)
            and block.kind is Kind.HEADING
            and block.level <= mark.rank
            and not names.heads_copy(mark.named, block.text.flat)
        ):
            return at
    return stop


def _unclaimed(document: Document, claims: Sequence[Claim]) -> list[Passage]:
    """What of a document stands before everything that a name claims."""
    if not claims:
        return [Passage(document.path, document.blocks)] if document.blocks else []
    claimed = {id(block) for claim in claims for block in claim.passage.blocks}
    first = next((at for at, block in enumerate(document.blocks) if id(block) in claimed or _heads(block, claims)), 0)
    before = document.blocks[:first]
    return [Passage(document.path, before)] if _has_content(before) else []


def _heads(block: Block, claims: Sequence[Claim]) -> bool:
    return isinstance(block, Line) and any(
        claim.passage.heading is not None and claim.passage.heading.place == block.place for claim in claims
    )


def _has_content(blocks: Sequence[Block]) -> bool:
    return any(not isinstance(block, Line) or block.kind is not Kind.HEADING for block in blocks)


def _marks(document: Document, names: ComponentNames, by_file: Named | None) -> list[Mark]:
    """The headings that begin a component, weighed against each other."""
    candidates = [
        mark
        for at, block in enumerate(document.blocks)
        if isinstance(block, Line) and (mark := _mark(at, block, names))
    ]
    strong = {mark.named.component for mark in candidates if mark.named.strong and mark.named.place is None}
    least = _least_ranks(candidates)
    marks: list[Mark] = []
    current = by_file
    rank = 0 if by_file else 99
    for mark in candidates:
        if not mark.named.strong and mark.named.place is None and mark.named.component in strong:
            continue
        if mark.named is CONTAINER:
            if by_file is None and mark.rank <= rank:
                marks.append(mark)
                current, rank = None, 99
        elif _accepted(mark, current, rank, by_file, names, least):
            marks.append(mark)
            current, rank = mark.named, mark.rank
    return _without_contents_list(marks, document)


def _mark(at: int, line: Line, names: ComponentNames) -> Mark | None:
    label = label_of(line)
    if label is None or (label.rest is not None and not names.code_leads(label)):
        return None
    if line.kind is Kind.ITEM and not line.text.bold:
        return None
    text = line.text if label.rest is not None else label.text
    named = names.of_heading(text.flat)
    headed = line.kind is Kind.HEADING or line.text.bold
    if named is None or (label.alone and not named.strong) or (named.place is not None and not headed):
        return None
    return Mark(at, named, label.rank, text, label.declared)


def _least_ranks(marks: Sequence[Mark]) -> dict[str, int]:
    least: dict[str, int] = {}
    for mark in marks:
        if mark.named.place is None and mark.named is not CONTAINER:
            least[mark.named.component] = min(mark.rank, least.get(mark.named.component, 99))
    return least


def _accepted(
    mark: Mark, current: Named | None, rank: int, by_file: Named | None, names: ComponentNames, least: Mapping[str, int]
) -> bool:
    """Whether a heading with a component's name really begins it here."""
    named = mark.named
    if current is not None and named.component == current.component:
        return named.coded or (current.place is not None and named.place != current.place)
    if named.coded:
        return True
    if current is not None and names.knows(current.component, mark.text.flat):
        return False
    if by_file is not None:
        return mark.rank == 1 and named.place is None and (named.strong or mark.rank <= rank)
    if named.place is not None:
        return current is None or mark.rank <= rank
    return not (mark.rank > least[named.component] or (current is not None and mark.rank > rank and not named.strong))


def _without_contents_list(marks: Sequence[Mark], document: Document) -> list[Mark]:
    """Without the marks of a table of contents: nothing stands under them, and their component is named again."""
    kept = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].at if number + 1 < len(marks) else len(document.blocks)
        again = any(other.named.component == mark.named.component for other in marks[number + 1 :])
        if again and not _has_content(document.blocks[mark.at + 1 : end]):
            continue
        kept.append(mark)
    return kept


def _drop_drafts(found: Recognition, names: ComponentNames) -> None:
    """Earlier versions are left out when a later one is there."""
    current = {claim.component for claim in found.claims if not names.is_draft(claim.passage.file)}
    for claim in list(found.claims):
        if names.is_draft(claim.passage.file) and claim.component in current:
            _ignore(found, claim.passage.file, "its name says that it is an earlier version")
    files = dict.fromkeys(claim.passage.file for claim in found.claims)
    newest: dict[tuple[str, str, str], str] = {}
    for file in files:
        pure = PurePosixPath(file)
        plain, version = names.version_of(pure.stem)
        key = (str(pure.parent), plain, pure.suffix.lower())
        other = newest.setdefault(key, file)
        if other != file:
            older, newer = (other, file) if version > names.version_of(PurePosixPath(other).stem)[1] else (file, other)
            newest[key] = newer
            _ignore(found, older, f"{newer} is a later version of it")


def _drop_same_texts(found: Recognition, documents: Sequence[Document], components: Mapping[str, Component]) -> None:
    """One document handed in twice, say as Word and as PDF, is read once: the first by the order of formats."""
    order = {
        document.path: (document.format not in ("Markdown", "YAML"), document.format, document.path)
        for document in documents
    }
    for key, component in components.items():
        if any(isinstance(place, MaterialsPlace) for place in component.places.values()):
            continue
        claims = sorted(
            (claim for claim in found.of(key) if claim.place is None), key=lambda claim: order[claim.passage.file]
        )
        kept: list[tuple[str, set[str]]] = []
        for claim in claims:
            runs = _runs(claim.passage)
            twin = next(
                (
                    file
                    for file, other in kept
                    if file != claim.passage.file and len(runs & other) >= SAME_TEXT * len(runs)
                ),
                None,
            )
            if twin is not None and len(runs) >= LEAST_RUNS:
                found.claims.remove(claim)
                found.ignored.setdefault(claim.passage.file, f"the same text as {twin}, which is read instead")
            else:
                kept.append((claim.passage.file, runs))


def _runs(passage: Passage) -> set[str]:
    """Every five words that follow one another."""
    words = index("\n".join(text.string for text in visible(passage.blocks))).words
    return {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}


def _ignore(found: Recognition, file: str, reason: str) -> None:
    found.claims = [claim for claim in found.claims if claim.passage.file != file]
    found.ignored[file] = reason


# ---- by content -------------------------------------------------------------------------------------------------------


def _by_content(
    found: Recognition,
    undecided: Sequence[Passage],
    components: Mapping[str, Component],
    names: ComponentNames,
    language: Language,
) -> None:
    """Give what no name claimed to the components that no name gave anything."""
    missing = [key for key in components if not found.of(key)]
    if not missing:
        return
    likeness = Likeness({key: components[key] for key in missing}, language)
    for passage in undecided:
        if not names.is_debris(passage.file) and not names.is_draft(passage.file):
            found.claims += _guessed(passage, likeness)
    for claim in list(found.claims):
        if claim.by is not RecognisedBy.CONTENT:
            _split_off(found, claim, likeness)


def _guessed(passage: Passage, likeness: Likeness) -> list[Claim]:
    """The sections of a document by what they are made of; one that says nothing clear goes with the one before it."""
    claims: list[Claim] = []
    sections = sections_of(passage)
    for section in sections:
        guess = likeness.best(section)
        if (guess is None and claims) or (guess is not None and claims and claims[-1].component == guess.component):
            claims[-1] = _longer(claims[-1], section)
        elif guess is not None:
            claims.append(Claim(guess.component, None, section, RecognisedBy.CONTENT, guess.note))
    return claims


def _longer(claim: Claim, section: Passage) -> Claim:
    heading = (Line(Kind.HEADING, section.heading, 3),) if section.heading else ()
    passage = Passage(claim.passage.file, (*claim.passage.blocks, *heading, *section.blocks), claim.passage.heading)
    return Claim(claim.component, claim.place, passage, claim.by, claim.note)


def _split_off(found: Recognition, claim: Claim, likeness: Likeness) -> None:
    """Sections behind a named one that clearly are a component nobody named."""
    sections = sections_of(claim.passage)
    if len(sections) < 2:
        return
    kept: list[Passage] = [sections[0]]
    split: list[Claim] = []
    for section in sections[1:]:
        guess = likeness.clear(section)
        if guess is not None:
            split.append(Claim(guess.component, None, section, RecognisedBy.CONTENT, guess.note))
        elif split:
            split[-1] = _longer(split[-1], section)
        else:
            kept.append(section)
    if split:
        base = Claim(claim.component, claim.place, kept[0], claim.by, claim.note)
        for section in kept[1:]:
            base = _longer(base, section)
        found.claims[found.claims.index(claim)] = base
        found.claims += split


def sections_of(passage: Passage) -> list[Passage]:
    """The passage cut at its highest headings that come more than once (a single one on top is its title)."""
    ranks: dict[int, list[int]] = {}
    for at, block in enumerate(passage.blocks):
        label = label_of(block) if isinstance(block, Line) else None
        if label is not None and not label.alone and label.rest is None and label.rank <= 10:
            ranks.setdefault(label.rank, []).append(at)
    repeated = [rank for rank, places in sorted(ranks.items()) if len(places) >= 2]
    if not repeated:
        return [passage]
    cuts = [at for rank, places in ranks.items() if rank <= repeated[0] for at in places]
    return list(_cut(passage, sorted(cuts)))


def _cut(passage: Passage, cuts: Sequence[int]) -> Iterator[Passage]:
    if cuts[0] > 0 and _has_content(passage.blocks[: cuts[0]]):
        yield Passage(passage.file, passage.blocks[: cuts[0]], passage.heading)
    for start, end in zip(cuts, [*cuts[1:], len(passage.blocks)], strict=True):
        heading = passage.blocks[start]
        yield Passage(
            passage.file, passage.blocks[start + 1 : end], heading.text if isinstance(heading, Line) else None
        )
