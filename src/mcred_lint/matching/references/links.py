"""Web addresses of an entry, and which entries of a list repeat an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from mcred_lint.document.text import Text
from mcred_lint.matching.content import Entries, Entry
from mcred_lint.text.folding import bare_words
from mcred_lint.text.references import find_addresses, is_web, same_address, without_addresses

TITLE_WORDS = 3
"""Shorter titles ("Annual report") are shared by different works."""

TITLED, UNTITLED = "title:", "untitled"
"""Before and behind what entries are compared by; no address holds a space."""


def web_links(texts: Iterable[Text]) -> tuple[str, ...]:
    """The web addresses of texts, marked up or bare, each page once; no mail addresses and no files."""
    found: dict[str, str] = {}
    for text in texts:
        for address in _addresses(text):
            found.setdefault(same_address(address), address)
    return tuple(found.values())


def _addresses(text: Text) -> Iterator[str]:
    for start, end, target in link_spans(text):
        yield from _whole(target, text.string[start:end])


def link_spans(text: Text) -> list[tuple[int, int, str]]:
    """The marked-up links and the bare addresses between them, in order: (start, end, target)."""
    spans, offset = [], 0
    for target, runs in groupby(text.runs, key=lambda run: run.link):
        length = sum(len(run.text) for run in runs)
        if target is not None:
            spans.append((offset, offset + length, target))
        offset += length
    inside = {at for start, end, _ in spans for at in range(start, end)}
    bare = [found for found in find_addresses(text.string) if found.start not in inside]
    return sorted([*spans, *((found.start, found.end, found.url) for found in bare)])


def _whole(target: str, shown: str) -> Iterator[str]:
    """The web address behind a link; where the target was cut off and the whole address is shown, the one shown."""
    addresses = [address.url for address in find_addresses(shown)[:1]]
    if not is_web(target):
        yield from addresses
    elif addresses and same_address(addresses[0]) != same_address(target):
        cut_off = same_address(addresses[0]).startswith(same_address(target))
        yield addresses[0] if cut_off else target
    else:
        yield target


def distinct(found: Entries) -> Entries:
    """The list with the entries marked that repeat an earlier one: the same page, or the same title of some words.

    Different works may be cited with the front page of one publisher; then both have to state a title. The same title
    with two addresses is one work.
    """
    first: dict[str, int] = {}
    marked = []
    for number, entry in enumerate(found.entries, 1):
        number_of = {by: first[sign] for sign, by in _signs(entry) if sign in first}
        by = next(iter(number_of), None)
        marked.append(replace(entry, duplicate_of=number_of[by] if by else None, duplicate_by=by))
        for sign in _own_signs(entry) if by is None else ():
            first.setdefault(sign, number)
    return replace(found, entries=tuple(marked))


def _signs(entry: Entry) -> Iterator[tuple[str, str]]:
    """What an earlier entry may have left that makes this one its repetition, and what they share."""
    page = same_address(entry.links[0]) if entry.links else ""
    if page and (_is_deep(page) or not _states_title(entry)):
        yield page, "address"
    elif page:
        yield f"{page} {UNTITLED}", "address"
        yield f"{page} {entry.title}", "address"
    if len(entry.title.split()) >= TITLE_WORDS:
        yield f"{TITLED} {entry.title}", "title"


def _own_signs(entry: Entry) -> Iterator[str]:
    """What this entry leaves for later ones."""
    page = same_address(entry.links[0]) if entry.links else ""
    if page:
        yield page
        yield f"{page} {entry.title if _states_title(entry) else UNTITLED}"
    yield f"{TITLED} {entry.title}"


def _is_deep(page: str) -> bool:
    """More than a host's front page."""
    return any(mark in page for mark in "/?#")


def _states_title(entry: Entry) -> bool:
    """The title is marked as such by quotation marks, a date or an author before it."""
    return 0 < len(entry.title) < len(bare_words(without_addresses(entry.text.flat)))
