"""The parts of an outline are found as a person would find them, however they are laid out."""

from __future__ import annotations

import pytest
from advocacy_matching import Case, cases, place
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.matching.content import Group, Groups, Length

CASES = cases("sessions.yaml")


def groups(case: Case) -> Groups:
    found = place("outline.sessions", {case.get("file", "outline.md"): case["text"]})
    assert found is None or isinstance(found, Groups)
    return found or Groups(())


def minutes(length: Length | None) -> object:
    if length is None:
        return None
    return length.low if length.low == length.high else [length.low, length.high]


def shown(group: Group) -> dict[str, object]:
    filled = [key for key, value in group.fields.items() if value.filled and key != "title"]
    title = group.title.flat if group.title else None
    return {"title": title, "minutes": minutes(group.length), "fields": sorted(filled)}


@pytest.mark.parametrize("case", CASES)
def test_an_outline_is_read_as_a_person_reads_it(case: Case) -> None:
    found = groups(case)
    wanted = [{**part, "fields": sorted(part["fields"])} for part in case["parts"]]
    assert [shown(group) for group in found.groups] == wanted
    assert sorted(group.label for group in found.left_out) == sorted(case.get("left_out", []))
    assert minutes(found.stated_total) == case.get("total")
    assert sum(row.length.low for row in found.timetable if row.length) == case.get("loose", 0)
    assert sorted(key for key, value in found.for_all.items() if value.filled) == case.get("for_all", [])


@pytest.mark.parametrize("case", CASES)
def test_every_part_stands_on_the_line_that_begins_it(case: Case) -> None:
    lines = case["text"].split("\n")
    for group in groups(case).groups:
        line = group.place.line
        assert line is not None and 1 <= line <= len(lines)


PIECES = st.sampled_from(
    ["## Session 1: A", "## Break", "Session 2", "Outcomes: x", "**Topics:**", "- 9:00 - 10:00 Talk", "| Session | Time | Topics |",
     "|---|---|---|", "| 1 | 60 min | y |", "- Lunch (30 min)", "Each session lasts 75 minutes.", "Total: 4 h", "9:00", "", "---", ":"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=14))
def test_any_text_is_read_without_an_error_and_no_time_is_below_nothing(lines: list[str]) -> None:
    found = groups({"text": "\n".join(lines), "parts": []})
    lengths = [group.length for group in (*found.groups, *found.left_out, *found.timetable) if group.length]
    assert all(length.low >= 0 and (length.high is None or length.high >= length.low) for length in lengths)
