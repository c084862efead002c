"""Submissions made of texts."""

from __future__ import annotations

from pathlib import Path

from mcred_lint.rubric.language import load_language
from mcred_lint.submission.discover import open_submission
from mcred_lint.submission.texts import laid_over, submission_of

FILES: dict[str, str | bytes] = {
    "survey/form.yaml": "survey:\n  - What worked?\n",
    "research.md": "# Research\n\nSources: none yet.\n",
    "our.yaml": "mcred-lint-rubric: 1\n",
    "notes.txt": b"\xff\xfeA\x00",
}


def test_texts_are_read_exactly_as_a_folder_with_the_same_files_is(tmp_path: Path) -> None:
    for name, content in FILES.items():
        path = tmp_path / "case" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    language = load_language()
    made = submission_of("case", FILES, language)
    assert made == open_submission(tmp_path / "case", language)
    assert [document.path for document in made.documents] == ["notes.txt", "research.md", "survey/form.yaml"]
    assert [name for name, _ in made.skipped] == ["our.yaml"]


def test_files_laid_over_a_submission_change_and_add_and_leave_the_others() -> None:
    language = load_language()
    before = submission_of("case", {"b.md": "# Old", "c.md": "# Kept"}, language)
    after = laid_over(before, submission_of("changes", {"b.md": "# New", "a.md": "# Added"}, language))
    assert after.id == "case"
    assert [document.path for document in after.documents] == ["a.md", "b.md", "c.md"]
    assert [document.source for document in after.documents] == ["# Added", "# New", "# Kept"]
