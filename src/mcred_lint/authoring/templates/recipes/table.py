"""Which recipe makes which measure: the one list to extend. A measure without a recipe is named as not made."""

from __future__ import annotations

from collections.abc import Mapping

from mcred_lint.authoring.templates.recipes import counted, each, faults, filled, given, lengths, naming, said
from mcred_lint.authoring.templates.recipes.recipe import (
    ITEMS,
    LAST,
    LATER,
    VERY_LAST,
    Recipe,
    share_of_entries,
    share_of_parts,
)  # fmt: skip

RECIPES: Mapping[str, Recipe] = {
    "answers": Recipe(counted.answers, counted.answers_amounts),
    "characters": Recipe(lengths.characters, stage=VERY_LAST, prepare=lengths.prepare_length),
    "count": Recipe(counted.count, stage=LATER, prepare=counted.prepare_count),
    "each": Recipe(each.each, each.each_amounts, ITEMS),
    "files": Recipe(counted.files),
    "filled": Recipe(filled.filled, filled.filled_amounts),
    "hours": Recipe(counted.hours),
    "identity": Recipe(faults.identity, stage=LATER),
    "links": Recipe(counted.links, share_of_entries),
    "mentions": Recipe(said.mentions, said.mentions_amounts, LATER),
    "placeholders": Recipe(faults.placeholders, stage=LATER),
    "present": Recipe(given.present, given.present_amounts, ITEMS),
    "question_form": Recipe(counted.question_form),
    "refers": Recipe(naming.refers, share_of_parts, LATER),
    "responses": Recipe(counted.responses),
    "sentences": Recipe(lengths.sentences, stage=LAST, prepare=lengths.prepare_length),
    "shared_terms": Recipe(said.shared_terms, share_of_parts, LATER),
    "stated": Recipe(given.stated, steps=given.in_whole_numbers),
    "words": Recipe(lengths.words, stage=VERY_LAST, prepare=lengths.prepare_length),
    "years": Recipe(said.years, stage=LATER),
}
