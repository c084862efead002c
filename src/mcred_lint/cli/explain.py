"""`mcred-lint explain`: what a criterion asks, how it is measured, what each level needs, whose rule it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from mcred_lint.cli.help_text import paragraphs
from mcred_lint.cli.options import DebugOption, RubricOption

if TYPE_CHECKING:
    from mcred_lint.rubric.model import Rubric

_HELP = paragraphs(
    """
    Explain a criterion: what it asks, how it is measured, what each level needs, whose rule it is, what to do.

    Without CRITERION, all of them are listed.
    """
)
_EXAMPLES = paragraphs(
    """
    Examples:

    mcred-lint explain

    mcred-lint explain research.sources

    mcred-lint explain sources --rubric our-rubric.yaml
    """
)


def register(app: typer.Typer) -> None:
    app.command("explain", help=_HELP, short_help="Explain what a criterion asks.", epilog=_EXAMPLES)(_explain)


def _explain(
    criterion: Annotated[
        Optional[str],  # noqa: UP045 - read at run time
        typer.Argument(metavar="[CRITERION]", help="Its id: research.sources, or sources where that is unique."),
    ] = None,
    rubric: RubricOption = None,
    debug: DebugOption = False,
) -> int:
    from mcred_lint.authoring.pages.words import RubricWords
    from mcred_lint.cli.explanation import show_all, show_criterion
    from mcred_lint.cli.output import print_page
    from mcred_lint.cli.rubric_choice import the_rubric
    from mcred_lint.rubric.language import load_language
    from mcred_lint.rubric.outcomes import criteria_of

    chosen = the_rubric(rubric, Path.cwd())
    if criterion is None:
        print_page(lambda page: show_all(page, chosen))
        return 0
    id_ = find(criterion, chosen)
    words = RubricWords(chosen, load_language())
    print_page(lambda page: show_criterion(page, words, id_, *criteria_of(chosen)[id_]))
    return 0


def find(wish: str, rubric: Rubric) -> str:
    """The full id of the criterion that is meant. Raises UsageError when there is none, or more than one."""
    from mcred_lint.cli.suggestions import did_you_mean
    from mcred_lint.errors import UsageError
    from mcred_lint.rubric.outcomes import criteria_of
    from mcred_lint.wording import join_words

    ids, wanted = list(criteria_of(rubric)), wish.strip().casefold()
    exact = [id_ for id_ in ids if id_.casefold() == wanted]
    found = exact or [id_ for id_ in ids if id_.casefold().rpartition(".")[2] == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f'"{wish}" is the name of {len(found)} criteria.', f"Write {join_words(found, 'or')}.")
    short = [id_.rpartition(".")[2] for id_ in ids]
    known = ids if "." in wish else [*ids, *dict.fromkeys(name for name in short if name not in ids)]
    hint = did_you_mean(wish, known, listed=False)
    raise UsageError(
        f'The rubric "{rubric.id}" has no criterion "{wish}".', f"{hint} mcred-lint explain lists all.".strip()
    )
