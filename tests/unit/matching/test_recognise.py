"""Which stretch of which file is which component, and why a file is left out."""

from __future__ import annotations

import pytest
from advocacy_matching import Case, cases, recognised
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.matching.recognition.recognise import Claim, Recognition

CASES = cases("recognition.yaml")


def begins(claim: Claim) -> str:
    """How, in which file and on which line."""
    passage = claim.passage
    place = passage.heading.place if passage.heading else passage.blocks[0].place
    return f"{claim.by.value} {passage.file} {place.line}"


def shown(found: Recognition) -> dict[str, list[str]]:
    claims: dict[str, list[str]] = {}
    for claim in found.claims:
        key = f"{claim.component}/{claim.place}" if claim.place else claim.component
        claims.setdefault(key, []).append(begins(claim))
    return {key: sorted(beginnings) for key, beginnings in claims.items()}


@pytest.mark.parametrize("case", CASES)
def test_each_component_begins_where_a_person_sees_it_begin(case: Case) -> None:
    assert shown(recognised(case["files"])) == {key: sorted(places) for key, places in case["found"].items()}


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_is_left_out_has_its_reason(case: Case) -> None:
    found = recognised(case["files"])
    wanted = case.get("ignored", {})
    assert found.ignored.keys() == wanted.keys()
    assert not [path for path, words in wanted.items() if words not in found.ignored[path]]
    used = {claim.passage.file for claim in found.claims}
    assert not used.intersection([*wanted, *case.get("unclaimed", [])])


@pytest.mark.parametrize("case", CASES)
def test_every_claim_says_how_it_was_recognised(case: Case) -> None:
    assert all(claim.note for claim in recognised(case["files"]).claims)


HEADINGS = st.sampled_from(
    [
        "# Overview",
        "# Part 2",
        "## Artifact 1",
        "**Reflection**",
        "## Sources",
        "Artifact 4",
        "# Response 2",
        "text",
        "- item",
        "",
        "---",
    ]
)


@given(st.lists(st.one_of(HEADINGS, st.text(max_size=20)), max_size=14))
def test_no_line_of_a_file_belongs_to_two_components(lines: list[str]) -> None:
    blocks = [id(block) for claim in recognised({"all.md": "\n".join(lines)}).claims for block in claim.passage.blocks]
    assert len(blocks) == len(set(blocks))
