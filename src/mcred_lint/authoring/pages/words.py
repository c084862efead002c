"""A rubric's criteria in plain words: what a measure counts and where, what each level needs, whose rule it is."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from mcred_lint.findings import Basis
from mcred_lint.judging.words import condition_in_words, rung_in_words
from mcred_lint.matching.component import match_component
from mcred_lint.matching.content import ComponentContent
from mcred_lint.matching.materials.find import Folder
from mcred_lint.matching.specs import AnswersPlace, GroupsPlace
from mcred_lint.measures.conditions import Condition, condition_words
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import AnswersMeasure, Filled, Measure, Theme
from mcred_lint.measures.table import measure
from mcred_lint.measures.view import EVERYTHING, View
from mcred_lint.rubric.model import THE_MEASURE, Advise, Criterion, OnlyIf, Rubric, Scale
from mcred_lint.text.language import Language
from mcred_lint.wording import join_words, sentence

WHOLE = "The submission as a whole"
ANYTHING_ELSE, ONLY_A_PERSON = "anything else", "only a person can give it"
NOT_NEEDS = (ANYTHING_ELSE, ONLY_A_PERSON)
"""What is said of levels that need nothing that could be counted."""

_BASES = {
    Basis.COUNTED: "Counted.",
    Basis.INFERRED: "Inferred from signals, such as words; the assessor has the last word.",
    Basis.PERSON: "Left to a person: the tool does not judge this.",
}
_ADDRESSES = ("of", "to", "with", "titles", "per")
_SAID_ELSEWHERE = ("kind", "unit", *_ADDRESSES)
_LIST_SHOWN = 12


@dataclass(frozen=True)
class RubricWords:
    """The words for one rubric."""

    rubric: Rubric
    language: Language

    def basis(self, criterion: Criterion) -> str:
        return _BASES[criterion.basis]

    def whose(self, criterion: Criterion) -> str:
        return (
            f"The issuer's: {self.rubric.issuer}."
            if criterion.set_by == "issuer"
            else "Ours: the issuer says nothing of it."
        )

    # ---- measures ----------------------------------------------------------------------------------------------------

    def measures(self, component: str | None, criterion: Criterion) -> Iterator[str]:
        """What is measured, a sentence or two for each measure, with its options."""
        for name, spec in criterion.all_measures.items():
            lead = "" if name == THE_MEASURE else f"{name.replace('_', ' ')}: "
            yield lead + self._measure(component, spec)
        if criterion.help is not None:
            yield f"Shown to the assessor beside it: {self._measure(component, criterion.help)}"

    def _measure(self, component: str | None, spec: Measure) -> str:
        where = [self.place(component, address) for key in _ADDRESSES for address in _addresses(spec, key)]
        looked_at = f"Looked at: {join_words(list(dict.fromkeys(where)))}" if where else ""
        what = inspect.cleandoc(type(spec).__doc__ or "").split("\n\n")[0]
        return " ".join(sentence(part) for part in (" ".join(what.split()), looked_at, *_options(spec)) if part)

    def only_if(self, component: str | None, only_if: OnlyIf | None) -> str | None:
        """When something is asked for at all; None where it always is."""
        if only_if is None:
            return None
        said = condition_in_words(only_if, self._empty(component, only_if.measure))
        return f"Asked for only if this is found: {said}. {self._measure(component, only_if.measure)} Otherwise: {only_if.otherwise}"

    def place(self, component: str | None, address: str) -> str:
        """What a report calls the place with this address."""
        parts, own = address.split("."), self.rubric.components.get(component or "")
        elsewhere = own is None or (parts[0] in self.rubric.components and parts[0] not in own.places)
        key = parts.pop(0) if elsewhere and parts[0] in self.rubric.components else component
        holder = self.rubric.components[key] if key is not None else None
        if holder is None or not parts or parts[0] == EVERYTHING:
            return f"everything in {holder.title}" if elsewhere and holder else "everything written in it"
        place, *rest = parts
        title = holder.places[place].title if place in holder.places else place
        inner = _inner(holder.places.get(place), rest[0]) if rest else ""
        said = f"{inner} in {title}" if inner else title
        return f"{said} ({holder.title})" if elsewhere else said

    def parts(self, component: str | None, criterion: Criterion) -> list[str]:
        """What a criterion looks for by name: the questions to answer, the fields of each part, the themes."""
        found: list[str] = []
        for spec in criterion.all_measures.values():
            place = self._place_of(component, spec)
            if isinstance(spec, AnswersMeasure) and isinstance(place, AnswersPlace):
                found += [prompt.asks for prompt in place.prompts.values()]
            elif isinstance(spec, Filled) and isinstance(place, GroupsPlace):
                found += [field.title for key, field in place.fields.items() if key in (spec.fields or place.fields)]
        return found

    def _place_of(self, component: str | None, spec: Measure) -> object:
        address = spec.per if isinstance(spec, Filled) else spec.of if isinstance(spec, AnswersMeasure) else None
        return self.rubric.components[component].places.get(address) if component and address else None

    # ---- levels ------------------------------------------------------------------------------------------------------

    def ladder(self, component: str | None, criterion: Criterion) -> list[tuple[str, str]]:
        """(level, what it needs), the highest first; without levels, what must hold."""
        measured = self._empty_measurements(component, criterion)
        if criterion.must is not None:
            return [("Needed", rung_in_words(criterion.must, criterion, measured))]
        if not criterion.ladder or component is None:
            return []
        scale = self.rubric.scale_of(component)
        return list(self._rungs(criterion, scale, measured))

    def _rungs(
        self, criterion: Criterion, scale: Scale, measured: Mapping[str, Measurement]
    ) -> Iterator[tuple[str, str]]:
        for level in reversed(scale.levels):
            if level in criterion.ladder:
                yield level, rung_in_words(criterion.ladder[level], criterion, measured)
            elif level == (criterion.not_below or scale.levels[0]):
                yield level, ANYTHING_ELSE
            elif scale.levels.index(level) > scale.levels.index(criterion.highest(scale)):
                yield level, ONLY_A_PERSON

    def guide(self, component: str | None, criterion: Criterion) -> str | None:
        """Advice that no level hangs on."""
        guide = criterion.advise or criterion.guide
        of = self._empty_measurements(component, criterion).get((guide.of if guide else None) or THE_MEASURE)
        if guide is None or of is None:
            return None
        condition = guide if isinstance(guide, Advise) else guide.condition
        otherwise = f" {guide.message}" if isinstance(guide, Advise) else ""
        return f"Advice only: {condition_in_words(condition, of)}.{otherwise}"

    def _empty_measurements(self, component: str | None, criterion: Criterion) -> dict[str, Measurement]:
        return {name: self._empty(component, spec) for name, spec in criterion.all_measures.items()}

    def _empty(self, component: str | None, spec: Measure) -> Measurement:
        """A measure knows its unit and its whole even where there is nothing to measure."""
        return measure(spec, self.empty_view(component))

    def empty_view(self, component: str | None) -> View:
        """What a measure sees where nothing was handed in."""
        own = component or next(iter(self.rubric.components))
        return View(own, self._nothing, self.rubric.components, (), self.language)

    @cached_property
    def _nothing(self) -> Mapping[str, ComponentContent]:
        components = self.rubric.components.items()
        return {key: match_component(key, component, (), Folder({}), self.language) for key, component in components}


def _addresses(spec: BaseModel, key: str) -> tuple[str, ...]:
    value = spec.model_dump(by_alias=True).get(key) or ()
    return (value,) if isinstance(value, str) else tuple(value)


def _inner(place: object, key: str) -> str:
    """What a field of a group or the answer to one prompt is called."""
    if isinstance(place, GroupsPlace) and key in place.fields:
        return place.fields[key].title
    if isinstance(place, AnswersPlace) and key in place.prompts:
        return f'the answer to "{place.prompts[key].asks}"'
    return key


def _options(spec: BaseModel) -> Iterator[str]:
    """What the rubric sets beyond the usual, in words."""
    for name, field in type(spec).model_fields.items():
        value, key = getattr(spec, name), field.alias or name
        if key in _SAID_ELSEWHERE or name not in spec.model_fields_set or value == field.default:
            continue
        yield _option(key.replace("_", " "), field.description or key, value)


def _option(name: str, description: str, value: object) -> str:
    if value is True:
        return description.removeprefix("true: ").capitalize()
    chosen = [part for part in description.split(". ") if part.startswith(f"{value}: ")]
    if chosen:
        return chosen[0].removeprefix(f"{value}: ").rstrip(".").capitalize()
    if isinstance(value, dict) and all(isinstance(theme, Theme) for theme in value.values()):
        return f"Themes: {join_words([theme.title for theme in value.values()])}"
    if isinstance(value, tuple):
        shown = [str(each) for each in value[:_LIST_SHOWN]]
        return f"{description.partition(';')[0].rstrip('.')}: {', '.join(shown)}{', ...' if len(value) > _LIST_SHOWN else ''}"
    if isinstance(value, BaseModel):
        parts = [f"{key.replace('_', ' ')} {_short(getattr(value, key))}" for key in sorted(value.model_fields_set)]
        return f"{description.rstrip('.')}: {join_words(parts)}"
    return f"{description.rstrip('.')} ({name}: {value})"


def _short(value: object) -> str:
    """An option inside an option: a number, a condition, names, or a plain yes."""
    if isinstance(value, Condition):
        return condition_words(value)
    if isinstance(value, tuple):
        return f"({join_words([str(each) for each in value])})"
    if isinstance(value, bool):
        return "needed" if value else "not needed"
    return f"{value:g}" if isinstance(value, float | int) else str(value)
