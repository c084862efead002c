"""A rubric as one web page for educators: no scripts, nothing loaded from elsewhere, good on paper and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from mcred_lint.authoring.pages.described import (
    ASSESSOR_DECIDES,
    HOW_TO_READ,
    LOWEST_COUNTS,
    DescribedCriterion,
    DescribedPart,
    DescribedRubric,
)
from mcred_lint.findings import Basis
from mcred_lint.reporters.escape import html
from mcred_lint.wording import sentence

_STYLE = "rubric_page.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def rubric_html(rubric: DescribedRubric) -> str:
    """The whole page."""
    return "\n".join(_page(rubric)) + "\n"


def _page(rubric: DescribedRubric) -> Iterator[str]:
    style = (files("mcred_lint.authoring") / _STYLE).read_text("utf-8").rstrip()
    yield from (
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{html(_POLICY)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_line(rubric.title)}: what is asked</title>",
        f"<style>\n{style}\n</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#parts">Skip to what is asked</a>',
    )
    yield from _header(rubric)
    yield '<main id="parts">'
    for number, part in enumerate(rubric.parts, start=1):
        yield from _part(part, f"part-{number}")
    yield from ("</main>", *_footer(), "</body>", "</html>")


def _line(text: str) -> str:
    return html(" ".join(text.split()))


def _header(rubric: DescribedRubric) -> Iterator[str]:
    yield "<header>"
    yield f'<p class="issuer">{_line(rubric.issuer)}</p>'
    yield f"<h1>{_line(rubric.title)}</h1>"
    yield f"<p>{_line(rubric.description)}</p>"
    yield f'<p class="fine">Rubric {_line(rubric.id)}, version {_line(rubric.version)}</p>'
    yield "</header>"
    yield '<nav aria-label="Parts"><ol>'
    for number, part in enumerate(rubric.parts, start=1):
        yield f'<li><a href="#part-{number}">{_line(part.title)}</a></li>'
    yield '<li><a href="#how-to-read">How to read this page</a></li>'
    yield "</ol></nav>"


def _part(part: DescribedPart, anchor: str) -> Iterator[str]:
    yield f'<section aria-labelledby="{anchor}">'
    yield f'<h2 id="{anchor}">{_line(part.title)}</h2>'
    if part.scale:
        yield f'<p class="scale">{_line(part.scale)}</p>'
    for criterion in part.criteria:
        yield from _criterion(criterion)
    yield "</section>"


def _criterion(criterion: DescribedCriterion) -> Iterator[str]:
    yield '<article class="criterion">'
    yield '<div class="asked">'
    yield f"<h3>{_line(criterion.title)}</h3>"
    ours = "" if criterion.issuers else ' class="ours"'
    yield f'<p class="facts"><span>{criterion.judged}</span> <span{ours}>{html(criterion.whose)}</span></p>'
    if criterion.blocks:
        yield "<p><strong>Nothing is ready while this fails.</strong></p>"
    yield from _looked_for(criterion)
    yield "</div>"
    yield from _levels(criterion)
    yield from _beside(criterion)
    yield "</article>"


def _looked_for(criterion: DescribedCriterion) -> Iterator[str]:
    if criterion.looked_for:
        yield '<p class="label">Looked for</p>'
        yield (
            "<ul>"
            + "".join(f"<li>{_line(each[:1].upper() + each[1:])}</li>" for each in criterion.looked_for)
            + "</ul>"
        )


def _levels(criterion: DescribedCriterion) -> Iterator[str]:
    """Each level with what it needs; the highest first, as an educator aims."""
    if criterion.basis is Basis.PERSON:
        yield f'<p class="note">{html(ASSESSOR_DECIDES)}</p>'
    if not criterion.levels:
        return
    yield '<dl class="levels">'
    for level, need in criterion.levels:
        yield f"<div><dt>{_line(level)}</dt><dd>{_line(sentence(need))}</dd></div>"
    yield "</dl>"


def _beside(criterion: DescribedCriterion) -> Iterator[str]:
    yield from (f'<p class="note">{_line(note)}</p>' for note in criterion.notes)
    if criterion.advice:
        yield f'<p class="note"><span class="label">What to do</span> {_line(criterion.advice)}</p>'
    if criterion.reading:
        yield f'<p class="reading"><span class="label">Our reading</span> {_line(criterion.reading)}</p>'


def _footer() -> Iterator[str]:
    yield "<footer>"
    yield '<h2 id="how-to-read">How to read this page</h2>'
    yield "<dl>"
    for words, meaning in HOW_TO_READ:
        yield f"<div><dt>{html(words)}</dt><dd>{html(meaning)}</dd></div>"
    yield f"</dl><p>{html(LOWEST_COUNTS)}</p>"
    yield "</footer>"
