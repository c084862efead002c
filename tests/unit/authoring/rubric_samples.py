"""A rubric with every kind of criterion, in words and as a file."""

from __future__ import annotations

from dataclasses import replace

from mcred_lint.authoring.pages.described import DescribedCriterion, DescribedPart, DescribedRubric, describe
from mcred_lint.findings import Basis
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.loader import load_rubric

SCALE = ("Developing", "Basic", "Proficient")
SOURCES = DescribedCriterion(
    "research.sources",
    "At least five sources",
    Basis.COUNTED,
    issuers=True,
    needs=(("Proficient", "at least 5 sources"), ("Basic", "at least 3 sources"), ("Developing", "anything else")),
    looked_for=("the list of sources",),
    guide="Advice only: at most 9 sources.",
    reading="The same title counts once.",
    advice="Add sources.",
)
LINKS = DescribedCriterion(
    "research.links",
    "Links where there are any",
    Basis.INFERRED,
    issuers=False,
    needs=(("Proficient", "at least half"), ("Basic", "anything else")),
)
CREDIBLE = DescribedCriterion("research.credible", "The sources are credible", Basis.PERSON, issuers=True)
DECADE = DescribedCriterion(
    "research.decade", "Ten years", Basis.COUNTED, issuers=True, guide="Advice only: at least 10 years."
)
IDENTITY = DescribedCriterion("identity", "No names", Basis.INFERRED, issuers=True, must="none", blocks=True)
RESEARCH = DescribedPart("research", "Artifact 1: Research", SCALE, "Proficient", (SOURCES, LINKS, CREDIBLE, DECADE))
WHOLE = DescribedPart("submission", "The submission as a whole", (), None, (IDENTITY,))
RUBRIC = DescribedRubric(
    "leading", "1.2", "Leading a book study", "Alder Creek Schools", "An educator leads colleagues.", (RESEARCH, WHOLE)
)


def full_of(text: str) -> DescribedRubric:
    """The rubric with `text` wherever an author can write."""
    criterion = replace(
        SOURCES,
        title=text,
        needs=((text, text), ("Low", text)),
        looked_for=(text,),
        guide=text,
        reading=text,
        advice=text,
    )
    person = replace(CREDIBLE, title=f"{text} 2")
    part = DescribedPart("research", text, ("Low", text), text, (criterion, person))
    return DescribedRubric("leading", text, text, text, text, (part, WHOLE))


def described(text: str) -> DescribedRubric:
    """A rubric file in words."""
    return describe(load_rubric("rubric.yaml", text.encode()).rubric, load_language())
