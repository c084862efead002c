"""Reasons: what was found and what is needed, in one or two plain sentences."""

from __future__ import annotations

from mcred_lint.findings import Basis, Certainty, Status
from mcred_lint.judging.ladder import Judgement, Measurements, holds
from mcred_lint.judging.words import GIVEN, unmet_in_words
from mcred_lint.measures.conditions import Truth
from mcred_lint.measures.measurement import Measurement
from mcred_lint.rubric.model import Criterion, Rung, Scale
from mcred_lint.wording import MINUTES, SHARE, first_few, quantity, sentence

ALL_THERE = "all that is asked for is there"
PARTLY = "only part of it could be measured"
NAMED = 6
"""How many missing things a reason names."""


def reason(criterion: Criterion, judgement: Judgement, measurements: Measurements, scale: Scale | None) -> str:
    """Why the criterion has the judgement it has."""
    if judgement.status is Status.PERSON and not measurements:
        return "Only a person can judge this."
    found = _all_found(_decisive(criterion, measurements))
    unreadable = next((m.unreadable for m in measurements.values() if m.unreadable), None)
    if unreadable:
        return sentence(f"could not be checked, because {unreadable}")
    if judgement.status is Status.UNCHECKED:
        return sentence(f"could not be told: {_unclear(measurements) or found or PARTLY}")
    if judgement.status is Status.PERSON:
        return (
            sentence(f"{found}: unclear, so a person decides")
            if criterion.basis is not Basis.PERSON
            else "Only a person can judge this."
        )
    needed = _needed(criterion, judgement, measurements, scale)
    unclear = _unclear(measurements) if judgement.certainty is Certainty.UNCLEAR else None
    told = "; ".join(part for part in (found, needed) if part) or (
        "" if unclear else _in_short(criterion, judgement, scale)
    )
    return " ".join(dict.fromkeys(sentence(part) for part in (told, unclear) if part))


def _all_found(measurements: Measurements) -> str:
    """What every measure found; one that found nothing to measure is left out where another says what is missing."""
    told = [m for m in measurements.values() if m.found or m.missing or m.unclear] or list(measurements.values())
    return "; ".join(dict.fromkeys(filter(None, map(found_in_words, told))))


def _decisive(criterion: Criterion, measurements: Measurements) -> Measurements:
    """The measures that a ladder or requirement looks at, in the order of its highest rung."""
    rungs = [*criterion.ladder.values(), *([criterion.must] if criterion.must else [])]
    lacking = not rungs or holds(rungs[0], measurements) is not Truth.YES
    names = [name for rung in rungs for name in _names(rung, {} if lacking else measurements)]
    chosen = {name: measurements[name] for name in dict.fromkeys(names) if name in measurements}
    return chosen or measurements


def _names(rung: Rung, measurements: Measurements) -> list[str]:
    """Its own measures, and those of the alternative that holds; of none, or with nothing measured, the first, which is the
    one to aim at."""
    held = [other for other in rung.any if measurements and holds(other, measurements) is Truth.YES]
    chosen = (held or rung.any)[:1]
    return [*rung.conditions, *(name for other in chosen for name in _names(other, measurements))]


def _unclear(measurements: Measurements) -> str | None:
    return next((m.unclear for m in measurements.values() if m.unclear), None)


def found_in_words(measurement: Measurement) -> str:
    """What a measurement found: "4 sources found", "13 of 15 required fields filled; missing: ..."."""
    missing = first_few([item.text for item in measurement.missing], NAMED)
    partly = measurement.unit != "theme" or measurement.items
    tail = (
        f"; missing: {missing}"
        if missing and partly and not (measurement.unclear and measurement.unit == MINUTES)
        else ""
    )
    if measurement.said:
        return measurement.said + tail
    if measurement.unit == SHARE:
        return _share_in_words(measurement, missing)
    if not measurement.found and measurement.low == 0:
        return measurement.unclear or f"no {measurement.unit} found"
    if measurement.high is None and measurement.low == 0:
        return measurement.unclear or "nothing certain was found"
    words = quantity(measurement.low, measurement.high, measurement.unit) + " found"
    note = next((note for note in measurement.notes if note.startswith("ranges")), None)
    return f"{words} ({note})" if note else words


def _share_in_words(measurement: Measurement, missing: str) -> str:
    """What lacks of a whole; nothing where all is there or where the reason for a doubt says it."""
    if measurement.low >= 1:
        return ""
    if missing or measurement.unclear:
        return f"missing: {missing}" if missing else ""
    return quantity(measurement.low, measurement.high, SHARE) + " found" if measurement.low > 0 else "nothing found"


def _needed(criterion: Criterion, judgement: Judgement, measurements: Measurements, scale: Scale | None) -> str:
    """What the next level needs; nothing at the top."""
    level = _next_level(criterion, judgement, scale)
    needs = unmet_in_words(criterion.ladder[level], measurements) if level else ""
    return f"{level} needs {needs}" if needs and needs != GIVEN else ""


def _next_level(criterion: Criterion, judgement: Judgement, scale: Scale | None) -> str | None:
    """The next level up that has a rung."""
    if scale is None or judgement.level is None:
        return None
    above = scale.levels[scale.levels.index(judgement.level) + 1 :]
    return next((level for level in above if level in criterion.ladder), None)


def _in_short(criterion: Criterion, judgement: Judgement, scale: Scale | None) -> str:
    """What to say where no measure says anything, as with alternatives."""
    level = _next_level(criterion, judgement, scale)
    return f"not all that {level} asks for is there" if level else ALL_THERE
