"""What was left over from a template: text that stands where an author was to write.

The same words may be talked about ("we put TBD on the wall") or belong to a form that participants fill in; neither is
a left-over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.identity.words import Phrases, Words, any_of, read_lists


@dataclass(frozen=True, eq=False)
class PlaceholderWords:
    """Every list of the part `placeholders` of `english.yaml`, which says what each is for."""

    phrases: Phrases
    alone: Phrases
    alone_in_forms: Phrases
    chips: Phrases
    orders: Phrases
    author_orders: Words
    order_stops: Words
    your_words: Words
    field_words: Phrases
    field_endings: Phrases
    note_openings: Phrases
    signs: Words
    capital_signs: Words
    opening_signs: Words
    roman_leads: Words
    gene_words: Words
    size_words: Words
    mention_leads: Words
    mention_words: Phrases

    @classmethod
    def from_mapping(cls, data: Mapping[str, object]) -> PlaceholderWords:
        """From the language file's part of the same name; see `read_lists`."""
        return cls(**read_lists(cls, data))


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A left-over: the characters from `start` up to `end`, as written, and one sentence about why it is one."""

    start: int
    end: int
    text: str
    why: str


def find_placeholders(text: str, words: PlaceholderWords, *, handout: bool = False) -> tuple[Placeholder, ...]:
    """Everything in the text that a template left behind, in order and without overlaps.

    handout: the text is a form or handout for participants, where blanks and prompts are theirs to fill in.
    """
    reading = _Reading(text, words, handout)
    kept: list[Placeholder] = []
    for start, end, why in sorted(_all_found(reading), key=lambda found: (found[0], -found[1])):
        if not kept or start >= kept[-1].end:
            kept.append(Placeholder(start, end, text[start:end], why))
    return tuple(kept)


_Found = tuple[int, int, str]

_TEMPLATE = "This text comes from a template and was not replaced."
_PROMPT = "A prompt stands where an answer should."
_BRACKETS = "A prompt of the template stands in brackets."
_FIELD = "A field of the template was not filled in."
_SIGN = "A sign for something still to be added stands here."
_LETTERS = "Letters stand where a number or name should."
_QUESTION_MARKS = "Question marks stand where a value should."
_GAP = "A blank was left in the sentence."

_REACH = 400
"""What stands around a place is cut there, so that one endless line costs no more than many short ones."""
_MARKS = " \t\r*_\\()[]{}<>.!;,-=#>|\"'"
_SENTENCE_ENDS = (". ", "! ", "? ", "\n")


@dataclass(frozen=True)
class _Reading:
    text: str
    words: PlaceholderWords
    handout: bool

    @cached_property
    def folded(self) -> str:
        """The folded text, in which line breaks stay line breaks."""
        return "\n".join(map(fold, self.text.split("\n")))

    def sentence(self, start: int, end: int) -> str:
        """The folded sentence around a place; a line break ends one too."""
        first, last = max(0, start - _REACH), end + _REACH
        begins = [begin + len(mark) for mark in _SENTENCE_ENDS if (begin := self.folded.rfind(mark, first, start)) >= 0]
        stops = [stop for mark in _SENTENCE_ENDS if (stop := self.folded.find(mark, end, last)) >= 0]
        return self.folded[max(begins, default=first) : min(stops, default=last)]

    def line(self, start: int, end: int) -> tuple[str, str]:
        """What stands before and after a place on its line, folded."""
        first, stop = max(0, start - _REACH), self.folded.find("\n", end, end + _REACH)
        return (
            self.folded[max(first, self.folded.rfind("\n", first, start) + 1) : start],
            self.folded[end : stop if stop >= 0 else end + _REACH],
        )

    def is_alone(self, start: int, end: int) -> bool:
        """Nothing else stands on the line, or in its cell, beside the label."""
        before, after = self.line(start, end)
        return not (re.split(r"[:|\t]|- ", before)[-1].strip(_MARKS) or after.split("|")[0].strip(_MARKS))

    def is_mentioned(self, start: int, end: int) -> bool:
        """The words are quoted, or the sentence talks about them."""
        before, after = self.line(start, end)
        quoted = (before.count('"') % 2 == 1 and '"' in after) or (before[-1:] == "'" == after[:1])
        return quoted or _patterns(self.words).mention.search(self.sentence(start, end)) is not None

    def word_before(self, start: int) -> str:
        found = re.search(r"([\w'-]+)[ (\"']*$", self.folded[max(0, start - 40) : start])
        return found[1] if found else ""

    def word_after(self, end: int) -> str:
        found = re.match(r"[ -]?(\w+)", self.folded[end : end + 40])
        return found[1] if found else ""


def _all_found(reading: _Reading) -> Iterator[_Found]:
    for rule in (_template_phrases, _lone_prompts, _brackets, _signs, _letters, _question_marks, _blanks):
        yield from rule(reading)


def _template_phrases(reading: _Reading) -> Iterator[_Found]:
    for found in _patterns(reading.words).phrase.finditer(reading.folded):
        talked_about = reading.word_before(found.start()) in reading.words.mention_leads
        if not talked_about and not reading.is_mentioned(*found.span()):
            yield *found.span(), _TEMPLATE


_LINE = re.compile(r"[^\n|]+")
_LABEL_LENGTH = 60


def _lone_prompts(reading: _Reading) -> Iterator[_Found]:
    """Lines, cells and values that are nothing but a prompt."""
    prompts, chips = _patterns(reading.words).prompts_in(handout=reading.handout)
    several = sum(line.strip(_MARKS) in chips for line in reading.folded.split("\n")) > 1
    for line in _LINE.finditer(reading.folded):
        for start, end in _values(line):
            value, labelled = reading.folded[start:end].strip(_MARKS), start > line.start()
            if value in prompts or (value in chips and (several or labelled)):
                yield *_without_marks(reading.folded, start, end), _PROMPT


def _values(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The whole line, or what follows its label, or what stands in brackets at its end."""
    yield line.span()
    colon = line[0].find(":", 0, _LABEL_LENGTH)
    if colon >= 0:
        yield line.start() + colon + 1, line.end()
    opened = line[0].rfind("(")
    if opened > 0 and line[0].rstrip().endswith(")"):
        yield line.start() + opened, line.end()


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(_MARKS)), start + len(piece.rstrip(_MARKS))


# Not before "(" or "[": that is a link as Markdown writes it.
_SQUARE = re.compile(r"\[([^\[\]\n]{1,160})\](?![\w(\[])")
_ANGLE = re.compile(r"<([^<>\n@/]{1,80} [^<>\n@/]{1,80})>")
_ROUND = re.compile(r"\(([^()\n]{1,160})\)")
_CURLY = re.compile(r"\{\{[^{}\n]{0,80}\}\}|(?<![{$\\])\$?\{[A-Za-z][\w -]{0,40}\}(?!\})")
_CONSTANT = re.compile(r"[A-Z][A-Z\d]*(?:\\?_[A-Z\d]+)+")


def _brackets(reading: _Reading) -> Iterator[_Found]:
    for pattern in (_SQUARE, _ANGLE):
        for found in pattern.finditer(reading.text):
            if _is_prompt(reading, found) and not reading.is_mentioned(*found.span()):
                yield *found.span(), _BRACKETS
    for found in _ROUND.finditer(reading.text):
        if _is_prompt_in_parentheses(reading, found) and not reading.is_mentioned(*found.span()):
            yield *found.span(), _BRACKETS
    for found in _CURLY.finditer(reading.text):
        if not reading.is_mentioned(*found.span()):
            yield *found.span(), _FIELD


def _is_prompt(reading: _Reading, found: re.Match[str]) -> bool:
    words, content = reading.words, found[1].strip(" \\")
    text = bare_words(content)
    first, _, rest = text.partition(" ")
    opening, colon, _ = fold(content).partition(":")
    for_others = reading.handout and not words.your_words.isdisjoint(text.split())
    if _CONSTANT.fullmatch(content) or text in words.signs or (colon and opening.strip() in words.note_openings):
        return True
    if first in words.author_orders:
        return not for_others
    if reading.handout:
        return False
    ordered = first in words.orders or first in words.your_words
    if ordered and rest.partition(" ")[0] not in {"", *words.order_stops}:
        return True
    if text in words.field_words:
        # Inside a sentence "[school]" hides a name on purpose.
        return reading.is_alone(*found.span())
    return any(text.endswith(f" {ending}") for ending in words.field_endings)


def _is_prompt_in_parentheses(reading: _Reading, found: re.Match[str]) -> bool:
    """ "(insert the chart here)": parentheses hold much else, so both ends of a prompt are needed."""
    words, text = reading.words, bare_words(found[1])
    ends = any(text.endswith(f" {ending}") for ending in words.field_endings)
    return ends and text.partition(" ")[0] in words.orders and text.count(" ") > 1 and not reading.handout


def _signs(reading: _Reading) -> Iterator[_Found]:
    for found in _patterns(reading.words).sign.finditer(reading.text):
        if _stands_for_a_value(reading, found) and not reading.is_mentioned(*found.span()):
            yield *found.span(), _SIGN


def _stands_for_a_value(reading: _Reading, found: re.Match[str]) -> bool:
    words, sign = reading.words, found[0].lower()
    if reading.is_alone(*found.span()):
        return True
    if found[0] != found[0].upper():
        return False
    if sign in words.opening_signs:
        before, after = reading.line(*found.span())
        shouted = reading.text[found.end() : found.end() + 4].strip().isupper()
        return after.startswith(":") or (not before.strip(_MARKS) and not shouted)
    return reading.word_before(found.start()) not in words.mention_leads


_XX = re.compile(r"(?<![\w.])(?:\$ ?)?(?:(?:19|20)XX|X{2,4})(?![\w'])")


def _letters(reading: _Reading) -> Iterator[_Found]:
    words = reading.words
    for found in _XX.finditer(reading.text) if "XX" in reading.text else ():
        before, after = reading.word_before(found.start()), reading.word_after(found.end())
        means_something = not (words.gene_words | words.size_words).isdisjoint((before, after))
        if not (means_something or before in words.roman_leads or reading.is_mentioned(*found.span())):
            yield *found.span(), _LETTERS


_UNKNOWN = re.compile(r"(?<![\w?!.)\"'])\?{3,}(?!\w)")


def _question_marks(reading: _Reading) -> Iterator[_Found]:
    for found in _UNKNOWN.finditer(reading.folded):
        if reading.is_alone(*found.span()):
            yield *found.span(), _QUESTION_MARKS


_BLANK = re.compile(r"(?<!\w)(?:\\?_){3,}(?!\w)")
_WORD = re.compile(r"[^\W_]+")
_SENTENCE_WORDS = 5


def _blanks(reading: _Reading) -> Iterator[_Found]:
    """Underscores inside a sentence. A blank after a label, or alone, is an empty field: others look after those."""
    if reading.handout or "_" not in reading.text:
        return
    for found in _BLANK.finditer(reading.text):
        before = reading.line(*found.span())[0].rstrip(" \\")
        words = len(_WORD.findall(reading.sentence(*found.span())))
        in_sentence = before != "" and before[-1] not in ":|" and words >= _SENTENCE_WORDS
        if in_sentence and not reading.is_mentioned(*found.span()):
            yield *found.span(), _GAP


class _Patterns:
    """The patterns made from one set of words."""

    def __init__(self, words: PlaceholderWords) -> None:
        self.phrase = re.compile(any_of(words.phrases))
        self.mention = re.compile(any_of(words.mention_words))
        signs = {*words.signs, *(sign.upper() for sign in words.signs | words.capital_signs | words.opening_signs)}
        self.sign = re.compile(rf"(?<![@#'-]){any_of(signs)}(?!['-])")
        self._prompts = frozenset(words.alone) | frozenset(words.alone_in_forms)
        self._in_handouts = frozenset(words.alone) - frozenset(words.alone_in_forms)
        self._chips = frozenset(words.chips)

    def prompts_in(self, *, handout: bool) -> tuple[frozenset[str], frozenset[str]]:
        """What is a prompt wherever it stands alone, and what is one only after a label or several times."""
        return (self._in_handouts, frozenset()) if handout else (self._prompts, self._chips)


@lru_cache(maxsize=8)
def _patterns(words: PlaceholderWords) -> _Patterns:
    return _Patterns(words)
