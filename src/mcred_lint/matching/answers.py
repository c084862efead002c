"""Which text answers which prompt.

Authors restate the question, give its number, use a heading of their own, keep the order, or write flowing prose; most mix these.
`answer_cues` finds and weighs the lines that may begin an answer; here the text is divided at them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mcred_lint.document.blocks import Block, Kind, Line, Table
from mcred_lint.document.text import Text
from mcred_lint.matching.answer_cues import LONG_QUESTION_WORDS, Assigned, Cue, Prompts, assign, cues_in, statement_ends
from mcred_lint.matching.content import Answer, Answers, Passage
from mcred_lint.matching.prose import visible, written
from mcred_lint.matching.specs import AnswersPlace
from mcred_lint.text.folding import fold
from mcred_lint.text.language import Language
from mcred_lint.text.phrases import find_phrases, index

ROW_LEVEL = 9
"""The heading level that the first cell of a table's row gets: below every heading."""
LEAST_ITEM_WORDS = 6
"""An unnumbered list item with fewer words is no answer of its own."""


def find_answers(passages: Sequence[Passage], spec: AnswersPlace, language: Language) -> Answers | None:
    """The answer to each prompt in passages that hold answers (lists of sources and the like cut out before)."""
    prompts = Prompts(spec, language)
    lines = [line for passage in passages for line in _flat(passage.blocks)]
    if not written(lines, language.placeholders):
        return None
    assigned = assign(cues_in(lines, prompts), prompts)
    if len(assigned) < min(2, len(prompts)):
        assigned = _items_in_order(lines, prompts)
    if len(assigned) < min(2, len(prompts)):
        return _flowing(lines, prompts)
    return _divided(lines, assigned, prompts)


def answer_headings(lines: Sequence[Line], spec: AnswersPlace, language: Language) -> list[Line]:
    """The headings in a passage that prompts are recognised by, in reading order."""
    assigned = assign(cues_in(lines, Prompts(spec, language)), Prompts(spec, language))
    return [lines[one.cue.at] for one in assigned if one.cue.shape[0] in ("heading", "bold")]


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
        if len(cells) > 2 and not any(map(str.isalpha, cells[0].string)):
            number, cells = cells[0], cells[1:]
            yield Line(Kind.HEADING, number.strip(), level=ROW_LEVEL)
            yield Line(Kind.TEXT, cells[0].strip(), block=-1)
            yield from (Line(Kind.TEXT, line.strip()) for cell in cells[1:] for line in cell.lines())
            continue
        for position, text in enumerate(cells):
            if position == 0 and len(cells) > 1:
                yield Line(Kind.HEADING, text.strip(), level=ROW_LEVEL)
            else:
                yield from (Line(Kind.TEXT, line.strip()) for line in text.lines())


def _items_in_order(lines: Sequence[Line], prompts: Prompts) -> list[Assigned]:
    """A list without numbers or labels: each item answers one prompt, in their order. A list divides its text even where it
    has fewer items than there are prompts; that other text is around it shows that the list is not the answers."""
    items = [at for at, line in enumerate(lines) if line.kind is Kind.ITEM and line.level == 1]
    blocks = {lines[at].block for at in items}
    around = [line for line in lines if line.block not in blocks and line.kind is Kind.TEXT and not line.level]
    long_enough = all(len(lines[at].text.string.split()) >= LEAST_ITEM_WORDS for at in items)
    as_many = len(items) == len(prompts) and long_enough
    if not as_many and not (2 <= len(items) < len(prompts) and not around):
        return []
    return [Assigned(Cue(at, ("item", 1), None, lines[at].text), number, "order") for number, at in enumerate(items)]


def _divided(lines: Sequence[Line], assigned: Sequence[Assigned], prompts: Prompts) -> Answers:
    """Each answer reaches from its cue to the next one."""
    ends = [next((other.cue.at for other in assigned if other.cue.at > one.cue.at), len(lines)) for one in assigned]
    bodies = {one.prompt: (one, end) for one, end in zip(assigned, ends, strict=True)}
    answers = []
    for number, key in enumerate(prompts.keys):
        if number not in bodies:
            answers.append(Answer(key, (), None, "nothing"))
            continue
        one, end = bodies[number]
        texts = _texts(
            [*([one.cue.rest] if one.cue.rest else []), *visible(lines[one.cue.at + 1 + one.cue.lines : end])], prompts
        )
        answers.append(Answer(key, texts, texts[0].place if texts else lines[one.cue.at].place, one.how))
    before = _texts(list(visible(lines[: assigned[0].cue.at])), prompts)
    return Answers(tuple(answers), place=lines[0].place if lines else None, unmatched=before)


def _texts(texts: Sequence[Text], prompts: Prompts) -> tuple[Text, ...]:
    """The author's own words: without lines that only restate a prompt, and without blanks."""
    own = (Line(Kind.TEXT, text) for text in texts if not _only_question(text, prompts))
    return written(own, prompts.language.placeholders)


def _only_question(text: Text, prompts: Prompts) -> bool:
    folded = fold(text.string)
    stripped = text.string.rstrip(" *_\"'\u201d)")
    words = index(folded).words
    if len(words) > LONG_QUESTION_WORDS or not stripped.endswith(("?", ".", ":")):
        return False
    hits = [hit for prompt in prompts.spec.prompts.values() for hit in find_phrases(folded, prompt.restated)]
    return bool(hits) and (stripped.endswith("?") or len(words) <= 25) and not statement_ends(folded[hits[0].end :])


def _flowing(lines: Sequence[Line], prompts: Prompts) -> Answers:
    """Prose that nothing divides: no answers by themselves, the text for looking for each prompt's words."""
    texts = _texts(list(visible(lines)), prompts)
    answers = tuple(Answer(key, (), None, "nothing") for key in prompts.keys)
    return Answers(answers, flowing=texts, place=texts[0].place if texts else None)
