"""What a reference looks like: its addresses, its years, its title."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.rubric.language import load_language
from mcred_lint.text.references import (
    find_addresses,
    looks_like_reference,
    publication_year,
    reference_score,
    same_address,
    spans_back,
    title_of,
    years_in,
)

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "cases" / "years.yaml").read_text("utf-8"))
WORDS = load_language().general
SPANS = load_language().spans


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_years_are_those_that_the_text_speaks_of(case: dict[str, Any]) -> None:
    found = years_in(case["text"], WORDS)
    assert [mention.year for mention in found] == case["years"]
    assert all(case["text"][mention.start : mention.end] for mention in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_publication_year_is_the_one_in_brackets_else_the_first(case: dict[str, Any]) -> None:
    assert publication_year(case["text"], WORDS) == case["published"]


@pytest.mark.parametrize("case", [case for case in CASES if "back" in case], ids=lambda case: case["text"])
def test_spans_back_are_counted_in_years(case: dict[str, Any]) -> None:
    assert [span.years for span in spans_back(case["text"], SPANS)] == case["back"]


def test_a_year_still_to_come_is_no_publication_year() -> None:
    assert publication_year("Vision 2030, State Board, 2019", WORDS, reference_year=2025) == 2019


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://a.example/b.", ["https://a.example/b"]),
        ("(www.a.example/b), and", ["www.a.example/b"]),
        ("[text](https://a.example/b)", ["https://a.example/b"]),
        ("https://en.example/wiki/X_(y) (https://en.example/wiki/X_(y))", ["https://en.example/wiki/X_(y)"] * 2),
        ("nces.ed.gov/programs and nces.ed.gov", ["nces.ed.gov/programs", "nces.ed.gov"]),
        ("doi:10.1000/xyz.12; 10.1177/0013", ["https://doi.org/10.1000/xyz.12", "https://doi.org/10.1177/0013"]),
        ("https://a.example/x,https://b.example", ["https://a.example/x", "https://b.example"]),
        ("“https://a.example/x”", ["https://a.example/x"]),
        ("bit.ly/3xyz", ["bit.ly/3xyz"]),
        ("jane@school.org, jane.doe@k12.oh.us", []),
        ("and/or, e.g./i.e., a.m./p.m., 3.5/4, file.md, handouts/agenda.md, St.Paul/Minneapolis", []),
        ("file:///C:/Users/x.org/y", []),
        ("The end of school.The next day", []),
    ],
)
def test_addresses_are_cut_out_of_the_sentence(text: str, urls: list[str]) -> None:
    assert [found.url for found in find_addresses(text)] == urls


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/b/", "http://a.example/b"),
        ("https://A.Example/b#part", "a.example/b"),
        ("https://a.example/b?utm_source=x&id=3&utm_medium=y", "https://a.example/b?id=3"),
        ("https://docs.google.com/document/d/1x/edit?usp=sharing", "https://docs.google.com/document/d/1x/view"),
        ("https://dx.doi.org/10.1000/ABC", "doi:10.1000/abc"),
    ],
)
def test_one_page_under_two_spellings_is_one_page(one: str, other: str) -> None:
    assert same_address(one) == same_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/b?id=3", "https://a.example/b?id=4"),
        ("https://a.example/b", "https://a.example/B"),
        ("https://docs.google.com/document/d/1x/edit", "https://docs.google.com/document/d/2x/edit"),
    ],
)
def test_different_pages_stay_different(one: str, other: str) -> None:
    assert same_address(one) != same_address(other)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wolde, I. (2001). The Other Side of the Levy. Kessler House.", "the other side of the levy"),
        ('Wolde, Imani. "The Other Side of the Levy." Kessler House, 2001.', "the other side of the levy"),
        ("3. Wolde, Imani. The Other Side of the Levy. Kessler House, 2001.", "the other side of the levy"),
        ("[2] Audits (2008). Busing in nine U.S. counties. https://a.example", "busing in nine u s counties"),
        ("The Other Side of the Levy, https://a.example", "the other side of the levy"),
        ("Who pays? (2009)", "who pays 2009"),
    ],
)
def test_a_title_is_what_the_reference_marks_as_one(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "Wolde, I. (2001). The other side of the levy.",
        "Strategic plan, https://district.example/plan",
        "Board policy JK (revised 2008)",
        'Valley Courier, "Who gets the bus?", 2021',
        "State Department of Education. Annual report. Retrieved May 4, 2025",
    ],
)
def test_references_look_like_references(text: str) -> None:
    assert looks_like_reference(text, WORDS, has_link=False)


@pytest.mark.parametrize(
    "text",
    [
        "I read all of it twice and it helped me to see what we have been doing.",
        "Our schools put reading first.",
        "Good numbers for the north side",
        "____",
    ],
)
def test_remarks_do_not(text: str) -> None:
    assert not looks_like_reference(text, WORDS, has_link=False)


PIECES = st.lists(
    st.sampled_from(
        ["https://", "www.", "a.org/", "(2019)", "2019", "n.d.", ",", '"', ")", "(", "Accessed", " ", "A. ", "10.1234/"]
    )
    | st.text(max_size=4),
    max_size=30,
).map("".join)


@given(PIECES)
def test_any_text_can_be_asked(text: str) -> None:
    for address in find_addresses(text):
        assert 0 <= address.start < address.end <= len(text)
        assert same_address(address.url)
    for mention in years_in(text, WORDS):
        assert 1800 <= mention.year <= 2099 and 0 <= mention.start < mention.end <= len(text)
    for span in spans_back(text, SPANS):
        assert 0 <= span.start < span.end <= len(text)
    assert publication_year(text, WORDS) in {None, *(mention.year for mention in years_in(text, WORDS))}
    assert title_of(text) == title_of(text).strip()
    assert reference_score(text, WORDS, has_link=False) <= reference_score(text, WORDS, has_link=True)


@given(st.text(max_size=60))
def test_any_two_spellings_can_be_compared(text: str) -> None:
    assert same_address(text) == same_address(f"  {text} ")
