"""Syntax errors of YAML as a teacher can act on them: what stands there, where, and what to write instead.

The parser names a rule and a place. What its author meant is told from the lines around that place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from mcred_lint.sources.text import SourceText
from mcred_lint.sources.yaml_nodes import YamlProblem

QUOTE = 'Put the whole text in quotation marks: key: "the text".'
QUOTE_OR_BLOCK = 'Put the whole text in quotation marks, or write "key: |" and the text indented on the lines below it.'

_DASHES = re.compile(r"[ ]*+(?:-[ ]++)*+")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Error:
    """One error of the parser: lines and columns from 1; the context is where the thing began that went wrong."""

    said: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    source: SourceText

    @property
    def text(self) -> str:
        return self.source.line(self.line)

    def found(self, message: str, hint: str, line: int | None = None, column: int | None = None) -> YamlProblem:
        start = self.source.offset(line or self.line, column or self.column)
        return YamlProblem(message, hint, self.source.place(start), fatal=True)


def advice(source: SourceText, error: yaml.YAMLError) -> YamlProblem:
    """What to tell about `error`: always a fatal problem."""
    problem_mark, context_mark = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = problem_mark or context_mark
    if mark is None:
        return YamlProblem("The file could not be read as YAML.", QUOTE, source.place(0), fatal=True)
    begun = context_mark or mark
    seen = _Error(
        said=str(getattr(error, "problem", None) or ""),
        context=str(getattr(error, "context", None) or ""),
        line=mark.line + 1,
        column=mark.column + 1,
        context_line=begun.line + 1,
        context_column=begun.column + 1,
        source=source,
    )
    for reading in _READINGS:
        problem = reading(seen)
        if problem is not None:
            return problem
    return seen.found("This line could not be read as YAML.", f"If it is text: {QUOTE_OR_BLOCK}")


def _quotes(error: _Error) -> YamlProblem | None:
    if "quoted" not in error.context:
        return None
    opening = error.source.line(error.context_line)[error.context_column - 1 :]
    if "end of stream" not in error.said and "document" not in error.said:
        message = f"A backslash inside double quotation marks has a meaning of its own: {shown(opening)}."
        hint = "Use single quotation marks ('...') around the text, or write two backslashes."
        return error.found(message, hint, column=error.text.rfind("\\", 0, error.column) + 1)
    message = f"A quotation mark is opened on line {error.context_line} and never closed: {shown(opening)}."
    hint = "Close it at the end of the text, or leave quotation marks away at the beginning of the text."
    return error.found(message, hint, error.context_line, error.context_column)


def _tab(error: _Error) -> YamlProblem | None:
    before = error.text[: error.column]
    if "\t" not in before or before.strip():
        return None
    hint = "Use spaces for the indentation: two for each step, no tabs."
    return error.found("A tab is used for indentation.", hint, column=before.index("\t") + 1)


def _block_text(error: _Error) -> YamlProblem | None:
    if "block scalar" not in error.context:
        return None
    sign = error.source.line(error.context_line)[error.context_column - 1 : error.context_column]
    message = f'After "{sign}" the text has to begin on the next line, indented.'
    hint = f"{QUOTE} Or move the text to the next line and indent it."
    return error.found(message, hint, error.context_line, error.context_column)


_OF_ITS_OWN = {
    "@": "is reserved",
    "`": "is reserved",
    "%": "is reserved",
    "*": "points to another place of the file",
    "&": "marks a place of the file",
    "!": "names a type",
    "[": "begins a list",
    "{": "begins a group of keys",
    ",": "separates list entries",
    "]": "ends a list",
    "}": "ends a group of keys",
    "|": "begins a block of text",
    ">": "begins a block of text",
    '"': "opens a quotation that ends with the next one",
    "'": "opens a quotation that ends with the next one",
}


def first_character(text: str) -> str | None:
    """Why a value may not begin as `text` does, as a message; None when it may."""
    meaning = _OF_ITS_OWN.get(text[:1])
    return f"The text begins with {text[0]}, which {meaning} in YAML: {shown(text)}." if meaning else None


def _first_character(error: _Error) -> YamlProblem | None:
    scanning = any(word in error.context for word in ("token", "alias", "anchor", "tag", "directive"))
    if not scanning and "cannot start" not in error.said:
        return None
    start = min(error.context_column, error.column) if error.context_line == error.line else error.column
    message = first_character(error.text[start - 1 :])
    return error.found(message, QUOTE, column=start) if message else None


def _brackets(error: _Error) -> YamlProblem | None:
    if "flow" not in error.context:
        return None
    opening = error.source.line(error.context_line)[error.context_column - 1 :]
    hint = f"If it is text: {QUOTE} If it is a list: close the bracket and put commas between the entries."
    if opening[:1] not in ("[", "{"):
        return error.found("A bracket [ or { is opened and not closed as a list would be.", hint)
    where = f"A bracket {opening[0]} is opened on line {error.context_line}"
    message = f"{where} and not closed as a list would be: {shown(opening)}."
    return error.found(message, hint, error.context_line, error.context_column)


def _colon(error: _Error) -> YamlProblem | None:
    if "mapping values" not in error.said:
        return None
    pair = _pair(error.text)
    if pair and pair.value and error.column > pair.start:
        message = f'The text after "{pair.key}:" contains a colon: {shown(pair.value)}.'
        hint = f"Put the text in quotes, it contains a colon: {_quoted(pair.value)}"
        return error.found(message, hint, column=pair.start + 1)
    return _colon_below(error)


def _colon_below(error: _Error) -> YamlProblem:
    number = max(error.line - 1, 1)
    while number > 1 and not error.source.line(number).strip():
        number -= 1
    above = error.source.line(number)
    if _pair(above):
        going_on = f"as if it went on with the text of line {number}"
        message = f"Line {error.line} is indented {going_on}, but it contains a colon."
        hint = f"If it is a key of its own, indent it like the keys beside it. If it is text: {QUOTE_OR_BLOCK}"
        return error.found(message, hint, column=_indent(error.text) + 1)
    message = f"Line {number} is text without a key, and keys follow: {shown(above.strip())}."
    hint = 'Write a key, a colon and a space before the text: "note: the text".'
    return error.found(message, hint, number, _indent(above) + 1)


def _no_colon(error: _Error) -> YamlProblem | None:
    if "':'" not in error.said:
        return None
    line = error.context_line
    text = error.source.line(line)
    message = f"Line {line} is neither a key with a colon nor a list entry: {shown(text.strip())}."
    hint = f"If it belongs to the text above: {QUOTE_OR_BLOCK} If it is a key, end it with a colon and a space."
    return error.found(message, hint, line, _indent(text) + 1)


def _after_value(error: _Error) -> YamlProblem | None:
    pair = _pair(error.text)
    start = pair.start if pair and pair.value else _behind_dashes(error.text)
    if error.column <= start:
        return None
    value = error.text[start:]
    message = first_character(value)
    if message is None and value.startswith("- "):
        message = f"A list has to begin on the line below its key: {shown(value)}."
        return error.found(message, f"Move it there. If it is text: {QUOTE}", column=start + 1)
    return error.found(message, QUOTE_OR_BLOCK, column=start + 1) if message else None


def _indentation(error: _Error) -> YamlProblem | None:
    if "block" not in error.context:
        return None
    dash, text = error.text.lstrip().startswith("-"), error.text.strip()
    if "collection" in error.context or dash:
        other = "the keys that begin" if dash else "the list that begins"
        message = f"Line {error.line} does not line up with {other} on line {error.context_line}: {shown(text)}."
        hint = "Entries of one list begin with a dash in the same column; keys of one group begin in the same column."
        return error.found(message, hint, column=_indent(error.text) + 1)
    message = f"The indentation of line {error.line} fits nothing above it: {shown(text)}."
    hint = "Let keys of one group begin in the same column; indent what belongs to a key by two spaces."
    return error.found(message, hint)


_READINGS = (
    _quotes,
    _tab,
    _block_text,
    _first_character,
    _brackets,
    _colon,
    _no_colon,
    _after_value,
    _indentation,
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A line "key: value": `start` is the offset of the value."""

    key: str
    value: str
    start: int


def _pair(line: str) -> _Pair | None:
    begin = _behind_dashes(line)
    end = line.find(":", begin)
    key, value = line[begin:end].strip(), line[end + 1 :]
    if end < 0 or not key or key[0] in "#\"'[{" or (value and not value[0].isspace()):
        return None
    return _Pair(key, value.strip(), len(line) - len(value.lstrip()))


def _behind_dashes(line: str) -> int:
    match = _DASHES.match(line)
    return match.end() if match else 0


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quoted(value: str) -> str:
    return f'"{cut(value)}"' if '"' not in value else f"'{cut(value)}'"


def cut(text: str) -> str:
    """At most a short line, cut between words."""
    if len(text) <= _SHOWN:
        return text
    head = text[:_SHOWN]
    return f"{head.rsplit(' ', 1)[0] if ' ' in head else head} ..."


def shown(text: str) -> str:
    """A short line of the file, in a message."""
    return f"\u201c{cut(text)}\u201d"
