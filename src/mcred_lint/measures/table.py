"""Which function measures what: the one list to extend for a new measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mcred_lint.measures import (
    answers,
    count,
    each,
    filled,
    hours,
    identity,
    lengths,
    links,
    materials,
    mentions,
    placeholders,
    present,
    question_form,
    readability,
    refers,
    responses,
    shared_terms,
    stated,
    years,
)  # fmt: skip
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Measure
from mcred_lint.measures.view import View

MEASURES: Mapping[str, Callable[[Any, View], Measurement]] = {
    "answers": answers.answers,
    "characters": lengths.characters,
    "count": count.count,
    "covers": materials.covers,
    "files": materials.files,
    "each": each.each,
    "filled": filled.filled,
    "hours": hours.hours,
    "identity": identity.identity,
    "links": links.links,
    "mentions": mentions.mentions,
    "placeholders": placeholders.placeholders,
    "present": present.present,
    "question_form": question_form.question_form,
    "readability": readability.readability,
    "refers": refers.refers,
    "responses": responses.responses,
    "sentences": lengths.sentences,
    "shared_terms": shared_terms.shared_terms,
    "stated": stated.stated,
    "words": lengths.words,
    "years": years.years,
}


def measure(spec: Measure, view: View) -> Measurement:
    """What a rubric's measure finds in a submission."""
    return MEASURES[spec.kind](spec, view)
