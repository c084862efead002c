"""Making untrusted text harmless, once for each kind of output.

A submission comes from a stranger, and so does everything in a report that is taken from it: text, headings, names of
files. No reporter writes such text without sending it through the function for its format.

What no reader can see or a terminal would obey is written out, "\\x1b" for the escape character; nothing is lost.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

_PLANE = 0x10000
_LAST_TWO = "".join(chr(plane * _PLANE + code) for plane in range(17) for code in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = f"\ufdd0-\ufdef{_LAST_TWO}"
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_OBEYED = re.compile(f"[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ufff9-\ufffb\ud800-\udfff{_DIRECTION}{_NO_CHARACTERS}]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}

_LOG_COMMAND = re.compile(r":(?=:)|##(?=(?:vso)?\[)")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_XML_SPACE = str.maketrans({"\n": "&#10;", "\t": "&#9;"})
_FORMULA_STARTS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#!|~&$]")
_MARKDOWN_START = re.compile(r"([-+=])|(\d{1,9})([.)])")
_MADE_A_LINK = re.compile(r"@|\\#(?=\d)|:(?=//)|www(?=\.)|\bgh-(?=\d)", re.IGNORECASE)
_BACKTICKS = re.compile("`+")


def visible(text: str, keep: str = "") -> str:
    """Every character that is obeyed instead of shown, written out: control characters, changes of the writing
    direction, line separators, halves of characters. Those in `keep` (line feed, tab) stay."""
    if text.isprintable():
        return text
    return _OBEYED.sub(lambda found: found[0] if found[0] in keep else _written_out(found[0]), text)


def _written_out(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return _SHORT.get(character, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < _PLANE else f"\\U{code:08x}"


def terminal(text: str, keep: str = "") -> str:
    """For a terminal, or for the log of a build, which obeys commands too: "::" and "##[" are pulled apart.

    Characters that take no room (soft hyphens, joiners, marks of a file's beginning) are dropped.
    """
    shown = text if text.isprintable() and text.isascii() else _UNSEEN.sub("", visible(text, keep))
    return _LOG_COMMAND.sub(lambda found: found[0] + " ", shown)


def html(text: str) -> str:
    """For HTML, between tags and inside a quoted attribute."""
    return visible(text, "\n\t").translate(_HTML)


def xml_characters(text: str) -> str:
    """For a library that writes XML and escapes markup by itself: only without what XML cannot hold."""
    return visible(text, "\n\t")


def xml_text(text: str) -> str:
    """For XML written by hand, between tags."""
    return xml_characters(text).translate(_HTML)


def xml_attribute(text: str) -> str:
    """For XML written by hand, inside a quoted attribute, where a bare line break would be read as a space."""
    return xml_text(text).translate(_XML_SPACE)


def csv_cell(value: str | float | None) -> str:
    """One cell: numbers as they are, text in quotation marks and never a formula.

    What looks like a formula gets an apostrophe in front, with which spreadsheets show a cell as it stands.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return "" if plain_number(value) is None else str(plain_number(value))
    shown = visible(value)
    formula = shown.lstrip().startswith(_FORMULA_STARTS) or value[:1] in ("\t", "\r", "\n")
    return '"' + ("'" if formula else "") + shown.replace('"', '""') + '"'


def csv_row(cells: Iterable[str | float | None]) -> str:
    """One row with its line end. Every text is quoted: a spreadsheet that separates by semicolons sees no new cell."""
    return ",".join(map(csv_cell, cells)) + "\r\n"


def plain_number(value: float | None) -> float | None:
    """A number as machines take it: whole ones without a point, none for what is not finite."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value


def json_text(data: object, indent: int | None = 2) -> str:
    """JSON in readable characters; what is obeyed instead of shown is an escape in it, so the file is safe to print.

    Half a character, as a file name in a foreign encoding leaves it, is valid JSON in no form and is written out.
    """
    import json  # The terminal report, made most often, starts up without it.

    dumped = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    if dumped.isascii() and "\x7f" not in dumped and "##" not in dumped:
        return dumped
    return _OBEYED.sub(_in_json, dumped).replace("##[", "##\\u005b").replace("##vso[", "##vso\\u005b")


def _in_json(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\n":
        return character
    if "\ud800" <= character <= "\udfff":
        return "\\" + _written_out(character)
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def workflow_message(text: str) -> str:
    """For the message of a workflow command (`::error ...::message`)."""
    kept = visible(text, "\n").replace("%", "%25")
    return kept.replace("\n", "%0A")


def workflow_property(text: str) -> str:
    """For a property of a workflow command (`file=...`)."""
    return workflow_message(text).replace(":", "%3A").replace(",", "%2C")


def markdown(text: str) -> str:
    """For Markdown, as plain text on one line: no markup, no link, no address that becomes one, no user mentioned."""
    flat = " ".join(visible(text, "\n\t").split())
    escaped = _MARKDOWN.sub(r"\\\g<0>", flat)
    started = _MARKDOWN_START.match(escaped)
    if started:
        escaped = escaped[: started.end() - 1] + "\\" + escaped[started.end() - 1 :]
    # Sites look for @names and addresses in the finished page, where a backslash is gone; a word joiner stays, unseen.
    return _MADE_A_LINK.sub("\\g<0>\u2060", escaped)


def markdown_code(text: str) -> str:
    """For Markdown, as code on one line: shown as it is, whatever it contains."""
    flat = " ".join(visible(text, "\n\t").split())
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(flat)), default=0))
    space = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{space}{flat}{space}{fence}" if flat else ""
