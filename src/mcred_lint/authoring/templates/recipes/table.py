"""Which recipe makes which measure: the one list to extend. A measure without a recipe is named as not made."""

from __future__ import annotations

from collections.abc import Mapping

from mcred_lint.authoring.templates.recipes import counted, faults, filled, lengths, said
from mcred_lint.authoring.templates.recipes.recipe import LAST, LATER, Recipe, share_of_entries

RECIPES: Mapping[str, Recipe] = {
    "answers": Recipe(counted.answers, counted.answers_amounts),
    "characters": Recipe(lengths.characters, stage=LAST),
    "count": Recipe(counted.count),
    "files": Recipe(counted.files),
    "filled": Recipe(filled.filled, filled.filled_amounts),
    "hours": Recipe(counted.hours),
    "identity": Recipe(faults.identity, stage=LATER),
    "links": Recipe(counted.links, share_of_entries),
    "mentions": Recipe(said.mentions, said.mentions_amounts, LATER),
    "placeholders": Recipe(faults.placeholders, stage=LATER),
    "question_form": Recipe(counted.question_form),
    "responses": Recipe(counted.responses),
    "shared_terms": Recipe(said.shared_terms, said.share_of_parts, LATER),
    "words": Recipe(lengths.words, stage=LAST),
    "years": Recipe(said.years, stage=LATER),
}
