"""What may stand beside a name and tells whose it is: a role, a label, "my name is", what somebody does."""

from __future__ import annotations

import re
from functools import lru_cache

from mcred_lint.text.identity.words import IdentityWords, any_of


class Neighbours:
    """The patterns made from one set of words; those of what stands before a name end where it begins."""

    def __init__(self, words: IdentityWords) -> None:
        self._describe_roles(words)
        self._describe_labels(words)
        self.pseudonym = re.compile(any_of(words.pseudonym_signs))
        self.invention = re.compile(any_of(words.invention_signs))
        self.oath = re.compile(rf"(?:^|\W){any_of(words.oath_words)}, $")
        self.name_statement = re.compile(rf"{any_of(words.name_statements)} $")
        self.introduction = re.compile(rf"{any_of(words.self_introductions)} $")
        self.personal_verb = re.compile(rf"^,? (?:{any_of(words.author_adverbs)} )?{any_of(words.personal_verbs)}")
        self.personal_cue = re.compile(rf"{any_of(words.personal_cues)} $")

    def _describe_roles(self, words: IdentityWords) -> None:
        """ "my former fifth-grade student", "the building's union rep, who is", and the other way round."""
        role, own, owner = any_of(words.roles), any_of(words.own_words), any_of(words.possessives)
        naming, between = any_of(words.naming), r"(?: [\w'-]{1,20},?){0,4}?"
        self.own = re.compile(own)
        self.role_before = re.compile(rf"{owner}{between} {role},?(?: -)?(?: {naming})? $")
        self.role_after = re.compile(rf"^(?:,| -)?(?: {naming})? {owner}{between} {role}(?: [a-z]{{2,3}} {own})?")

    def _describe_labels(self, words: IdentityWords) -> None:
        def label(phrases: tuple[str, ...]) -> str:
            return rf"^[\W\d_]*{any_of(phrases)} ?[:-][\W_]*$"

        self.signature = re.compile(rf"{label(words.signature_labels)}|^[\W_]*{any_of(words.signature_phrases)} $")
        self.closing = re.compile(rf"{any_of(words.closing_phrases)}, ?$")
        self.name_label = re.compile(label(words.name_labels))
        self.person_label = re.compile(label(words.person_labels))

    @staticmethod
    @lru_cache(maxsize=8)
    def of(words: IdentityWords) -> Neighbours:
        return Neighbours(words)
