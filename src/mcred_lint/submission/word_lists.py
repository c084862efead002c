"""Word's automatic lists: which list a paragraph stands in, and the number or bullet Word shows before it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from mcred_lint.submission.word_xml import W, value, whole

_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a paragraph stands in Word's lists: the list's number in the file and the depth from 0."""

    list_id: str
    depth: int = 0


def list_place(properties: ET.Element) -> ListPlace | None:
    """The list a paragraph (or style) stands in; a list id of "0" takes it out of its style's list."""
    numbering = properties.find(f"{W}numPr")
    if numbering is None:
        return None
    list_id = value(numbering.find(f"{W}numId"))
    depth = whole(value(numbering.find(f"{W}ilvl"))) or 0
    return None if list_id is None else ListPlace(list_id, min(max(depth, 0), 8))


@dataclass(frozen=True, slots=True)
class Level:
    """How one depth of a list is numbered."""

    form: str = "bullet"
    """decimal, lowerLetter, lowerRoman ...; bullet."""
    pattern: str = ""
    """"%1.%2": the numbers of the depths with what stands around them; of a bullet the bullet itself."""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Label:
    """What Word shows before a list paragraph."""

    marker: str
    """"3", "b", "1.2", or "-" for a bullet."""
    words: str = ""
    """The whole label where it holds words, such as "Session 3:"."""
    bullet: str = ""


@dataclass
class Numbering:
    """The lists of a file, and how far each has been counted."""

    abstract: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    """List id to the definition it follows. Word counts on through all lists of one definition ..."""
    restarts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    """... except where a list says at which number a depth begins again."""
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def from_xml(cls, root: ET.Element | None) -> Numbering:
        """Read word/numbering.xml; without one every list is one of bullets."""
        if root is None:
            return cls()
        definitions = {d.get(f"{W}abstractNumId", ""): d for d in root.findall(f"{W}abstractNum")}
        named = {link: key for key, d in definitions.items() if (link := value(d.find(f"{W}styleLink")))}
        abstract = {
            key: _levels(definitions[named.get(value(d.find(f"{W}numStyleLink")) or "", key)])
            for key, d in definitions.items()
        }
        nums = root.findall(f"{W}num")
        lists = {num.get(f"{W}numId", ""): value(num.find(f"{W}abstractNumId")) or "" for num in nums}
        return cls(abstract, lists, {num.get(f"{W}numId", ""): _restarts(num) for num in nums})

    def next(self, place: ListPlace) -> Label:
        """Count one more paragraph of a list, and give its label."""
        definition = self.lists.get(place.list_id, "")
        levels = self.abstract.get(definition, {})
        depth = place.depth if place.depth in levels else 0
        level = levels.get(depth)
        if level is None or level.form == "bullet":
            return Label("-", bullet=level.pattern if level else "")
        counts = self._counts[definition]
        self._restart(place.list_id, depth, counts)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.form == "none":
            return Label("-")
        return _label(level, levels, counts)

    def _restart(self, list_id: str, depth: int, counts: dict[int, int]) -> None:
        first = self.restarts.get(list_id, {}).get(depth)
        if first is not None and (list_id, depth) not in self._begun:
            counts[depth] = first - 1
        self._begun.add((list_id, depth))


def _levels(definition: ET.Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in definition.findall(f"{W}lvl"):
        depth = whole(element.get(f"{W}ilvl"))
        start = whole(value(element.find(f"{W}start")))
        form = value(element.find(f"{W}numFmt")) or "decimal"
        pattern = value(element.find(f"{W}lvlText")) or ""
        found[depth or 0] = Level(form, pattern, 1 if start is None else start)
    return found


def _restarts(num: ET.Element) -> dict[int, int]:
    found: dict[int, int] = {}
    for override in num.findall(f"{W}lvlOverride"):
        depth = whole(override.get(f"{W}ilvl"))
        first = whole(value(override.find(f"{W}startOverride")))
        if depth is not None and first is not None:
            found[depth] = first
    return found


def _label(level: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> Label:
    def shown(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        source = levels.get(depth, level)
        return numeral(counts.get(depth, source.start), source.form)

    label = _PLACEHOLDER.sub(shown, level.pattern[:200])
    marker = label.strip(" .:)(\t\u00a0-\u2013")
    if any(character.isalpha() for character in _PLACEHOLDER.sub("", level.pattern)):
        return Label(shown(last) if (last := _last_placeholder(level.pattern)) else marker, label.strip())
    return Label(marker or "-")


def _last_placeholder(pattern: str) -> re.Match[str] | None:
    found = list(_PLACEHOLDER.finditer(pattern))
    return found[-1] if found else None


def numeral(number: int, form: str) -> str:
    """A number in Word's own form of it: decimal, letters, Roman."""
    if form in ("lowerLetter", "upperLetter") and 1 <= number <= 780:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 1 <= number < 4000:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def _roman(number: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        letters += letter * (number // worth)
        number %= worth
    return letters
