"""Words, characters and sentences: how much was written."""

from __future__ import annotations

from mcred_lint.document.text import Text
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Characters, Sentences, Words
from mcred_lint.measures.texts import in_paragraphs
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import find_phrases, index
from mcred_lint.text.sentences import count_sentences
from mcred_lint.text.words import RULE, count_words


def words(spec: Words, view: View) -> Measurement:
    """The words of the author's own text at `of`, phrases of `leave_out` not counted."""
    texts = view.texts(spec.of)
    total = sum(_counted(text, spec) for text in texts)
    said = "it says little by itself" if spec.leave_out and texts and total < len(texts) + 1 else ""
    unit = "telling word" if spec.leave_out else "word"
    return Measurement.exactly(total, unit, said=said, found=bool(texts), place=view.place_of(spec.of), notes=(RULE,))


def _counted(text: Text, spec: Words) -> int:
    if not spec.leave_out:
        return count_words(text.string)
    spans = index(text.string).spans
    taken = {
        span for hit in find_phrases(text.string, spec.leave_out) for span in spans if hit.start <= span[0] < hit.end
    }
    return len(spans) - len(taken)


def characters(spec: Characters, view: View) -> Measurement:
    """The characters of the author's own text at `of`, spaces included, a line break as one."""
    texts = view.texts(spec.of)
    total = sum(len(text.string) for text in texts) + max(len(texts) - 1, 0)
    return Measurement.exactly(total, "character", found=bool(texts), place=view.place_of(spec.of))


def sentences(spec: Sentences, view: View) -> Measurement:
    """The sentences of the author's own text at `of`; a paragraph without a closing mark is one."""
    texts = view.texts(spec.of)
    short = view.language.general.abbreviations
    total = sum(count_sentences(said, short) for said in in_paragraphs(texts, view))
    return Measurement.exactly(total, "sentence", found=bool(texts), place=view.place_of(spec.of))
