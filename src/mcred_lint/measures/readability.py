"""Readability: the reading level of materials as a school grade. The only module that imports textstat, and only when needed.

The two indices (automated readability index, Coleman-Liau) count letters, words and sentences; they need no dictionary, so nothing is
ever downloaded and the score is the same on every machine.
"""

from __future__ import annotations

from mcred_lint.matching.content import Materials
from mcred_lint.matching.prose import visible
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Readability
from mcred_lint.measures.texts import named_item
from mcred_lint.measures.view import View
from mcred_lint.text.readability import grade
from mcred_lint.text.words import count_words


def readability(spec: Readability, view: View) -> Measurement:
    """The highest grade among the materials with at least `at_least_words` words of text."""
    content = view.content(spec.of)
    scored = []
    for material in content.materials if isinstance(content, Materials) else ():
        lines = [text.string for text in visible(material.passage.blocks)] if material.passage else []
        if sum(map(count_words, lines)) >= spec.at_least_words:
            scored.append((grade(lines), material))
    if not scored:
        return Measurement.exactly(0, "school grade", found=False, said="there is no text of materials to score")
    items = tuple(named_item(material.text, material.place, value=round(level, 1)) for level, material in scored)
    return Measurement.exactly(
        round(max(level for level, _ in scored), 1),
        "school grade",
        items=items,
        said=f"the hardest reads like school grade {max(level for level, _ in scored):.1f}",
    )
