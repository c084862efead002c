"""Bundled rubrics are listed, and opened by their id."""

from __future__ import annotations

import pytest
from support import ROOT

from mcred_lint.errors import UsageError
from mcred_lint.rubric.bundled import CASES, bundled_ids, bundled_rubrics, load_bundled, open_bundled


def test_each_rubric_is_listed_with_its_title_and_opens_under_its_id() -> None:
    listed = bundled_rubrics()
    assert tuple(rubric_id for rubric_id, _, _ in listed) == bundled_ids()
    for rubric_id, title, path in listed:
        loaded = load_bundled(rubric_id)
        assert (loaded.rubric.id, loaded.rubric.title, loaded.file) == (rubric_id, title, path)


def test_every_rubric_is_there_and_the_cases_beside_it_are_none() -> None:
    files = [file.name for file in (ROOT / "rubrics").glob("*.yaml")]
    assert set(bundled_ids()) == {name.removesuffix(".yaml") for name in files if not name.endswith(CASES)}
    assert {f"{rubric_id}{CASES}" for rubric_id in bundled_ids()} <= set(files)


@pytest.mark.parametrize("rubric_id", ["", "nea", "../nea-advocacy", "nea-advocacy.yaml"])
def test_an_id_that_is_none_names_those_that_are(rubric_id: str) -> None:
    with pytest.raises(UsageError) as error:
        open_bundled(rubric_id)
    assert "nea-advocacy" in error.value.hint
