"""How rubric problems speak: parts of a file by what an author calls them, and near misses."""

from __future__ import annotations

from collections.abc import Iterable

from mcred_lint.rubric.places import Path

_NOUNS = {
    "components": "component",
    "criteria": "criterion",
    "places": "place",
    "prompts": "prompt",
    "fields": "field",
    "scales": "scale",
    "themes": "theme",
    "measures": "measure",
    "words": "word list",
}


def part_name(path: Path, whole: str = "the rubric") -> str:
    """What stands at `path`, in words: the ladder of criterion "sources". whole: what the file is called."""
    if not path:
        return whole
    last, rest = path[-1], path[:-1]
    if isinstance(last, int):
        return f"entry {last + 1} of {part_name(rest)}"
    if rest and rest[-1] == "ladder":
        return f'rung "{last}" of {part_name(rest[:-1])}'
    noun = _NOUNS.get(str(rest[-1])) if rest and path[0] != last else None
    if noun is not None and (noun != "word list" or len(path) == 2):
        return f'{noun} "{last}"'
    return f'"{last}" of {part_name(rest)}' if rest else f'"{last}"'


def sentence(text: str) -> str:
    """`text` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    from difflib import get_close_matches

    spelled = {each.lower(): each for each in known}
    near = get_close_matches(word.lower(), spelled, 1)
    return spelled[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint: the near miss where there is one, then what else can be done."""
    near = nearest(word, known)
    return f'Did you mean "{near}"? {otherwise}' if near else otherwise


def shown(text: str, most: int = 60) -> str:
    """A value of the file in a message, on one short line."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " ..."}"'
