"""The block of facts between two `---` lines at the very beginning of a Markdown file.

It belongs to the program that shows the page, not to the reader of it: its entries become properties. A fault in it
costs the file nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mcred_lint.document.blocks import Problem, Property, Severity
from mcred_lint.sources.places import Place
from mcred_lint.sources.yaml import Mapping, Node, Scalar, Sequence, YamlProblem, parse

_MOST_LINES = 400
_MOST_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`body` is the whole text with the front matter's lines left empty, so that line numbers stay true."""

    body: str
    properties: tuple[Property, ...] = ()
    problems: tuple[Problem, ...] = ()


def front_matter(path: str, text: str) -> FrontMatter:
    """The front matter of a file, if its first line opens one that is closed and looks like one."""
    lines = text.split("\n", _MOST_LINES)
    end = _end(lines)
    if end is None:
        return FrontMatter(text)
    inner = lines[1:end]
    if _prose(inner):
        return FrontMatter(text)
    body = "\n".join([*[""] * (end + 1), *lines[end + 1 :]])
    parsed = parse(path, "\n".join(["", *inner]))
    problems = tuple(_problem(problem) for problem in parsed.problems)
    if isinstance(parsed.root, Mapping):
        return FrontMatter(body, tuple(_properties(path, parsed.root)), problems)
    recovered = tuple(_recovered(path, inner))
    return FrontMatter(body, recovered, problems) if recovered or not any(map(str.strip, inner)) else FrontMatter(text)


def _end(lines: list[str]) -> int | None:
    """The index of the closing line."""
    if lines[0].rstrip() != "---":
        return None
    return next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)


def _prose(lines: list[str]) -> bool:
    """Text between two dividers: it has headings and blank lines, or hardly a line with a colon."""
    filled = [line for line in lines if line.strip()]
    facts = [line for line in filled if ":" in line or line.startswith((" ", "\t", "-", "#"))]
    headings = any(line.startswith(("# ", "## ", "### ")) for line in filled) and len(filled) < len(lines)
    return headings or len(facts) * 2 < len(filled)


def _problem(problem: YamlProblem) -> Problem:
    message = f"In the front matter: {problem.message}"
    return Problem(message, problem.hint, problem.place, Severity.NOTE)


def _properties(path: str, node: Node, name: str = "") -> Iterator[Property]:
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _properties(path, entry.value, f"{name}.{entry.key.raw}" if name else entry.key.raw)
    elif isinstance(node, Scalar) and name:
        yield Property(name, node.raw, node.place)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _properties(path, item, name)


def _recovered(path: str, lines: list[str]) -> Iterator[Property]:
    """Line by line, `key: the rest`."""
    for number, line in enumerate(lines, 2):
        before, colon, rest = line.partition(":")
        name, value = before.strip(" \t-"), rest.strip().strip("\"'")
        if colon and name and not name.startswith("#") and len(name.split()) <= _MOST_NAME_WORDS:
            column = len(before) + 2 + len(rest) - len(rest.lstrip())
            yield Property(name, value, Place(path, number, column, number, len(line) + 1))
