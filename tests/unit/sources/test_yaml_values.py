"""Scalars become numbers, truth values and nothing only by the core rules of YAML 1.2, and only when asked."""

from __future__ import annotations

import pytest

from mcred_lint.sources.yaml import Mapping, Node, parse
from mcred_lint.sources.yaml_values import as_bool, as_float, as_int, is_null


def value(written: str) -> Node:
    root = parse("a.yaml", f"v: {written}\n").root
    assert isinstance(root, Mapping)
    return root.entries[0].value


@pytest.mark.parametrize(
    ("written", "number"),
    [("5", 5), ("-3", -3), ("+7", 7), ("010", 10), ("0o17", 15), ("0x1F", 31)]
    + [(other, None) for other in ("1:30", "4-5", "1.5", "1_000", '"5"', "", "five", "[1]", "9" * 5000)],
)
def test_whole_numbers(written: str, number: int | None) -> None:
    assert as_int(value(written)) == number


@pytest.mark.parametrize(
    ("written", "number"),
    [("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5), ("2.", 2.0), ("4", 4.0), ("-.inf", float("-inf")), ("0x10", 16.0)]
    + [(other, None) for other in ("1:30", "4-5", "1.2.3", "'1.5'", "~", "2024-03-01", ".", "e3")],
)
def test_numbers(written: str, number: float | None) -> None:
    assert as_float(value(written)) == number


@pytest.mark.parametrize(
    ("written", "truth"),
    [("true", True), ("True", True), ("FALSE", False)]
    + [(other, None) for other in ("yes", "No", "on", "off", '"true"', "tRUE", "1", "")],
)
def test_truth_values(written: str, truth: bool | None) -> None:
    assert as_bool(value(written)) is truth


@pytest.mark.parametrize(
    ("written", "nothing"),
    [(written, True) for written in ("", "~", "null", "NULL")]
    + [(written, False) for written in ('""', "'~'", "none", "[]")],
)
def test_nothing(written: str, nothing: bool) -> None:
    assert is_null(value(written)) is nothing
