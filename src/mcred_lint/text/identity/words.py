"""The words that the identity rules need, as the language file gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any
from unicodedata import combining, normalize

from mcred_lint.text.folding import fold

Words = frozenset[str]
"""Single words, spelt as `name_key` does."""
Phrases = tuple[str, ...]
"""One or more words each, folded, the longest first, so that an alternation of them prefers the longest."""


@dataclass(frozen=True, eq=False)
class IdentityWords:
    """Every list of the part `identity` of `english.yaml`, which says what each is for. Compared by identity: patterns made from one
    are kept for it."""

    given_names: Words
    surnames: Words
    particles: Words
    suffixes: Words
    abbreviations: Words
    courtesy_titles: Words
    scholar_titles: Words
    job_titles: Phrases
    public_titles: Phrases
    roles: Phrases
    own_words: Words
    possessives: Words
    naming: Phrases
    pseudonym_signs: Phrases
    invention_signs: Phrases
    oath_words: Words
    self_introductions: Phrases
    name_statements: Phrases
    signature_phrases: Phrases
    signature_labels: Phrases
    closing_phrases: Phrases
    name_labels: Phrases
    person_labels: Phrases
    personal_verbs: Phrases
    personal_cues: Phrases
    author_verbs: Phrases
    author_adverbs: Phrases
    author_works: Phrases
    author_leads: Phrases
    authorship_words: Words
    public_persons: Phrases
    ordinary_words: Words
    thing_words: Words
    thing_leads: Words
    school_endings: Phrases
    weak_school_endings: Phrases
    numbered_schools: Phrases
    school_adjectives: Words
    no_school_follows: Words
    known_schools: Phrases
    own_school_leads: Phrases
    own_school_verbs: Phrases
    own_school_prepositions: Words
    other_school_signs: Phrases
    school_naming: Phrases
    own_school_follows: Phrases
    school_labels: Phrases
    box_words: Phrases
    street_words: Words
    weak_street_words: Words
    known_streets: Phrases
    phone_cues: Phrases
    number_cues: Phrases
    toll_free: Words
    shared_mailboxes: Words
    sample_mailboxes: Words
    not_handles: Words
    not_people_handles: Words
    handle_cues: Phrases
    account_labels: Phrases
    machine_users: Words
    desk_names: Phrases
    submission_words: Words
    calendar_words: Words

    @classmethod
    def from_mapping(cls, data: Mapping[str, object]) -> IdentityWords:
        """From the language file's part of the same name; see `read_lists`."""
        return cls(**read_lists(cls, data))

    @cached_property
    def everyday_words(self) -> Words:
        """The ordinary words that are nobody's name."""
        return self.ordinary_words - self.given_names - self.surnames


def read_lists(kind: type[Any], data: Mapping[str, object]) -> dict[str, Any]:
    """The values for a dataclass of `Words` and `Phrases`.

    Each list is one text (words between spaces, phrases between commas) or a list of texts; one that is left out is
    empty.
    Raises ValueError for a name that is no list of the dataclass.
    """
    wanted = {field.name: field.type for field in fields(kind)}
    unknown = sorted(set(data) - set(wanted))
    if unknown:
        raise ValueError(f"unknown word lists: {', '.join(unknown)}; known are: {', '.join(wanted)}")
    readers: dict[object, Any] = {"Words": _words, "Phrases": _phrases}
    return {name: readers[reader](data.get(name)) for name, reader in wanted.items()}


def name_key(text: str) -> str:
    """The spelling of a word in the lists: folded, without apostrophes and accents ("Ramón", "O'Brien")."""
    folded = fold(text).replace("'", "")
    if folded.isascii():
        return folded
    return "".join(character for character in normalize("NFD", folded) if not combining(character))


def _words(value: object) -> Words:
    return frozenset(word for text in _texts(value) for word in name_key(text).split())


def _phrases(value: object) -> Phrases:
    pieces = {" ".join(piece.split()) for text in _texts(value) for piece in fold(text).split(",")}
    return tuple(sorted(pieces - {""}, key=lambda piece: (-len(piece), piece)))


def _texts(value: object) -> Iterable[str]:
    if value is None:
        return ()
    return map(str, value) if isinstance(value, list | tuple) else (str(value),)


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for one of the phrases, as whole words in folded text; of no phrases it matches nothing."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)" if longest_first else r"(?!)"
