"""The entries of a list of sources are counted as a person would count them, in whatever shape they were typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.document.blocks import Line
from mcred_lint.matching.content import Entries, Passage
from mcred_lint.matching.references.entries import distinct, find_entries, guess_entries
from mcred_lint.matching.specs import ListPlace
from mcred_lint.rubric.language import load_language
from mcred_lint.submission import markdown, yaml_reader

ROOT = Path(__file__).parents[3]
CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/cases/sources.yaml").read_text("utf-8"))
RUBRIC = yaml.safe_load((ROOT / "rubrics/nea-advocacy.yaml").read_text("utf-8"))
SPEC = ListPlace(**RUBRIC["components"]["research"]["places"]["sources"])
GENERAL, PLACEHOLDERS = load_language().general, load_language().placeholders


def _markdown(text: str) -> Passage:
    return Passage("research.md", markdown.read("research.md", text.encode()).blocks)


def _yaml(value: str) -> Passage:
    indented = value if value.startswith("|") else "\n" + "".join(f"  {line}\n" for line in value.splitlines())
    key, *blocks = yaml_reader.read("research.yaml", f"sources: {indented}".encode()).blocks
    assert isinstance(key, Line)
    return Passage("research.yaml", tuple(blocks), key.text)


def find(text: str) -> Entries:
    found = find_entries([_markdown(text)], SPEC, GENERAL, PLACEHOLDERS)
    assert found is not None
    return found


def guess(text: str) -> Entries | None:
    return guess_entries([_markdown(text)], SPEC, GENERAL, PLACEHOLDERS)


def _of(case: dict[str, Any]) -> Entries | None:
    if "find_yaml" in case:
        return find_entries([_yaml(case["find_yaml"])], SPEC, GENERAL, PLACEHOLDERS)
    return find(case["find"]) if "find" in case else guess(case["guess"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_lists_are_counted_as_a_person_would(case: dict[str, Any]) -> None:
    found = _of(case)
    entries = found.entries if found else ()
    texts = [entry.text.flat for entry in entries]
    assert len(entries) == case["count"], texts
    assert sum(entry.duplicate_of is None for entry in entries) == case.get("distinct", case["count"]), texts
    assert sum(bool(entry.links) for entry in entries) == case.get("linked", 0), texts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_entry_says_where_it_stands(case: dict[str, Any]) -> None:
    found = _of(case)
    places = [(entry.place.line, entry.place.column) for entry in (found.entries if found else ())]
    assert all(line and column for line, column in places)
    assert len(set(places)) == len(places)


def test_a_repeated_entry_names_the_one_it_repeats() -> None:
    found = find(
        "- Hale, M. (2013). A long ride home.\n- https://a.example/x\n"
        '- Hale, Mary. "A Long Ride Home." 2013\n- www.a.example/x/'
    )
    assert [(entry.duplicate_of, entry.duplicate_by) for entry in found.entries[2:]] == [(1, "title"), (2, "address")]


def test_two_works_under_the_front_page_of_one_publisher_are_two() -> None:
    found = find(
        "- Union (2019). Who teaches. https://union.example\n- Union (2021). Who leaves. https://union.example/"
    )
    assert [entry.duplicate_of for entry in found.entries] == [None, None]


def test_a_short_title_is_shared_by_different_works() -> None:
    found = find("- Ames, P. (2011). Annual report. Delta.\n- Ruiz, C. (2019). Annual report. Gamma.")
    assert [entry.duplicate_of for entry in found.entries] == [None, None]


def test_the_shown_address_counts_where_the_target_was_cut_off() -> None:
    shown = ["http://www.jstor.org/stable/26321", "http://www.jstor.org/stable/99"]
    found = find("\n".join(f"- [{address}](http://www.jstor.org/st)" for address in shown))
    assert [entry.links for entry in found.entries] == [(address,) for address in shown]
    assert [entry.duplicate_of for entry in found.entries] == [None, None]


def test_files_mail_and_places_in_the_page_are_no_web_links() -> None:
    targets = ["file:///C:/Users/x/plan.pdf", "mailto:me@mail.example", "#top", "notes.md"]
    found = find("\n".join(f"- [number {number}]({target})" for number, target in enumerate(targets)))
    assert [entry.links for entry in found.entries] == [(), (), (), ()]


def test_an_entry_with_several_works_is_told() -> None:
    found = find("- Plan 2008; Plan 2016\n- Levy history; county archive")
    assert len(found.entries) == 2
    assert found.note is not None and "research.md:1" in found.note and "research.md:2" not in found.note


def test_a_list_that_nobody_filled_in_is_found_and_empty() -> None:
    found = find("1. ______\n2. [add source]\n3. TBD")
    assert found.entries == ()


def test_no_passage_is_no_list() -> None:
    assert find_entries([], SPEC, GENERAL, PLACEHOLDERS) is None


def test_a_guess_says_that_it_is_one() -> None:
    found = guess("The [plan](https://a.example/plan) and the [audit](https://a.example/audit) agree.")
    assert found is not None and found.note is not None and SPEC.title in found.note


def test_only_sources_are_guessed() -> None:
    spec = ListPlace.model_validate({"kind": "list", "holds": "entries", "title": "the list of partners"})
    passage = _markdown("- https://a.example/x\n- https://a.example/y")
    assert guess_entries([passage], SPEC, GENERAL, PLACEHOLDERS) is not None
    assert guess_entries([passage], spec, GENERAL, PLACEHOLDERS) is None


def test_marking_repetitions_twice_changes_nothing() -> None:
    found = find("- https://a.example/x\n- https://a.example/x/\n- https://a.example/y")
    assert distinct(found) == found


TITLES = st.lists(
    st.lists(st.sampled_from(["Levy", "Roof", "Bus", "Ride", "Plan", "School"]), min_size=2, max_size=4).map(" ".join),
    min_size=1,
    max_size=8,
)


@given(TITLES, st.sampled_from(["- {}", "1. {}", "* **{}**", "- {}, 2014", "- {}: https://a.example/x"]))
def test_each_item_of_a_list_is_one_entry(titles: list[str], shape: str) -> None:
    found = find("\n".join(shape.format(title) for title in titles))
    assert len(found.entries) == len(titles)


PIECES = st.lists(
    st.sampled_from(
        ["- ", "1. ", "  - ", "\n", "\n\n", "# ", "**", "| ", "|---|", "> ", "[^1]", "[^1]: ", "[a](https://a.org)",
         "Sources", "(2019)", "Hale, M. ", "https://a.org/b ", "TBD", ":", ";", "---", "Local", " word", "[1] ", "[2] "]
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)  # fmt: skip


@given(PIECES)
def test_any_text_can_be_searched(text: str) -> None:
    for found in (find(text), guess(text)):
        for entry in found.entries if found else ():
            assert entry.text.string.strip()
            assert entry.duplicate_of is None or 1 <= entry.duplicate_of < len(found.entries if found else ()) + 1


@given(PIECES)
def test_any_yaml_can_be_searched(text: str) -> None:
    document = yaml_reader.read("research.yaml", text.encode())
    passage = Passage(document.path, document.blocks)
    found = find_entries([passage], SPEC, GENERAL, PLACEHOLDERS)
    assert found is not None and all(entry.text.string.strip() for entry in found.entries)
