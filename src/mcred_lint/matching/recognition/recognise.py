"""Which part of the submission is which component: by declaration, by name, and, last and told as a guess, by content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mcred_lint.document.blocks import Block, Document, Line
from mcred_lint.findings import RecognisedBy
from mcred_lint.matching.content import Passage
from mcred_lint.matching.recognition.claims import Claim, Recognition, has_content
from mcred_lint.matching.recognition.declarations import MAP_KEY, RUBRIC_KEY
from mcred_lint.matching.recognition.guesses import guessed, split_off
from mcred_lint.matching.recognition.likeness import Likeness
from mcred_lint.matching.recognition.marks import Mark, end_of, marks_in
from mcred_lint.matching.recognition.names import CONTAINER, ComponentNames, Named
from mcred_lint.matching.recognition.versions import leave_out_drafts, leave_out_twins, leave_out_versions
from mcred_lint.matching.specs import Component
from mcred_lint.text.folding import bare_words
from mcred_lint.text.language import Language

__all__ = ["Claim", "Recognition", "recognise"]

WHOLE_SUBMISSION = 3
"""A file that begins so many components is the submission, even where its name is that of debris."""


def recognise(
    documents: Sequence[Document], components: Mapping[str, Component], containers: Sequence[str], language: Language
) -> Recognition:
    """Lay the rubric's components over the documents."""
    names = ComponentNames(components, containers, language)
    found = Recognition()
    undecided: list[Passage] = []
    mapped = names.mapped_files(documents)
    for document in map(_without_declarations, documents):
        claims = list(_claims(document, names, mapped.get(document.path)))
        found.claims += claims
        undecided += _unclaimed(document, claims)
    leave_out_drafts(found, names)
    leave_out_versions(found, names)
    leave_out_twins(found, documents, components)
    missing = {key: component for key, component in components.items() if not found.of(key)}
    if missing:
        _by_content(found, undecided, names, Likeness(missing, language))
    return found


def _without_declarations(document: Document) -> Document:
    """A file without the map that says which files belong to which component, and without the name of the rubric: what these keys
    hold is no part of the submission."""
    kept: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Line) and block.declared and block.level == 1:
            inside = bare_words(block.text.flat) in (MAP_KEY, RUBRIC_KEY)
        if not inside:
            kept.append(block)
    return document if len(kept) == len(document.blocks) else replace(document, blocks=tuple(kept))


def _by_content(found: Recognition, undecided: Sequence[Passage], names: ComponentNames, likeness: Likeness) -> None:
    """Give what no name claimed, and sections that clearly are something else, to what no name gave anything."""
    for passage in undecided:
        if not names.is_debris(passage.file) and not names.is_draft(passage.file):
            found.claims += guessed(passage, likeness)
    for claim in list(found.claims):
        if claim.by is not RecognisedBy.CONTENT:
            split_off(found, claim, likeness)


# ---- by declaration and by name ---------------------------------------------------------------------------------------


def _claims(document: Document, names: ComponentNames, mapped: Named | None) -> Iterator[Claim]:
    declared = mapped or names.declared(document)
    by_file = declared or names.of_path(document.path)
    marks = marks_in(document, names, by_file)
    begun = {mark.named.component for mark in marks if mark.named is not CONTAINER}
    if names.is_debris(document.path) and declared is None and len(begun) < WHOLE_SUBMISSION:
        return
    before = document.blocks[: marks[0].at] if marks else document.blocks
    if by_file is not None and (has_content(before) or not marks):
        yield _claim_of_file(document, by_file, before, declared=declared is not None)
    stops = [*(mark.at for mark in marks[1:]), len(document.blocks)]
    for mark, stop in zip(marks, stops[: len(marks)], strict=True):
        if mark.named is not CONTAINER:
            yield _claim_of_heading(document, mark, end_of(mark, stop, document, names))


def _claim_of_file(document: Document, named: Named, blocks: tuple[Block, ...], *, declared: bool) -> Claim:
    by, note = RecognisedBy.NAME, f'file name "{document.path}"'
    if declared:
        by, note = RecognisedBy.DECLARATION, "declared in the submission"
    return Claim(named.component, named.place, Passage(document.path, blocks), by, note)


def _claim_of_heading(document: Document, mark: Mark, end: int) -> Claim:
    opening = document.blocks[mark.at]
    line = opening if isinstance(opening, Line) else None
    passage = Passage(document.path, document.blocks[mark.at + 1 : end], mark.text, line)
    by = RecognisedBy.DECLARATION if mark.declared else RecognisedBy.NAME
    return Claim(mark.named.component, mark.named.place, passage, by, mark.note)


def _unclaimed(document: Document, claims: Sequence[Claim]) -> list[Passage]:
    """What of a document stands before everything that a name claims."""
    if not claims:
        return [Passage(document.path, document.blocks)] if document.blocks else []
    claimed = {id(block) for claim in claims for block in (*claim.passage.blocks, claim.passage.opening)}
    first = next((at for at, block in enumerate(document.blocks) if id(block) in claimed), 0)
    before = document.blocks[:first]
    return [Passage(document.path, before)] if has_content(before) else []
