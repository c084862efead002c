"""Several kinds of repeated parts in one component: under their own names, or as rows of one table that names the kind."""

from __future__ import annotations

from typing import Any

import pytest
from made_up import matched

from mcred_lint.matching.content import Groups

FIELDS = {
    "detail": {"title": "the detail", "names": ["detail"], "from_heading": True},
    "proof": {"title": "the proof", "names": ["proof"]},
    "page": {"title": "the page", "names": ["page"]},
}


def aim(number: int) -> dict[str, Any]:
    """Details of one aim; those of another one are called the same."""
    title = f"the details of aim {number}"
    return {"kind": "groups", "title": title, "names": [f"aim {number}*"], "called": ["detail"], "fields": FIELDS}


PART: dict[str, Any] = {"title": "Part", "names": ["part"], "places": {"first": aim(1), "second": aim(2)}}

ONE_TABLE = """
| Aim | Detail | Proof | Page |
|---|---|---|---|
| 1 | Listens | notes | 2 |
|   | Asks | survey | 1 |
| 2 | Decides | table | 4 |
"""
NAMED_IN_CELLS = """
| Which | Detail | Proof | Page |
|---|---|---|---|
| Aim 2: Deciding | Decides | table | 4 |
| Aim 1: Listening | Listens | notes | 2 |
| Aim 1: Listening | Asks | survey | 1 |
"""
ROWS_OVER_ROWS = """
| Detail | Proof | Page |
|---|---|---|
| **Aim 1: Listening** | | |
| Listens | notes | 2 |
| Asks | survey | 1 |
| **Aim 2** | **Aim 2** | **Aim 2** |
| Decides | table | 4 |
"""
TWO_TABLES = """
## Aim 1

| Detail | Proof | Page |
|---|---|---|
| Listens | notes | 2 |

And later in the year:

| Detail | Proof | Page |
|---|---|---|
| Asks | survey | 1 |

## Aim 2

| Detail | Proof | Page |
|---|---|---|
| Decides | table | 4 |
"""
SMALL_TABLES = """
## Aim 1

| Field | Entry |
|---|---|
| Detail | Listens |
| Proof | notes |

| Field | Entry |
|---|---|
| Detail | Asks |
| Proof | survey |

## Aim 2

| Field | Entry |
|---|---|
| Detail | Decides |
| Proof | table |
"""
BOLD_HEADINGS = """
**Aim 1: Listening**

- Detail: Listens
  - Proof: notes
  - Page: 2
- Detail: Asks
  - Proof: survey
  - Page: 1

**Aim 2: Deciding**

- Detail: Decides
  - Proof: table
  - Page: 4
"""
NO_NAMES = """
| Detail | Proof | Page |
|---|---|---|
| Listens | notes | 2 |
| Decides | table | 4 |
"""


def proofs(text: str) -> dict[str, list[str]]:
    """What stands in the field of each part, by the kind of the parts."""
    places = matched(PART, {"part.md": f"# Part\n{text}"}).places
    return {key: [group.fields["proof"].string for group in found.groups if "proof" in group.fields]
            for key, found in places.items() if isinstance(found, Groups)}  # fmt: skip


@pytest.mark.parametrize("text", [ONE_TABLE, NAMED_IN_CELLS, ROWS_OVER_ROWS, TWO_TABLES, SMALL_TABLES, BOLD_HEADINGS])
def test_each_part_belongs_to_the_kind_that_is_named(text: str) -> None:
    assert proofs(text) == {"first": ["notes", "survey"], "second": ["table"]}


def test_parts_that_no_name_gives_to_one_of_two_like_kinds_belong_to_none() -> None:
    assert proofs(NO_NAMES) == {}


def test_a_column_that_names_only_one_kind_divides_nothing() -> None:
    assert proofs("\n## Aim 2\n" + ONE_TABLE.replace("| 2 | Decides", "|   | Decides")) == {
        "second": ["notes", "survey", "table"]
    }
