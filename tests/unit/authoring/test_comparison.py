"""What changed between two rubrics is told in plain words, and nothing is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ROOT, Command

from mcred_lint.authoring.comparison.rubrics import Part, compare
from mcred_lint.rubric.bundled import load_bundled
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric

CASES = ROOT / "tests" / "cases"
TABLE = yaml.safe_load((CASES / "rubric_changes.yaml").read_text("utf-8"))
TEXT: str = yaml.safe_load((CASES / "broken_rubrics.yaml").read_text("utf-8"))["rubric"]


def rubric(text: str) -> Rubric:
    return load_rubric("r.yaml", text.encode()).rubric


def changes(old: Rubric, new: Rubric) -> list[str]:
    return [change for part in compare(old, new, load_language()) for change in part.changes]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_each_change_is_told_once_and_in_its_part(case: dict[str, Any]) -> None:
    text = TEXT
    for before, after in case["change"].items():
        assert before in text, f"the rubric of the table does not hold {before!r}"
        text = text.replace(before, after, 1)
    parts = compare(rubric(TEXT), rubric(text), load_language())
    assert parts == tuple(Part(title, tuple(lines)) for title, lines in case["told"].items())


def test_two_copies_have_no_difference() -> None:
    assert compare(rubric(TEXT), rubric(TEXT), load_language()) == ()


# ---- nothing is passed over ------------------------------------------------------------------------------------------

Steps = tuple[str | int, ...]


@cache
def bundled() -> Rubric:
    return load_bundled("nea-advocacy").rubric


def mutants(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every single change: (where, what stands there then)."""
    if isinstance(value, dict):
        if len(value) > 1:
            yield path, dict(reversed(value.items()))
        for key, each in value.items():
            yield from mutants(each, (*path, key))
        yield from ((path, {key: each for key, each in value.items() if key != gone}) for gone in value)
    elif isinstance(value, tuple | list):
        yield path, (*value, "one more")
        yield path, tuple(value[1:])
        yield path, tuple(value[::-1])
    elif isinstance(value, bool):
        yield path, not value
    elif isinstance(value, int | float):
        yield path, value + 1
    elif isinstance(value, str):
        yield path, f"{value} x"
    else:
        yield path, "5"


def put(value: Any, path: Steps, leaf: Any) -> Any:
    if not path:
        return leaf
    return {key: put(each, path[1:], leaf) if key == path[0] else each for key, each in value.items()}


def in_order(value: Any) -> Any:
    """A model's values with the order of its parts; the order of conditions that must all hold means nothing."""
    if not isinstance(value, dict):
        return value
    inner = [(key, in_order(each)) for key, each in value.items()]
    return sorted(inner) if value.keys() == {"conditions"} else inner


_BY_NAME = {"components", "criteria", "places", "prompts", "fields", "themes", "measures", "scales", "words", "ladder"}


def shape(path: Steps, leaf: Any) -> tuple[Any, ...]:
    """The same for all changes of one key, whatever the parts around it are called."""
    steps = tuple("*" if before in _BY_NAME else step for before, step in zip((None, *path), path, strict=False))
    return (*steps, type(leaf), len(leaf) if isinstance(leaf, dict) else 0)


def test_no_change_of_any_single_value_is_passed_over() -> None:
    data, before, seen = bundled().model_dump(by_alias=True), in_order(bundled().model_dump()), set()
    for path, leaf in mutants(data):
        if shape(path, leaf) in seen:
            continue
        try:
            mutant = Rubric.model_validate(put(data, path, leaf))
        except ValueError:
            continue
        if "conditions" not in path[-1:] and in_order(mutant.model_dump()) != before:
            seen.add(shape(path, leaf))
            assert changes(bundled(), mutant), f"{path}: {leaf}"
            assert changes(mutant, bundled()), f"{path}: {leaf}"
    assert len(seen) > 250


def test_the_command_tells_it_and_ends_well(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    head = "mcred-lint-rubric: 1\nid: ours\nversion: 2.0.0\ntitle: Ours\nextends: nea-advocacy\n"
    Path("ours.yaml").write_text(head + "components: {research: {criteria: {links: removed}}}\n")
    ran = command("rubric", "diff", "nea-advocacy", "ours.yaml")
    assert ran.code == 0
    assert "From nea-advocacy 1.0.0 to ours 2.0.0" in ran.out
    assert "research.links is taken out" in ran.out
    assert "They ask the same" in command("rubric", "diff", "ours.yaml", "ours.yaml").out


def test_a_rubric_that_cannot_be_used_is_not_compared(command: Command, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("id: x\n")
    ran = command("rubric", "diff", "nea-advocacy", tmp_path / "broken.yaml")
    assert (ran.code, ran.out) == (2, "")
