"""Giving cues to prompts: what is restated or named first, then by number, by order, and by the words of headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mcred_lint.document.text import Text
from mcred_lint.matching.answers.cues import Cue, Shape
from mcred_lint.matching.answers.prompts import Prompts
from mcred_lint.text.folding import fold

_STRONG_SHAPES = ("heading", "bold", "italic", "number", "text")
_AT_BEGINNING = 60
"""Characters of a cue in which a second number may stand."""


@dataclass(frozen=True)
class Assigned:
    """A cue that was given to a prompt, and why."""

    cue: Cue
    prompt: int
    how: str


def assign(cues: Sequence[Cue], prompts: Prompts) -> list[Assigned]:
    """The cue of each prompt that has one, in reading order."""
    order = _Order(cues, prompts)
    order.by_evidence("restated question", lambda cue: cue.restated)
    order.by_evidence("heading", lambda cue: cue.named)
    order.by_number()
    order.all_in_order()
    order.by_order()
    order.by_words()
    order.by_order()
    order.jointly()
    return sorted(order.taken.values(), key=lambda one: (one.cue.at, one.prompt))


class _Order:
    """What is known so far of which cue answers which prompt. Each step only adds to it, but for `all_in_order`."""

    def __init__(self, cues: Sequence[Cue], prompts: Prompts) -> None:
        self.cues = cues
        self.prompts = prompts
        self.taken: dict[int, Assigned] = {}
        self.used: set[int] = set()

    def _take(self, cue: Cue, prompt: int, how: str) -> None:
        self.taken[prompt] = Assigned(cue, prompt, how)
        self.used.add(cue.at)

    def _free(self, cue: Cue, prompt: int) -> bool:
        return prompt not in self.taken and cue.at not in self.used

    def by_evidence(self, how: str, evidence: Callable[[Cue], int | None]) -> None:
        """The first cue that says itself which prompt it answers."""
        for cue in self.cues:
            prompt = evidence(cue)
            if prompt is not None and self._free(cue, prompt):
                self._take(cue, prompt, how)

    # ---- by number ---------------------------------------------------------------------------------------------------

    def by_number(self) -> None:
        """Numbers of one shape that count up from 1, as far as they do not contradict what is known already."""
        for shape in sorted({cue.shape for cue in self.cues if cue.number}, key=_strength):
            run = _counting(self.cues, shape, len(self.prompts))
            if len(run) < 2 or self._is_contradicted():
                continue
            for cue, prompt in run:
                if cue.restated is None and self._free(cue, prompt) and self._between(cue, prompt):
                    self._take(cue, prompt, "number")

    def _is_contradicted(self) -> bool:
        """Whether the numbers of the cues known so far are not those of their prompts."""
        numbered = [one for one in self.taken.values() if one.cue.number is not None]
        agree = sum(one.cue.number == one.prompt + 1 for one in numbered)
        return len(numbered) - agree > agree

    def _between(self, cue: Cue, prompt: int) -> bool:
        """Whether a cue stands where the order of the known answers would have it."""
        return all((one.cue.at < cue.at) == (number < prompt) for number, one in self.taken.items())

    # ---- by order and words ------------------------------------------------------------------------------------------

    def all_in_order(self) -> None:
        """Exactly as many cues of one shape as prompts, where little else says which is which."""
        if 2 * len(self.taken) >= len(self.prompts):
            return
        for shape in dict.fromkeys(cue.shape for cue in self.cues):
            row = [cue for cue in self.cues if cue.shape == shape]
            if len(row) == len(self.prompts):
                self.taken.clear()
                for prompt, cue in enumerate(row):
                    self._take(cue, prompt, "order")
                return

    def by_words(self) -> None:
        """Headings and labels whose words come from one prompt more than from any other."""
        for cue in self.cues:
            if cue.at in self.used or cue.label is None or cue.shape[0] in ("item", "text"):
                continue
            prompt = self.prompts.by_words(cue.label.flat)
            if prompt is not None and prompt not in self.taken:
                self._take(cue, prompt, "the words of its heading")

    def by_order(self) -> None:
        """Cues of the usual shape between two known answers take the prompts between them, when there are as many."""
        shapes = [one.cue.shape for one in self.taken.values()] or [cue.shape for cue in self.cues]
        for shape in sorted(set(shapes), key=shapes.count, reverse=True):
            known = sorted((one.cue.at, one.prompt) for one in self.taken.values())
            if any(later < earlier for (_, earlier), (_, later) in pairwise(known)):
                return
            everywhere = len(self.prompts), 1 + max((cue.at for cue in self.cues), default=0)
            for (start, first), (stop, last) in pairwise([(-1, -1), *known, everywhere[::-1]]):
                self._fill(shape, range(start + 1, stop), range(first + 1, last))

    def _fill(self, shape: Shape, lines: range, missing: range) -> None:
        free = [cue for cue in self.cues if cue.at in lines and cue.shape == shape and cue.at not in self.used]
        if len(free) == len(missing):
            for cue, prompt in zip(free, missing, strict=True):
                self._take(cue, prompt, "order")

    def jointly(self) -> None:
        """Two questions answered in one go: "2. and 3. These two belong together"."""
        for prompt, one in list(self.taken.items()):
            following = prompt + 1
            said = " ".join(text.flat[:_AT_BEGINNING] for text in (one.cue.label, one.cue.rest) if text is not None)
            if following < len(self.prompts) and following not in self.taken and self._adds(following + 1, said):
                self.taken[following] = Assigned(one.cue, following, f"{one.how}, together with the one before")
                one.cue.rest = one.cue.rest and self._behind_number(one.cue.rest)

    def _adds(self, number: int, said: str) -> bool:
        return re.search(rf"{self._joint}{number}\b", fold(said)) is not None

    def _behind_number(self, rest: Text) -> Text:
        """An answer without the further number that leads it: "and 3. These two"."""
        match = re.match(rf"{self._joint}\d{{1,2}}\b[\s.):]*", fold(rest.string))
        return rest.slice(match.end()) if match else rest

    @property
    def _joint(self) -> str:
        joints = "|".join(map(re.escape, self.prompts.language.general.joints))
        return rf"(?:\b(?:{joints})|[&+/,])\s*[a-z]?"


def _strength(shape: Shape) -> tuple[int, int]:
    """Numbered headings before numbered labels, and these before the items of a list, which may be a list of anything."""
    style, level = shape
    return _STRONG_SHAPES.index(style) if style in _STRONG_SHAPES else len(_STRONG_SHAPES), level


def _counting(cues: Sequence[Cue], shape: Shape, most: int) -> list[tuple[Cue, int]]:
    """(cue, prompt) of the cues of one shape whose numbers count up; a list that repeats "1." counts as 1, 2, 3."""
    numbered = [(cue, cue.number) for cue in cues if cue.shape == shape and cue.number is not None]
    if len(numbered) > 1 and len({number for _, number in numbered}) == 1:
        return [(cue, place) for place, (cue, _) in enumerate(numbered[:most])]
    run: list[tuple[Cue, int]] = []
    last = 0
    for cue, number in numbered:
        if last < number <= most:
            run.append((cue, number - 1))
            last = number
    return run
