"""Telling: one pure function per format, from the report to text. The table below is the list of formats.

A new format is a module with a `render` and an entry here; modules are loaded when their format is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mcred_lint.findings import Report


@dataclass(frozen=True, slots=True)
class Look:
    """How a report for people is shown; formats for machines ignore it."""

    width: int = 80
    colour: bool = False
    quiet: bool = False
    show_reading: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One way to tell a report. `suffix` is the usual ending of a file that holds it."""

    name: str
    suffix: str
    description: str
    render: Callable[[Report, Look], str]


def _text(report: Report, look: Look) -> str:
    from mcred_lint.reporters import text

    return text.render(report, width=look.width, colour=look.colour, quiet=look.quiet, show_reading=look.show_reading)


def _json(report: Report, look: Look) -> str:
    from mcred_lint.reporters import json_report

    return json_report.render(report)


_FORMATS = (
    Format("text", ".txt", "for reading in a terminal", _text),
    Format("json", ".json", "everything, for other tools; its schema is shipped", _json),
)
FORMATS: Mapping[str, Format] = MappingProxyType({format.name: format for format in _FORMATS})
