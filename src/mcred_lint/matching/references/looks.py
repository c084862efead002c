"""What a text looks like to a reader of a list of sources: an entry, an introduction, a remark, a bare address."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from mcred_lint.document.text import Run, Text, join
from mcred_lint.matching.prose import is_blank
from mcred_lint.matching.references.links import web_links
from mcred_lint.text.general import GeneralWords
from mcred_lint.text.names import NameTable
from mcred_lint.text.phrases import find_phrases, index
from mcred_lint.text.placeholders import PlaceholderWords
from mcred_lint.text.references import (
    REFERENCE,
    find_addresses,
    names_an_author,
    reads_as_prose,
    reads_as_sentence,
    reference_score,
    years_in,
)

INTRODUCTION_SHARE = 0.4
LONGEST_REFERENCE = 45
"""Words; a longer text is one only where it begins with an author."""


@dataclass
class Draft:
    """One entry in the making: its own lines, and what stands below it (annotations, a line with the link)."""

    lines: list[Text]
    below: list[Text] = field(default_factory=list)
    title: str = ""

    @cached_property
    def text(self) -> Text:
        return join(self.lines)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The web addresses of the entry, its own first, then those below it."""
        return web_links([*self.lines, *self.below])


@dataclass(frozen=True)
class Looks:
    """What a text looks like to somebody who reads a list of sources."""

    general: GeneralWords
    placeholders: PlaceholderWords
    groups: NameTable
    names: NameTable
    scores: dict[tuple[Run, ...], int] = field(default_factory=dict, compare=False, repr=False)

    def score(self, text: Text) -> int:
        """How much a text looks like a reference; asked often, so the answers are kept."""
        known = self.scores.get(text.runs)
        if known is None:
            known = self.scores[text.runs] = reference_score(text.flat, self.general, bool(web_links((text,))))
        return known

    def reference(self, text: Text) -> bool:
        return self.score(text) >= REFERENCE

    def dated_or_linked(self, text: Text) -> bool:
        authored = names_an_author(text.string) and "." in text.string
        return authored or bool(web_links((text,))) or bool(years_in(text.string, self.general))

    def blank(self, text: Text) -> bool:
        return is_blank(text.string, self.placeholders)

    def prose(self, text: Text) -> bool:
        return reads_as_prose(text.flat, self.general)

    def grouping(self, text: Text) -> bool:
        """The text is the name of a group of entries, or of the list itself."""
        title = text.flat.strip(" :")
        return len(title) <= 120 and bool(self.groups.keys(title) or self.names.keys(title))

    def introduces(self, text: Text) -> bool:
        """A sentence that may stand over a list: closed, made of small words, without a sign of a reference."""
        string = text.flat
        if string.endswith(":"):
            return not self.reference(text)
        words = index(string).words
        small = sum(word in self.general.common_words for word in words) >= INTRODUCTION_SHARE * len(words)
        return small and string.endswith((".", "!")) and len(words) >= 4 and not self.score(text)

    def address_only(self, text: Text) -> bool:
        """Nothing but an address, perhaps behind a word such as "Link:"."""
        found = find_addresses(text.string)
        if not found:
            return bool(text.links) and len(index(text.flat).words) <= 2
        rest = text.string[: found[0].start] + text.string[found[-1].end :]
        return len(index(rest).words) <= 1

    def opened(self, string: str) -> bool:
        """The string says when a page was opened."""
        return any(hit.start == 0 for hit in find_phrases(string, self.general.accessed))

    def citation(self, draft: Draft) -> bool:
        """Looks like a reference, and not like a sentence that mentions one."""
        text = draft.text
        if not self.reference(text) or self.prose(text) or reads_as_sentence(text.flat, self.general):
            return False
        return len(index(text.string).words) <= LONGEST_REFERENCE or names_an_author(text.string)
