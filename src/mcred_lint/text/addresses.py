"""Web addresses that stand in prose, and one spelling in which two of them are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_REST = r"[^\s<>\"\u201c\u201d|]"
_WEB = rf"www\.{_REST}{{2,2000}}"
_DOI = rf"(?:doi:[ \t]{{0,3}})?10\.\d{{4,9}}/{_REST}{{2,300}}"
_HOST = r"(?:[a-z0-9][a-z0-9-]{0,62}\.){1,6}"
_WITH_PATH = _HOST + r"[a-z]{2,24}/" + _REST + "{0,2000}"
_HOST_ALONE = _HOST + r"(?:com|org|net|edu|gov|info|us)\b(?![\w.@-]*\w)"
_ADDRESS = re.compile(
    rf"(?i:(?<![./])https?://{_REST}{{2,2000}})|(?<![\w@./-])(?:(?i:{_WEB})|(?P<doi>(?i:{_DOI}))|{_WITH_PATH}|{_HOST_ALONE})"
)
_GLUED = re.compile(r"[,;](?=https?://)")

_TRAILING = ".,;:!?'\"*_\u2019\u201d\u2026\u2014\u2013\\"
_BRACKETS = {")": "(", "]": "[", "}": "{"}

_SCHEME = re.compile(r"^(?:https?:)?//|^(?=doi:)", re.IGNORECASE)
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|usp|ref|igshid)=[^&]*", re.IGNORECASE)
_DOC_VIEW = re.compile(r"/(?:edit|view|preview|copy|viewform|htmlview)$")
_DOI_NAME = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in a text: its offsets there, and the address itself; of "doi:10.1/x" the address behind it."""

    start: int
    end: int
    url: str


@lru_cache(maxsize=2048)
def find_addresses(text: str) -> tuple[Address, ...]:
    """The bare web addresses of a text in order, without the full stop or bracket that belongs to the sentence."""
    if "." not in text:
        return ()
    found = []
    match = _ADDRESS.search(text)
    while match:
        written = _trimmed(match.group())
        end = match.start() + len(written)
        if len(_SCHEME.sub("", written)) > len("www."):
            found.append(Address(match.start(), end, _openable(written, match["doi"] is not None)))
        match = _ADDRESS.search(text, max(end, match.start() + 1))
    return tuple(found)


def _trimmed(address: str) -> str:
    """Without what the sentence put behind it."""
    glued = _GLUED.search(address)
    address = address[: glued.start()] if glued else address
    while address:
        last = address[-1]
        opening = _BRACKETS.get(last)
        if last in _TRAILING or (opening and address.count(last) > address.count(opening)):
            address = address[:-1]
        else:
            break
    return _before_closing(address)


def _before_closing(address: str) -> str:
    """Cut at a bracket that was opened before the address: "https://a.org/b)(see" is "https://a.org/b"."""
    depth = {")": 0, "]": 0}
    for offset, character in enumerate(address):
        if character in "([":
            depth[")" if character == "(" else "]"] += 1
        elif character in depth:
            depth[character] -= 1
            if depth[character] < 0:
                return address[:offset].rstrip(_TRAILING)
    return address


def _openable(written: str, doi: bool) -> str:
    name = _DOI_NAME.fullmatch(written) if doi else None
    return f"https://doi.org/{name[1]}" if name else written


def is_web(target: str) -> bool:
    """Whether a link's target is a web address, not a file, a mail address or a place in the same document."""
    found = find_addresses(target.strip())
    return bool(found) and found[0].start == 0


def same_address(url: str) -> str:
    """The form in which two addresses of one page are equal: no scheme, www, tracking, fragment or last slash."""
    url = url.strip()
    name = _DOI_NAME.fullmatch(url)
    if name:
        return f"doi.org/{name[1].lower().rstrip('/')}"
    rest = _SCHEME.sub("", url, count=1)
    page, _, place = rest.partition("#")
    path, _, query = page.partition("?")
    host, _, path = path.partition("/")
    path = path.rstrip("/")
    if "google.com" in host.lower():
        path = _DOC_VIEW.sub("", f"/{path}")[1:]
    kept = "&".join(part for part in query.split("&") if part and not _TRACKING.fullmatch(part))
    address = _bare_host(host) + (f"/{path}" if path else "")
    return address + (f"?{kept}" if kept else "") + (f"#{place}" if place.startswith(("!", "/")) else "")


def _bare_host(host: str) -> str:
    host = host.lower().removeprefix("www.")
    return host.removesuffix(":80").removesuffix(":443")
