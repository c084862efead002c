"""Whether one item is as it must be: its length, its age, its fields, its link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mcred_lint.document.text import join
from mcred_lint.measures.conditions import Condition, Truth, condition_words
from mcred_lint.measures.items import One
from mcred_lint.measures.specs import ItemRules
from mcred_lint.measures.texts import in_paragraphs
from mcred_lint.measures.view import View
from mcred_lint.text.addresses import find_addresses
from mcred_lint.text.sentences import count_sentences
from mcred_lint.text.words import count_words
from mcred_lint.text.years import years_in
from mcred_lint.wording import count, join_words

NO_DATE = "no reference date was given, so its year could not be compared"
NO_YEAR = "it names no year"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a rule holds, and what was found: "42 words; 150 to 300 are asked for"."""

    truth: Truth
    said: str


def rules_in_words(rules: ItemRules) -> str:
    """What every item must be: "at least 60 words and a link"."""
    parts = [
        f"{condition_words(condition)} {unit}"
        for condition, unit in (
            (rules.words, "words"),
            (rules.characters, "characters"),
            (rules.sentences, "sentences"),
            (rules.years_old, "years back"),
            (rules.years_ahead, "years ahead"),
        )
        if condition is not None
    ]
    parts += ["a year"] if rules.dated else []
    parts += ["a link"] if rules.link else []
    return join_words([*parts, *rules.filled])


def verdict(one: One, rules: ItemRules, view: View) -> Verdict:
    """What came of one item: all rules must hold; where one does not, those are told that do not."""
    found = list(_each_rule(one, rules, view))
    worst = min((each.truth for each in found), key=lambda truth: truth.value, default=Truth.YES)
    told = [each.said for each in found if each.truth is worst and each.said]
    return Verdict(worst, join_words(told))


def _each_rule(one: One, rules: ItemRules, view: View) -> Iterator[Verdict]:
    string = "\n".join(text.string for text in one.texts)
    if rules.words is not None:
        yield _amount(rules.words, count_words(string), "word")
    if rules.characters is not None:
        yield _amount(rules.characters, len(string.strip()), "character")
    if rules.sentences is not None:
        said = "\n".join(in_paragraphs(one.texts, view))
        yield _amount(rules.sentences, count_sentences(said, view.language.general.abbreviations), "sentence")
    if rules.years_old is not None:
        yield _age(rules.years_old, one, view)
    if rules.years_ahead is not None:
        yield _ahead(rules.years_ahead, one, view)
    if rules.dated:
        yield _dated(one, view)
    if rules.filled:
        yield _filled(rules.filled, one)
    if rules.link:
        linked = bool(one.links or find_addresses(join(one.texts).string))
        yield Verdict(Truth.YES, "") if linked else Verdict(Truth.NO, "no link")


def _amount(condition: Condition, found: float, unit: str) -> Verdict:
    truth = condition.holds(found, found)
    asked = "" if truth is Truth.YES else f", {condition_words(condition)} asked for"
    return Verdict(truth, f"{count(found, unit)}{asked}")


def _dated(one: One, view: View) -> Verdict:
    return Verdict(Truth.YES, "") if _years(one, view) else Verdict(Truth.NO, NO_YEAR)


def _age(condition: Condition, one: One, view: View) -> Verdict:
    """Counted back from the reference date to the latest year that is not ahead of it."""
    years, today = _years(one, view), view.reference_year
    if today is None or not years:
        return _open(one, years)
    past = [year for year in years if year <= today]
    if not past:
        return Verdict(Truth.NO, f"{min(years)} lies ahead")
    found = _amount(condition, today - max(past), "year")
    return Verdict(found.truth, f"{max(past)}: {found.said}")


def _ahead(condition: Condition, one: One, view: View) -> Verdict:
    """Counted from the reference date to the earliest year that is not behind it."""
    years, today = _years(one, view), view.reference_year
    if today is None or not years:
        return _open(one, years)
    coming = [year for year in years if year >= today]
    if not coming:
        return Verdict(Truth.NO, f"{max(years)} is over")
    found = _amount(condition, min(coming) - today, "year")
    return Verdict(found.truth, f"{min(coming)}: {found.said}")


def _years(one: One, view: View) -> list[int]:
    return [found.year for text in one.texts for found in years_in(text.string, view.language.general)]


def _open(one: One, years: Sequence[int]) -> Verdict:
    """Where nothing stands there is nothing to date; otherwise it stays open."""
    if not one.texts:
        return Verdict(Truth.NO, "nothing stands there")
    return Verdict(Truth.UNCLEAR, NO_DATE if years else NO_YEAR)


def _filled(wanted: tuple[str, ...], one: One) -> Verdict:
    lacking = [key for key in wanted if key not in one.fields or not one.fields[key].filled]
    said = f"without {join_words(lacking, 'or')}" if lacking else ""
    return Verdict(Truth.NO if lacking else Truth.YES, said)
