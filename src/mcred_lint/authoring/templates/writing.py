"""A made-up submission while it is being written: texts by their slots, and how many of what repeats there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from mcred_lint.authoring.templates import markdown
from mcred_lint.authoring.templates.filler import Filler
from mcred_lint.authoring.templates.filling import Slot, filled, resized, slots
from mcred_lint.authoring.templates.layout import Layout, Section, Sheet
from mcred_lint.matching.lexicon import TIMES
from mcred_lint.matching.specs import (
    FieldPlace,
    GroupsPlace,
    ListPlace,
    MaterialsPlace,
    Place,
    QuestionsPlace,
    ResponsesPlace,
)
from mcred_lint.measures.specs import Theme
from mcred_lint.measures.view import EVERYTHING, View
from mcred_lint.text.phrases import first_phrase

MOST = 60
"""More entries or parts than these are not made; nor is a text of more words than MOST_WORDS."""
MOST_WORDS = 5_000


class CannotMake(Exception):
    """What is asked for cannot be written; the message says why."""


@dataclass
class Writing:
    """What was written so far for one criterion. view: of nothing, for addresses. looked_at: what its measures look at by name."""

    view: View
    layout: Layout
    filler: Filler
    looked_at: frozenset[tuple[str, str, str | None]] = frozenset()
    unwanted: tuple[Theme, ...] = ()
    """Themes that must not turn up, or not everywhere."""
    texts: dict[Slot, str] = field(default_factory=dict)
    sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    closed: set[Slot] = field(default_factory=set)
    """Where nothing may stand, or nothing more than what stands there."""
    most_words: int = MOST_WORDS

    # ---- addresses ---------------------------------------------------------------------------------------------------

    def place(self, of: str) -> tuple[str, str, Place]:
        """(component, place, its description) at an address."""
        component, place, _ = self.view.address(of)
        return component, place, self.view.components[component].places[place]

    def slots(self, of: str) -> list[Slot]:
        """Where texts can stand at an address, with what repeats as often as it was made; times left out."""
        return self.slots_in(*self.view.address(of))

    def slots_in(self, component: str, place: str, part: str | None = None) -> list[Slot]:
        """The same by component, place and what of it."""
        return [
            slot
            for slot in slots(self._sized)
            if slot.component == component
            and place in (EVERYTHING, slot.place)
            and part in (None, slot.key)
            and slot.key not in TIMES
        ]

    def free_slots(self, of: str) -> list[Slot]:
        """Those first that no measure looks at by name, whose labels say nothing unwanted."""
        found = self.slots(of)
        if self.view.address(of)[1] != EVERYTHING:
            return found
        return sorted(found, key=lambda slot: (self.is_looked_at(slot), self._is_labelled_unwanted(slot)))

    def is_looked_at(self, slot: Slot) -> bool:
        """Whether a measure of the criterion looks at a slot by name."""
        return any(
            (slot.component, slot.place) == (component, place) and part in (None, slot.key)
            for component, place, part in self.looked_at
        )

    def _is_labelled_unwanted(self, slot: Slot) -> bool:
        unwanted = [phrase for theme in self.unwanted for phrase in (*theme.words, *theme.hints)]
        return any(first_phrase(label, unwanted) for label in _labels(self.layout, slot))

    @property
    def _sized(self) -> Layout:
        return resized(self.layout, self.sizes)

    # ---- writing -----------------------------------------------------------------------------------------------------

    def make(self, of: str, many: int) -> list[Slot]:
        """So many entries, parts or copies at an address, empty yet; those that were made before are kept."""
        component, place, _ = self.view.address(of)
        if many > MOST:
            raise CannotMake(f"{many} of them would be needed; no more than {MOST} are made")
        if self.sizes.setdefault((component, place), many) != many:
            raise CannotMake("its measures ask for different numbers of the same thing")
        return [slot for slot in self.slots(of) if slot.number < many]

    def size(self, of: str, usual: int) -> int:
        """How many were made at an address; the usual number where nobody has said."""
        component, place, _ = self.view.address(of)
        return self.sizes.get((component, place), usual)

    def fill(self, slot: Slot) -> str:
        """The text in a slot; something of the right form where nothing stands there yet."""
        return self.texts[slot] if slot in self.texts else self.put(slot, self._something(slot))

    def put(self, slot: Slot, text: str) -> str:
        """A text in a slot, in place of what stands there."""
        if slot in self.closed:
            raise CannotMake("another measure asks that nothing else stands there")
        self.texts[slot] = text
        return text

    def _something(self, slot: Slot) -> str:
        match self.view.components[slot.component].places.get(slot.place):
            case ListPlace(holds="sources"):
                return self.filler.form("source")
            case QuestionsPlace():
                return self.filler.form("question")
            case MaterialsPlace():
                return self.filler.form("link")
            case GroupsPlace(fields=fields) if slot.key in fields and fields[slot.key].one_of:
                return fields[slot.key].one_of[0].replace("*", "")
            case FieldPlace(one_of=(first, *_)):
                return first.replace("*", "")
            case _:
                return self.filler.words(1)

    def add(self, slot: Slot, text: str) -> None:
        """More text in a slot."""
        self.put(slot, f"{self.texts.get(slot, '')} {text}".strip())

    def keep_empty(self, slots: Iterable[Slot]) -> None:
        """Nothing stands there, and nothing will."""
        kept = set(slots)
        if not kept.isdisjoint(self.texts):
            raise CannotMake("another measure asks that something stands there")
        self.closed |= kept

    def some_text(self, of: str) -> Slot:
        """A slot for any text at an address, made where there is none."""
        component, place, _ = self.view.address(of)
        described = self.view.components[component].places.get(place)
        if isinstance(described, ResponsesPlace):
            raise CannotMake("texts in completed copies are not made")
        if (component, place) in self.sizes and not self.sizes[component, place]:
            raise CannotMake("another measure asks for nothing there")
        found = [slot for slot in self.free_slots(of) if slot not in self.closed]
        if not found:
            raise CannotMake("there is no place for a text")
        return next((slot for slot in found if slot in self.texts), found[0])

    def texts_at(self, of: str) -> list[str]:
        """What stands at an address so far."""
        return [self.texts[slot] for slot in self.slots(of) if slot in self.texts]

    def has_something(self, component: str) -> bool:
        return any(slot.component == component for slot in self.texts)

    def files(self) -> dict[str, str]:
        """The submission without notes. Of a component in which nothing stands there is the heading, so that nothing else is
        taken for it."""
        layout = filled(self._sized, self.texts)
        sheets = tuple(_bare(sheet, self.has_something(sheet.component)) for sheet in layout.sheets)
        return markdown.files(replace(layout, sheets=sheets))


def part_slots(writing: Writing, of: str, number: int, wanted: Collection[str] | None = None) -> list[Slot]:
    """The slots of one part, its times left out. wanted: of these fields only."""
    component, place, described = writing.place(of)
    fields = described.fields if isinstance(described, GroupsPlace) else {}
    labelled = {slot.key for slot in writing.slots_in(component, place)}
    if not labelled:
        raise CannotMake("an empty submission has no place for it apart from another")
    if not labelled.issuperset(wanted or ()):
        raise CannotMake("two of the fields go by one name, so that one text fills both")
    keys = (key for key in fields if key in (labelled if wanted is None else wanted))
    return [Slot(component, place, number, key) for key in keys]


def _bare(sheet: Sheet, whole: bool) -> Sheet:
    sections = tuple(replace(section, notes=()) for section in sheet.sections) if whole else ()
    return replace(sheet, notes=(), sections=sections)


def _labels(layout: Layout, slot: Slot) -> Iterator[str]:
    """The words that stand over a slot."""
    for sheet in layout.sheets:
        for section in sheet.sections if sheet.component == slot.component else ():
            if section.place == slot.place:
                yield from _of_section(section, slot.key)


def _of_section(section: Section, key: str) -> Iterator[str]:
    yield section.label
    blanks = getattr(section, "blanks", ()) or next(iter(getattr(section, "parts", ())), ())
    yield from (blank.label for blank in blanks if blank.key == key)
