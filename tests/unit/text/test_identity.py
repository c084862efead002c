"""Identity hints: what tells who somebody is gets found, certain only with a sign beside it, and stays masked."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mcred_lint.text.identity import Context, Hint, IdentityWords, Kind, identity_hints, mask, mask_value

ROOT = Path(__file__).parents[3]
WORDS = IdentityWords.from_mapping(
    yaml.safe_load((ROOT / "src/mcred_lint/text/english.yaml").read_text(encoding="utf-8"))["identity"]
)
CASES = yaml.safe_load((ROOT / "tests/cases/identity.yaml").read_text(encoding="utf-8"))


def _cases() -> Iterator[Any]:
    for group, cases in CASES.items():
        for case in cases:
            yield pytest.param(case, id=f"{group}: {case['text'][:40]}")


def _hints(case: dict[str, Any]) -> tuple[Hint, ...]:
    return identity_hints(case["text"], WORDS, Context(case.get("context", "prose")))


@pytest.mark.parametrize("case", list(_cases()))
def test_exactly_the_named_hints_are_found(case: dict[str, Any]) -> None:
    text, hints = case["text"], _hints(case)
    certain = [text[hint.start : hint.end] for hint in hints if hint.certain]
    possible = [text[hint.start : hint.end] for hint in hints if not hint.certain]
    assert certain == case.get("certain", [])
    assert [value for value in possible if value not in case.get("maybe", [])] == case.get("possible", [])


@pytest.mark.parametrize("case", list(_cases()))
def test_a_masked_hint_gives_no_word_or_number_of_three_characters_back(case: dict[str, Any]) -> None:
    for hint in _hints(case):
        value = case["text"][hint.start : hint.end]
        shown = set(re.findall(r"\w{3,}", hint.masked.lower()))
        ending = set(re.findall(r"\w+$", value.lower())) if hint.kind == Kind.EMAIL else set()
        assert not [word for word in shown - ending if word in value.lower()]
        assert hint.why.endswith(".") and value not in hint.why


_PIECES = [
    "Maria Lopez", "Mr. Hart", "my student", "My name is", "I teach at", "Lincoln Elementary", "P.S. 142", "Dr.", "J.",
    "jane@school.org", "jane (at) school.org", "212-555-0199", "+44 20 7946 0958", "12 Oak Street", "P.O. Box 9",
    "@mslopez22", "/home/mlopez/x", "(2017)", "argues", ",", ". ", "\n", "\"", "(", ")", "'s", "de la", "Act",
    "İ", "\u2019", "\u2011",
    "call", "Submitted by", "Name:", "our district,", "...", "Horace Mann", "Principal", "\\_", "%40", "\u00a0",
]  # fmt: skip
_TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join))
_CONTEXTS = st.sampled_from(Context)


@given(_TEXTS, _CONTEXTS)
def test_no_text_raises_and_every_hint_lies_in_the_text_in_order(text: str, context: Context) -> None:
    end = 0
    for hint in identity_hints(text, WORDS, context):
        assert end <= hint.start < hint.end <= len(text)
        end = hint.end


_SENTENCES = st.lists(st.sampled_from(sorted({case["text"] for cases in CASES.values() for case in cases})), max_size=8)


def _masked(text: str, context: Context) -> str:
    return mask(text, identity_hints(text, WORDS, context))


@given(_SENTENCES.map("\n".join), st.sampled_from([Context.PROSE, Context.SOURCE, Context.FORM]))
def test_masking_a_masked_text_changes_nothing(text: str, context: Context) -> None:
    once = _masked(text, context)
    assert _masked(once, context) == once


@pytest.mark.parametrize("case", list(_cases()))
def test_masking_twice_is_masking_once_in_every_context(case: dict[str, Any]) -> None:
    once = _masked(case["text"], Context(case.get("context", "prose")))
    assert _masked(once, Context(case.get("context", "prose"))) == once


@given(st.text(), st.sampled_from(Kind))
def test_a_masked_value_masks_to_itself(value: str, kind: Kind) -> None:
    once = mask_value(value, kind)
    assert mask_value(once, kind) == once


@pytest.mark.parametrize(
    ("value", "kind", "masked"),
    [
        ("jane.doe@maple.k12.wa.us", Kind.EMAIL, "j...@...us"),
        ("(212) 555-0199", Kind.PHONE, "(…) …-…99"),
        ("412 Maple Street", Kind.ADDRESS, "(address)"),
        ("@mslopez", Kind.ACCOUNT, "@m..."),
        ("Ms. Okafor", Kind.TITLED_NAME, "M. O..."),
        ("Maria Lopez", Kind.POSSIBLE_NAME, "M. L..."),
        ("Lincoln Elementary", Kind.OWN_SCHOOL, "L. E..."),
    ],
)
def test_a_masked_value_shows_its_kind_and_its_initials(value: str, kind: Kind, masked: str) -> None:
    assert mask_value(value, kind) == masked


def test_an_allowed_phrase_is_no_hint_and_neither_is_what_holds_it() -> None:
    text = "Mr. Hart and Ms. Okafor came."
    hints = identity_hints(text, WORDS, allow=("hart",))
    assert [text[hint.start : hint.end] for hint in hints] == ["Ms. Okafor"]


def test_an_allowed_phrase_counts_only_as_whole_words() -> None:
    assert identity_hints("Mr. Hartman came.", WORDS, allow=("hart",))


def test_a_denied_phrase_is_certain_wherever_it_stands() -> None:
    hints = identity_hints(
        "the wolverines of maple valley", WORDS, Context.SOURCE, deny=("Maple Valley",), allow=("maple",)
    )
    assert [(hint.start, hint.end, hint.certain) for hint in hints] == [(18, 30, True)]


def test_without_words_contact_data_is_still_found() -> None:
    nothing = IdentityWords.from_mapping({})
    assert [hint.kind for hint in identity_hints("jane@school.org, Mr. Hart", nothing)] == [Kind.EMAIL]


def test_a_misspelt_list_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="givennames"):
        IdentityWords.from_mapping({"givennames": "maria"})


_REPEATED = (
    "a@|a@b.|Maria |Mr. Hart |my student Maria Lopez, |1-|212 555 0199 |\\_|Aa'|A.|12 A |/Users/|https://x.com/|"
    "I teach at |Lincoln Elementary |jane at x dot |( |(at |Signed: |de la A |A-|\n|'"
)


@pytest.mark.parametrize("piece", _REPEATED.split("|"))
@pytest.mark.parametrize("context", [Context.PROSE, Context.FILE_NAME])
def test_an_endless_line_takes_little_time(piece: str, context: Context) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    identity_hints(text, WORDS, context)
    assert time.process_time() - started < 10
