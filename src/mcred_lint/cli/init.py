"""`mcred-lint init`: a new submission folder to write into. The only place that writes into a submission, and only new files."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption, RubricOption

if TYPE_CHECKING:
    from mcred_lint.reporters.layout import Page

_HELP = paragraphs(
    """
    Begin a submission: a folder with a file for each part, made from the rubric.

    Write under the headings. What stands in comments tells what is asked, and is not read. Untouched, nothing counts as handed in.
    """
)
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint init my-submission

    mcred-lint init my-submission --format yaml --one-file

    mcred-lint init my-submission --rubric our-rubric.yaml
    """
)
_NAMED = 5
"""How many files a message names."""


class Format(StrEnum):
    """What the files are written in."""

    MARKDOWN = "markdown"
    YAML = "yaml"


def register(app: typer.Typer) -> None:
    app.command("init", help=_HELP, short_help="Begin a submission from a template.", epilog=_EXAMPLES)(_init)


def _init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    rubric: RubricOption = None,
    format: Annotated[Format, typer.Option("--format", help="What to write in.")] = Format.MARKDOWN,
    one_file: Annotated[bool, typer.Option("--one-file", help="One file for all parts.")] = False,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.authoring.templates.start import new_submission
    from mcred_lint.cli.configuration import find_configuration
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_choice import is_usual, to_declare, without_submission
    from mcred_lint.rubric.language import load_language

    configuration = find_configuration(Path.cwd(), ())
    chosen = without_submission(rubric, configuration)
    refuse_what_is_there(folder)
    declared, asked_for = to_declare(chosen, configuration), chosen.loaded.rubric
    files = new_submission(asked_for, load_language(), format=format.value, one_file=one_file, declared=declared)
    write_new(folder, files)
    by_option = None if declared or is_usual(chosen, configuration) else rubric
    print_page(lambda page: _tell(page, folder, list(files), asked_for.title, by_option))
    return 0


def refuse_what_is_there(folder: Path) -> None:
    """Raises UsageError where something stands already that could be somebody's work."""
    from mcred_lint.errors import UsageError
    from mcred_lint.wording import join_words

    if folder.is_dir():
        found = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
        if found:
            named = [*found[:_NAMED], *(["more"] if len(found) > _NAMED else [])]
            message = f"The folder {folder} is not empty: there is {join_words(named)} in it."
            raise UsageError(message, "Nothing was written. Give the name of a new folder.")
    elif folder.exists() or folder.is_symlink():
        raise UsageError(f"There is a file {folder} already.", "Nothing was written. Give the name of a new folder.")


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet. Raises OSError, before anything is lost, when one is there all the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        with open(folder / name, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _tell(page: Page, folder: Path, files: list[str], title: str, rubric: str | None) -> None:
    """What was written, and what to do next. rubric: what the check has to be told."""
    page.paragraph(f"A new submission for: {title}")
    page.gap()
    for name in files:
        page.path(str(folder / name), indent=2)
    page.gap()
    page.paragraph("Write under the headings, and check it as often as you like:")
    page.gap()
    check = ["mcred-lint", "check", str(folder), *(["--rubric", rubric] if rubric else [])]
    page.path(shlex.join(check), indent=2)
    if rubric:
        page.gap()
        page.paragraph(
            "It needs --rubric because a submission cannot name a rubric file: it does not choose its judge."
        )
