"""A list ends where answers follow it without a heading of their own, whatever announced the list."""

from __future__ import annotations

import pytest
from advocacy_matching import place

from mcred_lint.matching.content import Answers, Entries

SOURCES = """
* State report card, our district, https://reportcard.example.gov/d/114
* Board minutes 2009-2024 (in the binder at central office)
* "The bus that never came", county paper, Oct 2023, https://news.example.com/bus
* Lindell, A. (2016). Riding home. School and Street 35(7)
"""
ANSWERS = """
1. The strategic plan wants every child on grade level by third grade and pays for tutoring and coaches.
2. Children who ride the bus miss tutoring, because the late bus was cut and most of their parents work evenings.
3. There was a late bus for sports only, parents fought for one for everyone, and then it was cut again.
4. Tutoring by sign-up favors parents with cars; one principal went to the homes and signed children up.
5. Our local has a transportation committee and a lobby day in March, where I can join in.
6. What we need is colleagues who speak for the late bus, and for what comes after it.
"""


@pytest.mark.parametrize(
    "heading", ["# What I read", "# Sources", "# Research\n\n## Sources", "# Research\n\nSources:"]
)
def test_answers_below_a_list_are_answers(heading: str) -> None:
    files = {"advocacy.md": f"# Overview\n\nOurs.\n\n{heading}\n{SOURCES}{ANSWERS}"}
    sources, answers = place("research.sources", files), place("research.answers", files)
    assert isinstance(sources, Entries) and len(sources.entries) == 4
    assert isinstance(answers, Answers) and all(answer.texts for answer in answers.answers)


def test_a_list_of_many_numbered_lines_ends_nowhere() -> None:
    """Each of very many lines could begin the answers; none does."""
    lines = "\n\nbreak text\n\n".join("1. A source (2016), https://example.org/1" for _ in range(300))
    found = place("research.sources", {"research.md": f"# Research\n\n## Sources\n\n{lines}\n"})
    assert isinstance(found, Entries) and len(found.entries) >= 1
