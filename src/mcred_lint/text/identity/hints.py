"""What the identity rules say about a text, and the text as every rule reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mcred_lint.text.folding import fold
from mcred_lint.text.identity.masking import mask_value
from mcred_lint.text.identity.words import IdentityWords


class Context(StrEnum):
    """What kind of text is read: the same words identify somebody in one place and nobody in another."""

    PROSE = "prose"
    SOURCE = "source"
    """A source list, citation or footnote: names, organisations and addresses of works are no hints."""
    FILE_NAME = "file name"
    PROPERTY = "property"
    """The value of a document property that holds who wrote or saved the file."""
    LINK = "link"
    """The target of a link."""
    FORM = "form"
    """A column header or a form field."""
    ANSWER = "answer"
    """A participant's answer in a completed form."""


class Kind(StrEnum):
    """What a hint shows."""

    EMAIL = "e-mail"
    PHONE = "phone"
    ADDRESS = "postal address"
    ACCOUNT = "account name"
    TITLED_NAME = "name with title"
    ROLE_NAME = "name with role"
    AUTHOR_NAME = "author name"
    PARTICIPANT_NAME = "participant's name"
    OWN_SCHOOL = "school as own"
    POSSIBLE_NAME = "possible name"
    POSSIBLE_SCHOOL = "possible school"


@dataclass(frozen=True, slots=True)
class Hint:
    """A stretch of text, from `start` up to `end`, that tells who somebody is or where they work.

    certain: it blocks; otherwise a person should look. masked: what reports may show. why: one sentence without the
    value, for the author.
    """

    start: int
    end: int
    kind: str
    certain: bool
    masked: str
    why: str


@dataclass(frozen=True)
class Reading:
    """A text made ready for the rules: spellings of one length, so that an offset means the same in each.

    What stands around a place is cut at `_REACH` characters, so that one endless line costs no more than many short
    ones.
    """

    text: str
    words: IdentityWords
    context: Context

    @cached_property
    def plain(self) -> str:
        """With one kind of space, hyphen and quotation mark; capitals stay."""
        return _ODD.sub(lambda odd: odd[0] if odd[0].isalpha() else fold(odd[0]), self.text)

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def chains(self) -> tuple[tuple[int, int], ...]:
        """Where capitalised words follow one another, or one stands alone that may be a name."""
        plain, everyday = self.plain, self.words.everyday_words
        pieces = (piece for chain in _CHAIN.finditer(plain) for piece in self._unbroken(*chain.span()))
        return tuple((start, end) for start, end in pieces if plain[start:end].lower() not in everyday)

    def _unbroken(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A stretch, cut where a line ends on purpose; a long line may have been wrapped inside a name."""
        while (line_end := self.text.find("\n", start, end)) >= 0:
            if line_end - self._line_start(line_end) < _WRAPPED_LINE:
                yield start, line_end
                start = line_end + 1
            else:
                break
        yield start, end

    def before(self, offset: int, length: int = 90) -> str:
        """The folded text in front of a place, of the same sentence."""
        piece = self.folded[max(0, offset - length) : offset]
        ends = [end.end() for end in _SENTENCE_END.finditer(piece)]
        return piece[ends[-1] :] if ends else piece

    def after(self, offset: int, length: int = 90) -> str:
        """The folded text that follows a place."""
        return self.folded[offset : offset + length]

    def line_before(self, offset: int) -> str:
        """The folded text from the beginning of the line."""
        return self.folded[self._line_start(offset) : offset]

    def line(self, offset: int) -> str:
        """The whole line a place stands on, with its capitals."""
        end = self.text.find("\n", offset, offset + _REACH)
        return self.plain[self._line_start(offset) : end if end >= 0 else offset + _REACH]

    def _line_start(self, offset: int) -> int:
        reach = max(0, offset - _REACH)
        return max(reach, self.text.rfind("\n", reach, offset) + 1)

    def hint(self, start: int, end: int, kind: Kind, why: str, *, certain: bool = True) -> Hint:
        return Hint(start, end, kind.value, certain, mask_value(self.text[start:end], kind), why)


_REACH = 400
_WRAPPED_LINE = 60
CAPITALISED = r"[A-Z\u00c0-\u00de\u0100-\u1fff](?<![\w'-].)(?:[\w'-]*\w)?"
"""A capitalised word; the first character of a pattern is tried fastest when nothing has to be looked up before it."""
_CHAIN = re.compile(rf"{CAPITALISED}(?:(?:\\?\.? {{0,2}}| [a-z]{{1,5}} (?:[a-z]{{1,5}} )?){CAPITALISED})*")
_ODD = re.compile(r"[\t\n\r`]|[^\x00-\x7f]")
# Not after an initial or a short title ("Mr. ", "J. "), which end no sentence.
_SENTENCE_END = re.compile(r"(?:[^\W_]{4}|[\d)\"'])[.] |[!?] ")
