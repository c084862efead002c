"""The shipped words of the language are complete: every part of Language is there and holds words."""

from __future__ import annotations

from dataclasses import fields

from mcred_lint.rubric.language import language_data, load_language
from mcred_lint.text.language import Language


def test_every_part_of_the_language_is_loaded_and_holds_words() -> None:
    language = load_language()
    for part in fields(Language):
        loaded = getattr(language, part.name)
        assert any(getattr(loaded, each.name) for each in fields(loaded)), part.name


def test_the_language_is_read_once() -> None:
    assert load_language() is load_language()


def test_numbers_in_the_data_stay_as_written_until_a_part_wants_numbers() -> None:
    assert language_data()["general"]["counts"]["three"] == "3"
    assert load_language().general.counts["three"] == 3


def test_the_words_of_form_services_are_there() -> None:
    assert "timestamp" in language_data()["forms"]["timestamps"]
