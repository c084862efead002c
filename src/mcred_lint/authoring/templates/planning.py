"""From a rubric to the layout of a submission: a section for each place, under a heading that the reader understands."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.authoring.templates.guidance import Guidance
from mcred_lint.authoring.templates.labels import Labels, called
from mcred_lint.authoring.templates.layout import (
    AnswersSection,
    Blank,
    CopiesSection,
    Layout,
    ListSection,
    PartsSection,
    Section,
    Sheet,
    TextSection,
)
from mcred_lint.matching.lexicon import ENDS, LENGTH, STARTS
from mcred_lint.matching.specs import (
    AnswersPlace,
    FieldPlace,
    GroupsPlace,
    ListPlace,
    MaterialsPlace,
    Place,
    QuestionsPlace,
    ResponsesPlace,
)  # fmt: skip
from mcred_lint.measures.specs import Count, ResponsesMeasure
from mcred_lint.rubric.model import Criterion, Rubric
from mcred_lint.text.language import Language
from mcred_lint.wording import sentence

USUAL_ENTRIES, USUAL_PARTS, MOST_LINES = 3, 2, 12
"""Empty lines where the rubric asks for no number of them, and the most that are written."""
_PART, _COPY = "Part", "Response"
_LATER = (GroupsPlace, QuestionsPlace, ResponsesPlace)
"""Places whose parts end with their component only: single texts, lists and answers come before them."""


def layout_of(rubric: Rubric, language: Language, declared: str | None = None) -> Layout:
    """The layout of an empty submission. declared: the id of the rubric that it has to name."""
    sheets = (_Planner(key, rubric, language).sheet(number) for number, key in enumerate(rubric.components, start=1))
    return Layout(tuple(sheets), declared)


class _Planner:
    """The plan of one component."""

    def __init__(self, component: str, rubric: Rubric, language: Language) -> None:
        self.key, self.component = component, rubric.components[component]
        self.labels = Labels(component, rubric, language)
        self.guidance = Guidance(component, rubric, language)

    def sheet(self, number: int) -> Sheet:
        heading, file = self.labels.heading(), self.labels.file(number)
        return Sheet(
            self.key,
            heading,
            self.labels.key(),
            file,
            tuple(self._sections()),
            self.guidance.component(),
            declared=not (self.labels.announces(heading) or self.labels.is_named_file(file)),
        )

    def _sections(self) -> Iterator[Section]:
        places = sorted(self.component.places.items(), key=lambda pair: isinstance(pair[1], _LATER))
        if not places:
            yield TextSection("", "")
        for key, place in places:
            yield self._section(key, place)

    def _section(self, key: str, place: Place) -> Section:
        alone = len(self.component.places) == 1 and isinstance(place, AnswersPlace)
        label, notes = "" if alone else self.labels.place(key), self.guidance.place(key)
        match place:
            case FieldPlace():
                return TextSection(key, label, notes)
            case ListPlace() | MaterialsPlace():
                return ListSection(key, label, ("",) * self._asked_for(key, USUAL_ENTRIES), notes=notes)
            case AnswersPlace():
                return AnswersSection(key, label, tuple(self._prompts(key, place)), notes)
            case GroupsPlace():
                blanks = tuple(self._fields(place))
                parts = (blanks,) * self._asked_for(key, USUAL_PARTS)
                return PartsSection(key, label, called(place, place.called, _PART), parts, notes)
            case QuestionsPlace():
                return ListSection(key, label, ("",) * self._asked_for(key, USUAL_ENTRIES), numbered=True, notes=notes)
            case ResponsesPlace():
                copy = ("",) * self._asked_for(place.of, USUAL_ENTRIES)
                copies = (copy,) * self._asked_for(key, USUAL_ENTRIES)
                return CopiesSection(key, label, called(place, place.called, _COPY), copies, notes)

    def _prompts(self, key: str, place: AnswersPlace) -> Iterator[Blank]:
        for prompt, spec in place.prompts.items():
            label = self.labels.prompt(key, prompt)
            notes = () if label in spec.asks else (sentence(spec.asks),)
            yield Blank(prompt, label, self.labels.prompt_name(key, prompt), notes=notes)

    def _fields(self, place: GroupsPlace) -> Iterator[Blank]:
        for key in place.fields:
            label = self.labels.field(place, key)
            yield Blank(key, label, label, notes=self.guidance.field(place, key))
        times = ((LENGTH, place.length),) if place.length else ((STARTS, place.starts), (ENDS, place.ends))
        for key, names in times:
            label = self.labels.time(names, key)
            if label:
                yield Blank(key, label, label)

    def _asked_for(self, place: str, usual: int) -> int:
        """How many of a place the highest level needs."""
        amounts = [amount for criterion in self.component.criteria.values() for amount in _amounts(criterion, place)]
        return min(max(amounts, default=usual), MOST_LINES)


def _amounts(criterion: Criterion, place: str) -> Iterator[int]:
    for name, measure in criterion.all_measures.items():
        if isinstance(measure, Count | ResponsesMeasure) and measure.of == place:
            conditions = (rung.conditions[name] for rung in criterion.ladder.values() if name in rung.conditions)
            yield from (int(low) for condition in conditions if 1 <= (low := condition.bounds[0][0]) < MOST_LINES)
