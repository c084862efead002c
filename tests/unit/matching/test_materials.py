"""What can be used to deliver the learning is found, as file, link or text; a remark about it is none."""

from __future__ import annotations

import pytest
from advocacy_matching import Case, cases, place

from mcred_lint.matching.content import Materials

CASES = cases("materials.yaml")


def materials(case: Case) -> Materials:
    found = place("artifacts.materials", case["files"])
    assert found is None or isinstance(found, Materials)
    return found or Materials(())


@pytest.mark.parametrize("case", CASES)
def test_everything_that_can_be_used_is_listed_once(case: Case) -> None:
    shown = [f"{material.kind} {material.text}".split(":")[0] if material.kind == "text" else f"{material.kind} {material.text}"
             for material in materials(case).materials]  # fmt: skip
    assert sorted(shown) == sorted(case["materials"])


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_is_named_and_not_there_is_told(case: Case) -> None:
    assert [link.target for link in materials(case).missing_files] == case.get("missing", [])


@pytest.mark.parametrize("case", CASES)
def test_prose_about_materials_is_kept_as_a_description(case: Case) -> None:
    if case.get("described"):
        assert materials(case).description
