"""Every format in the table tells a report, and knows its own name."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from sample_parts import report
from sample_reports import ALL, READY

from mcred_lint.reporters import FORMATS, Look


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_every_report(name: str) -> None:
    assert FORMATS[name].name == name
    for submission in ALL:
        told = FORMATS[name].render(report(submission), Look())
        assert told.endswith("\n") and not told.endswith("\n\n")
        told.encode("utf-8")


def test_the_look_reaches_the_text() -> None:
    quiet = FORMATS["text"].render(report(READY), Look(width=60, quiet=True))
    assert quiet.count("\n") == 2


def test_machines_get_the_same_whatever_the_look() -> None:
    looks = [Look(), Look(width=40, colour=True, quiet=True, show_reading=True)]
    assert len({FORMATS["json"].render(report(READY), look) for look in looks}) == 1
    assert json.loads(FORMATS["json"].render(report(READY), Look()))


def test_the_text_report_loads_no_other_format() -> None:
    program = (
        "import sys; from mcred_lint.reporters import FORMATS, text; "
        "sys.exit(any(name in sys.modules for name in ('json', 'csv', 'html', 'xml', 'rich', 'unicodedata')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
