"""Headings and labels for a template: the rubric's own words, in a spelling that the reader takes for exactly what is meant.

A rubric may give one name to several things, or a title that is no name. So each candidate is put before the reader's own
lookups, and the first one that means one thing only is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mcred_lint.document.text import Run, Text
from mcred_lint.matching.answers.prompts import Prompts, restates
from mcred_lint.matching.labels import Label
from mcred_lint.matching.lexicon import FIELD, Names
from mcred_lint.matching.recognition.names import ComponentNames, Named
from mcred_lint.matching.specs import AnswersPlace, GroupsPlace, PlaceSpec
from mcred_lint.rubric.model import Rubric
from mcred_lint.text.folding import bare_words
from mcred_lint.text.language import Language
from mcred_lint.wording import sentence

_RANK = 2
_PLAIN_NAME = re.compile(r"[^\W\d_][\w '/&,()-]*[\w)]", re.ASCII)
_ARTICLE = re.compile(r"(?:the|a|an) (?=\S)", re.IGNORECASE)
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def as_label(text: str, rank: int = _RANK) -> Label:
    """Words as the reader sees them in a heading."""
    return Label(Text("", (Run(text, 1, 1),)), None, rank)


def file_name(text: str) -> str:
    """Words as a file is called."""
    return _NO_SLUG.sub("-", text.lower()).strip("-")


@dataclass(frozen=True)
class Labels:
    """The headings and labels of one component."""

    component: str
    rubric: Rubric
    language: Language

    @cached_property
    def _names(self) -> Names:
        return Names(self.rubric.components[self.component])

    @cached_property
    def _components(self) -> ComponentNames:
        return ComponentNames(self.rubric.components, self.rubric.containers, self.language)

    @cached_property
    def _prompts(self) -> dict[str, AnswersPlace]:
        places = self._names.component.places.items()
        return {key: place for key, place in places if isinstance(place, AnswersPlace)}

    # ---- the component -----------------------------------------------------------------------------------------------

    def heading(self) -> str:
        """The component's title, or the first of its names that announces it."""
        described = self.rubric.components[self.component]
        return _first((described.title, *_said(described.names)), self.announces) or described.title

    def key(self) -> str:
        """The same for YAML: its id, where that is a name of it."""
        described = self.rubric.components[self.component]
        return (
            _first((_spaced(self.component), *_said(described.names), described.title), self.announces)
            or described.title
        )

    def file(self, number: int) -> str:
        """A file name without its ending that announces the component, or at least no other."""
        described = self.rubric.components[self.component]
        candidates = [self.component, *map(file_name, (described.title, *_said(described.names))), "part"]
        numbered = [f"{number:02d}-{name}" for name in candidates if name]
        return _first(numbered, self.is_named_file) or _first(numbered, self._is_no_other_file) or f"{number:02d}"

    def announces(self, heading: str) -> bool:
        """Whether a heading means the component and nothing else."""
        return self._is_it(self._components.of_heading(heading))

    def is_named_file(self, name: str) -> bool:
        return self._is_it(self._components.of_path(name)) and not self._is_out_of_date(name)

    def _is_no_other_file(self, name: str) -> bool:
        return self._components.of_path(name) is None and not self._is_out_of_date(name)

    def _is_out_of_date(self, name: str) -> bool:
        return self._components.is_draft(name) or self._components.is_debris(name)

    def _is_it(self, named: Named | None) -> bool:
        return named is not None and named.component == self.component and named.place is None

    # ---- what it is made of ------------------------------------------------------------------------------------------

    def place(self, key: str) -> str:
        """The heading of a place; its title, where the rubric gives it no name of its own."""
        place = self._names.component.places[key]
        candidates = list(_candidates(place.title, place.names))
        return _first(candidates, lambda label: self._means_place(label, key)) or candidates[0]

    def _means_place(self, label: str, key: str) -> bool:
        asked = any(restates(as_label(label).text, place) for place in self._prompts.values())
        named = self._components.of_heading(label)
        other = named is not None and named.coded
        return not asked and not other and self._names.in_component(as_label(label)) == (key,)

    def prompt(self, place: str, key: str) -> str:
        """What a prompt asks, or the first of its names, where its words would be taken for something else."""
        spec = self._prompts[place]
        number = list(spec.prompts).index(key)
        prompt = spec.prompts[key]
        asks = prompt.asks.strip().rstrip(".")
        if self._is_prompt(f"{number + 1}. {asks}", place, number, exactly=False):
            return asks
        names = _candidates(_spaced(key), prompt.names)
        return _first(names, lambda name: self._is_prompt(name, place, number, exactly=True)) or asks

    def prompt_name(self, place: str, key: str) -> str:
        """The key of a prompt: its id is a name of it, unless another prompt goes by that."""
        number = list(self._prompts[place].prompts).index(key)
        names = _candidates(_spaced(key), self._prompts[place].prompts[key].names)
        return _first(names, lambda name: self._is_prompt(name, place, number, exactly=True)) or key

    def _is_prompt(self, label: str, place: str, number: int, *, exactly: bool) -> bool:
        """Whether nothing in a label speaks for another prompt or place; exactly: its name speaks for this one."""
        restated = {
            (key, found)
            for key, spec in self._prompts.items()
            for _, found in Prompts(spec, self.language).restated_in(label)
        }
        named = Prompts(self._prompts[place], self.language).named(label)
        places = set(self._names.in_component(as_label(label)))
        component = self._components.of_heading(label)
        return (
            restated <= {(place, number)}
            and (named == number or (named is None and not exactly))
            and places <= {place}
            and not (component is not None and component.coded)
        )

    # ---- parts that repeat -------------------------------------------------------------------------------------------

    def field(self, groups: GroupsPlace, key: str) -> str:
        """The label of a field of a part; empty where the part's heading fills it."""
        field = groups.fields[key]
        return self._in_part(_candidates(field.title, field.names), FIELD + key)

    def time(self, names: Iterable[str], key: str) -> str:
        """The label of a length, a beginning or an end; empty where the rubric gives none."""
        return self._in_part(_candidates("", names), key)

    def _in_part(self, candidates: Iterable[str], key: str) -> str:
        known = list(candidates)
        alone = _first(known, lambda label: self._names.in_part(as_label(label)) == (key,))
        return alone or _first(known, lambda label: key in self._names.in_part(as_label(label))) or ""


def called(place: PlaceSpec, words: Iterable[str], fallback: str) -> str:
    """What one of several is called before its number: "Session"."""
    return next((sentence(word).rstrip(".") for word in _said(words)), fallback)


def _candidates(title: str, names: Iterable[str]) -> Iterator[str]:
    """The title first, then the names, all as headings are written."""
    plain = _ARTICLE.sub("", title.strip(), count=1)
    yield from (_capital(text) for text in (plain, *_said(names)) if text)


def _said(names: Iterable[str]) -> Iterator[str]:
    """Names that can be written as they are, without what stands for any ending."""
    bare = (name.replace("*", "").strip() for name in names)
    return (name for name in bare if _PLAIN_NAME.fullmatch(name) and bare_words(name))


def _spaced(key: str) -> str:
    return key.replace("-", " ").replace("_", " ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first(candidates: Iterable[str], fits: Callable[[str], bool]) -> str | None:
    return next((text for text in candidates if fits(text)), None)
