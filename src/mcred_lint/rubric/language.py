"""The words of the language itself: the shipped data, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, get_type_hints

from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import parse
from mcred_lint.text.language import Language

_FILE = "english.yaml"


@cache
def language_data() -> Mapping[str, Any]:
    """The language file as plain values, every scalar as written; one section for each part."""
    data: Mapping[str, Any] = _read(_FILE, (files("mcred_lint") / "text" / _FILE).read_text("utf-8"))
    return data


@cache
def load_language() -> Language:
    """English, the language that is shipped. The file has one section for each part of Language."""
    data = language_data()
    return Language(**{part: kind.from_mapping(data[part]) for part, kind in get_type_hints(Language).items()})


def _read(name: str, text: str) -> Any:
    parsed = parse(name, text)
    if parsed.root is None or parsed.problems:
        raise ValueError(f"{name}: {[problem.message for problem in parsed.problems]}")
    return plain(parsed.root, WordLists({}))
