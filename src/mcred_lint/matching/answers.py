"""Which text answers which prompt.

Authors restate the question, give its number, use a heading of their own, keep the order, or write flowing prose; most mix these. Each
way of marking is tried for the whole passage, and the one that finds most prompts divides it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.content import Answer, Answers, Passage
from mcred_lint.matching.labels import BOLD_RANK, label_of
from mcred_lint.matching.prose import visible, written
from mcred_lint.matching.specs import AnswersPlace, Prompt
from mcred_lint.text.folding import fold
from mcred_lint.text.language import Language
from mcred_lint.text.names import NameTable
from mcred_lint.text.phrases import find_phrases, index

NUMBER = re.compile(r"\W*(?:(?:question|prompt|q|answer|a|response)\s*(?:#|no\.?)?\s*)?(\d{1,2})(?:\s*[.):\-\u2013\u2014/]|\s*$)\s*")
LONG_QUESTION_WORDS = 45
"""No restated question is longer; a longer line with its words in it is an answer that speaks of it."""
LEAST_FLOWING_WORDS = 5


@dataclass
class Cue:
    """A line that begins the answer to a prompt; `rest` is what of the answer stands on the same line."""

    at: int
    prompt: int
    rest: Text | None
    how: str
    block: int = 0


@dataclass
class _Reader:
    spec: AnswersPlace
    language: Language
    prompts: list[tuple[str, Prompt]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.prompts = list(self.spec.prompts.items())
        self.names = NameTable({str(number): (key.replace("_", " ").replace("-", " "), *prompt.names) for number, (key, prompt) in enumerate(self.prompts)})


def find_answers(passages: Sequence[Passage], spec: AnswersPlace, language: Language) -> Answers | None:
    """The answer to each prompt in passages that hold answers (lists of sources and the like cut out before)."""
    reader = _Reader(spec, language)
    blocks = [block for passage in passages for block in _flat(passage.blocks)]
    texts = written(blocks, language.placeholders)
    if not any(text.string for text in texts):
        return None
    ways: list[Callable[[Sequence[Line], _Reader], list[Cue]]] = [_marked, _by_number, _by_order]
    cues: list[Cue] = []
    for way in ways:
        found = way(blocks, reader)
        if len({cue.prompt for cue in found}) > len({cue.prompt for cue in cues}):
            cues = found
        if len({cue.prompt for cue in cues}) >= max(2, (len(reader.prompts) + 1) // 2):
            break
    if len({cue.prompt for cue in cues}) < 2:
        return _flowing(blocks, reader)
    return _divided(blocks, cues, reader)


def _flat(blocks: Sequence[Block]) -> Iterator[Line]:
    """Lines in reading order; a table row becomes its first cell as a heading and the other cells as text."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[Line]:
    for row in table.all_rows:
        cells = [cell.text for cell in row.cells if cell.text.string.strip()]
        for number, text in enumerate(cells):
            lines = text.lines()
            if number == 0 and len(cells) > 1:
                yield Line(Kind.HEADING, text.strip(), level=BOLD_RANK - 1)
            else:
                yield from (Line(Kind.TEXT, line.strip()) for line in lines)


# ---- by restated question, name or number with name -------------------------------------------------------------------


def _marked(lines: Sequence[Line], reader: _Reader) -> list[Cue]:
    """Lines that restate a prompt, or headings and labels that name one. The first line for each prompt counts."""
    cues: dict[int, Cue] = {}
    skip = -1
    for at, line in enumerate(lines):
        if at <= skip:
            continue
        cue = _restated(lines, at, reader) or _named(line, at, reader)
        if cue is not None and _first_or_better(cue, cues):
            cues[cue.prompt] = cue
            skip = at + cue.block
    return sorted(cues.values(), key=lambda cue: cue.at)


def _first_or_better(cue: Cue, cues: dict[int, Cue]) -> bool:
    known = cues.get(cue.prompt)
    return known is None or (known.how == "heading" and cue.how == "restated question" and cue.at == known.at + 1)


def _restated(lines: Sequence[Line], at: int, reader: _Reader) -> Cue | None:
    """A question pasted in full or in part, perhaps over several lines, perhaps with the answer behind it."""
    line = lines[at]
    if line.kind in (Kind.RULE, Kind.ENTRY, Kind.NOTE):
        return None
    group = _same_paragraph(lines, at)
    whole = " ".join(fold(part.text.string) for part in group)
    for number, (_, prompt) in enumerate(reader.prompts):
        hit = next(iter(find_phrases(whole, prompt.restated)), None)
        if hit is None or len(index(whole[: hit.start]).words) > LONG_QUESTION_WORDS:
            continue
        return _after_question(group, at, number, whole, hit.end)
    return None


def _same_paragraph(lines: Sequence[Line], at: int) -> list[Line]:
    first = lines[at]
    group = [first]
    for line in lines[at + 1 : at + 5]:
        if line.block != first.block or line.block == 0 or line.kind not in (Kind.TEXT, Kind.CODE) or first.kind is Kind.HEADING:
            break
        group.append(line)
    return group


def _after_question(group: Sequence[Line], at: int, number: int, whole: str, phrase_end: int) -> Cue:
    """Where the restated question ends: at its last question mark close behind the phrase, else at the line's end."""
    end = _question_end(whole, phrase_end)
    offset = 0
    for count, line in enumerate(group):
        length = len(line.text.string)
        if end <= offset + length:
            cut = max(0, end - offset)
            rest = line.text.slice(cut).strip(" \t\n*:?\u2013\u2014-")
            bold = line.text.bold and count == 0 and len(group) == 1
            keeps = rest if any(map(str.isalnum, rest.string)) and not bold else None
            return Cue(at, number, keeps, "restated question", count)
        offset += length + 1
    return Cue(at, number, None, "restated question", len(group) - 1)


def _question_end(whole: str, phrase_end: int) -> int:
    """Question marks that follow one another within a question's length belong to it ("Why? Why not?")."""
    end = phrase_end
    mark = whole.find("?", phrase_end)
    while mark >= 0 and len(whole[end:mark].split()) <= (20 if end == phrase_end else 12) and not _statement(whole[end:mark]):
        end = mark + 1
        mark = whole.find("?", end)
    if end > phrase_end:
        return end
    stop = re.search(r"[.:](?:\s|$)|\s{2,}", whole[phrase_end:])
    return phrase_end + stop.end() if stop and len(whole[phrase_end : phrase_end + stop.start()].split()) <= 20 else len(whole)


def _statement(between: str) -> bool:
    """Whether a full stop ends a sentence before the next question mark: then the answer has begun."""
    return bool(re.search(r"[.!]\s", between.strip()))


def _named(line: Line, at: int, reader: _Reader) -> Cue | None:
    """A heading, key or label that is a prompt's name."""
    label = label_of(line)
    if label is None or line.kind is Kind.ENTRY:
        return None
    keys = reader.names.keys(label.text.flat)
    if len(keys) != 1 or (label.alone and line.kind is not Kind.HEADING and len(label.text.flat) > 60):
        return None
    if label.alone and line.kind is Kind.ITEM:
        return None
    return Cue(at, int(keys[0]), label.rest, "heading")


def restates(text: Text, spec: AnswersPlace) -> bool:
    """Whether a text restates one of the prompts rather than speaking about it at length."""
    return len(index(text.string).words) <= LONG_QUESTION_WORDS and any(
        next(iter(find_phrases(text.string, prompt.restated)), None) for prompt in spec.prompts.values()
    )


# ---- by number --------------------------------------------------------------------------------------------------------


def _by_number(lines: Sequence[Line], reader: _Reader) -> list[Cue]:
    """Numbers 1, 2, 3 ... in order, as headings, labels, markers of list items or at the beginning of paragraphs."""
    best: list[Cue] = []
    for kinds in ((Kind.HEADING,), (Kind.ITEM,), (Kind.TEXT,), (Kind.HEADING, Kind.TEXT, Kind.ITEM)):
        found = list(_numbered(lines, reader, kinds))
        best = found if len(found) > len(best) else best
    return best


def _numbered(lines: Sequence[Line], reader: _Reader, kinds: tuple[Kind, ...]) -> Iterator[Cue]:
    expected, seen = 1, 0
    for at, line in enumerate(lines):
        if line.kind not in kinds or (line.kind is Kind.ITEM and line.level > 1):
            continue
        number, rest = _number_of(line)
        repeated = number == 1 and seen >= 1 and line.kind is Kind.ITEM
        if number is None or not (number >= expected or repeated) or number > len(reader.prompts):
            continue
        place = seen + 1 if repeated else number
        if place > len(reader.prompts) or place > expected + 2:
            continue
        yield Cue(at, place - 1, rest, "number")
        expected, seen = place + 1, place


def _number_of(line: Line) -> tuple[int | None, Text | None]:
    if line.kind is Kind.ITEM:
        return (int(line.marker), line.text) if line.marker and line.marker.isdigit() else (None, None)
    match = NUMBER.match(fold(line.text.string))
    if match is None:
        return None, None
    rest = line.text.slice(match.end()).strip()
    return int(match[1]), (None if line.kind is Kind.HEADING or line.text.bold else rest or None)


# ---- by order ---------------------------------------------------------------------------------------------------------


def _by_order(lines: Sequence[Line], reader: _Reader) -> list[Cue]:
    """As many headings of one rank as there are prompts, each with text below it; or as many unnumbered items or paragraphs."""
    ranks: dict[tuple[str, int], list[int]] = {}
    for at, line in enumerate(lines):
        shape = _shape(line)
        if shape is not None:
            ranks.setdefault(shape, []).append(at)
    for (kind, _), places in sorted(ranks.items(), key=lambda pair: pair[0]):
        if len(places) == len(reader.prompts):
            return [Cue(at, number, lines[at].text if kind == "item" else None, "order") for number, at in enumerate(places)]
    return []


def _shape(line: Line) -> tuple[str, int] | None:
    if line.kind is Kind.HEADING:
        return "heading", line.level
    if line.kind is Kind.TEXT and line.text.bold:
        return "heading", BOLD_RANK
    if line.kind is Kind.TEXT and line.text.string.rstrip().endswith("?") and len(line.text.string.split()) <= LONG_QUESTION_WORDS:
        return "heading", BOLD_RANK + 1
    if line.kind is Kind.ITEM and line.level == 1 and len(line.text.string.split()) > LEAST_FLOWING_WORDS:
        return "item", 1
    return None


# ---- putting together -------------------------------------------------------------------------------------------------


def _divided(lines: Sequence[Line], cues: Sequence[Cue], reader: _Reader) -> Answers:
    answers = []
    ordered = sorted(cues, key=lambda cue: cue.at)
    ends = {id(cue): following.at for cue, following in zip(ordered, ordered[1:], strict=False)}
    for number, (key, _) in enumerate(reader.prompts):
        cue = next((cue for cue in ordered if cue.prompt == number), None)
        if cue is None:
            answers.append(Answer(key, (), None, "nothing"))
            continue
        body = lines[cue.at + 1 + cue.block : ends.get(id(cue), len(lines))]
        texts = _without_questions([*([cue.rest] if cue.rest else []), *visible(body)], reader)
        texts = written([Line(Kind.TEXT, text) for text in texts], reader.language.placeholders)
        answers.append(Answer(key, texts, texts[0].place if texts else lines[cue.at].place, cue.how))
    before = written(lines[: ordered[0].at], reader.language.placeholders) if ordered else ()
    return Answers(tuple(answers), place=lines[0].place if lines else None, unmatched=before)


def _without_questions(texts: Sequence[Text], reader: _Reader) -> list[Text]:
    """Without lines that only restate a prompt."""
    return [text for text in texts if not _only_question(text, reader)]


def _only_question(text: Text, reader: _Reader) -> bool:
    folded = fold(text.string)
    words = index(folded).words
    if len(words) > LONG_QUESTION_WORDS or not text.string.rstrip(" *_\"'\u201d").endswith(("?", ".", ":")):
        return False
    hits = [hit for _, prompt in reader.prompts for hit in find_phrases(folded, prompt.restated)]
    return bool(hits) and (text.string.rstrip(" *_\"'\u201d").endswith("?") or len(words) <= 25) and not _statement(folded[hits[0].end :])


def _flowing(lines: Sequence[Line], reader: _Reader) -> Answers:
    """Prose that nothing divides: no answers by themselves, the text for looking for each prompt's words."""
    texts = _without_questions(list(visible(lines)), reader)
    texts_written = written([Line(Kind.TEXT, text) for text in texts], reader.language.placeholders)
    answers = tuple(Answer(key, (), None, "nothing") for key, _ in reader.prompts)
    return Answers(answers, flowing=texts_written, place=texts_written[0].place if texts_written else None)
