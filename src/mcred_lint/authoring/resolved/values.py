"""How a value of a rubric file is written again, so that it is read back as the same value."""

from __future__ import annotations

import re
import textwrap

from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Style
from mcred_lint.sources.yaml_values import is_null

_PLAIN_INSIDE_BRACKETS = re.compile(r"[\w$](?:[\w$*%/ .'()-]*[\w$*%/.'()-])?")
_PLAIN = re.compile(r"[\w$(](?:(?!: | #)[^\x00-\x1f])*(?<![\s:])")
_NO_LISTS = WordLists({})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def in_brackets(node: Node) -> str:
    """A value on one line, as it can stand inside brackets and braces."""
    if isinstance(node, Scalar):
        return one_line(node, _PLAIN_INSIDE_BRACKETS)
    if isinstance(node, Mapping):
        pairs = (f"{key(entry.key)}: {in_brackets(entry.value)}" for entry in node.entries)
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(map(in_brackets, node.items)) + "]"


def key(scalar: Scalar) -> str:
    fits = scalar.style is Style.PLAIN and _PLAIN_INSIDE_BRACKETS.fullmatch(scalar.raw)
    return scalar.raw if fits else _quoted(scalar.raw)


def one_line(scalar: Scalar, bare: re.Pattern[str] = _PLAIN) -> str:
    """A single value on one line: without quotation marks where it had none and needs none."""
    if is_null(scalar):
        return "null"
    text = text_of(scalar)
    fits = scalar.style is Style.PLAIN and text.isprintable() and bare.fullmatch(text)
    return text if fits else _quoted(text)


def block(text: str, width: int) -> tuple[str, list[str]] | None:
    """The sign of a text block and its lines; None for a text that a block would change."""
    if not text or text != text.strip() or not text.replace("\n", "").isprintable():
        return None
    if "\n" in text:
        return "|", text.split("\n")
    if text != " ".join(text.split()):
        return None
    return ">", textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def text_of(scalar: Scalar) -> str:
    """The text that a rubric takes the value for."""
    return plain(scalar, _NO_LISTS) or ""


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(character) or _written(character) for character in text) + '"'


def _written(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
