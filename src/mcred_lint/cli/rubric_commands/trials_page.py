"""The pages of `rubric test`: the cases that did not come as expected, and what the cases have seen."""

from __future__ import annotations

from collections.abc import Sequence

from mcred_lint.authoring.pages.words import RubricWords
from mcred_lint.authoring.templates.made import NotMade
from mcred_lint.authoring.trials.coverage import Seen
from mcred_lint.authoring.trials.trial import Outcome
from mcred_lint.judging.words import needs_in_words
from mcred_lint.reporters.layout import Page, Style
from mcred_lint.rubric.outcomes import criteria_of
from mcred_lint.wording import count, sentence

# ---- cases -----------------------------------------------------------------------------------------------------------


def show_trials(page: Page, tried: Sequence[Outcome], quiet: bool) -> None:
    """The cases that did not come as expected, then the verdict."""
    for one in tried:
        if not one.as_expected:
            _show_failed(page, one, quiet)
    page.gap()
    verdict = _verdict(tried)
    all_well = all(one.as_expected for one in tried)
    page.paragraph(verdict, lead=verdict, style=Style.GOOD if all_well else Style.BAD)


def _show_failed(page: Page, one: Outcome, quiet: bool) -> None:
    if not quiet:
        page.gap()
    page.paragraph(one.trial.name, mark="-")
    if one.trial.place is not None:
        page.path(f"{one.trial.place.file}:{one.trial.place.line}", indent=2)
    told: set[str] = set()
    for difference in () if quiet else one.differences:
        page.paragraph(f"{difference.about}: expected {difference.expected}; found {difference.found}.", indent=4)
        if difference.reason and difference.reason not in difference.found and difference.reason not in told:
            page.paragraph(sentence(difference.reason), indent=6)
        told.add(difference.reason)


def _verdict(tried: Sequence[Outcome]) -> str:
    written = [one.as_expected for one in tried if not one.trial.made]
    made = [one.as_expected for one in tried if one.trial.made]
    said = f"{count(len(written), 'case')}: {_how_many(written)}" if written else "No written cases"
    return f"{said}, and {len(made)} made from the rubric: {_how_many(made)}." if made else f"{said}."


def _how_many(well: Sequence[bool]) -> str:
    if all(well):
        return "as expected" if len(well) == 1 else "all as expected"
    return f"{sum(well)} as expected, {len(well) - sum(well)} not"


# ---- coverage --------------------------------------------------------------------------------------------------------


def show_coverage(page: Page, seen: Sequence[Seen], words: RubricWords) -> None:
    """How often the cases have seen what can become of each criterion, and what they have never seen."""
    page.section("WHAT THE CASES HAVE SEEN")
    page.files([(one.id, _counts(one)) for one in seen], indent=2)
    both = sum(one.met and one.not_met for one in seen)
    if both < len(seen):
        page.section("WHAT THEY HAVE NEVER SEEN")
    for one in seen:
        if not (one.met and one.not_met):
            page.paragraph(_never(one, words), indent=2, mark="-")
    page.gap()
    page.paragraph(f"{both} of {count(len(seen), 'criterion', 'criteria')} were seen both met and not met.")


def show_not_made(page: Page, not_made: Sequence[NotMade]) -> None:
    """For which levels no submission could be made from the rubric, and why."""
    if not_made:
        page.section("WHAT COULD NOT BE MADE FROM THE RUBRIC")
    for one in not_made:
        page.paragraph(sentence(f"{one.criterion}, {one.level}: {one.because}"), indent=2, mark="-")
    page.gap()


def _counts(one: Seen) -> str:
    usual = [f"{what} {one.counts[what] or 'never'}" for what in (*one.when_met, *one.otherwise)]
    extra = [f"{what} {one.counts[what]}" for what in one.counts if what not in (*one.when_met, *one.otherwise)]
    return ", ".join((*usual, *extra))


def _never(one: Seen, words: RubricWords) -> str:
    """What was never seen of a criterion, and what a case would have to be like."""
    component, criterion = criteria_of(words.rubric)[one.id]
    needed = dict(words.ladder(component, criterion)).get(one.when_met[-1]) if criterion.ladder else None
    asked = needs_in_words(one.when_met[-1], needed) if needed else f'It asks: "{criterion.title}"'
    if not one.met and not one.not_met:
        return f"{one.id} was never seen met nor not met. {asked}; add a case that does, and one that falls short."
    if not one.met:
        return f"{one.id} was never seen met. {asked}; add a case that does."
    return f"{one.id} was never seen not met. {asked}; add a case that falls short of it."
