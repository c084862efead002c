"""Whether cases can be tried on a rubric: what a case is made of, and that all it expects can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mcred_lint.authoring.trials.cases import Case
from mcred_lint.authoring.trials.expected import Possible
from mcred_lint.errors import RubricProblem
from mcred_lint.rubric.places import Path, RubricPlaces
from mcred_lint.rubric.wording import did_you_mean, nearest, shown

_AN_EXPECTATION = "expect: {levels: {%s: %s}}"
_SOURCES = ("submission", "files", "folder")


def problems_of(cases: Mapping[int, Case], possible: Possible, places: RubricPlaces) -> Iterator[RubricProblem]:
    """Everything that is wrong with some cases; `cases` by their position in the file."""
    yield from _same_names(cases, places)
    for number, case in cases.items():
        check = _Check(case, ("cases", number), possible, places)
        yield from check.source()
        yield from check.expectation()


def _same_names(cases: Mapping[int, Case], places: RubricPlaces) -> Iterator[RubricProblem]:
    first: dict[str, int] = {}
    for number, case in cases.items():
        if case.name in first:
            line = places.value(("cases", first[case.name], "name")).line
            message = f"There is a case {shown(case.name)} already, in line {line}."
            place = places.value(("cases", number, "name"))
            yield RubricProblem(message, (), "Give one of them another name.", "name: four sources are Basic", place)
        first.setdefault(case.name, number)


class _Check:
    """One case, which stands at `path`."""

    def __init__(self, case: Case, path: Path, possible: Possible, places: RubricPlaces) -> None:
        self.case, self.path, self.possible, self.places = case, path, possible, places

    def source(self) -> Iterator[RubricProblem]:
        """Whether there is one submission: in one of the three ways, or a folder with files that change it."""
        given = [key for key in _SOURCES if getattr(self.case, key) is not None]
        name, example = shown(self.case.name), 'files: {research.md: "# Research"}'
        if not given:
            hint = "Write its text under submission or files, or name a folder."
            yield self._problem(f"The case {name} has no submission.", (), hint, example)
        for key in given[1:] if given != ["files", "folder"] else ():
            message = f"The case {name} has {given[0]} and {key}; a case is one submission."
            yield self._problem(message, _SOURCES, "Keep one of them.", "", key)

    def expectation(self) -> Iterator[RubricProblem]:
        """Whether something is expected, of parts that there are, and nothing that cannot be."""
        if self.case.expect.nothing:
            id_ = next(iter(self.possible.ids))
            example, hint = _AN_EXPECTATION % (id_, self.possible.of(id_)[0]), "Say what must come of it."
            message = f"The case {shown(self.case.name)} expects nothing, so nothing is tried."
            yield self._problem(message, (), hint, example, "expect")
        yield from self._levels()
        yield from self._measured()
        yield from self._findings()

    def _levels(self) -> Iterator[RubricProblem]:
        for id_, level in self.case.expect.levels.items():
            if id_ not in self.possible.ids:
                yield self._no_such(id_, self.possible.ids, "levels", id_)
            elif level not in self.possible.of(id_):
                allowed = self.possible.of(id_)
                hint = did_you_mean(level, allowed, "Write one of the words that are allowed.")
                example = f"{id_}: {nearest(level, allowed) or allowed[0]}"
                yield self._problem(f"{id_} cannot be {shown(level)}.", allowed, hint, example, "levels", id_)

    def _measured(self) -> Iterator[RubricProblem]:
        for id_, (low, high) in self.case.expect.measured.items():
            if id_ not in self.possible.measured:
                yield self._no_such(id_, self.possible.measured, "measured", id_, what="criterion with a measure")
            elif low > high:
                message, example = f"The range of {id_} begins above its end.", f"{id_}: [{high:g}, {low:g}]"
                yield self._problem(message, (), "Write the smaller number first.", example, "measured", id_)

    def _findings(self) -> Iterator[RubricProblem]:
        known = self.possible.with_findings
        for number, finding in enumerate(self.case.expect.findings):
            if finding.criterion not in known:
                yield self._no_such(finding.criterion, known, "findings", number, "criterion")
        for number, id_ in enumerate(self.case.expect.no_findings):
            if id_ not in known:
                yield self._no_such(id_, known, "no-findings", number)

    def _no_such(
        self, id_: str, known: Iterable[str], *way: str | int, what: str = "component or criterion"
    ) -> RubricProblem:
        meant = next((each for each in known if each.rpartition(".")[2] == id_), id_)
        hint = did_you_mean(meant, known, "mcred-lint explain lists the criteria.")
        return self._problem(f"The rubric has no {what} {shown(id_)}.", (), hint, "", *way)

    def _problem(
        self, message: str, allowed: tuple[str, ...], hint: str, example: str, *way: str | int
    ) -> RubricProblem:
        """A problem with what stands in the case, or (from `levels` on) in what it expects."""
        inside = ("expect", *way) if way and way[0] not in (*_SOURCES, "expect") else way
        return RubricProblem(message, allowed, hint, example, self.places.key((*self.path, *inside)))
