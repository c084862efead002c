"""Which text answers which prompt.

Authors restate the question, give its number, use a heading of their own, keep the order, or write flowing prose; most mix these.
`cues` finds the lines that may begin an answer, `order` gives them to prompts; here the text is divided at them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mcred_lint.document.blocks import Block, Kind, Line
from mcred_lint.document.text import Text
from mcred_lint.matching.answers.cues import Cue, cues_in
from mcred_lint.matching.answers.order import Assigned, assign
from mcred_lint.matching.answers.prompts import Prompts
from mcred_lint.matching.answers.questions import is_only_question
from mcred_lint.matching.content import Answer, Answers, Passage
from mcred_lint.matching.prose import visible, written
from mcred_lint.matching.specs import AnswersPlace
from mcred_lint.text.folding import bare_words
from mcred_lint.text.language import Language

NOTHING = "nothing"
"""How an answer was matched that was not found."""
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
    divided = _divided(lines, assigned, prompts)
    return _flowing(lines, prompts) if _mostly_before(divided, assigned) else divided


def _mostly_before(divided: Answers, assigned: Sequence[Assigned]) -> bool:
    """Whether the few labels there are come late, behind the larger part of the text: then they do not divide it."""
    if 2 * len(assigned) >= len(divided.answers):
        return False
    labelled = sum(len(text.string.split()) for answer in divided.answers for text in answer.texts)
    return sum(len(text.string.split()) for text in divided.unmatched) > labelled


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
            for row in block.all_rows:
                yield from _row([cell.text for cell in row.cells if cell.text])


def _row(cells: Sequence[Text]) -> Iterator[Line]:
    """A heading and what stands beside it; with a number before it, the number heads and the next cell may be the question."""
    if len(cells) > 2 and not any(map(str.isalpha, cells[0].string)):
        yield Line(Kind.HEADING, cells[0].strip(), level=ROW_LEVEL)
        asks = cells[1].string.rstrip().endswith("?")
        yield (
            Line(Kind.HEADING, cells[1].strip(), level=ROW_LEVEL)
            if asks
            else Line(Kind.TEXT, cells[1].strip(), block=-1)
        )
        cells = cells[2:]
    elif len(cells) > 1:
        yield Line(Kind.HEADING, cells[0].strip(), level=ROW_LEVEL)
        cells = cells[1:]
    yield from (Line(Kind.TEXT, line.strip()) for cell in cells for line in cell.lines())


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
    cues = {one.prompt: one for one in assigned}
    starts = [one.cue.at for one in assigned]
    answers = []
    for number, key in enumerate(prompts.keys):
        one = cues.get(number)
        if one is None:
            answers.append(Answer(key, (), None, NOTHING))
            continue
        end = next((start for start in starts if start > one.cue.at), len(lines))
        texts = _own_words(_said(one.cue, lines[:end]), prompts)
        answers.append(Answer(key, texts, texts[0].place if texts else lines[one.cue.at].place, one.how))
    before = _own_words(visible(lines[: starts[0]]), prompts)
    return Answers(tuple(answers), place=lines[0].place if lines else None, unmatched=before)


def _said(cue: Cue, lines: Sequence[Line]) -> Iterator[Text]:
    """What stands behind a cue on its own line, and the lines below it."""
    if cue.rest:
        yield cue.rest
    yield from visible(lines[cue.at + 1 + cue.lines :])


def _without_label(text: Text, labels: Sequence[str]) -> Text:
    """An answer without the word that announces it: "A: ...", "Answer: ..."."""
    head, colon, _ = text.string.partition(":")
    return text.slice(len(head) + 1).strip() if colon and bare_words(head) in labels else text


def _own_words(texts: Iterable[Text], prompts: Prompts) -> tuple[Text, ...]:
    """The author's own words: without lines that only restate a prompt, and without blanks."""
    labels = prompts.language.general.answer_labels
    said = (_without_label(text, labels) for text in texts if not is_only_question(text, prompts))
    own = (Line(Kind.TEXT, text) for text in said)
    return written(own, prompts.language.placeholders)


def _flowing(lines: Sequence[Line], prompts: Prompts) -> Answers:
    """Prose that nothing divides: no answers by themselves, the text for looking for each prompt's words."""
    texts = _own_words(visible(lines), prompts)
    answers = tuple(Answer(key, (), None, NOTHING) for key in prompts.keys)
    return Answers(answers, flowing=texts, place=texts[0].place if texts else None)
