"""Numbers of a spreadsheet as people see them: dates, times of day, durations, percentages.

Cells hold days since 1900 for dates and parts of a day for times; only the cell's format tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from xml.etree import ElementTree as ET

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

_SECONDS = 86_400
_LAST_DAY = 2_958_465
"""The end of the year 9999."""
_FIRST_DAYS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
_NOT_A_LETTER_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]hmsHMS][^\]]*\]|am/pm|a/p', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]")


class Format(StrEnum):
    """What a number stands for."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    DATE_AND_TIME = "date and time"
    ELAPSED = "elapsed"


_BUILT_IN = {
    **dict.fromkeys((9, 10), Format.PERCENT),
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 36, *range(50, 59)), Format.DATE),
    **dict.fromkeys((18, 19, 20, 21, 32, 33), Format.TIME),
    **dict.fromkeys((45, 46, 47), Format.ELAPSED),
    22: Format.DATE_AND_TIME,
}


@dataclass(frozen=True)
class Values:
    """How the numbers of one workbook are to be shown: its cell styles, and the first day it counts from."""

    styles: tuple[Format, ...] = ()
    from_1904: bool = False

    @classmethod
    def from_xml(cls, styles: ET.Element | None, from_1904: bool) -> Values:
        """Read xl/styles.xml; without one every number is a plain number."""
        if styles is None:
            return cls((), from_1904)
        custom = {n.get("numFmtId", ""): _of_code(n.get("formatCode", "")) for n in styles.iter(f"{S}numFmt")}
        used = styles.findall(f"{S}cellXfs/{S}xf")
        return cls(tuple(_format(xf.get("numFmtId", "0"), custom) for xf in used), from_1904)

    def shown(self, number: float, style: int) -> str:
        """The number as its cell shows it, without rounding; dates as 2026-03-01, times as 9:05, durations as 1:30."""
        form = self.styles[style] if 0 <= style < len(self.styles) else Format.NUMBER
        if form is Format.PERCENT:
            return f"{_plain(number * 100)}%"
        if form is Format.NUMBER or not 0 <= number < _LAST_DAY:
            return _plain(number)
        seconds = round(number * _SECONDS)
        if form is Format.ELAPSED:
            return _clock(seconds)
        if form is Format.TIME or (form is Format.DATE_AND_TIME and seconds < _SECONDS):
            return _clock(seconds % _SECONDS)
        moment = _FIRST_DAYS[self.from_1904] + timedelta(seconds=min(seconds, (_LAST_DAY - 1463) * _SECONDS))
        day = moment.date().isoformat()
        return day if form is Format.DATE else f"{day} {_clock(seconds % _SECONDS)}"


def _format(number: str, custom: Mapping[str, Format]) -> Format:
    if number in custom:
        return custom[number]
    return _BUILT_IN.get(int(number), Format.NUMBER) if number.isdecimal() and len(number) < 4 else Format.NUMBER


def _of_code(code: str) -> Format:
    """From a format code such as "d/m/yyyy h:mm" or "[h]:mm"."""
    letters = _NOT_A_LETTER_CODE.sub("", code[:200].split(";")[0]).lower()
    if "general" in letters:
        return Format.NUMBER
    if _ELAPSED.search(letters):
        return Format.ELAPSED
    time = "h" in letters or "s" in letters
    day = "d" in letters or "y" in letters or ("m" in letters and not time)
    if day:
        return Format.DATE_AND_TIME if time else Format.DATE
    if time:
        return Format.TIME
    return Format.PERCENT if "%" in letters else Format.NUMBER


def _plain(number: float) -> str:
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.10g}"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    shown = f"{minutes // 60}:{minutes % 60:02d}"
    return f"{shown}:{rest:02d}" if rest else shown
