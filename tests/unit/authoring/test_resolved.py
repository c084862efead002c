"""A resolved rubric is the same rubric in one file, and says where each value comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, Command

from mcred_lint.authoring.resolved.writing import resolved
from mcred_lint.rubric.bundled import bundled_ids, load_bundled
from mcred_lint.rubric.loader import LoadedRubric, load_rubric

CASES = ROOT / "tests" / "cases"
EXTENDS = yaml.safe_load((CASES / "extends.yaml").read_text("utf-8"))
PARENT: str = yaml.safe_load((CASES / "broken_rubrics.yaml").read_text("utf-8"))["rubric"]
OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"


def child(text: str) -> LoadedRubric:
    head: str = EXTENDS["head"]
    return load_rubric("family/child.yaml", (head + text).encode(), lambda name, said_in: (name, PARENT.encode()))


def same_again(rubric: LoadedRubric) -> LoadedRubric:
    """The rubric that its resolved text makes, after a look that nothing has changed."""
    again = load_rubric("resolved.yaml", resolved(rubric).encode())
    assert again.rubric == rubric.rubric.model_copy(update={"extends": None})
    for path, keys in orders(rubric.rubric.model_dump()):
        assert dict(orders(again.rubric.model_dump()))[path] == keys
    return again


def orders(value: Any, path: str = "") -> list[tuple[str, list[str]]]:
    """The order of the keys of every mapping."""
    if not isinstance(value, dict):
        return []
    inner = [found for key, each in value.items() for found in orders(each, f"{path}/{key}")]
    return [(path, [key for key in value if key != "extends"]), *inner]


@pytest.mark.parametrize("case", [c for c in EXTENDS["cases"] if "told" not in c], ids=lambda case: case["name"])
def test_a_rubric_that_extends_another_is_the_same_in_one_file(case: dict[str, Any]) -> None:
    same_again(child(case["child"]))


@pytest.mark.parametrize("rubric_id", bundled_ids())
def test_a_bundled_rubric_is_the_same_when_written_again(rubric_id: str) -> None:
    rubric = load_bundled(rubric_id)
    again = same_again(rubric)
    assert resolved(again).count("$") == resolved(rubric).count("$")


def test_a_rubric_of_ones_own_is_the_same_when_written_again() -> None:
    same_again(load_rubric("book-study.yaml", OWN.read_bytes()))


def test_word_lists_stay_names() -> None:
    text = resolved(child("words: {past: {add: [long ago]}}\n"))
    assert "words: [$times]" in text
    assert "[$past, this year]" in text


def test_each_value_or_block_has_its_file_and_line() -> None:
    text = resolved(child("components:\n  reading:\n    names: {add: [our reading]}\n    title: Reading more\n"))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "title: Reading more # child.yaml:9" in lines
    assert "[reading up, artifact 1, # parent.yaml:18" in lines
    assert "our reading] # child.yaml:8" in lines
    assert "plan: # parent.yaml:66" in lines
    assert sum("# " in line for line in lines[lines.index("plan: # parent.yaml:66") + 1 :]) <= 1


def test_files_of_one_name_are_told_apart() -> None:
    rubric = load_rubric(
        "b/child.yaml", EXTENDS["head"].encode(), lambda name, said_in: ("a/child.yaml", PARENT.encode())
    )
    assert "# a/child.yaml:6" in resolved(rubric)
    assert "# b/child.yaml:3" in resolved(rubric)


texts = st.one_of(
    st.text(min_size=1, max_size=300).filter(str.strip),
    st.text(alphabet="ab :#\n-,[]{}'\"*&!|>%@`\\$", min_size=1, max_size=300).filter(str.strip),
    st.sampled_from(
        ["removed", "null", "~", "true", "$past", "a: b", "no #", "1.10", "word " * 60, "two\n\nlines", "\u202e"]
    ),
)


@settings(max_examples=25, deadline=None)
@given(texts)
def test_any_text_survives(text: str) -> None:
    said = json.dumps(text, ensure_ascii=False)
    same_again(child(f"components: {{reading: {{criteria: {{sources: {{advice: {said}, reading: {said}}}}}}}}}\n"))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="ab :#-,*&%\"'", max_size=200), min_size=1, max_size=6), st.sampled_from("|>"))
def test_any_block_of_text_survives(lines: list[str], sign: str) -> None:
    block = "".join(f"          {line}\n" for line in ["first", *lines])
    same_again(child(f"components:\n  reading:\n    criteria:\n      sources:\n        advice: {sign}\n{block}"))


def test_the_command_shows_it(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = command("rubric", "show", "nea-advocacy", "--resolved")
    (tmp_path / "again.yaml").write_text(shown.out)
    assert command("rubric", "show", "again.yaml").out == command("rubric", "show", "nea-advocacy").out
