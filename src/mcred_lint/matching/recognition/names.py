"""The names of components: what a heading, a file name, a folder or a declaration says about which component this is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from mcred_lint.document.blocks import Document
from mcred_lint.matching.labels import Label
from mcred_lint.matching.lexicon import Names, named
from mcred_lint.matching.recognition.declarations import DECLARING_KEYS, map_entries, top_values
from mcred_lint.matching.specs import Component, ResponsesPlace
from mcred_lint.text.folding import bare_words
from mcred_lint.text.language import Language
from mcred_lint.text.names import LONG_NAME, NameTable, readings
from mcred_lint.text.phrases import first_phrase

_SUBTITLE = re.compile(r":\s|\s[\u2013\u2014-]\s")
_CODED = re.compile(r".*\b(?:[a-z]?\d+|[ivx]+)$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z\d])|(?<=[A-Z])(?=\d)")


@dataclass(frozen=True)
class Named:
    """A component, or one place of it, that a name announces.

    strong: the name is so particular that it begins the component wherever it stands. coded: it is the issuer's own number
    ("Artifact 2").
    """

    component: str
    place: str | None = None
    strong: bool = False
    coded: bool = False


CONTAINER = Named("")
"""A heading that holds components together and is none."""


_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]\s*\Z")


class ComponentNames:
    """Every name by which the rubric's components may go."""

    def __init__(self, components: Mapping[str, Component], containers: Sequence[str], language: Language) -> None:
        self._components = components
        self._language = language
        self._containers = NameTable.of({"": containers})
        self._container_words = tuple(bare_words(container) for container in containers)
        self._names = {key: Names(component) for key, component in components.items()}
        self._headings = NameTable.of({key: component.names for key, component in components.items()})
        self._codes = {
            bare_words(name): key
            for key, component in components.items()
            for name in component.names
            if self._is_code(bare_words(name))
        }
        self._places = NameTable.of({f"{key}/{place_key}": place.names for key, component in components.items()
                                  for place_key, place in component.places.items() if _stands_alone(place_key, component)})  # fmt: skip
        self._only_places = NameTable.of({key: next(iter(component.places.values())).names
                                        for key, component in components.items() if len(component.places) == 1})  # fmt: skip
        self._files = NameTable.of({key: (*component.files, *component.names) for key, component in components.items()})
        self._place_files = NameTable.of({f"{key}/{place_key}": place.files for key, component in components.items()
                                       for place_key, place in component.places.items() if place.files})  # fmt: skip

    def _is_code(self, name: str) -> bool:
        """Whether a name is the issuer's number: "artifact 1", "part one", "d1"."""
        return bool(_CODED.match(name)) or name.rsplit(" ", 1)[-1] in self._language.general.counts

    # ---- headings ----------------------------------------------------------------------------------------------------

    def of_heading(self, title: str) -> Named | None:
        """What a heading announces; CONTAINER for one such as "Part 2", None for an unknown one."""
        if len(title) > 160:
            return None
        coded = self._code(title)
        if coded is not None:
            return Named(coded, strong=True, coded=True)
        behind = self._code_behind(title)
        if behind is not None:
            return Named(behind, strong=True)
        if self._containers.keys(title):
            return CONTAINER
        for reading in _with_and_without_subtitle(title):
            found = self._headings.keys(reading)
            if len(found) == 1:
                return Named(found[0], strong=len(readings(reading)[-1].split()) > 1)
            placed = self._places.keys(reading)
            if len(placed) == 1:
                component, place = placed[0].split("/")
                return Named(component, place)
        return CONTAINER if self._leads_coded_container(bare_words(title)) else None

    def _leads_coded_container(self, bare: str) -> bool:
        """Whether the number of a container leads a title that names nothing: "Part 2 of 3"."""
        return any(self._is_code(container) and bare.startswith(container + " ") for container in self._container_words)

    def _code(self, title: str) -> str | None:
        """The component whose number leads a title: "Artifact 1: What I found"."""
        bare = self._in_figures(self._without_container(bare_words(title)))
        for code, component in self._codes.items():
            if bare == code or bare.startswith(code + " "):
                return component
        return None

    def _code_behind(self, title: str) -> str | None:
        """The component whose number alone stands in brackets behind a title: "Materials (Artifact 3)"."""
        behind = _IN_BRACKETS.search(title)
        bare = self._in_figures(self._without_container(bare_words(behind[1]))) if behind else ""
        return self._codes.get(bare)

    def _in_figures(self, bare: str) -> str:
        """ "first artifact" and "artifact one" as "artifact 1"."""
        words, general = bare.split(), self._language.general
        if len(words) >= 2 and words[0] in general.ordinals:
            words[:2] = [words[1], str(general.ordinals[words[0]])]
        elif len(words) >= 2 and words[1] in general.counts:
            words[1] = str(general.counts[words[1]])
        return " ".join(words)

    def _without_container(self, bare: str) -> str:
        """ "part 2 artifact 1 research" without the container that leads it."""
        for container in self._container_words:
            if bare.startswith(container + " "):
                return bare.removeprefix(container).strip()
        return bare

    def code_leads(self, label: Label) -> bool:
        """Whether a label with a value behind it is a component's number with its title, and no name of a field that begins
        with such a number: "D1 constraint"."""
        return self._code(label.text.flat) is not None and not self._labels_field(bare_words(label.text.flat))

    def _labels_field(self, bare: str) -> bool:
        """Whether a label, number and all, is what a field or place is called."""
        tables = (table for names in self._names.values() for table in (names.places, names.parts))
        return any(table.keys_of_reading(bare, LONG_NAME) for table in tables)

    @property
    def components(self) -> Sequence[str]:
        return tuple(self._components)

    def numbered(self, title: str) -> dict[str, str]:
        """{what the issuer counts: the component} of the number that leads a title: of "3 Stuff" the third artifact and the third
        part."""
        number, _, rest = bare_words(title).partition(" ")
        if not number.isdigit() or not rest:
            return {}
        codes = ((code.rpartition(" "), component) for code, component in self._codes.items())
        return {kind: component for (kind, _, count), component in codes if count == number}

    def of_only_place(self, title: str) -> str | None:
        """The component that is made of nothing but what a title names: "Materials"."""
        found = self._only_places.keys(title)
        return found[0] if len(found) == 1 else None

    def knows(self, component: str, title: str) -> bool:
        """Whether a title is a name inside a component: of one of its places, fields or prompts."""
        names = self._names[component]
        return bool(named(names.places, title) or named(names.parts, title))

    def heads_copy(self, named: Named, title: str) -> bool:
        """Whether a heading begins one of the copies that a place holds: "Response 2"."""
        place = self._components[named.component].places.get(named.place or "")
        first = bare_words(title).split()[:1]
        return (
            isinstance(place, ResponsesPlace)
            and bool(first)
            and any(first[0] in bare_words(word).split() for word in place.called)
        )

    # ---- files -------------------------------------------------------------------------------------------------------

    def of_path(self, path: str) -> Named | None:
        """What a file's name says, else the name of the nearest folder that says something."""
        pure = PurePosixPath(path)
        for part in (pure.stem, *(folder.name for folder in pure.parents if folder.name)):
            found = self._of_file_name(part)
            if found is not None:
                return found
        return None

    def _of_file_name(self, name: str) -> Named | None:
        words = _separated(name)
        plain = self.version_of(name)[0]
        coded = next((found for reading in dict.fromkeys((words, plain)) if (found := self._code(reading))), None)
        for reading in dict.fromkeys((words, plain, re.sub(r"^\d+\s*", "", plain))):
            place = self._place_files.keys(reading)
            if len(place) == 1 and (coded is None or place[0].startswith(f"{coded}/")):
                component, key = place[0].split("/")
                return Named(component, key, strong=True)
            if coded is not None:
                return Named(coded, strong=True, coded=True)
            components = self._files.keys(reading)
            if components:
                return Named(components[0], strong=True)
        return None

    def version_of(self, name: str) -> tuple[str, tuple[int, int]]:
        """(the name without what tells its version, the version as a rank): "outline v2 FINAL" is a later "outline v1"."""
        words = _separated(name).lower().split()
        kinds = self._language.general.versions
        rank, kept, number = 0, [], 0
        for before, word in zip(["", *words], words, strict=False):
            bare = word.strip("()")
            if bare in kinds:
                rank = max(rank, kinds.index(bare) + 1)
            elif bare.isdigit() and (before in kinds or word != bare):
                number = int(bare)
            else:
                kept.append(word)
        return " ".join(kept), (number, rank)

    def is_draft(self, path: str) -> bool:
        return first_phrase(_words(path), self._language.general.drafts) is not None

    def is_debris(self, path: str) -> bool:
        stem = bare_words(PurePosixPath(path).stem.replace("_", " ").replace("-", " "))
        hidden = any(part.startswith(".") for part in PurePosixPath(path).parts)
        return hidden or any(stem == word or stem.startswith(word + " ") for word in self._language.general.debris)

    # ---- declarations ------------------------------------------------------------------------------------------------

    def declared(self, document: Document) -> Named | None:
        """What a file says of itself, in front matter or as the first keys of YAML."""
        for name, value in (*((prop.name, prop.value) for prop in document.properties), *top_values(document)):
            if bare_words(name) in DECLARING_KEYS:
                key = bare_words(value)
                found = (key,) if key in self._components else self._files.keys(value)
                if len(found) == 1:
                    return Named(found[0], strong=True)
        return None

    def mapped_files(self, documents: Sequence[Document]) -> dict[str, Named]:
        """Which files a map in the submission gives to which component: {path: component}."""
        mapped: dict[str, Named] = {}
        for document in documents:
            if document.format == "YAML":
                for key, paths in map_entries(document.blocks):
                    found = (key,) if key in self._components else self._files.keys(key)
                    mapped |= {path: Named(found[0], strong=True) for path in paths if len(found) == 1}
        return mapped


def _stands_alone(key: str, component: Component) -> bool:
    """Whether a place may stand under a heading of its own outside its component: of materials only one kind among several."""
    kinds = [place.kind for place in component.places.values()]
    kind = component.places[key].kind
    return kind in ("list", "questions", "responses") or (kind == "materials" and kinds.count(kind) > 1)


def _with_and_without_subtitle(title: str) -> tuple[str, ...]:
    """ "Professional learning outline: Out of the drawer" is an outline too."""
    main = _SUBTITLE.split(title, maxsplit=1)[0].strip()
    return (title,) if main == title.strip() or not main else (title, main)


def _separated(name: str) -> str:
    """A file name as words."""
    return " ".join(_CAMEL.sub(" ", name).replace("_", " ").replace("-", " ").replace(".", " ").split())


def _words(path: str) -> str:
    return path.replace("_", " ").replace("/", " ").replace("-", " ")
