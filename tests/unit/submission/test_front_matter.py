"""Front matter gives properties, never text, and a fault in it costs the file nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown_blocks import shown

from mcred_lint.document.blocks import Severity
from mcred_lint.submission.front_matter import front_matter
from mcred_lint.submission.markdown import read


def properties(text: str) -> list[tuple[str, str, str]]:
    found = read("a.md", text.encode()).properties
    return [(fact.name, fact.value, f"{fact.place.line}:{fact.place.column}") for fact in found]


def test_entries_become_properties_and_the_body_keeps_its_lines() -> None:
    text = "---\ntitle: My part\nmcred:\n  components: [research, outline]\ndate: 2024-01-01\n---\n# Head\n"
    assert properties(text) == [
        ("title", "My part", "2:8"),
        ("mcred.components", "research", "4:16"),
        ("mcred.components", "outline", "4:26"),
        ("date", "2024-01-01", "5:7"),
    ]
    assert shown(read("a.md", text.encode())) == ["7:3 heading1 | Head"]


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
def test_other_line_ends_and_a_byte_mark_do_not_hide_it(change: object) -> None:
    assert callable(change)
    assert properties(change("---\ntitle: A\n---\nbody\n")) == [("title", "A", "2:8")]


def test_an_unquoted_colon_is_told_and_every_entry_recovered() -> None:
    text = '---\nlayout: page\ntitle: Core Area 2: Learning, Teaching\nauthor: "Me"\n---\nbody\n'
    document = read("a.md", text.encode())
    (problem,) = document.problems
    assert problem.severity is Severity.NOTE
    assert problem.place.line == 3
    assert "in quotes" in problem.hint
    assert properties(text) == [
        ("layout", "page", "2:9"),
        ("title", "Core Area 2: Learning, Teaching", "3:8"),
        ("author", "Me", "4:9"),
    ]
    assert shown(document) == ["6:1 text | body"]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nSome prose: here.\n\n# Heading\n\n---\nmore\n",
        "---\nWelcome to my submission\nand its prose\n---\n# H\n",
        "---\ntitle: never closed\n\n# H\n",
        "text\n---\ntitle: x\n---\n",
        " ---\ntitle: x\n---\n",
    ],
)
def test_what_only_looks_like_it_stays_text(text: str) -> None:
    assert front_matter("a.md", text).body == text
    assert not properties(text)


@given(st.text(alphabet="ab:- \n'\"[#é", max_size=80))
def test_never_raises_and_never_moves_a_line(inner: str) -> None:
    text = f"---\n{inner}\n---\nbody\n"
    found = front_matter("a.md", text)
    assert found.body.count("\n") == text.count("\n")
    assert found.body.split("\n")[-2] == "body"
    assert all(fact.name and (fact.place.line or 0) > 1 for fact in found.properties)
