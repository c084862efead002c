"""Files handed in more than once: drafts, earlier versions, and one document in two formats are read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from mcred_lint.document.blocks import Document
from mcred_lint.matching.content import Passage
from mcred_lint.matching.prose import visible
from mcred_lint.matching.recognition.claims import Claim, Recognition
from mcred_lint.matching.recognition.names import ComponentNames
from mcred_lint.matching.specs import Component, MaterialsPlace
from mcred_lint.text.phrases import index

SAME_TEXT = 0.7
"""Two passages that share this part of their runs of words are one text."""
LEAST_RUNS = 40
"""In a shorter text runs may be shared by chance."""
RUN = 5
"""Words of a run."""

_FIRST_FORMATS = ("Markdown", "YAML")


def leave_out_drafts(found: Recognition, names: ComponentNames) -> None:
    """Drafts are left out when something else is there for their component."""
    current = {claim.component for claim in found.claims if not names.is_draft(claim.passage.file)}
    for claim in list(found.claims):
        if names.is_draft(claim.passage.file) and claim.component in current:
            found.ignore(claim.passage.file, "its name says that it is an earlier version")


def leave_out_versions(found: Recognition, names: ComponentNames) -> None:
    """Of files that differ in their version only, the latest is read."""
    newest: dict[tuple[str, str, str], tuple[tuple[int, int], str]] = {}
    for file in dict.fromkeys(claim.passage.file for claim in found.claims):
        path = PurePosixPath(file)
        plain, version = names.version_of(path.stem)
        key = str(path.parent), plain, path.suffix.lower()
        known = newest.setdefault(key, (version, file))
        if known[1] != file:
            older, newer = (known, (version, file)) if version > known[0] else ((version, file), known)
            newest[key] = newer
            found.ignore(older[1], f"{newer[1]} is a later version of it")


def leave_out_twins(found: Recognition, documents: Sequence[Document], components: Mapping[str, Component]) -> None:
    """One document handed in twice, say as Word and as PDF, is read once: the first by the order of formats."""
    order = {document.path: (document.format not in _FIRST_FORMATS, document.format) for document in documents}
    for key, component in components.items():
        if any(isinstance(place, MaterialsPlace) for place in component.places.values()):
            continue  # the same slides in two formats are two things to use
        claims = [claim for claim in found.of(key) if claim.place is None]
        _once(found, sorted(claims, key=lambda claim: (*order[claim.passage.file], claim.passage.file)))


def _once(found: Recognition, claims: Sequence[Claim]) -> None:
    kept: list[tuple[str, set[str]]] = []
    for claim in claims:
        file, runs = claim.passage.file, _runs(claim.passage)
        same = (other for other, its in kept if other != file and len(runs & its) >= SAME_TEXT * len(runs))
        twin = next(same, None) if len(runs) >= LEAST_RUNS else None
        if twin is None:
            kept.append((file, runs))
        else:
            found.claims.remove(claim)
            found.ignored.setdefault(file, f"the same text as {twin}, which is read instead")


def _runs(passage: Passage) -> set[str]:
    """Every few words that follow one another."""
    words = index("\n".join(text.string for text in visible(passage.blocks))).words
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
