"""`rubric export` and `rubric import`: a rubric on its way to another program, and on its way from one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from mcred_lint.authoring.exchange.canvas import CanvasRubric
from mcred_lint.authoring.pages.described import DescribedRubric, describe
from mcred_lint.cli.configuration import find_configuration
from mcred_lint.cli.output import tell
from mcred_lint.cli.rubric_choice import the_loaded_rubric
from mcred_lint.cli.rubric_commands.files import check_output, write
from mcred_lint.cli.suggestions import did_you_mean
from mcred_lint.errors import UsageError
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.loader import LoadedRubric
from mcred_lint.wording import join_words

CANVAS = "canvas-csv"
EXAMPLES = {CANVAS: "rubric.csv", "markdown": "rubric.md", "html": "rubric.html"}
"""The formats, each with a file name for messages."""


def export_rubric(name: str | None, to: str, output: Path | None) -> None:
    """Write a rubric in another format, and tell what it does not say there. Raises UsageError or RubricErrors."""
    if to not in EXAMPLES:
        raise UsageError(f'Rubrics are not exported to "{to}".', did_you_mean(to, EXAMPLES))
    check_output(output, EXAMPLES[to])
    loaded = the_loaded_rubric(name, Path.cwd())
    if output is not None and output.resolve() in _rubric_files(loaded):
        raise UsageError(f"{output} is a rubric file itself; it would be lost.", "Give another name.")
    text, lost = _FORMATS[to](describe(loaded.rubric, load_language()))
    write(text, output)
    if lost:
        tell("What the export does not say:", *(f"- {each}" for each in lost))


def _rubric_files(loaded: LoadedRubric) -> set[Path]:
    """The files of a rubric and of those that it extends, and all that are configured."""
    configured = find_configuration(Path.cwd(), ()).rubrics.values()
    return {path.resolve() for path in (*configured, *(Path(each.file) for each in loaded.family))}


def _canvas(rubric: DescribedRubric) -> tuple[str, tuple[str, ...]]:
    from mcred_lint.authoring.exchange.canvas_csv import write_canvas_csv
    from mcred_lint.authoring.exchange.canvas_export import for_canvas

    export = for_canvas(rubric)
    return write_canvas_csv(export.rubric), export.lost


def _markdown(rubric: DescribedRubric) -> tuple[str, tuple[str, ...]]:
    from mcred_lint.authoring.pages.markdown import rubric_markdown

    return rubric_markdown(rubric), ()


def _html(rubric: DescribedRubric) -> tuple[str, tuple[str, ...]]:
    from mcred_lint.authoring.pages.html import rubric_html

    return rubric_html(rubric), ()


_FORMATS: dict[str, Callable[[DescribedRubric], tuple[str, tuple[str, ...]]]] = {
    CANVAS: _canvas,
    "markdown": _markdown,
    "html": _html,
}


def import_rubric(source: str, file: str, wanted: str | None, output: Path | None) -> None:
    """Write a draft made from another program's rubric, and tell its gaps. Raises UsageError or RubricErrors."""
    from mcred_lint.authoring.exchange.canvas_csv import read_canvas_csv
    from mcred_lint.authoring.exchange.draft import draft_from_canvas

    if source != CANVAS:
        raise UsageError(f'Rubrics are not imported from "{source}".', did_you_mean(source, [CANVAS]))
    check_output(output, "our-rubric.yaml", overwrite=False)
    path, data = ("standard input", sys.stdin.buffer.read()) if file == "-" else (file, _read(Path(file)))
    found = read_canvas_csv(path, data)
    draft = draft_from_canvas(path, _one_of(found.rubrics, path, wanted))
    write(draft.text, output)
    tell("What is open in the draft:", *(f"- {gap}" for gap in (*found.notes, *draft.gaps)))


def _one_of(rubrics: tuple[CanvasRubric, ...], path: str, wanted: str | None) -> CanvasRubric:
    names = [rubric.name for rubric in rubrics]
    if wanted is None and len(rubrics) == 1:
        return rubrics[0]
    if wanted is None:
        said = join_words([f'"{name}"' for name in names])
        raise UsageError(f"{path} holds {len(rubrics)} rubrics: {said}.", f'Choose one with --name "{names[0]}".')
    for rubric in rubrics:
        if rubric.name.casefold() == wanted.strip().casefold():
            return rubric
    raise UsageError(f'{path} holds no rubric "{wanted}".', did_you_mean(wanted, names))


# ---- files -----------------------------------------------------------------------------------------------------------


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"The file {path} cannot be read: {error.strerror}.", "Check its name and that you may read it."
        ) from None
