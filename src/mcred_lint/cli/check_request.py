"""What `check` was asked to do: command line and configuration put together and found possible, before anything is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mcred_lint.cli.configuration import Configuration, find_configuration
from mcred_lint.cli.destinations import Destination, check_destinations, destinations
from mcred_lint.cli.output import Colour
from mcred_lint.cli.rubric_choice import Chosen, pinned
from mcred_lint.cli.suggestions import did_you_mean
from mcred_lint.cli.waivers_file import GivenWaivers, read_waivers
from mcred_lint.errors import UsageError
from mcred_lint.reporters import FORMATS
from mcred_lint.rubric.model import Rubric
from mcred_lint.waivers.waivers import NO_WAIVERS, Waivers


@dataclass(frozen=True)
class Asked:
    """The command line as it was written."""

    paths: tuple[Path, ...]
    rubric: str | None = None
    formats: tuple[str, ...] = ()
    output: Path | None = None
    fail_under: str | None = None
    reference_date: str | None = None
    waivers: Path | None = None
    quiet: bool = False
    show_reading: bool = False
    exit_zero: bool = False
    color: str | None = None
    debug: bool = False


@dataclass(frozen=True)
class Request:
    """A check that can begin. rubric: None where the submissions may declare theirs; the criteria of the waivers are then
    still to be found in it."""

    paths: tuple[Path, ...]
    configuration: Configuration
    rubric: Chosen | None
    destinations: tuple[Destination, ...]
    fail_under: str | None
    reference_date: date | None
    waivers: GivenWaivers | None
    quiet: bool
    show_reading: bool
    exit_zero: bool
    colour: Colour
    debug: bool


def resolve(asked: Asked, working_directory: Path) -> Request:
    """The request. Raises UsageError or RubricErrors: wrong use is told before a submission is read."""
    configuration = find_configuration(working_directory, asked.paths)
    paths = _distinct(asked.paths)
    wanted = destinations(asked.formats or configuration.format, asked.output, tuple(FORMATS))
    check_destinations(wanted, paths)
    rubric = pinned(asked.rubric, configuration)
    reference_date = _date(asked.reference_date or configuration.reference_date)
    waivers = read_waivers(asked.waivers, configuration.waivers, paths, working_directory)
    in_force(waivers, rubric, reference_date)
    fail_under = asked.fail_under or configuration.fail_under
    if rubric is not None:
        fail_under = level(fail_under, rubric.loaded.rubric)
    return Request(
        paths=paths,
        configuration=configuration,
        rubric=rubric,
        destinations=wanted,
        fail_under=fail_under,
        reference_date=reference_date,
        waivers=waivers,
        quiet=asked.quiet or bool(configuration.quiet),
        show_reading=asked.show_reading or bool(configuration.show_reading),
        exit_zero=asked.exit_zero,
        colour=_colour(asked.color or configuration.color or Colour.AUTO),
        debug=asked.debug,
    )


def in_force(given: GivenWaivers | None, rubric: Chosen | None, reference_date: date | None) -> Waivers:
    """The waivers of the file. Raises RubricErrors for what is wrong in it, as far as the rubric is known."""
    if given is None:
        return NO_WAIVERS
    from mcred_lint.waivers.loader import load_waivers

    return load_waivers(given.path, given.data, rubric.loaded.rubric if rubric else None, reference_date)


def level(wish: str | None, rubric: Rubric) -> str | None:
    """The level of the rubric that was meant, whatever its capitals. Raises UsageError for one it does not have."""
    if wish is None:
        return None
    levels = list(dict.fromkeys(name for scale in rubric.scales.values() for name in scale.levels))
    found = next((name for name in levels if name.casefold() == wish.strip().casefold()), None)
    if found is None:
        raise UsageError(
            f'The rubric "{rubric.id}" has no level "{wish}" for --fail-under.', did_you_mean(wish, levels)
        )
    return found


def _distinct(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Each submission once, however often and in whichever way it is named."""
    return tuple({path.resolve(): path for path in reversed(tuple(paths))}.values())[::-1]


def _date(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f'The reference date "{text}" is no date.', "Write year-month-day, for example 2026-03-31."
        ) from None


def _colour(text: str) -> Colour:
    allowed: Sequence[str] = [colour.value for colour in Colour]
    if text not in allowed:
        raise UsageError(f'--color cannot be "{text}".', did_you_mean(text, allowed))
    return Colour(text)
