"""A Markdown file made ready for its parser, line for line.

What no reader of the page sees, and what would cost the parser seconds, is taken out first: pictures stored inside the
text, and the marks of site generators. Lines stay lines, so every line number stays true.
"""

from __future__ import annotations

import re

MAX_LINE = 200_000
"""Characters of one line that are read; no paragraph is longer."""

_DATA = re.compile(r"data:[a-z]{2,20}/[\w.+-]{1,60}[;,][^\s)>\"']*+", re.IGNORECASE)
_DIRECTIVES = re.compile(r"\{%(?:[^%{\n]|%(?!\}))*+%\}|\{\{[<%][^\n{>%]*+[>%]\}\}")
_FENCE = re.compile(r"^[ \t]{0,12}:::[^\n]*+$", re.MULTILINE)
_SPAN_ATTRIBUTES = re.compile(r"(?<=[)\]])\{(?:[.#][^{}\n]{0,200}|[^{}\n=]{0,100}=[^{}\n]{0,200})\}")


def prepared(text: str) -> str:
    """`text` with the same lines, ready to be parsed. Columns may shift only behind a picture cut out of a line."""
    if "data:" in text or "DATA:" in text:
        text = _DATA.sub("data:,", text)
    if "{" in text:
        text = _SPAN_ATTRIBUTES.sub(_blank, _DIRECTIVES.sub(_blank, text))
    if ":::" in text:
        text = _FENCE.sub(_blank, text)
    return _capped(text) if len(text) > MAX_LINE else text


def cut_line(text: str) -> int | None:
    """The first line of a prepared text that was too long to be kept whole."""
    if len(text) < MAX_LINE:
        return None
    return next((number for number, line in enumerate(text.split("\n"), 1) if len(line) >= MAX_LINE), None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _capped(text: str) -> str:
    return "\n".join(line[:MAX_LINE] for line in text.split("\n"))
