"""The page that explains one criterion, and the list of all of them."""

from __future__ import annotations

from mcred_lint.authoring.pages.words import WHOLE, RubricWords
from mcred_lint.reporters.layout import Page
from mcred_lint.rubric.model import Criterion, Rubric


def show_all(page: Page, rubric: Rubric) -> None:
    """Every criterion with its title, under its component."""
    page.section(rubric.title)
    parts = {component.title: (f"{key}.", component.criteria) for key, component in rubric.components.items()}
    for title, (prefix, criteria) in (parts | {WHOLE: ("", rubric.submission.criteria)}).items():
        page.heading(title)
        page.files([(prefix + name, criterion.title) for name, criterion in criteria.items()], indent=2)
        page.gap()
    page.paragraph("mcred-lint explain CRITERION tells more of one of them.")


def show_criterion(page: Page, words: RubricWords, id_: str, component: str | None, criterion: Criterion) -> None:
    """One criterion: what it asks, how it is measured, its levels, whose rule it is, our reading, what to do."""
    page.section(f"{id_}: {criterion.title}")
    page.paragraph(words.rubric.components[component].title if component else WHOLE)
    _show(page, "HOW IT IS MEASURED", words.basis(criterion), *words.measures(component, criterion))
    parts = words.parts(component, criterion)
    if parts:
        page.section("WHAT IS LOOKED FOR")
    for part in parts:
        page.paragraph(part, indent=2, mark="-")
    _show(page, "WHEN IT IS ASKED FOR", words.only_if(component, criterion.only_if))
    _show_levels(page, words, component, criterion)
    _show(page, "WHOSE RULE IT IS", words.whose(criterion))
    _show(page, "OUR READING, AND WHY", criterion.reading)
    _show(page, "WHAT TO DO", criterion.advice)


def _show_levels(page: Page, words: RubricWords, component: str | None, criterion: Criterion) -> None:
    ladder = words.ladder(component, criterion)
    if ladder:
        page.section("WHAT EACH LEVEL NEEDS" if criterion.must is None else "WHAT IS NEEDED")
        page.files(ladder, indent=2)
    if criterion.blocks:
        page.paragraph("While this fails, the submission is not ready, whatever its levels.", indent=2)
    page.gap()
    advice = words.guide(component, criterion)
    if advice:
        page.paragraph(advice, indent=2)


def _show(page: Page, title: str, *texts: str | None) -> None:
    said = [text for text in texts if text]
    if said:
        page.section(title)
    for text in said:
        page.paragraph(text, indent=2)
