"""The reference is what the models say, what was written by hand, and what the examples really find."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from support import ROOT, Golden

from mcred_lint.authoring.reference.pages import page_names, reference_pages
from mcred_lint.authoring.reference.prose import Prose
from mcred_lint.authoring.reference.trial import tried
from mcred_lint.authoring.schema.models import UNWRITTEN, all_models
from mcred_lint.measures.table import MEASURES
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.shapes import keys_of
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import parse

REFERENCE = ROOT / "docs" / "reference"
PROSE = {
    path.relative_to(REFERENCE / "prose").with_suffix("").as_posix(): Prose.of(path.read_text(encoding="utf-8"))
    for path in (REFERENCE / "prose").rglob("*.md")
}
NAMES = page_names()
PAGES = dict(reference_pages(PROSE)) if NAMES.keys() <= PROSE.keys() else {}


def test_every_measure_place_and_part_has_prose_and_nothing_else_has() -> None:
    folder = "docs/reference/prose"
    assert sorted(NAMES.keys() - PROSE.keys()) == [], f"write {folder}/<name>.md for these"
    assert sorted(PROSE.keys() - NAMES.keys()) == [], "nothing in a rubric has these names"
    assert {f"measures/{kind}" for kind in MEASURES} <= NAMES.keys()


@pytest.mark.parametrize("name", NAMES)
def test_each_page_says_when_and_why(name: str) -> None:
    assert len(PROSE[name].why.split()) >= 15
    assert NAMES[name].__doc__


def holders(key: str) -> list[Any]:
    """The types of the values that a key of this name may have."""
    fields = [keys_of(model)[key] for model in all_models(Rubric) if key in keys_of(model)]
    return [Annotated[(field.annotation, None, *field.metadata)] for field in fields]


def is_valid(value: Any, kind: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


SHOWN = [name for name, prose in PROSE.items() if prose.rubric and not prose.files]


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown_on_a_page_could_stand_in_a_rubric(name: str) -> None:
    root = parse("shown.yaml", PROSE[name].rubric).root
    assert root is not None
    Rubric.model_rebuild()
    for key, value in plain(root, WordLists({})).items():
        assert any(is_valid(value, kind) for kind in holders(key)), key


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("measures/")])
def test_each_measure_has_an_example_that_finds_something_and_says_what_it_does_not_do(name: str) -> None:
    prose = PROSE[name]
    assert prose.limits and prose.rubric and prose.files
    assert f"kind: {name.partition('/')[2]}" in prose.rubric
    found = tried(prose)
    assert found.low > 0 and found.low == found.high


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, model in NAMES.items() for key in keys_of(model)])
def test_each_key_stands_on_its_page_with_its_meaning_and_an_example(name: str, key: str) -> None:
    if key == UNWRITTEN:
        return
    row = next(line for line in PAGES[f"{name}.md"].splitlines() if line.startswith(f"| `{key}` |"))
    cells = re.split(r"(?<!\\) \| ", row.strip("| "))
    assert len(cells) == 4 and all(cell.strip("` ") for cell in cells), row


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_what_would_be_made_today(path: str, golden: Golden) -> None:
    golden(REFERENCE / path, PAGES[path])


def test_no_page_is_left_over() -> None:
    there = {path.relative_to(REFERENCE).as_posix() for path in REFERENCE.rglob("*.md")}
    assert {path for path in there if not path.startswith("prose/")} == set(PAGES)


@pytest.mark.parametrize("path", PAGES)
def test_every_link_of_a_page_leads_to_a_page(path: str) -> None:
    here = Path(REFERENCE / path).parent
    for target in re.findall(r"\]\(([^)#:]+\.md)\)", PAGES[path].partition("## Example")[0]):
        assert (here / target).is_file(), target
