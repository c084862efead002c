"""The bundled rubrics keep what their cases promise, and each criterion was seen met and not met."""

from __future__ import annotations

import pytest
from support import ROOT, Command

RUBRICS = sorted(path.name.removesuffix(".cases.yaml") for path in (ROOT / "rubrics").glob("*.cases.yaml"))


@pytest.mark.parametrize("rubric", RUBRICS)
def test_the_cases_of_a_bundled_rubric_come_as_expected(rubric: str, command: Command) -> None:
    ran = command("rubric", "test", rubric, "--coverage")
    assert ran.code == 0, ran.out
    assert "all as expected" in ran.out
    assert "never" not in ran.out
