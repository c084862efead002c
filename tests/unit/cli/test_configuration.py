"""The configuration: found upwards, strict, and never read from a submission."""

from __future__ import annotations

from pathlib import Path

import pytest

from mcred_lint.cli.configuration import Configuration, find_configuration
from mcred_lint.errors import UsageError


def write(folder: Path, text: str, name: str = "mcred-lint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    return folder


def test_every_setting_is_understood(tmp_path: Path) -> None:
    write(
        tmp_path,
        """
        rubric = "ours"
        rubrics = {ours = "rubrics/ours.yaml"}
        waivers = "waivers.yaml"
        fail-under = "Basic"
        reference-date = 2026-03-31
        format = ["text", "json=report.json"]
        quiet = true
        show-reading = false
        color = "never"
        """,
    )
    assert find_configuration(tmp_path, ()) == Configuration(
        file=tmp_path / "mcred-lint.toml",
        rubric="ours",
        rubrics={"ours": tmp_path / "rubrics/ours.yaml"},
        waivers=tmp_path / "waivers.yaml",
        fail_under="Basic",
        reference_date="2026-03-31",
        format=("text", "json=report.json"),
        quiet=True,
        show_reading=False,
        color="never",
    )


def test_the_nearest_file_upwards_is_the_one(tmp_path: Path) -> None:
    write(tmp_path, 'fail-under = "far"')
    write(tmp_path / "a", 'fail-under = "near"')
    deep = write(tmp_path / "a" / "b" / "c", "[tool.other]", "pyproject.toml")
    assert find_configuration(deep, ()).fail_under == "near"


def test_pyproject_has_a_table_of_its_own_and_gives_way_to_the_own_file(tmp_path: Path) -> None:
    write(tmp_path, '[tool.mcred-lint]\nfail-under = "shared"', "pyproject.toml")
    assert find_configuration(tmp_path, ()).fail_under == "shared"
    write(tmp_path, 'fail-under = "own"')
    assert find_configuration(tmp_path, ()).fail_under == "own"


def test_somebody_elses_broken_pyproject_is_no_concern_of_ours(tmp_path: Path) -> None:
    write(tmp_path, 'fail-under = "outer"')
    inner = write(tmp_path / "inner", "[tool.", "pyproject.toml")
    assert find_configuration(inner, ()).fail_under == "outer"


@pytest.mark.parametrize("inside", ["", "artifacts"])
def test_a_submission_brings_no_configuration(inside: str, tmp_path: Path) -> None:
    write(tmp_path, 'fail-under = "outer"')
    submission = write(tmp_path / "mine", 'fail-under = "Developing"')
    start = write(submission / inside, 'fail-under = "Developing"') if inside else submission
    assert find_configuration(start, (submission,)).fail_under == "outer"


def test_a_link_to_a_submission_changes_nothing(tmp_path: Path) -> None:
    submission = write(tmp_path / "mine", 'fail-under = "Developing"')
    link = tmp_path / "link"
    link.symlink_to(submission)
    assert find_configuration(submission, (link,)).fail_under is None


WRONG = {
    "an unknown setting": ('rubrik = "x"', 'Did you mean "rubric"?'),
    "a number for a text": ("rubric = 3", "text in quotes"),
    "a text for a truth": ('quiet = "yes"', "true or false"),
    "a text for a table": ('rubrics = "x"', "table of ids"),
    "no TOML": ("rubric = ", "mcred-lint.toml"),
    "a check that cannot fail": ("exit-zero = true", '"exit-zero"'),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_the_file(text: str, said: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    with pytest.raises(UsageError) as error:
        find_configuration(tmp_path, ())
    assert said in error.value.message + error.value.hint
    assert str(tmp_path / "mcred-lint.toml") in error.value.message
