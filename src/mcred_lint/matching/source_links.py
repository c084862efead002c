"""Web addresses of an entry, and which entries of a list repeat an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Entries, Entry
from mcred_lint.text.folding import bare_words
from mcred_lint.text.references import find_addresses, is_web, same_address, without_addresses

TITLE_WORDS = 3
"""Shorter titles ("Annual report") are shared by different works."""


def web_links(texts: Iterable[Text]) -> tuple[str, ...]:
    """The web addresses of texts, marked up or bare, each page once; no mail addresses and no files."""
    found: dict[str, str] = {}
    for text in texts:
        for address in _addresses(text):
            found.setdefault(same_address(address), address)
    return tuple(found.values())


def _addresses(text: Text) -> Iterator[str]:
    """In reading order: the marked-up links and the bare addresses between them."""
    bare: list[str] = []
    for run in text.runs:
        bare.append(" " * len(run.text) if run.link is not None else run.text)
    unlinked = find_addresses("".join(bare))
    placed = [(address.start, address.url) for address in unlinked]
    offset = 0
    for run in text.runs:
        if run.link is not None:
            placed.append((offset, run.link))
        offset += len(run.text)
    shown = {link.target: link.shown for link in text.links}
    for _, target in sorted(placed, key=lambda item: item[0]):
        yield from _whole(target, shown.get(target, "")) if target in shown else (target,)


def _whole(target: str, shown: str) -> Iterator[str]:
    """The address behind a link; where the target was cut off and the whole address is shown, the one shown."""
    addresses = find_addresses(shown)
    address = addresses[0].url if addresses else ""
    if is_web(target) and not same_address(address).startswith(same_address(target)):
        yield target
    elif address:
        yield address if same_address(address) != same_address(target) else target
    elif is_web(target):
        yield target


def distinct(found: Entries) -> Entries:
    """The list with the entries marked that repeat an earlier one: the same page, or the same title of some words.

    Different works may be cited with the front page of one publisher; then both have to state a title. The same title
    with two addresses is one work.
    """
    return replace(found, entries=_marked(found.entries))


def _marked(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    kept: list[Entry] = []
    for entry in entries:
        first = ((number, _same(entry, other)) for number, other in enumerate(kept, 1) if other.duplicate_of is None)
        number, by = next(((number, by) for number, by in first if by), (None, None))
        kept.append(replace(entry, duplicate_of=number, duplicate_by=by))
    return tuple(kept)


def _same(entry: Entry, other: Entry) -> str | None:
    titles = entry.title, other.title
    if entry.links and other.links and same_address(entry.links[0]) == same_address(other.links[0]):
        deep = any(mark in same_address(entry.links[0]) for mark in "/?#")
        if deep or titles[0] == titles[1] or not (_states_title(entry) and _states_title(other)):
            return "address"
    return "title" if titles[0] == titles[1] and len(titles[0].split()) >= TITLE_WORDS else None


def _states_title(entry: Entry) -> bool:
    """The title is marked as such by quotation marks, a date or an author before it."""
    return 0 < len(entry.title) < len(bare_words(without_addresses(entry.text.flat)))
