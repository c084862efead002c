"""The text of one item: as its rules ask, or not."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.authoring.templates.filling import Slot
from mcred_lint.authoring.templates.recipes.recipe import REFERENCE_YEAR
from mcred_lint.authoring.templates.writing import MOST_WORDS, CannotMake, Writing
from mcred_lint.matching.specs import QuestionsPlace
from mcred_lint.measures.conditions import Condition, Truth
from mcred_lint.measures.specs import ItemRules
from mcred_lint.rubric.checks.cases import candidates
from mcred_lint.rubric.checks.quantities import Quantity
from mcred_lint.text.sentences import count_sentences
from mcred_lint.text.words import count_words

_ANY = Quantity("a number")


def text_of(rules: ItemRules, slot: Slot, writing: Writing) -> str:
    """A text of which all the rules hold."""
    return _text(rules, None, slot, writing)


def other_text(rules: ItemRules, slot: Slot, writing: Writing) -> str | None:
    """A text that breaks the first rule that can be broken; None where only nothing at all does."""
    for broken in rules_on_text(rules):
        try:
            return _text(rules, broken, slot, writing)
        except CannotMake:
            continue
    return None


def rules_on_text(rules: ItemRules) -> Iterator[str]:
    names = ("words", "sentences", "characters", "years_old", "years_ahead", "dated", "link")
    yield from (name for name in names if _rule(rules, name) is not None)


def _rule(rules: ItemRules, name: str) -> Condition | bool | None:
    rule: Condition | bool | None = getattr(rules, name)
    return rule


def _text(rules: ItemRules, broken: str | None, slot: Slot, writing: Writing) -> str:
    text = _formed(rules, broken, slot, writing)
    found = {
        "words": count_words(text),
        "sentences": count_sentences(text, writing.view.language.general.abbreviations),
        "characters": len(text),
    }
    for name, amount in found.items():
        rule = _rule(rules, name)
        if isinstance(rule, Condition) and _holds(rule, amount) is (name == broken):
            raise CannotMake("what its items must be cannot be written together")
    return text


def _formed(rules: ItemRules, broken: str | None, slot: Slot, writing: Writing) -> str:
    """What has a form first, then words to the length that is asked for."""
    start = " ".join(_forms(rules, broken, writing))
    if rules.characters is not None and rules.words is None and rules.sentences is None:
        wanted = _amount(rules.characters, broken == "characters")
        return _as_long_as(wanted, start, writing)
    sentences = _wanted(rules.sentences, broken == "sentences", 1)
    words = max(_wanted(rules.words, broken == "words", 2 * sentences) - count_words(start), 0)
    text = " ".join(part for part in (start, *_sentences(words, sentences, writing)) if part)
    asks = isinstance(writing.view.components[slot.component].places.get(slot.place), QuestionsPlace)
    return text.rstrip(".") + "?" if asks else text


def _forms(rules: ItemRules, broken: str | None, writing: Writing) -> Iterator[str]:
    """A link and a year, where they matter."""
    if rules.link is not None and rules.link is not (broken == "link"):
        yield writing.filler.form("link")
    year = _year(rules, broken)
    if year is not None:
        yield writing.filler.form("earlier_year", year) + "."


def _year(rules: ItemRules, broken: str | None) -> int | None:
    """The year to name; None where none is asked for, or where that is the rule to be broken."""
    if rules.years_old is not None and rules.years_ahead is not None:
        raise CannotMake("one item that is both over and to come is not made")
    if rules.years_old is not None:
        return REFERENCE_YEAR - _amount(rules.years_old, broken == "years_old", least=0)
    if rules.years_ahead is not None:
        return REFERENCE_YEAR + _amount(rules.years_ahead, broken == "years_ahead", least=0)
    return REFERENCE_YEAR if rules.dated and broken != "dated" else None


def _sentences(words: int, many: int, writing: Writing) -> Iterator[str]:
    """So many words in so many sentences."""
    for number in range(many):
        share = words // many + (number < words % many)
        yield writing.filler.words(share)


def _as_long_as(wanted: int, start: str, writing: Writing) -> str:
    lacking = wanted - len(start) - bool(start)
    if lacking < 1:
        raise CannotMake("what its items must be cannot be written together")
    return f"{start} {writing.filler.characters(lacking)}".strip()


def _wanted(rule: Condition | None, broken: bool, usual: int) -> int:
    return usual if rule is None else _amount(rule, broken)


def _amount(rule: Condition, broken: bool, least: int = 1) -> int:
    """The smallest number of which a rule holds, or the largest of which it does not."""
    numbers = [int(number) for number in candidates([rule], _ANY) if least <= number <= MOST_WORDS]
    fitting = [number for number in numbers if _holds(rule, number) is not broken]
    if not fitting:
        raise CannotMake("no text can be like that")
    return fitting[-1] if broken else fitting[0]


def _holds(rule: Condition, number: int) -> bool:
    return rule.holds(number, number) is Truth.YES
