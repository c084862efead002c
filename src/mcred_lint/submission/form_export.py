"""Form exports: a sheet in which every row is one person's answers and every column one question.

Shared by CSV and XLSX. Each response becomes an entry with one declared heading per question and the answer below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mcred_lint.document.blocks import Block, Kind, Line, Problem
from mcred_lint.document.text import Run, Text
from mcred_lint.sources.places import Place
from mcred_lint.submission.sheet_records import Record
from mcred_lint.text.forms import FormWords, folded_header

_IMPORT_ID = '"importid"'
_HEADER_ROWS = 4
_QUESTION_WORDS = 5
_STAMP_COLUMNS = 3
_DATE_AND_TIME = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[ T,]{1,3}\d{1,2}[:.]\d{2}")


@dataclass(frozen=True)
class _Form:
    """What was recognised: the question above each column, the responses, what to leave out."""

    headers: tuple[str, ...]
    responses: Sequence[Record]
    own: frozenset[int]
    """Columns filled by the service."""
    status: frozenset[int] = frozenset()
    guessed: bool = False


@dataclass(frozen=True)
class FormBlocks:
    """A form export as blocks, with what is worth telling about it."""

    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def read_form(path: str, records: Sequence[Record], words: FormWords) -> FormBlocks | None:
    """The responses in these rows (none of them empty), or None when the sheet is no form export."""
    form = _qualtrics(records, words) or _by_name(records, words) or _by_questions(records, words)
    if form is None:
        return None
    kept = [response for response in form.responses if not _is_preview(response, form, words)]
    headers = _distinct(_headings(form.headers))
    blocks = tuple(_numbered(line for response in kept for line in _response(path, response, headers, form.own)))
    return FormBlocks(blocks, tuple(_problems(Place(path), form, len(form.responses) - len(kept), len(kept))))


def _qualtrics(records: Sequence[Record], words: FormWords) -> _Form | None:
    """Names, then question texts, then (not in every export) a row of import ids."""
    top = [_strings(record) for record in records[:_HEADER_ROWS]]
    ids = next((n for n, row in enumerate(top) if n and any(_IMPORT_ID in cell.lower() for cell in row)), None)
    if ids is None:
        doubled = len(top) > 1 and all(sum(map(words.own, row)) > 2 for row in top[:2])
        ids = 2 if doubled else None
        first = 2
    else:
        first = ids + 1
    if ids is None:
        return None
    names, questions = top[0], top[ids - 1]
    own = _columns(names, words.own) | _columns(questions, words.own)
    status = _columns(names, lambda name: folded_header(name) in words.status)
    return _Form(questions, records[first:], own, status)


def _by_name(records: Sequence[Record], words: FormWords) -> _Form | None:
    """One column's name says that a form service wrote the sheet."""
    headers = _strings(records[0]) if records else ()
    if not any(folded_header(header) in words.timestamps for header in headers):
        return None
    own = _columns(headers, words.own)
    status = _columns(headers, lambda name: folded_header(name) in words.status)
    if len(records) > 1 and _is_second_header(records[1], own):
        return _Form(_joined(headers, _strings(records[1]), words), records[2:], own, status)
    return _Form(headers, records[1:], own, status)


def _is_second_header(row: Record, own: frozenset[int]) -> bool:
    """Nothing in the service's own columns and something elsewhere: no response looks like that."""
    return len(own) > 1 and not any(row.cells[index] for index in own)


def _joined(headers: Sequence[str], options: Sequence[str], words: FormWords) -> tuple[str, ...]:
    """A question whose options have a column each stands above the first of them only."""
    joined, question = [], ""
    for header, option in zip(headers, options, strict=True):
        question = header or question
        plain = not option or folded_header(option) in words.free_answer
        joined.append(question if plain else f"{question} [{option}]")
    return tuple(joined)


def _by_questions(records: Sequence[Record], words: FormWords) -> _Form | None:
    """Most headers are questions. Questions down the first column are a grid with one column per person: no export."""
    if len(records) < 2:
        return None
    headers = _strings(records[0])
    first = [record.cells[0].string for record in records]
    if sum(cell.rstrip().endswith("?") for cell in first) * 2 >= len(first) and len(first) > 2:
        return None
    stamps = [index for index in range(min(len(headers), _STAMP_COLUMNS)) if _all_moments(records[1:], index)][:1]
    own = _columns(headers, words.own) | frozenset(stamps)
    others = [header for index, header in enumerate(headers) if header and index not in own]
    asked = sum(map(_is_question, others))
    if asked < (1 if stamps else 2) or asked * 2 <= len(others):
        return None
    return _Form(headers, records[1:], own, guessed=not stamps)


def _all_moments(rows: Sequence[Record], index: int) -> bool:
    """A column of dates with times, and nothing else."""
    return all(_DATE_AND_TIME.match(row.cells[index].string) for row in rows)


def _is_question(header: str) -> bool:
    return header.rstrip(" *").endswith("?") or len(header.split()) >= _QUESTION_WORDS


def _is_preview(response: Record, form: _Form, words: FormWords) -> bool:
    return any(folded_header(response.cells[index].string) in words.previews for index in form.status)


def _response(path: str, response: Record, headers: Sequence[str], own: frozenset[int]) -> Iterator[list[Line]]:
    """The entry, then each question with its answer, as groups of lines that belong together."""
    line, label = response.place.line, response.place.label
    yield [Line(Kind.ENTRY, Text(path, (Run("", line),), label), 1, declared=True)]
    for index, header in enumerate(headers):
        if index not in own and header:
            yield [Line(Kind.HEADING, Text(path, (Run(header, line),), label), 2, declared=True)]
            yield [Line(Kind.TEXT, text.strip()) for text in response.cells[index].lines()]


def _numbered(groups: Iterable[list[Line]]) -> Iterator[Line]:
    for number, group in enumerate(groups, start=1):
        for line in group:
            yield Line(line.kind, line.text, line.level, number, declared=line.declared)


def _headings(headers: Sequence[str]) -> list[str]:
    """On one line; a column without a name is called by its letter."""
    return [" ".join(header.split()) or f"Column {_letters(index)}" for index, header in enumerate(headers)]


def _letters(index: int) -> str:
    return (chr(64 + index // 26) if index >= 26 else "") + chr(65 + index % 26)


def _distinct(headers: Sequence[str]) -> list[str]:
    """The same question twice stays two questions: the second is called "... (2)"."""
    seen: Counter[str] = Counter()
    distinct = []
    for header in headers:
        seen[folded_header(header)] += 1
        count = seen[folded_header(header)]
        distinct.append(header if count == 1 else f"{header} ({count})")
    return distinct


def _problems(place: Place, form: _Form, previews: int, responses: int) -> Iterator[Problem]:
    if previews:
        rows = "1 preview row" if previews == 1 else f"{previews} preview rows"
        yield Problem(f"{rows} left out: they are trial runs of the form, not answers of participants.",
                      "Nothing to do; delete them from the export if you like.", place)  # fmt: skip
    if form.guessed:
        yield Problem("This sheet has no time stamps, but its headers read like questions: each row was read as one "
                      "person's answers.",
                      "If that is wrong, give the columns short names or hand it in as a table.", place)  # fmt: skip
    if not responses:
        yield Problem("This is the export of a form, but there is no response in it.",
                      "Export it again after participants have answered.", place)  # fmt: skip


def _columns(headers: Sequence[str], wanted: Callable[[str], bool]) -> frozenset[int]:
    return frozenset(index for index, header in enumerate(headers) if wanted(header))


def _strings(record: Record) -> tuple[str, ...]:
    return tuple(cell.string for cell in record.cells)
