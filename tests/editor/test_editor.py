"""With the schema, an editor completes, explains and underlines rubrics: tried with the program that editors use."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from installation import server_command
from language_server import LanguageServer
from support import ROOT

from mcred_lint.measures.conditions import Condition
from mcred_lint.measures.specs import Count
from mcred_lint.measures.table import MEASURES
from mcred_lint.rubric.model import Component, Criterion, Rubric
from mcred_lint.rubric.shapes import keys_of

OWN = (ROOT / "examples" / "own-rubric" / "book-study.yaml").read_text(encoding="utf-8")
CRITERION = "components:\n  plan:\n    criteria:\n      books:\n"


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor that holds every YAML file against the shipped schema."""
    schema = ROOT / "src" / "mcred_lint" / "rubric" / "rubric.schema.json"
    with LanguageServer(server_command(), schema, tmp_path_factory.mktemp("editor")) as server:
        yield server


def changed(old: str, new: str) -> str:
    assert old in OWN
    return OWN.replace(old, new, 1)


def test_a_sound_rubric_is_not_underlined(editor: LanguageServer) -> None:
    assert editor.diagnostics(OWN) == []


SLIPS = [
    ("issuer:", "isuer:", 6, "isuer is not allowed"),
    ("distinct: true", "distnct: true", 38, "distnct is not allowed"),
    ("kind: count", "kind: cuont", 38, '"count", "words"'),
    ("basis: counted", "basis: count", 36, '"counted", "inferred", "person"'),
    ("main_scale: level", "  main_scale: level", 11, 'Expected "scale"'),
    ("    criteria:\n", "criteria:\n", 33, "criteria is not allowed"),
    ("        set_by: issuer\n", "", 34, 'Missing property "set_by"'),
    ("{at_least: 3}", "{at_lest: 3}", 40, 'Expected "condition"'),
    ("{at_least: 3}", "{at_least: three}", 40, "5, 1/2, 50 % or 4 h"),
]


@pytest.mark.parametrize(("old", "new", "line", "says"), SLIPS, ids=[slip[1].strip() for slip in SLIPS])
def test_a_slip_is_underlined_where_it_stands(old: str, new: str, line: int, says: str, editor: LanguageServer) -> None:
    told = editor.diagnostics(changed(old, new))
    assert any(at == line and says in message for at, message in told), told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mcred-lint-rubric: 1\n|\n", set(keys_of(Rubric)) - {"mcred-lint-rubric"}),
        ("components:\n  plan:\n    title: Plan\n    |\n", set(keys_of(Component)) - {"title"}),
        (f"{CRITERION}        |\n", set(keys_of(Criterion))),
        (f"{CRITERION}        measure:\n          kind: |\n", set(MEASURES)),
        (f"{CRITERION}        measure: {{kind: |}}\n", set(MEASURES)),
        (f"{CRITERION}        measure:\n          kind: count\n          |\n", set(keys_of(Count)) - {"kind"}),
        (f"{CRITERION}        ladder:\n          Leading:\n            |\n", set(keys_of(Condition))),
        (f"{CRITERION}        basis: |\n", {"counted", "inferred", "person"}),
    ],
)
def test_what_may_stand_here_is_offered(text: str, wanted: set[str], editor: LanguageServer) -> None:
    assert wanted <= set(editor.completions(text))


def test_only_the_keys_of_the_chosen_kind_are_offered(editor: LanguageServer) -> None:
    offered = editor.completions(f"{CRITERION}        measure:\n          kind: count\n          |\n")
    assert "themes" not in offered and "flowing" not in offered


def test_each_kind_is_offered_with_what_it_measures(editor: LanguageServer) -> None:
    offered = editor.completions(f"{CRITERION}        measure: {{kind: |}}\n")
    assert offered["words"] == "How many words were written."


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("main_scale:", "main|_scale:", "The scale on which the submission as a whole is told."),
        ("distinct:", "dist|inct:", "an entry that repeats another counts once"),
        ("ladder:", "lad|der:", "ladder: {Proficient: {at_least: 5}, Basic: {at_least: 3}}"),
        ("at_least: 3", "at_|least: 3", "This much or more."),
    ],
)
def test_a_key_is_explained_with_an_example(old: str, new: str, says: str, editor: LanguageServer) -> None:
    assert says in editor.hover(changed(old, new))
