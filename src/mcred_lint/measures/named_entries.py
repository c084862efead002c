"""Entries that a text may name: by all of their words, by a number, by a label such as "C2", or by most of their telling words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from mcred_lint.matching.content import Entries, Groups, Material, Materials
from mcred_lint.matching.specs import GroupsPlace
from mcred_lint.measures.view import View
from mcred_lint.text.folding import fold
from mcred_lint.text.phrases import index
from mcred_lint.wording import plural, singular

WORDS_NAMED = 0.5
"""An entry is named where this share of the telling words at its beginning stands, of several two at least."""
BEGINNING = 8
"""Telling words at an entry's beginning."""
FEW = 4
"""A text of so few telling words may be an entry in short."""
LEAST_LETTERS = 3

_CODE = re.compile(r"\s*[\[(]?(?P<code>[a-z]{1,3}[ .-]?\d{1,2}|[a-z](?=[.):]))[\])]?(?=[\s.:)\u2013\u2014-]|\Z)")
_NUMBERS = re.compile(r"(?<![\w.,/])#?(\d{1,2})(?![\w/%]|[.,]\d)")
_ONLY_NUMBERS = re.compile(r"[\s\d,;&#.+()-]*(?:\band\b[\s\d,;&#.+()-]*)*")
_LEADING = re.compile(r"[\[(]?(\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2})*)\s*(?:[])(:.](?!\d)|[\u2013\u2014-]\s(?!\d))")
_LIST = r"\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2})*"


@dataclass(frozen=True)
class NamedEntries:
    """The entries of one place.

    texts: each as it is written. called: what one of them is called before its number, such as "session".
    common: words that tell nothing. addresses: where materials lie.
    """

    texts: tuple[str, ...]
    called: tuple[str, ...]
    common: frozenset[str]
    addresses: frozenset[str] = frozenset()

    @classmethod
    def at(cls, address: str, view: View) -> NamedEntries:
        """Those of a list, of parts that repeat or of materials; none of anything else."""
        match content := view.content(address):
            case Entries():
                texts = [entry.text.flat for entry in content.entries]
            case Groups():
                texts = [group.label for group in content.groups]
            case Materials():
                texts = [_name(material) for material in content.materials]
            case _:
                texts = []
        where = [material.text for material in content.materials] if isinstance(content, Materials) else []
        return cls(tuple(texts), _called(address, view), view.language.general.common_words, frozenset(where))

    def __bool__(self) -> bool:
        return bool(self.texts)

    def named_in(self, said: str) -> bool:
        """Whether a text names at least one of them."""
        folded = fold(said)
        return (
            any(_stands_in(text, folded) for text in self._short)
            or any(_code_stands_in(code, folded) for code in self._codes)
            or any(int(number) <= len(self.texts) for number in self._numbers_in(folded))
            or self._words_stand_in(said)
        )

    @cached_property
    def _short(self) -> tuple[str, ...]:
        folded = (fold(text).strip() for text in (*self.texts, *self.addresses))
        return tuple(text for text in folded if len(text) >= LEAST_LETTERS)

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        """ "c2" of "C2: No devices"; and "s2" of the second session, whose number is all that is known of it."""
        written = (_CODE.match(fold(text)) for text in self.texts)
        own = (re.sub(r"[ .-]", "", found["code"]) for found in written if found)
        counted = (f"{word[:1]}{number}" for word in self.called for number in range(1, len(self.texts) + 1))
        return (*own, *counted)

    def _numbers_in(self, folded: str) -> set[str]:
        """The numbers that name entries: alone in a cell ("1, 3"), before a mark at its beginning ("2: tablets"), behind "#", or
        behind what one of them is called."""
        if _ONLY_NUMBERS.fullmatch(folded):
            found = _NUMBERS.findall(folded)
        else:
            lead = "|".join(re.escape(form) for word in self.called for form in (word, plural(word)))
            found = re.findall(rf"(?:#|\b(?:{lead}|no\.?|number)\s)\s*({_LIST})(?!\w)", folded)
            leading = _LEADING.match(folded.strip())
            found += [leading[1]] if leading else []
        return {number for many in found for number in re.findall(r"\d+", many) if int(number)}

    def _words_stand_in(self, said: str) -> bool:
        """Most words of an entry stand in a text; or the text is a few words that all stand in the entry ("tablets")."""
        words = set(index(said).words)
        own = set(self._telling_words(said))
        for telling in self._telling:
            hits = len(telling & words)
            if telling and hits >= max(WORDS_NAMED * len(telling), min(2, len(telling))):
                return True
            if own and own <= telling and len(own) <= FEW:
                return True
        return False

    @cached_property
    def _telling(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(self._telling_words(text)[:BEGINNING]) for text in self.texts)

    def _telling_words(self, text: str) -> list[str]:
        return [word for word in index(text).words if len(word) >= LEAST_LETTERS and word not in self.common]


def _name(material: Material) -> str:
    """What a material goes by: of a file its name as words, without its folder and its ending."""
    return re.sub(r"[_-]+", " ", PurePosixPath(material.text).stem) if material.kind == "file" else material.text


def _called(address: str, view: View) -> tuple[str, ...]:
    """The words of repeated parts, else the last words of the place's names and title, in the singular."""
    component, place, _ = view.address(address)
    described = view.components[component].places[place]
    words = described.called if isinstance(described, GroupsPlace) else (*described.names, described.title)
    return tuple(dict.fromkeys(singular(word) for name in words for word in fold(name).split()[-1:]))


def _stands_in(text: str, folded: str) -> bool:
    return text in folded and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", folded) is not None


def _code_stands_in(code: str, folded: str) -> bool:
    """ "c2" also as "c-2" and "c 2"; a single letter only as it is written in brackets or alone."""
    if code[-1] not in folded or code[0] not in folded:
        return False
    if len(code) == 1:
        return re.search(rf"\A\W*{code}\W*\Z|[(\[]{code}[)\]]", folded) is not None
    return re.search(rf"(?<!\w){code[0]}[ .-]?{re.escape(code[1:])}(?!\w)", folded) is not None
