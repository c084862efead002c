"""Lines that may begin an answer, and what each says about which prompt it answers.

A cue is a restated question, a heading, a label, a numbered item or paragraph. Its evidence is what it restates, what it is named, which
number it carries, and which prompts its words come from.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mcred_lint.document.blocks import Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.labels import label_of
from mcred_lint.matching.specs import AnswersPlace
from mcred_lint.text.folding import fold
from mcred_lint.text.language import Language
from mcred_lint.text.names import NameTable
from mcred_lint.text.phrases import find_phrases, index

NUMBER = re.compile(r"[^\w]*(?:(?:[a-z]+)\s*(?:#|no\.?)?\s*|q|a|#)?(\d{1,2})(?:\s*[.):\-\u2013\u2014/,]|\s*$)\s*")
"""A number that leads a heading or a paragraph: "3.", "Question 3:", "Q3, history"."""

LONG_QUESTION_WORDS = 45
"""No restated question is longer; a longer line with its words in it is an answer that speaks of it."""

STEM = 5
ENOUGH_WORDS = 0.5
"""A heading belongs to the prompt from which this share of its telling words comes."""

Shape = tuple[str, int]
"""How a cue looks: headings of one level, bold labels, items of one depth."""


@dataclass
class Cue:
    """A line that may begin an answer. `rest`: what of the answer stands on the same line; `lines`: how many lines it takes up
    beyond the first."""

    at: int
    shape: Shape
    label: Text | None
    rest: Text | None
    number: int | None = None
    restated: int | None = None
    named: int | None = None
    lines: int = 0


@dataclass(frozen=True)
class Prompts:
    """The prompts of a place, made ready to be compared with headings."""

    spec: AnswersPlace
    language: Language

    def __len__(self) -> int:
        return len(self.spec.prompts)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.spec.prompts)

    @cached_property
    def names(self) -> NameTable:
        return NameTable(
            {
                str(n): (key.replace("_", " ").replace("-", " "), *prompt.names)
                for n, (key, prompt) in enumerate(self.spec.prompts.items())
            }
        )

    @cached_property
    def telling(self) -> dict[str, frozenset[int]]:
        """Which prompts a word (its first letters) comes from."""
        found: dict[str, set[int]] = {}
        for number, prompt in enumerate(self.spec.prompts.values()):
            for phrase in (prompt.asks, *prompt.restated, *prompt.names):
                for word in index(phrase.replace("*", "")).words:
                    found.setdefault(word[:STEM], set()).add(number)
        return {word: frozenset(numbers) for word, numbers in found.items()}

    def by_words(self, title: str) -> int | None:
        """The prompt that most of a title's telling words come from; None when two are as near."""
        scores = [0.0] * len(self)
        for word in set(index(title).words):
            numbers = self.telling.get(word[:STEM], frozenset()) if len(word) > 2 else frozenset()
            for number in numbers:
                scores[number] += 1 / len(numbers) ** 2
        ranked = sorted(range(len(self)), key=lambda number: -scores[number])
        best, second = ranked[0], ranked[1] if len(ranked) > 1 else ranked[0]
        near = scores[best] >= ENOUGH_WORDS and (best == second or scores[best] >= 1.5 * scores[second])
        return best if near else None


def cues_in(lines: Sequence[Line], prompts: Prompts) -> list[Cue]:
    """Every line that may begin an answer, in reading order."""
    found: list[Cue] = []
    skip = -1
    for at, line in enumerate(lines):
        if at <= skip or line.kind in (Kind.RULE, Kind.NOTE):
            continue
        cue = _restating(lines, at, prompts) or _labelled(line, at, prompts)
        if cue is not None:
            found.append(cue)
            skip = at + cue.lines
    return found


def shape_of(line: Line) -> Shape:
    """How a line looks beside others."""
    if line.kind is Kind.HEADING:
        return "heading", line.level
    if line.kind is Kind.ITEM:
        return ("number", line.level) if line.marker and line.marker.isdigit() else ("item", line.level)
    style = "bold" if line.text.bold_lead else "italic" if line.text.italic_lead else "text"
    return style, int(line.quoted)


def _labelled(line: Line, at: int, prompts: Prompts) -> Cue | None:
    """A heading, a label, a numbered line, or an entry of a YAML list."""
    if line.kind is Kind.ENTRY:
        return Cue(at, ("entry", line.level), None, None)
    number, behind = _leading_number(line)
    label = label_of(line)
    named = prompts.names.keys(label.text.flat) if label is not None else ()
    known = int(named[0]) if len(named) == 1 else None
    if label is not None and (label.alone and line.kind is Kind.ITEM and known is None and number is None):
        return None
    if label is None and number is None:
        asks = (
            line.kind is Kind.TEXT
            and line.text.string.rstrip().endswith("?")
            and len(index(line.text.string).words) <= LONG_QUESTION_WORDS
        )
        return Cue(at, ("question", 0), line.text, None) if asks and line.value else None
    shape = shape_of(line)
    if label is None or (
        number is not None and line.kind is not Kind.HEADING and not line.text.bold_lead and known is None
    ):
        return Cue(at, shape, None, behind, number)
    if label.alone and known is None and not (number is not None or line.text.string.rstrip().endswith("?")):
        return None
    text = None if line.kind is Kind.HEADING and label.rest is None else label.rest
    return Cue(at, shape, label.text, text, number, named=known)


def _leading_number(line: Line) -> tuple[int | None, Text | None]:
    if line.kind is Kind.ITEM:
        return (
            (int(line.marker), line.text) if line.marker and line.marker.isdigit() and line.level == 1 else (None, None)
        )
    match = NUMBER.match(fold(line.text.string))
    if match is None or (line.kind is not Kind.HEADING and match.end() - match.start() > 16):
        return None, None
    return int(match[1]), line.text.slice(match.end()).strip() or None


# ---- restated questions -----------------------------------------------------------------------------------------------


def restates(text: Text, spec: AnswersPlace) -> bool:
    """Whether a text restates one of the prompts rather than speaking about it at length."""
    return len(index(text.string).words) <= LONG_QUESTION_WORDS and any(
        next(iter(find_phrases(text.string, prompt.restated)), None) for prompt in spec.prompts.values()
    )


def _restating(lines: Sequence[Line], at: int, prompts: Prompts) -> Cue | None:
    """A question pasted in full or in part, perhaps over several lines, perhaps with the answer behind it."""
    if lines[at].kind is Kind.ENTRY:
        return None
    group = _same_paragraph(lines, at)
    whole = "\n".join(part.text.string for part in group)
    hits = [
        (hit, number)
        for number, prompt in enumerate(prompts.spec.prompts.values())
        for hit in find_phrases(whole, prompt.restated)
    ]
    if not hits:
        return None
    hit, number = min(hits, key=lambda pair: pair[0].start)
    if len(index(whole[: hit.start]).words) > LONG_QUESTION_WORDS or not _asks(whole, hit.start, hit.end, group[0]):
        return None
    cue = _behind_question(group, at, number, fold(whole), hit.end)
    cue.number = _leading_number(group[0])[0]
    return cue


def _asks(whole: str, start: int, end: int, first: Line) -> bool:
    """Whether the words stand in a question or a heading, and not in the middle of an answer that uses them."""
    sentence_before = whole[:start]
    begun = not re.search(r"[.!]\s+\S", sentence_before.strip()[3:])
    return begun and (
        first.kind in (Kind.HEADING, Kind.ITEM)
        or first.quoted
        or first.text.bold_lead > 0
        or len(index(sentence_before).words) <= 20
    )


def _same_paragraph(lines: Sequence[Line], at: int) -> list[Line]:
    first = lines[at]
    group = [first]
    for line in lines[at + 1 : at + 6]:
        same = line.block == first.block and line.block != 0 and line.kind in (Kind.TEXT, Kind.CODE)
        if not same or first.kind is Kind.HEADING:
            break
        group.append(line)
    return group


def _behind_question(group: Sequence[Line], at: int, number: int, whole: str, phrase_end: int) -> Cue:
    """Where the restated question ends: at its last question mark close behind the phrase, else where its sentence or line ends."""
    end = _question_end(whole, phrase_end)
    offset = 0
    for count, line in enumerate(group):
        length = len(line.text.string)
        if end <= offset + length:
            rest = line.text.slice(max(0, end - offset)).strip(" \t\n*:?\u2013\u2014-")
            keeps = rest if any(map(str.isalnum, rest.string)) and not _all_label(line) else None
            return Cue(at, shape_of(group[0]), group[0].text, keeps, restated=number, lines=count)
        offset += length + 1
    return Cue(at, shape_of(group[0]), group[0].text, None, restated=number, lines=len(group) - 1)


def _all_label(line: Line) -> bool:
    return line.kind is Kind.HEADING or line.text.bold


def _question_end(whole: str, phrase_end: int) -> int:
    """Question marks that follow one another within a question's length belong to it ("Why? Why not?")."""
    end = phrase_end
    mark = whole.find("?", phrase_end)
    while (
        mark >= 0
        and len(whole[end:mark].split()) <= (25 if end == phrase_end else 12)
        and not statement_ends(whole[end:mark])
    ):
        end = mark + 1
        mark = whole.find("?", end)
    if end > phrase_end:
        return end
    stop = re.search(r"[.:](?:\s|$)|\n|\s{2,}", whole[phrase_end:])
    return (
        phrase_end + stop.end()
        if stop and len(whole[phrase_end : phrase_end + stop.start()].split()) <= 25
        else len(whole)
    )


def statement_ends(between: str) -> bool:
    """Whether a full stop ends a sentence before the next question mark: then the answer has begun."""
    return bool(re.search(r"[.!]\s", between.strip()))


# ---- giving cues to prompts -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Assigned:
    """A cue that was given to a prompt, and why."""

    cue: Cue
    prompt: int
    how: str


def assign(cues: Sequence[Cue], prompts: Prompts) -> list[Assigned]:
    """Give cues to prompts: what is restated or named first, then by number, by the words of headings, and last by order."""
    taken: dict[int, Assigned] = {}
    used: set[int] = set()
    for how, pick in (("restated question", _restated), ("heading", _named)):
        for cue in cues:
            prompt = pick(cue)
            if prompt is not None and prompt not in taken and cue.at not in used:
                taken[prompt] = Assigned(cue, prompt, how)
                used.add(cue.at)
    _by_number(cues, prompts, taken, used)
    _all_in_order(cues, prompts, taken, used)
    _by_order(cues, prompts, taken, used)
    _by_words(cues, prompts, taken, used)
    _by_order(cues, prompts, taken, used)
    _jointly(prompts, taken)
    return sorted(taken.values(), key=lambda one: (one.cue.at, one.prompt))


def _jointly(prompts: Prompts, taken: dict[int, Assigned]) -> None:
    """Two questions answered in one go: "2. and 3. These two belong together"."""
    for prompt, one in list(taken.items()):
        following = prompt + 1
        said = " ".join(text.flat[:60] for text in (one.cue.label, one.cue.rest) if text is not None)
        if (
            following < len(prompts)
            and following not in taken
            and re.search(rf"\b(?:and|&|\+|/|,)\s*(?:q)?{following + 1}\b", fold(said))
        ):
            taken[following] = Assigned(one.cue, following, f"{one.how}, together with the one before")


def _restated(cue: Cue) -> int | None:
    return cue.restated


def _named(cue: Cue) -> int | None:
    return cue.named


def _by_number(cues: Sequence[Cue], prompts: Prompts, taken: dict[int, Assigned], used: set[int]) -> None:
    """Numbers of one shape that count up from 1, as far as they do not contradict what is known already."""
    for shape in sorted({cue.shape for cue in cues if cue.number}, key=_strength):
        run = _counting(cues, shape, len(prompts))
        agree = sum(1 for one in taken.values() if one.cue.number == one.prompt + 1)
        against = sum(1 for one in taken.values() if one.cue.number not in (None, one.prompt + 1))
        if len(run) < 2 or against > agree:
            continue
        for cue, number in run:
            if cue.restated is None and number not in taken and cue.at not in used and _between(cue, number, taken):
                taken[number] = Assigned(cue, number, "number")
                used.add(cue.at)


def _strength(shape: Shape) -> tuple[int, int]:
    """Numbered headings before numbered labels, and these before the items of a list, which may be a list of anything."""
    kinds = ("heading", "bold", "italic", "number", "text")
    return kinds.index(shape[0]) if shape[0] in kinds else len(kinds), shape[1]


def _counting(cues: Sequence[Cue], shape: Shape, most: int) -> list[tuple[Cue, int]]:
    """The cues of one shape whose numbers count up; a list that repeats "1." counts as 1, 2, 3."""
    numbered = [cue for cue in cues if cue.shape == shape and cue.number is not None]
    if len(numbered) > 1 and len({cue.number for cue in numbered}) == 1:
        return [(cue, place) for place, cue in enumerate(numbered[:most])]
    run: list[tuple[Cue, int]] = []
    last = 0
    for cue in numbered:
        if cue.number is not None and last < cue.number <= most:
            run.append((cue, cue.number - 1))
            last = cue.number
    return run


def _between(cue: Cue, prompt: int, taken: dict[int, Assigned]) -> bool:
    """Whether a cue stands where the order of the known answers would have it."""
    return all((one.cue.at < cue.at) == (number < prompt) for number, one in taken.items())


def _by_words(cues: Sequence[Cue], prompts: Prompts, taken: dict[int, Assigned], used: set[int]) -> None:
    for cue in cues:
        if cue.at in used or cue.label is None or cue.shape[0] in ("item", "text"):
            continue
        prompt = prompts.by_words(cue.label.flat)
        if prompt is not None and prompt not in taken:
            taken[prompt] = Assigned(cue, prompt, "the words of its heading")
            used.add(cue.at)


def _all_in_order(cues: Sequence[Cue], prompts: Prompts, taken: dict[int, Assigned], used: set[int]) -> None:
    """Exactly as many cues of one shape as prompts, where little else says which is which."""
    if 2 * len(taken) >= len(prompts):
        return
    for shape in dict.fromkeys(cue.shape for cue in cues):
        row = [cue for cue in cues if cue.shape == shape]
        if len(row) == len(prompts):
            taken.clear()
            taken.update({number: Assigned(cue, number, "order") for number, cue in enumerate(row)})
            used.update(cue.at for cue in row)
            return


def _by_order(cues: Sequence[Cue], prompts: Prompts, taken: dict[int, Assigned], used: set[int]) -> None:
    """Cues of the usual shape between two known answers take the prompts between them, when there are as many."""
    shapes = [one.cue.shape for one in taken.values()] or [cue.shape for cue in cues]
    if not shapes:
        return
    for shape in sorted(set(shapes), key=shapes.count, reverse=True):
        known = sorted(taken.values(), key=lambda one: one.cue.at)
        if any(later.prompt < earlier.prompt for earlier, later in itertools.pairwise(known)):
            return
        bounds = [(-1, -1), *((one.cue.at, one.prompt) for one in known), (10**9, len(prompts))]
        for (start, first), (stop, last) in itertools.pairwise(bounds):
            free = [cue for cue in cues if start < cue.at < stop and cue.shape == shape and cue.at not in used]
            missing = list(range(first + 1, last))
            if missing and len(free) == len(missing):
                for cue, prompt in zip(free, missing, strict=True):
                    taken[prompt] = Assigned(cue, prompt, "order")
                    used.add(cue.at)
