"""Colour, width and messages: what a terminal gets, and what it never gets."""

from __future__ import annotations

import io

import pytest

from mcred_lint.cli.output import Colour, coloured, tell, width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


TERMINAL, PIPE = Terminal(), io.StringIO()

COLOURS = {
    "a terminal": (Colour.AUTO, {}, TERMINAL, True),
    "a pipe": (Colour.AUTO, {}, PIPE, False),
    "NO_COLOR": (Colour.AUTO, {"NO_COLOR": "1"}, TERMINAL, False),
    "NO_COLOR wins over FORCE_COLOR": (Colour.AUTO, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, TERMINAL, False),
    "an empty NO_COLOR says nothing": (Colour.AUTO, {"NO_COLOR": ""}, TERMINAL, True),
    "FORCE_COLOR into a pipe": (Colour.AUTO, {"FORCE_COLOR": "1"}, PIPE, True),
    "a terminal that cannot": (Colour.AUTO, {"TERM": "dumb"}, TERMINAL, False),
    "the option wins": (Colour.ALWAYS, {"NO_COLOR": "1"}, PIPE, True),
    "the option wins the other way": (Colour.NEVER, {"FORCE_COLOR": "1"}, TERMINAL, False),
}


@pytest.mark.parametrize(("wish", "environment", "stream", "expected"), COLOURS.values(), ids=COLOURS)
def test_when_there_is_colour(wish: Colour, environment: dict[str, str], stream: io.StringIO, expected: bool) -> None:
    assert coloured(wish, environment, stream) is expected


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("60", 60), ("", 80), ("0", 80), ("wide", 80), ("-5", 80), ("²", 80), ("9" * 5000, 999999)],
)
def test_columns_decide_the_width_and_nonsense_does_not(columns: str, expected: int) -> None:
    assert width({"COLUMNS": columns}, PIPE) == expected


def test_a_message_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    tell("There is no folder \x1b[2Jmine\r.", "two\nlines")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "\x1b" not in captured.err
    assert "\r" not in captured.err
    assert captured.err.endswith("two\nlines\n")
