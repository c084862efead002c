"""The pages of `rubric list`, `rubric show` and `rubric diff`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mcred_lint.authoring.comparison.rubrics import Part
from mcred_lint.authoring.pages.words import WHOLE, RubricWords
from mcred_lint.cli.configuration import Configuration
from mcred_lint.cli.rubric_choice import DEFAULT_RUBRIC
from mcred_lint.findings import Basis
from mcred_lint.reporters.layout import Page
from mcred_lint.rubric.bundled import bundled_rubrics
from mcred_lint.rubric.model import Criterion, Rubric, Scale
from mcred_lint.wording import count, join_words


def show_list(page: Page, configuration: Configuration) -> None:
    """The configured rubrics and those that come with the tool; a configured id hides a bundled one."""
    usual = configuration.rubric or DEFAULT_RUBRIC
    own = [(name, str(path)) for name, path in configuration.rubrics.items()]
    bundled = [(name, title) for name, title, _ in bundled_rubrics() if name not in configuration.rubrics]
    for title, rows in (("Of the configuration", own), ("Bundled", bundled)):
        if rows:
            page.section(title)
            page.files([(name, f"{said} (the usual one)" if name == usual else said) for name, said in rows], indent=2)


def show_rubric(page: Page, words: RubricWords) -> None:
    """A rubric for reading: its scales, then each component with its criteria and what each level needs."""
    rubric = words.rubric
    page.section(rubric.title)
    extends = f" It extends {rubric.extends}." if rubric.extends else ""
    page.paragraph(f"{rubric.id} {rubric.version}, issued by {rubric.issuer}.{extends}")
    page.gap()
    page.paragraph(rubric.description)
    several = len(rubric.scales) > 1
    if not several:
        page.gap()
        page.paragraph(_levels(rubric.scales[rubric.main_scale]))
    for key, component in rubric.components.items():
        page.section(component.title)
        if several:
            page.paragraph(_levels(rubric.scale_of(key)), indent=2)
        if component.only_if is not None:
            page.paragraph(f"Not always asked for: {component.only_if.otherwise}", indent=2)
        _show_criteria(page, words, key, component.criteria)
    if rubric.submission.criteria:
        page.section(WHOLE)
        _show_criteria(page, words, None, rubric.submission.criteria)


def _levels(scale: Scale) -> str:
    return f"Levels, lowest first: {join_words(scale.levels)}. {scale.passing} passes."


def _show_criteria(page: Page, words: RubricWords, component: str | None, criteria: Mapping[str, Criterion]) -> None:
    for name, criterion in criteria.items():
        page.paragraph(f"{criterion.title} ({_facts(name, criterion)})", indent=2, mark="-")
        page.files(words.ladder(component, criterion), indent=6)
        advice = words.guide(component, criterion)
        if criterion.only_if is not None:
            page.paragraph(f"Not always asked for: {criterion.only_if.otherwise}", indent=6)
        if advice:
            page.paragraph(advice, indent=6)


def _facts(name: str, criterion: Criterion) -> str:
    basis = "for a person" if criterion.basis is Basis.PERSON else criterion.basis.value
    ours = ["our rule"] if criterion.set_by == "ours" else []
    blocks = ["blocks"] if criterion.blocks else []
    return ", ".join([name, basis, *ours, *blocks])


def show_differences(page: Page, old: Rubric, new: Rubric, parts: Sequence[Part]) -> None:
    """What changed, part by part; or that nothing did."""
    page.section(f"From {old.id} {old.version} to {new.id} {new.version}")
    if not parts:
        page.paragraph("They ask the same, in the same words.")
        return
    page.paragraph(f"{count(sum(len(part.changes) for part in parts), 'change')}.")
    for part in parts:
        page.section(part.title)
        for change in part.changes:
            page.paragraph(change, indent=2, mark="-")
