"""The same submission measures the same, whichever way it is laid out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from edges.build import Draft, draft
from edges.layout import LABELS, laid_out
from submissions import checked_files

from mcred_lint.findings import SubmissionReport

COUNTED = (
    "overview.questions",
    "overview.words",
    "research.sources",
    "research.links",
    "research.questions",
    "outline.hours",
    "outline.session-fields",
    "outline.information",
    "survey.questions",
    "survey.completed",
    "reflection.questions",
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize("way", ["yaml", "tables", "word"])
def test_the_same_content_gives_the_same_measurements(way: str, tmp_path: Path) -> None:
    headings = _measured(checked_files(laid_out(draft(), "markdown"), tmp_path / "headings"))
    assert None not in headings.values()
    assert _measured(checked_files(_laid_out(draft(), way), tmp_path / way)) == headings


def _measured(report: SubmissionReport) -> dict[str, tuple[float, float | None] | None]:
    found = {one.id: one.measured for part in report.components for one in part.criteria}
    return {id_: (one.low, one.high) if (one := found[id_]) is not None else None for id_ in COUNTED}


def _laid_out(made: Draft, way: str) -> dict[str, bytes]:
    if way == "yaml":
        return laid_out(made, "yaml")
    files = laid_out(made, "markdown")
    if way == "tables":
        return files | {"outline.md": _outline_in_a_table(made).encode()}
    return {name.replace(".md", ".docx"): _word(text.decode()) for name, text in files.items()}


def _outline_in_a_table(made: Draft) -> str:
    about = "\n\n".join(f"**{name.capitalize()}:** {text}" for name, text in made.about.items())
    head = ["Session", "Duration", *LABELS.values()]
    rows = [[session.title, session.length or "", *session.fields.values()] for session in made.sessions]
    lines = [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]
    return f"# Professional Learning Outline\n\n{about}\n\n" + "\n".join(lines) + "\n"


def _word(markdown: str) -> bytes:
    """A Word file with the lines of a Markdown file: headings in their styles, list items and paragraphs as they are typed."""
    body = "".join(map(_paragraph, filter(None, markdown.splitlines())))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return buffer.getvalue()


def _paragraph(line: str) -> str:
    title = line.lstrip("#")
    level = len(line) - len(title)
    style = f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>' if level else ""
    runs = "".join(
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if number % 2 else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        for number, text in enumerate(title.strip().split("**"))
    )
    return f"<w:p>{style}{runs}</w:p>"
