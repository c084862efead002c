"""Only what the core rules of YAML 1.2 call null is nothing; quoted and other words are text."""

from __future__ import annotations

import pytest

from mcred_lint.sources.yaml import Mapping, Node, parse
from mcred_lint.sources.yaml_values import is_null


def value(written: str) -> Node:
    root = parse("a.yaml", f"v: {written}\n").root
    assert isinstance(root, Mapping)
    return root.entries[0].value


@pytest.mark.parametrize(
    ("written", "nothing"),
    [(written, True) for written in ("", "~", "null", "NULL")]
    + [(written, False) for written in ('""', "'~'", "none", "[]")],
)
def test_nothing(written: str, nothing: bool) -> None:
    assert is_null(value(written)) is nothing
