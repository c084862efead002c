"""A case may begin with a folder and say only which files differ."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT, Command

RUBRIC = (ROOT / "examples" / "own-rubric" / "book-study.yaml").read_text(encoding="utf-8")
CASES = """\
mcred-lint-cases: 1
rubric: book-study
cases:
  - name: {name}
    folder: plan
    {beside}
    expect: {{measured: {{plan.books: {books}}}}}
"""
ONE_BOOK = 'files: {plan.md: "# Plan\\n\\n## Books\\n\\n- Lemov, D. Reading Reconsidered. Jossey-Bass, 2016."}'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.md").write_bytes((ROOT / "examples" / "own-rubric" / "plan.md").read_bytes())
    (tmp_path / "ours.yaml").write_text(RUBRIC)


def write(beside: str, books: int) -> None:
    Path("ours.cases.yaml").write_text(CASES.format(name="books", beside=beside, books=books))


@pytest.mark.parametrize(("beside", "books"), [("# as it is", 2), (ONE_BOOK, 1), ('files: {notes.md: "A note."}', 2)])
def test_files_beside_a_folder_are_laid_over_it(beside: str, books: int, command: Command) -> None:
    write(beside, books)
    ran = command("rubric", "test", "ours.yaml")
    assert ran.code == 0, ran.out + ran.err


def test_a_text_beside_a_folder_is_two_submissions(command: Command) -> None:
    write("submission: A plan.", 0)
    ran = command("rubric", "test", "ours.yaml")
    assert ran.code == 2
    assert "has submission and folder; a case is one submission" in ran.err
