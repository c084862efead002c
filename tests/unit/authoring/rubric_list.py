"""The rubrics that everything made from a rubric is tried with: all that come with the tool, and the example of one's own."""

from __future__ import annotations

from support import ROOT

from mcred_lint.rubric.bundled import bundled_ids, load_bundled
from mcred_lint.rubric.loader import load_rubric
from mcred_lint.rubric.model import Rubric

_OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"

RUBRICS: dict[str, Rubric] = {rubric_id: load_bundled(rubric_id).rubric for rubric_id in bundled_ids()}
RUBRICS[_OWN.stem] = load_rubric(_OWN.name, _OWN.read_bytes()).rubric
