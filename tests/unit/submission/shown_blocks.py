"""Blocks in short lines, as the case files write them: place, kind and level, marks, text."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.document.blocks import Block, Document, Line, Row, Table
from mcred_lint.document.text import Text


def shown(document: Document) -> list[str]:
    """One string per line and per table row."""
    return [line for block in document.blocks for line in _shown(block)]


def lines(document: Document) -> list[Line]:
    return [block for block in document.blocks if isinstance(block, Line)]


def texts(document: Document) -> Iterator[Text]:
    """Every text of a document, those in cells included."""
    for block in document.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.text for row in block.all_rows for cell in row.cells)


def _shown(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (_row(block, row) for row in block.all_rows)
        return
    level = str(block.level) if block.level else ""
    marker = f"({block.marker})" if block.marker else ""
    box = {None: "", True: " [x]", False: " [ ]"}[block.ticked]
    signs = " quoted" * block.quoted + " declared" * block.declared
    where = f"{block.place.line}:{block.place.column}"
    yield f"{where} {block.kind}{level}{marker}{box}{signs} | {_text(block.text)}".rstrip()


def _row(table: Table, row: Row) -> str:
    kind = "header" if row is table.header else "row"
    cells = " ¦ ".join(_text(cell.text) for cell in row.cells)
    return f"{row.place.line}:{row.place.column} {kind}{table.level or ''} | {cells}".rstrip()


def _text(text: Text) -> str:
    return "".join(_run(run.text.replace("\n", "\\n"), run.bold, run.link) for run in text.runs)


def _run(text: str, bold: bool, link: str | None) -> str:
    marked = f"*{text}*" if bold and text.strip() else text
    return f"<{marked}={link}>" if link else marked
