"""What no name claims goes to the components that no name gave anything, by its content. The report says that it is a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.findings import RecognisedBy
from mcred_lint.matching.content import Passage
from mcred_lint.matching.labels import BOLD_RANK, label_of
from mcred_lint.matching.recognition.claims import Claim, Recognition, has_content
from mcred_lint.matching.recognition.likeness import Guess, Likeness

SECTION_LEVEL = 3
"""The level of a section's heading inside a passage that goes on over it."""


def guessed(passage: Passage, likeness: Likeness) -> list[Claim]:
    """The sections of a document by what they are made of; one that says nothing clear goes with the one before it. Where no
    section says anything by itself, the whole may."""
    claims: list[Claim] = []
    for section in sections_of(passage):
        guess = likeness.best(section)
        if claims and (guess is None or claims[-1].component == guess.component):
            claims[-1] = _longer(claims[-1], section)
        elif guess is not None:
            claims.append(_claim(guess, section))
    whole = None if claims else likeness.clear(passage)
    return claims if whole is None else [_claim(whole, passage)]


def split_off(found: Recognition, claim: Claim, likeness: Likeness) -> None:
    """Sections behind a named one that clearly are a component nobody named."""
    first, *others = sections_of(claim.passage)
    base = replace(claim, passage=first)
    split: list[Claim] = []
    for section in others:
        guess = likeness.clear(section)
        if guess is not None:
            split.append(_claim(guess, section))
        elif split:
            split[-1] = _longer(split[-1], section)
        else:
            base = _longer(base, section)
    if split:
        found.claims[found.claims.index(claim)] = base
        found.claims += split


def _claim(guess: Guess, section: Passage) -> Claim:
    return Claim(guess.component, None, section, RecognisedBy.CONTENT, guess.note)


def _longer(claim: Claim, section: Passage) -> Claim:
    heading = (Line(Kind.HEADING, section.heading, SECTION_LEVEL),) if section.heading else ()
    passage = Passage(claim.passage.file, (*claim.passage.blocks, *heading, *section.blocks), claim.passage.heading)
    return replace(claim, passage=passage)


# ---- sections ---------------------------------------------------------------------------------------------------------


def sections_of(passage: Passage) -> list[Passage]:
    """The passage cut at its highest headings that come more than once (a single one on top is its title)."""
    ranks: dict[int, list[int]] = {}
    for at, block in enumerate(passage.blocks):
        label = label_of(block) if isinstance(block, Line) else None
        if label is not None and not label.alone and label.rest is None and label.rank <= BOLD_RANK:
            ranks.setdefault(label.rank, []).append(at)
    repeated = min((rank for rank, places in ranks.items() if len(places) >= 2), default=None)
    if repeated is None:
        return [passage]
    cuts = [at for rank, places in ranks.items() if rank <= repeated for at in places]
    return list(_cut(passage, sorted(cuts)))


def _cut(passage: Passage, cuts: Sequence[int]) -> Iterator[Passage]:
    before = passage.blocks[: cuts[0]]
    if has_content(before):
        yield Passage(passage.file, before, passage.heading)
    for start, end in zip(cuts, [*cuts[1:], len(passage.blocks)], strict=True):
        heading = passage.blocks[start]
        text = heading.text if isinstance(heading, Line) else None
        yield Passage(passage.file, passage.blocks[start + 1 : end], text)
