"""A rubric as a Markdown page: for a wiki, a repository, or to be pasted where people write."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.authoring.pages.described import (
    HOW_TO_READ,
    LOWEST_COUNTS,
    DescribedCriterion,
    DescribedPart,
    DescribedRubric,
)
from mcred_lint.reporters.escape import markdown, markdown_code
from mcred_lint.wording import sentence


def rubric_markdown(rubric: DescribedRubric) -> str:
    """The page, ending with a line feed."""
    return "\n\n".join(block for block in _page(rubric) if block) + "\n"


def _page(rubric: DescribedRubric) -> Iterator[str]:
    yield f"# {markdown(rubric.title)}"
    yield f"Issued by {markdown(rubric.issuer)}. Rubric {markdown_code(rubric.id)}, version {markdown_code(rubric.version)}."
    yield markdown(rubric.description)
    for part in rubric.parts:
        yield from _part(part)
    yield "## How to read this page"
    yield "\n".join(f"- **{words}**: {meaning}" for words, meaning in HOW_TO_READ)
    yield LOWEST_COUNTS


def _part(part: DescribedPart) -> Iterator[str]:
    yield f"## {markdown(part.title)}"
    yield markdown(part.scale or "")
    for criterion in part.criteria:
        yield from _criterion(criterion)


def _criterion(criterion: DescribedCriterion) -> Iterator[str]:
    blocks = " Nothing is ready while this fails." if criterion.blocks else ""
    yield f"### {markdown(criterion.title)}"
    yield f"*{criterion.judged}. {criterion.whose}.*{blocks}"
    if criterion.looked_for:
        yield "\n".join(["Looked for:", "", *(f"- {markdown(each)}" for each in criterion.looked_for)])
    if criterion.levels:
        rows = (f"| **{markdown(level)}** | {markdown(sentence(need))} |" for level, need in criterion.levels)
        yield "\n".join(["| Level | What it needs |", "|---|---|", *rows])
    yield from map(markdown, criterion.notes)
    if criterion.advice:
        yield f"What to do: {markdown(criterion.advice)}"
    if criterion.reading:
        yield f"> **Our reading.** {markdown(criterion.reading)}"
