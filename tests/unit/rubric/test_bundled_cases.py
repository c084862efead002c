"""Bundled rubrics give the levels that their cases ask for, and each criterion was seen both met and not met."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT, Command

from mcred_lint.rubric.bundled import bundled_rubrics

OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"
RUBRICS = [*(Path(path) for _, _, path in bundled_rubrics()), OWN]


@pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.stem)
def test_the_cases_come_as_expected_and_leave_no_criterion_out(rubric: Path, command: Command) -> None:
    ran = command("rubric", "test", rubric, "--coverage", "--no-made")
    assert ran.code == 0, ran.out
    assert "never seen" not in ran.out
