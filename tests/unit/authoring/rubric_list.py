"""The rubrics that everything made from a rubric is tried with: all that come with the tool, and the example of one's own."""

from __future__ import annotations

from support import ROOT

from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric

_FILES = [*sorted((ROOT / "rubrics").glob("*.yaml")), ROOT / "examples" / "own-rubric" / "book-study.yaml"]


def _rubrics() -> dict[str, Rubric]:
    # Cases of a rubric stand beside it and are no rubric.
    files = [file for file in _FILES if not file.stem.endswith(".cases")]
    return {file.stem: load_rubric(file.name, file.read_bytes()).rubric for file in files}


RUBRICS = _rubrics()
