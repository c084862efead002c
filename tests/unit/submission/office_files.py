"""Office files made by hand for tests, and what was read from them in one short line each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from mcred_lint.document.blocks import Block, Document, Line

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
W = (
    f'{_WORD} xmlns:r="{_OFFICE}" {_COMPATIBILITY} {_DRAWING} xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_SLIDES = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
P = f'{_SLIDES} {_DRAWING} {_COMPATIBILITY} xmlns:r="{_OFFICE}"'


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(links: Mapping[str, tuple[str, str]]) -> str:
    """A part of links: id to (kind, target); a target with ":" lies outside the file."""
    made = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{made}</Relationships>'


def docx(body: str, links: Mapping[str, tuple[str, str]] | None = None, **parts: str) -> bytes:
    """A Word file; `parts` are contents of word/NAME.xml (their root elements without name spaces are given them)."""
    files = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    files |= {f"word/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    if links:
        files["word/_rels/document.xml.rels"] = relationships(links)
    return zipped(files)


def pptx(slides: Iterable[str], notes: Mapping[int, str] | None = None) -> bytes:
    """A slide show of these shape trees; `notes` are shape trees of notes by slide number."""
    files, links, ids = {}, {}, ""
    for number, shapes in enumerate(slides, start=1):
        files[f"ppt/slides/slide{number}.xml"] = f"<p:sld {P}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"
        links[f"r{number}"] = ("slide", f"slides/slide{number}.xml")
        ids += f'<p:sldId id="{255 + number}" r:id="r{number}"/>'
    for number, shapes in (notes or {}).items():
        target = f"../notesSlides/notes{number}.xml"
        own = {"n1": ("notesSlide", target), "h1": ("hyperlink", "https://example.org/a")}
        files[f"ppt/slides/_rels/slide{number}.xml.rels"] = relationships(own)
        files[f"ppt/notesSlides/notes{number}.xml"] = (
            f"<p:notes {P}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:notes>"
        )
    files["ppt/presentation.xml"] = f"<p:presentation {P}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    files["ppt/_rels/presentation.xml.rels"] = relationships(links)
    return zipped(files)


def xlsx(
    sheets: Mapping[str, str], strings: str = "", styles: str = "", more: Mapping[str, str] | None = None
) -> bytes:
    """A spreadsheet: the XML of each sheet's rows by its name."""
    links = {"s": ("sharedStrings", "sharedStrings.xml"), "t": ("styles", "styles.xml")}
    files, names = dict(more or {}), ""
    for number, (name, rows) in enumerate(sheets.items(), start=1):
        links[f"r{number}"] = ("worksheet", f"worksheets/sheet{number}.xml")
        names += f'<sheet name="{name}" sheetId="{number}" r:id="r{number}"/>'
        files[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_SHEET}" xmlns:r="{_OFFICE}">{rows}</worksheet>'
        )
    files["xl/workbook.xml"] = f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>'
    files["xl/_rels/workbook.xml.rels"] = relationships(links)
    files["xl/sharedStrings.xml"] = f'<sst xmlns="{_SHEET}">{strings}</sst>'
    files["xl/styles.xml"] = f'<styleSheet xmlns="{_SHEET}">{styles}</styleSheet>'
    return zipped(files)


def cells(*rows: Iterable[str]) -> str:
    """Sheet rows of text."""
    made = ("".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) for row in rows)
    return f"<sheetData>{''.join(f'<row>{row}</row>' for row in made)}</sheetData>"


def told(document: Document) -> list[Any]:
    """Each line as "kind level marker: text", with **bold** and [shown](target); each table as its rows of texts."""
    return [_told(block) for block in document.blocks]


def _told(block: Block) -> Any:
    if not isinstance(block, Line):
        return [[cell.text.string for cell in row.cells] for row in block.all_rows]
    ticked = {None: "", True: " ticked", False: " unticked"}[block.ticked]
    head = f"{block.kind} {block.level}{' ' + block.marker if block.marker else ''}{ticked}"
    text = marked_up(block)
    return f"{head}{' quoted' if block.quoted else ''}{': ' if text else ''}{text}"


def marked_up(line: Line) -> str:
    """The line's text with its styles shown."""
    text = ""
    for run in line.text.runs:
        shown = f"**{run.text}**" if run.bold else run.text
        text += f"[{shown}]({run.link})" if run.link else shown
    return text
