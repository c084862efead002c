"""Account and user names: in prose, in the path of a file, in the target of a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mcred_lint.text.identity.hints import Context, Hint, Kind, Reading
from mcred_lint.text.identity.names import is_initial_and_surname, is_plain_given, name_pieces
from mcred_lint.text.identity.words import IdentityWords, any_of

_HANDLE = re.compile(r"(?<![\w@./+\\-])@([A-Za-z_][\w.\\]{1,30})")
_HOME = re.compile(
    r"[\\/](?:Users|home|Documents and Settings)[\\/]{1,2}([^\\/\n\"'<>|:*?]{2,40})(?=[\\/]|$)", re.IGNORECASE
)
_TILDE = re.compile(r"(?:(?<=/)|(?<![\w~\\]))~([A-Za-z][\w.-]{2,30})(?=[/\s]|$)")
_SHARE = re.compile(r"sharepoint\.com/(?:[\w:.-]{1,40}/){0,3}personal/([\w.-]{2,60})", re.IGNORECASE)
_PROFILE = re.compile(
    r"(?<![\w-])(?:linkedin\.com/in|facebook\.com|instagram\.com|twitter\.com|x\.com|tiktok\.com)/@?([\w.-]{4,40})"
    r"(?=[/?\s)]|$)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WEB = re.compile(r"https?://[^\s]*$", re.IGNORECASE)
_ADDRESS_LENGTH = 200
_SHORTEST_HANDLE = 3

_WHY = "An account name tells who somebody is."
_PATH_WHY = "The path of a file holds the name of the person whose computer it was on."


def account_hints(reading: Reading) -> Iterator[Hint]:
    """Handles, the owner's name in paths and links, and what follows a label such as "user name"."""
    if "@" in reading.text and reading.context not in (Context.SOURCE, Context.LINK):
        yield from _handles(reading)
    if "/" in reading.text or "\\" in reading.text:
        yield from _paths(reading)
    if ":" in reading.text or _DIGIT.search(reading.text):
        yield from _labelled(reading)


def _handles(reading: Reading) -> Iterator[Hint]:
    words = reading.words
    for found in _HANDLE.finditer(reading.plain):
        written = found[1].rstrip("._\\")
        handle = written.replace("\\", "")
        known = handle.lower() in words.not_handles or handle.lower() in words.not_people_handles
        if known or handle.isupper() or len(handle) < _SHORTEST_HANDLE:
            continue
        cued = _cue(words).search(reading.before(found.start(), 60)) is not None
        certain = cued or _is_somebodys(words, handle)
        yield reading.hint(found.start(), found.start(1) + len(written), Kind.ACCOUNT, _WHY, certain=certain)


def _is_somebodys(words: IdentityWords, handle: str) -> bool:
    """A given name beside a surname, an initial before one, or a courtesy title: no organisation is called so."""
    pieces = name_pieces(handle)
    given = any(is_plain_given(words, piece) for piece in pieces)
    surname = any(piece in words.surnames for piece in pieces)
    titled = len(pieces) > 1 and pieces[0] in words.courtesy_titles
    return titled or (given and surname) or any(is_initial_and_surname(words, piece) for piece in pieces)


def _paths(reading: Reading) -> Iterator[Hint]:
    text = reading.text
    for found in _HOME.finditer(text):
        if not _on_the_web(text, found.start()):
            yield from _account(reading, found, certain=True)
    for found in _SHARE.finditer(text) if "/personal/" in text.lower() else ():
        yield from _account(reading, found, certain=True)
    if reading.context is Context.SOURCE:
        return
    for found in _TILDE.finditer(text) if "~" in text else ():
        # On the web it may be the home page of a cited author.
        certain = reading.context is Context.LINK and not _on_the_web(text, found.start())
        yield from _account(reading, found, certain=certain)
    for found in _PROFILE.finditer(text) if ".com/" in text.lower() else ():
        if found[1].lower() not in reading.words.not_people_handles:
            yield from _account(reading, found, certain=False)


def _on_the_web(text: str, offset: int) -> bool:
    return _WEB.search(text[max(0, offset - _ADDRESS_LENGTH) : offset]) is not None


def _account(reading: Reading, found: re.Match[str], *, certain: bool) -> Iterator[Hint]:
    if found[1].lower().replace("%20", " ").strip() not in reading.words.machine_users:
        why = _PATH_WHY if certain else _WHY
        yield reading.hint(found.start(1), found.end(1), Kind.ACCOUNT, why, certain=certain)


def _labelled(reading: Reading) -> Iterator[Hint]:
    """A label, and a value that is no everyday word: "User name: jdoe22"."""
    if not any(label in reading.folded for label in reading.words.account_labels):
        return
    for found in _label(reading.words).finditer(reading.folded):
        value = found["value"].rstrip(".")
        mixed = re.search(r"[\d_.]", value) is not None and re.search(r"[^\W\d_]", value) is not None
        if mixed or is_initial_and_surname(reading.words, value):
            start = found.start("value")
            yield reading.hint(start, start + len(value), Kind.ACCOUNT, _WHY)


@lru_cache(maxsize=8)
def _cue(words: IdentityWords) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.handle_cues)}[^.!?]{{0,30}}$")


@lru_cache(maxsize=8)
def _label(words: IdentityWords) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.account_labels)}(?:: ?| {any_of(words.naming)} )(?P<value>[^\W_][\w.-]{{2,30}})")
